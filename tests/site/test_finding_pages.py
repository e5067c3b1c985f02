"""What is a page, where a site begins, and that a large or odd folder is survived."""

import os
import signal
import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from designer.document import read_page
from designer.errors import SaveError, SourceError
from designer.project import NoPagesError, OpenSite, PageLocation, SharedSite
from designer.site import (
    Site,
    SiteLayout,
    add_image,
    address_of,
    font_files,
    images_folder,
    public_folder,
    save_image,
)
from designer.site.page_heads import PageHead, page_head
from designer.site.tailwind_source import read_source

PAGE = "---\ntitle: {}\nblocks: []\n---\n"


SOME = PAGE.replace("{}", "A page")


def write(file, text=SOME):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


@contextmanager
def time_limit(seconds):
    """Fail after this time, even in a call that waits for ever."""

    def stop(*_arguments):
        raise AssertionError("it took too long")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def note(looked_at, route):
    """Return a function that notes the page whose address is asked for."""

    def noted(layout, page):
        looked_at.append(page)
        return route(layout, page)

    return noted


def routes(root):
    return [page.route for page in Site.open(root).pages()]


def titles(root):
    return {page.route: page.title for page in Site.open(root).pages()}


@pytest.fixture
def root(tmp_path, monkeypatch):
    """An empty folder below the home folder of nobody."""
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    (tmp_path / "site").mkdir()
    return tmp_path / "site"


NOTES = (
    "README.md", "AGENTS.md", "LICENSE.md", "CHANGELOG.md", "CONTRIBUTING.md", "CODE_OF_CONDUCT.md",
    "SECURITY.md", "CLAUDE.md",
)  # fmt: skip


class TestNotesOfARepository:
    @pytest.mark.parametrize("name", NOTES)
    def test_they_never_decide_whether_a_folder_opens(self, root, name):
        write(root / name, "# Words\n")
        with pytest.raises(NoPagesError, match="no page") as error:
            PageLocation.find(root)
        assert error.value.search.notes == (name,)
        write(root / "zoo/last.md")
        assert PageLocation.find(root).page == root / "zoo/last.md"

    @pytest.mark.parametrize("name", NOTES)
    def test_they_are_no_pages_among_pages(self, root, name):
        write(root / "content/pages/index.md")
        write(root / "content/pages" / name, "# Words\n")
        assert routes(root) == ["/"]

    def test_a_page_may_have_such_a_name(self, root):
        write(root / "content/pages/security.md")
        write(root / "content/pages/License.md")
        assert routes(root) == ["/License", "/security"]

    def test_front_matter_makes_no_page_of_them_at_the_root(self, root):
        write(root / "README.md")
        write(root / "security.md")
        assert routes(root) == ["/security"]


class TestPages:
    def test_words_without_front_matter_count_only_in_folders_of_pages(self, root):
        write(root / "words.md", "Words\n")
        write(root / "drafts/words.md", "Words\n")
        assert routes(root) == []
        write(root / "content/pages/words.md", "Words\n")
        assert routes(root) == ["/words"]

    @pytest.mark.parametrize("ending", ["md", "mdx", "markdown", "html", "njk", "liquid", "HTML"])
    def test_texts_with_front_matter(self, root, ending):
        write(root / f"content/pages/a.{ending}")
        assert titles(root) == {"/a": "A page"}

    @pytest.mark.parametrize("ending", ["html", "njk", "liquid"])
    def test_templates_need_front_matter(self, root, ending):
        write(root / f"content/pages/a.{ending}", "<p>Words</p>\n")
        assert routes(root) == []

    @pytest.mark.parametrize(
        ("ending", "text"),
        [
            ("json", '{"title": "Words", "blocks": []}'), ("yml", "title: Words\n"),
            ("yaml", "title: 'Words'\n"), ("toml", 'title = "Words"\n'),
        ],
    )  # fmt: skip
    def test_data_in_folders_of_pages(self, root, ending, text):
        write(root / f"content/pages/a.{ending}", text)
        write(root / f"content/b.{ending}", text)
        write(root / f"content/pages/_meta.{ending}", text)
        write(root / f"content/pages/package.{ending}", text)
        assert titles(root) == {"/a": "Words"}

    @pytest.mark.parametrize(
        "text",
        [
            "+++\ntitle = \"A 'page'\"\n[params]\ntitle = 'No'\n+++\n",
            "---\ntitle: \"A 'page'\" \nblocks:\n  - title: No\n---\n",
            "---\ntitle: A 'page' # and a comment\n---\n",
            "---\ntitle: >-\n  A\n  'page'\nblocks: []\n---\n",
            "---\r\nblocks: []\r\ntitle: A 'page'\r\n---\r\n",
            "\ufeff---\ntitle: A <br>'page'\n---\n",
            '{"title": "A \'page\'", "x": {"title": "No"}}\n\nWords\n',
            '---json\n{"title": "A \'page\'"}\n---\n',
            "---\ntitle: A 'page'\nbroken: [\n---\n",
        ],
    )
    def test_their_titles(self, root, text):
        write(root / "content/pages/a.md", text)
        assert titles(root) == {"/a": "A 'page'"}

    @pytest.mark.parametrize(
        "text",
        [
            "---\nblocks:\n  - title: No\n---\n", "---\ntitle: [a]\n---\n", "---\ntitle:\n---\n",
            "---\n---\ntitle: No\n", "Words\ntitle: No\n", "---\ntitle: 'open\n---\n", "", "---\n",
            "---\ntitle: {en: No}\n---\n", "+++\n[params]\ntitle = 'No'\n+++\n", "{\n",
        ],
    )  # fmt: skip
    def test_without_a_title_the_file_names_them(self, root, text):
        write(root / "content/pages/a-page.md", text)
        assert titles(root) == {"/a-page": "A Page"}

    def test_long_titles_are_cut(self, root):
        write(root / "content/pages/a.md", PAGE.format("word " * 100))
        title = titles(root)["/a"]
        assert len(title) <= 90
        assert title.endswith("word…")


class TestNames:
    def test_home_pages(self, root):
        write(root / "content/page/home.mdx", PAGE.format("Welcome"))
        assert titles(root) == {"/": "Home"}
        write(root / "content/page/home.de.mdx", PAGE.format("Willkommen"))
        assert titles(root) == {"/": "Home", "/de": "Willkommen"}

    def test_home_of_collections(self, root):
        write(root / "content/collections/pages/about.md")
        home = write(root / "content/collections/pages/home.md")
        assert Site.open(root).home == home
        assert titles(root)["/"] == "Home"

    def test_a_language_in_a_name_is_no_part_of_it(self, root):
        write(root / "content/pages/index.en.md", PAGE.format("Bread"))
        write(root / "content/pages/index.pt-BR.md", PAGE.format("Pão"))
        write(root / "content/pages/index.de.md", "---\nblocks: []\n---\n")
        write(root / "content/pages/a.xx.md", "---\nblocks: []\n---\n")
        assert titles(root) == {
            "/": "Bread", "/pt-br": "Pão", "/de": "Home (de)", "/a.xx": "A Xx",
        }  # fmt: skip

    def test_equal_names_are_told_apart(self, root):
        write(root / "content/pages/a/start.md", PAGE.format("Mill"))
        write(root / "content/pages/b/start.md", PAGE.format("Mill"))
        write(root / "content/pages/rolls.md", PAGE.format("Mill"))
        write(root / "content/pages/rolls.mdx", PAGE.format("Mill"))
        write(root / "content/pages/other.md", PAGE.format("Other"))
        names = [page.title for page in Site.open(root).pages()]
        assert names == [
            "Mill (/a/start)", "Mill (/b/start)", "Other", "Mill (rolls.md)", "Mill (rolls.mdx)",
        ]  # fmt: skip

    def test_names_that_files_tell_apart(self, root):
        write(root / "content/pages/flour.md", PAGE.format("Mill"))
        write(root / "content/pages/bread-rolls.md", PAGE.format("Mill"))
        assert set(titles(root).values()) == {"Mill (Flour)", "Mill (Bread Rolls)"}

    def test_the_home_page_is_found_before_the_other_pages_are_read(self, root, monkeypatch):
        home = write(root / "content/pages/index.md")
        others = {write(root / f"content/pages/{name}.md") for name in ("a", "z", "z/home")}
        found = Site.open(root).pages_to_open()
        looked_at = []
        monkeypatch.setattr(SiteLayout, "route", note(looked_at, SiteLayout.route))
        assert next(found) == home
        assert root / "content/pages/z.md" not in looked_at
        assert set(found) == others
        assert len(looked_at) == len(set(looked_at)) == 4

    def test_without_a_home_page_the_nearest_to_one_is_opened(self, root):
        write(root / "content/pages/a/deep.md")
        shallow = write(root / "content/pages/z.md")
        assert Site.open(root).home == shallow
        named = write(root / "content/pages/zz-landing/index.md")
        assert Site.open(root).home == shallow
        landing = write(root / "content/pages/landing.md")
        assert Site.open(root).home == landing
        write(root / "content/pages/de/index.md")
        english = write(root / "content/pages/en/index.md")
        assert Site.open(root).home == english
        assert named.exists()


class TestFoldersOfPages:
    def test_the_folder_that_the_person_chose(self, root):
        write(root / "content/pages/index.md")
        write(root / "words/a.md", "Words\n")
        write(root / "words/b/index.json", '{"title": "Data"}')
        write(root / "words/README.md", "Words\n")
        site = Site.open(root, root / "words")
        assert [(page.route, page.title) for page in site.pages()] == [("/a", "A"), ("/b", "Data")]
        assert site.home == root / "words/a.md"
        assert site != Site.open(root)

    def test_what_a_content_management_system_names_counts_more_than_any_folder(self, root):
        write(root / ".pages.yml", "content: [{path: texts/walks}]\n")
        write(root / "texts/walks/ridge.md")
        write(root / "other/notes.md")
        assert routes(root) == ["/walks/ridge"]
        write(root / "content/pages/index.md")
        assert routes(root) == ["/", "/walks/ridge"]

    def test_what_all_pages_share_is_no_page(self, root):
        write(root / ".pages.yml", "content: [{path: texts/settings}, {path: texts/gone}]\n")
        write(root / "texts/settings/a.md")
        write(root / "astro.config.mjs", "")
        write(root / "src/content/authors/ann.md")
        write(root / "src/content/blog/authors/ann.md")
        assert routes(root) == ["/blog/authors/ann"]


class TestRoots:
    def test_content_within_the_sources_of_a_generator(self, root):
        page = write(root / "src/content/pages/index.md")
        write(root / "package.json", '{"devDependencies": {"astro": "5"}}')
        assert Site.find(page).root == root
        assert Site.find(root / "src").root == root

    def test_the_nearest_generator_in_a_repository_of_several_sites(self, root):
        write(root / "package.json", '{"devDependencies": {"next": "15"}}')
        write(root / "apps/shop/package.json", '{"dependencies": {"next": "15"}}')
        page = write(root / "apps/shop/content/pages/index.md")
        assert Site.find(page).root == root / "apps/shop"
        other = write(root / "sites/blog/content/pages/index.md")
        assert Site.find(other).root == root / "sites/blog"

    def test_a_package_within_content_does_not_decide(self, root):
        write(root / "hugo.toml", "")
        page = write(root / "content/posts/demo/index.md")
        write(root / "content/posts/demo/package.json", "{}")
        assert Site.find(page).root == root
        (root / "hugo.toml").unlink()
        assert Site.find(page).root == root

    def test_a_package_that_names_a_generator_decides(self, root):
        write(root / "content/demo/package.json", '{"dependencies": {"gatsby": "5"}}')
        page = write(root / "content/demo/src/pages/x.md")
        assert Site.find(page).root == root / "content/demo"

    def test_an_admin_folder_of_the_sources_is_no_root(self, root):
        write(root / "src/admin/config.yml", "collections: []\n")
        page = write(root / "src/about.md")
        write(root / ".eleventy.js", "")
        assert Site.find(page).root == root

    @pytest.mark.parametrize("folder", ["admin", "static/admin", "public/admin", "src/admin"])
    @pytest.mark.parametrize("name", ["src/content/home.md", "content/a.md", "src/b.md", "x/c.md"])
    def test_an_admin_folder_decides_without_a_generator(self, root, folder, name):
        told = f"collections: [{{files: [{{file: {name}}}]}}]\n"
        write(root / folder / "config.yml", told)
        write(root / "package.json", '{"dependencies": {"gulp": "5"}}')
        page = write(root / name)
        assert Site.find(page).root == root
        assert Site.find(page.parent).root == root

    def test_an_admin_folder_is_no_root_of_what_its_site_cannot_hold(self, root):
        write(root / "static/admin/config.yml", "collections: []\n")
        page = write(root / "examples/one/content/a.md")
        assert Site.find(page).root == root / "examples/one"

    @pytest.mark.parametrize("place", ["site", "apps/web", "a/b/c"])
    def test_a_site_below_the_folder_is_found(self, root, place):
        write(root / "README.md", "# Words\n")
        write(root / place / "astro.config.mjs", "")
        page = write(root / place / "src/content/pages/index.md")
        assert PageLocation.find(root).page == page
        assert PageLocation.find(root).root == root / place

    def test_the_pages_of_a_folder_count_more_than_a_site_below(self, root):
        write(root / "example/astro.config.mjs", "")
        write(root / "example/src/content/pages/index.md")
        page = write(root / "index.md")
        assert PageLocation.find(root).page == page

    def test_no_site_below_is_found_in_packages(self, root):
        write(root / "node_modules/x/astro.config.mjs", "")
        write(root / "node_modules/x/src/pages/index.md")
        with pytest.raises(NoPagesError):
            PageLocation.find(root)

    def test_nothing_outside_of_a_repository_counts(self, root):
        write(root / "hugo.toml", "")
        page = write(root / "themes/mine/index.md")
        assert Site.find(page).root == root
        (root / "themes/mine/.git").write_text("gitdir: ../../.git/modules/mine\n")
        assert Site.find(page).root == root
        (root / "themes/mine/.git").unlink()
        (root / "themes/mine/.git").mkdir()
        assert Site.find(page).root == root / "themes/mine"

    def test_a_folder_of_pages_may_have_the_name_of_a_sign(self, root):
        write(root / "package.json", '{"dependencies": {"next": "15"}}')
        page = write(root / "content/tina/index.md")
        assert Site.find(page).root == root

    def test_a_folder_in_a_repository_is_opened_itself(self, root):
        (root / ".git").mkdir()
        page = write(root / "notes/a.md")
        write(root / "index.md")
        assert PageLocation.find(root / "notes").page == page
        assert PageLocation.find(page).root == root


class TestPictures:
    def test_a_relative_address_begins_at_the_page(self, root):
        page = write(root / "content/pages/rooms/loft.md")
        write(root / "package.json", '{"dependencies": {"next": "15"}}')
        site = Site.open(root)
        write(root / "public/img/bay.svg", "public")
        assert site.media("img/bay.svg", page) is None
        assert site.media("/img/bay.svg", page) == root / "public/img/bay.svg"
        there = write(root / "public/rooms/img/bay.svg", "public")
        assert site.media("img/bay.svg", page) == there
        assert site.media("../img/bay.svg", page) == root / "public/img/bay.svg"
        there.unlink()
        there = write(root / "public/rooms/loft/img/bay.svg", "public")
        assert site.media("img/bay.svg", page) == there
        beside = write(root / "content/pages/rooms/img/bay.svg", "beside")
        assert site.media("img/bay.svg", page) == beside
        assert site.media("./img/bay.svg?w=3", page) == beside

    def test_the_preview_finds_what_a_page_names_relative_to_itself(self, root):
        page = write(root / "src/content/pages/boats/index.md")
        write(root / "astro.config.mjs", "")
        picture = write(root / "src/assets/boat.svg", "picture")
        beside = write(root / "src/content/pages/boats/sail.svg", "beside")
        site = Site.open(root)
        assert site.media("../../../assets/boat.svg", page) == picture
        assert site.served("/assets/boat.svg", page) == picture
        assert site.served("/sail.svg", page) == beside
        published = write(root / "public/sail.svg", "published")
        assert site.served("/sail.svg", page) == published
        assert site.served("/none.svg", page) is None

    @pytest.mark.parametrize(
        "address",
        [
            "../../../outside.png", "../../.hidden/a.png", "../../node_modules/x/a.png",
            ".hidden.png", "../secret.js", "link.png", "https://example.org/a.png", "", "..",
            "%2e%2e/%2e%2e/%2e%2e/outside.png", "a%00.png", "..\\secret.png", "../../.git/a.png",
        ],
    )  # fmt: skip
    def test_nothing_outside_or_hidden_is_found(self, root, address):
        page = write(root / "content/pages/a.md")
        for name in (
            "../outside.png", ".hidden/a.png", "node_modules/x/a.png", "content/pages/.hidden.png",
            "content/secret.js", ".git/a.png", "content/secret.png",
        ):  # fmt: skip
            write(root / name, "x")
        (root / "content/pages/link.png").symlink_to(root.parent / "outside.png")
        site = Site.open(root)
        assert site.media(address, page) is None
        served = site.served("/" + address.lstrip("./"), page)
        assert served in (None, root / "content/secret.png")

    def test_pictures_of_a_bundle(self, root):
        write(root / "hugo.toml", "")
        page = write(root / "content/about/index.md")
        picture = write(root / "content/about/oven.svg", "x")
        assert Site.open(root).media("oven.svg", page) == picture
        assert Site.open(root).media("img/none.svg", page) is None
        static = write(root / "static/img/a.svg", "x")
        assert Site.open(root).media("img/a.svg", page) == static

    def test_hugo_publishes_no_built_site(self, root):
        write(root / "hugo.toml", "")
        write(root / "public/a.svg", "x")
        assert public_folder(root) == root / "static"
        assert Site.open(root).media("/a.svg") is None

    def test_a_configuration_cannot_publish_what_is_hidden_or_outside(self, root):
        write(root / ".git/config", "x")
        write(root.parent / "outside.png", "x")
        write(
            root / "admin/config.yml",
            "media_folder: .git\npublic_folder: /x\ncollections: [{folder: ../..}]\n",
        )
        write(root / ".pages.yml", "media: {input: ../, output: /y}\n")
        site = Site.open(root)
        assert site.media("/x/config") is None
        assert site.media("/y/outside.png") is None
        assert site.pages() == ()

    def test_a_folder_of_pictures_with_another_address(self, root):
        write(root / "static/admin/config.yml", "media_folder: photos\npublic_folder: /img/big\n")
        picture = write(root / "photos/a b.png", "x")
        site = Site.open(root)
        assert site.media("/img/big/a%20b.png") == picture
        assert site.media("/photos/a b.png") is None
        assert address_of(root, picture) == "/img/big/a%20b.png"
        assert save_image(root, "c.png", b"x") == "/img/big/c.png"

    def test_the_public_folder_of_a_kind_is_made(self, root):
        write(root / "hugo.toml", "")
        assert save_image(root, "a.png", b"x") == "/uploads/a.png"
        assert (root / "static/uploads/a.png").exists()

    def test_new_pictures_go_where_the_configuration_says(self, root):
        write(
            root / "static/admin/config.yml",
            "media_folder: static/photos\npublic_folder: /photos\n",
        )
        (root / "static/uploads").mkdir()
        assert images_folder(root) == root / "static/uploads"
        (root / "static/photos").mkdir()
        assert images_folder(root) == root / "static/photos"


class TestWalking:
    def test_links_in_circles(self, root):
        write(root / "content/pages/index.md")
        (root / "content/pages/round").symlink_to(root)
        (root / "content/pages/self.md").symlink_to(root / "content/pages/self.md")
        (root / "public").symlink_to(root)
        (root / "src").symlink_to(root / "src")
        assert routes(root) == ["/"]
        assert font_files(root / "public", "Inter") == ()
        assert images_folder(root).is_relative_to(root)

    def test_a_folder_of_pages_that_is_a_link_to_its_parent(self, root):
        write(root / "index.md")
        (root / "content").symlink_to(root)
        assert "/" in routes(root)

    @pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs rights of POSIX")
    def test_folders_without_rights(self):
        nobody = 65534
        with tempfile.TemporaryDirectory() as name:
            root = Path(name)
            root.chmod(0o755)
            write(root / "content/pages/index.md")
            shut = [
                write(root / each).parent
                for each in ("content/pages/shut/x.md", "public/x.md", "tina/x.md", ".git/x.md")
            ]
            unread = write(root / "content/pages/unread.md")
            for place in (*shut, unread):
                place.chmod(0)
            known = routes(root)
            if os.geteuid() == 0:  # root may read every folder
                os.seteuid(nobody)
            try:
                assert routes(root) == ["/", "/unread"]
                assert Site.find(root / "content/pages/index.md") == Site.open(root)
                assert PageLocation.find(root).page == root.resolve() / "content/pages/index.md"
                assert images_folder(root) == root / "public/uploads"
                assert Site.open(root).media("/x.png") is None
            finally:
                if os.getuid() == 0:
                    os.seteuid(0)
                for place in (*shut, unread):
                    place.chmod(0o755)
            assert "/" in known

    def test_what_is_built_or_installed_is_not_walked(self, root):
        write(root / "page.md")
        for name in (
            "node_modules", "dist", "build", "_site", "public", ".next", ".nuxt", ".svelte-kit",
            ".astro", ".cache", "resources/_gen", "vendor", "target", "out", "coverage",
        ):  # fmt: skip
            write(root / name / "deep/x.md")
        assert routes(root) == ["/page"]

    def test_forty_thousand_files(self, root):
        write(root / "package.json", '{"dependencies": {"next": "15"}}')
        write(root / "content/pages/index.md")
        folders = ("node_modules/a", "public/img", "dist", "content/images", "src/x", ".next/y")
        for name in folders:
            (root / name).mkdir(parents=True)
        for number in range(40_000):
            name = f"{folders[number % len(folders)]}/{number}.md"
            os.close(os.open(root / name, os.O_CREAT | os.O_WRONLY))
        begin = time.process_time()
        assert PageLocation.find(root).page == root / "content/pages/index.md"
        assert routes(root) == ["/"]
        assert time.process_time() - begin < 1

    @pytest.mark.parametrize(
        "name",
        [
            "content/pages/a.md", "content/pages/a.html", "content/pages/a.json", "README.md",
            "a.md", "package.json", "hugo.toml", "config.toml", "_config.yml",
            "public/admin/config.yml", "docusaurus.config.js", "astro.config.mjs",
            "src/content.config.ts", "tina/config.ts",
            "tailwind.config.js", "src/styles.css", "node_modules/tailwindcss/package.json",
            "content/global/index.json", "content/pages/a.png",
        ],
    )  # fmt: skip
    @pytest.mark.parametrize("is_linked", [False, True])
    def test_a_pipe_with_the_name_of_a_file_is_never_opened(self, root, name, is_linked):
        write(root / "content/pages/index.md")
        write(root / "package.json", '{"dependencies": {"tailwindcss": "3.4.1"}}')
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).unlink(missing_ok=True)
        os.mkfifo(root / ("pipe" if is_linked else name))
        if is_linked:
            (root / name).symlink_to(root / "pipe")
        with time_limit(1):
            location = PageLocation.find(root)
            shared = SharedSite(location.site)
            opened = OpenSite.of(location, shared, read_page(location.page)[0])
            opened.class_candidates()
            with suppress(SourceError):
                read_source(root, 3)
            assert opened.media("/a.png") is None
            assert page_head(root / name) == PageHead()
            with pytest.raises(SaveError):
                add_image(root, root / name)
            assert location.page == root / "content/pages/index.md"
            assert [page.path for page in opened.pages] == [location.page]
            with pytest.raises(SourceError):
                read_page(root / name)
