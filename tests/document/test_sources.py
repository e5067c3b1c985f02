"""Items as texts: what is cut or copied is put in as it was written, and nothing else changes.

Every sixth of the real pages; with ``FRONTISPIECE_LONG`` in the environment all of them.
"""

from __future__ import annotations

import os
from itertools import takewhile
from pathlib import Path as File

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from designer.document import (
    Page,
    Path,
    insert_source,
    insert_sources,
    item_source,
    join_sources,
    list_sources,
    move_item,
    remove_item,
    remove_items,
    set_value,
)
from designer.document.values import get, same
from designer.errors import EditRefused, SourceError
from tests.corpus import REAL
from tests.document.documents import pages
from tests.document.pages import front, refusal
from tests.document.test_machine import paths_in
from tests.refusals import Refusals

STEP = 1 if os.environ.get("FRONTISPIECE_LONG") else 6
BLOCKS = ("blocks",)
ODD = """\
title: x
blocks:
  # about a
  - a:   'quoted'   # why

  # --- loose ---

  - _template: two
    text: >-
      folded by
      hand

      twice
    "flow": {x: [1,  2], y: "z"}
      # deep


  - c: |
      kept

  - d: plain
    over: two
      lines

# about more
more: y
"""


def read_again(page: Page) -> Page:
    """The page, which must be what its file says."""
    again = Page.from_bytes(page.to_bytes())
    assert same(again.data, page.data)
    assert again.is_cut == page.is_cut
    assert [block.source for block in again.blocks] == [block.source for block in page.blocks]
    return page


def cut(page: Page, path: Path, indexes: list[int]) -> tuple[list[str], Page]:
    sources = [item_source(page, (*path, index)) for index in indexes]
    return sources, remove_items(page, path, indexes)


def lines(source: str) -> list[str]:
    """What remains of a source when it is indented in another way."""
    return [line.strip(" \r") for line in source.strip("\r\n").split("\n")]


def is_added(before: str, after: str) -> bool:
    """True when one text is the other with something added at one place."""
    return begins_alike(before, after) + begins_alike(before[::-1], after[::-1]) >= len(before)


def begins_alike(one: str, other: str) -> int:
    """How many letters are the same from the beginning."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


# -- laws ------------------------------------------------------------------------------------------


def opened(data: bytes, refusals: Refusals) -> Page:
    """The page; an example ends if it is one that js-yaml would not read either."""
    try:
        return Page.from_bytes(data)
    except SourceError:
        refusals.refuse("not readable")


def test_cut_and_paste_at_the_same_place_is_no_change() -> None:
    """Of any list of any page, and of several neighbours as of one."""
    refusals = Refusals()

    @settings(max_examples=150, suppress_health_check=list(HealthCheck))
    @given(pages(), st.data())
    def law(data: bytes, draw: st.DataObject) -> None:
        refusals.begin()
        page = opened(data, refusals)
        lists = [
            path
            for path in paths_in(page.data)
            if isinstance(found := get(page.data, path), list) and found
        ]
        if not lists:
            refusals.refuse("no list")
        path = draw.draw(st.sampled_from(lists))
        count = len(get(page.data, path))
        first = draw.draw(st.integers(0, count - 1))
        chosen = list(range(first, draw.draw(st.integers(first, count - 1)) + 1))
        try:
            sources, without = cut(page, path, chosen)
            back = insert_sources(without, path, first, sources)
        except EditRefused:
            refusals.refuse("refused")
        assert same(back.data, page.data)
        assert back.text == page.text
        read_again(back)

    law()
    refusals.check({"not readable": 0.05, "no list": 0.25, "refused": 0.04})


def test_a_pasted_block_is_the_copied_one() -> None:
    """Its data always; its text, and all other bytes, wherever both lists are written alike."""
    refusals = Refusals()

    @settings(max_examples=150, suppress_health_check=list(HealthCheck))
    @given(pages(), pages(), st.data())
    def law(one: bytes, two: bytes, draw: st.DataObject) -> None:
        refusals.begin()
        page, target = opened(one, refusals), opened(two, refusals)
        if not page.blocks:
            refusals.refuse("no block")
        assert isinstance(target.data["blocks"], list)
        index = draw.draw(st.integers(0, len(page.blocks) - 1))
        place = draw.draw(st.integers(0, len(target.blocks)))
        source = item_source(page, (*BLOCKS, index))
        try:
            after = insert_source(target, BLOCKS, place, source)
        except EditRefused:
            refusals.refuse("refused")
        assert same(after.blocks[place].data, page.blocks[index].data)
        rest = [block for number, block in enumerate(after.blocks) if number != place]
        assert [block.data for block in rest] == [block.data for block in target.blocks]
        again = Page.from_bytes(after.to_bytes())
        assert same(again.data, after.data)
        if page.is_cut and target.is_cut and "&" not in source:
            assert is_added(target.text, after.text)
            assert lines(item_source(after, (*BLOCKS, place))) == lines(source)

    law()
    refusals.check({"not readable": 0.14, "no block": 0.45, "refused": 0.04})


def real_pages(corpus: File) -> list[Page]:
    patterns = ("*/content/**/*.md", "replay/blobs/*.md", "seed/*.md", "synthetic/*.md")
    files = [file for pattern in patterns for file in sorted(corpus.glob(pattern))]
    files = files[::STEP] if corpus == REAL else files
    return [page for page in map(Page.from_bytes, (f.read_bytes() for f in files)) if page.blocks]


def has_alias(page: Page) -> bool:
    """True if the front matter repeats a value by a YAML alias (``*name``)."""
    events = yaml.parse(page.yaml, yaml.CSafeLoader)
    return any(isinstance(event, yaml.AliasEvent) for event in events)


def test_only_an_alias_of_yaml_counts_as_an_alias() -> None:
    assert has_alias(front("a: &name x\nb: *name\n"))
    assert not has_alias(front("a: &name x\nb: '*name'\nc: |\n  *name* and *name\n# *name\n"))


def test_real_blocks_cut_and_pasted_at_the_same_place(corpus: File) -> None:
    """All blocks of a page, one by one, and all of them at once."""
    count = shared = 0
    for page in real_pages(corpus):
        path, number = page.list_path, len(page.blocks)
        for index in range(number):
            try:
                sources, without = cut(page, path, [index])
            except EditRefused:  # another block repeats a part of it (“*name”)
                shared += 1
                continue
            back = insert_sources(without, path, index, sources)
            if has_alias(page) and not page.is_cut:  # a repeated value is spelled out
                assert same(back.data, page.data)
            else:
                assert back.text == page.text
            count += 1
        if page.is_cut:
            sources, without = cut(page, path, list(range(number)))
            assert insert_sources(without, path, 0, sources).text == page.text
    assert count > (3500 / STEP / 2 if corpus == REAL else 80)
    assert shared < 10


def test_real_blocks_copied_within_a_page_and_to_others(corpus: File) -> None:
    found = real_pages(corpus)
    for number, page in enumerate(found):
        index = number % len(page.blocks)
        source = item_source(page, (*page.list_path, index))
        for target in (page, found[-1 - number], found[(number * 7 + 3) % len(found)]):
            path, place = target.list_path, (number * 5) % (len(target.blocks) + 1)
            after = read_again(insert_source(target, path, place, source))
            assert same(after.blocks[place].data, page.blocks[index].data)
            assert lines(item_source(after, (*path, place))) == lines(source)
            assert is_added(target.text, after.text)
            rest = [block.data for other, block in enumerate(after.blocks) if other != place]
            assert rest == [block.data for block in target.blocks]


# -- how it is written -----------------------------------------------------------------------------


@pytest.mark.parametrize("eol", ["\n", "\r\n"])
@pytest.mark.parametrize("first", range(4))
@pytest.mark.parametrize("count", [1, 2, 4])
def test_gaps_and_comments_come_back(first: int, count: int, eol: str) -> None:
    text = f"---\n{ODD}---\nBody\n".replace("\n", eol)
    page = Page.from_bytes(text.encode())
    chosen = [index for index in range(first, first + count) if index < 4]
    sources, without = cut(page, BLOCKS, chosen)
    assert "loose" in without.text
    assert not any("loose" in source for source in sources)
    renamed = set_value(without, ("title",), "z")
    back = read_again(insert_sources(without, BLOCKS, first, sources))
    assert back.text == text
    assert [block.id for block in back.blocks] == [block.id for block in page.blocks]
    if len(chosen) < 4:
        later = read_again(insert_sources(renamed, BLOCKS, first, sources))
        assert later.text == text.replace("title: x", "title: z")


def test_a_block_comes_back_once() -> None:
    page = front(ODD)
    sources, without = cut(page, BLOCKS, [1])
    back = insert_sources(without, BLOCKS, 1, sources)
    twice = read_again(insert_sources(back, BLOCKS, 1, sources))
    assert len({block.id for block in twice.blocks}) == 5
    assert twice.text.count("loose") == 1
    elsewhere = read_again(insert_sources(without, BLOCKS, 0, sources))
    assert elsewhere.blocks[0].id != page.blocks[1].id
    again = remove_items(back, BLOCKS, range(4))
    ids = [block.id for block in insert_sources(again, BLOCKS, 0, sources * 2).blocks]
    assert len(set(ids)) == 2


def test_what_has_changed_around_a_place_is_not_taken_back() -> None:
    page = front(ODD)
    sources, without = cut(page, BLOCKS, [2])
    moved = move_item(without, BLOCKS, 2, 1)
    after = read_again(insert_sources(moved, BLOCKS, 3, sources))
    assert [block.data for block in after.blocks] == [
        page.blocks[index].data for index in (0, 3, 1, 2)
    ]
    changed = sources[0].replace("kept", "new")
    other = read_again(insert_source(without, BLOCKS, 2, changed))
    assert other.blocks[2].id != page.blocks[2].id
    assert other.blocks[2].data == {"c": "new\n"}


def test_it_comes_back_only_to_its_place() -> None:
    page = front("blocks:\n  - a: 1\n  - b: 2\n\n  - c: 3\n")
    sources, without = cut(page, BLOCKS, [2])
    after = read_again(insert_sources(without, BLOCKS, 1, sources))
    assert after.yaml == "blocks:\n  - a: 1\n  - c: 3\n  - b: 2\n"
    assert after.blocks[1].id != page.blocks[2].id


def test_comments_that_came_there_since_are_neither_lost_nor_doubled() -> None:
    page = front("blocks:\n  - a: 1\n  - b: 2\n  - c: 3\n\n  # note\n\n  - d: 4\n")
    sources, without = cut(page, BLOCKS, [1])
    after = read_again(insert_sources(remove_item(without, ("blocks", 1)), BLOCKS, 1, sources))
    assert after.yaml == "blocks:\n  - a: 1\n  - b: 2\n\n  # note\n\n  - d: 4\n"
    first = front("blocks:\n  - a: 1\n\n  # one\n\n  - b: 2\n\n  # two\n\n  - c: 3\n")
    sources, without = cut(first, BLOCKS, [0])
    after = read_again(insert_sources(remove_item(without, ("blocks", 0)), BLOCKS, 0, sources))
    assert after.text.count("# one") == after.text.count("# two") == 1


def test_blocks_that_are_equal_come_back_in_their_order() -> None:
    page = front("blocks:\n  - a: 1\n\n  - a: 1\n  - a:  1\n")
    sources, without = cut(page, BLOCKS, [0, 1, 2])
    back = insert_sources(without, BLOCKS, 0, sources)
    assert back.text == page.text
    assert [block.id for block in back.blocks] == [block.id for block in page.blocks]


def test_to_another_column() -> None:
    page = front(ODD)
    source = item_source(page, ("blocks", 1))
    deeper = "x:\n    - y: 1\n"
    after = read_again(insert_source(front(deeper), ("x",), 1, source))
    expected = source.replace("\n", "\n  ").rstrip(" ")
    assert after.yaml == deeper + "  " + expected.replace("\n  \n", "\n\n")
    back = insert_source(front("x:\n  - y: 1\n"), ("x",), 1, item_source(after, ("x", 1)))
    assert back.yaml == "x:\n  - y: 1\n" + source
    flat = insert_source(front("x:\n- y: 1\n"), ("x",), 0, source)
    assert item_source(flat, ("x", 0)).startswith("- _template: two\n  text: >-\n    folded")


def test_blank_lines_with_spaces_keep_those_that_mean_something() -> None:
    text = "blocks:\n      - a: |\n          one\n            \n   \n          two\n"
    page = front(text)
    source = item_source(page, ("blocks", 0))
    after = insert_source(front("blocks:\n  - b: 1\n"), BLOCKS, 1, source)
    assert after.yaml.endswith("  - a: |\n      one\n        \n\n      two\n")
    assert after.blocks[1].data == {"a": "one\n  \n\ntwo\n"}


def test_a_line_that_cannot_go_to_the_left_stays() -> None:
    page = front("a:\n    - b:\n        - 'x\n\n  y'\nc:\n- z\n")
    source = item_source(page, ("a", 0, "b", 0))
    assert insert_source(page, ("c",), 0, source).yaml.endswith("c:\n- 'x\n\n  y'\n- z\n")


@pytest.mark.parametrize(
    ("yaml", "source", "written"),
    [
        ("l: []  # note\n", "- 'a'  # why\n", "l:  # note\n  - 'a'  # why\n"),
        ("l: []\n", "    # own\n    - a:   1\n      b: 2\n", "l:\n  # own\n  - a:   1\n    b: 2\n"),
        ("l: []\nm:\n- 1\n", "  - 'a'\n", "l:\n- 'a'\nm:\n- 1\n"),
        ("l: []\n", '["a"]\n', "l:\n  - a\n"),
        ("l: [1,  2]\n", '[ {a:   "b"} ]\n', 'l: [{a:   "b"},  1,  2]\n'),
        ("l: [1]\n", "- {a:   'b'}\n", 'l: [{"a": "b"}, 1]\n'),
        ('{"l": [1, 2]}\n', "[{a: b}]\n", '{"l": [{"a": "b"}, 1, 2]}\n'),
        ('{"l": [1, 2]}\n', '[{"a":"b"}]\n', '{"l": [{"a":"b"}, 1, 2]}\n'),
        ("l: [1]\n", "    [{a: 1,\n      b: 2}]\n", "l: [{a: 1,\n  b: 2}, 1]\n"),
        ("l:\n  - 1\n", "[{'a': 1}]\n", "l:\n  - a: 1\n  - 1\n"),
        ("{l: []}\n", "- 'a'\n", "{l: [a]}\n"),
        ("l:\n  - 1\n", "# loose\n\n- 'a'\n\n", "l:\n  # loose\n\n  - 'a'\n  - 1\n"),
    ],
)
def test_in_other_lists(yaml: str, source: str, written: str) -> None:
    """As it is where the list is written alike, otherwise as the list is."""
    assert read_again(insert_source(front(yaml), ("l",), 0, source)).yaml == written


def test_the_first_item_of_a_list_in_a_list() -> None:
    after = read_again(insert_source(front("l:\n  - []\n"), ("l", 0), 0, "- 'a'\n"))
    assert after.yaml == "l:\n  - - a\n"


def test_loose_comments_that_are_pasted_with_the_first_block_stand_above_the_blocks() -> None:
    page = front("blocks:\n  - a: 1\n")
    after = read_again(insert_source(page, BLOCKS, 0, "# loose\n\n- a: 0\n"))
    assert after.frame.before == "blocks:\n  # loose\n\n"
    below = read_again(insert_source(page, BLOCKS, 1, "# loose\n\n- a: 2\n"))
    assert below.yaml == "blocks:\n  - a: 1\n  # loose\n\n  - a: 2\n"


def test_in_json() -> None:
    page = Page.from_bytes(b'{"l": [{"a": 1}]}')
    assert insert_source(page, ("l",), 1, "- b: 2\n").text == '{"l": [{"a": 1}, {"b": 2}]}'
    assert insert_source(page, ("l",), 1, "[{b: 2}]\n").text == '{"l": [{"a": 1}, {"b": 2}]}'
    empty = Page.from_bytes(b'{"l": []}')
    assert insert_source(empty, ("l",), 0, "- b: 2\n").text == '{"l": [{"b": 2}]}'
    tabs = Page.from_bytes(b'{"l": [{\n\t"a": 1}]}')
    assert item_source(tabs, ("l", 0)) == '[{\n\t"a": 1}]\n'


def test_other_line_breaks() -> None:
    page = Page.from_bytes(b"---\r\nblocks:\r\n  - a:  1\r\n---\r\n")
    after = insert_source(page, BLOCKS, 1, "- b:  |\n    x\n    y\n")
    assert after.text == "---\r\nblocks:\r\n  - a:  1\r\n  - b:  |\r\n      x\r\n      y\r\n---\r\n"
    source = item_source(after, ("blocks", 1))
    assert "\r\n" in source
    assert "\r" not in insert_source(front("blocks:\n  - a: 1\n"), BLOCKS, 0, source).text


# -- anchors, and what cannot be read alone ----------------------------------------------------


def test_anchors() -> None:
    page = front("blocks:\n  - a: &x 1\n    b: *x\n  - c: 2\n")
    sources, without = cut(page, BLOCKS, [0])
    assert insert_sources(without, BLOCKS, 0, sources).text == page.text
    taken = front("t: &x 5\nblocks:\n  - c: 2\nu: *x\n")
    after = read_again(insert_sources(taken, BLOCKS, 0, sources))
    assert after.blocks[0].source == "  - a: 1\n    b: 1\n"
    assert after.data["u"] == 5
    equal = front("t: &x 1\nblocks:\n  - c: 2\nu: *x\n")
    assert read_again(insert_sources(equal, BLOCKS, 0, sources)).is_cut


def test_a_part_of_another_block_is_written_out() -> None:
    page = front("blocks:\n  - a: &x {b: 1}\n  - a: *x\n    c:   3\n")
    assert item_source(page, ("blocks", 1)) == "- a:\n    b: 1\n  c: 3\n"
    shared = front("l: &l\n  - a:  1\nm: *l\n")
    assert item_source(shared, ("l", 0)) == "- a: 1\n"
    assert list_sources(shared, ("l",)) == ["- a: 1\n"]
    tagged = front("blocks:\n  - a: &x !t 1\n  - a: *x\n")
    assert refusal(item_source, tagged, ("blocks", 1)).kind == "value"


def test_all_items_with_the_comments_between_them() -> None:
    sources = list_sources(front(ODD), BLOCKS)
    assert sources[0] == "  # about a\n  - a:   'quoted'   # why\n"
    assert sources[1].startswith("  # --- loose ---\n\n  - _template: two\n    text: >-\n")
    assert sources[2] == "  - c: |\n      kept\n"
    assert list_sources(front("l: [{a: 1},  'b']\n"), ("l",)) == ["[{a: 1}]\n", "['b']\n"]
    after = read_again(insert_sources(front("title: x\n"), BLOCKS, 0, sources))
    assert after.yaml == "title: x\nblocks:\n" + "".join(sources)


def test_one_text_of_several() -> None:
    sources = ["  # own\n  - 'a'\n", '["b"]\n', "- c: |\n    x\n"]
    assert join_sources(sources) == "# own\n- 'a'\n- 'b'\n- c: |\n    x\n"


@pytest.mark.parametrize("yaml", ["", "title: x\n", "blocks:\n", "blocks: []\n", "blocks: null\n"])
def test_the_first_block(yaml: str) -> None:
    after = read_again(insert_sources(front(yaml), BLOCKS, 0, ["- a:   'x'\n", "- b: 1\n"]))
    assert after.yaml.endswith("blocks:\n  - a:   'x'\n  - b: 1\n")
    assert insert_sources(front(yaml), BLOCKS, 0, []).yaml == yaml


def test_the_last_block_comes_back_beside_other_changes() -> None:
    page = front("t: 1\nblocks:\n  # own\n  - a:   'x'\n\nend: 1\n")
    sources, without = cut(page, BLOCKS, [0])
    assert insert_sources(without, BLOCKS, 0, sources).text == page.text
    changed = set_value(without, ("t",), 2)
    assert "  # own\n  - a:   'x'\n" in insert_sources(changed, BLOCKS, 0, sources).yaml


@pytest.mark.parametrize("source", ["", "a: 1\n", "- a\n- b\n", "- [\n", "text"])
def test_what_is_no_source(source: str) -> None:
    assert refusal(insert_source, front(ODD), BLOCKS, 0, source).kind == "value"


def test_no_such_place() -> None:
    page: Page = front(ODD)
    path: Path = ("blocks",)
    assert refusal(insert_source, page, path, 9, "- a\n").kind == "missing"
    assert refusal(insert_source, page, ("none",), 0, "- a\n").kind == "missing"
    assert refusal(item_source, page, ("blocks", 9)).kind == "missing"
    assert refusal(list_sources, page, ("title",)).kind == "missing"
    assert refusal(remove_item, page, ("blocks", 9)).kind == "missing"
