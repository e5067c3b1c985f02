"""The fonts that a style sheet asks for."""

import pytest

from designer.tailwind import font_families_of


@pytest.mark.parametrize(
    ("rules", "fonts"),
    [
        (['body{font-family:"Roboto Slab",serif}'], ["Roboto Slab"]),
        ([".font-display { font-family: Playfair Display, serif; }"], ["Playfair Display"]),
        (["html{font-family:ui-sans-serif, system-ui}", "code{font-family: monospace}"], []),
        ([":root{--font-display: 'Jost', serif; --font-weight-bold: 700}"], ["Jost"]),
        (["a{font-family:var(--font-display)}", "b{font-family:inherit}"], []),
        (["@font-face{font-family:'Own';src:url(x)}", "p{font-family:Own}"], []),
        (["p{font-family:Jost}", "q{font-family:'Jost',serif}"], ["Jost"]),
        (["b{font-family:B}", 'a{font-family : "A" , C}'], ["B", "A"]),
        ([":root{--default-font-sans:'Own One'}", "x{--my-font-x:No}"], ["Own One"]),
        (["x{my-font-family:No}", "y{font-family:}", "z{font-family:12px}"], []),
        (['@font-face { src:url(x); font-family: "Own" }', "p{font-family:'Own'}"], []),
        (["@font-face{src:url(x)}", "p{font-family:A}"], ["A"]),
    ],
)
def test_fonts(rules, fonts):
    assert font_families_of(rules) == fonts


@pytest.mark.parametrize(
    "name",
    [
        "serif", "sans-serif", "monospace", "cursive", "fantasy", "math", "emoji", "system-ui",
        "ui-serif", "ui-sans-serif", "ui-monospace", "ui-rounded", "-apple-system",
        "BlinkMacSystemFont", "inherit", "initial", "unset", "revert", "revert-layer",
    ],
)  # fmt: skip
def test_names_that_are_no_fonts(name):
    assert font_families_of([f"p{{font-family:{name},Jost}}"]) == []
