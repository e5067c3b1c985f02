"""Our sheets give elements the same computed styles as the real builds of Tailwind.

The real ones are made by the published packages: Tailwind 2.2.19 with the configurations of the
presets, and the command lines of Tailwind 2 (in its just-in-time mode), 3 and 4 with the sites in
``tests/tailwind/sites``.
"""

from __future__ import annotations

import html
import json
import logging
import re
import shutil
from pathlib import Path

import pytest
import shiboken6
import yaml
from PySide6.QtCore import QSize
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile
from PySide6.QtWebEngineWidgets import QWebEngineView

from designer import bundled
from designer.engine.event_loop import value_of
from designer.engine.tailwind_build import TailwindBuilder
from designer.site import Site
from designer.tailwind import Sheet, load_preset
from tests.corpus import MAIN_FOLDERS, name_of
from tests.npm import install, node
from tests.patience import WAIT_MS

_log = logging.getLogger(__name__)

pytestmark = pytest.mark.engine

TAILWIND = Path(__file__).parent.parent / "tailwind"
MEASURE = Path(__file__).with_name("measure.js").read_text(encoding="utf-8")
PRESETS = sorted((bundled.folder("resources") / "presets").glob("*.config.js"))
WIDTHS = (1440, 850, 650)
AT_ONCE = 400  # cases in one page
STATE = re.compile(r"(?:^|[\s:])(?:group-|peer-|not-)?(?:hover|focus|active)")
STATES = " is-hover is-focus is-focus-within is-focus-visible is-active"

SLOTS = ("style", "tailwind", "tw")
NAMED_LIKE_A_SLOT = re.compile(r"(Style|Styles|Padding|Typography|Border|Rounded|Alignment)$")


def slots(value, *, inside=False):
    """Every string of a page that stands in a slot."""
    if isinstance(value, dict):
        for key, each in value.items():
            named = isinstance(key, str) and bool(NAMED_LIKE_A_SLOT.search(key))
            yield from slots(each, inside=inside or key in SLOTS or named)
    elif isinstance(value, list):
        for each in value:
            yield from slots(each, inside=inside)
    elif isinstance(value, str) and inside and value.strip():
        yield " ".join(value.split())


def slots_of(files):
    found = set()
    for file in files:
        front_matter = file.read_text(encoding="utf-8").split("\n---", 1)[0]
        try:
            found.update(slots(yaml.load(front_matter, yaml.CSafeLoader)))
        except yaml.YAMLError:  # some of the old versions were broken when they were saved
            continue
    return found


def cases_of(strings):
    """Each class by itself, and each string as it stands there: [number, classes, states]."""
    words = {word for string in strings for word in string.split()}
    plain = sorted(words | strings)
    forced = [each for each in plain if STATE.search(each)]
    pairs = [(each, "") for each in plain] + [(each, STATES) for each in forced]
    return len(words), [[number, *pair] for number, pair in enumerate(pairs)]


@pytest.fixture(scope="module")
def real_slots(corpus):
    files = [*corpus.glob("*/content/**/*.md"), *corpus.glob("seed/*.md")]
    files += [*corpus.glob("synthetic/*.md"), *sorted(corpus.glob("replay/blobs/*.md"))[::4]]
    return slots_of(files)


@pytest.fixture
def compare(qapp, qtbot):
    """Compare two style sheets: gives what is different, and how many values were looked at."""
    profile = QWebEngineProfile()
    page = QWebEnginePage(profile)
    view = QWebEngineView()
    view.setPage(page)
    view.resize(QSize(1500, 950))
    with qtbot.waitSignal(page.loadFinished):
        page.load("about:blank")
    page.runJavaScript(f"globalThis.compare = {MEASURE}")

    def run(ours, theirs, cases):
        wrong, values = [], 0
        for start in range(0, len(cases), AT_ONCE):
            part = cases[start : start + AT_ONCE]
            for width in WIDTHS:
                call = f"compare(...{json.dumps([ours, theirs, part, width])})"
                answer = json.loads(value_of(page, call, 0, WAIT_MS))
                wrong += [[width, *each] for each in answer["wrong"]]
                values += answer["values"]
        return wrong, values

    yield run
    for thing in (view, page, profile):
        shiboken6.delete(thing)


def css_of(sheet, classes):
    return sheet.base_css() + "\n" + sheet.utilities_css(classes)


def differences(compare, sheet, theirs, strings):
    words, cases = cases_of(strings)
    ours = css_of(sheet, {word for _, classes, _ in cases for word in classes.split()})
    wrong, values = compare(ours, theirs, cases)
    counts = (len(wrong), words, len(strings), values)
    _log.info("%d differences: %d classes, %d strings of classes, %d values", *counts)
    return wrong


@pytest.mark.parametrize("corpus", MAIN_FOLDERS, indirect=True, ids=name_of)
@pytest.mark.parametrize("config", PRESETS, ids=lambda file: file.name.partition(".")[0])
def test_tailwind_2(config, compare, real_slots, tmp_path):
    installed = install(TAILWIND / "cli" / "v2", "tailwind2")
    shared = (config.parent / "_family.js").read_text(encoding="utf-8")
    own = config.read_text(encoding="utf-8")
    (tmp_path / config.name).write_text(f"{shared}\n{own}", encoding="utf-8")
    (tmp_path / "node_modules").symlink_to(installed / "node_modules")
    program = TAILWIND / "cli" / "v2" / "build.js"
    node(program, installed, config.name, "out.css", folder=tmp_path)
    theirs = (tmp_path / "out.css").read_text(encoding="utf-8")
    assert len(theirs) > 1_000_000, "every class has to be in it"
    sheet = load_preset(config.name.removesuffix(".config.js"))
    assert differences(compare, sheet, theirs, real_slots) == []


def copy_of(name, folder, strings):
    """A site with its classes in a file, and the packages that its Tailwind needs."""
    shutil.copytree(TAILWIND / "sites" / name, folder)
    installed = install(TAILWIND / "cli" / name, f"tailwind{name[1:]}")
    # Tailwind 2 orders utilities of one kind as it finds them: we sort them by name.
    words = " ".join(sorted({word for string in strings for word in string.split()}))
    lines = (f'<p class="{html.escape(string)}"></p>' for string in [words, *sorted(strings)])
    (folder / "classes.html").write_text("\n".join(lines), encoding="utf-8")
    (folder / "node_modules").symlink_to(installed / "node_modules")
    return installed / "node_modules"


def our_sheet(site, strings, qtbot, cache):
    """The sheet of a site for these strings; it is not told what is installed beside the site."""
    builder, results = TailwindBuilder(cache), []
    source = Site.open(site).tailwind_source()
    builder.build(source, {word for string in strings for word in string.split()}, results.append)
    qtbot.waitUntil(lambda: bool(results), timeout=WAIT_MS)
    builder.close()
    assert isinstance(results[0], Sheet), results[0]
    return results[0]


def with_our_addresses(css):
    """A real build whose pictures are named as in ours: by their place in the site."""
    return re.sub(r"url\([./]*/img/", "url(/~files/src/img/", css)


@pytest.mark.parametrize("corpus", MAIN_FOLDERS, indirect=True, ids=name_of)
def test_tailwind_2_just_in_time(compare, real_slots, qtbot, tmp_path):
    site = tmp_path / "site"
    strings = real_slots | slots_of((TAILWIND / "sites/v2/content").rglob("*.md"))
    modules = copy_of("v2", site, strings)
    node(modules / "tailwindcss/lib/cli.js", "-i", "src/app.css", "-o", "out.css", folder=site)
    theirs = (site / "out.css").read_text(encoding="utf-8")
    sheet = our_sheet(site, strings, qtbot, tmp_path / "cache")
    words = {"btn", "tile", "card", "plain", "tilt", "md:pt-4", "indented-[5px]", "prose"}
    words |= {"line-clamp-3", "aspect-w-16", "pt-[4.5rem]", "md:!text-3xl", "first-two:gap-x-1"}
    assert words <= set(sheet.classes)
    assert differences(compare, sheet, theirs, strings) == []


@pytest.mark.parametrize("corpus", MAIN_FOLDERS, indirect=True, ids=name_of)
def test_tailwind_3(compare, real_slots, qtbot, tmp_path):
    site = tmp_path / "site"
    strings = real_slots | slots_of((TAILWIND / "sites/v3/content").rglob("*.md"))
    modules = copy_of("v3", site, strings)
    arguments = ("-c", "tailwind.config.ts", "-i", "src/styles/app.css", "-o", "out.css")
    node(modules / "tailwindcss/lib/cli.js", *arguments, folder=site)
    theirs = (site / "out.css").read_text(encoding="utf-8")
    sheet = our_sheet(site, strings, qtbot, tmp_path / "cache")
    assert {"btn", "tile", "plain", "tilt", "md:pt-4", "indented-4", "prose"} <= set(sheet.classes)
    assert differences(compare, sheet, with_our_addresses(theirs), strings) == []


@pytest.mark.parametrize("corpus", MAIN_FOLDERS, indirect=True, ids=name_of)
def test_tailwind_4(compare, real_slots, qtbot, tmp_path):
    site = tmp_path / "site"
    strings = real_slots | slots_of((TAILWIND / "sites/v4/content").rglob("*.md"))
    modules = copy_of("v4", site, strings)
    node(
        modules / "@tailwindcss/cli/dist/index.mjs",
        "-i",
        "src/app.css",
        "-o",
        "out.css",
        folder=site,
    )
    theirs = (site / "out.css").read_text(encoding="utf-8")
    sheet = our_sheet(site, strings, qtbot, tmp_path / "cache")
    assert {"btn", "tile", "plain", "tilt", "narrow:pt-4", "lower:pl-2"} <= set(sheet.classes)
    assert differences(compare, sheet, with_our_addresses(theirs), strings) == []


PACKAGES = {
    "badge/package.json": '{"main": "lib"}',
    "badge/lib/index.js": """
        const plugin = require('tailwindcss/plugin')
        const { width } = require('tokens/sizes.json')
        module.exports = plugin(({ addComponents, matchUtilities, theme }) => {
          addComponents({ '.badge': { 'border-width': width, '&:hover': { color: 'red' } } })
          const notch = (value) => ({ 'margin-left': value })
          matchUtilities({ notch }, { values: theme('spacing') })
        }, { theme: { extend: { colors: { badge: '#345678' } } } })
    """,
    "badge/node_modules/tokens/sizes.json": '{"width": "5px"}',
    "@own/frame/package.json": '{"exports": {"types": "./x.d.ts", "default": "./frame.js"}}',
    "@own/frame/frame.js": """
        import plugin from 'tailwindcss/plugin'
        import { side } from './side.js'
        export default plugin.withOptions(({ size = '3px' } = {}) => ({ addUtilities }) => {
          addUtilities({ '.framed': { [`padding-${side}`]: size } })
        })
    """,
    "@own/frame/side.js": "export const side = 'left'",
    "moves/package.json": '{"style": "css/moves.css"}',
    "moves/css/moves.css": "@import './inner.css';\n.moves { left: 3px }",
    "moves/css/inner.css": ".moves { left: 1px; top: 2px }",
    "look/tailwind.config.js": """
        module.exports = { theme: { extend: { spacing: { look: '77px' } } } }
    """,
}
CONFIG_3 = """
import frame from '@own/frame'
export default {
  content: ['./classes.html'],
  presets: [require('tailwindcss/defaultConfig'), require('look/tailwind.config')],
  plugins: [require('badge'), frame({ size: '9px' })],
}
"""
SHEET_3 = """
@import 'moves';
@import 'tailwindcss/base';
@import 'tailwindcss/components';
@import 'tailwindcss/utilities';
.own { @apply badge notch-4 framed; }
"""
SHEET_4 = """
@import 'tailwindcss';
@import 'moves';
@config 'look/tailwind.config';
@plugin 'badge';
@plugin '@own/frame' { size: 9px; }
.own { @apply notch-4 framed; }
"""


@pytest.mark.parametrize(
    ("major", "program", "sheet", "config"),
    [
        (3, "tailwindcss/lib/cli.js", SHEET_3, CONFIG_3),
        (4, "@tailwindcss/cli/dist/index.mjs", SHEET_4, None),
    ],
)
def test_packages(compare, qtbot, tmp_path, major, program, sheet, config):
    """Packages of all kinds, installed beside those that the engines bring along."""
    installed = install(TAILWIND / "cli" / f"v{major}", f"tailwind{major}") / "node_modules"
    site, modules = tmp_path / "site", tmp_path / "site" / "node_modules"
    modules.mkdir(parents=True)
    for package in installed.iterdir():
        (modules / package.name).symlink_to(package)
    words = {"own", "badge", "notch-2", "framed", "moves", "hover:framed", "p-look", "bg-badge"}
    files = {f"node_modules/{path}": text for path, text in PACKAGES.items()}
    files |= {"app.css": sheet, "classes.html": f'<p class="{" ".join(sorted(words))}"></p>'}
    files |= {"tailwind.config.mjs": config} if config else {}
    files["package.json"] = json.dumps({"dependencies": {"tailwindcss": f"^{major}"}})
    for path, text in files.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text, encoding="utf-8")
    node(modules / program, "-i", "app.css", "-o", "out.css", folder=site)
    theirs = (site / "out.css").read_text(encoding="utf-8")
    assert "77px" in theirs, "their build has the packages"
    ours = our_sheet(site, words, qtbot, tmp_path / "cache")
    assert words <= set(ours.classes)
    assert ours.gaps == ()
    assert differences(compare, ours, theirs, words) == []


def test_a_difference_would_be_seen(compare):
    cases = [[0, "a", ""], [1, "hover:b", STATES]]
    ours = ".a{color:red} .hover\\:b:hover{color:red}"
    wrong, _ = compare(ours, ours.replace("red", "blue"), cases)
    assert {(width, name) for width, name, which, prop, *_ in wrong if prop == "color"} == {
        (width, name) for width in WIDTHS for name in ("a", "hover:b")
    }
    assert compare(ours, ours, cases)[0] == []
