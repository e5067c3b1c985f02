"""What a stand-in shows: every value that is content, as what it is, with its mark."""

import re
from datetime import date

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from designer.document import Tagged, Timestamp
from designer.families import Scope, default_variant
from designer.render import Renderer
from designer.render.fallback import fallback_block
from designer.schema.content_words import word_set
from tests.corpus import OWN
from tests.render.nodes import parse

PAGES = sorted((OWN / "standin" / "light" / "content" / "pages").glob("*.md"))
SCOPE = Scope({}, {})


@pytest.fixture(scope="module")
def drawn():
    renderer = Renderer({}, marks=True, variant=default_variant("plain"))
    return lambda block: parse(renderer.block(block, SCOPE)).one("section")


def blocks_of(file):
    return yaml.safe_load(file.read_text("utf-8").split("---\n")[1])["blocks"]


def shown(section):
    """The texts of a section by the paths of their marks."""
    return {
        node["data-fp-path"]: node.text.strip()
        for node in section.all()
        if "data-fp-path" in node.attributes
    }


def shapes(section):
    """The classes of the lists and texts in a section, without the prefix."""
    return [name.removeprefix("standin-") for node in section.all() for name in node.classes]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("500+", "500+"),
        ("$10", "$10"),
        (38, "38"),
        (4.5, "4.5"),
        (0, "0"),
        (True, "✓"),
        (False, "✕"),
        (date(2027, 5, 4), "2027-05-04"),
        (Timestamp("2027-05-04"), "2027-05-04"),
        (Tagged("!money", "ten"), "ten"),
        ("GitHub", "GitHub"),
        ("two words", "two words"),
    ],
)
def test_every_kind_of_value_is_shown_with_its_mark(drawn, value, text):
    assert shown(drawn({"_template": "x", "thing": value}))["thing"] == text
    assert (
        shown(drawn({"_template": "x", "things": [{"thing": value, "n": "a b"}]}))["things.0.thing"]
        == text
    )


@pytest.mark.parametrize(
    "design",
    [
        {"padding": ["3rem", "0"]},
        {"minHeight": "calc(100vh - 4rem)"},
        {"color": "primary"},
        {"class": "hero dark big"},
        {"layout": "col-2"},
        {"styles": {"self": {"padding": ["pt-16"], "flexDirection": "row"}}},
        {"icon": {"name": "BiUser", "color": "blue"}},
        {"weight": 10, "enable": True},
        {"_uid": "a-1", "id": "hero"},
    ],
)
def test_design_and_machinery_are_left_out(drawn, design):
    assert drawn({"_template": "x", **design}).text == ""


@pytest.mark.parametrize(
    ("block", "pictures"),
    [
        ({"image": "/a.png"}, [("/a.png", "", "image")]),
        ({"image": {"src": "/a.png", "alt": "A"}}, [("/a.png", "A", "image")]),
        (
            {"media": {"type": "ImageBlock", "url": "/dot.svg", "altText": "A dot"}},
            [("/dot.svg", "A dot", "media.url")],
        ),
        ({"imageSource": "/a.png", "imageAlt": "A"}, [("/a.png", "A", "imageSource")]),
        (
            {"logo": "/l.png", "photo": "/p.png", "photo_alt": "P", "logo_alt": "L"},
            [("/l.png", "L", "logo"), ("/p.png", "P", "photo")],
        ),
        ({"background_image": "/b.jpg"}, [("/b.jpg", "", "background_image")]),
        (
            {"background": {"image": "/b.jpg", "size": "cover"}},
            [("/b.jpg", "", "background.image")],
        ),
        ({"pics": ["/a.png", "/b.png"]}, [("/a.png", "", "pics.0"), ("/b.png", "", "pics.1")]),
        (
            {"pics": [{"url": "/a.png", "alt": "A"}, {"url": "/b.png"}]},
            [("/a.png", "A", "pics.0.url"), ("/b.png", "", "pics.1.url")],
        ),
    ],
)
def test_a_picture_is_a_picture(drawn, block, pictures):
    section = drawn({"_template": "x", **block})
    found = [(img["src"], img["alt"], img["data-fp-path"]) for img in section.all("img")]
    assert found == pictures
    assert section.text == ""


def test_a_markdown_picture_in_a_text(drawn):
    section = drawn({"_template": "x", "teaser": "![A dot](/dot.svg)"})
    assert section.one("img")["src"] == "/dot.svg"


def test_a_caption_stands_at_its_picture(drawn):
    media = {"type": "ImageBlock", "url": "/a.png", "caption": "In May"}
    figure = drawn({"_template": "x", "title": "T", "media": media}).one("figure")
    assert figure.one("img")["data-fp-path"] == "media.url"
    assert figure.one("figcaption").text.strip() == "In May"
    assert figure.one("div")["data-fp-path"] == "media.caption"


@pytest.mark.parametrize(
    ("block", "address"),
    [
        ({"video": "https://youtu.be/abc"}, "https://youtu.be/abc"),
        ({"url": "https://vimeo.com/12"}, "https://vimeo.com/12"),
        ({"media": {"type": "VideoBlock", "url": "https://vimeo.com/12"}}, "https://vimeo.com/12"),
        ({"code": "<iframe src='https://m.example/x'></iframe>"}, "https://m.example/x"),
        ({"embed": '<script src="https://e.example/w.js"></script>'}, "https://e.example/w.js"),
        ({"code": "<script>alert(1)</script>"}, "</>"),
    ],
)
def test_videos_and_embeds_are_placeholders(drawn, block, address):
    section = drawn({"_template": "x", **block})
    assert section.text == address
    assert "video" in shapes(section)
    assert not list(section.all("iframe"))
    assert not list(section.all("script"))


def test_icons_are_a_neutral_glyph_or_themselves(drawn):
    section = drawn({"_template": "x", "a": [{"icon": {"name": "BiUser"}, "title": "One"}]})
    assert section.one("h2").text == "One"
    assert section.one("div", data_fp_path="a.0.icon").text == ""
    assert drawn({"_template": "x", "icon": "🚀"}).text == "🚀"
    assert drawn({"_template": "x", "icon": "/i.svg"}).one("img")["src"] == "/i.svg"


@pytest.mark.parametrize(
    ("block", "buttons"),
    [
        ({"buttonText": "Go", "buttonUrl": "/x"}, [("Go", "/x", "buttonText")]),
        (
            {"cta_text": "A", "cta_url": "/a", "second_cta_text": "B", "second_cta_url": "/b"},
            [("A", "/a", "cta_text"), ("B", "/b", "second_cta_text")],
        ),
        ({"button": {"label": "Go", "link": "/x", "enable": True}}, [("Go", "/x", "button")]),
        (
            {"actions": [{"type": "Button", "label": "Go", "url": "/x", "icon": "arrow"}]},
            [("Go", "/x", "actions.0")],
        ),
        ({"cta": {"buttonText": "Go", "href": "/x"}}, [("Go", "/x", "cta.buttonText")]),
        ({"link": "/more"}, [("/more", "/more", "link")]),
        ({"instagram": "https://i.example"}, [("Instagram", "https://i.example", "instagram")]),
        ({"cta": "Get started"}, [("Get started", None, "cta")]),
    ],
)
def test_links_are_links(drawn, block, buttons):
    links = drawn({"_template": "x", **block}).all("a")
    assert [(a.text, a.attributes.get("href"), a["data-fp-path"]) for a in links] == buttons


def test_a_text_that_its_key_wraps(drawn):
    title = {"type": "TitleBlock", "text": "Hello", "color": "dark", "styles": {"a": "b"}}
    heading = drawn({"_template": "x", "title": title}).one("h2")
    assert (heading.text, heading["data-fp-path"]) == ("Hello", "title.text")


def test_types_that_are_content(drawn):
    stats = [{"stat": "12K", "type": "Stars"}, {"stat": "3", "type": "Years"}]
    assert drawn({"_template": "x", "stats": stats}).text == "12KStars3Years"
    parts = [{"type": "Button", "label": "A"}, {"type": "Link", "label": "B"}]
    assert drawn({"_template": "x", "parts": parts}).text == "AB"


@pytest.mark.parametrize(
    ("key", "type_key", "is_shown"),
    [
        ("_template", None, False),
        ("_component", "_component", False),
        ("which", None, True),
        ("which", "which", False),
    ],
)
def test_the_key_of_the_type_is_left_out(key, type_key, is_shown):
    rows = fallback_block({key: "Opening"}, "Opening", type_key).rows
    assert bool(rows) == is_shown


@pytest.mark.parametrize(
    "key", ["title", "label", "subtitle", "city", "price", "cta", "day", "number", "link_text"]
)
def test_nothing_is_taken_for_html(drawn, key):
    words = "1 &lt; 3"
    for block in ({key: words}, {"a": [{key: words, "b": "c"}]}, {"a": [[words, "b"]]}):
        assert words in drawn({"_template": "x", **block}).text


@pytest.mark.parametrize(
    ("items", "shape"),
    [
        ([{"title": "A", "text": "Some words."}, {"title": "B", "image": "/b.png"}], "cards"),
        (
            [{"question": "Why?", "answer": "So."}, {"question": "How?", "answer": "So."}],
            "questions",
        ),
        ([{"number": "12K", "text": "stars"}, {"number": 3, "text": "years"}], "figures"),
        ([{"day": "Monday", "open": "9:00"}, {"day": "Friday", "open": "8:00"}], "table"),
        ([["Day", "Open"], ["Monday", ""]], "table"),
        (["/a.png", "/b.png"], "pictures"),
        (["Fast", "Cheap"], "chips"),
        (["This is a longer line of a list", "Short"], "bullets"),
        ([{"name": "email", "type": "email", "label": "Mail"}], "form"),
        ([{"title": "Monday", "hours": "9-5"}, {"title": "Friday", "hours": "8-4"}], "rows"),
    ],
)
def test_lists_have_the_shape_of_their_items(drawn, items, shape):
    found = shapes(drawn({"_template": "x", "things": items}))
    assert shape in found


def test_logos_are_small(drawn):
    assert "logos" in shapes(drawn({"_template": "x", "logos": ["/a.png", "/b.png"]}))


def test_rows_of_a_table_keep_their_columns(drawn):
    table = drawn({"_template": "x", "rows": [["Stop", "", "21:40"], ["End", "7:20", None]]})
    assert [[td.text for td in row.all("td")] for row in table.all("tr")] == [
        ["Stop", "", "21:40"],
        ["End", "7:20", ""],
    ]
    assert shown(table)["rows.0.2"] == "21:40"


def test_a_table_is_headed_by_its_keys(drawn):
    rows = [{"day": "Monday", "opensAt": "9:00"}, {"day": "Friday", "opensAt": "8:00"}]
    table = drawn({"_template": "x", "hours": rows})
    assert [th.text for th in table.all("th")] == ["Day", "Opens at"]


def test_similar_groups_are_cards(drawn):
    block = {"left": {"title": "L", "text": "One two."}, "right": {"title": "R", "text": "Three."}}
    section = drawn({"_template": "x", **block})
    assert [h.text for h in section.all("h2")] == ["L", "R"]
    assert "cards" in shapes(section)
    assert shown(section)["right.text"] == "Three."


def test_rich_text_that_is_a_tree(drawn):
    body = [
        {"type": "heading", "attrs": {"level": 2}, "content": [{"type": "text", "text": "Hello"}]},
        {
            "type": "paragraph",
            "content": [
                {"type": "text", "text": "One "},
                {"type": "text", "marks": [{"type": "bold"}], "text": "two"},
                {"type": "hard_break"},
                {"type": "text", "text": "three"},
            ],
        },
        {
            "type": "bulletList",
            "content": [
                {"type": "listItem", "content": [{"type": "paragraph", "content": [{"text": "A"}]}]}
            ],
        },
        {"type": "set", "attrs": {"values": {"type": "note", "text": "A note.", "city": "Bern"}}},
    ]
    section = drawn({"_template": "x", "body": body})
    assert section.one("h2").text == "Hello"
    assert shown(section)["body.1"] == "One two three"
    assert "A note." in section.text
    assert shown(section)["body.3.attrs.values.city"] == "Bern"
    assert "bullets" in shapes(section)


def test_only_one_heading_is_the_largest(drawn):
    section = drawn({"_template": "x", "title": "A", "inner": {"title": "B"}})
    assert [n.text for n in section.all("h2")] == ["A"]
    assert [n.text for n in section.all("h3")] == ["B"]


def test_a_picture_stands_beside_texts(drawn):
    section = drawn({"_template": "x", "title": "A", "image": "/a.png", "link_text": "Go"})
    split = next(section.all("div", **{"class": "standin-split"}))
    assert [n.tag for n in split.elements] == ["div", "img"]


def test_colours_of_its_own_only_without_classes(drawn):
    assert "standin" in drawn({"_template": "x"}).classes
    assert "standin" not in drawn({"_template": "x", "classes": {"section": "bg-black"}}).classes
    filled = {"_template": "x", "background": {"fillStyles": "bg-black"}}
    assert "standin" not in drawn(filled).classes
    veiled = drawn({"_template": "x", "background": {"src": "/b.png"}}).elements[1]
    assert "var(--standin-surface)" in veiled["style"]


def test_an_empty_block_says_its_type(drawn):
    section = drawn({"_template": "divider", "styles": {"a": "p-4"}})
    assert section.elements[1]["data-standin-name"] == "divider"


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.stem)
def test_the_pages_of_many_kinds_of_sites(drawn, file):
    for block in blocks_of(file):
        html = drawn(block)
        words = " ".join([html.text, *(i["alt"] for i in html.all("img"))])
        for text in sentences(block):
            assert plain(text) in plain(words), text
        for path, text in shown(html).items():
            assert value_at(block, path) is not MISSING, path
            del text


MISSING = object()


def value_at(data, path):
    for key in path.split("."):
        data = data[int(key)] if isinstance(data, list) else data.get(key, MISSING)
    return data


def sentences(value):
    """The texts that begin with a capital and have a space: nothing else looks like this."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from sentences(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from sentences(inner)
    elif isinstance(value, str) and " " in value and value[:1].isupper():
        yield value


def plain(text):
    return re.sub(r"\W+", " ", text).strip()


KEYS = st.sampled_from(
    sorted(
        word_set(
            "title text body label name icon image items style styles layout color button link url"
            " type media background question answer price number theme rows columns data x alt src"
            " content caption video embed tags cta_text cta_url note quote padding author left form"
        )
    )
)
WORDS = st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyzäß"), min_size=2, max_size=8)
SENTENCES = st.lists(WORDS, min_size=3, max_size=7).map(
    lambda words: " ".join(words).capitalize() + "."
)
SCALARS = st.one_of(
    SENTENCES,
    WORDS,
    st.integers(-5, 3000),
    st.booleans(),
    st.none(),
    st.dates(),
    st.floats(allow_nan=False),
    st.sampled_from(["/a.png", "https://x.example", "pt-4 pb-4", "<b>x", "#fff", "", "{{ x }}"]),
    st.text(max_size=30),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, max_size=5)),
    max_leaves=25,
)


NAMES = sorted(
    word_set(
        "title text label name icon image items style layout color button link type media theme"
        " background rows x alt src caption embed cta quote padding author form class attributes"
        " logo subtitle actions settings"
    )
)
OTHERS = [{}, {"url": "/x"}, {"url": "/a.png"}, {"type": "text", "name": "email"}]


@pytest.mark.parametrize("outer", NAMES)
def test_a_sentence_is_shown_wherever_it_is(outer):
    words = "These words are read."
    for inner in NAMES:
        for other in OTHERS:
            group = {**other, inner: words}
            look = {"url": "/x", "icon": {inner: words}}
            for value in (group, [group, group], {"more": group}, look):
                found = texts_of(fallback_block({"_template": "x", outer: value}, "x"))
                assert words in found, (inner, value)


def texts_of(block):
    """The texts of all pieces of a block."""
    found = []

    def collect(pieces):
        for piece in pieces:
            found.extend((piece.value, piece.words, piece.note))
            collect(piece.captions)
            for group in piece.items:
                collect(group.pieces)

    for row in block.rows:
        collect([*row.pieces, *([row.picture] if row.picture else [])])
    return found


@given(st.dictionaries(KEYS, VALUES, max_size=8))
def test_every_sentence_of_any_block_is_shown(drawn, block):
    section = drawn({"_template": "x", **block})
    assert not [node for node in section.all() if node.tag in {"script", "iframe"}]
    words = " ".join(
        [section.text, *(i["alt"] for i in section.all("img"))]
        + [a.attributes.get("title", "") for a in section.all("a")]
    )
    for text in clear_sentences(block):
        assert plain(text) in plain(words), text


def clear_sentences(value, depth=0):
    """The sentences that are no deeper than the renderer looks."""
    if depth > 10:
        return
    if isinstance(value, dict):
        for inner in value.values():
            yield from clear_sentences(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from clear_sentences(inner, depth + 1)
    elif isinstance(value, str) and re.fullmatch(r"[A-ZÄ][a-zäß]+( [a-zäß]+){2,}\.", value):
        yield value


@given(st.dictionaries(KEYS, VALUES, max_size=6))
def test_every_mark_leads_to_a_value(drawn, block):
    for path in shown(drawn({"_template": "x", **block})):
        assert value_at(block, path) is not MISSING


def test_a_section_that_is_a_list_is_shown_under_its_own_name():
    block = fallback_block({"values": [{"text": "Small batches only"}]}, "values", "")
    assert "Small batches only" in str(block)
