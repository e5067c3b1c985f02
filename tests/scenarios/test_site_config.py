"""A site's own Tailwind configuration is built in a hidden page; the preset paints meanwhile."""

from __future__ import annotations

import shutil

import pytest

from designer import bundled
from designer.project import PageLocation
from tests.process import run

pytestmark = [pytest.mark.engine, pytest.mark.scenario]

CONFIG = """
const plugin = require('tailwindcss/plugin')
module.exports = {
  theme: {extend: {colors: {brand: '#ff8800'}, spacing: {huge: '300px'}}},
  plugins: [plugin(({addUtilities}) => addUtilities({'.tilt': {transform: 'rotate(3deg)'}}))],
}
"""


def restyle(sample):
    page = sample / "content" / "pages" / "visit.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("text-accent2 font-2 text-sm", "text-brand tilt pt-huge"), "utf-8")
    return page


def test_own_config(app, sample):
    (sample / "tailwind.config.js").write_text(CONFIG, encoding="utf-8")
    window = app(restyle(sample))
    label = '[data-fp-slot="tailwind.label"]'
    window.until(lambda: window.style(label, "color") == "rgb(255, 136, 0)", "the own styles")
    assert window.style(label, "paddingTop") == "300px"
    assert window.style(label, "transform") != "none"
    assert window.bar("config") == ""


def test_a_config_that_says_what_the_preset_says_shows_nothing_anew(app, sample):
    preset = bundled.folder("resources") / "presets" / "g1.config.js"
    (sample / "tailwind.config.js").write_bytes(preset.read_bytes())
    window = app(sample)
    revision = window.program.preview.revision
    window.until(lambda: not window.program.styles.is_busy, "the own styles")
    window.settle()
    assert window.program.preview.revision == revision


def test_own_style_sheet(app, sample):
    (sample / "tailwind.config.js").write_text(CONFIG, encoding="utf-8")
    (sample / "styles").mkdir()
    (sample / "styles" / "site.css").write_text(
        "@tailwind base; @tailwind components; .tilt { outline: 3px solid red }"
        " @tailwind utilities; @layer utilities { .text-brand { @apply pt-huge; } }",
        encoding="utf-8",
    )
    window = app(restyle(sample))
    label = '[data-fp-slot="tailwind.label"]'
    window.until(lambda: window.style(label, "outlineColor") == "rgb(255, 0, 0)", "the own styles")
    assert window.style(label, "transform") != "none"
    assert window.style(label, "paddingTop") == "300px"


def test_broken_config_says_so_and_shows_the_preset(app, sample):
    (sample / "tailwind.config.js").write_text(
        "module.exports = {theme: nothing}", encoding="utf-8"
    )
    window = app(sample)
    window.until(lambda: bool(window.bar("config")), "the notice")
    assert "nothing" in window.bar("config")
    assert window.text('[data-fp-root^="block:"] h2')


def test_notices_about_a_site_leave_with_it(app, sample, tmp_path):
    other = tmp_path / "other"
    shutil.copytree(sample, other)
    (sample / "tailwind.config.js").write_text(
        "module.exports = {theme: nothing}", encoding="utf-8"
    )
    for name in ("one", "two"):
        folder = sample / "designer" / "templates" / name
        folder.mkdir(parents=True)
        (folder / "block.yaml").write_text("fields: 3", encoding="utf-8")
    window = app(sample)
    window.until(lambda: bool(window.bar("config")), "the notice")
    assert "one" in window.bar("types")
    assert "two" in window.bar("types")
    window.program.open(PageLocation.find(other))
    window.settle()
    assert window.bar("config") == window.bar("types") == ""


def test_static_page_has_the_own_styles(app, sample, tmp_path):
    (sample / "tailwind.config.js").write_text(CONFIG, encoding="utf-8")
    out = tmp_path / "out.html"
    done = run("render", restyle(sample), "--html", out)
    assert done.returncode == 0, done.stderr
    assert ".tilt" in out.read_text(encoding="utf-8")
