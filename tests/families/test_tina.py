"""Sites made from the starters of TinaCMS are told from all others, and drawn with their texts."""

import re

import pytest
import yaml

from designer.bundled import folder
from designer.document import read_page
from designer.families import Scope, Signs, default_variant, recognise
from designer.families.tina.class_rules import fade_colour, initials, rooted, theme_colour
from designer.project import PageLocation, SharedSite
from designer.render import Renderer
from designer.schema import load_types
from designer.site import Site
from tests.corpus import OWN
from tests.render.nodes import parse, without_marks
from tests.variants import variant_of

SITES = {
    "cloud": OWN / "tina" / "cloud" / "content" / "pages" / "home.mdx",
    "classic": OWN / "tina" / "classic" / "content" / "pages" / "home.md",
    "astro": OWN / "tina" / "astro" / "src" / "content" / "page" / "home.mdx",
}
THEME = {"header": {"nav": []}, "theme": {"color": "blue", "font": "sans", "darkMode": "system"}}
CORE = {"hero", "features", "content", "testimonial"}
KEYS = {"headline", "tagline", "actions", "items", "label", "link", "title", "text"}


def blocks_of(file):
    return yaml.safe_load(file.read_text("utf-8").split("---\n")[1])["blocks"]


@pytest.mark.parametrize("name", SITES)
def test_a_site_of_a_starter_is_recognised(name):
    location = PageLocation.find(SITES[name])
    shared = SharedSite(location.site)
    page = shared.page_files[0]
    variant = shared.variant(read_page(page, shared.find_layout)[0])
    assert (variant.family.name, variant.name) == ("tina", name)
    assert variant.axes["look"] == name


@pytest.mark.parametrize(
    ("signs", "name"),
    [
        (Signs(THEME, types=CORE), "classic"),
        (Signs(THEME, types={"hero", "features"}), "classic"),
        (Signs(THEME, types=CORE | {"video"}), "classic"),
        (Signs(THEME, types=CORE | {"stats", "callout", "cta"}), "cloud"),
        (Signs(THEME, types=CORE, keys={"testimonials"}), "cloud"),
        (Signs(THEME, types=CORE | {"stats"}, keys={"starfield"}), "astro"),
        (Signs({}, types=CORE | {"stats", "cta"}, keys=KEYS | {"stats", "stat"}), "cloud"),
        (Signs({}, types=CORE, keys=KEYS | {"quote", "author"}), "classic"),
        (Signs({}, types=CORE | {"split", "stats"}, keys=KEYS | {"stats", "stat"}), "astro"),
    ],
)
def test_its_kind_follows_from_what_it_holds(signs, name):
    variant = recognise(signs)
    assert (variant.family.name, variant.name) == ("tina", name)


@pytest.mark.parametrize(
    "signs",
    [
        # sites of the other families
        Signs({"colors": {}, **THEME}, types=CORE),
        Signs({**THEME, "theme": "content/themes/x.md"}, types=CORE),
        Signs(THEME, types=CORE, keys={"tailwind"}),
        Signs(THEME, types=CORE, keys={"headlineStyles"}),
        Signs({}, blocks=[{"_template": "hero", "tailwind": {}}]),
        # sites that are merely similar
        Signs({}, types=CORE),
        Signs({}, types=CORE, keys={"title", "subtitle", "ctaText"}),
        Signs({}, types=CORE, keys=KEYS),
        Signs({}, types={"hero", "features"}, keys=KEYS | {"stats", "stat"}),
        Signs({}, types={"hero", "features", "content", "stats"} | set("abcde"),
              keys=KEYS | {"stats", "stat"}),
        Signs({"theme": {"color": "blue", "darkMode": "light"}}, types=CORE),
        Signs({"theme": {"color": "#fff", "darkMode": "light"}, "header": {"nav": []}}, types=CORE),
        Signs({"theme": {"color": "blue"}, "header": {"nav": []}}, types=CORE),
        Signs(THEME, types={"hero", "pricing", "faq"}),
        Signs(THEME, types=()),
        Signs({}),
    ],
)  # fmt: skip
def test_other_sites_are_not_taken_for_one(signs):
    assert recognise(signs).family.name != "tina"


def test_the_other_sites_of_the_tests_are_not_taken_for_one(site):
    assert variant_of(Site.open(site)).family.name != "tina"


@pytest.fixture(scope="module")
def types():
    return load_types([folder("templates") / "tina"])


def test_every_type_is_on_a_page(types):
    seen = {block["_template"] for file in SITES.values() for block in blocks_of(file)}
    assert seen == set(types)


def variant_named(name):
    signs = {
        "cloud": Signs(THEME, types=CORE | {"stats"}),
        "classic": Signs(THEME, types=CORE),
        "astro": Signs(THEME, types=CORE, keys={"starfield"}),
    }
    return recognise(signs[name])


def sentences(value, key=""):
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from sentences(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from sentences(inner, key)
    elif isinstance(value, str) and key in {
        "headline", "tagline", "title", "description", "label", "text", "stat", "quote", "author",
        "role", "body", "type",
    } - ({"type"} if value in {"button", "link"} else set()):  # fmt: skip
        yield value


def plain(text):
    """The letters of a text: white space between tags is no part of the page."""
    return re.sub(r"[\W_]+", "", re.sub(r"\]\([^)]*\)", "", text))


def value_at(data, path):
    for key in path.split("."):
        data = data[int(key)] if isinstance(data, list) else data[key]
    return data


@pytest.mark.parametrize("name", SITES)
def test_every_text_is_drawn_and_marked(name, types):
    variant = variant_named(name)
    marked = Renderer(types, marks=True, variant=variant)
    bare = Renderer(types, marks=False, variant=variant)
    scope = Scope({}, THEME)
    for block in blocks_of(SITES[name]):
        html = marked.block(block, scope)
        assert "cannot be drawn" not in html
        assert "data-standin" not in html
        assert without_marks(html) == bare.block(block, scope)
        node = parse(html)
        for text in sentences(block):
            assert plain(text) in plain(node.text), text
        paths = {n["data-fp-path"] for n in node.all() if "data-fp-path" in n.attributes}
        for path in paths:
            last = path.rpartition(".")[2]
            if last not in {"icon", "avatar", "description"}:  # shown also without a value
                value_at(block, path)


@pytest.mark.parametrize("name", SITES)
@pytest.mark.parametrize("kind", sorted(CORE | {"callout", "cta", "stats", "video", "split"}))
def test_a_block_without_values_is_drawn(name, kind, types):
    renderer = Renderer(types, marks=True, variant=variant_named(name))
    assert "cannot be drawn" not in renderer.block({"_template": kind}, Scope({}, {}))
    odd = {"_template": kind, "actions": "x", "items": [1], "image": "x", "stats": {}, "title": 3}
    assert "cannot be drawn" not in renderer.block(odd, Scope({}, {"theme": "x"}))


def test_a_dark_theme_is_dark(types):
    renderer = Renderer(types, marks=False, variant=variant_named("classic"))
    dark = {**THEME, "theme": {**THEME["theme"], "darkMode": "dark"}}
    assert renderer.page(Scope({}, dark), ()).startswith('<div class="dark ')
    assert not renderer.page(Scope({}, THEME), ()).startswith('<div class="dark ')


@pytest.mark.parametrize(
    ("name", "theme", "colour"),
    [
        ("red", "teal", "red"),
        ("primary", "teal", "teal"),
        ("", "teal", "teal"),
        (None, None, "blue"),
        ("#fff", 3, "blue"),
    ],
)
def test_colours(name, theme, colour):
    assert theme_colour(name, theme) == colour


def test_small_rules():
    assert initials("Ines Falk") == "IF"
    assert initials(None) == ""
    assert rooted("about") == "/about"
    assert rooted("") == "/"
    assert rooted("/x") == "/x"
    assert rooted("https://x.example") == "https://x.example"
    assert "var(--color-orange-50) 80%" in fade_colour("bg-orange-50/80")
    assert "var(--color-default) 100%" in fade_colour("bg-default")
    assert fade_colour("bg-[url(x)]") == fade_colour(None) == ""


def test_the_last_variant_is_the_oldest_look():
    assert default_variant("tina").axes["look"] == "classic"
