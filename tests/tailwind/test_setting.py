"""Reading and writing one property of a slot."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designer.tailwind import (
    PROPERTIES,
    PropertyValue,
    breakpoints,
    choices,
    declared_value,
    get_property,
    load_preset,
    remove,
    replace_word,
    set_property,
    words,
)
from designer.tailwind.breakpoints import with_variant
from designer.tailwind.jit_index import index_of
from designer.tailwind.properties import COMPANIONS
from tests.tailwind.sheets import asked_for, sheet_of

PRESETS = ("g1", "v3", "v4")
NOTHING = PropertyValue(None, None, "")


def said(slot, prop, at="", preset="g1"):
    found = get_property(slot, prop, at, load_preset(preset))
    return found.utility, found.index, found.breakpoint_name


@pytest.mark.parametrize(
    ("slot", "prop", "at", "told"),
    [
        ("", "color", "", (None, None, "")),
        ("undefined to-edge", "color", "", (None, None, "")),
        (" pt-4  x", "padding-top", "", ("pt-4", 0, "")),
        ("pt-4 p-8", "padding-top", "", ("pt-4", 0, "")),
        ("pt-4 p-8", "padding-left", "", ("p-8", 1, "")),
        ("text-3xl text-xl", "font-size", "", ("text-3xl", 0, "")),
        ("text-xl text-3xl", "font-size", "", ("text-3xl", 1, "")),
        ("text-3xl text-3xl", "font-size", "", ("text-3xl", 0, "")),
        ("text-3xl text-left text-primary", "font-size", "", ("text-3xl", 0, "")),
        ("text-3xl text-left text-primary", "text-align", "", ("text-left", 1, "")),
        ("text-3xl text-left text-primary", "color", "", ("text-primary", 2, "")),
        ("text-3xl", "line-height", "", ("text-3xl", 0, "")),
        ("leading-6 text-3xl", "line-height", "", ("leading-6", 0, "")),
        ("leading-6 sm:text-3xl", "line-height", "sm", ("text-3xl", 1, "sm")),
        ("hover:pt-4 first:pt-4 sm:hover:pt-4", "padding-top", "sm", (None, None, "")),
        ("p-4 sm:p-1 md:p-2", "padding-top", "", ("p-4", 0, "")),
        ("p-4 sm:p-1 md:p-2", "padding-top", "lg", ("p-4", 0, "")),
        ("p-4 sm:p-1 md:p-2", "padding-top", "md", ("p-2", 2, "md")),
        ("p-4 sm:p-1 md:p-2", "padding-top", "sm", ("p-1", 1, "sm")),
        ("p-4 md:p-2", "padding-top", "sm", ("p-2", 1, "md")),
        ("pt-4 md:p-2", "padding-top", "md", ("p-2", 1, "md")),
    ],
)
def test_what_wins(slot, prop, at, told):
    assert said(slot, prop, at) == told


@pytest.mark.parametrize("preset", ["v3", "v4"])
@pytest.mark.parametrize(
    ("at", "told"),
    [
        ("", ("p-4", 0, "")),
        ("sm", ("p-1", 1, "sm")),
        ("md", ("p-2", 2, "md")),
        ("lg", ("p-2", 2, "md")),
        ("2xl", ("p-2", 2, "md")),
    ],
)
def test_what_wins_where_wider_screens_come_later(preset, at, told):
    assert said("p-4 sm:p-1 md:p-2", "padding-top", at, preset) == told


def test_a_line_height_that_waits_for_another():
    slot = "leading-6 sm:text-3xl"
    assert said(slot, "line-height", "sm", "v3") == ("text-3xl", 1, "sm")
    assert said(slot, "line-height", "sm", "v4") == ("leading-6", 0, "")
    assert said("sm:text-3xl", "line-height", "sm", "v4") == ("text-3xl", 0, "sm")


def test_no_such_breakpoint():
    sheet = load_preset("g1")
    for utility in ("pt-4", None):
        with pytest.raises(KeyError):
            set_property("p-4", "padding-top", "xl", utility, sheet)
    with pytest.raises(KeyError):
        get_property("p-4", "padding-top", "xl", sheet)


LAYERS = ("@layer theme, base, components, utilities;",)


@pytest.mark.parametrize(
    ("slot", "wins"),
    [
        ("utility component", "utility"),
        ("utility component bare", "bare"),
        ("utility component bare! component!", "component!"),
        ("bare bare!", "bare!"),
        ("mine utility", "mine"),
    ],
)
def test_layers_and_importance_as_in_a_browser(slot, wins):
    rules = {
        "bare": ".bare{color:red}",
        "bare!": r".bare\!{color:red!important}",
        "utility": "@layer utilities{.utility{color:red}}",
        "component": "@layer components{.component{color:red}}",
        "component!": r"@layer components{.component\!{color:red !important}}",
        "mine": "@layer mine{.mine{color:red}}",
    }
    sheet = sheet_of(rules)
    sheet = replace(sheet, units=sheet.units + LAYERS, always=(len(sheet.units),))
    assert get_property(slot, "color", "", sheet).utility == wins


def test_two_names_of_one_screen():
    rules = {
        name: f"@media (max-width: 700px){{.{name.replace(':', chr(92) + ':')}{{color:red}}}}"
        for name in ("sm:x", "phone:x")
    }
    sheet = sheet_of(rules, theme={"screens": [["sm", {"max": 700}], ["phone", {"max": 700}]]})
    assert get_property("sm:x phone:x", "color", "sm", sheet).breakpoint_name == "phone"
    assert get_property("sm:x", "color", "phone", sheet) == PropertyValue("x", 0, "sm")


@pytest.mark.parametrize(
    ("slot", "prop", "at", "utility", "after"),
    [
        ("", "color", "", "text-primary", "text-primary"),
        ("   ", "color", "", "text-primary", "text-primary    "),
        (" pt-4\n x", "padding-top", "", "pt-6", " pt-6\n x"),
        ("text-3xl  text-left", "color", "", "text-primary", "text-3xl  text-left text-primary"),
        ("text-3xl  flex ", "color", "", "text-primary", "text-3xl text-primary  flex "),
        ("pt-4  flex", "padding-left", "", "pl-2", "pt-4 pl-2  flex"),
        ("flex sm:hidden  x", "padding-left", "sm", "pl-2", "flex sm:hidden sm:pl-2  x"),
        ("flex sm:hidden  x", "padding-left", "", "pl-2", "flex pl-2 sm:hidden  x"),
        ("sm:pt-4 x", "padding-left", "", "pl-2", "sm:pt-4 pl-2 x"),
        ("undefined x ", "order", "", "order-1", "undefined x order-1 "),
        ("p-4  x", "padding-top", "", "pt-6", "p-4 pt-6  x"),
        ("p-4 x", "padding-top", "sm", "pt-6", "p-4 sm:pt-6 x"),
        ("text-3xl", "font-size", "", "text-xl", "text-xl"),
        ("text-3xl leading-6", "font-size", "sm", "text-xl", "text-3xl leading-6 sm:text-xl"),
        ("text-3xl", "line-height", "", "leading-6", "text-3xl leading-6"),
        ("prose x", "color", "", "text-primary", "prose text-primary x"),
        ("hover:pt-4", "padding-top", "", "pt-6", "hover:pt-4 pt-6"),
        ("rounded-t-lg", "border-radius", "", "rounded", "rounded-t-lg rounded"),
        ("pt-4", "padding-top", "", "pt-4", "pt-4"),
        ("pt-4 pt-4", "padding-top", "", "pt-4", "pt-4 pt-4"),
        # The same word twice stays twice; a weaker one stays, a stronger one cannot.
        ("pt-4  pt-4", "padding-top", "", "pt-6", "pt-6  pt-6"),
        ("pt-2 x pt-4", "padding-top", "", "pt-6", "pt-2 x pt-6"),
        ("pt-2 x pt-4", "padding-top", "", "pt-1", "x pt-1"),
        ("pt-2 x pt-4", "padding-top", "", "pt-2", "pt-2 x"),
        # A utility that declares more takes the place of those that it is instead of.
        ("pt-2 flex pb-2", "padding-top", "", "p-6", "p-6 flex pb-2"),
        ("p-6 flex pb-2", "padding-bottom", "", "p-6", "p-6 flex"),
        ("p-6 flex", "padding-left", "", "p-6", "p-6 flex"),
        ("p-6 flex", "padding-left", "", "p-2", "p-2 flex"),
        ("px-2 flex", "padding-left", "", "p-6", "p-6 flex"),
        # Taking out.
        ("pt-4", "padding-top", "", None, ""),
        (" pt-4  x", "padding-top", "", None, "  x"),
        ("p-4 pt-6", "padding-top", "", None, "p-4"),
        ("p-4 x", "padding-top", "", None, "px-4 pb-4 x"),
        ("sm:-m-4 x", "margin-left", "sm", None, "sm:-my-4 sm:-mr-4 x"),
        ("p-4 pb-2", "padding-top", "", None, "px-4 pb-2"),
        ("p-4 px-2", "padding-top", "", None, "pb-4 px-2"),
        ("p-4 px-2 pb-2", "padding-top", "", None, "px-2 pb-2"),
        ("px-4  x", "padding-left", "", None, "pr-4  x"),
        ("border-2 x", "border-top-width", "", None, "border-r-2 border-b-2 border-l-2 x"),
        ("border x", "border-top-width", "", None, "border-r border-b border-l x"),
        ("border-1", "border-top-width", "", None, "border-r-1 border-b-1 border-l-1"),
        ("text-3xl", "line-height", "", None, "text-3xl"),
        ("p-4", "padding-top", "sm", None, "p-4"),
        ("pt-4 pt-2 sm:pt-1", "padding-top", "", None, "sm:pt-1"),
        ("undefined", "padding-top", "", None, "undefined"),
    ],
)
def test_setting_a_property(slot, prop, at, utility, after):
    assert set_property(slot, prop, at, utility, load_preset("g1")) == after


def test_all_sides_at_once_by_one_utility():
    slot = "pt-2 flex pb-4 sm:pl-1"
    for side in ("top", "right", "bottom", "left"):
        slot = set_property(slot, f"padding-{side}", "", "p-6", load_preset("g1"))
    assert slot == "p-6 flex sm:pl-1"


WRONG_ORDER = {
    "pt-6": ".pt-6{padding-top:6px}",
    "pt-4": ".pt-4{padding-top:4px}",
    "pr-4": ".pr-4{padding-right:4px}",
    "py-4": ".py-4{padding-top:4px;padding-bottom:4px}",
    "pb-4": ".pb-4{padding-bottom:4px}",
    "pl-4": ".pl-4{padding-left:4px}",
    "p-4": ".p-4{padding:4px}",
    "card": ".card{padding:9px}",
    "odd": ".odd{padding:4px;overflow:hidden}",
}


@pytest.mark.parametrize(
    ("slot", "after"),
    [
        ("a p-4  b", "a pr-4 pb-4 pl-4 pt-6  b"),
        ("py-4 p-4", "pr-4 pb-4 pl-4 pt-6"),
        ("card", "card pt-6"),
        ("odd", "odd pt-6"),
    ],
)
def test_a_stronger_wide_utility_gives_way_to_longer_forms(slot, after):
    sheet = sheet_of(WRONG_ORDER)
    assert set_property(slot, "padding-top", "", "pt-6", sheet) == after


def test_what_cannot_give_way_wins_and_that_is_told():
    sheet = sheet_of(WRONG_ORDER)
    slot = set_property("card", "padding-top", "", "pt-6", sheet)
    assert get_property(slot, "padding-top", "", sheet).utility == "card"
    assert set_property(slot, "padding-top", "", None, sheet) == "card"


def test_a_screen_that_always_holds_with_another_wins_and_that_is_told():
    sheet = load_preset("cryptonet")  # its `sm` is wider than its `md`, and comes later
    slot = set_property("sm:pt-4", "padding-top", "md", "pt-6", sheet)
    assert slot == "sm:pt-4 md:pt-6"
    assert get_property(slot, "padding-top", "md", sheet) == PropertyValue("pt-4", 0, "sm")
    assert set_property(slot, "padding-top", "md", None, sheet) == "sm:pt-4"


@pytest.mark.parametrize("preset", ["v3", "v4"])
class TestWhatIsNotBuiltYet:
    def test_it_is_set_and_read_all_the_same(self, preset):
        few = asked_for(load_preset(preset), ["p-4", "md:p-2", "flex"])
        slot = set_property("p-4 flex md:p-2", "padding-top", "sm", "pt-6", few)
        assert slot == "p-4 flex md:p-2 sm:pt-6"
        assert get_property(slot, "padding-top", "sm", few) == PropertyValue("pt-6", 3, "sm")
        assert get_property(slot, "padding-top", "md", few) == PropertyValue("p-2", 2, "md")
        assert set_property(slot, "padding-top", "sm", None, few) == "p-4 flex md:p-2"

    def test_a_built_utility_at_another_breakpoint(self, preset):
        few = asked_for(load_preset(preset), ["text-3xl"])
        assert get_property("sm:text-3xl", "font-size", "md", few) == PropertyValue(
            "text-3xl", 0, "sm"
        )

    def test_its_rank_is_not_known_so_others_go(self, preset):
        few = asked_for(load_preset(preset), ["pt-4", "pt-8"])
        assert set_property("pt-4 x pt-8", "padding-top", "", "pt-6", few) == "x pt-6"

    def test_a_word_that_is_no_class_of_the_theme_says_nothing(self, preset):
        few = asked_for(load_preset(preset), ["pt-4"])
        assert get_property("pt-nothing undefined sm:", "padding-top", "", few) == NOTHING

    def test_a_class_that_was_asked_for_in_vain_says_nothing(self, preset):
        few = asked_for(load_preset(preset), ["pt-4"])
        few = replace(few, requested=few.requested | {"pt-6"})
        assert get_property("pt-6", "padding-top", "", few) == NOTHING


def some_words(preset):
    known = ("p-4", "px-2", "pt-1", "text-3xl", "text-left", "leading-6", "inset-0", "border")
    known += ("hover:p-4", "rounded-t-lg", "prose", "flex", "hidden", "from-white", "gap-x-2")
    odd = ("undefined", "to-edge", "items-start-vertical", "sm:", "x", "§")
    places = [each.name for each in breakpoints(load_preset(preset))]
    return st.builds(with_variant, st.sampled_from(known + odd), st.sampled_from(places))


@st.composite
def cases(draw):
    preset = draw(st.sampled_from(PRESETS))
    sheet = load_preset(preset)
    space = st.sampled_from(["", " ", "  ", "\n", "\t "])
    parts = draw(st.lists(st.tuples(space, some_words(preset))))
    slot = "".join((lead or " ") + word for lead, word in parts) + draw(space)
    slot = draw(space) + slot.removeprefix(" ")
    prop = draw(st.sampled_from(sorted(PROPERTIES)))
    at = draw(st.sampled_from([each.name for each in breakpoints(sheet)]))
    offered = [choice.utility for choice in choices(sheet, prop)]
    return preset, slot, prop, at, draw(st.sampled_from(offered))


@given(cases())
def test_the_promised_utility_wins(case):
    preset, slot, prop, at, utility = case
    sheet = load_preset(preset)
    found = get_property(set_property(slot, prop, at, utility, sheet), prop, at, sheet)
    assert (found.utility, found.breakpoint_name) == (utility, at)


@given(cases())
def test_setting_twice_is_setting_once(case):
    preset, slot, prop, at, utility = case
    sheet = load_preset(preset)
    once = set_property(slot, prop, at, utility, sheet)
    assert set_property(once, prop, at, utility, sheet) == once


@given(cases())
def test_taking_out_what_was_new_restores_the_slot(case):
    preset, slot, prop, at, utility = case
    sheet = load_preset(preset)
    before = get_property(slot, prop, at, sheet)
    if before.utility is None or before.breakpoint_name != at:
        after = set_property(slot, prop, at, utility, sheet)
        assert set_property(after, prop, at, None, sheet) == slot


@given(cases())
def test_all_other_words_and_spaces_stay(case):
    preset, slot, prop, at, utility = case
    sheet = load_preset(preset)
    before = get_property(slot, prop, at, sheet)
    after = set_property(slot, prop, at, utility, sheet)
    if before.utility is None or before.breakpoint_name != at:
        assert remove(after, words(after).index(with_variant(utility, at))) == slot


@given(cases(), st.data())
def test_the_old_utility_in_place_of_the_new_one_restores_the_slot(case, data):
    preset, slot, prop, at, old = case
    sheet = load_preset(preset)
    before = set_property(slot, prop, at, old, sheet)
    new = data.draw(st.sampled_from([choice.utility for choice in choices(sheet, prop)]))
    after = set_property(before, prop, at, new, sheet)
    expected = before
    for place, name in enumerate(words(before)):
        if name == with_variant(old, at):
            expected = replace_word(expected, place, with_variant(new, at))
    assert after == expected
    assert set_property(after, prop, at, old, sheet) == before


def values(slot, at, sheet):
    """What every property comes to in a window."""
    found = {}
    for prop, property_ in PROPERTIES.items():
        told = get_property(slot, prop, at, sheet)
        if told.index is not None:
            effects = index_of(sheet).effects(words(slot)[told.index])
            found[prop] = effects.values(told.breakpoint_name)[min(property_.longhands)]
    return found


@given(cases(), st.booleans())
def test_all_other_properties_keep_their_values(case, takes_out):
    preset, slot, prop, at, utility = case
    sheet = load_preset(preset)
    after = set_property(slot, prop, at, None if takes_out else utility, sheet)
    free = {prop, *(COMPANIONS.get(prop, ()))}
    for each in breakpoints(sheet):
        before, now = values(slot, each.name, sheet), values(after, each.name, sheet)
        assert {name: before.get(name) for name in PROPERTIES if name not in free} == {
            name: now.get(name) for name in PROPERTIES if name not in free
        }


@pytest.mark.parametrize(
    ("found", "prop", "value"),
    [
        (PropertyValue("p-4", 0, ""), "padding-left", "1rem"),
        (PropertyValue("p-4", 0, "sm"), "padding-left", "1rem"),
        (PropertyValue("text-3xl", 0, ""), "line-height", "var(--text-leading-3xl)"),
        (PropertyValue("gap-4", 0, "md"), "gap", "1rem"),
        (PropertyValue("p-4", 0, ""), "color", ""),
        (NOTHING, "color", ""),
    ],
)
def test_what_a_setting_declares(found, prop, value):
    assert declared_value(load_preset("g1"), prop, found) == value


def test_importance_is_not_told():
    sheet = sheet_of({"p-4": ".p-4{padding:1rem !important}"})
    assert declared_value(sheet, "padding-top", PropertyValue("p-4", 0, "")) == "1rem"
