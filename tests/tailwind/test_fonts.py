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
    ],
)
def test_fonts(rules, fonts):
    assert font_families_of(rules) == fonts
