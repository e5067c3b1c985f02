"""A quick scan of the start of a page: whether it has front matter, its title and its address.

Expressions find the few values that lists and routes need, so that a page that cannot be parsed has
a name too. Results are cached by the state of the file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import yaml

from designer.site.file_state import FileState, file_state, regular

_MAX_BYTES: Final = 64 * 1024  # bytes; front matter that is longer is scanned to here
_MAX_TITLE: Final = 90
_KEYS: Final = "title|permalink|slug|url|path|id"
_PAIR = re.compile(rf"^({_KEYS})[ \t]*:[ \t]+(\S.*)$", re.MULTILINE)
_TOML_PAIR = re.compile(rf"^({_KEYS})[ \t]*=[ \t]*(\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*')", re.MULTILINE)
_TOML_TABLE = re.compile(r"^\[", re.MULTILINE)
_BLOCK_SCALAR = re.compile(r"[>|][+-]?[ \t]*(?:#.*)?$")
_COMMENT = re.compile(r"\s#.*$")
_TAG = re.compile(r"<[^<>]*>")
_FENCE = re.compile(r"(---|\+\+\+)[ \t]*(json|toml|yaml)?[ \t]*\n")


@dataclass(frozen=True)
class PageHead:
    """The result of the scan of a page.

    Attributes:
        has_front_matter: Whether the file begins with front matter.
        values: The texts of some root keys of the front matter, or of a document of data.
    """

    has_front_matter: bool = False
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The title in one line; empty for none."""
        words = " ".join(_TAG.sub(" ", self.values.get("title", "")).split())
        return words if len(words) <= _MAX_TITLE else words[: _MAX_TITLE - 1].rstrip() + "…"


def page_head(file: Path) -> PageHead:
    """Scan the start of a file; a file that cannot be read has an empty result."""
    return _scan(file, file_state(file))


@lru_cache(maxsize=50_000)
def _scan(file: Path, _state: FileState) -> PageHead:
    try:
        with regular(file).open("rb") as opened:
            data = opened.read(_MAX_BYTES)
    except (OSError, ValueError):
        return PageHead()
    text = data.decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n")
    suffix = file.suffix.lower()
    if suffix == ".json":
        return PageHead(values=_json_values(text))
    if suffix in (".yml", ".yaml"):
        return PageHead(values=_yaml_values(text))
    if suffix == ".toml":
        return PageHead(values=_toml_values(text))
    return _front_matter(text)


def _front_matter(text: str) -> PageHead:
    if text.startswith("{") and not text.startswith(("{{", "{%", "{#")):
        values = _json_values(text)
        return PageHead(bool(values) or '"' in text[:80], values)
    fence = _FENCE.match(text)
    if fence is None:
        return PageHead()
    front, closing, _ = text[fence.end() - 1 :].partition("\n" + fence[1])
    if not closing and len(text) < _MAX_BYTES // 4:
        return PageHead()
    if fence[2] == "json":
        return PageHead(has_front_matter=True, values=_json_values(front))
    is_toml = fence[1] == "+++" or fence[2] == "toml"
    return PageHead(True, _toml_values(front) if is_toml else _yaml_values(front))


def _yaml_values(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for match in _PAIR.finditer(text):
        value = match[2].strip()
        if _BLOCK_SCALAR.fullmatch(value):
            value = _indented(text, match.end())
        elif value[0] in "\"'":
            value = _scalar(value)
        elif value[0] in "[{&*!#":
            continue
        else:
            value = _COMMENT.sub("", value)
        found.setdefault(match[1], value)
    return found


def _indented(text: str, begin: int) -> str:
    """Return the lines of a block scalar, joined."""
    lines = []
    for line in text[begin + 1 :].split("\n"):
        if line.strip() and not line.startswith((" ", "\t")):
            break
        lines.append(line.strip())
    return " ".join(lines).strip()


def _scalar(source: str) -> str:
    """Return the value of a quoted scalar in one line; empty if it cannot be read."""
    try:
        value = yaml.load(source, yaml.CSafeLoader)
    except yaml.YAMLError:
        return ""
    return value if isinstance(value, str) else ""


def _toml_values(text: str) -> dict[str, str]:
    table = _TOML_TABLE.search(text)
    root = text[: table.start()] if table else text
    found: dict[str, str] = {}
    for match in _TOML_PAIR.finditer(root):
        quoted = match[2]
        found.setdefault(match[1], _scalar(quoted) if quoted[0] == '"' else quoted[1:-1])
    return found


def _json_values(text: str) -> dict[str, str]:
    """Return the texts of the root keys of the JSON object that a text begins with."""
    try:
        data: Any = json.JSONDecoder().raw_decode(text.lstrip())[0]
    except (ValueError, RecursionError):
        return {}
    if not isinstance(data, dict):
        return {}
    return {key: data[key] for key in _KEYS.split("|") if isinstance(data.get(key), str)}
