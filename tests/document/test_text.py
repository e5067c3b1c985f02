"""Lines, columns and splices of a text."""

from __future__ import annotations

import pytest

from designer.document.reading.fence import split
from designer.document.text import (
    Splice,
    apply_splices,
    column,
    eol_at,
    is_first,
    line_end,
    line_start,
    next_line,
    normalize_newlines,
    skip_space,
)
from designer.errors import SourceError


def test_splices_are_done_one_after_the_other() -> None:
    text = "abcdef"
    assert apply_splices(text, []) == text
    assert apply_splices(text, [Splice(1, 2, "x")]) == "axcdef"
    splices = [Splice(0, 0, "<"), Splice(1, 2, ""), Splice(3, 5, "yz!"), Splice(6, 6, ">")]
    assert apply_splices(text, splices) == "<acyz!f>"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines(end: str) -> None:
    text = f"ab{end}  c{end}"
    second = 2 + len(end)
    assert [line_start(text, at) for at in (0, 1, 2, second, second + 2)] == [
        0,
        0,
        0,
        second,
        second,
    ]
    assert [line_end(text, at) for at in (0, 2, second)] == [2, 2, second + 3]
    assert [next_line(text, at) for at in (0, 2, second)] == [second, second, len(text)]
    assert (line_end(text, len(text)), next_line(text, len(text))) == (len(text), len(text))
    assert (column(text, 1), column(text, second + 2)) == (1, 2)
    assert (eol_at(text, 0, "x"), eol_at(text, len(text), "x")) == (end, "x")
    assert (is_first(text, second + 2), is_first(text, second + 3)) == (True, False)
    assert normalize_newlines(text) == "ab\n  c\n"


def test_a_place_inside_a_line_break_is_in_its_line() -> None:
    assert line_start("a\r\nb", 2) == 0


@pytest.mark.parametrize(
    ("text", "end"),
    [("a", 0), ("  a", 2), ("\n\t# b c\n a", 9), ("#a\nb", 0), (" #a", 3), (" a#", 1), ("", 0)],
)
def test_space_and_comments_are_skipped(text: str, end: int) -> None:
    assert skip_space(text, 0) == end


@pytest.mark.parametrize(
    ("text", "words", "line"),
    [
        ("---\na: 1\n", "The front matter that begins in line 1 is not closed", 1),
        ("---\na: 1\n---x\n", "Line 3 begins with “---” but holds more than that", 3),
    ],
)
def test_where_front_matter_is_wrong(text: str, words: str, line: int) -> None:
    with pytest.raises(SourceError) as caught:
        split(text)
    assert str(caught.value).startswith(words)
    assert (caught.value.line, caught.value.column) == (line, 1)
