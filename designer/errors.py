"""Errors meant for a person: the text of each is the sentence that is shown."""

from __future__ import annotations


class DesignerError(Exception):
    """Something went wrong that a person can understand and act on.

    The message is one sentence: what happened, what stays safe, what to do. Only the window and
    the command line show it; everything below raises.
    """


class SourceError(DesignerError):
    """A file cannot be read as what it should be.

    Attributes:
        line: Line in the file, from 1, or None when the whole file is meant.
        column: Column in that line, from 1, or None.
    """

    def __init__(self, message: str, line: int | None = None, column: int | None = None) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


class EditRefused(SourceError):
    """An edit cannot be made safely; nothing has changed.

    Attributes:
        kind: A short name for the reason, for instance ``missing`` or ``alias``.
    """

    def __init__(
        self, message: str, line: int | None = None, column: int | None = None, kind: str = ""
    ) -> None:
        super().__init__(message, line, column)
        self.kind = kind


class SchemaError(DesignerError):
    """A block type's description is wrong."""


class SaveError(DesignerError):
    """A file could not be written; what was on disk is still there."""


class SaveConflict(SaveError):
    """The file on disk is no longer the one that was read; nothing was written."""


class EngineError(DesignerError):
    """The page engine or its Tailwind could not do its work.

    Attributes:
        file: The site's file that is the reason, by its path in the site, or None.
        line: Line in that file, from 1, or None.
        plain: The message without them.
    """

    def __init__(
        self,
        message: str,
        file: str | None = None,
        line: int | None = None,
        plain: str | None = None,
    ) -> None:
        super().__init__(message)
        self.file = file
        self.line = line
        self.plain = message if plain is None else plain
