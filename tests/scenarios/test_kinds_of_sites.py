"""A person is offered what the open site knows, and sees the page as that kind of site shows it."""

from __future__ import annotations

import pytest

from tests.variants import write_site

pytestmark = [pytest.mark.engine, pytest.mark.scenario]

BUTTON = {
    "_template": "banner",
    "headline": "Here",
    "buttons": [{"label": "Go", "link": "/go", "type": "minor"}],
}
COMMON = {"Banner", "Feature", "Tailwind cards"}


def offered(window):
    return set(window.offered)


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("bacalhau", set()),
        ("pl-summit", {"Accordian", "Split"}),
        (
            "sustainable-blockchain-22",
            {"Hero", "Call to action", "Rule", "Video", "Schedule", "Speaker cards"},
        ),
    ],
)
def test_types_of_the_schema_are_offered(app, tmp_path, name, more):
    window = app(write_site(tmp_path, name, index={"blocks": [BUTTON]}))
    assert offered(window) == COMMON | more


def test_a_site_without_a_schema_offers_those_of_its_kind(app, sample):
    types = {"Embed", "Photo cards", "Tailwind feature", "Text cards"}
    assert offered(app(sample)) == COMMON | types


def test_types_that_the_site_brings_are_offered_too(app, tmp_path):
    site = write_site(tmp_path, "bacalhau", index={"blocks": [BUTTON]})
    quote = site / "designer" / "templates" / "quote"
    quote.mkdir(parents=True)
    (quote / "block.yaml").write_text("label: Quote of ours")
    (quote / "template.html").write_text("<section></section>")
    assert offered(app(site)) == COMMON | {"Quote of ours"}


def test_buttons_are_dressed_on_the_home_page_only(app, tmp_path):
    page = {"language": "en", "blocks": [BUTTON]}
    window = app(write_site(tmp_path, "sustainable-blockchain-22", index=page, es=page))
    link = "document.querySelector('[data-fp-root^=\"block:\"] a').className"
    assert window.js(link) == "underline null null null null null"
    window.open_page("Es")
    window.settle()
    assert window.js(link).split() == ["underline", *["undefined"] * 5]
    assert window.text('[data-fp-root="header"]').count("Es") == 2
