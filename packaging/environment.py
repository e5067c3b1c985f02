"""The virtual environments of a checkout: made once, brought up to date only after a change."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "designer/web"))
import build_bundle

ROOT = build_bundle.ROOT

_PIP = ("-m", "pip", "--disable-pip-version-check", "--no-input", "install", "--quiet")
_TESTED_WITHOUT_QT = ("coverage", "hypothesis", "pytest")


class SetupError(Exception):
    """The environment could not be made; the text says what happened and what to do."""


def python_of(environment: Path) -> Path:
    """The interpreter of a virtual environment."""
    windows = environment / "Scripts/python.exe"
    return windows if sys.platform == "win32" else environment / "bin/python"


def script(name: str) -> str:
    """A command that was installed into the environment of the program."""
    return str(python_of(ROOT / ".venv").parent / name)


def program(say: Callable[[str], None]) -> None:
    """Make ``.venv``: the program, editable, with its bundle and all tools.

    Raises:
        SetupError: It could not be made.
    """
    environment = ROOT / ".venv"
    python = _create(environment, say)
    _bundle(python, say)
    files = [ROOT / "pyproject.toml", ROOT / "packaging/build_hook.py"]
    stamp = _stamp(file.read_bytes() for file in files)
    if _changed(environment, stamp):
        say("Installing the program and its tools (the first time some 300 MB to download) …")
        _pip(python, ["--editable", f"{ROOT}[dev]"])
        _remember(environment, stamp)


def freezer(say: Callable[[str], None]) -> Path:
    """Make ``.venv-freeze``: the program as a wheel with what it depends on, and PyInstaller.

    The program itself is installed anew each time.

    Returns:
        Its interpreter.

    Raises:
        SetupError: It could not be made.
    """
    environment = ROOT / ".venv-freeze"
    python = _create(environment, say)
    _bundle(python, say)
    stamp = _stamp([(ROOT / "pyproject.toml").read_bytes()])
    if _changed(environment, stamp):
        say("Installing the program and PyInstaller …")
        _pip(python, [f"{ROOT}[packaging]"])
        _remember(environment, stamp)
    _pip(python, ["--force-reinstall", "--no-deps", str(ROOT)])
    return python


def core(say: Callable[[str], None]) -> Path:
    """Make ``.venv-core``, in which PySide6 is not installed.

    Returns:
        Its interpreter.

    Raises:
        SetupError: It could not be made.
    """
    environment = ROOT / ".venv-core"
    python = _create(environment, say)
    wanted = core_requirements((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    stamp = _stamp(requirement.encode() for requirement in wanted)
    if _changed(environment, stamp):
        say("Installing what the core needs, without Qt …")
        _pip(python, wanted)
        _remember(environment, stamp)
    return python


def core_requirements(pyproject: str) -> list[str]:
    """What the core and its tests need: everything that the program needs but Qt."""
    project = tomllib.loads(pyproject)["project"]
    needed = [each for each in project["dependencies"] if _name(each) != "pyside6"]
    tools = project["optional-dependencies"]["dev"]
    return needed + [each for each in tools if _name(each) in _TESTED_WITHOUT_QT]


def _name(requirement: str) -> str:
    return re.split(r"[^\w.-]", requirement, maxsplit=1)[0].lower()


def _create(environment: Path, say: Callable[[str], None]) -> Path:
    python = python_of(environment)
    if _version(python) != sys.version_info[:2]:
        say(f"Creating {environment.name} …")
        shutil.rmtree(environment, ignore_errors=True)
        done = _run(sys.executable, ["-m", "venv", str(environment)])
        if done.returncode != 0:
            raise SetupError(f"{environment.name} could not be created: {done.stdout.strip()}")
    return python


def _version(python: Path) -> tuple[int, ...]:
    """The version of an interpreter; empty if there is none that works."""
    try:
        done = _run(str(python), ["-c", "import sys; print(*sys.version_info[:2])"])
    except OSError:
        return ()
    return tuple(map(int, done.stdout.split())) if done.returncode == 0 else ()


def _stamp(parts: Iterable[bytes]) -> str:
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _changed(environment: Path, stamp: str) -> bool:
    file = environment / "installed-from"
    return not file.exists() or file.read_text(encoding="utf-8") != stamp


def _remember(environment: Path, stamp: str) -> None:
    (environment / "installed-from").write_text(stamp, encoding="utf-8")


def _bundle(python: Path, say: Callable[[str], None]) -> None:
    """Build the preview's scripts if they are not up to date."""
    if not build_bundle.is_current():
        say("Building the preview's scripts …")
        _pip(python, [build_bundle.NODE])
        _build(python)


def _build(python: Path) -> None:
    done = subprocess.run(
        [str(python), str(build_bundle.__file__)],
        check=False,
        text=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    if done.returncode != 0:
        raise SetupError(done.stderr.strip())


def _pip(python: Path, wanted: list[str]) -> None:
    done = _run(str(python), [*_PIP, *wanted])
    if done.returncode == 0:
        return
    reasons = [line for line in done.stdout.splitlines() if line.startswith("ERROR: ")]
    raise SetupError(
        "\n".join(reasons[-2:])
        + "\nPython packages could not be installed: look at the reason above (offline?) and run "
        "the same command again; what is installed already is kept."
    )


def _run(program: str, arguments: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [program, *arguments],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
