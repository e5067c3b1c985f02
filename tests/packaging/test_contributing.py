"""The recipes of CONTRIBUTING.md are followed in a copy of the project, word by word, and run."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
RECIPES = [
    "field type",
    "style control",
    "command",
    "family",
    "kind of site",
    "content management system",
    "package",
]
STEP = re.compile(
    r"(?:New file `(?P<new>[^`]+)`"
    r"|[Ii]n `(?P<file>[^`]+)`, below\s+`(?P<anchor>[^`]+)`"
    r"|(?P<run>Try it)):\n\n```\w+\n(?P<text>.*?)```",
    re.DOTALL,
)

pytestmark = [pytest.mark.engine]


def section(name):
    """The recipe for one kind of thing."""
    start = TEXT.index(f"## Add a {name}\n")
    return TEXT[start : TEXT.index("\n## ", start + 4)]


@pytest.fixture
def copy(tmp_path):
    """A copy of what the program and its contracts need."""
    skipped = shutil.ignore_patterns("__pycache__", "_bundle", "web", "node_modules")
    for name in ("designer", "resources", "templates"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=skipped)
    (tmp_path / "designer/_bundle").symlink_to(ROOT / "designer/_bundle")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def follow(copy, step):
    """Do what one step says; a step that cannot be done fails."""
    if step["new"]:
        file = copy / step["new"]
        assert not file.exists(), file
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(step["text"], encoding="utf-8")
        return
    file, anchor = copy / step["file"], step["anchor"]
    lines = file.read_text("utf-8").splitlines(keepends=True)
    places = [number for number, line in enumerate(lines) if anchor in line]
    assert places, f"{step['file']} has no line with {anchor}"
    lines.insert(places[0] + 1, step["text"])
    file.write_text("".join(lines), encoding="utf-8")


def run(copy, code):
    """Run code against the copy, without a display."""
    variables = {**os.environ, "PYTHONPATH": str(copy), "XDG_STATE_HOME": str(copy / "state")}
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=copy,
        env=variables,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.mark.parametrize("name", RECIPES)
def test_a_recipe_works(copy, name):
    steps = list(STEP.finditer(section(name)))
    (trial,) = (step for step in steps if step["run"])
    assert run(copy, trial["text"]).returncode != 0, "without the steps it cannot work"
    for step in steps:
        if not step["run"]:
            follow(copy, step)
    done = run(copy, trial["text"])
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_step_is_understood():
    for name in RECIPES:
        fenced = re.findall(r"^```\w+$", section(name), re.MULTILINE)
        assert len(list(STEP.finditer(section(name)))) == len(fenced), name
