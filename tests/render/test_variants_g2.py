"""What is different in the other variants of the family g2."""

import json
from functools import cache

import pytest

from designer.bundled import folder
from designer.families import Signs, default_variant, recognise
from designer.render import Renderer
from designer.schema import load_types, type_for_variant
from tests.render.nodes import parse, words
from tests.scopes import scope_of

SIGNS = {
    "sbs-earth": Signs({"theme": "t", "analytics": "none"}, types={"feature", "speakers"}),
    "hackathons": Signs({"theme": "t"}, types={"feature", "accordian", "eventCards", "modals"}),
    "filvc": Signs({"theme": "t", "blocks": []}, types={"feature", "accordian", "logos"}),
    "cryptoEconLab": Signs({"theme": "t", "favicon": "f"}, types={"feature", "accordian"}),
    "microgen": Signs({"theme": "t"}, types={"feature", "accordion", "carousel"}),
}
OLDER = ["hackathons", "filvc", "cryptoEconLab"]


def family(name):
    found = recognise(SIGNS[name])
    assert (found.family.name, found.name) == ("g2", name)
    return found


@pytest.fixture(scope="module")
def renderer():
    """Gives a renderer of a variant, with the types as its sites have them."""
    types = load_types([folder("templates") / "g2"])

    @cache
    def make(name):
        kind = family(name)
        fitting = {name: type_for_variant(each, kind.axes) for name, each in types.items()}
        return Renderer(fitting, marks=False, variant=kind)

    return make


@pytest.fixture
def draw(renderer):
    """Draws a block as a variant's first or later one, and gives its section."""

    def section(variant, template, data, *, first=False):
        block = {"_template": template, **data}
        scope = scope_of({"blocks": [block] if first else []}, {})
        html = renderer(variant).block(block, scope)
        assert "cannot be drawn" not in html
        return parse(html).one("section")

    return section


def test_pages_alone_tell_an_older_site():
    signs = Signs({"theme": "t", "favicon": "f"}, types={"feature"}, page_keys={"backgroundColor"})
    assert recognise(signs).name == "cryptoEconLab"
    newer = Signs({"theme": "t", "favicon": "f", "footerNav": "true"}, page_keys=signs.page_keys)
    assert recognise(newer).name == "microgen"


@pytest.mark.parametrize("name", SIGNS)
def test_samples_and_new_blocks_can_be_drawn(renderer, name):
    drawn = renderer(name)
    for kind in load_types([folder("templates") / "g2"]).values():
        for data in (kind.sample, kind.defaults):
            html = drawn.block({"_template": kind.name, **data}, scope_of({}, {}))
            assert "cannot be drawn" not in html
    assert "cannot be drawn" not in drawn.page(scope_of({}, {}), ())


@pytest.mark.parametrize("name", OLDER)
def test_the_first_headline_of_older_sites(draw, name):
    data = {"headline": "H", "subhead": "S"}
    for template in ("feature", "cards", "accordian"):
        assert draw(name, template, data, first=True).one("h1").text == "H"
        assert draw(name, template, data).one("h2").text == "H"
    first = draw(name, "tailwindFeature", data, first=True)
    assert (first.one("h1").text, first.one("h2").text) == ("H", "S")
    later = draw(name, "tailwindFeature", data)
    assert (later.one("h2").text, later.one("h3").text) == ("H", "S")


@pytest.mark.parametrize("name", ["microgen", "sbs-earth"])
def test_the_first_headline_of_newer_sites(draw, name):
    assert draw(name, "feature", {"headline": "H"}, first=True).one("h2").text == "H"


@pytest.mark.parametrize("name", OLDER)
def test_an_empty_text_leaves_its_element(draw, name):
    section = draw(name, "feature", {"style": {"textStyles": "c"}})
    assert section.one("div", **{"class": "markdown items-center c"}).children == []


@pytest.mark.parametrize("name", OLDER)
def test_plain_buttons(draw, name):
    button = {"label": "Go", "link": "/go", "icon": "github", "buttonStyle": "primary"}
    style = {"featureContent": "text-center", "buttonsLayout": "flex-col w-full"}
    link = draw(name, "feature", {"buttons": [button], "style": style}).one("a")
    assert link.attributes == {"class": "btn-primary", "href": "/go", "target": ""}
    assert link.children == ["Go"]
    section = draw(name, "feature", {"buttons": [], "style": style})
    rows = [node.classes for node in section.all("div") if "inline-flex" in node.classes]
    assert rows == [words("inline-flex flex-wrap gap-4 items-center mx-auto order-4")]


@pytest.mark.parametrize("name", OLDER)
def test_backgrounds_like_those_of_the_family_g1(draw, name):
    ornament = {"src": "a.svg", "alignment": "top-right", "width": "60", "xOffset": "-80"}
    background = {
        "fillStyles": "a", "src": "b.png", "position": "object-top", "ornaments": [ornament],
    }  # fmt: skip
    fill, picture, box = draw(name, "embed", {"background": background}).elements[:3]
    assert fill.attributes == {"class": "background absolute inset-0 -z-2 a"}
    assert picture.one("img").classes == words("w-full h-full object-cover object-top")
    assert box["class"] == "ornaments absolute inset-0 -z-1"
    (anchor,) = box.elements
    assert anchor["class"] == "absolute top-0 right-0"
    assert anchor["style"] == "transform:translate(-80px,0px)"


def test_fields_of_backgrounds_are_those_of_the_variant():
    embed = load_types([folder("templates") / "g2"])["embed"]

    def choices(name):
        kind = type_for_variant(embed, family(name).axes)
        (background,) = (field for field in kind.fields if field.name == "background")
        fields = {field.name: field for field in background.fields}
        assert len(fields) == len(background.fields)
        ornaments = [field.name for field in fields["ornaments"].fields]
        return fields["position"].options[0].value, "style" in fields, ornaments[1]

    assert choices("microgen") == ("bg-center", True, "ornamentControl")
    assert choices("filvc") == ("object-center", False, "alignment")


@pytest.mark.parametrize("name", ["sbs-earth", *OLDER])
def test_older_cards(draw, name):
    style = {
        "image": "wpx-48 object-top sm:wpx-20 sm:hpx-30 sm:object-left",
        "imagePadding": "c-ip",
        "contentPadding": "c-cp",
        "buttonLayout": "justify-start",
    }
    item = {"image": {"src": "a.png"}, "link": "/a", "buttonLabel": "Go"}
    section = draw(name, "cards", {"items": [item], "cardStyle": style})
    (card,) = section.all("div", **{"class": "relative w-full flex null null"})
    _, desktop, phone, content = card.elements
    assert desktop.attributes == {"class": "c-ip sm:hidden", "style": "width:48px;height:100%"}
    picture = desktop.one("img")
    assert picture.classes == ["sm:hidden", "object-top", "sm:object-left"]
    assert picture["style"] == desktop["style"]
    assert phone["class"] == "c-ip hidden sm:block"
    assert phone["style"] == "width:20px;height:sm:hpx-30px"
    assert content["class"] == "flex-1 h-full flex flex-col justify-start c-cp"
    inside = card.one("a").children
    assert inside == ["Go"] if name in OLDER else inside[0].tag == "div"


def test_titles_of_cards_beside_their_pictures(draw):
    items = [{"label": "L", "headline": "H", "subhead": "S"}]
    image, content = (
        draw("cryptoEconLab", "tailwindCards", {"items": items}).elements[-1].elements[0].elements
    )
    assert [e.tag for e in image.elements] == ["h4", "h2"]
    assert [e.tag for e in content.elements[0].elements] == ["h3", "div"]


def test_frame_of_older_sites(renderer):
    site = {"logo": {"image": "/l.svg"}, "blocks": [{"_template": "embed", "markup": "end"}]}
    page = parse(renderer("cryptoEconLab").page(scope_of({}, site), ())).elements[0]
    (frame,) = page.elements
    assert frame["class"] == "flex flex-col"
    header, main, footer = frame.elements
    bar = header.elements[0]
    assert bar["class"] == "md:hidden fixed bg-white z-10 top-0 left-0 right-0"
    assert bar.one("a", href="/").one("img")["src"] == "/l.svg"
    assert (main.tag, footer.text) == ("main", "end")
    other = parse(renderer("filvc").page(scope_of({}, site), ())).elements[0]
    assert [e.tag for e in other.elements] == ["section", "main", "div"]
    assert not list(other.all("a"))


def test_styles_of_older_sites():
    typo = [{"label": "a", "typography": json.dumps({"size": "9"})}]
    scope = scope_of({"backgroundColor": "accent1"}, {}, {"linkColor": "white", "typo": typo})
    newer = default_variant("g2").theme_css(scope)
    assert "accent1-color)" not in newer
    for name in OLDER:
        css = family(name).theme_css(scope)
        assert "html { background: var(--accent1-color) }" in css
        assert "li { margin-bottom: .5rem }" in css
        assert "list-style: decimal" not in css
        assert ".mg-a {" in css
    inherited = family("cryptoEconLab").theme_css(scope)
    assert "color: var(--undefined-color)" in inherited
    assert "underline" not in inherited
    assert "color: var(--white-color)" in family("filvc").theme_css(scope)
