"""A page as one static file."""

import re

import pytest

from designer.render import export_html
from designer.site import default_theme
from designer.tailwind import Sheet
from tests.render.nodes import parse
from tests.scopes import scope_of

SHEET = Sheet(
    engine="test",
    units=(
        "*{margin:0}",
        ".p-4{padding:1rem}",
        ".unused{top:0}",
        ".mb-2{margin:1px}",
        "@media x{.p-4{top:1px}}",
    ),
    classes={"p-4": (1, 4), "unused": (2,), "mb-2": (3,)},
    always=(0,),
    site_at=1,
)
PAGE = {
    "blocks": [
        {
            "_template": "tailwindFeature",
            "headline": "H",
            "tailwind": {"headline": "mb-2 p-4", "wrap": "odd"},
        },
        {"_template": "nobody", "title": "T"},
    ],
    "meta": {"pageTitle": "A <title>", "pageDescription": 'D "quoted"', "siteImageSrc": "s.png"},
}
SITE = default_theme() | {
    "siteUrl": "example.org",
    "favicon": "icon.png",
    "gtmId": "G-1",
    "fonts": {"font1": "Jost:wght@400"},
}


@pytest.fixture
def html(plain):
    return export_html(scope_of(PAGE, SITE), plain, SHEET)


def test_document(html):
    assert html.startswith('<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">')
    document = parse(html.partition("\n")[2])
    assert document.one("title").text == "A <title>"
    metas = {
        m.attributes.get("name", m.attributes.get("property")): m["content"]
        for m in document.all("meta")
        if "content" in m.attributes
    }
    assert metas == {
        "description": 'D "quoted"',
        "author": "Protocol Labs",
        "viewport": "width=device-width, initial-scale=1",
        "twitter:card": "summary_large_image",
        "og:site_name": "example.org",
        "og:url": "example.org",
        "og:title": "A <title>",
        "og:description": 'D "quoted"',
        "og:image": "s.png",
    }
    icon, fonts = document.all("link")
    assert (icon["rel"], icon["href"], icon["sizes"]) == ("icon", "icon.png", "48x48")
    assert fonts["href"] == "https://fonts.googleapis.com/css2?family=Jost:wght@400&display=swap"


def test_styles_stand_in_the_order_of_the_site(html):
    styles = "".join(re.findall(r"<style>(.*?)</style>", html, re.DOTALL))
    parts = [":root {", "*{margin:0}", ".markdown p:not", ".p-4{padding", ".mb-2{", "@media x{.p-4"]
    places = [styles.index(part) for part in parts]
    assert places == sorted(places)
    assert ".unused" not in styles


def test_none_of_our_attributes_and_no_scripts(html):
    assert "data-fp" not in html
    assert "<script" not in html
    assert "G-1" not in html


def test_the_same_page_again_is_the_same_file(html, plain):
    assert export_html(scope_of(PAGE, SITE), plain, SHEET) == html


@pytest.mark.parametrize(
    "page", [{}, {"blocks": "x", "meta": []}, {"blocks": [None], "meta": {"title": 1}}]
)
def test_little_is_enough(plain, page):
    html = export_html(scope_of(page, {}), plain, SHEET)
    assert "og:image" not in html
    assert "fonts.googleapis" not in html
    assert parse(html.partition("\n")[2]).one("body")


def test_the_names_of_the_head_in_g2(plain):
    html = export_html(scope_of({"meta": {"title": "T", "description": "D"}}, {}), plain, SHEET)
    assert "<title>T</title>" in html
    assert '<meta name="description" content="D">' in html


@pytest.mark.parametrize(
    ("language", "lang"),
    [("es", "es"), ("pt-BR", "pt-BR"), (None, "en"), (7, "en"), ('"><b', "en"), ("", "en")],
)
def test_the_language_of_the_page(plain, language, lang):
    html = export_html(scope_of({"language": language}, {}), plain, SHEET)
    assert html.splitlines()[1] == f'<html lang="{lang}">'
