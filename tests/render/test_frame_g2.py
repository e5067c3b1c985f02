"""Header, footer and page frame of the family g2."""

import pytest

from tests.render.nodes import parse, without_marks, words
from tests.scopes import scope_of, typed

SITE = {
    "logo": {"image": "/logo.svg", "imageWidth": "224", "logoType": "Name"},
    "nav": {
        "navItems": [
            {"label": "Docs", "link": "https://example.org/"},
            {
                "label": "More",
                "link": "/unused",
                "subNavItems": [{"label": "One", "link": "/one"}, {}],
            },
        ],
        "navButtons": [
            {"label": "", "link": "https://example.org/b", "icon": "github", "style": "icon"},
            {"label": "Go", "link": "/go", "style": "primary"},
        ],
        "navAlignment": "text-right",
        "navTypeStyle": "text-white mg-nav",
        "navBackgroundColor": "bg-black opacity-80",
        "padding": "p-4",
    },
    "footerNav": "true",
    "blocks": [{"_template": "embed", "markup": "<i>end</i>"}],
}
PAGE = {
    "background": {"fillStyles": "bg-black", "wrapFillStyles": ""},
    "blocks": [{"navigationLabel": "My Jump"}, {}],
}
SCOPE = scope_of(PAGE, SITE)
LINE = "line-height:6rem;transition:line-height .4s"


@pytest.fixture(scope="module")
def family():
    return "g2"


@pytest.fixture
def header(plain):
    return parse(plain.header(SCOPE)).one("section")


def test_the_header_of_wide_windows(header):
    assert header["class"] == "relative"
    desktop, _ = header.elements
    assert desktop["class"] == "md:hidden absolute z-10 top-0 left-0 right-0"
    (frame,) = desktop.elements
    assert frame["class"] == "max-w-desktop-full mx-auto p-4"
    (row,) = frame.elements
    logo, entries, icon, button = row.elements
    assert logo.attributes == {
        "class": "flex-none",
        "src": "/logo.svg",
        "width": "224",
        "style": "margin-right:nullpx",
        "alt": "Name",
    }
    assert entries["class"] == (
        "text-white mg-nav text-right mt-6 mb-0 flex-grow list-none md:hidden"
    )
    assert entries["style"] == "transition:opacity .4s, margin .3s"
    assert icon.attributes == {"class": "btn-icon ml-6", "href": "https://example.org/b"}
    (inside,) = icon.elements
    assert inside["class"] == "flex items-center gap-2"
    assert [e.tag for e in inside.elements] == ["svg"]
    assert [e.tag for e in button.elements[0].elements] == ["span"]


def test_its_entries(header):
    jump, docs, more = header.elements[0].one("ul").elements
    assert jump["class"] == "inline-block ml-6 first:ml-0"
    assert jump.one("a").attributes == {"class": "block no-underline", "href": "#my-jump"}
    assert docs["class"] == "inline-block ml-8"
    assert docs.one("a").attributes == {
        "class": "block no-underline",
        "href": "https://example.org/",
        "target": "_blank",
        "style": LINE,
    }
    assert more["class"] == "relative inline-block ml-6"
    (link,) = more.all("a")
    assert link.attributes == {"class": "block no-underline cursor-pointer select-none"}
    assert link.one("svg")["class"] == "relative inline-block w-4 h-4 ml-2 -top-px"


def test_the_header_of_phones(header):
    phone = header.elements[1]
    assert phone["class"] == "md:h-0 hidden md:block h-screen absolute z-40 top-0 left-0 right-0"
    backdrop, inner = phone.elements
    assert backdrop.classes[:3] == ["opacity-0", "pointer-events-none", "bg-black"]
    assert "opacity-80" not in backdrop.classes
    logo, burger, entries = inner.elements
    assert logo["class"] == "absolute top-4 left-4"
    assert burger["class"] == ("absolute top-3 -right-2 py-1 pl-2 pr-6 rounded bg-black opacity-80")
    bars = burger.elements[0].elements
    assert [bar["style"] for bar in bars] == ["top:.6rem", "top:1rem", "top:1.4rem"]
    assert entries.classes == words(
        "h-0 md:opacity-0 pointer-events-none text-white mg-nav flex-grow hidden md:block mt-12"
    )
    jump, docs, more = entries.elements
    assert jump.one("a").attributes == {
        "class": "block no-underline", "href": "#my-jump", "style": LINE,
    }  # fmt: skip
    assert docs.one("a")["target"] == "_blank"
    rule, _, panel = more.elements
    assert rule["class"] == "w-full bg-white h-px opacity-25"
    assert panel.classes == words(
        "bg-black fixed inset-0 transition-all transform translate-x-20 opacity-0"
        " pointer-events-none"
    )
    assert [item.text for item in panel.one("ul").elements] == ["One", ""]
    assert panel.one("ul").elements[0].one("a")["href"] == "/one"


def test_phones_get_no_menu_without_entries(plain):
    header = parse(plain.header(scope_of({}, {"nav": {"navButtons": [{"style": "icon"}]}})))
    (desktop,) = header.one("section").elements
    assert desktop.classes[0] == "md:hidden"
    assert desktop.one("a")["class"] == "btn-icon ml-6"


def test_a_logo_without_a_picture_is_a_name(plain):
    site = {"logo": {"logoType": "Name <b>", "logoTypeStyle": "text-xl"}}
    name = parse(plain.header(scope_of({}, site))).one("h1")
    assert name.text == "Name <b>"
    assert name["class"] == "flex-none flex-none text-xl"


def test_footer(marked):
    nav, block = parse(marked.footer(SCOPE)).elements
    assert nav["class"] == "relative"
    assert nav["data-fp-root"] == "footer"
    frame = nav.elements[0]
    assert frame["class"] == "max-w-desktop-full mx-auto p-4"
    (row,) = frame.elements
    assert row["class"] == "flex items-center md:items-start"
    assert [e.tag for e in row.elements] == ["img", "ul", "a", "a"]
    entries = row.one("ul")
    assert entries["class"] == ("text-white mg-nav text-right mt-7 mb-0 flex-grow list-none md:m-0")
    jump, docs = entries.elements  # the entry with a menu is left out
    assert jump["class"] == docs["class"] == "inline-block ml-8 first:ml-0 md:block md:mb-4"
    assert jump.one("a")["target"] == ""
    assert docs.one("a")["target"] == "_blank"
    assert docs["data-fp-path"] == "nav.navItems.0"
    assert block["data-fp-root"] == "footer:0"
    assert block.text == "end"


@pytest.mark.parametrize("shown", [None, "false", False, ""])
def test_a_footer_without_navigation(plain, shown):
    site = SITE | {"footerNav": shown}
    (block,) = parse(plain.footer(scope_of(PAGE, site))).elements
    assert block.text == "end"
    assert plain.footer(scope_of(PAGE, site | {"blocks": None})) == ""


def test_frame(plain, marked):
    blocks = [
        ("block:1", typed({"_template": "embed", "markup": "a"})),
        ("block:2", typed({})),
    ]
    (frame,) = parse(plain.page(SCOPE, blocks)).elements
    assert frame.attributes == {"id": "__next"}
    fill, header, main, footer = frame.elements
    assert fill["class"] == "background absolute inset-0 -z-2 bg-black"
    assert header.tag == "section"
    assert main.attributes == {}
    assert [block.attributes for block in main.elements] == [{}, {}]
    assert footer.attributes == {"id": "footer"}
    assert [e.tag for e in footer.elements] == ["section", "div"]
    with_marks = marked.page(SCOPE, blocks)
    assert parse(with_marks).one("main")["data-fp-blocks"] == ""
    assert without_marks(with_marks) == plain.page(SCOPE, blocks)


@pytest.mark.parametrize(("page", "word"), [({}, "undefined"), ({"background": {}}, "null")])
def test_a_page_without_a_background(plain, page, word):
    fills = parse(plain.page(scope_of(page, {}), ())).elements[0].elements[:2]
    assert [fill.classes[-1] for fill in fills] == [word, word]


def test_nothing_of_the_documents_makes_drawing_fail(plain):
    for odd in (None, 1, "x", [], {}, [1], {"navItems": 3}, {"navItems": [1, None, {}]}):
        site = {"nav": odd, "logo": odd, "blocks": odd, "footerNav": "true"}
        scope = scope_of({"blocks": odd, "background": odd}, site, {"typo": odd})
        assert "cannot be drawn" not in plain.page(scope, [("", typed({"_template": "feature"}))])
