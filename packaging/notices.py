"""Makes the folder of licences that every package of the program carries.

::

    python packaging/notices.py     writes build/licenses

The folder holds the licence of the program, ``THIRD-PARTY.md`` about the parts of other makers, and
the texts that it refers to. The wheels of Qt bring no such texts, so they are kept here.
"""

from __future__ import annotations

import platform
import re
import shutil
import sys
import sysconfig
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path
from string import Template
from typing import Final

import shipped
from artifacts import ROOT
from PySide6.QtWebEngineCore import (
    qWebEngineChromiumSecurityPatchVersion,
    qWebEngineChromiumVersion,
)

FOLDER: Final = ROOT / "build/licenses"
TEXTS: Final = ROOT / "packaging/licenses"
_HEAD: Final = ROOT / "packaging/notices.md"


def third_party() -> str:
    """Return the notices about all parts of other makers, as Markdown."""
    qt = metadata.version("PySide6")
    head = Template(_HEAD.read_text(encoding="utf-8")).substitute(
        qt=qt,
        series=qt.rpartition(".")[0],
        chromium=qWebEngineChromiumVersion(),
        patches=qWebEngineChromiumSecurityPatchVersion(),
        python=platform.python_version(),
        python_licence=_quoted(_python_licence()),
    )
    sections = (
        _section("Python packages", shipped.python_parts()),
        _section("Packages from npm, in the scripts of the preview", shipped.script_parts()),
    )
    return "\n".join([head, *sections])


def write(folder: Path = FOLDER) -> Path:
    """Write the folder of licences anew."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(TEXTS, folder)
    shutil.copy(ROOT / "LICENSE", folder / "LICENSE.txt")
    (folder / "THIRD-PARTY.md").write_text(third_party(), encoding="utf-8")
    return folder


def _section(title: str, parts: Iterable[shipped.Part]) -> str:
    return "\n".join([f"## {title}\n", *map(_entry, parts)])


def _entry(part: shipped.Part) -> str:
    lines = [f"### {part.name} {part.version}\n"]
    if part.licence:
        lines.append(f"Licence: {part.licence}\n")
    if part.homepage:
        lines.append(f"<{part.homepage}>\n")
    return "\n".join([*lines, *map(_quoted, part.texts)])


def _quoted(text: str) -> str:
    """A text as it is, between fences longer than any that it holds itself."""
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{text.strip()}\n{fence}\n"


def _python_licence() -> str:
    """The licence that the interpreter brings: beside its library, or in its folder on Windows."""
    for folder in (sysconfig.get_path("stdlib"), sys.base_prefix):
        file = Path(folder) / "LICENSE.txt"
        if file.is_file():
            return file.read_text(encoding="utf-8")
    return "PSF-2.0: https://docs.python.org/3/license.html"


def main() -> None:
    """Write the folder; a reason why it cannot be written is one sentence."""
    try:
        print(f"Licences: {write()}")
    except shipped.ShippedError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
