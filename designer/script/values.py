"""The values of a script: plain data, and symbols for what only running it would tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from tree_sitter import Node

from designer.errors import SourceError

Value: TypeAlias = Any
"""Plain data (None, bool, int, float, str, list, dict), or one of the classes of this module."""


class ScriptError(SourceError):
    """A script cannot be parsed, or exceeds a limit.

    Attributes:
        file: The file that is at fault; it may be one that the script imports.
    """

    def __init__(self, message: str, file: Path, line: int | None = None) -> None:
        super().__init__(message, line)
        self.file = file


@dataclass(frozen=True)
class Unknown:
    """A value that cannot be read from the text.

    Attributes:
        line: The line of the expression, from 1.
    """

    line: int


@dataclass(frozen=True)
class Imported:
    """A name that a package exports.

    Attributes:
        module: The name of the package; '' for a name that every script has, such as ``Object``.
        name: The exported name; ``default`` or ``*`` for the whole module.
    """

    module: str
    name: str


@dataclass(frozen=True)
class Member:
    """A property of a symbol: ``z.string``."""

    owner: Value
    name: str


@dataclass(frozen=True)
class Call:
    """A call of a symbol: ``z.string()``.

    Attributes:
        function: What is called.
        arguments: The arguments.
        line: The line of the call, from 1.
    """

    function: Value
    arguments: tuple[Value, ...]
    line: int


@dataclass(frozen=True, eq=False)
class Function:
    """A function of the site's own scripts.

    Attributes:
        node: Its syntax.
        module: The module that contains it.
        names: The local names that its body sees.
    """

    node: Node
    module: Any
    names: Mapping[str, Value]


def method_name(value: Value) -> str:
    """Return the name of the called function or method of a call; '' for another value.

    ``fields.text({…})`` and ``text({…})`` are both ``text``.
    """
    if not isinstance(value, Call):
        return ""
    function = value.function
    return function.name if isinstance(function, Imported | Member) else ""


def chain_of(value: Value) -> list[Call]:
    """Return the calls of a chain, the first one first: ``z.string().optional()`` has two."""
    calls: list[Call] = []
    while isinstance(value, Call):
        calls.append(value)
        value = value.function.owner if isinstance(value.function, Member) else None
    return calls[::-1]


def is_known(value: Value) -> bool:
    """Return whether a value and the items of a list are more than ``Unknown``."""
    if isinstance(value, list):
        return not any(isinstance(each, Unknown) for each in value)
    return not isinstance(value, Unknown)
