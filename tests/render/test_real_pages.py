"""Every block of every real page can be drawn."""

import json

import pytest
import yaml

from designer.render import Renderer
from designer.site import Site, default_theme
from tests.corpus import REAL
from tests.render.nodes import parse, without_marks
from tests.scopes import scope_of, typed
from tests.variants import variant_of


def front_matter(file):
    text = file.read_text(encoding="utf-8")
    return yaml.load(text.split("---\n", 2)[1], yaml.CSafeLoader)


def pages(corpus):
    yield from sorted(corpus.glob("*/content/pages/*.md"))
    yield from sorted(corpus.glob("synthetic/*.md"))
    yield from sorted(corpus.glob("replay/blobs/*.md"))[::5]  # many differ by one value only


def theme_of(file):
    document = file.parents[1] / "global" / "index.json"
    return json.loads(document.read_text("utf-8")) if document.is_file() else default_theme()


def family_of(file):
    second = file.name.startswith("g2-") or " mg-" in file.read_text("utf-8")
    return "g2" if second else "g1"


@pytest.fixture(scope="module", params=["g1", "g2"])
def family(request):
    return request.param


def test_all(corpus, family, plain, marked):
    count = 0
    for file in pages(corpus):
        if family_of(file) != family:
            continue
        page = front_matter(file) or {}
        scope = scope_of(page, theme_of(file))
        for block in page.get("blocks") or []:
            html = plain.block(block, scope)
            assert "cannot be drawn" not in html, file
            assert without_marks(marked.block(block, scope, root="block:1")) == html
            count += 1
        assert parse(plain.header(scope)).one("section")
        assert "cannot be drawn" not in plain.footer(scope), file
    least = {"g1": 200, "g2": 10} if corpus == REAL else {"g1": 50, "g2": 30}
    assert count > least[family]


def texts_of(value):
    """The plain texts that a person wrote into a block."""
    if isinstance(value, list):
        for inner in value:
            yield from texts_of(inner)
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key in {"label", "headline", "subhead", "speaker", "title", "company", "time"}:
                yield inner
            elif key not in {"style", "tailwind"}:
                yield from texts_of(inner)


@pytest.mark.parametrize("family", ["g1"], indirect=True)
def test_blocks_without_a_template_show_their_texts(corpus, plain, types):
    name = "microgen" if corpus == REAL else "g2"
    file = corpus / name / "content" / "pages" / "index.md"
    page = front_matter(file)
    unknown = [block for block in page["blocks"] if block["_template"] not in types]
    assert unknown
    for block in unknown:
        shown = parse(plain.block(block, scope_of(page, theme_of(file)))).text
        for text in texts_of(block):
            if isinstance(text, str):
                assert text.strip() in shown


@pytest.mark.parametrize("family", ["g1"], indirect=True)
@pytest.mark.parametrize("page", ["index", "es"])
def test_a_page_of_an_event_shows_its_texts(corpus, types, page):
    site = Site.open(corpus / ("sustainable-blockchain-22" if corpus == REAL else "event"))
    file = site.root / "content" / "pages" / f"{page}.md"
    data = front_matter(file)
    renderer = Renderer(types, marks=False, variant=variant_of(site))
    scope = scope_of(data, theme_of(file), route=site.route(file))
    html = renderer.page(scope, [("", typed(block)) for block in data["blocks"]])
    assert "cannot be drawn" not in html
    shown = parse(html).text
    for block in data["blocks"]:
        assert block["_template"] in types
        for text in texts_of({key: each for key, each in block.items() if key != "schedules"}):
            if isinstance(text, str):
                assert text.strip() in shown
