"""Packs the frozen program into the installer for Windows, with NSIS.

::

    python packaging/windows/build_setup.py     writes dist/Frontispiece-VERSION-setup.exe

The uninstaller must remove exactly what was installed, so both get the same list of files.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import artifacts
import icons

SCRIPT = Path(__file__).parent / "installer.nsi"


class SetupError(Exception):
    """The installer could not be built; the text says why."""


def file_macros(payload: Path) -> str:
    """Write the macros of NSIS that install and remove every file below a folder."""
    install, remove, folders = [], [], set()
    for file in sorted(each for each in payload.rglob("*") if each.is_file()):
        relative = file.relative_to(payload)
        install += [f"SetOutPath {_installed(relative.parent)}", f'File "{file}"']
        remove.append(f"Delete {_installed(relative)}")
        folders |= set(relative.parents[:-1])
    deepest_first = sorted(folders, key=lambda folder: (-len(folder.parts), folder))
    remove += [f"RMDir {_installed(folder)}" for folder in deepest_first]
    return _macro("InstallFiles", install) + _macro("RemoveFiles", remove)


def build(payload: Path, out: Path, work: Path, *, target: str = "") -> Path:
    """Compile the installer; a warning of the compiler is an error.

    Args:
        payload: The folder of the frozen program.
        out: The installer to write.
        work: A folder for what is made on the way.
        target: A processor as NSIS names it; its usual one without.

    Raises:
        SetupError: There is no compiler, or it complains.
    """
    compiler = shutil.which("makensis")
    if compiler is None:
        raise SetupError("NSIS is not installed: its compiler makensis was not found.")
    work.mkdir(parents=True, exist_ok=True)
    out.parent.mkdir(parents=True, exist_ok=True)
    macros = work / "files.nsh"
    macros.write_text(file_macros(payload), encoding="utf-8-sig")
    size = sum(file.stat().st_size for file in payload.rglob("*") if file.is_file())
    defined = {
        "VERSION": artifacts.version(),
        "ICON": icons.write(work / "icons") / f"{artifacts.NAME}.ico",
        "FILES": macros,
        "SIZE": -(-size // 1024),
        "OUT": out,
    } | ({"TARGET": target} if target else {})
    options = [f"-D{name}={value}" for name, value in defined.items()]
    done = subprocess.run(
        [compiler, "-WX", "-V2", "-INPUTCHARSET", "UTF8", *options, str(SCRIPT)],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise SetupError(f"makensis complains:\n{done.stdout}{done.stderr}")
    return out


def _macro(name: str, lines: list[str]) -> str:
    return "\n".join([f"!macro {name}", *(f"  {line}" for line in lines), "!macroend\n"])


def _installed(relative: Path) -> str:
    """The place of a file of the payload where the program is installed."""
    names = [name.replace("$", "$$") for name in relative.parts]
    return '"' + "\\".join(["$INSTDIR", *names]) + '"'


def main() -> None:
    """Build the installer from the frozen program."""
    payload = artifacts.program("win32").parent
    if not payload.is_dir():
        sys.exit("There is no frozen program: run `python packaging/freeze.py` first.")
    try:
        built = build(payload, artifacts.path("setup"), artifacts.ROOT / "build/windows")
    except SetupError as error:
        sys.exit(str(error))
    print(f"Installer: {built} ({built.stat().st_size / 1e6:.1f} MB)")


if __name__ == "__main__":
    main()
