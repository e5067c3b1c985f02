"""The frozen program: really built, started where no Python is, and packed for Debian."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import artifacts
import pytest
import smoke

from tests.packaging.tools import run

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "resources/sample-site"
LIMIT = 900  # seconds; the packages may have to be downloaded first
MOST_MB = 400

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="the workflow Release builds the other systems"
)


@pytest.fixture(scope="module")
def frozen():
    """The folder of the program, frozen anew."""
    done = subprocess.run(
        [sys.executable, ROOT / "packaging/freeze.py"],
        check=False,
        capture_output=True,
        text=True,
        timeout=LIMIT,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return artifacts.DIST / artifacts.NAME


def called(program, *arguments):
    """Call the program in an environment that knows no Python, no display and no home."""
    variables = {"PATH": "/nowhere", "HOME": "/nonexistent", "LANG": "C.UTF-8"}
    if os.geteuid() == 0:
        variables["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
    return subprocess.run(
        [program, *map(str, arguments)],
        check=False,
        capture_output=True,
        text=True,
        env=variables,
        timeout=LIMIT,
    )


def test_it_does_its_main_job(frozen):
    times = smoke.smoke(artifacts.program())
    assert set(times) == {"start", "window", "page", "edit"}


def test_it_is_small_and_holds_nothing_that_may_not_be_shipped(frozen):
    files = [each for each in frozen.rglob("*") if each.is_file() and not each.is_symlink()]
    assert sum(each.stat().st_size for each in files) <= MOST_MB * 1e6
    names = {each.name for each in files}
    assert not [name for name in names if re.search(r"Charts|VirtualKeyboard|readline", name)]
    assert {"LGPL-3.0.txt", "GPL-3.0.txt", "THIRD-PARTY.md"} <= names
    assert "qtwebengine_devtools_resources.pak" not in names


def test_commands_need_nothing_around_them(frozen, tmp_path):
    program = frozen / artifacts.NAME
    assert called(program, "--version").stdout.split() == ["frontispiece", artifacts.version()]
    site = tmp_path / "site"
    shutil.copytree(SAMPLE, site)
    done = called(program, "check", site, "--json")
    assert (done.returncode, json.loads(done.stdout), done.stderr) == (0, [], "")


def test_lintian_has_no_complaint_about_the_debian_package(frozen):
    for tool in ("dpkg-shlibdeps", "patchelf", "strip", "lintian"):
        if shutil.which(tool) is None:
            pytest.skip(f"{tool} is not installed (packaging/linux/apt-test-tools.txt)")
    built = run(sys.executable, ROOT / "packaging/linux/build_deb.py", "--quick")
    assert built.returncode == 0, built.stdout
    done = run("lintian", "--fail-on", "error,warning", artifacts.path("deb"))
    assert done.returncode == 0, done.stdout
    depends = run("dpkg-deb", "--field", artifacts.path("deb"), "Depends").stdout
    assert "libasound2 (>= 1.0.17) | libasound2t64 (>= 1.0.17)" in depends
    assert "libgssapi-krb5-2" in depends
