"""Each block type of the family g2 has the DOM of the site's own component."""

import pytest

from tests.render.nodes import parse, words

BACKGROUND = 2  # the fills that stand before a block's own elements


@pytest.fixture(scope="module")
def family():
    return "g2"


class TestBackground:
    def test_two_fills(self, draw):
        section = draw("embed", {"background": {"fillStyles": "a", "wrapFillStyles": "b"}})
        assert section["class"] == "relative "
        fill, wrap = section.elements[:2]
        assert fill.attributes == {"class": "background absolute inset-0 -z-2 a"}
        assert wrap.attributes == {
            "class": "background absolute left-1/2 transform -translate-x-1/2 max-w-desktop-full "
            "w-full h-full -z-2 b"
        }

    @pytest.mark.parametrize(("background", "word"), [({}, "null"), (None, "undefined")])
    def test_missing_fills(self, draw, background, word):
        fills = draw("embed", {"background": background}).elements[:2]
        assert [fill.classes[-1] for fill in fills] == [word, word]

    def test_an_empty_fill_of_the_middle_is_left_out(self, draw):
        section = draw("embed", {"background": {"wrapFillStyles": ""}})
        assert len(section.elements) == 2

    def test_picture(self, draw):
        data = {"src": "/a b c.png", "style": "bg-cover", "position": "bg-top"}
        picture = draw("embed", {"background": data}).elements[2]
        assert picture.attributes == {
            "class": "absolute inset-0 -z-2 w-full h-full bg-cover bg-top",
            "style": "background-image:url(/a%20b c.png)",
        }

    def test_film(self, draw):
        film = draw("embed", {"background": {"src": "/a.mp4"}}).elements[2]
        assert film["class"] == "absolute inset-0 -z-2"
        video = film.one("video")
        assert video["class"] == "w-full h-full object-cover"
        assert {"autoplay", "loop", "muted", "playsinline"} < set(video.attributes)
        assert video.one("source").attributes == {"src": "/a.mp4", "type": "video/mp4"}

    def test_ornaments_have_a_copy_for_phones(self, draw):
        ornament = {"src": "a.svg", "ornamentControl": "w-9px h-auto object-top"}
        section = draw("embed", {"background": {"ornaments": [ornament, {}]}})
        box = section.elements[2]
        assert box["class"] == "ornaments absolute inset-0 -z-1"
        desktop, phone, other, _ = box.elements
        place = "top-0 bottom-auto left-1/2 right-auto"
        assert desktop.classes == words(f"sm:hidden absolute {place}")
        assert phone.classes == words(f"hidden sm:block absolute {place}")
        style = "transform:translate(0px, 0px) scale(1) rotate(0deg);opacity:1"
        assert desktop["style"] == phone["style"] == style
        assert desktop.one("img").attributes == {
            "class": "max-w-none transform -translate-x-1/2",
            "src": "a.svg",
            "width": "9px",
            "height": "auto",
            "style": "width:9px;height:auto",
        }
        assert other["class"] == "sm:hidden absolute undefined "
        assert other.one("img").attributes == {
            "class": "max-w-none transform undefined",
            "width": "",
            "height": "",
        }


class TestFeature:
    STYLE = {  # noqa: RUF012 - never changed
        "alignment": "flex-col items-center sm:flex-col-reverse",
        "padding": "p-1",
        "featureImage": "wpx-100 hpx- mx-auto sm:wpx-50 sm:ml-auto",
        "featureContent": "w-3/5 text-center sm:text-left",
        "buttonsLayout": "flex-col gap-4 w-full",
        "labelStyles": "c-label",
        "headlineStyles": "c-headline",
        "subheadStyles": "c-subhead",
        "textStyles": "c-text",
    }

    def test_the_whole(self, draw):
        buttons = [
            {"label": "Go", "link": "https://a.org", "icon": "github", "buttonStyle": "primary"},
            {"label": "Here", "link": "/b", "icon": "nothing known"},
        ]
        data = {
            "style": self.STYLE,
            "label": "L",
            "headline": "H",
            "subhead": "S",
            "body": "B",
            "buttons": buttons,
            "image": {"src": "a.png", "alt": "A"},
            "navigationLabel": "My Jump",
        }
        section = draw("feature", data)
        assert section.attributes == {"id": "my-jump", "class": "relative "}
        (frame,) = section.elements[BACKGROUND:]
        assert frame.classes == words(
            f"relative flex w-full max-w-site-full mx-auto p-1 {self.STYLE['alignment']}"
        )
        column, texts = frame.elements
        assert column.classes == words(
            "relative h-full flex-1 w-full max-w-site-full sm:w-full sm:max-w-site-full"
        )
        desktop, phone = column.elements
        assert desktop.attributes == {
            "class": "sm:hidden mx-auto",
            "style": "width:100px;height:auto",
            "alt": "A",
            "src": "a.png",
        }
        assert phone["class"] == "hidden sm:block sm:ml-auto"
        assert phone["style"] == "width:50px;height:auto"
        assert texts["class"] == "flex-none w-3/5 text-center sm:text-left"
        (content,) = texts.elements
        assert content.classes == words("flex flex-col w-full text-center sm:text-left")
        assert [(e.tag, e["class"]) for e in content.elements[:-1]] == [
            ("h4", "c-label"), ("h2", "c-headline"), ("h3", "c-subhead"),
            ("div", "markdown items-center c-text"),
        ]  # fmt: skip
        row = content.elements[-1]
        assert row.classes == words(
            "inline-flex items-start flex-col gap-4 mx-auto sm:ml-0 sm:mr-auto"
        )
        first, second = row.elements
        assert (first["class"], first["href"], first["target"]) == (
            "btn-primary w-full", "https://a.org", "_blank",
        )  # fmt: skip
        (inside,) = first.elements
        assert inside["class"] == "inline-flex items-center gap-2"
        assert [e.tag for e in inside.elements] == ["span", "svg"]
        assert inside.one("svg").attributes == {"viewbox": "0 0 496 512"}
        assert (second["class"], second["target"]) == ("btn-null w-full", "")
        assert [(e.tag, e.text) for e in second.elements[0].elements] == [
            ("span", "Here"), ("span", ""),
        ]  # fmt: skip

    def test_a_film_in_the_place_of_the_picture(self, draw):
        section = draw("feature", {"image": {"src": "/a.mp4"}, "style": self.STYLE})
        film = section.elements[BACKGROUND].elements[0].elements[0]
        assert film.attributes == {"class": "mx-auto"}
        assert film.one("video")["class"] == "object-cover w-full h-full"
        assert not list(section.all("img"))

    @pytest.mark.parametrize("body", [None, "", " \n"])
    def test_an_empty_text_leaves_no_element(self, draw, body):
        section = draw("feature", {"body": body})
        assert not list(section.all("div", **{"class": "markdown items-center null"}))
        content = section.elements[BACKGROUND].elements[1].elements[0]
        assert content.elements == []

    def test_an_empty_list_of_buttons_leaves_an_empty_row(self, draw):
        content = draw("feature", {"buttons": []}).elements[BACKGROUND].elements[1].elements[0]
        assert [row["class"] for row in content.elements] == ["inline-flex undefined undefined "]

    def test_rich_text_is_that_of_the_family(self, draw):
        section = draw("feature", {"body": "see www.example.org  \n**a *b***"})
        assert section.one("br")
        assert section.one("a")["href"] == "http://www.example.org"


CARD_STYLE = {
    "fillStyles": "c-fill",
    "grid": "grid-cols-3",
    "alignment": "flex-col",
    "image": "w-48px object-top sm:object-left",
    "imagePadding": "c-ip",
    "contentPadding": "c-cp",
    "borderStyles": "c-border",
    "headlineStyles": "c-headline",
    "textStyles": "c-text",
    "buttonType": "outline",
    "buttonIcon": "x-solid",
    "buttonLayout": "justify-between",
    "buttonWidth": "w-full",
}
ITEMS = (
    {"headline": "H", "body": "B", "image": {"src": "a.png"}},
    {"link": "/whole"},
    {"link": "/x", "buttonLabel": "Go"},
    {},
)


class TestCards:
    @pytest.fixture
    def cards(self, draw):
        """The cards of a block, and what stands beside them."""
        data = {"items": list(ITEMS), "cardStyle": CARD_STYLE, "headline": "All"}
        frame = draw("cards", data | {"style": {"featureContent": "w-1/2 text-left"}}).elements[2]
        column, texts = frame.elements
        (grid,) = column.elements
        assert grid["class"] == "grid grid-cols-3"
        assert texts["class"] == "flex-none justify-center w-1/2 text-left"
        assert texts.one("h2").text == "All"
        return grid.elements

    def test_a_card_with_a_picture(self, cards):
        card = cards[0]
        assert card["class"] == "relative w-full flex flex-col false c-border"
        fill, desktop, phone, content = card.elements
        assert fill["class"] == "c-fill absolute inset-0 -z-1"
        assert desktop.attributes == {"class": "max-w-full max-h-full", "style": "width:48px"}
        (inside,) = desktop.elements
        assert inside["class"] == "c-ip w-full h-full sm:hidden"
        assert inside.one("img").attributes == {
            "class": "sm:hidden w-full h-full object-top sm:object-left",
            "alt": "H",
            "src": "a.png",
        }
        assert phone["class"] == "c-ip hidden sm:block"
        (box,) = phone.elements
        assert box.attributes == {}
        assert box.one("img")["class"] == "hidden sm:block  sm:object-left"
        assert content["class"] == (
            "flex-1 flex flex-col overflow-x-hidden w-full justify-between c-cp"
        )
        texts, action = content.elements
        assert texts["class"] == "flex flex-col w-full  "
        assert [(e.tag, e["class"]) for e in texts.elements] == [
            ("h2", "c-headline"), ("div", "markdown items-center c-text"),
        ]  # fmt: skip
        assert (action.attributes, action.children) == ({}, [])

    def test_a_card_that_is_a_link(self, cards):
        link = cards[1].elements[1]
        assert link.attributes == {"class": "absolute inset-0 -z-20", "href": "/whole"}

    def test_a_card_with_a_button(self, cards):
        (button,) = cards[2].all("a")
        assert button.attributes == {"class": "btn-outline w-full", "href": "/x"}
        (inside,) = button.elements
        assert inside["class"] == "flex items-center gap-2"
        assert [e.tag for e in inside.elements] == ["span", "svg"]

    def test_an_empty_card(self, cards):
        fill, content = cards[3].elements
        assert fill.children == []
        assert [e.tag for e in content.elements] == ["div", "div"]

    def test_without_anything(self, draw):
        frame = draw("cards", {"items": [{}]}).elements[BACKGROUND]
        (card,) = frame.elements[0].elements[0].elements
        assert card["class"] == "relative w-full flex undefined false undefined"
        assert frame.elements[1]["class"] == "flex-none justify-center undefined"


class TestAccordion:
    STYLE = {  # noqa: RUF012 - never changed
        "fillStyles": "c-fill",
        "fillStylesActive": "c-open",
        "padding": "c-pad",
        "borderStyles": "border-gray border-t-2",
        "headlineStyles": "c-headline",
        "subheadStyles": "c-subhead",
        "textStyles": "c-text",
    }

    @pytest.mark.parametrize("name", ["accordion", "accordian"])
    def test_everything_is_closed(self, draw, name):
        items = [{"headline": "H", "subhead": "S", "text": "T"}, {}]
        frame = draw(name, {"items": items, "cardStyle": self.STYLE}).elements[BACKGROUND]
        (box,) = frame.elements[0].elements
        assert box["class"] == "rounded-xl border-2 border-gray overflow-hidden"
        first, last = box.elements
        assert first["class"] == "border-b-2 first:border-t-0 last:border-b-0 border-gray c-fill"
        assert last["class"] == " first:border-t-0 last:border-b-0 border-gray c-fill"
        title, body = first.elements
        assert title["class"] == "relative cursor-pointer text-primary c-pad c-headline false"
        headline, arrow = title.elements
        assert (headline.tag, headline["class"]) == ("h3", "c-headline")
        assert arrow["class"] == "absolute z-20 right-5 top-3.5 sm:top-4 "
        assert arrow.one("svg").attributes == {
            "width": "16",
            "height": "19",
            "viewbox": "0 0 16 19",
            "class": "fill-current",
        }
        assert body["class"] == "text-body1 lg:text-body-lg  border-gray hidden"
        (inside,) = body.elements
        assert inside["class"] == "relative flex-1 border-box c-pad"
        empty, subhead, text = inside.elements
        assert (empty["class"], empty.children) == ("absolute inset-0 -z-1", [])
        assert (subhead.tag, subhead["class"]) == ("h4", "c-subhead")
        assert text["class"] == "markdown c-text"
        assert [e.tag for e in last.elements[1].elements[0].elements] == ["div", "div"]

    def test_the_preview_knows_how_an_open_title_looks(self, marked, scope):
        block = {"_template": "accordion", "items": [{}], "cardStyle": self.STYLE}
        html = marked.block(block, scope)
        assert [
            n["data-fp-active"] for n in parse(html).all() if "data-fp-active" in n.attributes
        ] == ["c-open"]


class TestCarousel:
    def test_it_stands_at_its_first_slide(self, draw):
        style = {
            "gap": "2.5", "slides": "w-1/2 sm:w-full", "padding": "pt-1 pb-2 pl-3 pr-4",
            "equalHeights": True, "overflowHidden": True,
        }  # fmt: skip
        items = [{"headline": "A"}, {"headline": "B"}]
        section = draw("carousel", {"style": style, "items": items, "headline": "unseen"})
        (outer,) = section.elements[BACKGROUND:]
        assert outer["class"] == "pt-1 pb-2"
        (inner,) = outer.elements
        assert inner["class"] == "relative max-w-desktop-full mx-auto pl-3 pr-4 undefined"
        (embla,) = inner.elements
        assert embla["class"] == "embla overflow-hidden"
        (row,) = embla.elements
        assert row["class"] == "embla__container flex -ml-2.5"
        slide = row.elements[0]
        assert slide["class"] == ("embla__slide pl-2.5 w-1/2 sm:w-full flex-grow-0 flex-shrink-0")
        assert slide.elements[0].classes[-2:] == ["min-h-full", "undefined"]
        assert [h.text for h in section.all("h2")] == ["A", "B"]

    def test_few_slides_do_not_move(self, draw):
        style = {"slides": "w-1/3", "fullWidth": True, "showArrows": True}
        section = draw("carousel", {"style": style, "items": [{}, {}, {}]})
        inner = section.elements[BACKGROUND].elements[0]
        assert inner.classes == ["relative", "undefined"]
        assert not list(section.all("a"))
        slide = inner.elements[0].elements[0].elements[0]
        assert slide["class"] == "embla__slide pl-null w-1/3 false"

    @pytest.mark.parametrize(("loop", "sides"), [(True, ["left", "right"]), (False, ["right"])])
    def test_arrows(self, draw, loop, sides):
        style = {"slides": "w-full", "showArrows": True, "loop": loop, "arrowInset": "4"}
        arrows = list(draw("carousel", {"style": style, "items": [{}, {}]}).all("a"))
        assert [arrow.classes[-2:] for arrow in arrows] == [
            [f"{side}-4", "btn-primary"] for side in sides
        ]
        assert arrows[-1].one("svg")["viewbox"] == "0 0 320 512"


def test_video(draw):
    section = draw("video", {"src": "a.mp4", "videoWidth": "640", "padding": "p-1"})
    (frame,) = section.elements[BACKGROUND:]
    assert frame["class"] == "mx-auto max-w-desktop-full p-1"
    empty, video = frame.elements
    assert (empty.attributes, empty.children) == ({}, [])
    assert video["class"] == "rounded-lg mx-auto"
    assert video["width"] == "640"
    assert "height" not in video.attributes
    assert video.one("source")["src"] == "/uploads/a.mp4"


def test_embed(draw):
    frame = draw("embed", {"markup": "<i>a</i>", "style": {"padding": "p-1"}}).elements[BACKGROUND]
    assert frame["class"] == "max-w-desktop-full mx-auto p-1 null"
    assert frame.one("i").text == "a"


class TestTailwind:
    def test_feature(self, draw):
        slots = {"section": "s", "wrap": "w", "content": "c", "headline": "h"}
        data = {"tailwind": slots, "headline": "H", "subhead": "S", "buttons": [{"link": "/a"}]}
        section = draw("tailwindFeature", data)
        assert section["class"] == "relative s"
        empty, wrap = section.elements[BACKGROUND:]
        assert (empty.attributes, empty.children) == ({}, [])
        assert wrap["class"] == "w"
        content = wrap.elements[1].elements[0]
        assert content["class"] == "markdown  c"
        assert [e.tag for e in content.elements] == ["h2", "h3", "div", "div"]
        assert section.one("a").attributes == {"href": "/a", "target": ""}

    def test_a_second_headline_needs_a_first(self, draw):
        section = draw("tailwindFeature", {"subhead": "S"})
        assert not list(section.all("h3"))

    def test_cards(self, draw):
        items = [
            {"headline": "H", "link": "https://a.org", "buttonLabel": "B"},
            {"link": "/b", "image": {"src": ""}},
        ]
        slots = {"content": "c", "cardContent": "cc", "cardButtons": "bs", "cardButton": "b"}
        section = draw("tailwindCards", {"items": items, "tailwind": slots})
        content_wrap, cards = section.elements[BACKGROUND + 1 :]
        assert content_wrap.elements[0]["class"] == "c"
        first, second = (card.elements[1] for card in cards.elements)
        text, buttons = first.elements
        assert text["class"] == "markdown c"
        assert buttons["class"] == "bs"
        assert buttons.one("a").attributes == {
            "class": "b", "href": "https://a.org", "target": "_blank",
        }  # fmt: skip
        assert len(second.elements) == 1
        assert cards.elements[1].one("img").attributes == {"src": ""}
