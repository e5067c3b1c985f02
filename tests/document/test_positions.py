"""The lines of values in a file, as findings name them."""

import pytest

from designer.document import BODY, BODY_FIELD, BlockLayout, Page, line_of

PAGE = """---
title: A
blocks:
  # about it
  - _template: one
    items:
      - x: 1
      - x: 2

  - _template: two
    deep: {a: 1,
      b: 2}
end: yes
---

Words
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ((), 1),
        (("title",), 2),
        (("blocks",), 3),
        (("blocks", 0), 5),
        (("blocks", 0, "items", 1, "x"), 8),
        (("blocks", 1, "deep", "b"), 12),
        (("blocks", 1, "none", "b"), 10),
        (("blocks", 9), 3),
        (("end",), 13),
        (("none",), 1),
        ((BODY, BODY_FIELD), 15),
    ],
)
@pytest.mark.parametrize("eol", ["\n", "\r\n"])
def test_the_line_of_a_value(path, line, eol):
    page = Page.from_bytes(PAGE.replace("\n", eol).encode(), BlockLayout(has_body=True))
    assert page.is_cut
    assert line_of(page, path) == (line if path not in ((), ("none",)) else line_of(page, ()))
    uncut = Page.from_bytes(PAGE.replace("\n", eol).encode(), BlockLayout((), ("blocks",)))
    if path[:1] != (BODY,):
        assert line_of(uncut, path) == line_of(page, path)


def test_lines_of_a_json_document():
    page = Page.from_bytes(b'{\n "a": 1,\n "b": [\n  {"c": 2}\n ]\n}\n')
    assert [line_of(page, path) for path in (("a",), ("b", 0, "c"))] == [2, 4]


def test_pages_without_front_matter():
    assert line_of(Page.from_bytes(b"Words\n"), ("a",)) == 1
    assert line_of(Page.from_bytes(b"+++\na = 1\n+++\n"), ("a",)) >= 1
