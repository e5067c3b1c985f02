"""The theme document as CSS, and its fonts."""

import re

import pytest

from designer.families import default_variant
from designer.site import default_theme
from tests.scopes import scope_of
from tests.variants import SIGNS, family

G1 = default_variant("g1")


def css_of(site, kind=G1):
    return kind.theme_css(scope_of({}, site))


def variables(site):
    return dict(re.findall(r"--([\w-]+): ([^;]*);\n", css_of(site)))


def test_variables_of_a_theme():
    found = variables(default_theme())
    theme = default_theme()
    assert found["site-width"] == "1280px"
    assert found["edge-width"] == "calc((100% - var(--site-width)) / 2)"
    assert found["gray-light-color"] == theme["colors"]["grayLight"]
    assert found["text-size-3xl"] == "38px"
    assert found["text-leading-3xl"] == "46px"
    assert found["font2"] == "Georgia, sans-serif"
    assert len(found) == 2 + 10 + 1 + 4 + 24


@pytest.mark.parametrize(
    ("font", "family"),
    [
        ("Jost:wght@400;600", "Jost, sans-serif"),
        ("Space Mono:wght@400;700", "Space Mono, sans-serif"),
        ("Arial", "Arial, sans-serif"),
        (None, "null, sans-serif"),
    ],
)
def test_font_families_are_the_sites(font, family):
    assert variables({"fonts": {"font1": font}})["font1"] == family


def test_what_is_missing():
    found = variables({"colors": {}, "sizeLeading": {"textXs": "12"}})
    assert found["primary-color"] == "null"
    assert found["font1"] == "undefined, sans-serif"
    assert found["text-size-md"] == found["text-leading-md"] == "16px"
    assert (found["text-size-xs"], found["text-leading-xs"]) == ("12px", "undefinedpx")
    assert variables({})["primary-color"] == "undefined"
    assert variables({"desktopWidth": 1000})["site-width"] == "1000px"


def test_a_value_cannot_leave_its_declaration():
    hostile = "red;} </style><script>x</script> body{display:none"
    site = {"colors": {"primary": hostile}, "fonts": {"font1": hostile}, "desktopWidth": hostile}
    css = css_of(site | {"sizeLeading": {"textXs": f"{hostile}/{hostile}"}})
    assert "<" not in css
    assert css.count("{") == css.count("}") == 5
    assert css.count("(") == css.count(")")
    assert not any(sign in css for sign in ('"', "'", "/*"))


def test_a_colour_may_be_a_function():
    color = "rgb(0 0 0 / calc(1 / 2))"
    assert variables({"colors": {"primary": color}})["primary-color"] == color


@pytest.mark.parametrize("name", sorted(SIGNS.keys() - {"connectivity", "cryptonet"}))
def test_links_inherit_their_colour(name):
    css = css_of({"links": {"color": "accent2"}}, family(name))
    assert ".markdown a:not(.button) { color: var(--undefined-color) }" in css
    assert "--link-color: undefined;" in css


@pytest.mark.parametrize(
    ("site", "colour"),
    [
        ({"links": {"color": "accent2"}}, "accent2"),
        ({"links": {}}, "null"),
        ({}, "undefined"),
        ({"links": {"color": "x) } a { b: (c"}}, "x  a  b: c"),
    ],
)
def test_links_have_the_colour_of_the_theme(site, colour):
    css = css_of(site, family("connectivity"))
    assert f".markdown a:not(.button) {{ color: var(--{colour}-color) }}" in css
    assert f"--link-color: {colour};" in css


def test_links_without_any_rule():
    assert ".markdown a:not" not in css_of({}, family("cryptonet"))


@pytest.mark.parametrize("name", SIGNS)
def test_underlined_links(name):
    plain = name in {"bacalhau", "bacalhau-1", "connectivity"}
    css = css_of({}, family(name))
    assert (".markdown a { text-decoration: underline }" in css) is not plain


@pytest.mark.parametrize(
    ("name", "body"),
    [
        (
            "sustainable-blockchain-22",
            "background: linear-gradient(100deg, #D4F6D0 0%, #BBECFC 100%); overflow-x: hidden",
        ),
        ("connectivity", "background: #f1f5f8"),
        ("bacalhau-1", "background: #000"),
        ("pl-summit", "background: var(--accent3-color)"),
    ],
)
def test_the_body(name, body):
    assert f"body {{ {body} }}\n" in css_of({"backgroundColor": "accent3"}, family(name))
    assert "body {" not in css_of({"backgroundColor": "accent3"})


def test_the_body_of_a_document_that_says_nothing_of_it():
    css = css_of({}, family("pl-summit"))
    assert "body { background: var(--undefined-color) }" in css
    hostile = css_of({"backgroundColor": "a) } </style> b { c: (d"}, family("pl-summit"))
    assert hostile.count("{") == css.count("{")
    assert "<" not in hostile


def test_more_sizes_where_the_theme_has_them():
    css = css_of({"sizeLeading": {"text9xl": "120/130", "text12xl": None}})
    assert "--text-size-9xl: 120px;" in css
    assert "--text-leading-9xl: 130px;" in css
    assert "12xl" not in css


def test_site_css_has_the_rules_of_the_family():
    assert ".markdown p:not(:last-child) { margin-bottom: 1rem }" in G1.site_css


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("sustainable-blockchain-22", "#canopy { position: absolute; overflow: hidden"),
        ("connectivity", ".markdown ol { list-style: decimal }"),
        ("bacalhau-1", "color: var(--primary-color); margin: 60px 0 20px"),
        ("orbit", ".page-bg {"),
    ],
)
def test_site_css_has_the_rules_of_the_variant(name, rule):
    css = family(name).site_css
    assert rule in css
    assert css.startswith(G1.site_css)
    assert css.count("{") == css.count("}")
    assert rule not in G1.site_css


@pytest.mark.parametrize(
    ("fonts", "families"),
    [
        (
            {"font1": "Jost:wght@400;600", "font2": "Space Mono:wght@400;700", "font3": "Arial"},
            "family=Jost:wght@400;600&family=Space+Mono:wght@400;700",
        ),
        ({"font1": "Inter", "font2": "Inter", "font3": None, "font4": ""}, "family=Inter"),
        ({"font1": "Suisse Intl", "font2": 'A"&b=c#'}, "family=A%22%26b%3Dc%23"),
    ],
)
def test_fonts_from_the_web(fonts, families):
    address = f"https://fonts.googleapis.com/css2?{families}&display=swap"
    assert G1.font_links(scope_of({}, {"fonts": fonts})) == (address,)


@pytest.mark.parametrize("fonts", [{}, None, [], {"font1": "Arial", "font2": "Times New Roman"}])
def test_no_fonts_from_the_web(fonts):
    assert G1.font_links(scope_of({}, {"fonts": fonts})) == ()
