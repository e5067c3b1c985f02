"""Programs of the system that judge files of packages."""

import shutil
import subprocess

import pytest

from tests.patience import PROCESS_S


def run(program, *arguments, **options):
    """Run a program; the test is skipped where it is not installed."""
    found = shutil.which(program, path=options.pop("path", None))
    if found is None:
        pytest.skip(f"{program} is not installed (packaging/linux/apt-test-tools.txt)")
    return subprocess.run(
        [found, *map(str, arguments)],
        check=False,
        capture_output=True,
        encoding="utf-8",
        timeout=PROCESS_S,
        **options,
    )


def assert_accepts(program, *arguments, **options):
    """Run a program that ends with 0 and says nothing on standard error."""
    done = run(program, *arguments, **options)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr
    return done.stdout
