"""Configurations as people write them: what they take from Node, and where they are misspelt."""

from __future__ import annotations

import pytest

from designer.engine.tailwind_build import TailwindBuilder
from designer.errors import EngineError
from designer.site import TailwindSource
from designer.tailwind import Sheet
from tests.patience import WAIT_MS

pytestmark = pytest.mark.engine

GENERATIONS = pytest.mark.parametrize("generation", [2, 3, 4])


@pytest.fixture
def build(qtbot, tmp_path):
    """Build a site's files, of which `tailwind.config.js` is the configuration."""
    builder = TailwindBuilder(tmp_path / "cache")

    def run(generation, files, classes=(), config="tailwind.config.js", css=None):
        results = []
        source = TailwindSource(generation, files, config, css)
        builder.build(source, classes, results.append)
        qtbot.waitUntil(lambda: bool(results), timeout=WAIT_MS)
        return results[0]

    yield run
    builder.close()


@GENERATIONS
@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("module.exports = {\n  theme: {}\n  plugins: [],\n}\n", 3, "identifier 'plugins'"),
        ("module.exports = {\n  theme:{,\n}}\n", 2, "Unexpected token ','"),
        ("module.exports = {\n  theme: {\n\n", 2, "Unexpected end of the file"),
        ("let a = 1\nlet a = 2\nmodule.exports = {}", 2, "already been declared"),
        ("let a = f(\n  1,\n  2\n  3)\nmodule.exports = {}", 4, "Unexpected token"),
        ("module.exports = {\n  a: 'b,\n}", 2, "Unterminated string"),
    ],
)
def test_a_misspelt_configuration_is_told_with_its_place(build, generation, text, line, words):
    error = build(generation, {"tailwind.config.js": text})
    assert isinstance(error, EngineError)
    assert f"used: tailwind.config.js, line {line}: " in str(error)
    assert words in str(error)


@GENERATIONS
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("theme.js", "\nmodule.exports = {,}"),
        ("theme.json", '{\n"a": }'),
        ("theme.ts", "\nlet = }"),
    ],
)
def test_the_file_that_is_misspelt_is_named(build, generation, name, text):
    error = build(
        generation,
        {"tailwind.config.js": f"module.exports = require('./{name}')", name: text},
    )
    assert f"{name}, line 2: " in str(error)


@pytest.mark.parametrize("rule", ["config", "plugin"])
def test_a_misspelt_module_of_a_style_sheet_is_told_with_its_place(build, rule):
    files = {
        "a.css": f'@import "tailwindcss";\n@{rule} "./own.js";',
        "own.js": "\nmodule.exports = [",
    }
    assert "own.js, line 2: " in str(build(4, files, config=None, css="a.css"))


EVERYDAY = """
const path = require('path')
const { join } = require('node:path')
const process = require('process')
const {default: flattened} = require('tailwindcss/lib/util/flattenColorPalette')
const callable = require('tailwindcss/lib/util/flattenColorPalette.js')
const plugin = require('tailwindcss/plugin')
const said = [
  path.join('/a', '../b', './c.js'), path.resolve(__dirname, 'x/'), path.resolve('/a', '/b', '..'),
  path.dirname('/a/b.js'), path.dirname('a'), path.basename('/a/b.js', '.js'),
  path.extname('a.b.css'), path.extname('.env'), path.relative('/a/b', '/a/c'), path.sep,
  __filename, __dirname, process.cwd(), join('a', '..'), typeof process.env.HOME,
  JSON.stringify(process.env),
].join(' ')
const expected = '/b/c.js /x / /a . b .css  ../c / /tailwind.config.js / / . undefined {}'
if (said !== expected) throw new Error(said)
module.exports = {
  content: [path.join(__dirname, 'src/**/*.html')],
  theme: { extend: { colors: { brand: process.env.BRAND || '#ff8800' } } },
  plugins: [plugin(({ addUtilities, theme }) => {
    const names = Object.keys({ ...flattened(theme('colors')), ...callable({ one: 'red' }) })
    if (!names.includes('brand') || !names.includes('one')) throw new Error(names)
    addUtilities({ '.tilt': { transform: 'rotate(3deg)' } })
  })],
}
"""

MODERN = """
import path, { join } from 'node:path'
import flattened from 'tailwindcss/lib/util/flattenColorPalette'
const brand = process.env.BRAND || '#ff8800'
if (join('a', 'b') !== path.join('a', 'b')) throw new Error('path')
export default { theme: { extend: { colors: flattened({ brand: { DEFAULT: brand } }) } } }
"""


@GENERATIONS
def test_a_configuration_has_what_it_takes_from_node(build, generation):
    sheet = build(generation, {"tailwind.config.js": EVERYDAY}, ["tilt", "bg-brand"])
    assert isinstance(sheet, Sheet), sheet
    assert {"tilt", "bg-brand"} <= sheet.classes.keys()


@GENERATIONS
def test_so_has_a_module_of_ecmascript(build, generation):
    sheet = build(generation, {"tailwind.config.js": MODERN}, ["bg-brand"])
    assert isinstance(sheet, Sheet), sheet
    assert "bg-brand" in sheet.classes


def test_files_and_programs_stay_out_of_reach(build):
    for name in ("fs", "node:fs", "child_process", "os"):
        error = build(3, {"tailwind.config.js": f"require('{name}')"})
        assert f'The module "{name}" is not available' in str(error)
