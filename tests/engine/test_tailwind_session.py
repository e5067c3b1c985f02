"""The Tailwind of an open site: classes come when they are wanted, and accidents stay small."""

from __future__ import annotations

import json
import os
import signal

import pytest

from designer import bundled
from designer.engine.tailwind_build import TailwindBuilder
from designer.errors import EngineError
from designer.site import TailwindSource
from tests.patience import WAIT_MS

pytestmark = pytest.mark.engine


class Listening:
    """A session, with all that it has told."""

    def __init__(self, session, qtbot):
        self.session = session
        self.told = []
        self._qtbot = qtbot
        session.built.connect(self.told.append)
        session.failed.connect(self.told.append)

    def wait(self, count=1):
        self._qtbot.waitUntil(lambda: len(self.told) >= count, timeout=WAIT_MS)
        return self.told[-1]

    def request(self, *classes):
        before = len(self.told)
        self.session.request(classes)
        return self.wait(before + 1)


@pytest.fixture
def open_session(qtbot, tmp_path):
    builders = []

    def start(files, generation=3, config=None, css=None, **options):
        builder = TailwindBuilder(tmp_path / "cache", **options)
        builders.append(builder)
        source = TailwindSource(generation, files, config, css)
        return Listening(builder.open(source), qtbot)

    yield start
    for builder in builders:
        builder.close()


def configured(open_session, text, name="tailwind.config.js", generation=3, **options):
    return open_session({name: text}, generation, name, **options)


@pytest.mark.parametrize("generation", [3, 4])
def test_classes_come_when_they_are_wanted(open_session, generation):
    site = open_session({}, generation)
    first = site.request("mt-4", "flex", "nonsense")
    assert set(first.classes) == {"mt-4", "flex"}
    assert first.requested == {"mt-4", "flex", "nonsense"}
    assert first.theme["screens"][0] == ["sm", {"min": 640}]
    more = site.request("md:mt-[7px]")
    assert set(more.classes) == {"mt-4", "flex", "md:mt-[7px]"}
    assert more.theme == first.theme
    kept = [unit for unit in more.units if unit in first.units]
    assert kept == list(first.units), "all that was there, in the same order"
    site.session.request(["mt-4", "nonsense"])
    assert not site.session.is_busy, "what is known is not asked for again"


@pytest.mark.parametrize("generation", [3, 4])
def test_the_order_is_that_of_the_build_however_classes_came(open_session, generation):
    words = ["hover:p-2", "p-4", "md:p-3", "px-1", "lg:hover:p-1", "max-md:p-5", "animate-spin"]
    slowly, at_once = open_session({}, generation), open_session({}, generation)
    for word in words:
        sheet = slowly.request(word)
    whole = at_once.request(*words)
    assert sheet.utilities_css(words) == whole.utilities_css(words)


def test_what_is_wanted_meanwhile_is_built_next(open_session):
    site = open_session({})
    site.session.request(["mt-1"])
    site.session.request(["mt-2"])
    site.session.request(["mt-3"])
    site.wait(2)
    assert [set(sheet.classes) for sheet in site.told] == [{"mt-1"}, {"mt-1", "mt-2", "mt-3"}]


def test_words_are_prepared_when_there_is_time(open_session):
    site = open_session({})
    site.session.request(["mt-1"])
    site.session.prepare(["mt-2", "hello", "mt-3"])
    assert set(site.wait(2).classes) == {"mt-1", "mt-2", "mt-3"}
    again = open_session({})
    assert set(again.session.sheet.classes) == {"mt-1", "mt-2", "mt-3"}
    assert again.session.sheet.theme["screens"]
    assert not again.session.is_busy


def test_a_kept_sheet_grows_on(open_session):
    open_session({}).request("mt-1", "flex")
    again = open_session({})
    assert set(again.request("mt-2").classes) == {"mt-1", "mt-2", "flex"}


@pytest.mark.noisy
def test_a_damaged_cache_is_built_again(open_session, tmp_path):
    open_session({}).request("mt-1")
    (file,) = (tmp_path / "cache").iterdir()
    file.write_bytes(file.read_bytes()[:-20])
    again = open_session({})
    assert again.session.sheet is None
    assert set(again.request("mt-2").classes) == {"mt-2"}


def test_a_process_that_is_killed_is_started_anew(open_session):
    site = open_session({})
    site.request("mt-1")
    os.kill(site.session._worker._page.renderProcessPid(), signal.SIGKILL)
    site.session.request(["mt-2"])
    error = site.wait(2)
    assert "made its process end" in str(error)
    assert set(site.request("mt-3").classes) == {"mt-1", "mt-3"}


SPOILED = """
const plugin = require('tailwindcss/plugin')
module.exports = { plugins: [plugin(({ matchUtilities }) => {
  const spoil = (value) => {
    if (value === 'x') throw new Error('spoiled')
    while (value === 'y');
    return { color: value }
  }
  matchUtilities({ spoil }, { values: { x: 'x', y: 'y', z: 'red' } })
})] }
"""


def test_a_class_at_which_a_plug_in_fails_is_given_up(open_session):
    site = configured(open_session, SPOILED)
    assert set(site.request("mt-1").classes) == {"mt-1"}
    error = site.request("spoil-x")
    assert "spoiled" in str(error)
    site.session.request(["spoil-x"])
    assert not site.session.is_busy
    assert set(site.request("spoil-z").classes) == {"mt-1", "spoil-z"}


def test_a_class_at_which_a_plug_in_never_ends_is_given_up(open_session):
    site = configured(open_session, SPOILED, limit=4000)
    site.request("mt-1")
    assert "did not finish" in str(site.request("spoil-y"))
    assert set(site.request("mt-2").classes) == {"mt-1", "mt-2"}


def test_words_of_a_page_that_cannot_be_prepared_are_no_error(open_session, qtbot):
    site = configured(open_session, SPOILED)
    site.request("mt-1")
    site.session.prepare(["spoil-x"])
    qtbot.waitUntil(lambda: not site.session.is_busy, timeout=WAIT_MS)
    assert len(site.told) == 1
    assert set(site.request("mt-2").classes) == {"mt-1", "mt-2"}


def test_a_broken_configuration_is_told_once(open_session):
    site = configured(open_session, "module.exports = nothing")
    assert isinstance(site.request("mt-1"), EngineError)
    site.session.request(["mt-2"])
    assert not site.session.is_busy


def test_an_answer_that_is_forged_says_less_than_was_asked(open_session):
    sheet = {"format": 2, "engine": "x", "units": [], "classes": {}, "always": [], "site_at": 0}
    forged = json.dumps(f"sheet {json.dumps(sheet | {'asked': []})}")
    site = configured(open_session, f"postMessage({forged}); module.exports = {{}}")
    assert isinstance(site.request("mt-1"), EngineError)


def test_what_a_worker_says_unasked_is_not_heard(open_session, qtbot):
    site = configured(
        open_session, "module.exports = {}; setTimeout(() => postMessage('error {}'), 300)"
    )
    site.request("mt-1")
    qtbot.wait(600)
    assert len(site.told) == 1
    assert set(site.request("mt-2").classes) == {"mt-1", "mt-2"}


def test_an_engine_that_is_missing_is_said(tmp_path, monkeypatch, qapp):
    monkeypatch.setattr(bundled, "bundle", lambda name: tmp_path / name)
    with pytest.raises(EngineError, match="Tailwind 4 is missing from this installation"):
        TailwindBuilder(tmp_path).open(TailwindSource(4, {}))


MODULES = {
    "theme/index.ts": """
        import type { Config } from 'tailwindcss'
        interface Brand { brand: string }
        export const colors: Brand = { brand: '#123456' } as const
        export default function spacing(step: number): Record<string, string> {
          return { huge: `${step}px` }
        }
    """,
    "data.json": '{"deep": "#010203"}',
}
CONFIGURATIONS = {
    "tailwind.config.ts": """
        import { type Config } from 'tailwindcss'
        import spacing, { colors } from './theme'
        import data from './data.json'
        const config: Config = { theme: { extend: {
          colors: { ...colors, ...data }, spacing: spacing(300) } } }
        export default config
    """,
    "tailwind.config.mjs": """
        import defaults from 'tailwindcss/defaultTheme'
        import * as theme from './theme/index'
        import { default as data } from './data.json'
        export default { theme: { screens: defaults.screens,
          extend: { colors: { ...theme.colors, ...data }, spacing: theme.default(300) } } }
    """,
    "tailwind.config.cjs": """
        const { colors, default: spacing } = require('./theme')
        module.exports = { theme: { extend: {
          colors: { ...colors, ...require('./data') }, spacing: spacing(300) } } }
    """,
}


@pytest.mark.parametrize("generation", [2, 3, 4])
@pytest.mark.parametrize("name", CONFIGURATIONS)
def test_configurations_of_all_kinds(open_session, name, generation):
    site = open_session(MODULES | {name: CONFIGURATIONS[name]}, generation, name)
    sheet = site.request("bg-brand", "text-deep", "pt-huge")
    css = sheet.utilities_css(["bg-brand", "text-deep", "pt-huge"])
    assert {"bg-brand", "text-deep", "pt-huge"} <= set(sheet.classes)
    assert "300px" in css
    assert sheet.theme["colors"]["brand"] == "#123456"
    assert sheet.theme["spacing"]["huge"] == "300px"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("export default {\n  theme: nothing,\n}", "tailwind.config.ts, line 2: nothing is not"),
        ("const a: number = 1\n\nexport default {{", "tailwind.config.ts, line 3: Unexpected"),
        ("\nimport x from './gone'\nexport default x", 'line 2: The module "./gone" is not'),
        ("import x from './more'\nexport default x", "more.ts, line 3: nothing is not defined"),
    ],
)
def test_what_is_wrong_has_file_and_line(open_session, text, place):
    files = {"tailwind.config.ts": text, "more.ts": "\n\nexport default nothing"}
    error = open_session(files, 3, "tailwind.config.ts").request("mt-1")
    assert place in str(error)


@pytest.mark.parametrize(
    ("generation", "css", "place"),
    [
        (2, "@tailwind base;\n.x { @apply nonsense; }", "a.css, line 2: "),
        (3, "@tailwind base;\n.x { @apply nonsense; }", "a.css, line 2: "),
        (4, "@import 'tailwindcss';\n.x { @apply nonsense; }", "a.css, line 2: "),
        (3, "@tailwind base;\n\n.x { color: red", "a.css, line 3: Unclosed block"),
        (4, "@import 'tailwindcss';\n\n.x { color: red", "a.css, line 3: Missing closing }"),
        (3, "@import './b.css';\n@tailwind base;", "b.css, line 2: Unclosed block"),
    ],
)
def test_what_is_wrong_in_a_style_sheet_has_file_and_line(open_session, generation, css, place):
    files = {"a.css": css, "b.css": "\n.y {"}
    error = open_session(files, generation, css="a.css").request("mt-1")
    assert place in str(error)


STYLED = """
@import './parts.css' screen;
@import 'missing.css';
@import url('https://fonts.example.org/css2?family=Jost');
@tailwind base;
@tailwind components;
@tailwind utilities;
.late { margin: 7px }
@import './parts.css';
"""


@pytest.mark.parametrize("generation", [2, 3])
def test_a_site_s_own_style_sheet_is_built(open_session, generation):
    files = {"css/app.css": STYLED, "css/parts.css": ".part { margin: 3px }"}
    site = open_session(files, generation, css="css/app.css")
    sheet = site.request("m-4", "late", "part")
    assert sheet.own
    assert sheet.imports == ("https://fonts.example.org/css2?family=Jost",)
    css = sheet.utilities_css(["m-4", "late", "part"])
    assert css.count(".part") == 1
    assert css.index("@media screen{.part{margin:3px}}") < css.index(".m-4{margin:1rem}")
    assert css.index(".m-4{margin:1rem}") < css.index(".late{margin:7px}")
    assert "@import" not in css


def test_a_worker_that_stays_reaches_no_network(open_session, canary, qtbot):
    web, _udp, seen = canary
    call = f"fetch('http://127.0.0.1:{web}/', {{ mode: 'no-cors' }}).catch(() => {{}})"
    site = configured(open_session, f"setInterval(() => {call}, 100); module.exports = {{}}")
    site.request("mt-1")
    qtbot.wait(800)
    assert set(site.request("mt-2").classes) == {"mt-1", "mt-2"}
    assert seen() == []


THEME_3 = """
module.exports = {
  theme: {
    screens: {
      lg: { max: '1000px' }, sm: { max: '700px' }, wide: '75rem', print: { raw: 'print' },
    },
    extend: {
      colors: { brand: { DEFAULT: '#f80', deep: '#840' }, sea: ({ opacityValue }) => 'teal' },
    },
  },
}
"""
THEME_4 = """
@import 'tailwindcss';
@config './old.config.js';
@theme {
  --color-*: initial;
  --color-brand: #f80;
  --color-brand-500: #840;
  --breakpoint-*: initial;
  --breakpoint-wide: 75rem;
  --breakpoint-tiny: 20rem;
  --spacing: 5px;
  --font-display: 'Jost', serif;
  --font-weight-loud: 950;
  --text-huge: 9rem;
  --text-huge--line-height: 1.1;
  --container-page: 70rem;
}
"""
OLD = "module.exports = { theme: { screens: { lg: { max: '1000px' }, sm: { max: '700px' } } } }"


def test_the_theme_of_tailwind_3(open_session):
    theme = configured(open_session, THEME_3).request("mt-1").theme
    assert theme["screens"] == [
        ["lg", {"max": 1000}],
        ["sm", {"max": 700}],
        ["wide", {"min": 1200}],
        ["print", {"raw": "print"}],
    ]
    assert theme["colors"]["brand"] == {"DEFAULT": "#f80", "deep": "#840"}
    assert theme["colors"]["sea"] == "teal"
    assert theme["spacing"]["4"] == "1rem"
    assert theme["fontSize"]["sm"] == ["0.875rem", {"lineHeight": "1.25rem"}]


def test_the_theme_of_tailwind_4(open_session):
    files = {"app.css": THEME_4, "old.config.js": OLD}
    theme = open_session(files, 4, css="app.css").request("mt-1").theme
    assert theme["screens"] == [
        ["tiny", {"min": 320}],
        ["wide", {"min": 1200}],
        ["lg", {"max": 1000}],
        ["sm", {"max": 700}],
    ]
    assert theme["colors"] == {"brand": {"DEFAULT": "#f80", "500": "#840"}}
    assert theme["backgroundColor"] == theme["colors"]
    assert theme["spacing"]["4"] == "20px"
    assert theme["spacing"]["px"] == "1px"
    assert theme["fontFamily"]["display"] == ["'Jost'", "serif"]
    assert theme["fontWeight"]["loud"] == "950"
    assert theme["fontSize"]["huge"] == ["9rem", {"lineHeight": "1.1"}]
    assert theme["maxWidth"]["page"] == "70rem"
    assert theme["opacity"]["50"] == "0.5"
