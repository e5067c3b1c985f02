#!/usr/bin/env python3
"""Everything for working on the program, from a fresh machine with nothing but Python 3.11.

::

    python3 packaging/dev.py run [PAGE|SITE]     open the window
    python3 packaging/dev.py test [PYTEST …]     all checks and all tests

Both set up what is missing first: system libraries, virtual environments, the preview's scripts.
What is there already is not touched, so the second time takes seconds.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 (said before something fails for a worse reason)
    sys.exit("Python 3.11 or newer is needed; this is " + sys.version.split()[0])

import environment
import system

ROOT = environment.ROOT
SHOT = ROOT / "screenshots/window.png"

CHECKS = {
    "ruff check": ["ruff", "check", "."],
    "ruff format": ["ruff", "format", "--check", "."],
    "mypy": ["mypy"],
    "import contracts": ["lint-imports", "--no-logo"],
}

# The part whose every line and branch is tested.
COVERAGE = ROOT / "build/coverage"
COVERED = "--include=designer/document/*"

# The parts that know no Qt.
CORE = [
    "tests/document",
    "tests/script",
    "tests/schema",
    "tests/tailwind",
    "tests/site",
    "tests/families",
    "tests/project",
    "tests/render",
    "tests/richtext",
]

# The engine's tests wait a lot, so two run at a time; what a file sets up is set up once.
AT_ONCE = ["--numprocesses", "2", "--dist", "loadfile"]

# Drawing without a display and without a graphics card.
OFFSCREEN = {
    "QT_QPA_PLATFORM": "offscreen",
    "QT_QUICK_BACKEND": "software",
    "QTWEBENGINE_CHROMIUM_FLAGS": "--disable-gpu",
}


def say(line: str) -> None:
    """Tell what is being done, at once."""
    print(line, flush=True)


def has_display(platform: str, variables: Mapping[str, str]) -> bool:
    """Whether a window can be shown on such a platform with such environment variables."""
    if not platform.startswith("linux"):
        return True
    return bool(variables.get("DISPLAY") or variables.get("WAYLAND_DISPLAY"))


def surroundings(*, offscreen: bool) -> dict[str, str]:
    """The environment variables for starting the program."""
    variables = dict(os.environ)
    if offscreen:
        variables |= OFFSCREEN
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        variables["QTWEBENGINE_DISABLE_SANDBOX"] = "1"  # Chromium refuses to start otherwise
    return variables


def run(target: str | None) -> int:
    """Open the window; without a display, leave a picture of it."""
    command = [environment.script("frontispiece"), *([target] if target else [])]
    if has_display(sys.platform, os.environ):
        return subprocess.run(command, env=surroundings(offscreen=False), check=False).returncode
    say("There is no display here, so the window is drawn offscreen.")
    SHOT.parent.mkdir(exist_ok=True)
    SHOT.unlink(missing_ok=True)
    done = subprocess.run(
        [*command, "--shot", str(SHOT)], env=surroundings(offscreen=True), check=False
    )
    if done.returncode == 0 and SHOT.exists():
        say(f"Picture of the window: {SHOT}")
        return 0
    say("The window could not be drawn; the reason is above.")
    return done.returncode or 1


def test(arguments: list[str]) -> int:
    """Run every check and every test; pytest's summary comes last.

    The core's tests run once, where Qt is not installed: here they would say the same again.
    """
    failed = [name for name, command in CHECKS.items() if not check(name, command)]
    python = environment.core(say)
    with ThreadPoolExecutor(1) as beside:
        core = beside.submit(core_tests, python)
        code, summary = suite(arguments or [*AT_ONCE, *(f"--ignore={folder}" for folder in CORE)])
        if not core.result():
            failed.append("core tests without Qt")
    say(f"Not in order: {', '.join(failed)}." if failed else "All checks are in order.")
    say(summary)
    return code or (1 if failed else 0)


def suite(arguments: list[str]) -> tuple[int, str]:
    """Run tests with the page engine and show what they say; gives exit code and last line."""
    command = [environment.script("python"), "-m", "pytest", *arguments]
    last = ""
    with subprocess.Popen(
        command, cwd=ROOT, env=surroundings(offscreen=True), stdout=subprocess.PIPE, text=True
    ) as running:
        for line in running.stdout or ():
            print(line, end="", flush=True)
            last = line.strip() or last
    return running.returncode, last


def check(name: str, command: list[str]) -> bool:
    """Run a tool; what it says is shown only if it complains."""
    tool, *rest = command
    done = subprocess.run(
        [environment.script(tool), *rest], cwd=ROOT, capture_output=True, text=True, check=False
    )
    good = done.returncode == 0
    say(f"{name}: {'in order' if good else 'NOT in order'}")
    if not good:
        say((done.stdout + done.stderr).strip())
    return good


def core_tests(python: Path) -> bool:
    """Run the tests of the core where Qt is not installed; the document is covered completely."""
    folders = [folder for folder in CORE if (ROOT / folder).is_dir()]
    tests = ["-m", "pytest", "-c", "tests/core.ini", "--rootdir", ".", "-q", *folders]
    covered = ["-m", "coverage", "run", "--data-file", str(COVERAGE), *tests]
    good = in_order(python, "core tests without Qt", covered)
    report = ["-m", "coverage", "report", "--data-file", str(COVERAGE), COVERED]
    shown = [*report, "--fail-under=100", "--show-missing", "--skip-covered"]
    return in_order(python, "coverage of designer/document", shown) and good


def in_order(python: Path, name: str, arguments: list[str]) -> bool:
    """Run a module of an environment; its last line is shown, and all of them if it complains."""
    done = subprocess.run(
        [str(python), *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    lines = done.stdout.strip().splitlines()
    say(f"{name}: {lines[-1] if lines else 'they did not run'}")
    if done.returncode != 0:
        say((done.stdout + done.stderr).strip())
    return done.returncode == 0


def main() -> int:
    """Read the command line, set up, and do what was asked."""
    parser = argparse.ArgumentParser(description="Set up, run and test the program.")
    commands = parser.add_subparsers(dest="command", required=True)
    opening = commands.add_parser("run", help="open the window")
    opening.add_argument("target", nargs="?", metavar="PAGE|SITE")
    commands.add_parser("test", help="run all checks and tests; more arguments go to pytest")
    options, more = parser.parse_known_args()
    if more and options.command != "test":
        parser.error(f"unknown arguments: {' '.join(more)}")
    try:
        system.ensure(say)
        environment.program(say)
        if options.command == "run":
            return run(options.target and str(Path(options.target).resolve()))
        system.ensure_test_tools(say)
        return test(more)
    except (system.MissingError, environment.SetupError) as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
