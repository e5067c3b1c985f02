"""Folders of pages that the configuration of a generator names, with their addresses."""

import pytest

from designer.project import PageLocation
from designer.site import Site

IMPORTS = (
    "import { defineCollection, z } from 'astro:content';\n"
    "import { glob, file } from 'astro/loaders';\n"
    "const at = (base, pattern = '*') => defineCollection({ loader: glob({ base, pattern }) });\n"
)


@pytest.fixture
def root(tmp_path):
    (tmp_path / "site").mkdir()
    return tmp_path / "site"


def write(file, text="---\ntitle: A page\n---\nWords\n"):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def pages(root, *names):
    for name in names:
        write(root / name)


def routes(root):
    pages = Site.open(root).pages()
    return {each.path.relative_to(root).as_posix(): each.route for each in pages}


class TestAstro:
    def collections(self, root, text, name="src/content.config.ts"):
        write(root / "astro.config.mjs", "export default {}\n")
        write(root / name, f"{IMPORTS}{text}\n")

    @pytest.mark.parametrize("name", ["src/content.config.ts", "src/content/config.mjs"])
    def test_the_folder_of_each_loader(self, root, name):
        self.collections(
            root,
            "const blog = defineCollection({ loader: glob({ base: './src/data/blog' }),"
            " schema: z.object({ title: z.string() }) });\n"
            "const notes = defineCollection({ loader: glob({ pattern: 'notes/*.md' }) });\n"
            "const boats = at('texts', ['jobs/**/*.md', 'x']);\n"
            "export const collections = { blog, boats, notes };",
            name,
        )  # fmt: skip
        pages(root, "src/data/blog/hello.md", "texts/jobs/a/index.md", "notes/b.md", "texts/c.md")
        expected = {
            "src/data/blog/hello.md": "/blog/hello", "notes/b.md": "/notes/b",
            "texts/jobs/a/index.md": "/boats/a",
        }  # fmt: skip
        assert routes(root) == expected
        for page in expected:
            assert Site.find(root / page).root == root

    def test_a_collection_of_pages_begins_the_site(self, root):
        self.collections(
            root,
            "const pages = at('./src/data/landing');\n"
            "export const collections = { post: at('src/data/post'), pages };",
        )
        pages(root, "src/data/post/first.md", "src/data/landing/index.md", "src/pages/terms.md")
        write(root / "src/data/landing/prices.json", "{}")
        assert routes(root) == {
            "src/data/landing/index.md": "/", "src/data/post/first.md": "/post/first",
            "src/data/landing/prices.json": "/prices", "src/pages/terms.md": "/terms",
        }  # fmt: skip
        assert Site.open(root).home == root / "src/data/landing/index.md"

    def test_a_page_in_a_usual_folder_keeps_its_address(self, root):
        self.collections(
            root,
            "const old = defineCollection({ type: 'content' });\n"
            "export const collections = { posts: at('src/content/blog'), old };",
        )
        pages(root, "src/content/blog/a.md", "src/content/old/b.md")
        assert routes(root) == {
            "src/content/blog/a.md": "/blog/a",
            "src/content/old/b.md": "/old/b",
        }

    def test_what_all_pages_share_and_what_is_no_folder_of_the_site_is_left_out(self, root):
        self.collections(
            root,
            "export const collections = {\n"
            "  authors: at('data/people'), out: at('../out'), none: at('none'), all: at('.'),\n"
            "  team: defineCollection({ loader: file('data/team.json') }),\n"
            "  env: at(process.env.X, 'data/*.md'), own: defineCollection({ loader: mine }),\n"
            "};",
        )
        pages(root, "data/people/kim.md", "../out/a.md", "data/x/b.md", "src/pages/c.md")
        assert routes(root) == {"src/pages/c.md": "/c"}


class TestDocusaurus:
    def config(self, root, text):
        write(root / "docusaurus.config.ts", text)

    def test_the_folders_of_a_preset(self, root):
        self.config(
            root,
            "import type {Config} from '@docusaurus/types';\n"
            "const config: Config = { title: 'X', presets: [['classic', {\n"
            "  docs: { path: 'guides', routeBasePath: '/', sidebarPath: './sidebars.ts' },\n"
            "  blog: { path: './news', routeBasePath: 'what-is-new' },\n"
            "  pages: { path: 'site' },\n"
            "} satisfies Preset.Options]] };\nexport default config;\n",
        )
        pages(root, "guides/1-use.md", "site/about.md", "docs/a.md", "blog/b.md", "src/pages/c.md")
        write(root / "guides/intro.md", "---\nslug: /\n---\n")
        write(root / "news/2024-05-06-a/index.md", "---\nslug: one\n---\n")
        assert routes(root) == {
            "guides/intro.md": "/", "guides/1-use.md": "/use", "site/about.md": "/about",
            "news/2024-05-06-a/index.md": "/what-is-new/one",
        }  # fmt: skip
        assert Site.open(root).home == root / "guides/intro.md"

    def test_only_the_address_is_told(self, root):
        self.config(
            root,
            "const preset = require.resolve('@docusaurus/preset-classic');\n"
            "const options = { docs: { routeBasePath: 'manual' }, blog: false };\n"
            "module.exports = async () => ({ presets: [[preset, options]] });\n",
        )
        pages(root, "docs/a.md", "blog/b.md")
        assert routes(root) == {"docs/a.md": "/manual/a"}

    def test_the_folders_of_plugins(self, root):
        self.config(
            root,
            "const docs = '@docusaurus/plugin-content-docs';\n"
            "export default { presets: ['classic'], plugins: [\n"
            "  'other', ['other', {path: 'x'}],\n"
            "  ['content-blog', {path: 'journal', routeBasePath: 'j'}],\n"
            "  [docs, {id: 'a', path: 'api', routeBasePath: 'api'}],\n"
            "  [docs, {id: 'b', path: 'docs/inner', routeBasePath: 'inner'}],\n"
            "] };\n",
        )
        pages(root, "docs/a.md", "api/2-b.md", "journal/c.md", "x/d.md", "docs/inner/e.md")
        assert routes(root) == {
            "api/2-b.md": "/api/b", "docs/a.md": "/docs/a", "journal/c.md": "/j/c",
            "docs/inner/e.md": "/inner/e",
        }  # fmt: skip

    @pytest.mark.parametrize(
        "text",
        [
            "export default {", "export default makeConfig();", "", "module.exports = {presets: 3}",
            "module.exports = {presets: [['classic', {docs: {path: 3}}]]}",
            "module.exports = {presets: [['classic', {docs: {path: []}}], null, [], [[]]]}",
            "module.exports = {presets: [['classic', {docs: {path: '/'}}]]}",
        ],
    )  # fmt: skip
    def test_a_configuration_that_cannot_be_read_leaves_the_usual_folders(self, root, text):
        self.config(root, text)
        pages(root, "docs/a.md", "blog/b.md", "x.md")
        assert routes(root) == {"docs/a.md": "/docs/a", "blog/b.md": "/blog/b"}

    def test_a_broken_configuration_is_told_with_its_line(self, root):
        self.config(root, "export default {\n  title: 'X',\n  presets: [[,\n};\n")
        (error,) = Site.open(root).broken_configuration.values()
        assert "docusaurus.config.ts" in str(error)
        assert error.line is not None


class TestJekyll:
    def test_collections(self, root):
        write(
            root / "_config.yml",
            "collections_dir: texts\npermalink: /news/:year/:title/\ncollections:\n"
            "  projects: {output: true, permalink: '/boats/:name/'}\n"
            "  recipes: {output: true, permalink: '/:collection/a/:path:output_ext'}\n"
            "  lessons: {output: true}\n"
            "  odd: {output: true, permalink: '/:unknown/:name'}\n"
            "  team: {output: false}\n"
            "  parts:\n",
        )
        pages(
            root, "texts/_projects/boat.md", "texts/_recipes/soups/leek.md", "texts/_lessons/a.md",
            "texts/_odd/b.md", "texts/_team/jane.md", "texts/_parts/c.md", "_posts/2024-05-06-d.md",
        )  # fmt: skip
        assert routes(root) == {
            "texts/_lessons/a.md": "/lessons/a", "_posts/2024-05-06-d.md": "/news/2024/d",
            "texts/_odd/b.md": "/odd/b", "texts/_recipes/soups/leek.md": "/recipes/a/soups/leek",
            "texts/_projects/boat.md": "/boats/boat",
        }  # fmt: skip

    def test_the_page_tells_more_than_its_collection(self, root):
        write(root / "_config.yml", "collections: {a: {output: true, permalink: /x/:name/}}\n")
        write(root / "_a/b.md", "---\npermalink: /c/\n---\n")
        assert routes(root) == {"_a/b.md": "/c"}

    @pytest.mark.parametrize("listed", ["[team]", "{team: {}}", "{team: true}", "3"])
    def test_a_collection_without_output_has_no_pages(self, root, listed):
        write(root / "_config.yml", f"collections: {listed}\n")
        pages(root, "index.md", "_team/jane.md")
        assert routes(root) == {"index.md": "/"}


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("docusaurus.config.js", "module.exports = {title: 'Blue Boats'};"),
        ("hugo.toml", 'title = "Blue Boats"\n'),
        ("config/_default/hugo.yaml", "title: Blue Boats\n"),
        ("_config.yml", "title: ' Blue  Boats '\n"),
        ("mkdocs.yml", "site_name: Blue Boats\n"),
        ("zola.toml", 'title = "Blue Boats"\n'),
    ],
)
def test_the_name_of_the_site(root, file, text):
    write(root / file, text)
    assert Site.open(root).name == "Blue Boats"
    assert PageLocation.find(write(root / "content/a.md")).site.name == "Blue Boats"
    (root / file).write_text("title: [\n")
    assert Site.open(root).name == "Site"
