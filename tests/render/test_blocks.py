"""Each block type of the family g1 has the DOM of the site's own component."""

import re
import textwrap
from pathlib import Path

import pytest

from designer.bundled import folder
from designer.families import default_variant
from designer.render import Renderer
from designer.schema import load_types
from tests.render.nodes import parse, words
from tests.scopes import scope_of, typed


class TestTailwindFeature:
    def test_the_whole(self, draw):
        names = words(
            "section wrap imageWrap image contentWrap content label headline subhead text buttons"
            " button"
        )
        section = draw(
            "tailwindFeature",
            {
                "tailwind": {name: f"c-{name}" for name in names},
                "background": {"fillStyles": "c-fill"},
                "image": {"src": "a.png", "alt": "A"},
                "label": "L",
                "headline": "H",
                "subhead": "S",
                "body": "B",
                "buttons": [{"label": "One", "link": "/one"}, {"label": "Two", "link": "#two"}],
                "navigationLabel": "My Jump",
            },
        )
        assert section.attributes == {"id": "my-jump", "class": "relative c-section"}
        background, empty, wrap = section.elements
        assert background["class"] == "background absolute inset-0 -z-2 c-fill"
        assert (empty.tag, empty.attributes, empty.children) == ("div", {}, [])
        assert wrap["class"] == "c-wrap"
        image_wrap, content_wrap = wrap.elements
        assert image_wrap["class"] == "c-imageWrap"
        assert image_wrap.one("img").attributes == {"class": "c-image", "alt": "A", "src": "a.png"}
        assert content_wrap["class"] == "c-contentWrap"
        (content,) = content_wrap.elements
        assert content["class"] == "markdown  c-content"
        assert [(e.tag, e["class"]) for e in content.elements] == [
            ("h4", "c-label"), ("h2", "c-headline"), ("h3", "c-subhead"), ("div", "c-text"),
            ("div", "c-buttons"),
        ]  # fmt: skip
        one, two = content.all("a")
        assert one.attributes == {"class": "c-button", "href": "/one", "target": "_blank"}
        assert two.attributes == {"class": "c-button", "href": "#two", "target": ""}
        assert section.text == "LHSBOneTwo"

    def test_nothing_at_all(self, draw):
        section = draw("tailwindFeature", {})
        assert section.attributes == {"class": "relative undefined"}
        background, _, wrap = section.elements
        assert background["class"] == "background absolute inset-0 -z-2 undefined"
        assert wrap.attributes == {}
        image_wrap, content_wrap = wrap.elements
        assert image_wrap.children == []
        (content,) = content_wrap.elements
        assert content["class"] == "markdown  undefined"
        (body,) = content.elements
        assert (body.tag, body.attributes, body.children) == ("div", {}, [])

    def test_missing_slots(self, draw):
        section = draw(
            "tailwindFeature", {"tailwind": {"wrap": "", "headline": None}, "headline": "H"}
        )
        assert section["class"] == "relative null"
        wrap = section.elements[2]
        assert wrap["class"] == ""
        content = wrap.elements[1].elements[0]
        assert content["class"] == "markdown  null"
        assert section.one("h2").attributes == {}

    def test_an_empty_list_of_buttons_leaves_an_empty_row(self, draw):
        slots = {"tailwind": {"buttons": "row"}}
        assert draw("tailwindFeature", slots | {"buttons": []}).one("div", **{"class": "row"})
        assert not list(draw("tailwindFeature", slots).all("div", **{"class": "row"}))

    def test_an_image_without_an_address_is_left_out(self, draw):
        assert not list(draw("tailwindFeature", {"image": {"src": "", "alt": "A"}}).all("img"))

    def test_a_button_without_anything(self, draw):
        button = draw("tailwindFeature", {"buttons": [{}, None, "x"]}).all("a")
        assert [b.attributes for b in button] == [{"target": ""}] * 3

    def test_there_is_no_white_space_between_elements(self, plain, scope):
        data = {"buttons": [{"label": "a"}, {"label": "b"}], "headline": "h", "body": "x"}
        html = plain.block({"_template": "tailwindFeature", **data}, scope)
        assert "> " not in html
        assert "\n" not in html


class TestBackground:
    def test_picture(self, draw):
        background = {"fillStyles": "", "src": "bg.png", "position": "object-top"}
        fill = draw("embed", {"background": background}).elements[0]
        assert fill["class"] == "background absolute inset-0 -z-2 "
        assert fill.one("img").attributes == {
            "class": "w-full h-full object-cover object-top",
            "src": "bg.png",
            "alt": "background image",
        }

    def test_ornaments(self, draw):
        ornaments = [
            {
                "src": "a.svg",
                "alignment": "top-right",
                "xOffset": "-80",
                "yOffset": "80",
                "width": "60",
            },
            {"src": "b.svg", "xOffset": ""},
        ]
        section = draw("banner", {"background": {"ornaments": ornaments}})
        box = section.elements[1]
        assert box.classes == words(
            "ornaments max-w-desktop-full mx-auto absolute inset-0 -z-1 sm:hidden"
        )
        first, second = box.elements
        assert first.classes == ["absolute", "top-0", "right-0"]
        assert first["style"] == "transform:translate(-80px,80px)"
        assert first.one("img").attributes == {
            "class": "absolute",
            "src": "a.svg",
            "style": "width:60px;height:nullpx;transform:translate(-100%,0);max-width:none",
            "width": "60",
        }
        assert second["style"] == "transform:translate(0px,0px)"

    def test_no_ornaments(self, draw):
        assert len(draw("banner", {"background": {"ornaments": []}}).elements) == 2


class TestTailwindCards:
    def test_cards(self, draw):
        items = [
            {
                "image": {"src": "", "alt": ""},
                "label": "L",
                "headline": "H",
                "subhead": "S",
                "text": "T",
                "buttons": [{"label": "B", "link": "/b"}],
            },
            {},
        ]
        slots = {"cardContent": "cc", "content": "c", "cardButton": "cb"}
        section = draw("tailwindCards", {"items": items, "tailwind": slots, "buttons": []})
        content_wrap, cards = section.elements[2:]
        assert content_wrap.elements[0]["class"] == "markdown c"
        first, second = cards.elements
        assert first.one("img").attributes == {"alt": "H", "src": ""}
        text, buttons = first.elements[1].elements
        assert text["class"] == "markdown cc"
        assert [(e.tag, e.text) for e in text.elements] == [
            ("h4", "L"), ("h2", "H"), ("h3", "S"), ("div", "T"),
        ]  # fmt: skip
        assert buttons.one("a").attributes == {"class": "cb", "href": "/b", "target": "_blank"}
        assert not list(second.all("img"))
        assert [e.tag for e in second.elements[1].elements] == ["div", "div"]

    def test_without_items_the_frame_stays(self, draw):
        assert len(draw("tailwindCards", {}).elements) == 4


class TestFeature:
    def test_the_whole(self, draw):
        section = draw(
            "feature",
            {
                "style": {
                    "alignment": "flex-row text-center items-end",
                    "featureContent": "w-2/3 min-h-100",
                    "featureImage": "object-right object-scale-down",
                    "padding": "p-1",
                    "imagePadding": "p-2",
                    "headlineStyles": "text-xl",
                    "contentOrder": "contentLabelHeadings",
                },
                "image": {"src": "a.png"},
                "headline": "H",
                "body": "B",
                "buttons": [{"label": "Go", "link": "/go"}],
            },
        )
        assert section["class"] == "relative"
        frame = section.elements[1]
        assert frame.classes == (
            words("relative flex sm:flex-col sm:min-h-0 flex-row text-center items-end min-h-100")
        )
        image, text = frame.elements
        assert image.classes == words("sm:w-full relative p-2 w-1/3 max-w-site-1/3 ml-auto")
        assert image.one("img").classes == (
            words("sm:w-full ml-auto w-auto object-right object-scale-down")
        )
        assert text.classes == ["sm:w-full", "p-1", "w-2/3", "max-w-site-2/3", "mr-auto"]
        (content,) = text.elements
        assert content.classes == ["flex", "flex-col", "sm:w-full", "w-full"]
        headline, body, buttons = content.elements
        assert headline["class"] == "order-3 text-xl"
        assert body["class"] == "markdown items-center order-1 null"
        assert buttons.classes == words("inline-flex flex-wrap gap-4 items-center mx-auto order-4")
        assert buttons.one("a").classes[:2] == ["bg-accent1", "text-white"]

    def test_kinds_of_buttons(self, draw):
        kinds = ["secondary", "", None, "solid"]
        links = [{"label": "a", "link": "/", "type": kind} for kind in kinds]
        found = [a.classes[:1] for a in draw("feature", {"buttons": links}).all("a")]
        assert found == [["bg-white"], ["bg-accent1"], ["bg-accent1"], []]


class TestBanner:
    def test_picture_even_without_an_address(self, draw):
        section = draw("banner", {"image": {"src": "", "alt": "b"}, "style": {"width": "narrow"}})
        inner = section.elements[1].elements[0]
        assert inner["class"] == "mx-auto w-2/3 sm:w-full"
        picture = section.one("img")
        assert picture.attributes == {"class": "mt-12 sm:mt-6", "alt": "b", "src": ""}

    def test_normal_width(self, draw):
        section = draw("banner", {"style": {"width": "normal", "textAlignment": "text-right"}})
        frame = section.elements[1]
        assert frame.classes == words("max-w-desktop-full mx-auto null null text-right")
        assert frame.elements[0]["class"] == "mx-auto w-full"


class TestCards:
    ITEMS = (
        {"headline": "H", "label": "L", "subhead": "S", "text": "T", "image": {"src": "a.png"}},
        {"link": "/whole"},
        {"link": "/x", "buttonLabel": "Go"},
    )

    def test_photo_cards(self, draw):
        style = {"type": "transparent", "fillStyles": "bg-gray", "imageStyles": "h-40"}
        section = draw(
            "photoCards",
            {
                "items": list(self.ITEMS),
                "cardStyle": style,
                "style": {"columns": "4", "padding": "p"},
            },
        )
        grid = section.elements[1].elements[1]
        assert grid["class"] == "grid sm:block gap-10 grid-cols-4"
        first, second, third = grid.elements
        assert first["class"] == "flex flex-col relative sm:mb-6 undefined"
        assert first.one("img").attributes == {"class": "w-full h-40", "alt": "H", "src": "a.png"}
        text = first.elements[1]
        assert text.elements[0]["class"] == "bg-gray opacity-70 absolute inset-0 -z-1"
        assert [(e.tag, e.text) for e in text.elements[1:]] == [
            ("p", "L"), ("h3", "H"), ("h4", "S"), ("div", "T"),
        ]  # fmt: skip
        assert second.one("a").attributes == {"class": "absolute inset-0 z-20", "href": "/whole"}
        assert second.elements[0].children == []
        assert third.elements[1].classes[0] == "pb-20"
        button = third.one("a")
        assert (button.text, button["href"], button["target"]) == ("Go", "/x", "_blank")

    def test_text_cards_have_borders_but_no_pictures(self, draw):
        style = {"borderStyles": "border-gray border-1"}
        section = draw("textCards", {"items": list(self.ITEMS), "cardStyle": style})
        first = section.elements[1].elements[1].elements[0]
        assert first["class"] == "flex flex-col relative sm:mb-6 border-gray border-1"
        assert not list(section.all("img"))
        assert not list(section.all("p", **{"class": "L"}))


class TestEmbed:
    def test_markup_stays_as_it_is(self, plain, scope):
        markup = '<div class="a"\n  data-x=1>b<br></div><script>c()</script>'
        html = plain.block({"_template": "embed", "markup": markup}, scope)
        assert f"<div>{markup}</div></div></section></div>" in html

    @pytest.mark.parametrize(
        ("wide", "classes"), [(True, ["null"]), (False, ["max-w-desktop-full", "mx-auto", "null"])]
    )
    def test_width(self, draw, wide, classes):
        frame = draw("embed", {"style": {"fullWidth": wide, "padding": ""}}).elements[1]
        assert frame.classes == classes

    def test_content_cannot_pretend_to_be_marked(self, marked, scope):
        markup = '<p DATA-FP-root="block:1" data-fp-path="x">a</p>'
        html = marked.block({"_template": "embed", "markup": markup}, scope, root="block:7")
        roots = [
            node["data-fp-root"] for node in parse(html).all() if "data-fp-root" in node.attributes
        ]
        assert roots == ["block:7"]


class TestMarks:
    def test_every_part_is_marked(self, marked, types, scope):
        sample = {"_template": "tailwindFeature", **types["tailwindFeature"].sample}
        block = parse(marked.block(sample, scope, root="block:12")).elements[0]
        assert block.attributes == {"data-fp-root": "block:12", "data-fp-type": "tailwindFeature"}
        paths = [n["data-fp-path"] for n in block.all() if "data-fp-path" in n.attributes]
        assert paths == words("background label headline subhead body buttons.0")
        headline = block.one("h2")
        assert headline["data-fp-slot"] == "tailwind.headline"

    def test_items_have_their_place_in_the_list(self, marked, scope):
        block = {"_template": "tailwindCards", "items": [None, {"headline": "a", "buttons": [{}]}]}
        found = parse(marked.block(block, scope))
        assert found.one("h2")["data-fp-path"] == "items.1.headline"
        assert found.one("a")["data-fp-path"] == "items.1.buttons.0"


class TestTypesOfASite:
    @pytest.fixture
    def brought(self, tmp_path):
        """Writes a block type as a site brings it, and gives a renderer that knows it."""

        def write(template, name="quote", description="", **files):
            place = tmp_path / "designer" / "templates" / name
            place.mkdir(parents=True, exist_ok=True)
            (place / "block.yaml").write_text(
                "label: Quote\nhelp: A quote.\nparts: [background]\n"
                "fields:\n  words: {type: string, label: Words}\n"
                "  source: {type: string, label: By}\n"
                "slots:\n  classes.words: {label: Words, element: The words.}\n" + description
            )
            (place / "template.html").write_text(template, encoding="utf-8")
            for file, text in files.items():
                (place / file.replace("_", ".")).write_text(text)
            return Renderer(
                load_types([tmp_path / "designer" / "templates"]),
                marks=False,
                variant=default_variant("g1"),
            )

        return write

    def test_a_type_from_the_sites_folder(self, brought, scope):
        renderer = brought(
            '{% import "_parts/g1.html" as g1 %}\n'
            '<section class="relative">\n'
            "  {{ g1.background(block.background) }}\n"
            '  <blockquote{{ slot(block.classes, "words") }}{{ field(block, "words") }}>\n'
            "    {{ block.words }}\n"
            "  </blockquote>\n"
            "  <p>said\n    {{ block.source }}, twice</p>\n"
            "</section>\n"
        )
        data = {
            "_template": "quote",
            "words": "So <it> is.",
            "source": "A",
            "classes": {"words": "p-4"},
        }
        assert renderer.block(data, scope) == (
            '<div><section class="relative">'
            '<div class="background absolute inset-0 -z-2 undefined"></div>'
            '<blockquote class="p-4">So &lt;it&gt; is.</blockquote>'
            "<p>saidA, twice</p></section></div>"
        )

    def test_text_over_two_lines_stays_apart(self, brought, scope):
        renderer = brought("<p>one\n   two <b>three</b>\n four</p>")
        assert (
            renderer.block({"_template": "quote"}, scope)
            == "<div><p>one two <b>three</b>four</p></div>"
        )

    @pytest.mark.parametrize(
        ("template", "line", "cause"),
        [
            ("<p>\n{{ block.wordz }}</p>", 2, "wordz"),
            ("<p>\n\n{% if %}</p>", 3, "Expected an expression"),
            ("{{ nothing }}", 1, "nothing"),
            ("\n{{ 1 / 0 }}", 2, "division by zero"),
            ("{{ ''.__class__.__mro__ }}", 1, "unsafe"),
            ("{{ block._data }}", 1, "unsafe"),
            ('{{ slot(block, "colour") }}', 1, "colour"),
            ("{{ range(10**9) | list }}", 1, "too big"),
            ("{{ raise_this() }}", 1, "undefined"),
            ('{% include "quote/missing.html" %}', 1, "missing.html"),
            ('{% include "quote/../../x.html" %}', 1, "x.html"),
            ('{% include "other/template.html" %}', 1, "other/template.html"),
        ],
    )
    def test_an_error_is_a_card_with_file_line_and_cause(
        self, brought, scope, template, line, cause
    ):
        renderer = brought(template)
        page = renderer.page(
            scope,
            [
                ("", typed({"_template": "quote"})),
                ("", typed({"_template": "unknown", "title": "Still here"})),
            ],
        )
        card = next(node for node in parse(page).all("section") if "quote" in node.text)
        assert "“quote” cannot be drawn" in card.text
        assert f"templates/quote/template.html, line {line}" in card.text
        assert cause in card.text
        assert "Still here" in page

    def test_a_template_may_have_pieces_of_its_own(self, brought, scope):
        renderer = brought(
            '{% include "quote/inner.html" %}', inner_html="<i>{{ block.words }}</i>"
        )
        assert "<i>a</i>" in renderer.block({"_template": "quote", "words": "a"}, scope)

    def test_a_sites_type_wins(self, brought, scope, types):
        renderer = brought("<section>mine</section>", name="banner")
        assert "mine" in renderer.block({"_template": "banner"}, scope)

    def test_templates_cannot_change_what_they_are_given(self, brought):
        renderer = brought('{{ page.blocks.append(1) }}{% set _ = page.update({"a": 1}) %}')
        page = {"blocks": []}
        assert "cannot be drawn" in renderer.block({"_template": "quote"}, scope_of(page, {}))
        assert page == {"blocks": []}


@pytest.mark.parametrize(
    ("document", "content", "expected"),
    [
        (
            folder("templates") / "README.md",
            {"words": "*a*", "voices": [{"name": "b"}], "classes": {"words": "c"}},
            '<blockquote class="c"><p><em>a</em></p></blockquote><p>b</p></section></div>',
        ),
        (
            Path(__file__).parents[2] / "CONTRIBUTING.md",
            {"quote": "a", "author": "b", "tailwind": {"quote": "c"}},
            '<blockquote class="c">a</blockquote><p>b</p></section></div>',
        ),
    ],
    ids=["README", "CONTRIBUTING"],
)
def test_the_example_for_newcomers_works(tmp_path, scope, document, content, expected):
    text = document.read_text(encoding="utf-8")
    text = text[max(text.find("## Add a block type"), 0) :]
    examples = re.findall(r"(?m)^ *```(?:yaml|html)\n((?s:.*?))^ *```", text)
    description, template = map(textwrap.dedent, examples[:2])  # others are of other things
    (tmp_path / "quote").mkdir()
    (tmp_path / "quote" / "block.yaml").write_text(description, encoding="utf-8")
    (tmp_path / "quote" / "template.html").write_text(template, encoding="utf-8")
    renderer = Renderer(load_types([tmp_path]), marks=False, variant=default_variant("g1"))
    assert expected in renderer.block({"_template": "quote", **content}, scope)
