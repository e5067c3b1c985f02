"""What controls offer."""

import gc
import weakref
from dataclasses import replace

import pytest

from designer.tailwind import (
    PROPERTIES,
    Choice,
    breakpoints,
    choices,
    declared_properties,
    load_preset,
)
from designer.tailwind.jit_index import index_of
from designer.tailwind.property_choices import css_color
from designer.tailwind.theme_scales import common_prefix, scale, step_of, utilities_for
from tests.tailwind.sheets import asked_for, sheet_of


def utilities(sheet, prop):
    return [choice.utility for choice in choices(sheet, prop)]


def by_name(sheet, prop, variables=None):
    return {choice.name: choice for choice in choices(sheet, prop, variables or {})}


@pytest.mark.parametrize("preset", ["g1", "cryptonet", "orbit", "v2", "v3", "v4"])
@pytest.mark.parametrize("prop", PROPERTIES)
def test_every_choice_is_for_its_property(preset, prop):
    sheet = load_preset(preset)
    found = choices(sheet, prop)
    assert len(found) > 1
    assert len({choice.utility for choice in found}) == len(found)
    assert all(prop in declared_properties(sheet, choice.utility) for choice in found)
    assert all(choice.value and choice.name for choice in found)


@pytest.mark.parametrize("preset", ["g1", "v2", "v3", "v4"])
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


@pytest.mark.parametrize("preset", ["v2", "v3", "v4"])
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


PARTS = {
    "padding": "padding-top padding-right padding-bottom padding-left",
    "margin": "margin-top margin-right margin-bottom margin-left",
    "borderWidth": "border-top-width border-right-width border-bottom-width border-left-width",
    "inset": "top right bottom left",
    "gradientColorStops": "gradient-from gradient-to",
    "width": "width",
    "maxWidth": "max-width",
    "height": "height",
    "minHeight": "min-height",
    "gap": "gap",
    "order": "order",
    "fontFamily": "font-family",
    "fontSize": "font-size",
    "fontWeight": "font-weight",
    "textColor": "color",
    "lineHeight": "line-height",
    "letterSpacing": "letter-spacing",
    "backgroundColor": "background-color",
    "backgroundImage": "background-image",
    "backgroundPosition": "background-position",
    "backgroundSize": "background-size",
    "objectPosition": "object-position",
    "borderColor": "border-color",
    "borderRadius": "border-radius",
    "opacity": "opacity",
    "boxShadow": "box-shadow",
}


def test_which_part_of_a_theme_is_for_which_property():
    theme = {part: {"step": part} for part in PARTS}
    parts = {name: part for part, names in PARTS.items() for name in names.split()}
    for prop in PROPERTIES:
        assert scale(theme, prop) == ({"step": parts[prop]} if prop in parts else {})


@pytest.mark.parametrize(
    ("part", "steps"),
    [
        ({}, {}),
        ([], {}),
        ({"4": "1rem", "none": None, "half": 0.5}, {"4": "1rem", "half": "0.5"}),
        (
            {"red": {"DEFAULT": "#f00", "500": "#e00", "deep": {"1": "#d00"}}},
            {"red": "#f00", "red-500": "#e00", "red-deep-1": "#d00"},
        ),
        ({"xl": ["1rem", {"lineHeight": "2rem"}], "lg": ["2rem", "3rem"]}, {"xl": "1rem",
                                                                            "lg": "2rem"}),
        ({"sans": ["Inter", "serif"], "one": ["Jost"]}, {"sans": "Inter, serif", "one": "Jost"}),
        ({"odd": [{"a": 1}], "empty": []}, {"odd": "", "empty": ""}),
    ],
)  # fmt: skip
def test_the_steps_of_a_scale(part, steps):
    assert scale({"padding": part}, "padding-top") == steps
    assert list(scale({"padding": part}, "padding-top")) == list(steps)


def test_the_utilities_that_a_site_should_have():
    theme = {"margin": {"0": "0px", "4": "1rem", "auto": "auto", "-2": "-2px", "DEFAULT": "3px"}}
    complete = {"mt-0": "0px", "mt-auto": "auto", "-mt-8": "-2rem", "mt-8": "2rem", "mt-x": "1px"}
    assert utilities_for("margin-top", theme, complete, {"0", "8", "auto"}) == {
        "mt-0": "0px",
        "-mt-0": "-0px",
        "mt-4": "1rem",
        "-mt-4": "-1rem",
        "mt-auto": "auto",
        "-mt-2": "-2px",
        "mt": "3px",
        "-mt": "-3px",
        "mt-x": "1px",
    }
    found = utilities_for("margin-top", theme, {"mt-0": "0px", "mt-x": "1px"}, {"0"})
    assert list(found) == ["mt-0", "mt-4", "mt-auto", "-mt-2", "mt", "mt-x"]


@pytest.mark.parametrize(
    ("names", "start"),
    [
        (["a-b-c", "a-b-d"], "a-b"),
        (["a-b-c"], "a-b"),
        (["a-b", "a-b"], "a"),
        (["a-1", "a-2", "b-1"], "a"),
        (["a-1", "a-2", "a-3", "b-1", "c-1"], ""),
        (["a-1", "b-1", "b-2", "c-1"], ""),
        (["-a-1", "a-1", "a-2"], "a"),
    ],
)
def test_what_most_names_begin_with(names, start):
    assert common_prefix(names) == start


@pytest.mark.parametrize(
    ("value", "shade"),
    [
        ("red", "red"), ("#abc", "#aabbcc"), ("currentColor", None), ("inherit", None),
        ("Initial", None), ("unset", None), ("var(--x)", None), ("rgb(var(--x))", None),
        ("", None), ("#fff var(--tw-gradient-from-position)", "#ffffff"),
        ("color-mix(in srgb, red, blue)", "color-mix(in srgb, red, blue)"),
        ("#fff var(--own)", None),
    ],
)  # fmt: skip
def test_colours_as_they_are_shown(value, shade):
    assert css_color(value) == shade


def test_a_sheet_without_a_theme_has_its_own_classes():
    sheet = sheet_of({"pt-4": ".pt-4{padding-top:1rem}", "x": ".x{padding-top:auto}"})
    assert [each.name for each in breakpoints(sheet)] == [""]
    assert choices(sheet, "padding-top") == (
        Choice("pt-4", "1rem", 16, None, "pt-4"),
        Choice("x", "auto", None, None, "x"),
    )


def test_what_has_no_length_comes_in_the_order_of_the_scale():
    rules = {f"w-{name}": f".w-{name}{{width:{name}}}" for name in ("auto", "full", "none", "odd")}
    rules["w-4"] = ".w-4{width:4px}"
    theme = {"width": {"none": "none", "full": "full", "4": "4px", "auto": "auto"}}
    sheet = sheet_of(rules, theme=theme)
    assert utilities(sheet, "width") == ["w-4", "w-none", "w-full", "w-auto", "w-odd"]


def test_variables_of_the_sheet_and_the_page():
    rules = {"pt-a": ".pt-a{padding-top:var(--a)}", "pt-b": ".pt-b{padding-top:var(--b)}"}
    sheet = sheet_of(rules)
    root = (":root, :host{--a: 1px ;--b:2px;c:3px;--d}", "p{--a:9px}")
    sheet = replace(sheet, units=(*sheet.units, *root), always=(2, 3))
    assert [each.pixels for each in choices(sheet, "padding-top")] == [1, 2]
    assert [each.pixels for each in choices(sheet, "padding-top", {"--a": "3px"})] == [2, 3]
    assert [each.pixels for each in choices(sheet, "padding-top")] == [1, 2]
    assert index_of(sheet).variables == {"--a": "1px", "--b": "2px"}
    layered = replace(sheet, units=("@layer theme{:root{--c:1px}}",), classes={}, always=(0,))
    assert index_of(layered).variables == {"--c": "1px"}


@pytest.mark.parametrize(
    ("prop", "css"),
    [
        ("opacity", "opacity:0"),
        ("order", "order:0"),
        ("font-weight", "font-weight:0"),
        ("box-shadow", "--tw-shadow:0"),
        ("color", "color:0"),
    ],
)
def test_what_is_never_a_length(prop, css):
    (choice,) = choices(sheet_of({"a-0": f".a-0{{{css}}}"}), prop)
    assert (choice.value, choice.pixels) == ("0", None)


@pytest.mark.parametrize("preset", ["v2", "v3", "v4"])
def test_where_a_class_stands_that_is_not_built_yet(preset):
    few = asked_for(load_preset(preset), ["pt-2", "pt-8", "flex", "sm:pt-2", "sm:pt-8"])
    index = index_of(few)

    def place(name):
        return max(claim.rank.number for claim in index.effects(name).claims)

    assert place("pt-2") <= place("pt-4") < place("pt-8")
    assert place("pt-8") < place("sm:pt-1") < place("sm:pt-2") <= place("sm:pt-4")
    assert place("sm:pt-4") < place("sm:pt-8") <= place("sm:pt-9") < place("md:pt-1")
