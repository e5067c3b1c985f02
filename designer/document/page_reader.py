"""Read a document from its file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path as FilePath

from designer.document.file_io import FileStamp, read_file
from designer.document.page import Page
from designer.document.values import Value
from designer.errors import SourceError


def read_page(
    file: FilePath, list_key: Callable[[Value], str | None] = lambda _data: None
) -> tuple[Page, FileStamp]:
    """Read a file as a document.

    Args:
        file: The file.
        list_key: Returns the key of the list of blocks for a front matter, None for the default
            key.

    Returns:
        The document, and the stamp of the file.

    Raises:
        SourceError: The file cannot be read as a document; the message names the file.
    """
    content = read_file(file)
    try:
        page = Page.from_bytes(content.data, name=file.name)
        key = list_key(page.data)
        if key is not None and key != page.list_key:
            page = Page.from_bytes(content.data, key, file.name)
    except SourceError as error:
        raise SourceError(f"“{file.name}”: {error}", error.line, error.column) from error
    if not isinstance(page.data, dict):
        raise SourceError(
            f"“{file.name}” holds no names with values, so it cannot be shown; nothing was changed."
            " Correct it in a text editor."
        )
    return page, content.stamp
