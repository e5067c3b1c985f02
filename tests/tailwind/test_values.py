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


@pytest.mark.parametrize(
    ("value", "numbers"),
    [
        ("black", (0, 0, 0, 1)),
        (" White ", (1, 1, 1, 1)),
        ("transparent", (0, 0, 0, 0)),
        ("#000f", (0, 0, 0, 1)),
        ("#ff000000", (1, 0, 0, 0)),
        ("rgb(300 -5 0)", (1, 0, 0, 1)),
        ("rgb(0 0 0 / 7)", (0, 0, 0, 1)),
        ("rgb(0 0 0 / -1)", (0, 0, 0, 0)),
        ("RGBA(255, 0, 51, 0.25)", (1, 0, 0.2, 0.25)),
        ("rgb(none 0 0)", (0, 0, 0, 1)),
        ("hsl(0 100% 50%)", (1, 0, 0, 1)),
        ("hsl(60 100% 50%)", (1, 1, 0, 1)),
        ("hsl(240deg 100% 75%)", (0.5, 0.5, 1, 1)),
        ("hsla(180, 50%, 50%, .5)", (0.25, 0.75, 0.75, 0.5)),
        ("oklch(0 0 0)", (0, 0, 0, 1)),
    ],
)
def test_colours_as_numbers(value, numbers):
    assert color(value) == pytest.approx(numbers)


@pytest.mark.parametrize(
    ("value", "shade"),
    [
        ("oklch(0.628 0.2577 29.23)", "#ff0000"),
        ("oklch(0.8664 0.2948 142.5)", "#00ff00"),
        ("oklch(0.452 0.3132 264.05)", "#0000ff"),
        ("oklch(62.8% 64.425% 29.23deg)", "#ff0000"),
        ("oklch(0.1 0 0)", "#030303"),
        ("oklch(0.15 0 0)", "#0b0b0b"),
    ],
)
def test_colours_of_another_space(value, shade):
    assert hexadecimal(color(value)) == shade


@pytest.mark.parametrize(
    ("value", "length"),
    [
        ("calc(1px + 2px - 1rem)", -13), ("calc(2 * 3px)", 6), ("calc(2 * 3)", None),
        ("calc(6px / 2 * 3)", 9), ("calc(1px * 2 + 3px)", 5), ("calc(0 * 1px)", 0), ("-0", 0),
        ("calc(1px +2px)", None), ("calc(1px*2)", 2), ("1.5e1px", 15), ("1px 2px", None),
        (" 2px ", 2), ("(1px)", 1), ("calc(1px))", None), ("calc(1 + 1px)", None), ("2rem", 32),
        ("calc(1px", None), ("calc(4px / 2px)", None), ("1pxx", None), ("calc(1px + 2rem * 2)", 65),
    ],
)  # fmt: skip
def test_more_lengths(value, length):
    assert pixels(value) == length


def test_variables_that_are_made_of_variables():
    chain = {f"--{number}": f"var(--{number + 1})" for number in range(20)}
    chain["--11"] = " 1px "
    assert resolve("var(--0)", chain) == "1px"
    assert resolve("var( --11 ) var(--12,2px)", {"--11": "a"}) == "a 2px"
    assert resolve("var(--x, a(b(c(d))))", {}) == "a(b(c(d)))"
    assert resolve("var(--x,)", {}) == ""
    assert resolve("1px", {"--a": "b"}) == "1px"
