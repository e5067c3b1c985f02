"""Read a site's configuration files safely: data is parsed, code is read as data or searched.

A file that is missing, too large or broken has no values. Nothing is executed.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from designer.errors import SourceError
from designer.script import SUFFIXES, Call, Function, ScriptError, ScriptReader, load_json
from designer.site.file_state import FileState, file_state, is_file, regular
from designer.site.site_kinds import Reading

_MAX_BYTES = 1_000_000  # bytes; larger files are no configuration
_MAX_VALUES = 2_000  # maximum number of values of one key path
_STRING_OR_COMMENT = re.compile(
    r"""("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`)|/\*.*?\*/|//[^\n]*""", re.DOTALL
)
_QUOTED = re.compile(r""""([^"\n]*)"|'([^'\n]*)'|`([^`\n]*)`""")


def read_data(root: Path, file: Path) -> dict[str, Any]:
    """Return the mapping of a file of a site; empty if it cannot be read.

    Args:
        root: The folder of the site.
        file: A YAML, TOML or JSON file; or a script, whose data is what it exports.
    """
    return _read_data(root, file, file_state(file))[0]


def data_error(root: Path, file: Path) -> SourceError | None:
    """Return the reason why ``read_data`` cannot read a file; None if it can."""
    return _read_data(root, file, file_state(file))[1]


@lru_cache(maxsize=256)
def _read_data(
    root: Path, file: Path, state: FileState
) -> tuple[dict[str, Any], SourceError | None]:
    text = _read_text(file, state)
    data: Any
    try:
        if file.suffix in SUFFIXES:
            data = _exports(root, file)
        elif file.suffix == ".json":
            data = load_json(text)
        elif file.suffix == ".toml":
            data = tomllib.loads(text)
        else:
            data = yaml.load(text, yaml.CSafeLoader)
    except (ScriptError, ValueError, yaml.YAMLError, RecursionError) as error:
        line = _line_of(error)
        where = f" at line {line}" if line else ""
        broken = error.file if isinstance(error, ScriptError) else file
        sentence = (
            f"{broken.name} cannot be read{where}, so the site is shown without what it says;"
            " correct it in a text editor."
        )
        return {}, SourceError(sentence, line)
    return data if isinstance(data, dict) else {}, None


def _exports(root: Path, file: Path) -> dict[str, Any]:
    """Return what a script exports by name, with the keys of its default export.

    Raises:
        ScriptError: It cannot be read.
    """
    reader = ScriptReader(root)
    script = reader.read(file)
    whole = script.default
    if isinstance(whole, Function):
        whole = reader.apply(whole)
    if isinstance(whole, Call) and whole.arguments:  # defineConfig({…})
        whole = whole.arguments[0]
    named = {name: script.export(name) for name in script.names}
    return {**named, **(whole if isinstance(whole, dict) else {})}


def _line_of(error: Exception) -> int | None:
    """Return the line that a parser complains about, from 1."""
    if isinstance(error, SourceError):
        return error.line
    if isinstance(error, json.JSONDecodeError):
        return error.lineno
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark:
        return int(error.problem_mark.line) + 1
    found = re.search(r"at line (\d+)", str(error))
    return int(found[1]) if found else None


@lru_cache(maxsize=256)
def _read_text(file: Path, _state: FileState) -> str:
    try:
        if regular(file).stat().st_size > _MAX_BYTES:
            return ""
        return file.read_text(encoding="utf-8-sig", errors="replace")
    except (OSError, ValueError):
        return ""


def read_code(file: Path) -> str:
    """Return the text of a file of code without its comments; empty if it cannot be read."""
    text = _read_text(file, file_state(file))
    return _STRING_OR_COMMENT.sub(lambda match: match[1] or "", text)


def matching_files(root: Path, patterns: Iterable[str]) -> Iterator[Path]:
    """Yield the files that globs from a folder match; the last part may have wildcards."""
    for pattern in patterns:
        path = PurePosixPath(pattern)
        if any(sign in path.name for sign in "*?["):
            try:
                names = sorted(each.name for each in (root / path.parent).iterdir())
            except OSError:  # an unreadable or missing folder is treated as empty
                continue
            files = (root / path.parent / name for name in names if fnmatchcase(name, path.name))
            yield from filter(is_file, files)
        elif is_file(root / path):
            yield root / path


def values_of(root: Path, readings: Iterable[Reading]) -> dict[str, list[str]]:
    """Return the texts that a site's configuration gives for each role, as written.

    A role that no file names is missing.
    """
    found: dict[str, list[str]] = {}
    for reading in readings:
        for file in matching_files(root, reading.files):
            if reading.keys:
                data = read_data(root, file)
                data = {reading.under: data} if reading.under else data
                for role, paths in reading.keys.items():
                    texts = [each for path in paths for each in texts_at(data, path)]
                    found.setdefault(role, []).extend(texts)
            for role, pattern in reading.patterns.items():
                texts = [match[1] for match in pattern.finditer(read_code(file))]
                found.setdefault(role, []).extend(texts)
    return {role: list(dict.fromkeys(texts)) for role, texts in found.items() if texts}


def texts_at(data: Any, path: str) -> list[str]:
    """Return the texts to which a path of keys leads.

    Args:
        data: The data of a configuration.
        path: As for ``values_at``.
    """
    return [value for _name, value in values_at(data, path) if isinstance(value, str)]


def values_at(data: Any, path: str) -> list[tuple[str, Any]]:
    """Return the values to which a path of keys leads.

    Each comes with its name: the last key of a mapping for which a ``*`` stood, empty for none.

    Args:
        data: The data of a configuration.
        path: Keys separated by ``/``; ``.`` for the data itself. ``*`` stands for each value of a
            mapping, item of a list or argument of a call, ``@`` at the end for each key of a
            mapping or item of a list. ``=GLOB`` stays at a list whose first item is such a text.
    """
    level: list[tuple[str, Any]] = [("", data)]
    for key in path.split("/") if path != "." else ():
        below: list[tuple[str, Any]] = []
        for name, value in level:
            below += _below(name, value, key)
        level = below[:_MAX_VALUES]
    return level


def _below(name: str, value: Any, key: str) -> list[tuple[str, Any]]:
    if key == "@":
        return [(name, each) for each in value] if isinstance(value, Mapping | list) else []
    if key == "*":
        if isinstance(value, Mapping):
            return [(str(inner), each) for inner, each in value.items()]
        items = value.arguments if isinstance(value, Call) else value
        return [(name, each) for each in items] if isinstance(items, list | tuple) else []
    if key.startswith("="):
        first = value[0] if isinstance(value, list) and value else None
        return [(name, value)] if isinstance(first, str) and fnmatchcase(first, key[1:]) else []
    return [(name, value[key])] if isinstance(value, Mapping) and key in value else []


def quoted(text: str) -> list[str]:
    """Return the quoted texts within a piece of code; the text itself if it has no quotes."""
    found = ["".join(groups) for groups in _QUOTED.findall(text)]
    return found or [text]
