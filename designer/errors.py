"""User-visible errors: the text of each is the message that is shown."""

from __future__ import annotations


class DesignerError(Exception):
    """An error that the user can understand and act on.

    The message is one sentence: the failure, the state of the data, the remedy. Only the window and
    the command line show it; all other code raises.
    """


class SourceError(DesignerError):
    """A file cannot be parsed as the expected format.

    Attributes:
        line: Line in the file, from 1, or None for the whole file.
        column: Column in that line, from 1, or None.
    """

    def __init__(self, message: str, line: int | None = None, column: int | None = None) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


class EditRefused(SourceError):
    """An edit cannot be made safely; nothing has changed.

    Attributes:
        kind: A short identifier of the reason, for instance ``missing`` or ``alias``.
    """

    def __init__(
        self, message: str, line: int | None = None, column: int | None = None, kind: str = ""
    ) -> None:
        super().__init__(message, line, column)
        self.kind = kind


class SchemaError(DesignerError):
    """The description of a block type is invalid.

    Attributes:
        line: Line in the file, from 1, or None.
    """

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.line = line


class SaveError(DesignerError):
    """A file could not be written; its old content is still there."""


class SaveConflict(SaveError):
    """The file on disk has changed since it was read; nothing was written."""


class EngineError(DesignerError):
    """The page engine or its Tailwind failed.

    Attributes:
        file: The site's file that caused the error, by its path in the site, or None.
        line: Line in that file, from 1, or None.
        plain: The message without file and line.
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


class EngineUnavailable(DesignerError):
    """The page engine cannot start on this machine; nothing was tried with it."""
