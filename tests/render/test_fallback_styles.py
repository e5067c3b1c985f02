"""A stand-in can be read on every page background, and its styles concern nothing else."""

import re
from dataclasses import replace

import pytest

from designer.bundled import folder
from designer.families import default_variant
from designer.render import Renderer, export_html, fallback_css
from designer.render.fallback.styles import page_colours
from designer.tailwind import load_preset
from tests.scopes import scope_of

SCOPE = scope_of({"blocks": [{"_template": "x", "title": "Hello"}]}, {})
STYLE = (folder("templates") / "_fallback" / "style.css").read_text("utf-8")


@pytest.mark.parametrize(
    ("rules", "colours"),
    [
        ([], ("#ffffff", "#1f2933")),
        (["body{background:#111}"], ("#111111", "#eef1f4")),
        (["body{background:#111;color:#000}"], ("#111111", "#eef1f4")),
        (["body{background:#fbf7ef;color:#33291d}"], ("#fbf7ef", "#33291d")),
        (["html{background-color:black}"], ("#000000", "#eef1f4")),
        (["html{background:black}", "body{background:white}"], ("#ffffff", "#1f2933")),
        (["body{background:red}", "body{background:#112233}"], ("#112233", "#eef1f4")),
        (["@layer base{html,body{background:#222}}"], ("#222222", "#eef1f4")),
        ([":root{--b:#101820}", "body{background:var(--b)}"], ("#101820", "#eef1f4")),
        (["body{background:linear-gradient(90deg,#0b1020 0%,#1b2040)}"], ("#0b1020", "#eef1f4")),
        (["body{background:rgb(0 0 0 / 0.1)}"], ("#ffffff", "#1f2933")),
        (["body{background:transparent}"], ("#ffffff", "#1f2933")),
        (["body{color:#f5f5f5}"], ("#121214", "#f5f5f5")),
        (["body{background:#c8b68f;color:#eee}"], ("#c8b68f", "#000000")),
        (["body{background:#555}"], ("#555555", "#ffffff")),
        (["body{color:#777}"], ("#ffffff", "#1f2933")),
        (["@media (prefers-color-scheme:dark){body{background:#111}}"], ("#ffffff", "#1f2933")),
        (["body.dark{background:#111}"], ("#ffffff", "#1f2933")),
        (["main{background:#111}"], ("#ffffff", "#1f2933")),
        (["body{background:oklch(0.145 0 0)!important}"], ("#0a0a0a", "#eef1f4")),
        (["body{background:url(/a.png)"], ("#ffffff", "#1f2933")),
    ],
)
def test_the_colours_of_the_page(rules, colours):
    assert page_colours(tuple(rules)) == colours


def test_the_rules_of_the_site_count():
    sheet = load_preset("v3")
    dark = replace(
        sheet,
        units=(*sheet.units, "body{background:#111}"),
        always=(*sheet.always, len(sheet.units)),
    )
    assert "--standin-surface:#111111" in fallback_css(dark)
    assert "--standin-surface:#ffffff" in fallback_css(sheet)
    assert "--standin-surface:#101820" in fallback_css(sheet, "body{background:#101820}")


def test_every_rule_concerns_stand_ins_only():
    css = re.sub(r"/\*.*?\*/", "", STYLE, flags=re.DOTALL)
    heads = re.findall(r"([^{}]+)\{[^{}]*\}", css)
    assert len(heads) > 50
    own = re.compile(r"\s*((:is\()?(\.standin|\[data-standin)|div:has\(> \[data-standin\]\))")
    for head in heads:
        for selector in re.split(r",(?![^()]*\))", head):
            assert own.match(selector), selector


def test_an_exported_page_has_the_styles_only_with_a_stand_in():
    renderer = Renderer({}, marks=False, variant=default_variant("plain"))
    sheet = load_preset("v3")
    assert "--standin-surface" in export_html(SCOPE, renderer, sheet)
    assert "data-fp-" not in export_html(SCOPE, renderer, sheet)
    assert "standin" not in export_html(scope_of({"blocks": []}, {}), renderer, sheet)
