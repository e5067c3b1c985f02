"""Which properties a class declares: read from what is compiled, never from its name."""

import pytest

from designer.tailwind import PROPERTIES, declared_properties, load_preset
from designer.tailwind.properties import PROPERTY_OF, longhands
from tests.tailwind.sheets import sheet_of

PADDING = {f"padding-{side}" for side in ("top", "right", "bottom", "left")}
WIDTHS = {f"border-{side}-width" for side in ("top", "right", "bottom", "left")}


def test_every_longhand_is_of_one_property():
    assert sum(len(each.longhands) for each in PROPERTIES.values()) == len(PROPERTY_OF)


@pytest.mark.parametrize("preset", ["g1", "v3", "v4"])
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
