"""One problem of a site, and the list of them as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from typing_extensions import override

from designer.commands.check.codes import Code
from designer.document import Path


@dataclass(frozen=True)
class CheckFinding:
    """One problem of a site.

    Attributes:
        code: The kind of the problem.
        file: The file, relative to the site.
        line: The line in the file, from 1; None for the whole file.
        path: The place in the data of the file, as ``blocks[2].tailwind.headline``; '' without one.
        message: The problem as a sentence.
    """

    code: Code
    file: str
    line: int | None
    path: str
    message: str

    @override
    def __str__(self) -> str:
        where = ", ".join(filter(None, (f"line {self.line}" if self.line else "", self.path)))
        return f"{self.file}, {where}: {self.message}" if where else f"{self.file}: {self.message}"


def as_json(findings: Iterable[CheckFinding]) -> str:
    """Return the findings as a JSON array."""
    return json.dumps([asdict(each) for each in findings], ensure_ascii=False, indent=2)


def path_text(path: Path) -> str:
    """Return a path in readable form: ``blocks[0].headline``."""
    words = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return words.removeprefix(".")
