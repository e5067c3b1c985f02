"""Read a document from its file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path as FilePath

from designer.document.block_layout import HTML_BODY_TYPE, BlockLayout, FindLayout
from designer.document.file_io import FileStamp, read_file
from designer.document.page import Page
from designer.errors import SourceError

# Files whose body is HTML, mostly with tags of the site's template language.
_HTML = frozenset({".htm", ".html", ".liquid", ".njk"})


def read_page(
    file: FilePath, find_layout: FindLayout = lambda _data, _body: BlockLayout()
) -> tuple[Page, FileStamp]:
    """Read a file as a document.

    Args:
        file: The file.
        find_layout: Returns where the blocks are, for the front matter and the body.

    Returns:
        The document, and the stamp of the file.

    Raises:
        SourceError: The file cannot be read as a document; the message names the file.
    """
    content = read_file(file)
    try:
        page = parse_page(content.data, file, find_layout)
    except SourceError as error:
        raise SourceError(f"“{file.name}”: {error}", error.line, error.column) from error
    if not isinstance(page.data, dict):
        raise SourceError(
            f"“{file.name}” holds no names with values, so it cannot be shown; nothing was changed."
            " Correct it in a text editor."
        )
    return page, content.stamp


def parse_page(data: bytes, file: FilePath, find_layout: FindLayout) -> Page:
    """Parse the bytes of a file as a document, in the syntax that its suffix tells.

    Raises:
        SourceError: The bytes cannot be parsed.
    """
    page = Page.from_bytes(data, name=file.name)
    layout = find_layout(page.data, page.body)
    if file.suffix.lower() in _HTML:
        layout = replace(layout, body_type=HTML_BODY_TYPE)
    if layout.cut_path in (page.layout.cut_path, ()):
        return page.with_layout(layout)
    return Page.from_bytes(data, layout, file.name)
