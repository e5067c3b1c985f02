"""Header, footer and page frame of the family g1."""

import pytest

from tests.render.nodes import parse, without_marks
from tests.scopes import scope_of, typed

SITE = {
    "logo": {"image": "/logo.svg", "imageWidth": "70", "imageHeight": "31", "imageMargin": "24"},
    "nav": {
        "navItems": [
            {"label": "Docs", "link": "https://example.org/"},
            {"label": "Team", "link": "/team"},
            {},
        ],
        "navAlignment": "text-right",
        "navTypeStyle": "text-primary font-1",
        "navBackgroundColor": "bg-white",
        "padding": "p-4",
    },
    "blocks": [
        {"_template": "embed", "markup": "<i>end</i>"},
        {"_template": "tailwindFeature"},
        "odd",
    ],
}
PAGE = {"blocks": [{"navigationLabel": "My Jump"}, {"navigationLabel": ""}, {}, "odd"]}


@pytest.fixture
def header(plain):
    return parse(plain.header(scope_of(PAGE, SITE))).one("section")


def test_it_overlays_the_page(header):
    assert header["class"] == "relative"
    (outer,) = header.elements
    assert outer.classes[-5:] == ["absolute", "z-40", "top-0", "left-0", "right-0"]
    backdrop, bar = outer.elements
    assert "bg-white" in backdrop.classes
    assert bar["class"] == "max-w-desktop-full mx-auto sm:p-10 p-4"
    assert [e.tag for e in bar.elements] == ["div", "a", "div", "ul"]


def test_logo(header):
    desktop, phone = header.all("img")
    assert desktop.attributes == {
        "class": "flex-none",
        "src": "/logo.svg",
        "width": "70",
        "height": "31",
        "style": "margin-right:24px",
        "alt": "logo",
    }
    assert phone["class"] == "absolute top-10 left-6 hidden sm:block"


def test_a_logo_without_a_picture_is_a_name(plain):
    site = {"logo": {"logoType": "Name <b>", "logoTypeStyle": "text-xl"}}
    names = list(parse(plain.header(scope_of({}, site))).all("h1"))
    assert [name.text for name in names] == ["Name <b>", "Name <b>"]
    assert names[0]["class"] == "flex-none flex-none text-xl"
    assert names[0]["style"] == "margin-right:nullpx"


def test_entries(header):
    desktop, phone = header.all("ul")
    assert desktop["class"] == "text-primary font-1 text-right flex-grow list-none sm:hidden"
    jump, docs, team, empty = desktop.elements
    assert {item["class"] for item in desktop.elements} == {"inline-block ml-10 first:ml-0"}
    assert jump.one("a").attributes == {"class": "block no-underline", "href": "#my-jump"}
    assert jump.text == "My Jump"
    style = "line-height:4rem;transition:line-height .4s"
    assert docs.one("a").attributes == {
        "class": "block no-underline",
        "href": "https://example.org/",
        "target": "_blank",
        "style": style,
    }
    assert team.one("a")["target"] == ""
    assert "href" not in empty.one("a").attributes
    assert phone.classes[:2] == ["sm:opacity-0", "sm:pointer-events-none"]
    assert [item.text for item in phone.elements] == ["My Jump", "Docs", "Team", ""]
    assert phone.elements[0].one("a")["style"] == style


def test_entries_and_logo_are_marked_with_their_place_in_the_theme_document(marked):
    section = parse(marked.header(scope_of(PAGE, SITE))).one("section")
    assert section["data-fp-root"] == "header"
    paths = [node["data-fp-path"] for node in section.all() if "data-fp-path" in node.attributes]
    entries = [f"nav.navItems.{n}" for n in range(3)]
    assert paths == ["logo", *entries, "logo", *entries]


def test_a_site_without_anything(plain):
    header = parse(plain.header(scope_of({}, {}))).one("section")
    assert [len(ul.elements) for ul in header.all("ul")] == [0, 0]


def test_the_footer_is_blocks_of_the_theme_document(marked):
    embed, feature, odd = parse(marked.footer(scope_of(PAGE, SITE))).elements
    assert embed["data-fp-root"] == "footer:0"
    assert embed.text == "end"
    assert feature["data-fp-root"] == "footer:1"
    assert odd["data-fp-root"] == "footer:2"


@pytest.mark.parametrize("blocks", [None, {}, "x", []])
def test_no_footer(plain, blocks):
    assert plain.footer(scope_of({}, {"blocks": blocks})) == ""


def test_frame(plain, marked):
    scope = scope_of(PAGE, SITE)
    blocks = [
        ("block:1", typed({"_template": "embed", "markup": "a"})),
        ("block:2", typed({"_template": "embed"})),
    ]
    (frame,) = parse(plain.page(scope, blocks)).elements
    assert frame["class"] == "min-h-screen flex flex-col"
    assert [e.tag for e in frame.elements] == ["section", "div", "div", "div", "div"]
    middle = frame.elements[1]
    assert middle.attributes == {"class": "flex flex-col flex-1"}
    assert len(middle.elements) == 2
    (with_marks,) = parse(marked.page(scope, blocks)).elements
    assert with_marks.elements[1]["data-fp-blocks"] == ""
    assert without_marks(marked.page(scope, blocks)) == plain.page(scope, blocks)


def test_nothing_of_the_site_document_makes_drawing_fail(plain):
    for odd in (None, 1, "x", [], {}, [1], {"navItems": 3}, {"navItems": [1, None]}):
        scope = scope_of({"blocks": odd}, {"nav": odd, "logo": odd, "buttons": odd, "blocks": odd})
        assert "cannot be drawn" not in plain.page(
            scope, [("", typed({"_template": "feature"})), ("", typed(odd))]
        )
