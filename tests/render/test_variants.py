"""What is different from variant to variant of the family g1, axis by axis."""

import pytest

from designer.render import Renderer
from designer.schema import type_for_variant
from tests.render.nodes import parse, words
from tests.scopes import scope_of, typed
from tests.variants import SIGNS, family

BUTTONS = {
    f"{kind}{part}": f"{kind}-{part}"
    for kind in ("primary", "minor")
    for part in ("Fill", "Typography", "Border", "Padding", "Rounded")
}
SITE = {
    "buttons": BUTTONS,
    "logo": {"image": "/logo.svg", "imageMargin": "24"},
    "nav": {
        "navItems": [
            {"label": "Team", "link": "/http"},
            {"label": "Docs", "link": "https://example.org"},
            {"label": "Past", "subNavItems": [{"label": "Old", "link": "http://old.example"}]},
            None,
        ],
        "navAlignment": "text-right",
        "navTypeStyle": "font-1",
        "navBackgroundColor": "bg-primary",
        "padding": "p-4",
    },
    "blocks": [{"_template": "embed", "markup": "<i>end</i>"}],
}
SUMMIT = "sustainable-blockchain-22"


def renderer(types, name, *, marks=False):
    kind = family(name)
    fitting = {key: type_for_variant(each, kind.axes) for key, each in types.items()}
    return Renderer(fitting, marks=marks, variant=kind)


@pytest.fixture
def draw(types):
    """Draws a block in a variant and gives its section."""

    def section(name, template, data, scope=None):
        block = {"_template": template, **data}
        html = renderer(types, name).block(block, scope or scope_of({}, SITE))
        (inner,) = parse(html).elements[0].elements
        return inner

    return section


@pytest.mark.parametrize("name", SIGNS)
def test_every_type_and_the_frame_can_be_drawn(types, name):
    blocks = [{"_template": key, **dict(kind.sample)} for key, kind in types.items()]
    blocks += [{"_template": key} for key in types]
    scope = scope_of({"blocks": blocks}, SITE)
    for marks in (True, False):
        html = renderer(types, name, marks=marks).page(
            scope, [("", typed(each)) for each in blocks]
        )
        assert "cannot be drawn" not in html
        parse(html)


# -- buttons -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "wrap"),
    [
        ("bacalhau", "inline-flex flex-wrap gap-4 items-center"),
        ("connectivity", "inline-flex flex-wrap gap-4 items-center"),
        (SUMMIT, "inline-flex flex-wrap gap-4"),
        ("cryptonet", "inline-flex flex-wrap gap-4"),
        ("orbit", ""),
    ],
)
def test_the_row_of_buttons(draw, name, wrap):
    style = {"textAlignment": "text-center"}
    section = draw(name, "banner", {"style": style, "buttons": [{"label": "Go", "link": "/go"}]})
    row = section.elements[1].elements[0].elements[0].elements[-1]
    assert row.classes == words(f"{wrap} mx-auto order-4")
    card = {"items": [{"link": "/x", "buttonLabel": "B"}], "cardStyle": {"buttonType": "minor"}}
    row = next(draw(name, "textCards", card).all("a"))
    assert f"{wrap} absolute bottom-4".strip() in [
        node["class"].strip()
        for node in draw(name, "textCards", card).all("div")
        if "class" in node.attributes
    ]
    assert "minor-Fill" in row.classes


def test_minor_buttons_are_underlined(draw):
    block = {"buttons": [{"type": "minor"}, {"type": "primary"}]}
    minor, primary = draw(SUMMIT, "banner", block).all("a")
    assert minor.classes == ["underline", *(BUTTONS[k] for k in BUTTONS if k.startswith("minor"))]
    assert "underline" not in primary.classes
    minor, _ = draw("bacalhau", "banner", block).all("a")
    assert "underline" not in minor.classes


def test_the_theme_of_buttons_is_on_the_home_page_only(draw):
    block = {"buttons": [{"type": "minor"}, {"type": "primary"}]}
    scope = scope_of({}, SITE, route="/es")
    minor, primary = draw(SUMMIT, "banner", block, scope).all("a")
    assert primary["class"] == "undefined undefined undefined undefined undefined"
    assert minor["class"] == "underline undefined undefined undefined undefined undefined"
    _, primary = draw("bacalhau", "banner", block, scope).all("a")
    assert "primary-Fill" in primary.classes


def test_framed_buttons_have_an_arrow(draw):
    section = draw("orbit", "banner", {"buttons": [{"label": "Go", "link": "/go"}]})
    frame = section.one("div", **{"class": "mb-12 uppercase"})
    (button,) = frame.elements
    assert button.text == "Go"
    assert button.one("svg")


# -- backgrounds ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "box"),
    [
        ("bacalhau", "ornaments max-w-desktop-full mx-auto absolute inset-0 -z-1 sm:hidden"),
        (SUMMIT, "ornaments absolute inset-0 -z-1"),
        ("cryptonet", "ornaments absolute inset-0 -z-1 sm:hidden"),
    ],
)
def test_ornaments(draw, name, box):
    section = draw(name, "banner", {"background": {"ornaments": [{"src": "a.svg"}]}})
    assert section.elements[1]["class"] == box


def test_colour_and_picture_may_be_siblings(draw):
    background = {"background": {"fillStyles": "bg-black", "src": "a.png"}}
    fill, picture, *_ = draw("orbit", "banner", background).elements
    assert (fill["class"], fill.elements) == ("background absolute inset-0 -z-2 bg-black", [])
    assert picture["class"] == "absolute inset-0 -z-2"
    assert picture.one("img")["src"] == "a.png"
    assert draw("bacalhau", "banner", background).elements[0].one("img")["src"] == "a.png"
    assert len(draw("orbit", "banner", {}).elements) == 2


# -- blocks --------------------------------------------------------------------------------------


def test_frame_and_picture_of_a_feature(draw):
    style = {"alignment": "flex-row items-start-vertical", "featureImage": "object-right"}
    block = {"style": style, "image": {"src": "a.png"}}
    frame = draw(SUMMIT, "feature", block).elements[1]
    assert frame.classes == words(
        "relative flex sm:flex-col flex-row items-start-vertical undefined"
    )
    assert "mr-auto" in frame.one("img").classes
    frame = draw("bacalhau", "feature", block).elements[1]
    assert "sm:min-h-0" in frame.classes
    assert "ml-auto" in frame.one("img").classes
    frame = draw("connectivity", "feature", block).elements[1]
    assert "sm:min-h-0" in frame.classes
    assert "mr-auto" in frame.one("img").classes


CARDS = {
    "tailwind": {"content": "c", "cardContent": "cc", "cardText": "ct", "card": "card"},
    "items": [
        {"text": "T", "link": "/x", "buttonLabel": "B", "buttons": [{"label": "C", "link": "#c"}]},
        {"text": "T", "link": "/x"},
        {"buttonLabel": "B"},
    ],
}


def test_cards_with_one_button(draw):
    section = draw(SUMMIT, "tailwindCards", CARDS)
    assert section.elements[2].elements[0]["class"] == "c"
    full, *rest = section.elements[3].elements
    text, buttons = full.elements[1].elements
    assert text["class"] == "markdown c"
    assert buttons.one("a").attributes == {"href": "/x", "target": "_blank"}
    assert buttons.text == "B"
    assert [len(card.elements[1].elements) for card in rest] == [1, 1]


def test_cards_with_a_list_of_buttons(draw):
    section = draw("bacalhau", "tailwindCards", CARDS)
    assert section.elements[2].elements[0]["class"] == "markdown c"
    full = section.elements[3].elements[0]
    text, buttons = full.elements[1].elements
    assert (text["class"], text.elements[-1]["class"]) == ("markdown cc", "ct")
    assert buttons.text == "C"


def test_cards_that_are_links(draw):
    card, *_ = draw("bacalhau-1", "tailwindCards", CARDS).elements[3].elements
    assert card.tag == "a"
    assert card.attributes == {"class": "card", "href": "/x", "target": "_blank"}
    (text,) = card.elements[1].elements
    assert (text["class"], text.elements[-1]["class"]) == ("cc", "markdown ct")
    assert not list(card.all("a"))


@pytest.mark.parametrize(
    "template", ["banner", "feature", "tailwindFeature", "tailwindCards", "textCards"]
)
def test_the_first_headline(types, template):
    blocks = [{"_template": template, "headline": "H"}, {"_template": template, "headline": "H"}]
    footer = [{"_template": template, "headline": "H"}]
    scope = scope_of({"blocks": blocks}, {"blocks": footer})
    for name, first in (("orbit", "h1"), ("pl-summit", "h1"), ("bacalhau", "h2")):
        drawn = [parse(renderer(types, name).block(block, scope)) for block in (*blocks, *footer)]
        assert [
            next(n.tag for n in block.all() if n.text == "H" and n.tag[0] == "h") for block in drawn
        ] == [first, "h2", "h2"]


def test_empty_texts(draw):
    assert list(
        draw("bacalhau", "banner", {"body": ""}).all(
            "div", **{"class": "markdown items-center undefined undefined"}
        )
    )
    texts = [
        n for n in draw("cryptonet", "banner", {"body": ""}).all("div") if "markdown" in n.classes
    ]
    assert texts == []
    texts = [
        n for n in draw("cryptonet", "banner", {"body": "a"}).all("div") if "markdown" in n.classes
    ]
    assert len(texts) == 1


# -- header, frame, footer -----------------------------------------------------------------------


def header(types, name, page=None):
    return parse(renderer(types, name).header(scope_of(page or {}, SITE)))


def test_no_header(types):
    assert renderer(types, "bacalhau-1").header(scope_of({}, SITE)) == ""


def test_a_bar_with_menus_and_languages(types):
    section = header(types, SUMMIT, {"blocks": [{"navigationLabel": "My Jump"}]}).one("section")
    bar, menu = section.elements
    assert section["class"] == "relative"
    assert bar["class"] == "md:hidden absolute z-10 top-0 left-0 right-0"
    assert bar.elements[0]["class"] == "max-w-desktop-full mx-auto p-4"
    logo, entries, languages = bar.elements[0].elements[0].elements
    assert (logo.tag, logo["class"], logo["style"]) == ("img", "flex-none", "margin-right:24px")
    assert entries.classes == words("font-1 text-right flex-grow list-none md:hidden")
    jump, team, docs, past, nothing = entries.elements
    assert jump["class"] == "inline-block ml-6 first:ml-0"
    assert jump.one("a").attributes == {"class": "block no-underline", "href": "#my-jump"}
    assert team["class"] == "inline-block ml-8"
    style = "line-height:6rem;transition:line-height .4s"
    assert team.one("a").attributes == {
        "class": "block no-underline", "href": "/http", "target": "", "style": style,
    }  # fmt: skip
    assert docs.one("a")["target"] == "_blank"
    assert past["class"] == "relative inline-block ml-6"
    assert past.one("a")["class"] == "block no-underline cursor-pointer select-none"
    assert past.one("svg")["width"] == "16"
    assert "href" not in nothing.one("a").attributes
    assert languages["class"] == "pl-4"
    svg = languages.one("svg")
    assert (svg["width"], svg["height"]) == ("34", "34")
    hidden = languages.one("div", **{"class": "hidden"})
    assert [(a.text, a["href"]) for a in hidden.all("a")] == [("En", "/"), ("Es", "/es")]
    assert menu["class"] == "md:h-10 hidden md:block h-screen fixed z-40 top-0 left-0 right-0"
    burger = menu.one("div", **{"class": "py-1 pl-2 pr-6 rounded bg-primary"})
    assert len(list(burger.all("div", **{"class": "absolute z-10 left-1 w-6 h-px bg-white"}))) == 3
    entries = menu.elements[1].elements[2].one("ul", style="transition:opacity .4s,margin .3s")
    assert entries.classes[:2] == ["md:opacity-0", "md:pointer-events-none"]
    assert entries.elements[0].one("a")["style"] == style
    panel = entries.elements[3].elements[-1]
    assert panel.classes == words(
        "bg-primary fixed inset-0 transition-all transform translate-x-20 opacity-0"
        " pointer-events-none"
    )
    back, old = panel.all("a")
    assert (back["class"], back.text) == ("block p-4 leading-8 mb-1", "Back")
    assert (old["href"], old["target"]) == ("http://old.example", "_blank")


@pytest.mark.parametrize(
    ("name", "section", "bar", "line", "linked"),
    [
        ("pl-summit", "relative", "md:hidden absolute z-10", "6rem", False),
        ("connectivity", "fixed w-full z-50 sm:relative", "bg-white", "6rem", True),
        ("orbit", "relative", "md:hidden fixed z-50 pointer-events-none", "40px", True),
    ],
)
def test_other_bars(types, name, section, bar, line, linked):
    found = header(types, name).one("section")
    assert found["class"] == section
    assert set(words(bar)) <= set(found.elements[0].classes)
    logo = found.elements[0].elements[0].elements[0].elements[0]
    assert logo.tag == ("a" if linked else "img")
    links = [a for a in found.all("a") if a.text == "Team"]
    assert [a["style"].split(";")[0] for a in links] == [f"line-height:{line}"] * 2
    assert "Es" not in found.text


def test_entries_of_a_bar_are_marked_with_their_place(types):
    html = renderer(types, SUMMIT, marks=True).header(scope_of({}, SITE))
    paths = [n["data-fp-path"] for n in parse(html).all() if "data-fp-path" in n.attributes]
    entries = [f"nav.navItems.{n}" for n in range(4)]
    menu = [*entries[:3], "nav.navItems.2.subNavItems.0", entries[3]]
    assert paths == ["logo", *entries, "logo", *menu]


def test_types_without_a_name_in_the_navigation_add_no_entry(types):
    blocks = [
        {"_template": "hero", "navigationLabel": "A"},
        {"_template": "cta", "navigationLabel": "B"},
    ]
    text = header(types, SUMMIT, {"blocks": blocks}).text
    assert "B" in text
    assert "A" not in text


def page(types, name):
    scope = scope_of({}, SITE)
    return parse(
        renderer(types, name).page(scope, [("", typed({"_template": "embed", "markup": "b"}))])
    )


def test_the_frame(types):
    (frame,) = page(types, SUMMIT).elements
    assert frame["class"] == "min-h-screen flex flex-col overflow-x-hidden"
    (frame,) = page(types, "cryptonet").elements
    column, _footer = frame.elements
    assert column["class"] == "flex flex-col flex-1"
    assert [e.tag for e in column.elements] == ["section", "div"]
    background, frame = page(types, "orbit").elements
    assert background.attributes == {"class": "page-bg"}
    assert [e.tag for e in frame.elements] == ["section", "div", "div"]


def test_a_footer_of_the_organisers(types):
    footer = parse(renderer(types, SUMMIT).footer(scope_of({}, SITE))).elements[0]
    assert footer["class"] == "bg-accent2 w-full"
    assert "end" not in footer.text, "blocks of the document are not shown"
    links = {a.text: a["href"] for a in footer.all("a")}
    assert links == {
        "green.filecoin.io": "https://green.filecoin.io",
        "Terms of Use": "https://discuss.ipfs.tech/tos",
        "Privacy Policy": "https://discuss.ipfs.tech/privacy",
        "DMCA Policy": "https://ipfs.tech/legal/",
        "Protocol Labs": "https://protocol.ai/",
    }
    assert {a["target"] for a in footer.all("a")} == {"_blank"}
    assert "Made with love by Protocol Labs" in footer.text


@pytest.mark.parametrize(
    ("name", "thanks"),
    [
        ("bacalhau-1", "Made with love by Protocol Labs"),
        ("connectivity", "Made with love by Protocol Labs"),
        ("pl-summit", "Organized with love by Protocol Labs"),
    ],
)
def test_a_strip_as_footer(types, name, thanks):
    footer = parse(renderer(types, name).footer(scope_of({}, SITE)))
    assert footer.one("p").text == thanks
    assert [li.text for li in footer.all("li")] == ["Terms of Use", "Privacy Policy", "DMCA Policy"]
