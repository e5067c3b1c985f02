"""Opening a document from its file."""

from __future__ import annotations

from pathlib import Path as FilePath

from designer.document.files import Stamp, read_file
from designer.document.page import Page
from designer.errors import SourceError


def read_page(file: FilePath) -> tuple[Page, Stamp]:
    """Read a file as a document.

    Returns:
        Its value, and by what the file is recognised.

    Raises:
        SourceError: The file cannot be read as a document; the sentence names the file.
    """
    content = read_file(file)
    try:
        page = Page.from_bytes(content.data)
    except SourceError as error:
        raise SourceError(f"“{file.name}”: {error}", error.line, error.column) from error
    if not isinstance(page.data, dict):
        raise SourceError(
            f"“{file.name}” holds no names with values, so it cannot be shown; nothing was changed."
            " Correct it in a text editor."
        )
    return page, content.stamp
