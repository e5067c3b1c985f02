"""The version and the names of artifacts: each stated once."""

import subprocess
import sys
import tomllib
from pathlib import Path

import artifacts
import pytest

from designer import __version__

ROOT = Path(__file__).parent.parent.parent


def test_the_version_is_that_of_the_program():
    assert artifacts.version() == __version__


def test_the_version_is_stated_only_in_the_program():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert "version" not in project
    assert project["dynamic"] == ["version"]


@pytest.mark.parametrize("text", ['__version__ = "1.0"', '__version__ = "1.0.0rc1"', ""])
def test_a_version_that_not_all_systems_understand_is_refused(tmp_path, text):
    (tmp_path / "designer").mkdir()
    (tmp_path / "designer/__init__.py").write_text(text)
    with pytest.raises(ValueError, match="three numbers"):
        artifacts.version(tmp_path)


def test_names_hold_the_version():
    assert artifacts.names("1.2.3") == {
        "wheel": "frontispiece-1.2.3-py3-none-any.whl",
        "sdist": "frontispiece-1.2.3.tar.gz",
        "deb": "frontispiece_1.2.3_amd64.deb",
        "appimage": "Frontispiece-1.2.3-x86_64.AppImage",
        "setup": "Frontispiece-1.2.3-setup.exe",
        "dmg": "Frontispiece-1.2.3.dmg",
        "sbom": "frontispiece-1.2.3.cdx.json",
    }
    assert artifacts.path("deb").parent == ROOT / "dist"


@pytest.mark.parametrize(
    ("platform", "place"),
    [
        ("linux", "dist/frontispiece/frontispiece"),
        ("win32", "dist/frontispiece/frontispiece.exe"),
        ("darwin", "dist/Frontispiece.app/Contents/MacOS/frontispiece"),
    ],
)
def test_where_the_frozen_program_lies(platform, place):
    assert artifacts.program(platform) == ROOT / place


def test_shell_scripts_can_ask():
    script = ROOT / "packaging/artifacts.py"
    asked = [
        subprocess.run([sys.executable, script, what], check=True, capture_output=True)
        for what in ("version", "setup")
    ]
    assert [each.stdout for each in asked] == [
        f"{__version__}\n".encode(),
        f"Frontispiece-{__version__}-setup.exe\n".encode(),
    ]
