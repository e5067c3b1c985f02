"""The block types of an event's site: their elements, their classes, and what is missing."""

import pytest

from designer.render import Renderer
from tests.render.nodes import parse, words
from tests.scopes import scope_of
from tests.variants import family

SITE = {"buttons": {"primaryFill": "fill"}}
STYLES = {f"{name}Styles": f"c-{name}" for name in ("label", "headline", "subhead", "text")}
TEXTS = {"label": "L", "headline": "H", "subhead": "S", "body": "B"}
BUTTON = {"buttons": [{"label": "Go", "link": "/go"}]}
FILL = "background absolute inset-0 -z-2"
OF_THEME = "fill null null null null"


@pytest.fixture(scope="module")
def summit(types):
    """Draws a block in the variant that has these types, and gives its section."""
    renderer = Renderer(types, marks=False, variant=family("sustainable-blockchain-22"))

    def section(template, data):
        html = renderer.block({"_template": template, **data}, scope_of({}, SITE))
        (inner,) = parse(html).elements[0].elements
        assert inner.tag == "section"
        return inner

    return section


class TestHero:
    def test_the_whole(self, summit):
        section = summit("hero", {**TEXTS, **BUTTON, "image": {"src": "a.png"}})
        assert section.classes == ["relative"]
        fill, canopy, land, content = section.elements
        assert fill["class"] == f"{FILL} "
        assert canopy.attributes == {
            "id": "canopy",
            "class": "absolute -z-2 left-1/2 top-0 right-0",
        }
        assert canopy.elements[0]["class"] == "pattern"
        assert canopy.elements[1].classes == words(
            "absolute w-full h-40 bg-gradient-to-b from-black opacity-70"
        )
        assert land.classes == words("absolute -z-2 inset-0")
        assert content.classes == words(
            "relative max-w-desktop-full mx-auto pt-32 pb-80 pr-20 pl-20 md:pb-48 md:pt-32"
            " sm:px-8 sm:pt-24 min-h-0 text-left"
        )
        drawing, column, foot = content.elements
        assert drawing["class"] == "absolute right-36 top-36 md:hidden"
        assert column["class"] == "mr-auto w-1/2 md:w-3/5 sm:w-full"
        emblem, h1, h2, text, buttons = column.elements[0].elements
        assert {key: emblem[key] for key in ("class", "width", "viewbox")} == {
            "class": "md:w-full sm:w-64", "width": "500", "viewbox": "0 0 500 192",
        }  # fmt: skip
        assert (h1["class"], h1.text) == ("hidden", "H")
        assert (h2["class"], h2.text) == ("mt-8 text-3xl text-accent2 sm:text-lg", "S")
        assert (text["class"], text.text) == ("text text-2xl text-accent2 mb-10 sm:text-md", "B")
        assert buttons["class"] == "inline-flex flex-wrap gap-4 flex-col items-start order-4"
        assert buttons.one("a")["class"] == OF_THEME
        assert foot.classes == words(
            "transform -translate-y-1/2 absolute -bottom-8 right-20 mb-4 ml-auto pl-24 w-128"
            " md:-bottom-28 sm:right-10 sm:-bottom-32 sm:w-80 sm:p-0"
        )
        h4 = foot.one("h4")
        assert (h4["class"], h4.text) == (
            "font-bold text-5xl text-primary text-right sm:text-xl", "L",
        )  # fmt: skip
        assert not list(section.all("img"))

    def test_nothing(self, summit):
        content = summit("hero", {}).elements[-1]
        assert [e.tag for e in content.elements] == ["div", "div"]
        assert [e.tag for e in content.elements[1].elements[0].elements] == [
            "svg", "h1", "h2", "div",
        ]  # fmt: skip


class TestCallToAction:
    def test_the_whole(self, summit):
        image = {"image": {"src": "a.png", "alt": "A"}}
        section = summit(
            "cta", {**TEXTS, **BUTTON, **image, "style": STYLES, "navigationLabel": "My Jump"}
        )
        assert section["id"] == "my-jump"
        fill, sheet, row = section.elements
        assert fill["class"] == f"{FILL} undefined"
        assert sheet["class"] == "absolute inset-0 -z-1 bg-white"
        assert sheet["style"] == "clip-path:polygon(7% 7%, 100% 0%, 100% 100%, 7% 93%)"
        assert row.classes == words(
            "relative flex items-center gap-10 p-20 px-40 mb-20 max-w-desktop-full mx-auto"
            " sm:flex-col sm:px-0"
        )
        texts, picture, buttons = row.elements
        assert texts["class"] == "content-wrap w-1/3 flex-1 max-w-sm sm:order-2 sm:w-full"
        (content,) = texts.elements
        assert content["class"] == "flex flex-col sm:w-full w-full text-center"
        assert [(e.tag, e.classes) for e in content.elements] == [
            ("h4", ["undefined", "c-label"]),
            ("h2", ["undefined", "c-headline"]),
            ("h3", ["undefined", "c-subhead"]),
            ("div", ["markdown", "items-center", "undefined", "c-text"]),
            ("div", words("inline-flex flex-wrap gap-4 undefined order-4")),
        ]
        assert not content.elements[-1].elements
        assert picture["class"] == "image-wrap flex-none sm:order-1 sm:w-full"
        assert picture.one("img").attributes == {
            "class": "image sm:mx-auto sm:w-36",
            "src": "a.png",
            "alt": "A",
            "width": "225px",
            "height": "225px",
        }
        assert buttons["class"] == "button-wrap w-1/3 flex-1 text-center sm:order-3 sm:w-full"
        assert buttons.elements[0]["class"] == "inline-flex flex-wrap gap-4 "
        assert buttons.one("a").text == "Go"

    def test_nothing(self, summit):
        section = summit("cta", {"image": {"src": ""}})
        texts, picture, buttons = section.elements[2].elements
        assert [e.tag for e in texts.elements[0].elements] == ["div", "div"]
        assert picture.elements == []
        assert buttons.elements[0].elements == []


class TestRule:
    def test_the_whole(self, summit):
        section = summit("rule", {"padding": "pt-4 undefined"})
        fill, frame = section.elements
        assert fill["class"] == f"{FILL} "
        assert frame["class"] == "pt-4 undefined max-w-desktop-full mx-auto"
        assert frame.elements[0]["class"] == "h-1.5 w-full bg-white"

    def test_nothing(self, summit):
        assert summit("rule", {}).elements[1]["class"] == "null max-w-desktop-full mx-auto"


class TestVideo:
    def test_the_whole(self, summit):
        section = summit(
            "video",
            {
                **TEXTS,
                **BUTTON,
                "style": {**STYLES, "padding": "p-4"},
                "image": {"src": "a.png"},
                "background": {"fillStyles": "bg-white"},
                "video": "https://video.example/embed/1?a=1&b=2",
            },
        )
        fill, frame = section.elements
        assert fill["class"] == f"{FILL} bg-white"
        assert frame["class"] == "max-w-desktop-full mx-auto min-h-0 text-left p-4"
        title, row = frame.elements
        assert (title.tag, title["class"], title.text) == ("h1", "c-label", "L")
        assert row["class"] == "flex sm:flex-col-reverse"
        film, texts = row.elements
        assert film["class"] == "mr-auto pr-10 w-2/3 md:w-3/5 sm:w-full sm:p-0 sm:mt-12"
        (ratio,) = film.elements
        assert ratio.attributes == {"class": "relative w-full", "style": "padding-bottom:56.25%"}
        player = ratio.one("iframe")
        assert player["src"] == "https://video.example/embed/1?a=1&b=2"
        assert player["style"] == "position:absolute;top:0;left:0;width:100%;height:100%"
        assert texts["class"] == "mr-auto w-1/3 md:w-3/5 sm:w-full"
        column = texts.elements[0]
        assert [(e.tag, e["class"]) for e in column.elements] == [
            ("img", "mb-8"),
            ("h2", "c-headline"),
            ("h3", "c-subhead"),
            ("div", "c-text"),
            ("div", "inline-flex flex-wrap gap-4 flex-col items-start order-4"),
        ]

    def test_nothing(self, summit):
        frame = summit("video", {"image": {"src": ""}}).elements[1]
        assert frame.classes[-1] == "undefined"
        (row,) = frame.elements
        assert "src" not in row.one("iframe").attributes
        assert [e.tag for e in row.elements[1].elements[0].elements] == ["div"]


class TestSchedule:
    def test_the_whole(self, summit):
        events = [{"time": "10:00", "headline": "Doors", "subhead": "Food"}, {}]
        columns = [
            {"label": "x", "headline": "One", "subhead": "Two", "body": "y", "events": events},
            {"headline": None},
            {"events": []},
        ]
        section = summit("schedule", {**TEXTS, "style": STYLES, "schedules": columns})
        assert section["class"] == "relative max-w-desktop-full mx-auto px-20 py-20 sm:px-6"
        _fill, content, grid = section.elements
        assert content.classes == words("flex flex-col w-full")
        assert [e.tag for e in content.elements] == ["h4", "h2", "h3", "div"]
        assert grid["class"] == "grid grid-cols-2 gap-16 sm:gap-12"
        line, first, second, third = grid.elements
        assert line.classes == words(
            "absolute top-40 bottom-20 left-1/2 border-l-2 border-dashed hidden sm:block"
        )
        assert first.classes == ["timeline"]
        title, subtitle, list_ = first.elements
        assert (title["class"], title.text) == ("text-accent2 font-bold text-lg leading-5", "One")
        assert (subtitle["class"], subtitle.text) == ("text-accent2 mb-6", "Two")
        assert list_["class"] == "relative"
        dashes, event, empty = list_.elements
        assert dashes.classes == words(
            "absolute top-2 left-16 border-accent2 -ml-px border-l-2 border-dashed h-full w-px"
            " sm:hidden"
        )
        assert event.attributes == {}
        top, who = event.elements
        assert top.classes == words("flex sm:block gap-8 text-accent2 text-md font-bold")
        time, what = top.elements
        assert time.classes == words(
            "relative w-12 text-right sm:inline-block sm:w-auto sm:text-center sm:text-xs"
            " sm:rounded sm:border-2 sm:border-accent2 sm:px-1 sm:mb-2"
        )
        assert time.children[0] == "10:00"
        assert time.elements[0].classes == words(
            "bg-accent1 border-2 w-2 h-2 absolute top-1.5 -right-5 sm:hidden"
        )
        assert (what["class"], what.text) == ("w-full flex-1 sm:mb-1", "Doors")
        assert (who["class"], who.text) == ("pl-20 text-md mb-6 sm:pl-0", "Food")
        assert empty.text == ""
        assert [e.tag for e in second.elements] == ["h3", "div"]
        assert [e.tag for e in third.elements] == ["h3", "div", "div"]
        assert "y" not in section.text

    def test_nothing(self, summit):
        assert len(summit("schedule", {}).elements) == 2
        assert len(summit("schedule", {"schedules": [None]}).elements[2].elements[1].elements) == 2


class TestSpeakerCards:
    def test_the_whole(self, summit):
        cards = [{"imageSrc": "a.png", "speaker": "N", "title": "T", "company": "C"}, {}]
        section = summit("speakerCards", {**TEXTS, "cards": cards})
        assert section["class"] == "relative max-w-desktop-full mx-auto px-20 py-20 sm:px-6"
        _fill, content, grid = section.elements
        assert [e.tag for e in content.elements] == ["h2", "h3", "div"]
        assert grid.classes == words(
            "speaker-cards grid grid-cols-3 gap-8 md:grid-cols-3 sm:grid-cols-1 sm:gap-1"
        )
        card, empty = grid.elements
        assert card["class"] == "relative"
        sheet, row = card.elements
        assert sheet["class"] == "absolute inset-0 top-16 -z-1 bg-white sm:top-0"
        assert row["class"] == "flex items-center sm:flex-row sm:gap-"
        portrait, texts = row.elements
        assert portrait.attributes == {
            "class": "w-48 h-48 absolute top-0 left-1/2 transform -translate-x-1/2 sm:relative"
            " sm:left-0 sm:translate-x-0 rounded-full object-cover sm:w-36 sm:h-36 sm:p-4"
            " sm:flex-none",
            "src": "a.png",
        }
        assert texts["class"] == "p-10 pt-56 pb-14 pb-6 sm:p-0"
        assert [(e.tag, e["class"], e.text) for e in texts.elements] == [
            ("h3", "text-lg font-bold text-accent2 mb-1 sm:text-base", "N"),
            ("h5", "text-sm text-accent2 mb-1", "T"),
            ("h4", "text-sm text-accent2 mb-1", "C"),
        ]
        assert [e.tag for e in empty.elements[1].elements] == ["div"]

    def test_nothing(self, summit):
        assert summit("speakerCards", {}).elements[2].elements == []
