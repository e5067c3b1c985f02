"""What values come to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designer.tailwind.css_values import color, hexadecimal, pixels, resolve


@pytest.mark.parametrize(
    ("value", "filled"),
    [
        ("1rem", "1rem"),
        ("var(--a)", "2px"),
        ("calc(var(--a) * 3)", "calc(2px * 3)"),
        ("var(--b)", "2px"),
        ("var(--none)", "var(--none)"),
        ("var(--none, 3px)", "3px"),
        ("var(--none, var(--a))", "2px"),
        ("rgb(1 2 3 / var(--none, 1))", "rgb(1 2 3 / 1)"),
        ("var(--ring)", "var(--ring)"),
    ],
)
def test_variables(value, filled):
    variables = {"--a": "2px", "--b": " var(--a) ", "--ring": "var(--ring)"}
    assert resolve(value, variables) == filled


@pytest.mark.parametrize(
    ("value", "length"),
    [
        ("0", 0),
        ("0px", 0),
        ("1px", 1),
        ("-1.5rem", -24),
        (".25rem", 4),
        ("calc(0.25rem * 4)", 16),
        ("calc(0.25rem * -4)", -16),
        ("calc(1px + (2rem - 4px) / 2)", 15),
        ("100%", None),
        ("1.5", None),
        ("1em", None),
        ("100vh", None),
        ("auto", None),
        ("", None),
        ("calc(1px)2", None),
        ("calc((100% - 1000px) * .5)", None),
        ("calc(1px * 1px)", None),
        ("calc(1px / 0)", None),
        ("calc(1 / 1px)", None),
        ("calc(1px + 1)", None),
        ("calc(1px", None),
        ("1e999px", None),
        ("var(--a)", None),
        ("calc(" * 2000, None),
    ],
)
def test_lengths(value, length):
    assert pixels(value) == length


@pytest.mark.parametrize(
    ("value", "shade"),
    [
        ("#abc", "#aabbcc"),
        ("#AABBCC", "#aabbcc"),
        ("#abc8", "#aabbcc88"),
        ("#11223344", "#11223344"),
        ("white", "#ffffff"),
        ("transparent", "#00000000"),
        ("rgb(239 68 68 / 1)", "#ef4444"),
        ("rgba(239, 68, 68, 0.5)", "#ef444480"),
        ("rgb(100% 0% 50%)", "#ff0080"),
        ("hsl(120, 100%, 25%)", "#008000"),
        ("hsl(0deg 0% 100% / 50%)", "#ffffff80"),
        ("oklch(63.7% 0.237 25.331)", "#fb2c36"),
        ("oklch(100% 0 none)", "#ffffff"),
        ("currentColor", None),
        ("#12345", None),
        ("rgb(1 2)", None),
        ("url(#abc)", None),
        ("", None),
    ],
)
def test_colours(value, shade):
    found = color(value)
    assert (None if found is None else hexadecimal(found)) == shade


@given(st.text() | st.text("0123456789.px-+*/()calr em%"))
def test_nothing_breaks_them(text):
    for read in (pixels, color, lambda value: resolve(value, {"--a": "var(--a) 1"})):
        read(text)
