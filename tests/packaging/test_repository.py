"""What must never be committed: addresses of registries, paths of a machine."""

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent

FORBIDDEN = {
    "a package registry": r"registry\.(npmjs|yarn)|npm\.pkg|pypi\.(org|python)/|pythonhosted",
    "a path of some machine": r"(?<![\w./-])/(work|root|opt|home)/\w",
    "a resolved address in a lock file": r'"resolved"',
}


def committed():
    if shutil.which("git") is None:
        pytest.skip("git is not installed here")
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode != 0:
        pytest.skip("this is no git checkout")
    return [ROOT / name for name in listed.stdout.split("\0") if name]


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_committed_file_names(what):
    found = []
    for file in committed():
        if file.is_file() and file != Path(__file__):
            text = file.read_bytes().decode("utf-8", errors="replace")
            found += [
                f"{file.relative_to(ROOT)}: {hit[0]}" for hit in re.finditer(FORBIDDEN[what], text)
            ]
    assert found == []


def test_the_bundle_is_not_committed():
    assert [
        file for file in committed() if "_bundle" in file.parts or "node_modules" in file.parts
    ] == []


def test_messages_of_the_linter_name_files_that_exist():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    banned = settings["tool"]["ruff"]["lint"]["flake8-tidy-imports"]["banned-api"]
    named = [name for api in banned.values() for name in re.findall(r"\S+\.py", api["msg"])]
    assert named
    assert [name for name in named if not (ROOT / name).is_file()] == []
