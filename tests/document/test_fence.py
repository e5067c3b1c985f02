"""Cutting a file into fence, YAML and the rest."""

from __future__ import annotations

import pytest

from designer.document import Page, insert_key, put_value, set_value
from designer.document.limits import MAX_BYTES
from designer.document.reading.fence import FileParts, closes, decode, join, split
from designer.errors import EditRefused, SourceError


@pytest.mark.parametrize(
    "text",
    [
        "---\na: 1\n---\n",
        "---\na: 1\n---",
        "---\r\na: 1\r\n---\r\nBody\r\n",
        "\ufeff--- \t\na: 1\n---  \n\n\nBody",
        "---\n---\n",
        "---\n# comment\n---\n",
        "---\na: |+\n  x\n\n\n---\n\n\n",
        "---\na: x\n...\n---\nbody\n---\nmore",
        "---\n--- \na: x\n",
    ],
)
def test_a_page_is_its_parts(text: str) -> None:
    assert join(split(text)) == text
    assert Page.from_bytes(text.encode()).to_bytes() == text.encode()


def test_parts() -> None:
    assert split("\ufeff---\r\na: 1\r\n---\r\nBody") == FileParts(
        "\ufeff---\r\n", "a: 1\r\n", "---\r\nBody"
    )
    assert split("---\na: x\n\n---\n") == FileParts("---\n", "a: x\n", "\n---\n")
    assert split("---\n--- !!map\na: x\n---\n").yaml == "--- !!map\na: x\n"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("---\na: 1\n", "not closed"),
        ("---\na: 1\n----\n---\n", "Line 3 begins with “---” but holds more"),
        ("---\na: 1\n---x\n", "holds more"),
    ],
)
def test_broken_front_matter_is_said(text: str, words: str) -> None:
    with pytest.raises(SourceError, match="othing was changed") as caught:
        Page.from_bytes(text.encode())
    assert words in str(caught.value)


@pytest.mark.parametrize("text", ["", "# A heading\n", "----\na: 1\n----\n", "\n---\na: 1\n"])
def test_a_file_without_front_matter_is_all_body(text: str) -> None:
    page = Page.from_bytes(text.encode())
    assert (page.data, page.body, page.text) == ({}, text.strip("\n"), text)


def test_what_is_no_text_is_said() -> None:
    with pytest.raises(SourceError, match=r"not UTF-8 text \(line 2\)") as caught:
        decode("ä\n".encode() + b"b\xff")
    assert (caught.value.line, caught.value.column) == (2, 2)
    with pytest.raises(SourceError, match="This file is no text, so it cannot be a page"):
        decode(b"\x89PNG\r\n\x1a\n\0\0")
    with pytest.raises(SourceError, match="save it as UTF-8"):
        decode("words".encode("utf-16"))
    with pytest.raises(SourceError, match="more than the 16 MB"):
        decode(b" " * (MAX_BYTES + 1))


def test_a_line_that_would_close_the_front_matter_is_seen() -> None:
    assert closes("a: x\n---\n")
    assert closes("---x")
    assert not closes("a: ---\n b\n--- c\n")


def test_the_line_ends_of_a_text_at_the_end_are_kept() -> None:
    """gray-matter does not pass the last line end on, so one more must stand there."""
    page = Page.from_bytes(b"---\na: x\n---\nBody\n")
    more = set_value(page, ("a",), "x\n\n")
    assert more.text == "---\na: |+\n  x\n\n\n---\nBody\n"
    assert Page.from_bytes(more.to_bytes()).data == {"a": "x\n\n"}
    assert set_value(more, ("a",), "x").text == page.text


def test_an_empty_front_matter_takes_keys() -> None:
    for text in ("---\n---\nBody", "---\n# note\n---\nBody", "---\n\n---\nBody"):
        page = put_value(Page.from_bytes(text.encode()), ("title",), "New")
        assert Page.from_bytes(page.to_bytes()).data == {"title": "New"}
        assert page.text.endswith("---\nBody")
        assert ("# note\n" in text) == ("# note\n" in page.text)


def test_a_page_may_not_grow_beyond_what_can_be_opened() -> None:
    page = Page.from_bytes(b"---\na: x\nblocks:\n  - b: x\n---\n")
    for path in [("a",), ("blocks", 0, "b")]:
        with pytest.raises(EditRefused, match="larger than 16 MB") as caught:
            set_value(page, path, "x" * MAX_BYTES)
        assert caught.value.kind == "size"
    assert insert_key(page, (), "c", "y" * 5000).data["c"] == "y" * 5000
