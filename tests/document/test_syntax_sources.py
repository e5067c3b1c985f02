"""Copied items between pages of all syntaxes: what is pasted is what was copied."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from designer.document import Page, insert_source, insert_sources, item_source, remove_items
from designer.document.values import get, same, same_unordered
from designer.errors import EditRefused
from tests.document.documents import pages
from tests.document.json_documents import json_pages
from tests.document.test_machine import paths_in
from tests.document.test_sources import is_added, opened
from tests.document.toml_documents import toml_pages
from tests.refusals import Refusals

BLOCKS = ("blocks",)
any_page = toml_pages() | json_pages() | pages()


def test_cut_and_paste_at_the_same_place_is_no_change() -> None:
    refusals = Refusals()

    @settings(max_examples=150, suppress_health_check=list(HealthCheck))
    @given(toml_pages() | json_pages(), st.data())
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
            sources = [item_source(page, (*path, index)) for index in chosen]
            back = insert_sources(remove_items(page, path, chosen), path, first, sources)
        except EditRefused:
            refusals.refuse("refused")
        assert same(back.data, page.data)
        assert back.text == page.text

    law()
    refusals.check({"not readable": 0.1, "no list": 0.25, "refused": 0.04})


def test_a_pasted_block_is_the_copied_one() -> None:
    """As far as the syntax of the page can hold it; nothing else changes."""
    refusals = Refusals()

    @settings(max_examples=120, suppress_health_check=list(HealthCheck))
    @given(any_page, any_page, st.data())
    def law(one: bytes, two: bytes, draw: st.DataObject) -> None:
        refusals.begin()
        page, target = opened(one, refusals), opened(two, refusals)
        if not page.blocks:
            refusals.refuse("no block")
        index = draw.draw(st.integers(0, len(page.blocks) - 1))
        place = draw.draw(st.integers(0, len(target.blocks)))
        source = item_source(page, (*BLOCKS, index))
        try:
            value = target.syntax.adapted(page.blocks[index].data)
            after = insert_source(target, BLOCKS, place, source)
        except (EditRefused, ValueError) as error:
            refusals.refuse("no null" if "empty value" in str(error) else "refused")
        assert same_unordered(after.blocks[place].data, value)
        rest = [block for number, block in enumerate(after.blocks) if number != place]
        assert [block.data for block in rest] == [block.data for block in target.blocks]
        assert {block.id for block in target.blocks} < {block.id for block in after.blocks}
        again = Page.from_bytes(after.to_bytes())
        assert same(again.data, after.data)
        is_yaml = target.syntax.name == "yaml"
        if target.blocks and not is_yaml:
            assert is_added(target.text, after.text)

    law()
    refusals.check({"not readable": 0.2, "no block": 0.45, "no null": 0.3, "refused": 0.04})
