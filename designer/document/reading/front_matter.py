"""Split a file of any syntax into front matter and the rest."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from designer.document.reading import fence, json_reader
from designer.document.reading.fence import BOM, FileParts
from designer.document.reading.syntax import JSON, TOML, YAML, Syntax

_OPENING = re.compile(r"\ufeff?(?:(\+\+\+)|(---)[ \t]*(json|toml))[ \t]*\r?\n")

# A Markdown file can begin with a bracket or a brace too: with a link, a badge or a shortcode.
_JSON_START = re.compile(r"\s*(?:\{\s*[\"}]|\[\s*(?:[\[{\"\]\d-]|true\b|false\b|null\b))")

WHOLE_FILES: Final = {".json": JSON, ".toml": TOML, ".yaml": YAML, ".yml": YAML}
"""The endings of files that are all front matter, without a body."""


@dataclass(frozen=True)
class SplitFile:
    """A file that is split into front matter and the rest.

    Attributes:
        syntax: The syntax of the front matter.
        parts: The parts of the text.
        is_whole: Whether the file is all front matter, without a body.
    """

    syntax: Syntax
    parts: FileParts
    is_whole: bool = False


def split(text: str, name: str = "") -> SplitFile:
    """Split a file into front matter and the rest.

    A file is recognized by its ending as in ``WHOLE_FILES``, by its opening fence, or by the brace
    or bracket at its start: a JSON document, or a JSON object with a body below.

    Args:
        text: The text of the file.
        name: The name of the file.

    Raises:
        SourceError: The file has no front matter, or its end is not certain.
    """
    bare = text.removeprefix(BOM)
    head = text[: len(text) - len(bare)]
    whole = WHOLE_FILES.get(PurePath(name).suffix.lower())
    if whole is not None:
        return SplitFile(whole, FileParts(head, bare, ""), is_whole=True)
    if opening := _OPENING.match(text):
        return _split_fenced(text, opening)
    if _JSON_START.match(bare):
        end = json_reader.end_of_object(bare)
        is_whole = not end or not bare[end:].strip()
        end = len(bare) if is_whole else end
        return SplitFile(JSON, FileParts(head, bare[:end], bare[end:]), is_whole)
    return SplitFile(YAML, fence.split(text))


def _split_fenced(text: str, opening: re.Match[str]) -> SplitFile:
    """Split a file whose opening fence names another syntax than YAML."""
    start, delimiter = opening.end(), opening[1] or opening[2]
    close = text.find(f"\n{delimiter}", start - 1) + 1
    fence.check_closed(text, close or None, delimiter)
    syntax = JSON if opening[3] == "json" else TOML
    return SplitFile(syntax, FileParts(text[:start], text[start:close], text[close:]))


def join(syntax: Syntax, parts: FileParts) -> str:
    """Return the whole text; ``split`` restores the same parts."""
    if syntax is YAML and delimiter_of(parts.head):
        return fence.join(parts)
    return parts.head + parts.yaml + parts.tail


def delimiter_of(head: str) -> str:
    """Return the line that closes a front matter below this opening; empty for a whole file."""
    return head.removeprefix(BOM)[:3]


def fits(text: str, syntax: Syntax, delimiter: str) -> bool:
    """Return whether a text can stand above its closing fence without ending before it."""
    if not delimiter:
        return True
    if syntax is YAML:
        return text.endswith(("\n", "\r")) and not fence.closes(text)
    return text[-1:] in ("", "\n") and f"\n{delimiter}" not in f"\n{text}"
