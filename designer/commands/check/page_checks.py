"""Checks of a page around its blocks: lists, body and images."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from designer.commands.check.codes import Code
from designer.commands.check.findings import CheckFinding, path_text
from designer.document import BODY, Page, Path, line_of
from designer.site import IMAGE_SUFFIXES

HasImage = Callable[[str], bool]
"""Returns whether an address of the page leads to an image of the site."""

_LIST_KEY = "blocks"
_IMAGE_IN_MARKDOWN = re.compile(r"!\[[^\]]{0,999}\]\(\s*<?([^\s)>]+)")
_IMAGE_IN_HTML = re.compile(
    r"""<img\s(?:[^>]{0,999}?\s)?src\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE
)
_MAX_DEPTH = 12


def list_findings(file: str, page: Page) -> Iterator[CheckFinding]:
    """Yield what stands in for blocks but is none, and a body that the site does not show."""
    value = page.data.get(_LIST_KEY)
    if value is not None and not isinstance(value, list):
        is_section = _LIST_KEY in page.layout.sections
        shown = "it is shown as one block" if is_section else "nothing of it is shown as a block"
        text = f"“blocks” is no list, so {shown}."
        yield _finding(Code.BLOCKS_NO_LIST, file, page, (_LIST_KEY,), text)
    elif not any(block.data for block in page.blocks) and not _has_empty_list(page):
        text = "nothing in this page was found that could be shown."
        yield CheckFinding(Code.NO_BLOCKS, file, None, "", text)
    if page.body.strip() and not page.layout.has_body:
        text = "the text below the front matter is not shown by this site."
        yield CheckFinding(Code.BODY_IGNORED, file, line_of(page, (BODY,)), "", text)


def _has_empty_list(page: Page) -> bool:
    """Return whether the page has a list of blocks that is empty."""
    return any(_value_at(page.data, each.path) == [] for each in page.layout.lists)


def _value_at(data: Any, path: Path) -> Any:
    for key in path:
        try:
            data = data[key]
        except (LookupError, TypeError):
            return None
    return data


def image_findings(file: str, page: Page, has_image: HasImage) -> Iterator[CheckFinding]:
    """Yield the images of the site that do not exist.

    A text counts as an image if it is an address with the suffix of one. Names of icons and
    addresses of the web are not looked at.
    """
    for path, line, address in _addresses(page):
        if not has_image(address):
            text = f"“{address}” is not among the site’s files, so a placeholder is shown."
            words = "body" if path[:1] == (BODY,) else path_text(path)
            yield CheckFinding(Code.IMAGE_MISSING, file, line, words, text)


def _addresses(page: Page) -> Iterator[tuple[Path, int, str]]:
    """Yield the addresses of images in the blocks of a page, each with its path and line."""
    for index, block in enumerate(page.blocks):
        base = page.path_at(index)
        for path, text in _texts(block.data, ()):
            place = (*base, *path)
            if _is_local(text) and " " not in text.strip():
                yield place, line_of(page, place), text
            for offset, address in _images_in(text):
                if base == (BODY,):
                    start = line_of(page, (BODY,)) + _blank_lines_above_body(page)
                    yield place, start + text.count("\n", 0, offset), address
                else:
                    yield place, line_of(page, place), address


def _images_in(text: str) -> Iterator[tuple[int, str]]:
    """Yield the addresses of images of the site in Markdown and HTML, each with its offset."""
    for pattern in (_IMAGE_IN_MARKDOWN, _IMAGE_IN_HTML):
        for match in pattern.finditer(text):
            if _is_local(match[1]):
                yield match.start(), match[1]


def _blank_lines_above_body(page: Page) -> int:
    raw = page.tail[page.body_offset :]
    return raw[: len(raw) - len(raw.lstrip("\r\n"))].count("\n")


def _texts(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if len(path) > _MAX_DEPTH:
        return
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _texts(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _texts(inner, (*path, number))
    elif isinstance(value, str):
        yield path, value


def _is_local(text: str) -> bool:
    """Return whether a text is an address of an image within the site."""
    try:
        parts = urlsplit(text.strip())
    except ValueError:
        return False
    name = parts.path.rpartition("/")[2]
    suffix = "." + name.rpartition(".")[2].lower() if "." in name[1:] else ""
    plain = not (parts.scheme or parts.netloc or "{" in text or "\n" in text)
    return plain and suffix in IMAGE_SUFFIXES


def _finding(code: Code, file: str, page: Page, path: Path, message: str) -> CheckFinding:
    return CheckFinding(code, file, line_of(page, path), path_text(path), message)
