"""What a site's Tailwind is built from: found, read, and nothing from outside of the site."""

from __future__ import annotations

import pytest

from designer.errors import SourceError
from designer.site import MissingSheet, TailwindSource, count_words, tailwind_files
from designer.site.stylesheet import (
    config_of,
    find_stylesheet,
    imports_of,
    imports_with_lines,
    modules_of,
    rewrite_urls,
)
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

    @pytest.mark.parametrize(
        "place",
        [
            "node_modules/x", "bower_components", "vendor", "venv", "dist", ".next/static", "_site",
            "build", "out", "coverage", "storybook-static", "target", "__pycache__", ".x",
        ],
    )  # fmt: skip
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

    @pytest.mark.parametrize("ending", [".css", ".pcss", ".postcss"])
    def test_endings(self, put, ending):
        put("a.scss", TAILWIND)
        put(f".hidden{ending}", TAILWIND)
        file = put(f"b{ending}", TAILWIND)
        assert find_stylesheet(put.root) == file

    def test_as_long_as_a_style_sheet_may_be(self, put):
        text = TAILWIND + "/*"
        file = put("a.css", text + "x" * (1_000_000 - len(text)))
        assert find_stylesheet(put.root) == file
        put("a.css", text + "x" * (1_000_001 - len(text)))
        assert find_stylesheet(put.root) is None

    def test_as_deep_as_a_style_sheet_may_lie(self, put):
        put("1/2/3/4/5/6/a.css", TAILWIND)
        assert find_stylesheet(put.root) is None
        file = put("1/2/3/4/5/a.css", TAILWIND)
        assert find_stylesheet(put.root) == file

    def test_what_it_imports_with_lines(self):
        css = (
            '/* @import "no.css";\n\n*/ @import "a.css";\n@reference url( \'b.css\' );\n'
            "@import url(c) layer(x);@import 'https://x.y/z.css';\n@import \"tailwindcss/base\";\n"
            "@import '//x.y';@import 'tailwindcss-animate';\n@plugin './p'; @config \"./c\";"
        )
        assert imports_of(css) == [
            "a.css", "b.css", "c", "https://x.y/z.css", "tailwindcss/base", "//x.y",
            "tailwindcss-animate",
        ]  # fmt: skip
        assert imports_with_lines(css) == [
            ("a.css", 3),
            ("b.css", 4),
            ("c", 5),
            ("tailwindcss-animate", 7),
        ]
        assert modules_of(css) == ["./p", "./c"]
        css = '@import /* a */ "x.css"; @plugin /* b */ "./p"; @config /* c */ "./c";'
        assert imports_of(css) == ["x.css"]
        assert imports_with_lines(css) == [("x.css", 1)]
        assert modules_of(css) == ["./p", "./c"]
        assert config_of(css) == "./c"

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
            ("curl(x.png)", "curl(x.png)"),
            ("url(../../../x.png)", "url(/~files/../x.png)"),
            ("url(../../publics/x.png)", "url(/~files/publics/x.png)"),
            ("url(MAILTO:x)", "url(MAILTO:x)"),
            ("url(@/x.png)", "url(@/x.png)"),
            ("url('x.png\")", "url('x.png\")"),
            ("url(a.png) url(b.png)", "url(/~files/src/css/a.png) url(/~files/src/css/b.png)"),
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

    def test_what_need_not_be_said(self):
        source = TailwindSource(3, {"a": "b"})
        assert (source.config, source.css, source.missing) == (None, None, ())
        assert source.to_data() == {"files": {"a": "b"}, "config": None, "css": None}

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

    def test_what_is_imported_and_not_there_is_told(self, put):
        put("src/app.css", '@import "tailwindcss";\n@import "./a.css";\n@import "none";\n')
        put("src/a.css", "@import '../b.css';\n@reference \"./gone.css\";")
        put("b.css", "@plugin './gone';")
        source = read_source(put.root, 4)
        assert source.missing == (
            MissingSheet("src/a.css", 2, "./gone.css"),
            MissingSheet("src/app.css", 3, "none"),
        )
        assert source.css == "src/app.css"
        assert source.major == 4
        assert source.to_data() == {"files": source.files, "config": None, "css": "src/app.css"}

    @pytest.mark.parametrize(
        "ending",
        [
            "", ".js", ".cjs", ".mjs", ".ts", ".cts", ".mts", ".json", "/index.js", "/index.ts"
        ],
    )  # fmt: skip
    def test_how_a_module_may_end(self, put, ending):
        put("tailwind.config.js", "require('./deep/x')")
        put(f"deep/x{ending}", "")
        assert set(read_source(put.root, 3).files) == {"tailwind.config.js", f"deep/x{ending}"}

    def test_a_configuration_that_the_style_sheet_names_and_nobody_has(self, put):
        put("tailwind.config.js", "the usual one")
        put("app.css", TAILWIND + "@config './gone.js';")
        assert read_source(put.root, 3).config == "tailwind.config.js"
        assert read_source(put.root, 2).config == "tailwind.config.js"
        put("gone.js", "")
        assert read_source(put.root, 2).config == "tailwind.config.js"
        assert set(read_source(put.root, 3).files) == {"app.css", "gone.js"}

    def test_a_configuration_beside_a_deeper_style_sheet(self, put):
        put("src/css/app.css", TAILWIND + "@config '../../conf/x.js';")
        put("conf/x.js", "import '../y'")
        put("y.ts", "")
        source = read_source(put.root, 3)
        assert (source.config, source.css) == ("conf/x.js", "src/css/app.css")
        assert set(source.files) == {"src/css/app.css", "conf/x.js", "y.ts"}

    def test_two_hundred_files_are_read_at_most(self, put):
        put("tailwind.config.js", "\n".join(f"require('./m/{n}')" for n in range(250)))
        for number in range(250):
            put(f"m/{number}.js", "")
        assert len(read_source(put.root, 3).files) == 200

    def test_which_file_cannot_be_read(self, put):
        put("tailwind.config.js", "require('./x')")
        (put.root / "x.js").write_bytes(b"\xff")
        with pytest.raises(SourceError, match=r"^x\.js cannot be read as UTF-8 text, so Tailwind"):
            read_source(put.root, 3)

    def test_ways_around_the_site_are_not_followed(self, put):
        put("tailwind.config.js", "require('../site/a'); require('./b')")
        put("app.css", f'@import "tailwindcss"; @import "{put.root.as_posix()}/c.css";')
        for name in ("a.js", "b.js", "c.css"):
            put(name)
        assert set(read_source(put.root, 3).files) == {"tailwind.config.js", "app.css", "b.js"}

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

    def test_where_imports_stand_in_a_module(self, put):
        config = """
            import a from"./m/1";export{b}from'./m/2'
            const c=require( './m/3' ),d=await import("./m/4")
            transform("./m/5"); const $from = "./m/6"; xrequire("./m/7"); require(`./m/8`)
        """
        put("tailwind.config.js", config)
        for number in range(1, 9):
            put(f"m/{number}.js")
        names = {f"m/{number}.js" for number in range(1, 5)}
        assert set(read_source(put.root, 3).files) - {"tailwind.config.js", "m/6.js"} == names

    def test_a_configuration_that_cannot_be_read(self, put):
        (put.root / "tailwind.config.js").write_bytes(b"\xff\xfe")
        with pytest.raises(SourceError, match="cannot be read as UTF-8"):
            read_source(put.root, 2)


class TestPackages:
    def test_a_package_comes_with_all_that_it_needs(self, put):
        put("tailwind.config.js", "module.exports = { plugins: [require('p/plugin')] }")
        put("node_modules/p/package.json", '{"exports": {"./plugin": "./lib/plugin.js"}}')
        put("node_modules/p/lib/plugin.js", "require('./near'); require('q'); require('./part')")
        put("node_modules/p/lib/near.js", "import '../data.json'")
        put("node_modules/p/data.json", "{}")
        put("node_modules/p/lib/part/package.json", '{"main": "main.js"}')
        put("node_modules/p/lib/part/main.js")
        put("node_modules/q/index.mjs")
        put("node_modules/unused/index.js")
        source = read_source(put.root, 3)
        assert set(source.files) == {
            "tailwind.config.js", "node_modules/p/lib/plugin.js", "node_modules/p/lib/near.js",
            "node_modules/p/data.json", "node_modules/p/lib/part/main.js",
            "node_modules/q/index.mjs",
        }  # fmt: skip
        assert source.modules == {
            "tailwind.config.js": {"p/plugin": "node_modules/p/lib/plugin.js"},
            "node_modules/p/lib/plugin.js": {
                "q": "node_modules/q/index.mjs",
                "./part": "node_modules/p/lib/part/main.js",
            },
        }
        assert source.to_data()["modules"] == source.modules
        assert "sheets" not in source.to_data()
        assert source.watched == (
            "node_modules/p/lib/part/package.json",
            "node_modules/p/package.json",
            "node_modules/q/package.json",
        )

    def test_what_the_engines_bring_along_is_not_read(self, put):
        names = sorted(tailwind_files.BUNDLED_MODULES)
        put(
            "tailwind.config.js",
            "".join(f"require('{name}'); require('{name}.js');" for name in names),
        )
        for name in names:
            put(f"node_modules/{name}/index.js")
        source = read_source(put.root, 3)
        assert set(source.files) == {"tailwind.config.js"}
        assert source.watched == ()

    def test_a_missing_package_is_watched_for(self, put):
        put("tailwind.config.js", "require('p'); require('./near')")
        home = "node_modules"
        assert read_source(put.root, 3).watched == (home, f"{home}/p", f"{home}/p/package.json")

    def test_style_sheets_of_packages(self, put):
        put("src/app.css", TAILWIND + "@import 'p'; @import '~p/more.css'; @import 'gone';")
        put("node_modules/p/package.json", '{"style": "css/a.css"}')
        put("node_modules/p/css/a.css", "@import './b'; @import 'q'; p { background: url(x.svg) }")
        put("node_modules/p/css/b.css", "@import '../gone.css';")
        put("node_modules/p/more.css")
        put("node_modules/q/index.css", "@plugin './q.js';")
        put("node_modules/q/q.js")
        source = read_source(put.root, 4)
        home = "node_modules"
        assert set(source.files) == {
            "src/app.css", f"{home}/p/css/a.css", f"{home}/p/css/b.css", f"{home}/p/more.css",
            f"{home}/q/index.css", f"{home}/q/q.js",
        }  # fmt: skip
        assert source.sheets["src/app.css"] == {
            "p": f"{home}/p/css/a.css",
            "~p/more.css": f"{home}/p/more.css",
        }
        assert source.sheets[f"{home}/p/css/a.css"]["q"] == f"{home}/q/index.css"
        assert source.missing == (
            MissingSheet(f"{home}/p/css/b.css", 1, "../gone.css"),
            MissingSheet("src/app.css", 3, "gone"),
        )

    def test_a_file_of_the_site_comes_before_a_package(self, put):
        put("app.css", TAILWIND + "@import 'p.css'; @import 'p';")
        put("p.css")
        put("node_modules/p/index.css")
        source = read_source(put.root, 4)
        assert set(source.files) == {"app.css", "p.css"}

    def test_a_configuration_of_a_package(self, put):
        put("app.css", TAILWIND + "@config 'p/tailwind';")
        put("node_modules/p/tailwind.js", "require('./near')")
        put("node_modules/p/near.js")
        source = read_source(put.root, 3)
        assert source.config == "node_modules/p/tailwind.js"
        assert set(source.files) == {"app.css", source.config, "node_modules/p/near.js"}

    def test_a_package_that_is_linked_from_the_repository(self, put, tmp_path):
        (tmp_path / ".git").mkdir()
        package = tmp_path / "packages/p"
        package.mkdir(parents=True)
        (package / "index.js").write_text("require('./near'); require('../secret')")
        (package / "near.js").write_text("")
        (tmp_path / "packages/secret.js").write_text("secret")
        put("tailwind.config.js", "require('p')")
        (put.root / "node_modules").mkdir()
        (put.root / "node_modules/p").symlink_to(package)
        source = read_source(put.root, 3)
        assert set(source.files) == {
            "tailwind.config.js", "../packages/p/index.js", "../packages/p/near.js",
        }  # fmt: skip

    def test_packages_have_their_own_limits(self, put, monkeypatch):
        monkeypatch.setattr(tailwind_files, "_MAX_PACKAGE_FILES", 5)
        put("tailwind.config.js", "require('p'); require('./near')")
        put("near.js")
        put("node_modules/p/index.js", "".join(f"require('./{number}');" for number in range(9)))
        for number in range(9):
            put(f"node_modules/p/{number}.js", "x" * 50)
        assert len(read_source(put.root, 3).files) == 2 + 5
        monkeypatch.setattr(tailwind_files, "_MAX_PACKAGE_SIZE", 200)
        assert len(read_source(put.root, 3).files) == 2 + 3  # the third passes the limit

    def test_a_file_of_a_package_that_is_no_text_is_left_out(self, put):
        put("tailwind.config.js", "require('p')")
        put("node_modules/p/index.js", "require('./x')")
        (put.root / "node_modules/p/x.js").write_bytes(b"\xff")
        assert set(read_source(put.root, 3).files) == {
            "tailwind.config.js", "node_modules/p/index.js",
        }  # fmt: skip

    def test_a_circle_of_packages(self, put):
        put("tailwind.config.js", "require('p')")
        put("node_modules/p/index.js", "require('q')")
        put("node_modules/q/index.js", "require('p'); require('./index')")
        assert len(read_source(put.root, 3).files) == 3


class TestData:
    CONFIG = """
        const fs = require('fs')
        fs.readFileSync(path.join(__dirname, '../data/a.json'))
        fs.readFileSync(path.join(process.cwd(), 'data', "b.yml"))
        fs.readFileSync('data/c.toml'); fs.readFileSync('data/d.png')
        fs.readFileSync('../../secret.json'); fs.readFileSync('data/gone.json')
    """

    def test_data_that_a_module_reads_comes_along(self, put):
        put("tailwind.config.js", "require('./theme/x')")
        put("theme/x.js", self.CONFIG)
        for name in ("a.json", "b.yml", "c.toml", "d.png"):
            put(f"data/{name}", name)
        (put.root.parent / "secret.json").write_text("secret")
        files = read_source(put.root, 3).files
        assert set(files) == {
            "tailwind.config.js", "theme/x.js", "data/a.json", "data/b.yml", "data/c.toml",
        }  # fmt: skip
        assert files["data/a.json"] == "a.json"

    def test_only_of_a_module_that_reads_files(self, put):
        put("tailwind.config.js", "const name = 'data/a.json'")
        put("data/a.json")
        assert set(read_source(put.root, 3).files) == {"tailwind.config.js"}

    def test_not_of_a_package(self, put):
        put("tailwind.config.js", "require('p')")
        put("node_modules/p/index.js", "readFileSync('data/a.json')")
        put("data/a.json")
        assert "data/a.json" not in read_source(put.root, 3).files


class TestComplete:
    @pytest.mark.parametrize(
        "config",
        [
            "module.exports = { mode: 'jit' }",
            'module.exports = { "mode" : "jit" }',
            "module.exports = { mode: process.env.X ? `jit` : undefined }",
        ],
    )
    def test_tailwind_2_in_its_just_in_time_mode(self, put, config):
        put("tailwind.config.js", config)
        source = read_source(put.root, 2)
        assert not source.is_complete
        assert source.to_data()["jit"] is True
        assert "jit" not in read_source(put.root, 3).to_data()

    @pytest.mark.parametrize(
        "config", ["module.exports = {}", "if (config('mode') === 'jit') {}", "x = { a: 'jit' }"]
    )
    def test_tailwind_2_ahead_of_time(self, put, config):
        put("tailwind.config.js", config)
        source = read_source(put.root, 2)
        assert source.is_complete
        assert set(source.to_data()) == {"files", "config", "css"}

    def test_the_later_ones_never(self):
        assert not TailwindSource(3, {}).is_complete
        assert not TailwindSource(4, {}).is_complete
        assert TailwindSource(2, {}).is_complete


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a b a", {"a": 2, "b": 1}),
        ("class='p-4 m-2' x`grow`", {"p-4": 1, "m-2": 1, "grow": 1, "class=": 1, "x": 1}),
        ("<p>after</p>", {"after": 1}),
        ("Word 1x #a", {}),
        ("*:p-1 @container [x:y] -m-1 !p-2", {"*:p-1": 1, "@container": 1, "[x:y]": 1,
                                             "-m-1": 1, "!p-2": 1}),
        ("end. and, so: is; it? yes!", {"end": 1, "and": 1, "so": 1, "is": 1, "it": 1, "yes": 1}),
        ("a|b a{b a\\b", {"a": 3}),
    ],
)  # fmt: skip
def test_words_are_counted(put, text, words):
    assert count_words([put("a.md", text)]) == words


def test_words_that_may_be_classes(put):
    page = put("a.md", "tailwind:\n  box: 'mt-4 -ml-2 !p-0 [&>p]:mt-1 w-[3px]'\n  x: \"a.b,\"\n")
    template = put("t.html", '<p class="sm:flex {{ x }} grow">Words. And more</p>')
    words = set(count_words([page, template, put.root / "missing"]))
    assert {"mt-4", "-ml-2", "!p-0", "w-[3px]", "sm:flex", "grow"} <= words
    assert not {"Words.", "{{", "tailwind:"} & words
