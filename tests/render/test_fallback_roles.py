"""What a value of a block without a schema is follows from its key and from itself."""

import pytest

from designer.schema.content_roles import (
    is_clear_sentence,
    is_design,
    is_image_address,
    is_number_like,
    is_rich,
    is_sentence,
    is_video_address,
    role_of,
    role_of_key,
)
from designer.schema.content_words import key_words


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("backgroundImage", ("background", "image")),
        ("background-image", ("background", "image")),
        ("cta_text_2", ("cta", "text")),
        ("button2Text", ("button", "text")),
        ("HTMLBody", ("html", "body")),
        ("überschrift", ("überschrift",)),
        ("h2", ("h2",)),
        ("", ()),
        ("42", ()),
    ],
)
def test_words_of_a_key(key, words):
    assert key_words(key) == words


@pytest.mark.parametrize(
    ("key", "value", "role"),
    [
        # headings and the texts around them
        ("title", "Hello", "heading"),
        ("hero_title", "Hello", "heading"),
        ("sectionHeading", "Hello", "heading"),
        ("title", 2024, "heading"),
        ("title", "#100", "heading"),
        ("title", "primary", "heading"),
        ("sub_title", "Hello", "subhead"),
        ("subtitle", "Hello", "subhead"),
        ("tagline", "Since 1911", "label"),
        ("text", "Hello", "text"),
        ("intro_text", "Hello", "text"),
        ("question", "Why?", "heading"),
        # what a title is made of is no title
        ("title_size", "large", "none"),
        ("titleColor", "red", "none"),
        ("headline_styles", "text-5xl font-bold", "none"),
        # values with their names
        ("city", "Berlin", "fact"),
        ("company_size", "12 people", "text"),
        ("when", "9:00 am", "fact"),
        ("seats", 24, "fact"),
        ("sold_out", False, "fact"),
        ("open_on_sundays", True, "fact"),
        ("born", "1987-05-04", "fact"),
        ("price", "$10", "figure"),
        ("stat", "500+", "figure"),
        ("number", 12, "figure"),
        # design
        ("color", "primary", "none"),
        ("colorScheme", "inherit", "none"),
        ("background", "bg-zinc-50", "none"),
        ("layout", "col-2", "none"),
        ("variant", "Primary", "none"),
        ("anything", "calc(100vh - 4rem)", "none"),
        ("anything", "3rem 0", "none"),
        ("anything", "#ff0044", "none"),
        ("anything", "pt-0 undefined pr-20 sm:pt-0 sm:pl-6", "none"),
        ("side", "left", "none"),
        ("text", "center", "none"),
        ("columns", 3, "none"),
        ("font", "Playfair Display", "none"),
        ("showArrow", True, "none"),
        ("fullWidth", True, "none"),
        ("openInNewTab", False, "none"),
        ("titleTag", "h2", "none"),
        # for programs
        ("id", "lk3j2h4g", "none"),
        ("_uid", "x1", "none"),
        ("elementId", "hero-1", "none"),
        ("checksum", "0123456789abcdef0123", "none"),
        ("type", "ImageBlock", "none"),
        ("template", "hero", "none"),
        # a sentence is always content
        ("layout", "We sit in two rows, the small ones in front.", "text"),
        ("color", "The blue of the lake in May.", "text"),
        ("type", "Stars on GitHub", "text"),
        ("_note", "Only for those who read it.", "text"),
        ("style", "A style that nobody likes.", "text"),
        ("duration", "45 minutes", "text"),
        # pictures, videos, code, icons
        ("image", "/a.png", "image"),
        ("anything", "https://x.example/a.webp?w=3", "image"),
        ("imageUrl", "https://images.example/photo-1", "image"),
        ("cover", "/media/cover", "image"),
        ("image_link", "/about", "link"),
        ("video", "https://youtu.be/abc", "video"),
        ("url", "https://www.youtube.com/watch?v=abc", "video"),
        ("youtube", "dQw4w9WgXcQ", "video"),
        ("link", "https://www.youtube.com/@us", "link"),
        ("html", "<iframe src='https://m.example'></iframe>", "code"),
        ("icon", "BiUser", "icon"),
        ("icon", "rocket", "icon"),
        ("iconName", "arrow-right", "icon"),
        ("symbol", "🚀", "icon"),
        ("anything", "fa-solid fa-user", "icon"),
        ("anything", "tabler:rocket", "icon"),
        ("name", "Fabian", "heading"),
        ("client", "GoDaddy", "fact"),
        ("rhythm", "bi-weekly", "fact"),
        # links and buttons
        ("link", "/about", "link"),
        ("url", "about", "link"),
        ("twitter", "https://t.example/x", "link"),
        ("to", "Berlin", "fact"),
        ("period", "/month", "fact"),
        ("buttonText", "Go", "button"),
        ("cta", "Get started", "button"),
        ("cta", "/start", "link"),
        ("link", "javascript:alert(1)", "button"),
        ("alt", "A dot", "alt"),
        ("imageAltText", "A dot", "alt"),
        ("title", "", "none"),
        ("title", "  ", "none"),
        ("title", None, "none"),
    ],
)
def test_role(key, value, role):
    assert role_of(key, value) == role


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("padding", ["3rem", "0"], True),
        ("padding", ["pt-16", "pb-16"], True),
        ("columns", ["Name", "Price"], False),
        ("features", ["Fast", "Cheap"], False),
        ("tags", ["red", "blue"], False),
        ("colors", ["red", "blue"], True),
        ("rows", [["a", "b"]], False),
        ("padding", [], False),
        ("padding", None, True),
        ("weight", 10, True),
        ("words", 10, False),
    ],
)
def test_design_values(key, value, expected):
    assert is_design(key, value) is expected


@pytest.mark.parametrize("value", ["500+", "$10", "99.9 %", "12K", "4.9", "€18", "1,200", "24/7"])
def test_figures(value):
    assert is_number_like(value)


@pytest.mark.parametrize("value", ["Ten", "10 good reasons to come", "v", "", "+"])
def test_no_figures(value):
    assert not is_number_like(value)


def test_sentences():
    assert is_sentence("open-minded people")
    assert is_sentence("We are here")
    assert not is_sentence("text-center font-bold")
    assert not is_sentence("word")
    assert not is_sentence("1 2 3")
    assert is_clear_sentence("We are here.")
    assert not is_clear_sentence("soft blue")


def test_addresses():
    assert is_image_address("my-picture.png")
    assert is_image_address("data:image/png;base64,AAAA")
    assert not is_image_address("the file is a.jpg")
    assert not is_image_address("notes.txt")
    assert is_video_address("/clip.mp4")
    assert not is_video_address("https://www.youtube.com/@us")
    assert not is_video_address("see /clip.mp4")


@pytest.mark.parametrize(
    ("value", "rich"),
    [
        ("plain words", False),
        ("3 * 4", False),
        ("snake_case", False),
        ("a **bold** word", True),
        ("[a link](/x)", True),
        ("- an item", True),
        ("two\nlines", True),
        ("some <b>HTML</b>", True),
        ("1 < 2", False),
        ("`code`", True),
    ],
)
def test_rich_texts(value, rich):
    assert is_rich(value) is rich


def test_what_a_key_says_by_itself():
    assert role_of_key("hero_title") == "heading"
    assert role_of_key("items") is None
    assert role_of_key("") is None


@pytest.mark.parametrize(
    "code",
    [
        "<iframe src='x'></iframe>", "<script>let a = 1</script>\n<style>a{}</style>",
        "<embed src='x'>", "<form><label>Name</label></form>", "<iframe src='x'>",
        "<video src='a.mp4'></video>\n<p>1</p>", "<svg><text>Words</text></svg >",
    ],
)  # fmt: skip
def test_a_text_that_is_only_an_embed_is_code(code):
    assert role_of("text", code) in {"code", "icon"}


@pytest.mark.parametrize(
    "text",
    [
        "<iframe src='x'></iframe>\n\n# Words", "<script>let a</script>\nWords below.",
        "<embed src='x'>Some words", "<svg><path/></svg> Words", "<video></video><p>Words</p>",
        "<style>a{}</style><iframe></iframe>Words",
    ],
)  # fmt: skip
def test_words_beside_an_embed_are_a_text(text):
    assert role_of("text", text) == role_of("body", text) == "text"
