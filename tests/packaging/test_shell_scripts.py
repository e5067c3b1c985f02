"""Shell scripts of the project, judged by shellcheck."""

from pathlib import Path

import pytest

from tests.packaging.tools import assert_accepts, run

ROOT = Path(__file__).parent.parent.parent
SCRIPTS = [
    ROOT / ".ci/run",
    *sorted((ROOT / "packaging").rglob("*.sh")),
    *sorted((ROOT / "packaging").rglob("*.bash")),
    *sorted((ROOT / "packaging").rglob("p*[mi]nst")),
]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_shellcheck_finds_nothing(script):
    head = script.read_text(encoding="utf-8").splitlines()[0]
    shell = [] if head.startswith("#!") else ["--shell", "bash"]
    assert assert_accepts("shellcheck", *shell, script) == ""


def test_shellcheck_finds_a_mistake(tmp_path):
    script = tmp_path / "script.sh"
    script.write_text("#!/bin/sh\nrm $1\n")
    assert run("shellcheck", script).returncode != 0
