"""What a build of a site's styles lacks: packages that are missing, plug-ins that fail."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from typing_extensions import override

_MAX_NAMED = 4  # names in a sentence, and sentences; the others are counted
_MAX_MESSAGE = 300  # characters of the message of a plug-in


@dataclass(frozen=True)
class StyleGap:
    """A package or a plug-in whose utilities a build lacks.

    Attributes:
        package: The name of a package that is not installed, or the path of a missing module of the
            site; None if a plug-in failed.
        file: The file that names the package, or in which the plug-in failed; None if unknown.
        line: The line in that file, from 1, or None.
        message: The message of the plug-in; None for a missing package.
    """

    package: str | None
    file: str | None
    line: int | None
    message: str | None = None

    @property
    def plain(self) -> str:
        """The sentence without the place."""
        if self.package is None:
            reason = (self.message or "").strip().rstrip(".")[:_MAX_MESSAGE] or "it gave no reason"
            return f"A plug-in failed ({reason}), so its utilities are not shown."
        if self.is_of_site:
            return (
                f"“{self.package}” is not among the site’s files, so its utilities are not shown."
            )
        return (
            f"The package “{self.package}” is not installed, so its utilities are not shown; "
            "install the site’s packages to see them."
        )

    @property
    def is_of_site(self) -> bool:
        """Whether a module of the site is missing, not a package."""
        return self.package is not None and self.package.startswith((".", "/"))

    @override
    def __str__(self) -> str:
        """The sentence with the place."""
        places = [self.file or "", f"line {self.line}" if self.line else ""]
        place = ", ".join(filter(None, places))
        return f"{place}: {self.plain}" if place else self.plain


def sentence_of(gaps: Iterable[StyleGap]) -> str:
    """Return one text for all gaps: a sentence for missing packages, a line for each other gap."""
    kept = tuple(gaps)
    names = [gap.package for gap in kept if gap.package is not None and not gap.is_of_site]
    lines = [_missing(names)] if names else []
    others = [str(gap) for gap in kept if gap.package is None or gap.is_of_site]
    lines += others[:_MAX_NAMED]
    if rest := others[_MAX_NAMED:]:
        lines.append(f"{len(rest)} more cannot be used.")
    return "\n".join(lines)


def _missing(names: list[str]) -> str:
    shown = [f"“{name}”" for name in names[:_MAX_NAMED]]
    if more := len(names) - len(shown):
        shown.append(f"{more} more")
    listed = " and ".join(filter(None, [", ".join(shown[:-1]), shown[-1]]))
    one = len(names) == 1
    return (
        f"The package{'' if one else 's'} {listed} {'is' if one else 'are'} not installed, so only "
        f"{'its' if one else 'their'} utilities are not shown; install the site’s packages to see "
        "them."
    )
