"""Which properties a class declares: read from what is compiled, never from its name."""

import pytest

from designer.tailwind import PROPERTIES, declared_properties, load_preset
from designer.tailwind.properties import COLORS, COMPANIONS, PROPERTY_OF, longhands
from tests.tailwind.sheets import sheet_of

PADDING = {f"padding-{side}" for side in ("top", "right", "bottom", "left")}
WIDTHS = {f"border-{side}-width" for side in ("top", "right", "bottom", "left")}


def test_every_longhand_is_of_one_property():
    assert sum(len(each.longhands) for each in PROPERTIES.values()) == len(PROPERTY_OF)


@pytest.mark.parametrize("preset", ["g1", "v2", "v3", "v4"])
@pytest.mark.parametrize(
    ("utility", "names"),
    [
        ("pt-4", {"padding-top"}),
        ("p-4", PADDING),
        ("sm:px-2", {"padding-left", "padding-right"}),
        ("-mt-4", {"margin-top"}),
        ("inset-0", {"top", "right", "bottom", "left"}),
        ("text-3xl", {"font-size", "line-height"}),
        ("text-left", {"text-align"}),
        ("text-transparent", {"color"}),
        ("text-opacity-50", set()),
        ("bg-center", {"background-position"}),
        ("bg-cover", {"background-size"}),
        ("bg-white", {"background-color"}),
        ("bg-gradient-to-r", {"background-image"}),
        ("from-white", {"gradient-from"}),
        ("via-white", set()),
        ("to-white", {"gradient-to"}),
        ("to-transparent", {"gradient-to"}),
        ("border", WIDTHS),
        ("border-t-2", {"border-top-width"}),
        ("border-white", {"border-color"}),
        ("border-dashed", {"border-style"}),
        ("rounded-lg", {"border-radius"}),
        ("rounded-t-lg", set()),
        ("gap-4", {"gap"}),
        ("gap-x-4", set()),
        ("underline", {"text-decoration"}),
        ("shadow-lg", {"box-shadow"}),
        ("ring-2", set()),
        ("flex", {"display"}),
        ("flex-col", {"flex-direction"}),
        ("flex-1", set()),
        ("font-bold", {"font-weight"}),
        ("font-sans", {"font-family"}),
        ("transition", set()),
        ("space-x-4", set()),
        ("group-hover:flex", set()),
        ("undefined", set()),
        ("to-edge", set()),
        ("", set()),
    ],
)
def test_what_a_class_declares(preset, utility, names):
    assert declared_properties(load_preset(preset), utility) == names


def test_a_container_declares_something_at_every_screen():
    assert declared_properties(load_preset("v3"), "container") == {"width", "max-width"}


@pytest.mark.parametrize(
    ("css", "names"),
    [
        (".x{padding-inline:1px}", {"padding-left", "padding-right"}),
        (".x{margin-block-start:1px}", {"margin-top"}),
        (".x{inset-inline-end:1px}", {"right"}),
        (".x{border:1px solid red}", WIDTHS | {"border-style", "border-color"}),
        (".x{border-top:1px solid red}", {"border-top-width"}),
        (".x{row-gap:1px;column-gap:2px}", {"gap"}),
        (".x{row-gap:1px}@media print{.x{column-gap:2px}}", set()),
        (".x{flex-flow:row wrap}", {"flex-direction", "flex-wrap"}),
        (".x{box-shadow:0 0 3px red}", {"box-shadow"}),
        (".x{color:red!important}", {"color"}),
        (".a,.x{color:red}", {"color"}),
        (".x:hover{color:red}", set()),
        (".x > p{color:red}", set()),
        ("@media print{.x{color:red}}", set()),
        ("@supports (color: oklab(0% 0 0)){.x{color:red}}", {"color"}),
        ("@layer components{.x{color:red}}", {"color"}),
    ],
)
def test_a_class_of_the_site_itself(css, names):
    assert declared_properties(sheet_of({"x": css}), "x") == names


@pytest.mark.parametrize(
    ("prop", "value", "found"),
    [
        ("color", "red", ("color",)),
        ("padding-block", "0", ("padding-top", "padding-bottom")),
        ("border-style", "var(--tw-border-style)", ()),
        ("box-shadow", "var(--tw-ring-shadow, 0 0 #0000), var(--tw-shadow)", ()),
        ("--tw-gradient-to", "rgb(239 68 68 / 0) var(--tw-gradient-to-position)", ()),
        ("--tw-gradient-to", "rgba(239, 68, 68, 0)", ()),
        ("--tw-gradient-to", "rgb(239 68 68 / 0.5)", ("--tw-gradient-to",)),
        ("--tw-gradient-to", "transparent", ("--tw-gradient-to",)),
    ],
)
def test_longhands(prop, value, found):
    assert longhands(prop, value) == found


GROUPS = {
    "padding": "padding-top padding-right padding-bottom padding-left",
    "margin": "margin-top margin-right margin-bottom margin-left",
    "size": "width max-width height min-height",
    "layout": "display flex-direction flex-wrap justify-content align-items gap order "
    "grid-template-columns",
    "position": "position top right bottom left",
    "text": "font-family font-size font-weight color text-align line-height letter-spacing "
    "text-transform text-decoration",
    "background": "background-color background-image gradient-from gradient-to "
    "background-position background-size",
    "object": "object-fit object-position",
    "border": "border-top-width border-right-width border-bottom-width border-left-width "
    "border-color border-style border-radius",
    "effects": "opacity box-shadow visibility",
}

OTHERS = {
    "gap": "row-gap column-gap",
    "text-decoration": "text-decoration-line",
    "gradient-from": "--tw-gradient-from",
    "gradient-to": "--tw-gradient-to",
    "box-shadow": "--tw-shadow",
    "border-color": "border-top-color border-right-color border-bottom-color border-left-color",
    "border-style": "border-top-style border-right-style border-bottom-style border-left-style",
    "border-radius": "border-top-left-radius border-top-right-radius border-bottom-right-radius "
    "border-bottom-left-radius",
}


def test_what_controls_edit():
    told = [(name, group) for group, names in GROUPS.items() for name in names.split()]
    assert [(each.name, each.group) for each in PROPERTIES.values()] == told
    assert {name: set(each.longhands) for name, each in PROPERTIES.items()} == {
        name: set(OTHERS.get(name, name).split()) for name, _ in told
    }


def test_which_of_them_are_colours():
    assert set(COLORS) == {
        *("color", "background-color", "gradient-from", "gradient-to", "border-color"),
    }


def test_what_may_come_along():
    assert {
        "font-size": {"line-height", "letter-spacing", "font-weight"},
        "font-family": {"font-feature-settings", "font-variation-settings"},
    } == COMPANIONS


def sides(before, after=""):
    return [f"{before}{side}{after}" for side in ("top", "right", "bottom", "left")]


def shorthands_of_sides(whole, before, after=""):
    top, right, bottom, left = sides(before, after)
    flow = before or "inset-"
    return {
        whole: (top, right, bottom, left),
        f"{flow}inline{after}": (left, right),
        f"{flow}block{after}": (top, bottom),
        f"{flow}inline-start{after}": (left,),
        f"{flow}inline-end{after}": (right,),
        f"{flow}block-start{after}": (top,),
        f"{flow}block-end{after}": (bottom,),
    }


SHORTHANDS = {
    **shorthands_of_sides("padding", "padding-"),
    **shorthands_of_sides("margin", "margin-"),
    **shorthands_of_sides("inset", ""),
    **shorthands_of_sides("border-width", "border-", "-width"),
    **shorthands_of_sides("border-color", "border-", "-color"),
    **shorthands_of_sides("border-style", "border-", "-style"),
    "border-top": ("border-top-width", "border-top-style", "border-top-color"),
    "border-right": ("border-right-width", "border-right-style", "border-right-color"),
    "border-bottom": ("border-bottom-width", "border-bottom-style", "border-bottom-color"),
    "border-left": ("border-left-width", "border-left-style", "border-left-color"),
    "border": (
        *sides("border-", "-width"),
        *sides("border-", "-style"),
        *sides("border-", "-color"),
    ),
    "border-radius": (
        "border-top-left-radius",
        "border-top-right-radius",
        "border-bottom-right-radius",
        "border-bottom-left-radius",
    ),
    "border-start-start-radius": ("border-top-left-radius",),
    "border-start-end-radius": ("border-top-right-radius",),
    "border-end-end-radius": ("border-bottom-right-radius",),
    "border-end-start-radius": ("border-bottom-left-radius",),
    "gap": ("row-gap", "column-gap"),
    "flex-flow": ("flex-direction", "flex-wrap"),
    "flex": ("flex-grow", "flex-shrink", "flex-basis"),
    "place-items": ("align-items", "justify-items"),
    "place-content": ("align-content", "justify-content"),
    "overflow": ("overflow-x", "overflow-y"),
    "text-decoration": ("text-decoration-line",),
    "font": ("font-family", "font-size", "font-weight", "font-style", "line-height"),
    "grid-column": ("grid-column-start", "grid-column-end"),
    "grid-row": ("grid-row-start", "grid-row-end"),
    "background": (
        "background-color",
        "background-image",
        "background-position",
        "background-size",
    ),
}


@pytest.mark.parametrize("name", SHORTHANDS)
def test_what_a_shorthand_stands_for(name):
    assert longhands(name, "x") == SHORTHANDS[name]


@pytest.mark.parametrize(
    ("prop", "value", "found"),
    [
        ("border-top-style", "var(--tw-border-style) ", ("border-top-style",)),
        ("color", "var(--own)", ("color",)),
        ("box-shadow", "0 0 1px red", ("--tw-shadow",)),
        ("--tw-gradient-to", "rgb(1 2 3, 0)", ()),
        ("--tw-gradient-to", "rgb(1 2 3 / 0.0)", ("--tw-gradient-to",)),
        ("--tw-gradient-from", "rgb(1 2 3 / 0)", ("--tw-gradient-from",)),
        ("padding-top", "0", ("padding-top",)),
    ],
)
def test_what_is_only_passed_on(prop, value, found):
    assert longhands(prop, value) == found
