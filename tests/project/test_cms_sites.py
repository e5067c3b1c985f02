"""Sites with a schema: the blocks of their pages, their types, what the gallery offers."""

import shutil
from pathlib import Path

import pytest

from designer.commands.check import check
from designer.commands.check.codes import Code
from designer.document import BODY_TYPE, HEAD_TYPE, read_page
from designer.project import OpenSite, PageLocation, SharedSite
from designer.project.file_cache import FileCache
from designer.schema import typed_block
from designer.site import Site

SITES = Path(__file__).parents[1] / "sites/cms"
NAMES = sorted(each.name for each in SITES.iterdir() if each.is_dir())
WITHOUT_LABELS = {"astro", "nuxt"}


def opened(root, name="index.md", shared=None):
    site = Site.open(root)
    shared = shared or SharedSite(site)
    file = root / "content/pages" / name
    return OpenSite.of(PageLocation(file, site), shared, read_page(file, shared.find_layout)[0])


def blocks(root, name="index.md"):
    shared = SharedSite(Site.open(root))
    page = read_page(root / "content/pages" / name, shared.find_layout)[0]
    return [block.type for block in page.blocks]


@pytest.fixture
def copy(tmp_path):
    """Copies the site of a system."""
    return lambda name: Path(shutil.copytree(SITES / name, tmp_path / "site"))


@pytest.mark.parametrize("name", NAMES)
def test_the_blocks_of_a_page(name):
    assert blocks(SITES / name) == ["opening", "fares"]


@pytest.mark.parametrize("name", NAMES)
def test_the_gallery_offers_what_the_schema_has(name):
    found = opened(SITES / name)
    fares = "Fares" if name in WITHOUT_LABELS else "Price list"
    assert sorted(each.label for each in found.offered) == sorted(["Opening", fares])


@pytest.mark.parametrize("name", NAMES)
def test_a_type_without_a_block_is_offered_too(name, copy):
    root = copy(name)
    page = root / "content/pages/index.md"
    page.write_text(page.read_text().replace("opening", "other").replace("fares", "other"))
    names = {each.name for each in opened(root).offered}
    assert names == {"opening", "fares", "other"}


# The key that names the type of a block.
KEYS = {
    "astro": "kind", "bookshop": "_bookshop_name", "cloudcannon": "part", "decap": "kind",
    "front-matter": "fieldGroup", "keystatic": "discriminant", "nuxt": "part",
    "pages-cms": "_block", "stackbit": "type", "statamic": "type", "tina": "_template",
}  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("text", [None, "---\ntitle: A\n---\n"], ids=["a page", "without a list"])
def test_a_new_block_names_its_type_as_the_schema_says(name, copy, text):
    root = copy(name)
    file = root / "content/pages/index.md"
    file.write_text(text or file.read_text())
    page = read_page(file, SharedSite(Site.open(root)).find_layout)[0]
    assert page.gap_at(0)[0] == ("parts",)
    assert typed_block(page, 0, "fares", {"a": 1}) == {KEYS[name]: "fares", "a": 1}


@pytest.mark.parametrize("name", NAMES)
def test_check_finds_nothing_wrong(name):
    site = Site.open(SITES / name)
    found = check(PageLocation(SITES / name / "content/pages/index.md", site), only_page=False)
    expected = {Code.TYPE_WITHOUT_TEMPLATE, Code.IMAGE_MISSING}
    assert {each.code for each in found} <= expected


def test_check_knows_the_fields_of_types_inside_types(copy):
    root = copy("decap")
    text = (root / "static/admin/config.yml").read_text()
    inner = "widget: list\n                types: [{name: row, fields: [{name: what}]}]"
    (root / "static/admin/config.yml").write_text(
        text.replace("widget: list\n                fields:", f"{inner}\n                other:")
    )
    page = root / "content/pages/index.md"
    page.write_text(page.read_text().replace("- what", "- type: row\n        what"))
    found = check(PageLocation(page, Site.open(root)), only_page=True)
    assert [each.path for each in found if each.code is Code.FIELD_UNKNOWN] == [
        "parts[1].rows[0].price"
    ]


def test_a_broken_schema_is_told_with_its_line(copy):
    root = copy("decap")
    (root / "static/admin/config.yml").write_text("a: 1\nb: [")
    found = check(PageLocation(root / "content/pages/index.md", Site.open(root)), only_page=False)
    (finding,) = [each for each in found if each.code is Code.SCHEMA_BROKEN]
    assert (finding.file, finding.line) == ("static/admin/config.yml", 3)
    assert opened(root).offered == []


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("keystatic.config.tsx", "'Price list'", "'Fare list'"),
        ("src/tones.js", "'Very '", "'Too '"),
    ],
)
def test_a_changed_schema_counts_after_a_refresh(copy, file, old, new):
    root = copy("keystatic")
    shared = SharedSite(Site.open(root))
    before = opened(root, shared=shared).types
    shared.refresh()
    assert opened(root, shared=shared).types is before
    text = (root / file).read_text()
    assert old in text
    (root / file).write_text(text.replace(old, new))
    assert opened(root, shared=shared).types is before
    shared.refresh()
    after = opened(root, shared=shared).types
    labels = {
        after["fares"].label,
        *(o.label for o in after["opening"].fields[0].fields[1].options),
    }
    assert new.strip("'") in " ".join(labels)


def test_a_schema_that_appears_counts_after_a_refresh(tmp_path):
    (tmp_path / "content/pages").mkdir(parents=True)
    shutil.copy(SITES / "decap/content/pages/index.md", tmp_path / "content/pages")
    shared = SharedSite(Site.open(tmp_path))
    assert shared.schema is None
    (tmp_path / "admin").mkdir()
    shutil.copy(SITES / "decap/static/admin/config.yml", tmp_path / "admin")
    shared.refresh()
    assert set(shared.schema.types) == {"opening", "fares"}


def test_a_tracked_value_is_computed_again_after_one_of_its_files_changed(tmp_path):
    cache, computed = FileCache(), []
    file = tmp_path / "a"

    def compute():
        computed.append(1)
        return len(computed), lambda: [file]

    assert [cache.read_tracked("k", compute) for _ in range(2)] == [1, 1]
    file.write_text("x")
    assert cache.read_tracked("k", compute) == 1
    cache.refresh()
    assert [cache.read_tracked("k", compute) for _ in range(2)] == [2, 2]
    cache.refresh()
    assert cache.read_tracked("k", compute) == 2


class TestLists:
    def test_a_list_by_its_key_anywhere(self, copy):
        root = copy("cloudcannon")
        page = (
            "---\ncolumn:\n  parts:\n    - {part: fares, heading: A}\n    - {part: x, b: 1}\n---\n"
        )
        (root / "content/pages/deep.md").write_text(page)
        assert blocks(root, "deep.md") == ["fares", "x"]

    def test_a_complete_schema_leaves_other_lists_alone(self, copy):
        root = copy("decap")
        more = "others:\n  - {kind: a, b: 1, c: 2}\n  - {kind: d, e: 3, f: 4}\n"
        page = root / "content/pages/index.md"
        page.write_text(page.read_text().replace("title: The ferry\n", f"title: The ferry\n{more}"))
        assert blocks(root) == ["opening", "fares"]

    def test_other_schemas_leave_room_for_lists_of_the_pages(self, copy):
        root = copy("astro")
        more = "blocks:\n  - {_template: a, b: 1}\n"
        page = root / "content/pages/index.md"
        page.write_text(page.read_text().replace("title: The ferry\n", f"title: The ferry\n{more}"))
        assert blocks(root) == ["a", "opening", "fares"]

    def test_the_text_below_the_blocks_is_shown_where_the_schema_does_not_hide_it(self, copy):
        root = copy("decap")
        page = root / "content/pages/index.md"
        page.write_text(f"{page.read_text()}\nMore words.\n")
        assert blocks(root) == [HEAD_TYPE, "opening", "fares", BODY_TYPE]

    def test_tina_hides_it(self, copy):
        root = copy("tina")
        page = root / "content/pages/index.md"
        page.write_text(f"{page.read_text()}\nMore words.\n")
        assert blocks(root) == ["opening", "fares"]


SECTIONS = """
collections:
  - name: pages
    files:
      - name: home
        file: content/pages/index.md
        fields:
          - {name: title, label: Name, widget: string}
          - {name: heading, label: Big words, widget: text}
          - name: harbour
            label: The harbour
            widget: object
            fields: [{name: title, label: Its name, widget: string, hint: A name.}]
          - name: boats
            label: All boats
            widget: list
            fields: [{name: title, label: Boat, widget: string}]
      - {name: other, fields: [{name: harbour, label: Elsewhere, widget: string}]}
"""


class TestSections:
    @pytest.fixture
    def root(self, tmp_path):
        (tmp_path / "content/pages").mkdir(parents=True)
        (tmp_path / "admin").mkdir()
        (tmp_path / "admin/config.yml").write_text(SECTIONS)
        return tmp_path

    def write(self, root, text):
        (root / "content/pages/index.md").write_text(f"---\n{text}---\n")
        return opened(root)

    def test_the_sections_of_a_page_have_the_labels_of_the_schema(self, root):
        text = (
            "title: A\nheading: B c\nharbour: {title: C}\nboats:\n  - {title: D}\n  - {title: E}\n"
        )
        types = self.write(root, text).types
        harbour = types["harbour"]
        assert (harbour.label, harbour.can_be_added, harbour.is_inferred) == (
            "The harbour",
            False,
            True,
        )
        assert [(each.label, each.help) for each in harbour.fields] == [("Its name", "A name.")]
        assert (types["boats"].label, types["boats"].fields) == ("All boats", ())

    def test_the_head_of_a_page_has_them_too(self, root):
        found = self.write(root, "title: A\n")
        assert [each.label for each in found.types[HEAD_TYPE].fields] == ["Name"]
        (root / "content/pages/index.md").write_text("---\ntitle: A\nheading: B c\n---\nText.\n")
        labels = [each.label for each in opened(root).types[HEAD_TYPE].fields]
        assert labels == ["Name", "Big words"]

    def test_sections_are_never_offered(self, root):
        assert self.write(root, "harbour: {title: C}\n").offered == []

    def test_a_page_that_the_schema_does_not_know(self, root):
        types = self.write(root, "pier: {title: C}\n").types
        assert types["pier"].label == "Pier"
        assert types[HEAD_TYPE].fields == ()

    def test_pages_of_the_same_make_share_their_types(self, root):
        texts = ("harbour: {title: C}\n", "pier: {title: D}\n", "harbour: {title: E}\n")
        for number, text in enumerate(texts):
            (root / f"content/pages/{number}.md").write_text(f"---\n{text}---\n")
        shared = SharedSite(Site.open(root))
        found = [opened(root, f"{number}.md", shared) for number in range(len(texts))]
        assert found[0].types is found[2].types
        assert found[0].renderer is found[2].renderer
        assert found[0].types is not found[1].types

    def test_pages_of_another_make_have_their_own(self, root):
        config = root / "admin/config.yml"
        fields = "[{name: when}, {name: harbour, label: Other, widget: object}]"
        other = f"      - {{name: o, fields: {fields}}}"
        config.write_text(f"{config.read_text().rstrip()}\n{other}\n")
        (root / "content/pages/a.md").write_text("---\ntitle: A\nharbour: {title: C}\n---\n")
        (root / "content/pages/b.md").write_text("---\nwhen: 1\nharbour: {title: C}\n---\n")
        shared = SharedSite(Site.open(root))
        labels = [
            opened(root, each, shared).types["harbour"].label for each in ("a.md", "b.md", "a.md")
        ]
        assert labels == ["The harbour", "Other", "The harbour"]


def test_a_list_offers_no_type_of_another_list(tmp_path):
    files = {
        "composer.json": '{"require": {"statamic/cms": "5"}}',
        "content/collections/pages.yaml": "title: Pages\n",
        "content/pages/index.md": "---\nparts:\n  - type: hero\n    text: A\n---\n",
        "resources/blueprints/collections/pages/page.yaml": """
fields:
  - handle: parts
    field: {type: replicator, sets: {hero: {fields: [{handle: text, field: {type: text}}]}}}
  - handle: story
    field: {type: bard, sets: {quote: {fields: [{handle: who, field: {type: text}}]}}}
""",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    site = opened(tmp_path)
    assert {kind.name for kind in site.offered} == {"hero", "set"}
    assert [kind.name for kind in site.offered_in(("parts",))] == ["hero"]
    assert [kind.name for kind in site.offered_in(("story",))] == ["set"]
    assert site.offered_in(("other",)) == site.offered
