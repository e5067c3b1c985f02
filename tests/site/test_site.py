"""A site is found from its pages; its pages, media and Tailwind are found from its folder."""

import json
import shutil
from pathlib import Path

import pytest

from designer.document import Page
from designer.project import SharedSite
from designer.site import PageEntry, Site, default_theme, public_folder, title_from_name
from designer.site.global_document import read_global
from tests.corpus import REAL


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A home folder of nobody, in which sites are made."""
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    return tmp_path


def write(file, text="---\nblocks: []\n---\n"):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


@pytest.fixture
def site(home):
    root = home / "my-site"
    write(root / "content/pages/index.md")
    write(root / "content/pages/case-studies.md")
    write(root / "content/pages/about.md")
    write(root / "content/pages/blog/first_post.md")
    write(
        root / "content/global/index.json",
        json.dumps(
            {
                "siteUrl": "https://example.org/",
                "nav": {
                    "navItems": [
                        {"label": "Start", "link": "/"},
                        {"label": "Who we are", "link": "/about/ "},
                        {"label": "Twice", "link": "/about"},
                        {"label": 3, "link": "/blog/first_post"},
                        "odd",
                    ]
                },
            }
        ),
    )
    return Site.open(root)


def test_a_page_finds_its_site(site):
    assert Site.find(site.root / "content/pages/blog/first_post.md") == site
    assert Site.find(site.root / "content") == site
    assert Site.find(site.root) == site


def test_a_relative_path_finds_its_site(site, monkeypatch):
    monkeypatch.chdir(site.root / "content" / "pages")
    assert Site.find(Path("index.md")) == site


@pytest.mark.parametrize(
    "mark",
    [
        ".tina/config.ts", "tina/x", "package.json", "next.config.js", "next.config.mjs",
        "next.config.ts", "astro.config.mjs", "astro.config.js", "astro.config.ts",
        "svelte.config.js", "gatsby-config.js", "nuxt.config.ts", "eleventy.config.js",
        ".eleventy.js", "hugo.toml", "hugo.yaml", "hugo.json", "config/_default/hugo.toml",
        "_config.yml", "mkdocs.yml", "zola.toml", "tailwind.config.js", "tailwind.config.cjs",
        "tailwind.config.ts",
    ],
)  # fmt: skip
def test_the_root_of_a_site_is_known_by_its_files(home, mark):
    page = write(home / "site/docs/deep/page.md")
    write(home / "site" / mark, "x")
    assert Site.find(page).root == home / "site"


def test_the_nearest_root_wins(home):
    page = write(home / "repo/sites/a/content/x.md")
    write(home / "repo/package.json", "{}")
    (home / "repo/.git").mkdir()
    assert Site.find(page).root == home / "repo/sites/a"


def test_content_counts_only_for_pages_inside(home):
    page = write(home / "a/drafts/x.md")
    (home / "a/content").mkdir()
    assert Site.find(page) is None


def test_a_repository_is_the_last_resort(home):
    page = write(home / "repo/pages/x.md")
    (home / "repo/.git").mkdir()
    assert Site.find(page).root == home / "repo"


def test_the_home_folder_is_no_site(home):
    page = write(home / "notes/x.md")
    (home / ".git").mkdir()
    write(home / "package.json", "{}")
    (home / "content").mkdir()
    assert Site.find(page) is None
    assert Site.find(write(home / "content/y.md")) is None


def test_a_missing_file_finds_its_site_too(site):
    assert Site.find(site.root / "content/pages/not-yet.md") == site


def test_pages_have_routes_and_readable_titles(site):
    folder = site.root / "content/pages"
    assert site.pages() == (
        PageEntry(folder / "index.md", "/", "Home"),
        PageEntry(folder / "about.md", "/about", "Who we are"),
        PageEntry(folder / "blog/first_post.md", "/blog/first_post", "First Post"),
        PageEntry(folder / "case-studies.md", "/case-studies", "Case Studies"),
    )


def test_home_page(site):
    assert site.home == site.root / "content/pages/index.md"
    site.home.rename(site.root / "content/pages/home.md")
    assert site.home.name == "home.md"
    site.home.unlink()
    assert site.home.name == "about.md"


def test_pages_of_other_sites(home):
    root = home / "docs"
    write(root / "guide/start.mdx")
    write(root / "_index.md")
    write(root / "node_modules/x/readme.md")
    write(root / ".hidden/x.md")
    write(root / "dist/x.md")
    write(root / "logo.png")
    assert [page.route for page in Site.open(root).pages()] == ["/", "/guide/start"]


def test_content_without_a_pages_folder(home):
    write(home / "a/content/posts/one.md")
    write(home / "a/README.md")
    assert [page.route for page in Site.open(home / "a").pages()] == ["/posts/one"]


def test_a_site_without_pages(home):
    (home / "empty").mkdir()
    site = Site.open(home / "empty")
    assert site.pages() == ()
    assert site.home is None


def test_folders_of_content_may_be_called_anything(home):
    write(home / "a/content/vendor/build/x.md")
    assert [page.route for page in Site.open(home / "a").pages()] == ["/vendor/build/x"]


def test_a_folder_that_is_not_there_any_more_has_no_pages(home):
    assert Site.open(home / "gone").pages() == ()


def test_a_linked_page_belongs_to_the_site_in_which_the_link_lies(site, home):
    page = site.root / "content/pages/linked.md"
    page.symlink_to(write(home / "elsewhere/page.md"))
    assert Site.find(page) == site
    assert Site.find(site.root / "content/pages/../pages/linked.md") == site
    assert Site.find(site.root / "content/pages/..") == site
    assert Site.find(site.root / "content/..") == site


def test_a_link_to_a_folder_is_not_followed(home):
    write(home / "a/x.md")
    (home / "a/loop").symlink_to(home / "a")
    assert len(Site.open(home / "a").pages()) == 1


def test_names(site, home):
    assert site.name == "example.org"
    site.global_file.write_text('{"siteUrl": "example.net"}')
    assert site.name == "example.net"
    site.global_file.unlink()
    assert site.name == "My Site"


@pytest.mark.parametrize(
    "text", ["", "[]", "{", "null", '{"nav": 1}', '{"nav": {"navItems": 2}}', "\ufeff{}"]
)
def test_a_broken_theme_document_does_not_hide_the_pages(site, text):
    site.global_file.write_text(text, encoding="utf-8")
    assert len(site.pages()) == 4
    assert site.name == "My Site"


def test_a_page_in_no_site_belongs_to_none(home):
    page = write(home / "notes/deep/x.md")
    assert Site.find(page) is None
    (home / "notes/content").mkdir()
    assert Site.find(page) is None
    assert Site.find(home / "notes").root == home / "notes"


@pytest.mark.parametrize("name", ["index", "home", "_index", "INDEX", "Home"])
def test_names_of_the_home_page(home, name):
    write(home / f"a/content/pages/{name}.md")
    write(home / f"a/content/pages/blog/{name}.mdx")
    write(home / "a/content/pages/a.b.markdown")
    assert [page.route for page in Site.open(home / "a").pages()] == ["/", "/a.b", "/blog"]


@pytest.mark.parametrize(
    "folder",
    [
        "node_modules", "bower_components", "vendor", "venv", "dist", "build", "out", "coverage",
        "public", "_site", ".git",
    ],
)  # fmt: skip
def test_folders_in_which_a_site_without_content_keeps_no_pages(home, folder):
    write(home / f"a/{folder}/x.md")
    write(home / "a/docs/y.MD")
    assert [page.route for page in Site.open(home / "a").pages()] == ["/docs/y"]


def test_the_folder_of_the_pages_is_the_most_particular_one_that_has_any(home):
    (home / "a/content/pages").mkdir(parents=True)
    write(home / "a/x.md")
    site = Site.open(home / "a")
    assert site.route(home / "a/x.md") == "/x"
    write(home / "a/content/node_modules/x.md")
    assert [page.route for page in site.pages()] == ["/x"]
    page = write(home / "a/content/posts/one.md")
    assert site.route(page) == "/posts/one"
    page = write(home / "a/content/pages/index.md")
    assert site.route(page) == "/"
    assert site.route(home / "elsewhere/new.md") == "/new"


def test_pages_at_routes(site):
    folder = site.root / "content/pages"
    for route in ("/about", "about", "/about/", "about//"):
        assert site.page_at(route) == folder / "about.md"
    assert site.page_at("/") == site.page_at("") == folder / "index.md"
    assert site.page_at("/missing") is None


def test_labels_of_the_navigation(site):
    items = [
        {"label": "  Wide ", "link": " /about"},
        {"label": " ", "link": "/case-studies"},
        {"label": "Post", "link": "blog/first_post"},
        {"link": "/case-studies"},
        {"label": "Nowhere"},
    ]
    site.global_file.write_text(json.dumps({"nav": {"navItems": items}}))
    assert [page.title for page in site.pages()] == ["Home", "Wide", "Post", "Case Studies"]


@pytest.mark.parametrize(
    ("address", "name"),
    [
        (" https://example.org/ ", "example.org"), ("http://a.b/c/", "a.b/c"), ("a.b/", "a.b"),
        ("https://", "https:"), ("  ", "My Site"), (3, "My Site"),
    ],
)  # fmt: skip
def test_the_name_is_the_address(site, address, name):
    site.global_file.write_text(json.dumps({"siteUrl": address}))
    assert site.name == name


@pytest.mark.parametrize(
    ("name", "words"),
    [("case-studies", "Case Studies"), ("a_b.c  dE", "A B C DE"), ("--", "--"), ("", "")],
)
def test_names_of_files_as_words(name, words):
    assert title_from_name(name) == words


@pytest.mark.parametrize(
    ("named", "missing"),
    [
        ("content/none.md", "content/none.md"), ("content/t.md", None), ("dark", None), ("", None),
        (None, None), (1, None), ("../outside.md", "../outside.md"),
    ],
)  # fmt: skip
def test_a_theme_that_is_not_there_is_told(site, home, named, missing):
    write(site.root / "content/t.md")
    write(home / "outside.md")
    site.global_file.write_text(json.dumps({"theme": named}))
    assert site.missing_theme == missing
    assert site.theme_file == (site.root / "content/t.md" if named == "content/t.md" else None)


def test_the_blocks_of_a_page_are_signs(home):
    def family(blocks):
        page = Page.from_bytes(f"---\nblocks: {json.dumps(blocks)}\n---\n".encode())
        return SharedSite(Site.open(home / "a")).variant(page).family.name

    assert family([]) == "g1"
    assert family([{"style": {"a": "mg-x"}}]) == "g2"
    assert family([{"_template": "quote"}]) == "plain"


def test_a_theme_is_a_file(site):
    site.global_file.write_text('{"theme": "content"}')
    assert site.theme_file is None
    site.global_file.unlink()
    assert (site.theme_file, site.missing_theme) == (None, None)


class TestSchema:
    TEXT = json.dumps(
        {
            "collections": [
                {"fields": [{"name": "b", "type": "object", "templates": [{"name": "NAME"}]}]}
            ]
        }
    )
    NAMES = (
        "tina/tina-lock.json",
        "tina/__generated__/_schema.json",
        ".tina/__generated__/_schema.json",
    )

    def test_the_newer_file_counts(self, home):
        for number, name in reversed(list(enumerate(self.NAMES))):
            write(home / "a" / name, self.TEXT.replace("NAME", f"t{number}"))
            assert set(Site.open(home / "a").schema.types) == {f"t{number}"}

    def test_broken_ones_are_told_and_passed_over(self, home):
        for name in self.NAMES[:2]:
            write(home / "a" / name, "{")
        site = Site.open(home / "a")
        assert site.schema is None
        write(home / "a" / self.NAMES[2], self.TEXT)
        site = Site.open(home / "a")
        assert set(site.schema.types) == {"NAME"}
        assert list(site.broken_schemas) == list(self.NAMES[:2])
        assert "tina-lock.json" in str(site.broken_schemas[self.NAMES[0]])
        assert site.broken_schemas is site.broken_schemas

    def test_none(self, home):
        site = Site.open(home)
        assert (site.schema, site.broken_schemas) == (None, {})


def test_a_global_document_that_is_missing_says_nothing(tmp_path):
    assert read_global(None) == read_global(tmp_path / "none.json") == {}
    write(tmp_path / "a.json", "\ufeff" + '{"ü": 1}')
    assert read_global(tmp_path / "a.json") == {"ü": 1}


def test_folders_of_templates_and_saved_blocks(home):
    site = Site.open(home)
    assert site.templates_folder == home / "designer/templates"
    assert site.saved_folder == home / "designer/templates/_saved"


def test_global_file(site, home):
    assert site.global_file == site.root / "content/global/index.json"
    assert Site.open(home).global_file is None


def test_default_theme_has_everything_that_a_theme_document_has():
    theme = default_theme()
    assert set(theme) >= {
        "siteUrl", "favicon", "desktopWidth", "colors", "fonts", "sizeLeading", "buttons", "links",
        "logo", "nav", "blocks",
    }  # fmt: skip
    assert len(theme["colors"]) == 10
    assert len(theme["sizeLeading"]) == 12
    assert len(theme["buttons"]) == 15
    assert theme["blocks"] == []


class TestMedia:
    @pytest.fixture
    def site(self, home):
        root = home / "site"
        write(root / "public/uploads/a b.png", "a")
        write(root / "public/ü.svg", "u")
        write(root / "public/.env", "secret")
        write(root / "secret.png", "secret")
        write(root / "src/secret.js", "secret")
        write(root / "src/my font.woff2", "font")
        write(root / ".git/logo.png", "secret")
        write(home / "outside.png", "outside")
        (root / "public/link.png").symlink_to(home / "outside.png")
        (root / "public/inner.png").symlink_to(root / "public/uploads/a b.png")
        (root / "public/round.png").symlink_to(root / "public/round.png")
        return Site.open(root)

    @pytest.mark.parametrize(
        "address",
        ["/uploads/a%20b.png", "uploads/a b.png", "/uploads//a%20b.png?w=3#x", "/inner.png"],
    )
    def test_inside(self, site, address):
        assert site.media(address) == site.root / "public/uploads/a b.png"

    def test_what_a_style_sheet_names_among_the_sources(self, site):
        assert site.media("/~files/src/my%20font.woff2") == site.root / "src/my font.woff2"

    def test_percent_decoding(self, site):
        assert site.media("/%C3%BC.svg") == site.root / "public/ü.svg"

    @pytest.mark.parametrize(
        "address",
        [
            "", "/", "/uploads", "/missing.png", "/../secret.png", "/%2e%2e/secret.png",
            "/uploads/../../secret.png", "..%2fsecret.png", "/link.png", "/round.png", "/.env",
            "https://example.org/uploads/a%20b.png", "//example.org/uploads/a%20b.png",
            "file:///etc/passwd", "/uploads\\a b.png", "/a%00.png", "data:image/png;base64,AA",
            "http://[", "/" + "a" * 5000, "/~files/src/secret.js", "/~files/../outside.png",
            "/~files/.git/logo.png", "/~files/", "/~files",
        ],
    )  # fmt: skip
    def test_outside(self, site, address):
        assert site.media(address) is None

    def test_the_public_folder_of_other_builders(self, home):
        write(home / "hugo/static/a.png")
        write(home / "plain/a.png")
        write(home / "plain/.git/config")
        write(home / "plain/node_modules/a.png")
        assert public_folder(home / "hugo") == home / "hugo/static"
        assert Site.open(home / "hugo").media("/a.png") == home / "hugo/static/a.png"
        plain = Site.open(home / "plain")
        assert plain.media("a.png") == home / "plain/a.png"
        assert plain.media("/.git/config") is None
        assert plain.media("/node_modules/a.png") is None


class TestTailwind:
    @pytest.mark.parametrize(
        ("package", "version"),
        [
            ({"devDependencies": {"tailwindcss": "^2.2.4"}}, "2.2.4"),
            ({"dependencies": {"tailwindcss": "~3"}}, "3"),
            ({"dependencies": {"tailwindcss": "latest"}}, "4"),
            ({"devDependencies": {"@tailwindcss/vite": "^4.1.0"}}, "4.1.0"),
            ({"dependencies": {"tailwindcss": "workspace:*"}}, "2.2.19"),
            ({"dependencies": []}, "2.2.19"),
            ([], "2.2.19"),
        ],
    )
    def test_version_asked_for(self, home, package, version):
        write(home / "a/package.json", json.dumps(package))
        assert Site.open(home / "a").tailwind_version == version

    def test_version_installed(self, home):
        write(home / "a/package.json", '{"dependencies": {"tailwindcss": "^3.0.0"}}')
        write(home / "a/node_modules/tailwindcss/package.json", '{"version": "3.4.19"}')
        assert Site.open(home / "a").tailwind_version == "3.4.19"

    @pytest.mark.parametrize(
        ("package", "version"),
        [
            ({"devDependencies": {"@tailwindcss/postcss": "4.0.1"}}, "4.0.1"),
            ({"devDependencies": {"@tailwindcss/cli": "^4.0"}}, "4.0"),
            ({"devDependencies": {"tailwindcss": "next"}}, "4"),
            ({"devDependencies": {"tailwindcss": "*"}}, "4"),
            ({"devDependencies": {"tailwindcss": 3}}, "2.2.19"),
            ({"devDependencies": {"tailwindcss": "npm:@x/y"}}, "2.2.19"),
            ({"devDependencies": {"tailwindcss": "^3.4.19.8"}}, "3.4.19"),
            ({"devDependencies": {"tailwindcss": "3"}, "dependencies": {"tailwindcss": "2"}}, "3"),
            ({"devDependencies": {"@tailwindcss/vite": "4.1", "tailwindcss": "3.1"}}, "3.1"),
            ({"devDependencies": {"tailwindcss": "x"}, "dependencies": {"tailwindcss": "2"}}, "2"),
            ({"peerDependencies": {"tailwindcss": "3"}}, "2.2.19"),
        ],
    )
    def test_which_version_is_asked_for(self, home, package, version):
        write(home / "a/package.json", json.dumps(package))
        assert Site.open(home / "a").tailwind_version == version

    @pytest.mark.parametrize(
        ("css", "version"),
        [
            ('@import "tailwindcss";', "4"),
            ("@import 'tailwindcss/theme.css' layer(theme);", "4"),
            ('@import "tailwindcss" prefix(tw);', "4"),
            ("@import 'tailwindcss/base';", "2.2.19"),
            ("@tailwind base;", "2.2.19"),
            ('@tailwind base; /* @import "tailwindcss"; */', "2.2.19"),
        ],
    )
    def test_the_version_that_only_the_style_sheet_tells(self, home, css, version):
        write(home / "a/package.json", '{"dependencies": {"@own/ui": "1"}}')
        write(home / "a/src/main.css", css)
        assert Site.open(home / "a").tailwind_version == version
        write(home / "a/package.json", '{"dependencies": {"tailwindcss": "3.1"}}')
        assert Site.open(home / "a").tailwind_version == "3.1"

    def test_what_it_is_built_from(self, home):
        configs = [f"tailwind.config.{end}" for end in ("js", "cjs", "mjs", "ts")]
        site = Site.open(home / "a")
        usual = [home / "a" / name for name in (*configs, "package.json")]
        assert list(site.tailwind_files) == usual
        write(home / "a/tailwind.config.js", "require('./more')")
        write(home / "a/more.js", "")
        assert list(site.tailwind_files) == [*usual, home / "a/more.js"]
        write(home / "a/tailwind.config.js", "require('p'); require('q/x')")
        write(home / "a/node_modules/p/index.js", "")
        modules = home / "a" / "node_modules"
        missing = [modules, *(modules / each for each in ("p/package.json", "q", "q/package.json"))]
        assert list(site.tailwind_files) == [*usual, modules / "p/index.js", *missing]
        (home / "a/tailwind.config.js").write_bytes(b"\xff")
        assert list(site.tailwind_files) == usual

    def test_no_package(self, home):
        assert Site.open(home).tailwind_version == "2.2.19"

    def test_a_version_that_is_none_does_not_count(self, home):
        write(home / "a/package.json", '{"dependencies": {"tailwindcss": "^3.0.0"}}')
        write(home / "a/node_modules/tailwindcss/package.json", '{"version": "x"}')
        assert Site.open(home / "a").tailwind_version == "3.0.0"

    @pytest.mark.parametrize(
        ("asked", "generation"), [("1.9", 2), ("2.2", 2), ("3.0", 3), ("4.1", 4), ("12.0", 4)]
    )
    def test_the_generation_that_builds_it(self, home, asked, generation):
        write(home / "a/package.json", json.dumps({"dependencies": {"tailwindcss": asked}}))
        write(home / "a/tailwind.config.js", "module.exports = {}")
        assert Site.open(home / "a").tailwind_source().major == generation


def test_block_types_that_the_site_brings(home):
    site = Site.open(home / "a")
    assert not site.templates_folder.exists()
    (home / "a/designer/templates").mkdir(parents=True)
    assert site.templates_folder == home / "a/designer/templates"


def test_a_whole_site(corpus, tmp_path):
    name, route, title = (
        ("bacalhau", "/casestudies", "Case Studies")
        if corpus == REAL
        else ("g1", "/crossing", "The crossing")
    )
    site = Site.find(corpus / name / "content/pages/index.md")
    assert site.root == (corpus / name).resolve()
    titles = {page.route: page.title for page in site.pages()}
    assert titles["/"] == "Home"
    assert titles[route] == title
    assert site.tailwind_version.startswith("2.")
    shutil.copytree(corpus / name, tmp_path / "copy")
    source = corpus / name / "content/pages/index.md"
    page = shutil.copy(source, tmp_path / "copy/content/pages/another.md")
    assert Site.find(Path(page)).root == (tmp_path / "copy").resolve()
