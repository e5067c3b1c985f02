"""What controls offer."""

import gc
import weakref
from dataclasses import replace

import pytest

from designer.tailwind import PROPERTIES, Choice, choices, declared_properties, load_preset
from designer.tailwind.jit_index import index_of
from designer.tailwind.theme_scales import common_prefix, step_of
from tests.tailwind.sheets import asked_for, sheet_of


def utilities(sheet, prop):
    return [choice.utility for choice in choices(sheet, prop)]


def by_name(sheet, prop, variables=None):
    return {choice.name: choice for choice in choices(sheet, prop, variables or {})}


@pytest.mark.parametrize("preset", ["g1", "cryptonet", "orbit", "v3", "v4"])
@pytest.mark.parametrize("prop", PROPERTIES)
def test_every_choice_is_for_its_property(preset, prop):
    sheet = load_preset(preset)
    found = choices(sheet, prop)
    assert len(found) > 1
    assert len({choice.utility for choice in found}) == len(found)
    assert all(prop in declared_properties(sheet, choice.utility) for choice in found)
    assert all(choice.value and choice.name for choice in found)


@pytest.mark.parametrize("preset", ["g1", "v3", "v4"])
def test_lengths_come_in_their_order(preset):
    sheet = load_preset(preset)
    assert utilities(sheet, "padding-top")[:6] == [
        *("pt-0", "pt-px", "pt-0.5", "pt-1", "pt-1.5", "pt-2"),
    ]
    assert utilities(sheet, "margin-left")[-1] in {"ml-auto", "ml-edge"}
    lengths = [each.pixels for each in choices(sheet, "margin-left") if each.pixels is not None]
    assert lengths == sorted(lengths)
    assert lengths[0] < 0 < lengths[-1]


def test_what_is_no_choice():
    sheet = load_preset("g1")
    assert not {"p-4", "pt-4", "inset-0", "container", "w-[3px]"} & {*utilities(sheet, "width")}
    assert "p-4" not in utilities(sheet, "padding-top")
    assert "prose" not in utilities(sheet, "color")
    assert "truncate" not in utilities(sheet, "text-align")
    assert "text-3xl" not in utilities(sheet, "line-height")
    assert "ring-2" not in utilities(sheet, "box-shadow")


def test_what_a_choice_is():
    sheet = load_preset("g1")
    assert by_name(sheet, "padding-top")["4"] == Choice("pt-4", "1rem", 16, None, "4")
    assert by_name(sheet, "margin-top")["-4"] == Choice("-mt-4", "-1rem", -16, None, "-4")
    assert by_name(sheet, "color")["gray-light"].utility == "text-gray-light"
    assert by_name(sheet, "border-top-width")["DEFAULT"].utility == "border-t"
    assert by_name(sheet, "flex-direction")["col-reverse"].value == "column-reverse"
    assert by_name(sheet, "display")["hidden"].value == "none"
    assert by_name(sheet, "order")["none"].pixels is None


def test_variables_are_for_show():
    sheet = load_preset("g1")
    assert by_name(sheet, "color")["primary"].color is None
    shown = by_name(sheet, "color", {"--primary-color": "rgb(1, 2, 3)"})["primary"]
    assert (shown.value, shown.color) == ("var(--primary-color)", "#010203")
    assert by_name(sheet, "color", {"--primary-color": "tomato"})["primary"].color == "tomato"
    size = by_name(sheet, "font-size", {"--text-size-3xl": "2rem"})["3xl"]
    assert (size.value, size.pixels) == ("var(--text-size-3xl)", 32)
    assert by_name(sheet, "color")["primary"].color is None


def test_colours_of_the_newer_ones():
    assert by_name(load_preset("v3"), "color")["red-500"].color == "#ef4444"
    assert by_name(load_preset("v3"), "gradient-from")["red-500"].color == "#ef4444"
    assert by_name(load_preset("v4"), "background-color")["red-500"].color == "#fb2c36"
    assert by_name(load_preset("v4"), "color")["current"].color is None


@pytest.mark.parametrize("preset", ["v3", "v4"])
def test_a_build_of_few_classes_is_completed_by_the_theme(preset):
    full = load_preset(preset)
    few = asked_for(full, ["pt-4", "text-red-500", "sm:flex", "pt-[3px]", "pt-6!"])
    for prop in PROPERTIES:
        assert {*utilities(few, prop)} == {*utilities(full, prop)}, prop
        assert [each.name for each in choices(few, prop) if not each.value] == []
    assert by_name(few, "padding-top")["6"].pixels == 24


def test_the_site_s_own_theme_says_what_there_is():
    full = load_preset("v3")
    theme = {**full.theme, "padding": {"0": "0px", "card": "3rem", "-1": "-1px"}}
    theme["textColor"] = {"brand": {"DEFAULT": "#123456", "soft": "#abcdef"}}
    few = replace(asked_for(full, ["pt-4"]), theme=theme)
    assert utilities(few, "padding-top") == ["-pt-1", "pt-0", "pt-4", "pt-card"]
    named = by_name(few, "color")
    assert named["brand"] == Choice("text-brand", "#123456", None, "#123456", "brand")
    assert named["brand-soft"].utility == "text-brand-soft"
    assert "text-red-500" not in utilities(few, "color")


def test_what_was_asked_for_in_vain_is_not_offered():
    full = load_preset("v3")
    few = asked_for(full, ["pt-4"])
    assert "pt-6" in utilities(few, "padding-top")
    assert "pt-6" not in utilities(replace(few, requested=few.requested | {"pt-6"}), "padding-top")


def test_a_prefix_is_heeded():
    rules = {
        "tw-p-4": ".tw-p-4{padding:1rem}",
        "tw-flex": ".tw-flex{display:flex}",
        "own": ".own{width:1px}",
    }
    few = sheet_of(rules, engine="tailwindcss 3.4.19", theme=load_preset("v3").theme)
    few = replace(few, requested=frozenset(rules))
    assert by_name(few, "padding-top")["6"].utility == "tw-pt-6"
    assert by_name(few, "margin-top")["-6"].utility == "-tw-mt-6"
    assert "tw-block" in utilities(few, "display")
    assert "own" in utilities(few, "width")


def test_importance_is_no_part_of_a_value():
    few = sheet_of({"pt-4": ".pt-4{padding-top:1rem!important}"})
    assert choices(few, "padding-top") == (Choice("pt-4", "1rem", 16, None, "4"),)


@pytest.mark.parametrize(
    ("names", "start"),
    [
        ([], ""),
        (["pt-4"], "pt"),
        (["pt-4", "pt-0.5"], "pt"),
        (["mt-4", "-mt-4"], "mt"),
        (["rounded", "rounded-lg"], "rounded"),
        (["max-w-full", "max-w-site-1/2"], "max-w"),
        (["flex", "block", "table", "table-row"], ""),
        (["bg-none", "bg-gradient-to-r", "bg-gradient-to-l", "own"], "bg"),
    ],
)
def test_stems(names, start):
    assert common_prefix(names) == start


@pytest.mark.parametrize(
    ("utility", "start", "name"),
    [
        ("pt-4", "pt", "4"),
        ("-mt-4", "mt", "-4"),
        ("rounded", "rounded", "DEFAULT"),
        ("flex", "", "flex"),
        ("own", "pt", "own"),
        ("ptx-4", "pt", "ptx-4"),
    ],
)
def test_keys(utility, start, name):
    assert step_of(utility, start) == name


def test_look_ups_live_as_long_as_their_sheet():
    sheet = sheet_of({"pt-4": ".pt-4{padding-top:1rem}"})
    choices(sheet, "padding-top")
    index = index_of(sheet)
    assert index_of(sheet) is index
    gone = weakref.ref(index)
    del index, sheet
    gc.collect()
    assert gone() is None
