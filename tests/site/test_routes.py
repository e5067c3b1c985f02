"""The addresses of pages by the rules of their generator: numbers, dates and slugs in names."""

import pytest

from designer.site import Site

GENERATORS = {
    "Docusaurus": "docusaurus.config.js",
    "Eleventy": "eleventy.config.js",
    "Jekyll": "_config.yml",
    "Nuxt": "nuxt.config.ts",
    "Statamic": "please",
    "Zola": "zola.toml",
}


@pytest.fixture
def root(tmp_path):
    (tmp_path / "site").mkdir()
    return tmp_path / "site"


def write(file, text):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def page(root, path, front=""):
    return write(root / path, f"---\n{front}\n---\nWords\n")


def found(root):
    """Return the address and the name of each page by its path."""
    pages = Site.open(root).pages()
    return {each.path.relative_to(root).as_posix(): (each.route, each.title) for each in pages}


@pytest.mark.parametrize(
    ("generator", "file", "front", "route", "title"),
    [
        ("Docusaurus", "docs/01-intro.md", "", "/docs/intro", "Intro"),
        ("Docusaurus", "docs/01 - intro.md", "", "/docs/intro", "Intro"),
        ("Docusaurus", "docs/1001_intro.md", "", "/docs/intro", "Intro"),
        ("Docusaurus", "docs/02.start/1.a.md", "", "/docs/start/a", "A"),
        ("Docusaurus", "docs/7.0-notes.md", "", "/docs/7.0-notes", "7 0 Notes"),
        ("Docusaurus", "docs/2021-11-foo.md", "", "/docs/2021-11-foo", "2021 11 Foo"),
        ("Docusaurus", "docs/web3-basics.md", "", "/docs/web3-basics", "Web3 Basics"),
        ("Docusaurus", "docs/from-v2-to-v3.md", "", "/docs/from-v2-to-v3", "From V2 To V3"),
        ("Docusaurus", "docs/es2015-x/3-b-4-c.md", "", "/docs/es2015-x/b-4-c", "B 4 C"),
        ("Docusaurus", "docs/a/a.md", "", "/docs/a", "A"),
        ("Docusaurus", "docs/a/index.md", "slug: b", "/docs/a/b", "B"),
        ("Docusaurus", "docs/a/2-b.md", "id: first", "/docs/a/first", "First"),
        ("Docusaurus", "docs/a/2-b.md", "id: first\nslug: c", "/docs/a/c", "C"),
        ("Docusaurus", "docs/a/b.md", "slug: /install", "/docs/install", "Install"),
        ("Docusaurus", "docs/a/b.md", "slug: /", "/docs", "Docs"),
        ("Docusaurus", "blog/2021-08-26-welcome.md", "", "/blog/2021/08/26/welcome", "Welcome"),
        ("Docusaurus", "blog/2021-08-26-we/index.md", "", "/blog/2021/08/26/we", "We"),
        ("Docusaurus", "blog/2021-08-26-we/index.md", "slug: hi", "/blog/hi", "Hi"),
        ("Docusaurus", "blog/a/2021-08-26-we.md", "slug: /hi", "/blog/hi", "Hi"),
        ("Docusaurus", "blog/10-tips.md", "", "/blog/10-tips", "10 Tips"),
        ("Docusaurus", "src/pages/10-tips.md", "", "/10-tips", "10 Tips"),
        ("Nuxt", "content/2.b/1.index.md", "", "/b", "B"),
        ("Nuxt", "content/1.docs/12.use.md", "", "/docs/use", "Use"),
        ("Nuxt", "content/windows-11-tips.md", "", "/windows-11-tips", "Windows 11 Tips"),
        ("Nuxt", "content/web3-basics.md", "", "/web3-basics", "Web3 Basics"),
        ("Nuxt", "content/3-ways.md", "", "/3-ways", "3 Ways"),
        ("Nuxt", "content/1.2024-plan.md", "", "/2024-plan", "2024 Plan"),
        ("Nuxt", "content/1.4.0.md", "", "/1.4.0", "1 4 0"),
        ("Statamic", "content/collections/pages/2.about.md", "", "/about", "About"),
        ("Statamic", "content/collections/pages/top-10-tips.md", "", "/top-10-tips", "Top 10 Tips"),
        ("Statamic", "content/collections/pages/10-tips.md", "", "/10-tips", "10 Tips"),
        ("Statamic", "content/collections/a/2024-05-06.v2-b.md", "", "/a/v2-b", "V2 B"),
        ("Zola", "content/blog/2024-05-06-rain/index.md", "", "/blog/rain", "Rain"),
        ("Eleventy", "a/2024-05-06-rain.md", "", "/a/rain", "Rain"),
        ("Jekyll", "_posts/2024-05-06-10-tips.md", "", "/2024/05/06/10-tips", "10 Tips"),
    ],
)  # fmt: skip
def test_numbers_dates_and_slugs_in_names(root, generator, file, front, route, title):
    write(root / GENERATORS[generator], "")
    page(root, file, front)
    assert found(root) == {file: (route, title)}
