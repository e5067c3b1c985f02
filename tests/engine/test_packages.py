"""Packages that a site's Tailwind asks for: used if installed; a missing one costs only itself."""

from __future__ import annotations

import json
import re

import pytest

from designer.engine.tailwind_build import TailwindBuilder
from designer.errors import EngineError
from designer.site.tailwind_source import read_source
from designer.tailwind import Sheet, StyleGap
from tests.patience import WAIT_MS

pytestmark = pytest.mark.engine

GENERATIONS = pytest.mark.parametrize("generation", [2, 3, 4])

BASE = {
    2: "@tailwind base;\n@tailwind components;\n@tailwind utilities;\n",
    3: "@tailwind base;\n@tailwind components;\n@tailwind utilities;\n",
    4: '@import "tailwindcss";\n@config "./tailwind.config.js";\n',
}
SMALL = (
    "corePlugins: ['preflight', 'padding', 'textColor']"  # the whole of Tailwind 2 takes seconds
)


@pytest.fixture
def site(qtbot, tmp_path):
    """A function that writes files, and one that builds classes from them."""
    root = tmp_path / "site"
    root.mkdir()
    builder = TailwindBuilder(tmp_path / "cache")

    class Written:
        folder = root

        def put(self, files):
            for path, text in files.items():
                file = root / path
                file.parent.mkdir(parents=True, exist_ok=True)
                whole = text if isinstance(text, str) else json.dumps(text)
                file.write_text(whole, encoding="utf-8")
            return self

        def build(self, generation, *classes):
            results = []
            source = read_source(root, generation)
            builder.build(source, classes, results.append)
            qtbot.waitUntil(lambda: bool(results), timeout=WAIT_MS)
            return results[0]

        def sheet(self, generation, *classes):
            result = self.build(generation, *classes)
            assert isinstance(result, Sheet), result
            return result

    yield Written()
    builder.close()


def gap(package, line=None, file="tailwind.config.js", message=None):
    return StyleGap(package, file, line, message)


PLUGINS = {
    "node_modules/cjs/package.json": {"main": "lib/main"},
    "node_modules/cjs/lib/main.js": """
        const plugin = require('tailwindcss/plugin')
        const { colour } = require('deep/colours')
        const data = require('../data.json')
        module.exports = plugin(({ addUtilities }) => addUtilities({
          '.from-cjs': { color: colour, width: data.width },
        }))
    """,
    "node_modules/cjs/data.json": {"width": "7px"},
    "node_modules/cjs/node_modules/deep/package.json": {"exports": {"./*": "./src/*.js"}},
    "node_modules/cjs/node_modules/deep/src/colours.js": "exports.colour = '#010203'",
    "node_modules/@own/esm/package.json": {
        "type": "module",
        "exports": {".": {"types": "./index.d.ts", "import": "./dist/index.mjs"}},
    },
    "node_modules/@own/esm/dist/index.mjs": (
        "import p from'tailwindcss/plugin';import{width}from'./width.mjs';"
        "var q=p.withOptions((o={})=>({addUtilities:a})=>a({'.from-esm':{width:o.width??width}}));"
        "export{q as default};"
    ),
    "node_modules/@own/esm/dist/width.mjs": "export const width = '9px'",
}


@GENERATIONS
def test_plug_ins_of_installed_packages(site, generation):
    config = f"""
        import own from '@own/esm'
        import cjs from 'cjs'
        import local from './theme/local'
        export default {{ {SMALL}, plugins: [own, cjs, local] }}
    """
    local = "module.exports = ({ addUtilities }) => addUtilities({ '.from-here': { top: '1px' } })"
    site.put(PLUGINS | {"tailwind.config.js": config, "theme/local.js": local})
    if generation == 4:
        site.put({"app.css": BASE[4]})
    names = ["from-cjs", "from-esm", "from-here"]
    sheet = site.sheet(generation, *names)
    css = sheet.utilities_css(names)
    assert set(names) <= set(sheet.classes)
    assert "color:#010203" in css
    assert "width:7px" in css
    assert "width:9px" in css
    assert sheet.gaps == ()


def test_plug_ins_of_a_style_sheet(site):
    css = """@import "tailwindcss";
        @plugin "cjs";
        @plugin "@own/esm" { width: 11px; }
        @plugin "../theme/local.js";
    """
    local = "export default ({ addUtilities }) => addUtilities({ '.from-here': { top: '1px' } })"
    site.put(PLUGINS | {"src/app.css": css, "theme/local.js": local})
    names = ["from-cjs", "from-esm", "from-here"]
    sheet = site.sheet(4, *names)
    assert set(names) <= set(sheet.classes)
    assert "width:11px" in sheet.utilities_css(names)
    assert sheet.gaps == ()


def test_a_changed_package_is_built_anew(site):
    site.put(PLUGINS | {"tailwind.config.js": "module.exports = { plugins: [require('cjs')] }"})
    assert "width:7px" in site.sheet(3, "from-cjs").utilities_css(["from-cjs"])
    site.put({"node_modules/cjs/data.json": {"width": "8px"}})
    assert "width:8px" in site.sheet(3, "from-cjs").utilities_css(["from-cjs"])


@GENERATIONS
def test_presets_of_packages(site, generation):
    preset = "module.exports = { theme: { extend: { colors: { brand: '#010203' } } } }"
    config = f"module.exports = {{ {SMALL}, presets: [require('look')] }}"
    site.put({"tailwind.config.js": config, "node_modules/look/index.js": preset})
    sheet = site.sheet(generation, "text-brand")
    assert "text-brand" in sheet.classes
    assert sheet.theme["colors"]["brand"] == "#010203"


def test_a_configuration_from_a_package(site):
    config = "module.exports = { theme: { extend: { colors: { brand: '#010203' } } } }"
    for generation in (3, 4):
        start = BASE[3] if generation == 3 else '@import "tailwindcss";\n'
        site.put({"app.css": f"{start}@config 'look/tailwind';"})
        site.put({"node_modules/look/tailwind.js": config})
        assert "text-brand" in site.sheet(generation, "text-brand").classes


MISSING = f"""
const flow = require('flow/plugin')
const {{ ui }} = require('@ui/react')
const flat = require('flat').default
const Maker = require('maker')
module.exports = require('with-all')({{
  {SMALL},
  content: [],
  presets: [require('a-preset'), require('b-preset').preset({{ a: 1 }})],
  theme: {{
    fontFamily: {{ own: [require('fonts').sans, 'serif'] }},
    extend: {{
      ...require('theme').theme,
      colors: {{ ...require('pal').colors, brand: '#010203', ink: require('pal').ink }},
      spacing: {{ wide: `${{require('pal').width}}9px` }},
    }},
  }},
  plugins: [
    require('daisyui'), flow, ui({{ layout: {{}} }}), flat(), new Maker(), ...require('many'),
    require('with-options')({{ strategy: 'class' }}),
  ],
}})
"""


@GENERATIONS
def test_missing_packages_cost_only_their_own_utilities(site, generation):
    site.put({"tailwind.config.js": MISSING})
    sheet = site.sheet(generation, "text-brand", "p-wide", "p-4", "btn")
    assert {"text-brand", "p-4", "p-wide"} <= set(sheet.classes)
    assert "btn" not in sheet.classes
    assert "9px" in sheet.utilities_css(["p-wide"])
    assert "1rem" in sheet.utilities_css(["p-4"]) or generation == 4
    assert sheet.theme["fontFamily"]["own"] == ["serif"]
    assert [(each.package, each.line) for each in sheet.gaps] == [
        ("flow", 2), ("@ui/react", 3), ("flat", 4), ("maker", 5), ("with-all", 6), ("a-preset", 9),
        ("b-preset", 9), ("fonts", 11), ("theme", 13), ("pal", 14), ("daisyui", 19), ("many", 19),
        ("with-options", 20),
    ]  # fmt: skip
    assert {(each.file, each.message) for each in sheet.gaps} == {("tailwind.config.js", None)}


@GENERATIONS
@pytest.mark.parametrize(
    "config",
    [
        "export { default } from 'gone'",
        "import gone from 'gone'\nexport default { ...gone, plugins: [gone] }",
        "import * as gone from 'gone'\nexport default { plugins: [gone], presets: [gone] }",
        "module.exports = { plugins: [require('gone').first.second(1)(2)] }",
        "class X extends require('gone').Base {}\nmodule.exports = { plugins: [new X().y] }",
    ],
)
def test_however_a_missing_package_is_used(site, generation, config):
    site.put({"tailwind.config.js": config})
    sheet = site.sheet(generation, "p-4")
    assert "p-4" in sheet.classes
    assert [each.package for each in sheet.gaps] == ["gone"]


@GENERATIONS
def test_what_only_a_missing_package_defines_is_left_out_of_the_style_sheet(site, generation):
    css = f"""{BASE[generation]}
        .a {{ @apply btn p-4 hover:btn; }}
        .b {{ @apply btn !important; color: red }}
        .c {{ color: theme(colors.base-100); width: 1px }}
        .d {{ @apply text-base-content; @apply p-4; }}
        .e {{ @apply sm:p-0.5 a; }}
    """
    config = f"module.exports = {{ {SMALL}, plugins: [require('daisyui')] }}"
    site.put({"tailwind.config.js": config})
    site.put({"app.css": css})
    sheet = site.sheet(generation, "a", "b", "c", "d", "p-4")
    css = sheet.utilities_css(["a", "b", "c", "d"])
    assert re.sub(r"calc\(.*?4\)", "1rem", css[css.rindex(".a{") :]) == (
        ".a{padding:1rem}\n.b{color:red}\n.c{width:1px}\n.d{padding:1rem}"
    )
    own = sheet.utilities_css(["e"])[len(sheet.utilities_css([])) :]
    assert "@media" in own
    assert ("padding:1rem" in own) == (generation < 4), (
        "later ones do not apply classes of the site"
    )
    assert [each.package for each in sheet.gaps] == ["daisyui"]
    more = site.sheet(generation, "a", "p-8")
    assert {"a", "p-8"} <= set(more.classes)


@GENERATIONS
def test_without_a_gap_an_unknown_name_stays_an_error(site, generation):
    site.put({"tailwind.config.js": "module.exports = {}"})
    site.put({"app.css": BASE[generation] + ".a { @apply btn; }"})
    assert isinstance(site.build(generation, "a"), EngineError)


def test_missing_plug_ins_of_a_style_sheet(site):
    css = """@import "tailwindcss";
        @plugin "daisyui" { themes: light --default; }
        @plugin "flow/plugin";
        @plugin "./gone";
        @config "../gone.config.js";
        .a { @apply btn p-4; }
    """
    site.put({"src/app.css": css})
    sheet = site.sheet(4, "a", "p-4")
    assert {"a", "p-4"} <= set(sheet.classes)
    assert set(sheet.gaps) == {
        gap("daisyui", 2, "src/app.css"),
        gap("flow", 3, "src/app.css"),
        gap("./gone", 4, "src/app.css"),
        gap("../gone.config.js", 5, "src/app.css"),
    }


BROKEN = f"""
const plugin = require('tailwindcss/plugin')
module.exports = {{
  {SMALL},
  plugins: [
    plugin(({{ addUtilities }}) => {{
      addUtilities({{ '.before': {{ color: 'red' }} }})
      throw new Error('one')
    }}),
    ({{ theme }}) => theme.nothing.at.all,
    plugin.withOptions((options) => options.missing.name),
    {{ handler() {{ throw new TypeError('four') }}, config: {{ theme: {{}} }} }},
    require('broken'),
    ({{ addUtilities }}) => addUtilities({{ '.after': {{ color: 'red' }} }}),
  ],
}}
"""


@GENERATIONS
def test_a_plug_in_that_fails_costs_only_its_own_utilities(site, generation):
    broken = "const fs = require('fs')\nmodule.exports = JSON.parse(fs.readFileSync('x'))"
    site.put({"tailwind.config.js": BROKEN, "node_modules/broken/index.js": broken})
    sheet = site.sheet(generation, "before", "after", "p-4")
    assert {"before", "after", "p-4"} <= set(sheet.classes)
    assert {(each.file, each.line, each.message) for each in sheet.gaps} == {
        ("node_modules/broken/index.js", 2, 'The file "x" is not available in the preview.'),
        ("tailwind.config.js", 8, "one"),
        ("tailwind.config.js", 10, "Cannot read properties of undefined (reading 'at')"),
        ("tailwind.config.js", 11, "Cannot read properties of undefined (reading 'missing')"),
        ("tailwind.config.js", 12, "four"),
    }
    assert {each.package for each in sheet.gaps} == {None}


@pytest.mark.parametrize("generation", [3, 4])
def test_a_plug_in_that_fails_on_a_class_costs_only_that_class(site, generation):
    config = """
        module.exports = { plugins: [({ matchUtilities, addVariant }) => {
          const fail = () => { throw new Error('spoiled') }
          const spoil = (value) => value === 'x' ? fail() : { top: value }
          matchUtilities({ spoil }, { values: { x: 'x', y: '2px' } })
          addVariant('odd', '&:nth-child(odd)')
        }] }
    """
    site.put({"tailwind.config.js": config, "app.css": BASE[generation]})
    sheet = site.sheet(generation, "spoil-x", "spoil-y", "p-4", "odd:p-4")
    assert {"spoil-y", "p-4", "odd:p-4"} <= set(sheet.classes)
    assert "spoil-x" not in sheet.classes
    assert [(each.message, each.line) for each in sheet.gaps] == [("spoiled", 3)]


def test_a_package_that_needs_node_is_used_as_far_as_it_can_be(site):
    package = """
        const fs = require('fs'), util = require('util')
        const { execSync } = require('node:child_process')
        module.exports = ({ addUtilities }) => addUtilities({ '.fine': { color: 'red' } })
        module.exports.later = () => fs.readdirSync('.')
    """
    site.put({
        "tailwind.config.js": "module.exports = { plugins: [require('p'), require('p').later] }",
        "node_modules/p/index.js": package,
    })  # fmt: skip
    sheet = site.sheet(3, "fine")
    assert "fine" in sheet.classes
    assert [each.message for each in sheet.gaps] == [
        'The module "fs" is not available in the preview.'
    ]


STYLES = {
    "node_modules/moves/package.json": {
        "exports": {".": {"style": "./dist/moves.css"}, "./*": {"style": "./dist/*.css"}},
    },
    "node_modules/moves/dist/moves.css": "@import './inner/first.css';\n.moves { left: 1px }",
    "node_modules/moves/dist/inner/first.css": "@import '@own/base';\n.first { left: 2px }",
    "node_modules/moves/dist/more.css": ".more { left: 3px }",
    "node_modules/@own/base/index.css": ".base { left: 4px }",
}


@GENERATIONS
def test_style_sheets_of_packages(site, generation):
    imports = "@import 'moves';\n@import 'moves/more' screen;\n@import 'gone/x.css';\n"
    config = f"module.exports = {{ {SMALL} }}"
    start = BASE[generation]
    site.put(STYLES | {"app.css": imports + start, "tailwind.config.js": config})
    if generation == 4:
        site.put({"app.css": start + imports})
    names = ["moves", "first", "more", "base", "p-4"]
    sheet = site.sheet(generation, *names)
    assert set(names) <= set(sheet.classes)
    css = sheet.utilities_css(names)
    assert css.index(".base{left:4px}") < css.index(".first{left:2px}") < css.index(".moves{")
    assert "@media screen{.more{left:3px}}" in css
    assert sheet.gaps == ()
    assert [each.name for each in read_source(site.folder, generation).missing] == ["gone/x.css"]


@GENERATIONS
def test_a_configuration_reads_data_of_the_site(site, generation):
    config = f"""
        const fs = require('fs'), path = require('path')
        const file = path.join(__dirname, 'data', 'theme.json')
        if (!fs.existsSync(file) || fs.existsSync('/etc/passwd')) throw new Error('exists')
        const {{ colour }} = JSON.parse(fs.readFileSync(file, 'utf8'))
        module.exports = {{ {SMALL}, theme: {{ extend: {{ colors: {{ brand: colour }} }} }} }}
    """
    site.put({"tailwind.config.js": config, "data/theme.json": {"colour": "#010203"}})
    assert "text-brand" in site.sheet(generation, "text-brand").classes


def test_data_that_is_not_there_is_named(site):
    config = "\nconst text = require('fs').readFileSync('data/gone.json')"
    error = site.put({"tailwind.config.js": config}).build(3)
    assert isinstance(error, EngineError)
    assert 'tailwind.config.js, line 2: The file "data/gone.json" is not' in str(error)


def test_a_package_that_is_too_large_is_told(site):
    site.put({
        "tailwind.config.js": "module.exports = { plugins: [require('p'), require('q')] }",
        "node_modules/p/index.js": "// " + "x" * 1_000_001,
        "node_modules/q/index.js": "module.exports = require('./part')",
        "node_modules/q/part.js": "// " + "x" * 1_000_001,
    })  # fmt: skip
    sheet = site.sheet(3, "p-4")
    assert "p-4" in sheet.classes
    assert [each.message for each in sheet.gaps] == [
        'The module "node_modules/p/index.js" is no text, or too large.',
        'The module "./part" is not available in the preview.',
    ]


def test_what_is_told_of_a_plug_in_has_limits(site):
    config = """
        const plugins = Array.from({ length: 300 }, (_, number) => () => {
          throw new Error(`${number} ${'x'.repeat(9999)}`)
        })
        module.exports = { plugins }
    """
    sheet = site.put({"tailwind.config.js": config}).sheet(3, "p-4")
    assert len(sheet.gaps) == 100
    assert {len(each.message) for each in sheet.gaps} == {500}


def test_modules_of_node_and_paths_of_modules(site):
    config = """
        import { createRequire } from 'node:module'
        import { dirname } from 'node:path'
        import { fileURLToPath } from 'node:url'
        const require = createRequire(import.meta.url)
        const here = dirname(fileURLToPath(import.meta.url))
        const { brand } = require('./colours.cjs')
        export default {
          content: [require.resolve('ui'), require.resolve('./gone')],
          theme: { extend: { colors: { brand }, spacing: { here: here === '/' ? '3px' : '' } } },
        }
    """
    site.put({"tailwind.config.mjs": config, "colours.cjs": "exports.brand = '#010203'"})
    sheet = site.sheet(3, "text-brand", "p-here")
    assert {"text-brand", "p-here"} <= set(sheet.classes)
    assert sheet.gaps == ()


def test_a_script_with_a_line_like_an_import_is_no_module(site):
    config = (
        "const a = `\nimport x from 'y'\n`\nmodule.exports = { theme: { spacing: { a: '3px' } } }"
    )
    assert "p-a" in site.put({"tailwind.config.js": config}).sheet(3, "p-a").classes
