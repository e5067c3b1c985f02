"""What is odd about a slot, and the fixes that are offered."""

from dataclasses import replace

import pytest

from designer.tailwind import findings, load_preset
from tests.tailwind.sheets import asked_for, sheet_of


def found(slot, preset="g1", known=()):
    sheet = load_preset(preset) if isinstance(preset, str) else preset
    return [(each.kind, each.index, each.fixed) for each in findings(slot, sheet, known)]


@pytest.mark.parametrize(
    ("slot", "told"),
    [
        ("", []),
        ("pt-4 sm:pt-2 hover:text-white text-primary", []),
        (
            "a  undefined null",
            [
                ("unknown", 0, " undefined null"),
                ("word", 1, "a  null"),
                ("word", 2, "a  undefined"),
            ],
        ),
        ("flex  to-edge", [("unknown", 1, "flex ")]),
        ("sm: flex", [("unknown", 0, "flex")]),
        ("group peer group/name flex", []),
        (" flex  flex", [("repeated", 1, " flex ")]),
        ("pt-2 x-y pt-4", [("overridden", 0, "x-y pt-4"), ("unknown", 1, "pt-2 pt-4")]),
        ("pt-2 pt-4 pt-2", [("overridden", 0, "pt-4 pt-2"), ("repeated", 2, "pt-2 pt-4")]),
        ("p-4 pt-2", []),
        ("p-4 pt-2 px-1 pb-0", [("overridden", 0, "pt-2 px-1 pb-0")]),
        ("flex sm:hidden", []),
        ("flex hidden", [("overridden", 0, "hidden")]),
        ("text-3xl leading-6", []),
        ("text-3xl text-xl leading-6", [("overridden", 1, "text-3xl leading-6")]),
        ("shadow ring-2", []),
        ("overflow-hidden overflow-x-auto", []),
        ("overflow-x-auto overflow-hidden", []),
        ("hover:text-white hover:text-black", []),
        ("text-white hover:text-black", []),
        ("bg-primary bg-opacity-50", []),
        ("from-primary via-white to-black bg-gradient-to-r", []),
        ("container w-full", [("overridden", 0, "w-full")]),
        ("prose text-primary max-w-full text-xl", []),
    ],
)
def test_findings(slot, told):
    assert found(slot) == told


@pytest.mark.parametrize("preset", ["v3", "v4"])
@pytest.mark.parametrize(
    ("slot", "told"),
    [
        ("shadow ring-2 rotate-45 scale-50 from-white via-black to-white", []),
        ("text-red-500 text-opacity-50", []),
        ("pt-2 pt-4", [("overridden", 0, "pt-4")]),
        ("anything-at-all w-[3px]", []),
        ("undefined", [("word", 0, "")]),
    ],
)
def test_findings_of_the_newer_ones(slot, told, preset):
    assert found(slot, preset) == told


@pytest.mark.parametrize(
    ("slot", "kinds"),
    [
        ("md:pt-2 sm:pt-4", []),
        ("sm:pt-4 md:pt-2", []),
        ("md:pt-2 md:pt-4", ["overridden"]),
        ("mine:pt-2 pt-4", []),
    ],
)
def test_at_breakpoints(slot, kinds):
    assert [each[0] for each in found(slot)] == [*kinds] + ["unknown"] * slot.count("mine")


def test_a_wider_screen_that_comes_later_overrides_a_narrower_one():
    rules = {
        "sm:x": r"@media (max-width: 700px){.sm\:x{color:red}}",
        "lg:x": r"@media (max-width: 1000px){.lg\:x{color:blue}}",
    }
    screens = [["sm", {"max": 700}], ["lg", {"max": 1000}]]
    sheet = sheet_of(rules, theme={"screens": screens})
    assert found("sm:x lg:x", sheet) == [("overridden", 0, "lg:x")]


def test_what_the_site_knows_from_elsewhere():
    assert found("mg-copy", known={"mg-copy"}) == []
    assert found("mg-copy") == [("unknown", 0, "")]


def test_what_is_not_built_yet_is_not_called_unknown():
    few = asked_for(load_preset("v3"), ["pt-4"])
    assert found("pt-6 w-[3px] pt-4", few) == []
    assert found("pt-6", replace(few, requested=few.requested | {"pt-6"})) == [("unknown", 0, "")]


def coloured(css, name="bg-[#f00001]"):
    few = asked_for(load_preset("v3"), ["bg-red-500"])
    number = len(few.units)
    classes = {**few.classes, name: (number,)}
    return replace(few, units=(*few.units, css), classes=classes, requested=few.requested | {name})


def test_a_colour_outside_the_theme():
    sheet = coloured(r".bg-\[\#f00001\]{background-color:#f00001}")
    (one,) = findings(" bg-[#f00001]  x-x", sheet)
    assert (one.kind, one.fixed) == ("color", " bg-red-600  x-x")
    assert one.message == (
        "The colour of “bg-[#f00001]” is none of the site's theme; the nearest is “bg-red-600”."
    )


def test_the_nearest_colour_keeps_the_breakpoint():
    name = "sm:bg-[#fff]"
    css = r"@media (min-width: 640px){.sm\:bg-\[\#fff\]{background-color:#fff!important}}"
    (one,) = findings(name, coloured(css, name))
    assert one.fixed == "sm:bg-white"


def test_a_colour_without_a_like():
    name = "bg-[color:var(--own)]"
    css = r".bg-\[color\:var\(--own\)\]{background-color:var(--own)}"
    (one,) = findings(name, coloured(css, name))
    assert (one.kind, one.fixed) == ("color", None)


def test_a_colour_of_the_theme_in_brackets():
    name = "bg-[var(--brand)]"
    sheet = coloured(r".bg-\[var\(--brand\)\]{background-color:var(--brand)}", name)
    theme = {**sheet.theme, "backgroundColor": {"brand": "var(--brand)"}}
    assert findings(name, replace(sheet, theme=theme)) == []


def test_the_sentences():
    told = {
        each.kind: each.message
        for each in findings("flex undefined x pt-2 hidden pt-4 pt-4", load_preset("g1"))
    }
    assert told == {
        "word": "“undefined” is left over from an empty choice and does nothing.",
        "unknown": "The site's Tailwind does not know “x”.",
        "overridden": "“pt-2” has no effect beside “pt-4”.",
        "repeated": "“pt-4” is here already; once is enough.",
    }


def test_several_winners_are_named():
    (one,) = findings("p-4 py-2 px-1", load_preset("g1"))
    assert one.message == "“p-4” has no effect beside “py-2” and “px-1”."


def test_a_fix_leaves_one_finding_less():
    sheet, slot = load_preset("g1"), " undefined  flex x\npt-2 hidden pt-4 pt-4  "
    while odd := findings(slot, sheet):
        fixed = odd[-1].fixed
        assert len(findings(fixed, sheet)) == len(odd) - 1
        slot = fixed
    assert slot.split() == ["hidden", "pt-4"]
