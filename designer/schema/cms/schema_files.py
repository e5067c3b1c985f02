"""Reads the files of a site's schemas, and remembers which were read and what is wrong in them."""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from itertools import islice
from pathlib import Path
from typing import Any, Final

import yaml

from designer.errors import SchemaError
from designer.script import (
    Function,
    Script,
    ScriptError,
    ScriptReader,
    Unknown,
    Value,
    load_json,
)

MAX_BYTES: Final = {".json": 8_000_000, ".yml": 500_000, ".yaml": 500_000, ".toml": 500_000}
"""The largest schema of each format, in bytes; scripts have their own limit.

500 kB of YAML take 2 s. The largest schemas that were seen had 9 kB of YAML and 611 kB of JSON.
"""

MAX_FIELDS: Final = 50_000
"""The number of fields that the schemas of a site may describe."""

MAX_FILES: Final = 1_000
"""The number of files of a site's schemas in one folder."""

MAX_LISTED: Final = 20_000
"""The number of files that are looked at below one folder."""

_SKIPPED = frozenset({"node_modules", "vendor", "dist", "build", "public", "_site", ".git"})
_MAX_DEPTH = 6  # folders below one that holds schemas
_SCRIPTS = (".ts", ".tsx", ".mts", ".cts", ".js", ".mjs", ".cjs")


class SchemaFiles:
    """The files of a site in which its schemas are.

    Names are paths relative to the site, with slashes. A file that cannot be read has no data; its
    error is kept.

    Attributes:
        root: The folder of the site.
        broken: The errors of files that were left out, by name.
        scripts: The reader of scripts.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.broken: dict[str, SchemaError] = {}
        self.scripts = ScriptReader(root)
        self._files: dict[Path, None] = {}
        self._folders: dict[tuple[Path, tuple[str, ...]], None] = {}
        self._fields = 0

    def watched(self) -> tuple[Path, ...]:
        """Return the files whose change may change a schema, with those that appeared since."""
        files = {**self._files, **dict.fromkeys(self.scripts.files)}
        for folder, patterns in self._folders:
            files[folder] = None
            files.update(dict.fromkeys(_found(folder, patterns)))
        return tuple(files)

    def exists(self, name: str) -> bool:
        """Return whether there is such a file."""
        file = self.root / name
        self._files[file] = None
        return file.is_file()

    def first(self, names: Iterable[str]) -> str | None:
        """Return the first of these files that exists, or None."""
        return next((name for name in names if self.exists(name)), None)

    def below(self, folder: str, patterns: Iterable[str]) -> list[str]:
        """Return the files anywhere below a folder whose names match a pattern, sorted."""
        place = (self.root / folder, tuple(patterns))
        self._folders[place] = None
        return [file.relative_to(self.root).as_posix() for file in _found(*place)]

    def data(self, name: str) -> Any:
        """Return the data of a file; None if it does not exist or cannot be read.

        The format is told by the extension: YAML, TOML, JSON with comments, or a script, whose data
        is its default export.
        """
        if not self.exists(name):
            return None
        if name.endswith(_SCRIPTS):
            return self.script_value(name)
        try:
            return _parsed(self.root / name)
        except SchemaError as error:
            self.report(name, str(error), error.line)
            return None

    def script(self, name: str) -> Script | None:
        """Return a script; None if it does not exist or cannot be read."""
        if not self.exists(name):
            return None
        try:
            return self.scripts.read(self.root / name)
        except ScriptError as error:
            self.report_script(error)
            return None

    def script_value(self, name: str, *exports: str) -> Value:
        """Return what a script exports under the first of these names, or as its default.

        Of a function its result is returned. None if the script does not exist or cannot be read.
        """
        script = self.script(name)
        if script is None:
            return None
        try:
            found = next((each for each in exports if each in script.names), None)
            value = script.export(found) if found else script.default
            if isinstance(value, Function):
                value = self.scripts.apply(value)
        except ScriptError as error:
            self.report_script(error)
            return None
        return None if isinstance(value, Unknown) else value

    def report(self, name: str, reason: str, line: int | None = None) -> None:
        """Keep the error of a file."""
        where = f"{name}, line {line}," if line else name
        text = f"{where} cannot be read, so the schema in it is left out: {reason.rstrip('.')}."
        self.broken.setdefault(name, SchemaError(text, line))

    def report_script(self, error: ScriptError) -> None:
        """Keep the error of a script, or of one that it imports."""
        inside = error.file.is_relative_to(self.root)
        name = error.file.relative_to(self.root).as_posix() if inside else error.file.name
        self.report(name, str(error), error.line)

    def count(self, name: str) -> None:
        """Count a field that a schema describes.

        Args:
            name: The file that describes it.

        Raises:
            SchemaError: There are too many of them.
        """
        self._fields += 1
        if self._fields > MAX_FIELDS:
            self.report(name, f"it describes more than {MAX_FIELDS:,} fields")
            raise SchemaError(str(self.broken[name]))


def _found(folder: Path, patterns: Iterable[str]) -> list[Path]:
    files = islice(_walk(folder, 0), MAX_LISTED)
    matching = (file for file in files if any(fnmatchcase(file.name, each) for each in patterns))
    return [*islice(matching, MAX_FILES)]


def _walk(folder: Path, depth: int) -> Iterator[Path]:
    """Yield the files below a folder, sorted; links to folders are not followed."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda each: each.name)
    except OSError:
        return
    for entry in entries:
        if entry.is_file():
            yield folder / entry.name
        elif (
            depth < _MAX_DEPTH
            and entry.name not in _SKIPPED
            and entry.is_dir(follow_symlinks=False)
        ):
            yield from _walk(folder / entry.name, depth + 1)


def _parsed(file: Path) -> Any:
    """Return the data of a file.

    Raises:
        SchemaError: The file cannot be read; the text is the reason alone.
    """
    limit = MAX_BYTES.get(file.suffix, MAX_BYTES[".yml"])
    try:
        if file.stat().st_size > limit:
            raise SchemaError(f"it is larger than {limit // 1_000:,} kB")
        text = file.read_text(encoding="utf-8-sig")
        if file.suffix == ".json":
            return load_json(text)
        return tomllib.loads(text) if file.suffix == ".toml" else yaml.load(text, yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = mark.line + 1 if mark else None
        raise SchemaError(str(error.problem or error.context or "it is no YAML"), line) from error
    except json.JSONDecodeError as error:
        raise SchemaError(error.msg, error.lineno) from error
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise SchemaError(str(error)) from error
    except RecursionError as error:
        raise SchemaError("it is nested too deeply") from error
