"""What a site's Tailwind is built from: found, read, and nothing from outside of the site."""

from __future__ import annotations

import pytest

from designer.errors import SourceError
from designer.site.class_candidates import class_words
from designer.site.stylesheet import config_of, find_stylesheet, rewrite_urls
from designer.site.tailwind_source import read_source

TAILWIND = "@tailwind base;\n@tailwind utilities;\n"


@pytest.fixture
def put(tmp_path):
    root = tmp_path / "site"
    root.mkdir()

    def write(path, text=""):
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    write.root = root
    return write


class TestStylesheet:
    @pytest.mark.parametrize(
        "css",
        [
            TAILWIND,
            "@tailwind  utilities;",
            '@import "tailwindcss";',
            "@import 'tailwindcss' source(none);",
            '@import url("tailwindcss");',
            "@import 'tailwindcss/base';",
            '@import "tailwindcss/theme.css" layer(theme);',
            "/* first */ @import 'tailwindcss/utilities.css';",
        ],
    )
    def test_it_takes_tailwind(self, put, css):
        file = put("src/app.css", css)
        assert find_stylesheet(put.root) == file

    @pytest.mark.parametrize(
        "css",
        [
            "",
            "/* @tailwind base; */",
            "@import 'tailwindcss-animate';",
            "@import './tailwindcss.css';",
            "p { color: red }",
            "@tailwindy base;",
        ],
    )
    def test_it_does_not(self, put, css):
        put("src/app.css", css)
        assert find_stylesheet(put.root) is None

    def test_the_shortest_way_wins(self, put):
        put("src/styles/a.css", TAILWIND)
        near = put("styles/z.css", TAILWIND)
        put("styles/a.css", "p{}")
        assert find_stylesheet(put.root) == near

    @pytest.mark.parametrize("place", ["node_modules/x", "dist", ".next/static", "_site", "build"])
    def test_folders_of_no_sources(self, put, place):
        put(f"{place}/app.css", TAILWIND)
        deep = put("packages/site/src/app.css", TAILWIND)
        assert find_stylesheet(put.root) == deep

    def test_a_link_out_of_the_site(self, put, tmp_path):
        outside = tmp_path / "outside.css"
        outside.write_text(TAILWIND)
        (put.root / "app.css").symlink_to(outside)
        assert find_stylesheet(put.root) is None

    def test_a_file_that_is_no_text_or_far_too_long(self, put):
        (put.root / "a.css").write_bytes(b"\xff" + TAILWIND.encode())
        put("b.css", TAILWIND + "/*" + "x" * 1_000_000)
        assert find_stylesheet(put.root) is None

    def test_the_configuration_that_it_names(self):
        assert config_of("/* @config './no.js'; */ @config \"../a.js\";") == "../a.js"
        assert config_of(TAILWIND) is None


class TestAddresses:
    @pytest.mark.parametrize(
        ("written", "found"),
        [
            ("url(../../public/fonts/a.woff2)", "url(/fonts/a.woff2)"),
            ("url('../img/a b.png')", "url('../img/a b.png')"),
            ("url('../img/a.png')", "url('/~files/src/img/a.png')"),
            ('url( "img/a.png" )', 'url( "/~files/src/css/img/a.png" )'),
            ("url(/uploads/a.png)", "url(/uploads/a.png)"),
            ("url(https://example.org/a.png)", "url(https://example.org/a.png)"),
            ("url(//example.org/a.png)", "url(//example.org/a.png)"),
            ("url(data:image/png;base64,AA)", "url(data:image/png;base64,AA)"),
            ("url(#clip)", "url(#clip)"),
            ("url(~@fontsource/inter/a.woff2)", "url(~@fontsource/inter/a.woff2)"),
            ("@import url(./b.css)", "@import url(./b.css)"),
            ("--curl(x.png)", "--curl(x.png)"),
        ],
    )
    def test_they_start_at_the_root(self, put, written, found):
        put("public/x")
        assert rewrite_urls(f"a{{b:{written}}}\n", "src/css", put.root) == f"a{{b:{found}}}\n"

    def test_without_a_public_folder_the_root_is_published(self, put):
        assert rewrite_urls("url(a.png)", "css", put.root) == "url(/css/a.png)"


class TestSource:
    def test_a_site_of_tailwind_2_needs_a_configuration(self, put):
        put("styles.css", TAILWIND)
        assert read_source(put.root, 2) is None
        put("tailwind.config.js", "module.exports = {}")
        source = read_source(put.root, 2)
        assert (source.config, source.css) == ("tailwind.config.js", "styles.css")
        assert source.to_data()["files"]["styles.css"] == TAILWIND

    @pytest.mark.parametrize("generation", [3, 4])
    def test_the_later_ones_do_not(self, put, generation):
        source = read_source(put.root, generation)
        assert (source.files, source.config, source.css) == ({}, None, None)

    @pytest.mark.parametrize("name", ["js", "cjs", "mjs", "ts"])
    def test_the_configuration(self, put, name):
        put(f"tailwind.config.{name}", "x")
        assert read_source(put.root, 3).config == f"tailwind.config.{name}"

    def test_what_modules_need_comes_along(self, put):
        config = """
            const a = require('./theme/colors'), b = require("tailwindcss/colors")
            import c from './c'
            import { type D } from "./more"
            import './e.json'
            export * from './f.mjs'
            require('../outside'); require('./missing')
        """
        put("tailwind.config.js", config)
        put("theme/colors.js", "module.exports = require('./deep.js')")
        put("theme/deep.js", "require('../tailwind.config.js')")
        put("c.ts")
        put("more/index.js")
        put("e.json", "{}")
        put("f.mjs")
        (put.root.parent / "outside.js").write_text("secret")
        assert set(read_source(put.root, 3).files) == {
            "tailwind.config.js", "theme/colors.js", "theme/deep.js", "c.ts", "more/index.js",
            "e.json", "f.mjs",
        }  # fmt: skip

    def test_what_style_sheets_import_comes_along(self, put):
        put("src/app.css", '@import "tailwindcss"; @import "./a.css"; @import url(b) layer(x);')
        put("src/a.css", "@import '../../outside.css'; @import 'a.css'; @plugin './p';")
        put("src/b.css", "p { background: url(dot.svg) }\n@reference '../c.css';")
        put("c.css")
        put("src/p.js", "import './q.js'")
        put("src/q.js")
        (put.root.parent / "outside.css").write_text("secret")
        put("tailwind.config.js", "no part of it: this Tailwind is told its configuration")
        source = read_source(put.root, 4)
        assert set(source.files) == {
            "src/app.css", "src/a.css", "src/b.css", "c.css", "src/p.js", "src/q.js",
        }  # fmt: skip
        assert "url(/src/dot.svg)" in source.files["src/b.css"]
        assert source.config is None

    def test_links_out_of_the_site_are_not_followed(self, put, tmp_path):
        (tmp_path / "secret.js").write_text("secret")
        put("tailwind.config.js", "require('./linked')")
        (put.root / "linked.js").symlink_to(tmp_path / "secret.js")
        assert set(read_source(put.root, 3).files) == {"tailwind.config.js"}

    def test_the_style_sheet_may_name_the_configuration(self, put):
        put("tailwind.config.js", "the usual one")
        put("src/app.css", TAILWIND + "@config '../other.config.js';")
        put("other.config.js", "the other one")
        assert read_source(put.root, 3).config == "other.config.js"

    def test_a_configuration_that_cannot_be_read(self, put):
        (put.root / "tailwind.config.js").write_bytes(b"\xff\xfe")
        with pytest.raises(SourceError, match="cannot be read as UTF-8"):
            read_source(put.root, 2)


def test_words_that_may_be_classes(put):
    page = put("a.md", "tailwind:\n  box: 'mt-4 -ml-2 !p-0 [&>p]:mt-1 w-[3px]'\n  x: \"a.b,\"\n")
    template = put("t.html", '<p class="sm:flex {{ x }} grow">Words. And more</p>')
    words = class_words([page, template, put.root / "missing"])
    assert {"mt-4", "-ml-2", "!p-0", "w-[3px]", "sm:flex", "grow"} <= words
    assert not {"Words.", "{{", "tailwind:"} & words
