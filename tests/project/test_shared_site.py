"""What all pages of a site share is computed once, and again only after its files changed."""

import shutil
import sys
from collections import Counter
from pathlib import Path

import pytest

from designer.commands.check import check
from designer.document import Page, read_page
from designer.project import OpenSite, PageLocation, SharedSite
from designer.site import Site

SITES = Path(__file__).parents[1] / "sites"


@pytest.fixture(scope="session")
def opened_files():
    """The names of all files that are opened; an audit hook stays until the process ends."""
    seen: list[str] = []

    def listen(event, arguments):
        if event == "open" and isinstance(arguments[0], str):
            seen.append(arguments[0])

    sys.addaudithook(listen)
    return seen


@pytest.fixture
def reads(opened_files):
    """Return how often the files below a folder were read since the last call."""

    def count(folder):
        found = Counter(
            Path(name).name for name in opened_files if Path(name).is_relative_to(folder)
        )
        opened_files.clear()
        return found

    opened_files.clear()
    return count


@pytest.fixture
def site(tmp_path):
    """A site without a family and without templates: every type is inferred."""
    write(tmp_path, "a.md", "odd", "a: One")
    write(tmp_path, "b.md", "odd", "zz: Two\n    a: Three")
    (tmp_path / "package.json").write_text("{}", encoding="utf-8")
    return Site.open(tmp_path)


def write(root, name, kind, fields, key="blocks"):
    file = root / "content/pages" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    text = f"---\n{key}:\n  - _template: {kind}\n    {fields}\n---\n"
    file.write_text(text, encoding="utf-8")
    return file


def copy_of(name, tmp_path):
    return Site.open(shutil.copytree(SITES / name, tmp_path / name))


def opened(file, site, shared=None):
    shared = shared or SharedSite(site)
    return OpenSite.of(PageLocation(file, site), shared, read_page(file, shared.find_layout)[0])


def fields(open_site, name="odd"):
    return [field.name for field in open_site.types[name].fields]


class TestInferredTypes:
    def test_the_fields_of_the_open_page_come_first(self, site):
        assert fields(opened(site.root / "content/pages/b.md", site)) == ["zz", "a"]
        assert fields(opened(site.root / "content/pages/a.md", site)) == ["a", "zz"]

    def test_a_page_outside_the_site_counts(self, site, tmp_path_factory):
        page = write(tmp_path_factory.mktemp("else"), "p.md", "odd", "b: x\n    c: y")
        assert fields(opened(page, site)) == ["b", "c", "a", "zz"]

    def test_unsaved_blocks_count(self, site):
        page = Page.from_bytes(b"---\nblocks:\n  - {_template: odd, n: 1}\n---\n")
        location = PageLocation(site.root / "content/pages/a.md", site)
        assert fields(OpenSite.of(location, SharedSite(site), page)) == ["n", "zz", "a"]

    def test_the_same_types_are_returned_while_nothing_changes(self, site):
        shared, location = SharedSite(site), PageLocation(site.root / "content/pages/a.md", site)
        page = read_page(location.page, shared.find_layout)[0]
        first = OpenSite.of(location, shared, page)
        shared.refresh()
        assert OpenSite.of(location, shared, page).renderer is first.renderer
        write(site.root, "b.md", "odd", "other: 1")
        shared.refresh()
        assert fields(OpenSite.of(location, shared, page)) == ["a", "other"]

    def test_another_list_of_blocks_in_the_schema(self, tmp_path):
        site = copy_of("g2", tmp_path)
        lock = site.root / "tina/tina-lock.json"
        lists = "blocks: [{_template: odd, a: 1}]\nsections: [{_template: odd, b: 2}]\n"
        other = site.root / "content/pages/other.md"
        other.write_text(f"---\n{lists}---\n", encoding="utf-8")
        page = write(site.root, "odd.md", "odd", "c: One")
        shared = SharedSite(site)
        assert fields(opened(page, site, shared)) == ["c", "a"]
        text = lock.read_text(encoding="utf-8")
        assert '"name": "blocks"' in text
        lock.write_text(text.replace('"name": "blocks"', '"name": "sections"'), encoding="utf-8")
        shared.refresh()
        assert fields(opened(page, site, shared)) == fields(opened(page, site)) == ["c", "b"]


class TestReads:
    def test_the_next_page_does_not_read_the_site_again(self, tmp_path, reads):
        site = copy_of("g1", tmp_path)
        for number in range(20):
            write(site.root, f"more-{number}.md", "text", f"headline: mt-{number}")
        pages = site.page_files()
        shared = SharedSite(site)
        first = opened(pages[0], site, shared)
        assert first.class_counts()
        assert first.class_candidates()
        reads(site.root)
        shared.refresh()
        again = opened(pages[1], site, shared)
        assert again.class_counts() == first.class_counts()
        assert again.class_candidates() == first.class_candidates()
        assert (again.route, again.site_name) != ("", "")
        assert {name for name in reads(site.root) if name.endswith(".md")} == {pages[1].name}

    def test_changed_words_are_counted_again(self, site):
        shared = SharedSite(site)
        page = site.root / "content/pages/a.md"
        assert "mt-77" not in opened(page, site, shared).class_candidates()
        write(site.root, "b.md", "odd", "box: mt-77")
        shared.refresh()
        now = opened(page, site, shared)
        assert "mt-77" in now.class_candidates()
        assert now.class_counts()["mt-77"] == 1

    def test_check_reads_the_documents_of_a_site_a_fixed_number_of_times(self, tmp_path, reads):
        site = copy_of("g2", tmp_path)
        page = site.page_files()[0]

        def documents():
            reads(site.root)
            check(PageLocation(page, Site.open(site.root)), only_page=False)
            found = reads(site.root)
            return found["index.json"], found["orchard.md"], found["tina-lock.json"]

        documents()  # what is cached for the whole process is read here
        before = documents()
        for number in range(10):
            shutil.copy(page, page.with_name(f"copy-{number}.md"))
        assert documents() == before


def test_an_open_site_is_a_value(tmp_path):
    site = copy_of("g1", tmp_path)
    found = opened(site.page_files()[0], site)
    name, route = found.site_name, found.route
    shutil.rmtree(site.root / "content")
    assert (found.site_name, found.route) == (name, route)
