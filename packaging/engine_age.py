"""Tells whether the installed page engine is the newest one that there is.

::

    python packaging/engine_age.py     ends with 1 if a newer engine should be shipped

The security fixes of Chromium reach the program with each release of Qt: the patches of the newest
series have them, and older series get no more. So a newer release always means a new package.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import metadata
from typing import Final

from artifacts import NAME
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.version import Version

ENGINE: Final = "PySide6"


@dataclass(frozen=True)
class Verdict:
    """What there is to say about the age of an engine."""

    is_current: bool
    text: str


def judge(installed: str, offered: Iterable[str], allowed: str = "") -> Verdict:
    """Compare the installed version with those that are offered.

    Args:
        installed: The version that would be shipped.
        offered: The versions of the registry; betas do not count.
        allowed: The versions with which the program works, as in its requirements.
    """
    ours = Version(installed)
    newer = [each for each in map(Version, offered) if each > ours and not each.is_prerelease]
    usable = sorted(each for each in newer if each in SpecifierSet(allowed))
    if usable:
        newest = usable[-1]
        is_patch = newest.release[:2] == ours.release[:2]
        what = "a newer patch of its series" if is_patch else "a newer series"
        return Verdict(
            False,
            f"{ENGINE} {ours} is behind: {newest} is {what}, so the page engine lacks security "
            f"fixes. Release the program with {newest}.",
        )
    if newer:
        return Verdict(
            True,
            f"{ENGINE} {ours} is the newest that the program works with. {max(newer)} is offered, "
            f"but excluded by its requirements ({allowed}).",
        )
    return Verdict(True, f"{ENGINE} {ours} is the newest release.")


def parse_offered(output: str) -> list[str]:
    """Return the versions in what ``pip index versions`` prints.

    Raises:
        ValueError: It names none.
    """
    found = re.search(r"^Available versions: (.+)$", output, re.MULTILINE)
    if found is None:
        raise ValueError(f"pip names no versions of {ENGINE}.")
    return found[1].split(", ")


def required(requirements: Iterable[str]) -> str:
    """Return which versions of the engine a project's requirements allow."""
    engine = ENGINE.lower()
    parsed = map(Requirement, requirements)
    return next(str(each.specifier) for each in parsed if each.name.lower() == engine)


def main() -> int:
    """Ask the registry, and tell."""
    asked = subprocess.run(
        [sys.executable, "-m", "pip", "index", "versions", ENGINE],
        check=True,
        capture_output=True,
        text=True,
    )
    verdict = judge(
        metadata.version(ENGINE),
        parse_offered(asked.stdout),
        required(metadata.requires(NAME) or ()),
    )
    print(verdict.text)
    return 0 if verdict.is_current else 1


if __name__ == "__main__":
    sys.exit(main())
