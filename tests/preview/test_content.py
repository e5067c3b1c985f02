from __future__ import annotations

from dataclasses import replace

import pytest

from designer import bundled
from designer.document import (
    Page,
    diff,
    insert_item,
    move_item,
    put_value,
    remove_item,
    set_value,
)
from designer.families import default_variant
from designer.preview.page.page_messages import PageMessages, block_root
from designer.render import Renderer
from designer.schema import load_types
from designer.site import default_theme
from designer.tailwind import load_preset
from tests.variants import family

BLOCK = """  - headline: {name}
    tailwind:
      headline: {slot}
    _template: tailwindFeature
"""


def page_of(*names: str) -> Page:
    blocks = "".join(BLOCK.format(name=name, slot="text-3xl") for name in names)
    return Page.from_bytes(f"---\nblocks:\n{blocks}meta:\n  pageTitle: T\n---\n".encode())


class CountingRenderer(Renderer):
    """The real renderer, which counts."""

    drawn = 0

    def block(self, data, scope, *, root="", name=None):
        self.drawn += 1
        return super().block(data, scope, root=root, name=name)


def content_of(kind=None):
    types = load_types([bundled.folder("templates") / "g1"])
    renderer = CountingRenderer(types, marks=True, variant=kind or default_variant("g1"))
    made = PageMessages(
        renderer, load_preset("g1"), page_of("One", "Two", "Three"), default_theme()
    )
    made.full_message()
    renderer.drawn = 0
    return made


@pytest.fixture
def content():
    return content_of()


def change(content, edit, *args):
    before = content.page
    content.page = edit(before, *args)
    return content.page_changes([diff(before, content.page)], before)


def test_one_edit_renders_one_block(content):
    second = content.page.blocks[1].id
    message = change(content, set_value, ("blocks", 1, "headline"), "New")
    assert content.renderer.drawn == 1
    assert [root for root, _ in message["changed"]] == [block_root(second)]
    assert message["rules"] == []
    assert message["removed"] == message["places"] == []


def test_a_rule_is_sent_once_and_in_order(content):
    message = change(content, set_value, ("blocks", 0, "tailwind", "headline"), "mt-11 sm:mt-9")
    numbers = [number for number, _ in message["rules"]]
    assert numbers == sorted(numbers)
    assert any(".mt-11" in css for _, css in message["rules"])
    assert any("@media" in css for _, css in message["rules"])
    again = change(content, set_value, ("blocks", 1, "tailwind", "headline"), "mt-11")
    assert again["rules"] == []


def test_an_unknown_class_has_no_rule(content):
    slot = ("blocks", 0, "tailwind", "headline")
    message = change(content, set_value, slot, "w-[3px] text-md bg-gray-200 basis-1/2")
    assert message["rules"] == []


def sheet_with(content, units):
    """The present sheet with more units, each with its class, before its utilities."""
    sheet = content.sheet
    at, more = sheet.site_at, len(units)

    def moved(numbers):
        return tuple(n + more if n >= at else n for n in numbers)

    classes = {name: moved(numbers) for name, numbers in sheet.classes.items()}
    for number, (name, _) in enumerate(units):
        classes[name] = (at + number, *classes.get(name, ()))
    return replace(
        sheet,
        units=(*sheet.units[:at], *(css for _, css in units), *sheet.units[at:]),
        always=moved(sheet.always),
        classes=classes,
    )


def shown(rules, message):
    """The rules of a page after a message, as the page's script makes them."""
    now = [] if message.get("anew") else list(rules)
    for place, css in message["rules"]:
        now.insert(place, css)
    return now


def test_another_sheet_with_the_same_rules_sends_nothing(content):
    assert content.use_sheet(sheet_with(content, [("unused", ".unused{a:b}")])) is None


def test_another_sheet_sends_only_what_it_has_more(content):
    before = list(content._rules)
    units = [("text-3xl", ".text-3xl{a:b}"), ("unused", ".unused{a:b}")]
    message = content.use_sheet(sheet_with(content, units))
    assert [css for _, css in message["rules"]] == [".text-3xl{a:b}"]
    assert message["styles"] == {}
    assert shown(before, message) == content._rules


def test_another_sheet_with_other_rules_sends_them_all(content):
    before = list(content._rules)
    units = tuple(unit.replace("line-height", "x-height") for unit in content.sheet.units)
    message = content.use_sheet(replace(content.sheet, units=units))
    assert message["anew"]
    assert len(message["rules"]) == len(before)
    assert "base" in message["styles"]
    assert shown(before, message) == content._rules
    assert content.use_sheet(content.sheet) is None


def test_the_site_s_own_style_sheet_takes_the_place_of_the_family_s(content):
    message = content.use_sheet(replace(content.sheet, own=True))
    assert list(message["styles"]) == ["site"]
    assert ".markdown p:not(:last-child)" not in message["styles"]["site"]
    assert "[data-standin]" in message["styles"]["site"]


def test_a_move_sends_no_html(content):
    third = content.page.blocks[2].id
    message = change(content, move_item, ("blocks",), 2, 0)
    assert content.renderer.drawn == 0
    assert message["changed"] == []
    assert message["places"] == [(block_root(third), block_root(content.page.blocks[1].id))]


def test_insert_and_remove(content):
    gone = content.page.blocks[0].id
    new = {"headline": "N", "_template": "tailwindFeature"}
    message = change(content, insert_item, ("blocks",), 1, new)
    fresh = content.page.blocks[1].id
    assert [root for root, _ in message["changed"]] == [block_root(fresh)]
    assert message["places"] == [(block_root(fresh), block_root(content.page.blocks[2].id))]
    message = change(content, remove_item, ("blocks", 0))
    assert message["removed"] == [block_root(gone)]
    assert message["changed"] == []


def test_the_header_follows_navigation_labels(content):
    before = content.page
    content.page = put_value(before, ("blocks", 0, "navigationLabel"), "Jump here")
    message = content.page_changes([diff(before, content.page)], before)
    header = dict(message["changed"])["header"]
    assert "Jump here" in header
    assert 'href="#jump-here"' in header


class TestFamilyG2:
    PAGE = (
        "---\nbackground:\n  fillStyles: bg-white\nblocks:\n"
        "  - headline: One\n    _template: feature\nmeta:\n  title: T\n---\n"
    )

    @pytest.fixture
    def content(self):
        second = default_variant("g2")
        types = load_types([bundled.folder("templates") / "g2"])
        renderer = CountingRenderer(types, marks=True, variant=second)
        page = Page.from_bytes(self.PAGE.encode())
        made = PageMessages(
            renderer, load_preset(second.axes["preset"]), page, {"footerNav": "true"}
        )
        made.full_message()
        renderer.drawn = 0
        return made

    def test_an_edit_in_a_block_is_a_patch(self, content):
        message = change(content, set_value, ("blocks", 0, "headline"), "New")
        assert content.renderer.drawn == 1
        assert len(message["changed"]) == 1

    def test_a_title_is_not_shown(self, content):
        message = change(content, set_value, ("meta", "title"), "New")
        assert [root for root, _ in message["changed"]] == ["header"]

    def test_the_pages_background_shows_everything_anew(self, content):
        assert change(content, set_value, ("background", "fillStyles"), "bg-black") is None

    def test_so_do_the_entries_of_the_footer(self, content):
        assert change(content, put_value, ("blocks", 0, "navigationLabel"), "Jump here") is None


def test_headlines_follow_the_first_place(content):
    change(content, move_item, ("blocks",), 2, 0)
    assert content.renderer.drawn == 0
    content = content_of(family("orbit"))
    first, _, third = (block_root(block.id) for block in content.page.blocks)
    message = change(content, move_item, ("blocks",), 2, 0)
    changed = dict(message["changed"])
    assert set(changed) == {first, third}
    assert "<h2" in changed[first]
    assert "<h1" in changed[third]
    message = change(content, remove_item, ("blocks", 0))
    assert [root for root, _ in message["changed"]] == [first]
    assert "<h1" in message["changed"][0][1]


def test_the_route_reaches_the_templates(content):
    content.route = "/es"
    assert content.scope.route == "/es"
