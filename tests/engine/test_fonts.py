"""Fonts that are not on this computer have similar fallbacks under their own names."""

import json

import pytest
from PySide6.QtGui import QFontDatabase

from designer import bundled
from designer.engine.font_fallback import FontFallback

NAMES = "“Jost”, “Rufina”, “Space Mono”"
WIDTH = """(family => {
  const span = document.createElement('span');
  span.textContent = 'the quick brown fox jumps over the lazy dog';
  span.style.cssText = `position:absolute;white-space:nowrap;font:100px/normal "${family}"`;
  document.body.append(span);
  const box = span.getBoundingClientRect();
  return [box.width / span.textContent.length / 100, box.height / 100];
})"""


@pytest.fixture
def fonts(qapp):
    found = FontFallback(None)
    found.families = ["Jost", "DejaVu Sans", "Nobody's Font", 'Bad"Name', "Space Mono"]
    return found


def test_only_what_is_missing_is_replaced(fonts):
    assert QFontDatabase.hasFamily("DejaVu Sans")
    assert fonts.replaced == ("Jost", "Nobody's Font", "Space Mono")
    css = fonts.css()
    assert 'DejaVu Sans";' not in css
    assert "Bad" not in css


def test_what_a_font_service_has_sent_is_not_replaced(fonts):
    fonts.service_css = "@font-face {\n  font-family: 'Jost';\n  src: url(x) }"
    assert fonts.replaced == ("Nobody's Font", "Space Mono")
    assert fonts.css().endswith(fonts.service_css)
    assert fonts.css().count("Jost") == 1


def test_files_of_the_site_come_first(qapp, tmp_path):
    (tmp_path / "Jost-Bold.woff2").write_bytes(b"")
    fonts = FontFallback(tmp_path)
    fonts.families = ["Jost"]
    assert fonts.replaced == ()
    assert 'url("/Jost-Bold.woff2")' in fonts.css()


def test_a_fallback_is_as_wide_and_as_high_as_the_font(app, sample):
    """In the real engine, within a few per cent of the measured figures of the font."""
    file = bundled.folder("resources") / "fonts" / "metrics.json"
    metrics = json.loads(file.read_text(encoding="utf-8"))
    document = sample / "content/global/index.json"
    data = json.loads(document.read_text(encoding="utf-8"))
    data["fonts"] = {
        "font1": "Jost:wght@400",
        "font2": "Rufina:wght@400",
        "font3": "Space Mono:wght@400",
    }
    document.write_text(json.dumps(data), encoding="utf-8")
    window = app(sample)
    assert window.window.bottom.fonts.text() == f"{NAMES} shown in a similar font"
    for family in ("Jost", "Rufina", "Space Mono"):
        font = metrics[family]
        width, height = window.js(f"{WIDTH}('{family}')")
        assert width == pytest.approx(font["width"], rel=0.06)
        assert height == pytest.approx(font["ascent"] + font["descent"] + font["gap"], rel=0.03)
    assert "Jost, sans-serif" in window.js(
        "getComputedStyle(document.documentElement).getPropertyValue('--font1')"
    )
