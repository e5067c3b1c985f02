"""Blocks without a template are shown fairly."""

import pytest

from tests.render.nodes import parse

SPEAKERS = {
    "_template": "panelCards",
    "label": "People",
    "headline": "Who speaks",
    "subhead": "Two days",
    "body": "Come **early**.",
    "style": {
        "headlineStyles": "text-5xl",
        "padding": "p-8",
        "contentOrder": "labelHeadingsContent",
    },
    "background": {"fillStyles": "bg-accent1", "src": "bg.png"},
    "image": {"src": "stage.jpg", "alt": "The stage"},
    "cards": [
        {
            "imageSrc": "/a.png",
            "speaker": "Ada",
            "title": "Engines",
            "size": "small",
            "featured": True,
        },
        {"imageSrc": "/b.jpg?x=1", "speaker": "Bo"},
    ],
    "buttons": [{"label": "Tickets", "link": "/tickets", "type": "primary"}, {"link": "/more"}],
    "lines": ["first", "", None],
    "padding": "pt-0 undefined pr-20 sm:pt-0 sm:pl-6",
    "note": "we are open-minded",
    "navigationLabel": "The Speakers",
}


@pytest.fixture
def section(marked, scope):
    wrapper = parse(marked.block(SPEAKERS, scope, root="block:3")).elements[0]
    assert wrapper["data-fp-root"] == "block:3"
    return wrapper.one("section")


def test_it_is_marked_as_a_fallback(section):
    assert section["data-fp-fallback"] == "panelCards"
    assert section["id"] == "the-speakers"


def test_texts_with_their_paths(section):
    shown = {
        n["data-fp-path"]: (n.tag, n.text) for n in section.all() if "data-fp-path" in n.attributes
    }
    assert shown["label"] == ("h4", "People")
    assert shown["headline"] == ("h2", "Who speaks")
    assert shown["subhead"] == ("h3", "Two days")
    assert shown["body"] == ("div", "Come early.")
    assert shown["cards.0.speaker"] == ("h2", "Ada")
    assert shown["cards.0.title"] == ("h3", "Engines")
    assert shown["cards.1"][1] == "Bo"
    assert shown["note"] == ("div", "we are open-minded")
    assert "padding" not in shown
    assert shown["lines.0"] == ("div", "first")
    assert "cards.0.size" not in shown
    assert "style.contentOrder" not in shown


def test_slots_style_what_they_belong_to(section):
    headline = section.one("h2", data_fp_path="headline")
    assert headline["class"] == "text-5xl"
    assert headline["data-fp-slot"] == "style.headlineStyles"
    assert section.elements[1]["class"] == "p-8"
    assert section.elements[0].classes[-1] == "bg-accent1"


def test_pictures(section):
    sources = [image["src"] for image in section.all("img")]
    assert sources == ["bg.png", "stage.jpg", "/a.png", "/b.jpg?x=1"]
    assert section.one("img", data_fp_path="image")["alt"] == "The stage"


def test_buttons(section):
    found = [(a.text, a["href"], a["data-fp-path"]) for a in section.all("a")]
    assert found == [("Tickets", "/tickets", "buttons.0"), ("/more", "/more", "buttons.1")]


def test_a_card_with_a_link_of_its_own(plain, scope):
    item = {"headline": "H", "link": "/i", "buttonLabel": "Go"}
    section = parse(plain.block({"_template": "x", "items": [item]}, scope)).one("section")
    assert section.one("h2").text == "H"
    link = section.one("a")
    assert (link.text, link["href"]) == ("Go", "/i")


def test_tailwind_slots_are_used_too(plain, scope):
    block = {
        "_template": "x",
        "title": "T",
        "tailwind": {
            "headline": "a",
            "section": "b",
            "contentWrap": "c",
            "cardWrap": "d",
            "cardHeadline": "e",
        },
        "items": [{"title": "I", "link": "/i", "text": "more of it"}],
    }
    section = parse(plain.block(block, scope)).one("section")
    assert section["class"] == "relative b"
    assert section.elements[1]["class"] == "c"
    assert [h["class"] for h in section.all("h2")] == ["a", "e"]
    assert section.one("div", **{"class": "d"})


@pytest.mark.parametrize(
    "block", [{}, {"_template": "x"}, {"_template": "x", "style": 1, "items": []}]
)
def test_an_empty_block_is_an_empty_section(plain, marked, scope, block):
    section = parse(plain.block(block, scope)).one("section")
    assert section.text == ""
    assert parse(marked.block(block, scope)).one("section")["data-fp-fallback"] in {"x", "?"}


def test_depth_has_an_end(plain, scope):
    block = {"title": "end"}
    for _ in range(200):
        block = {"inner": block, "more": [block]}
    assert "end" not in plain.block({"_template": "x", **block}, scope)


@pytest.mark.parametrize("group", ["classes", "styles", "tailwind", "style"])
def test_every_group_that_holds_slots_styles_what_it_names(marked, scope, group):
    block = {
        "_template": "x",
        "title": "T",
        "text": "one two",
        "image": {"src": "/a.png"},
        "items": [{"title": "I", "text": "three four"}],
        group: {"section": "a", "title": "b", "text": "c", "image": "d", "cardTitle": "e"},
    }
    section = parse(marked.block(block, scope)).one("section")
    assert section["class"] == "relative a"
    assert section["data-fp-slot"] == f"{group}.section"
    assert [(h["class"], h["data-fp-slot"]) for h in section.all("h2")] == [
        ("b", f"{group}.title"),
        ("e", f"{group}.cardTitle"),
    ]
    assert section.one("div", data_fp_path="text")["class"] == "markdown c"
    assert section.one("img")["class"] == "d"


def test_a_list_of_pictures_shows_them(marked, scope):
    gallery = ["/a.jpg", "b.svg?x", "/my photo.png", "the file is a.jpg"]
    section = parse(marked.block({"_template": "x", "gallery": gallery}, scope)).one("section")
    assert [(i["src"], i["data-fp-path"]) for i in section.all("img")] == [
        ("/a.jpg", "gallery.0"),
        ("b.svg?x", "gallery.1"),
        ("/my photo.png", "gallery.2"),
    ]
    last = [n for n in section.all("div") if n.attributes.get("data-fp-path") == "gallery.3"][-1]
    assert last.text == "the file is a.jpg"


def test_the_layout_of_its_own_needs_no_breakpoints(plain, scope):
    html = plain.block({"_template": "x", "items": [{"title": "I"}]}, scope)
    assert "sm:" not in html
    assert "minmax(min(100%,18rem),1fr)" in html
