"""Opening a document from its file: the sentence names the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from designer.document import BlockLayout, BlockList, read_page
from designer.errors import SourceError


def test_a_page_and_by_what_its_file_is_recognised(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"---\ntitle: x\n---\n")
    page, stamp = read_page(file)
    assert page.data == {"title": "x"}
    assert page.to_bytes() == file.read_bytes()
    file.write_bytes(b"---\ntitle: y\n---\n")
    assert read_page(file)[1].digest != stamp.digest


@pytest.mark.parametrize(
    ("data", "words", "place"),
    [
        (b"---\na: 1\na: 2\n---\n", "“a.md”: Line 3", 3),
        (b"---\n- a\n---\n", "“a.md” holds no names with values", None),
    ],
)
def test_what_is_no_document(tmp_path: Path, data: bytes, words: str, place: int | None) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(data)
    with pytest.raises(SourceError, match=words) as caught:
        read_page(file)
    assert caught.value.line == place
    assert file.read_bytes() == data


def test_the_place_of_what_is_wrong(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"---\na: *x\n---\n")
    with pytest.raises(SourceError) as caught:
        read_page(file)
    assert (caught.value.line, caught.value.column) == (2, 4)


def test_the_list_of_blocks_may_lie_under_another_key(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"---\nsections:\n  - a: 1\n  - b: 2\n---\n")
    page, _ = read_page(file, lambda data, _body: BlockLayout((BlockList((next(iter(data)),)),)))
    assert page.list_path == ("sections",)
    assert [block.data for block in page.blocks] == [{"a": 1}, {"b": 2}]
    assert page.to_bytes() == file.read_bytes()
    assert read_page(file)[0].blocks == ()
