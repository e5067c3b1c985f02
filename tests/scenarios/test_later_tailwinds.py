"""Sites of Tailwind 3 and 4: their own styles, and classes that were never seen before.

Also of Tailwind 2 in its just-in-time mode, which builds only requested classes as well.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.process import run

pytestmark = [pytest.mark.engine, pytest.mark.scenario]

SITES = Path(__file__).parent.parent / "tailwind" / "sites"
HEADLINE = '[data-fp-slot="tailwind.headline"]'
SECTION = '[data-fp-slot="tailwind.section"]'
INK = "rgb(138, 60, 0)"
TEXT = '[data-fp-slot="tailwind.text"]'


@pytest.fixture(params=["v3", "v4"])
def site(request, tmp_path):
    copy = tmp_path / "site"
    shutil.copytree(SITES / request.param, copy)
    return copy


def second(selector):
    """The element of the second block."""
    return f"[data-fp-blocks] > :nth-child(2) {selector}"


def until_styled(window):
    window.until(lambda: window.style(HEADLINE, "color") == INK, "the site's own styles")


def test_a_site_has_its_own_styles(app, site):
    window = app(site)
    until_styled(window)
    assert window.style(SECTION, "paddingBottom") == "300px"
    window.until(lambda: window.style(SECTION, "paddingTop") == "72px", "the canvas is wide")
    assert window.style(HEADLINE, "color") == INK
    assert window.style(HEADLINE, "fontFamily").startswith("Jost")
    assert window.style('[data-fp-slot="tailwind.label"]', "backgroundColor") == "rgb(255, 136, 0)"
    assert window.style(TEXT, "paddingLeft") == "16px"
    assert window.style(second(SECTION), "color") == INK
    assert "/~files/src/img/dot.svg" in window.style(second(SECTION), "backgroundImage")
    assert window.bar("config") == ""


def test_a_class_that_was_never_seen(app, site):
    window = app(site)
    until_styled(window)
    window.choose(window.titles[0])
    slot = window.slot("tailwind", "headline")
    window.type_at(slot, 0, "mt-[37px] ")
    window.until(lambda: window.style(HEADLINE, "marginTop") == "37px", "the rule")
    window.type_at(slot, 0, "-skew-y-3 opacity-37 text-nonsense ")
    window.settle()
    assert window.style(HEADLINE, "marginTop") == "37px"
    assert window.style(HEADLINE, "color") == INK


def test_tailwind_2_in_its_just_in_time_mode(app, tmp_path):
    site = tmp_path / "site"
    shutil.copytree(SITES / "v2", site)
    window = app(site)
    until_styled(window)
    assert window.style(SECTION, "paddingBottom") == "300px"
    assert window.style(second(TEXT), "top") == "-3px"
    assert window.style(second(SECTION), "color") == INK
    window.choose(window.titles[0])
    slot = window.slot("tailwind", "headline")
    window.type_at(slot, 0, "mt-[37px] ")
    window.until(lambda: window.style(HEADLINE, "marginTop") == "37px", "the rule")
    window.type_at(slot, 0, "!opacity-20 text-nonsense ")
    window.until(lambda: window.style(HEADLINE, "opacity") == "0.2", "the rule")
    assert window.style(HEADLINE, "color") == INK
    assert window.bar("config") == ""
    window.until(lambda: not window.program.styles.is_busy, "the engine is idle")
    window.close()
    assert app(site).style(HEADLINE, "color") == INK, "the styles are there at once"


def test_opened_again_the_styles_are_there_at_once(app, site):
    window = app(site)
    until_styled(window)
    window.until(lambda: not window.program.styles.is_busy, "the engine is idle")
    window.close()
    again = app(site)
    assert again.style(HEADLINE, "color") == INK
    revision = again.program.preview.revision
    again.until(lambda: not again.program.styles.is_busy, "the engine is ready")
    again.settle()
    assert again.program.preview.revision == revision, "nothing had to be shown again"


def test_the_first_paint_does_not_wait_for_a_slow_site(app, site):
    slow = "const end = Date.now() + 10000; while (Date.now() < end);"
    if (config := site / "tailwind.config.ts").exists():
        config.write_text(config.read_text("utf-8") + slow, encoding="utf-8")
    else:
        plugin = site / "src" / "tilt.js"
        plugin.write_text(plugin.read_text("utf-8") + slow, encoding="utf-8")
    window = app(site)
    assert window.program.styles.is_busy, "the page is painted, its own styles are still built"
    assert window.style("body", "margin") == "0px"
    until_styled(window)


def test_a_broken_source_is_named_with_its_line(app, site):
    (site / "src").joinpath("app.css").unlink(missing_ok=True)
    if (config := site / "tailwind.config.ts").exists():
        config.write_text("\n\nexport default { theme: nothing }", encoding="utf-8")
        place = "tailwind.config.ts, line 3: nothing is not defined"
    else:
        (site / "src" / "app.css").write_text("@import 'tailwindcss';\n.a { @apply nonsense; }")
        place = "src/app.css, line 2: Cannot apply unknown utility class `nonsense`"
    window = app(site)
    window.until(lambda: bool(window.bar("config")), "the notice")
    assert place in window.bar("config")
    assert window.text('[data-fp-root^="block:"] h2')
    assert window.style("body", "margin") == "0px"


def test_a_missing_package_costs_only_its_own_utilities(app, site):
    """It is told in one sentence, also with styles from the cache, until it is installed."""
    if (config := site / "tailwind.config.ts").exists():
        text = config.read_text(encoding="utf-8")
        config.write_text(
            f"import daisy from 'daisyui'\n{text}".replace("plugins: [", "plugins: [daisy, ")
        )
        assert "[daisy, " in config.read_text(encoding="utf-8")
    else:
        sheet = site / "src" / "app.css"
        sheet.write_text(sheet.read_text(encoding="utf-8") + "\n@plugin 'daisyui';\n")
    sentence = (
        "The package “daisyui” is not installed, so only its utilities are not shown; "
        "install the site’s packages to see them."
    )
    window = app(site)
    window.until(lambda: window.bar("config") == sentence, "the sentence")
    until_styled(window)
    window.until(lambda: not window.program.styles.is_busy, "the engine is idle")
    window.close()
    again = app(site)
    assert again.bar("config") == sentence
    package = site / "node_modules" / "daisyui"
    package.mkdir(parents=True)
    plugin = "({ addUtilities }) => addUtilities({ '.btn-xyz': { color: 'red' } })"
    (package / "index.js").write_text(f"module.exports = {plugin}", encoding="utf-8")
    again.until(lambda: again.bar("config") == "", "the package is used")


def test_the_static_page_has_the_styles_that_it_needs(site, tmp_path, qapp):
    out = tmp_path / "out.html"
    done = run("render", site / "content/pages/index.md", "--html", out, "--embed")
    assert done.returncode == 0, done.stderr
    text = out.read_text(encoding="utf-8")
    assert r".pt-\[4\.5rem\]" in text
    assert "300px" in text
    assert "url(data:image/svg+xml;base64," in text
    assert ".mt-4{" not in text
    assert ".btn{" in text
    again = tmp_path / "again.html"
    assert (
        run("render", site / "content/pages/index.md", "--html", again, "--embed").returncode == 0
    )
    assert again.read_bytes() == out.read_bytes()


def test_with_a_broken_source_the_preset_stands_in(site, tmp_path, qapp):
    (site / "package.json").write_text(json.dumps({"dependencies": {"tailwindcss": "^3.4"}}))
    shutil.rmtree(site / "src")
    (site / "tailwind.config.ts").write_text("export default {\n theme: nothing }")
    done = run("render", site / "content/pages/index.md", "--html", tmp_path / "out.html")
    assert done.returncode == 0
    assert "tailwind.config.ts, line 2: nothing is not defined" in done.stderr
    assert "preset" in done.stderr
    assert (tmp_path / "out.html").exists()


def test_the_styles_change_on_disk(app, site):
    window = app(site)
    until_styled(window)
    [file] = [f for f in site.rglob("*.[ct]s*") if "#8a3c00" in f.read_text(encoding="utf-8")]
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("#8a3c00", "#123456"), encoding="utf-8")
    window.until(lambda: window.style(HEADLINE, "color") == "rgb(18, 52, 86)", "the new colour")
    file.write_text(f"{text}\n}}{{", encoding="utf-8")
    window.until(lambda: "cannot be" in window.bar("config"), "a notice")
    file.write_text(text, encoding="utf-8")
    until_styled(window)
    assert window.bar("config") == ""
