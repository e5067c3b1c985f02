"""Each kind of site: its lists of blocks, the names of its blocks, and what the gallery offers.

The home page of each small site gets blocks as its generator or content management system writes
them. Roots, pages, routes and titles are tested in ``tests/site/test_kinds.py``.
"""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from designer.document import HEAD_TYPE, read_page
from designer.project import OpenSite, PageLocation, SharedSite
from designer.schema import PAGE_TYPES
from designer.schema.outline import title, type_label

KINDS = Path(__file__).parents[1] / "sites" / "kinds"


@dataclass(frozen=True)
class Written:
    """How the pages of a kind hold their blocks.

    Attributes:
        path: The keys that lead to the list.
        key: The key that names the type of a block.
        inner: The key of a mapping with the content of a block; '' for none.
    """

    path: tuple[str, ...]
    key: str
    inner: str = ""


TABLE = {
    "astro": Written(("blocks",), "component"),
    "cloudcannon": Written(("content_blocks",), "_bookshop_name"),
    "decap": Written(("sections",), "type"),
    "docusaurus": Written(("parts",), "layout"),
    "eleventy": Written(("modules",), "template"),
    "frontmatter": Written(("pieces",), "fieldGroup"),
    "gatsby": Written(("page", "flexible_content"), "acf_fc_layout"),
    "hugo": Written(("params", "components"), "template"),
    "hugo-folders": Written(("widgets",), "block"),
    "jekyll": Written(("rows",), "type"),
    "keystatic": Written(("content",), "discriminant", "value"),
    "metalsmith": Written(("sections",), "sectionType"),
    "mkdocs": Written(("en", "parts"), "_type"),
    "next": Written(("pageSections",), "__typename"),
    "next-app": Written(("page_builder",), "blockType"),
    "no-kind": Written(("stack",), "_name"),
    "nuxt": Written(("slices",), "component"),
    "pagescms": Written(("blocks",), "_block"),
    "stackbit": Written(("sections",), "type"),
    "starlight": Written(("bands",), "block"),
    "statamic": Written(("page_builder",), "type"),
    "sveltekit": Written(("layout_blocks",), "type"),
    "tinacms": Written(("blocks",), "_template"),
    "zola": Written(("extra", "sections"), "_component"),
}


def block(kind, name, content):
    inner = {kind.inner: content} if kind.inner else content
    return {kind.key: name, **inner}


def page_text(kind):
    """The front matter of a page with two blocks, in JSON, which YAML reads too."""
    blocks = [
        block(kind, "big-opening", {"title": "Good morning", "image": "/a.svg"}),
        block(kind, "words", {"heading": "About us", "text": "We open at six.", "wide": True}),
    ]
    data = blocks
    for key in reversed(kind.path):
        data = {key: data}
    return f"---\ntitle: Home\n{json.dumps(data)[1:-1]}\n---\n"


def test_every_kind_is_in_the_table():
    assert set(TABLE) == {folder.name for folder in KINDS.iterdir() if folder.is_dir()}


@pytest.mark.parametrize("name", TABLE)
def test_lists_names_and_gallery(name, tmp_path):
    root, kind = tmp_path / name, TABLE[name]
    shutil.copytree(KINDS / name, root)
    home = PageLocation.find(root).page
    if home.suffix not in {".md", ".mdx", ".mdoc", ".njk", ".html"}:
        home.unlink()
        home = home.with_suffix(".md")
    home.write_text(page_text(kind), encoding="utf-8")
    location = PageLocation.find(home)
    shared = SharedSite(location.site)
    page = read_page(location.page, shared.find_layout)[0]
    opened = OpenSite.of(location, shared, page)
    blocks = [each for each in page.blocks if each.type not in PAGE_TYPES]
    assert [each.path for each in page.layout.lists] == [kind.path]
    assert [each.type for each in blocks] == ["big-opening", "words"]
    names = [title(each.data, type_label(each.type, opened.types[each.type])) for each in blocks]
    assert names == ["Good morning", "About us"]
    offered = {each.name: each for each in opened.offered}
    assert {"big-opening", "words"} <= set(offered)
    assert all(each.is_inferred for each in offered.values())  # none of a family of ours
    emptied = offered["words"].defaults
    assert (emptied.get(kind.inner, emptied)) == {"heading": "", "text": "", "wide": True}
    assert HEAD_TYPE not in offered
