"""Moving items between lists, and where new keys belong."""

from __future__ import annotations

import pytest

from designer.document import Page, Path, diff, move_between, put_value
from tests.document.pages import front, refusal

TWO = """\
blocks:
  - items:
      # about a
      - name: a
        text: |
          long

          text
      - name: b
    more: [x, y]
  - items:
      - name: c
  - none: []
"""


def moved(page: Page, path: Path, index: int, to: Path, to_index: int) -> Page:
    result = move_between(page, path, index, to, to_index)
    assert Page.from_bytes(result.to_bytes()).data == result.data
    return result


def test_between_blocks_with_comments() -> None:
    page = front(TWO)
    result = moved(page, ("blocks", 0, "items"), 0, ("blocks", 1, "items"), 1)
    assert (
        "      - name: c\n      # about a\n      - name: a\n        text: |\n          long\n\n"
        in (result.yaml)
    )
    assert diff(page, result).changed.keys() == {page.blocks[0].id, page.blocks[1].id}
    assert [block.id for block in result.blocks] == [block.id for block in page.blocks]


def test_to_another_depth() -> None:
    page = front(TWO)
    out = moved(page, ("blocks", 0, "items"), 0, ("blocks",), 0)
    assert out.yaml.startswith(
        "blocks:\n  # about a\n  - name: a\n    text: |\n      long\n\n      text\n  - items:\n"
    )
    back = moved(out, ("blocks",), 0, ("blocks", 1, "items"), 0)
    assert back.data == page.data
    assert back.yaml == page.yaml
    inner = moved(page, ("blocks",), 2, ("blocks", 0, "items"), 1)
    assert "      - none: []\n      - name: b\n" in inner.yaml


def test_to_other_kinds_of_lists() -> None:
    page = front(TWO)
    empty = moved(page, ("blocks", 0, "items"), 1, ("blocks", 2, "none"), 0)
    assert empty.yaml.endswith("  - none:\n      - name: b\n")
    flow = moved(page, ("blocks", 1, "items"), 0, ("blocks", 0, "more"), 2)
    assert "    more: [x, y, {name: c}]\n  - items: []\n" in flow.yaml
    block = moved(page, ("blocks", 0, "more"), 0, ("blocks", 1, "items"), 0)
    assert "  - items:\n      - x\n      - name: c\n" in block.yaml
    both = front("a: [1, 'two']\nb: [3]\n")
    assert moved(both, ("a",), 1, ("b",), 0).yaml == "a: [1]\nb: ['two', 3]\n"


def test_lists_beside_the_blocks() -> None:
    page = front("a: [1, 2]\nblocks:\n  - l: []\nb:\n  - 3\n")
    assert moved(page, ("a",), 0, ("b",), 1).data["b"] == [3, 1]
    assert moved(page, ("b",), 0, ("blocks", 0, "l"), 0).yaml == (
        "a: [1, 2]\nblocks:\n  - l:\n      - 3\nb: []\n"
    )


def test_addresses_are_those_before_the_edit() -> None:
    page = front(TWO)
    result = moved(page, ("blocks",), 0, ("blocks", 1, "items"), 0)
    assert [len(block.data.get("items", ())) for block in result.blocks] == [2, 0]
    same_list = moved(page, ("blocks",), 0, ("blocks",), 2)
    assert same_list.blocks == (*page.blocks[1:], page.blocks[0])


@pytest.mark.parametrize(
    ("path", "index", "to", "to_index", "kind"),
    [
        (("blocks",), 9, ("blocks", 0, "items"), 0, "missing"),
        (("blocks", 0), "items", ("blocks", 1, "items"), 0, "missing"),
        (("blocks", 0, "items"), 0, ("blocks", 1), 0, "missing"),
        (("blocks", 0, "items"), 0, ("blocks", 1, "items"), 5, "missing"),
        (("blocks",), 0, ("blocks", 0, "items"), 0, "value"),
    ],
)
def test_refusals(path: Path, index: int, to: Path, to_index: int, kind: str) -> None:
    assert refusal(move_between, front(TWO), path, index, to, to_index).kind == kind


def test_a_text_that_does_not_fit_is_written_anew() -> None:
    """Moved to the left, this text would lose what keeps its lines together."""
    page = front("a:\n    - b:\n        - 'x\n\n  y'\nc:\n- z\n")
    result = moved(page, ("a", 0, "b"), 0, ("c",), 0)
    assert result.data["c"] == ["x\ny", "z"]


ORDER = """\
blocks:
  - first: 1
    last: 9
    _template: one
  - first: 1
    second: 2
    last: 9
    image:
      src: x
      alt: z
    _template: one
  - second: 2
    first: 1
    _template: two
  - image:
      src: x
    last: 1
    _template: one
  - text
  - second: 2
    _template: three
  - third: 3
    _template: three
"""


@pytest.mark.parametrize(
    ("path", "keys"),
    [
        (("blocks", 0, "second"), ["first", "second", "last", "_template"]),
        (("blocks", 3, "second"), ["image", "second", "last", "_template"]),
        (("blocks", 0, "new"), ["first", "last", "new", "_template"]),
        (("blocks", 3, "image", "alt"), ["src", "alt"]),
        (("blocks", 1, "image", "new"), ["src", "alt", "new"]),
        (("other",), ["blocks", "other"]),
    ],
)
def test_new_keys_go_where_others_have_them(path: Path, keys: list[str]) -> None:
    data = put_value(front(ORDER), path, "x").data
    for step in path[:-1]:
        data = data[step]
    assert list(data) == keys


def test_a_neighbour_without_anything_in_common_shows_no_place() -> None:
    data = put_value(front("l:\n  - a: 1\n  - k: 1\n"), ("l", 0, "k"), 2).data
    assert list(data["l"][0]) == ["a", "k"]


def test_putting() -> None:
    page = front(ORDER)
    assert put_value(page, ("blocks", 0, "first"), 1) is page
    assert put_value(page, ("a", "b", "c"), [1]).data["a"] == {"b": {"c": [1]}}
    assert refusal(put_value, page, ("a", 0), 1).kind == "missing"
    assert refusal(put_value, page, ("blocks", 4, "x"), 1).kind == "missing"
    assert refusal(put_value, page, ("blocks", 9), 1).kind == "missing"
