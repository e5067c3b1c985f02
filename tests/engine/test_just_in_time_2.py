"""Tailwind 2 with `mode: 'jit'`: the just-in-time engine of the package itself."""

from __future__ import annotations

import pytest

from designer.engine.tailwind_build import TailwindBuilder
from designer.site import TailwindSource
from tests.patience import WAIT_MS

pytestmark = pytest.mark.engine

JIT = """
module.exports = {
  mode: 'jit',
  darkMode: 'class',
  purge: ['./content/**/*.md'],
  theme: { extend: { colors: { brand: '#010203' } } },
  plugins: [
    require('@tailwindcss/typography'), require('@tailwindcss/forms'),
    require('@tailwindcss/aspect-ratio'), require('@tailwindcss/line-clamp'),
  ],
}
"""
CSS = """
@tailwind base;
@tailwind components;
@tailwind utilities;
@layer components { .card { @apply p-4 hover:p-[5px]; } }
@layer utilities { .tilt { transform: rotate(3deg) } }
@variants hover { .late { margin: 7px } }
.plain { color: theme('colors.brand') }
"""
WORDS = [
    "w-[3px]", "md:hover:p-4", "!mt-1", "md:!mt-[7px]", "dark:text-brand", "text-brand", "prose",
    "line-clamp-2", "aspect-w-16", "bg-brand/50", "first:pt-2", "animate-spin", "form-input",
]  # fmt: skip


@pytest.fixture
def open_session(qtbot, tmp_path):
    builder = TailwindBuilder(tmp_path / "cache")

    def start(config=JIT, css=None):
        files = {"tailwind.config.js": config} | ({"app.css": css} if css else {})
        source = TailwindSource(2, files, "tailwind.config.js", "app.css" if css else None)
        session = builder.open(source)
        told = []
        session.built.connect(told.append)
        session.failed.connect(told.append)

        def request(*classes):
            before = len(told)
            session.request(classes)
            qtbot.waitUntil(lambda: len(told) > before, timeout=WAIT_MS)
            return told[-1]

        return request

    yield start
    builder.close()


def test_classes_come_when_they_are_wanted(open_session):
    request = open_session()
    first = request("mt-4", "nonsense", "w-[3px]")
    assert {"mt-4", "w-[3px]"} <= set(first.classes)
    assert "nonsense" not in first.classes
    assert "mt-5" not in first.classes
    assert first.requested == {"mt-4", "nonsense", "w-[3px]"}
    assert first.theme["colors"]["brand"] == "#010203"
    more = request("mt-5")
    assert more.requested == first.requested | {"mt-5"}
    assert [unit for unit in more.units if unit in first.units] == list(first.units)


def test_what_only_this_mode_knows(open_session):
    sheet = open_session()(*WORDS)
    assert set(WORDS) - set(sheet.classes) == {"form-input"}  # a later forms plug-in has it
    assert sheet.utilities_css(["md:!mt-[7px]"]).count("margin-top:7px!important") == 1


@pytest.mark.parametrize("css", [None, CSS])
def test_the_order_does_not_depend_on_who_asked_first(open_session, css):
    slowly, at_once = open_session(css=css), open_session(css=css)
    words = [*WORDS, "card", "tilt", "hover:late", "plain", "p-8", "p-2", "w-[9px]", "w-[1px]"]
    for word in words:
        sheet = slowly(word)
    assert sheet.utilities_css(words) == at_once(*words).utilities_css(words)


def test_layers_of_the_style_sheet(open_session):
    request = open_session(css=CSS)
    request("card")
    sheet = request("p-4", "tilt", "md:tilt", "hover:late", "plain")
    css = sheet.utilities_css(["card", "p-4", "md:tilt", "plain"])
    assert css.index(".card{padding:1rem}") < css.index(".p-4{padding:1rem}")
    assert ".card:hover{padding:5px}" in css
    assert ".md\\:tilt{transform:rotate(3deg)}" in css
    assert ".plain{color:#010203}" in css
    assert {"tilt", "hover:late"} <= set(sheet.classes)


@pytest.mark.parametrize(
    "config",
    ["module.exports = { purge: [] } // mode: 'jit'", "module.exports = { mode: 'aot' }"],
)
def test_a_site_ahead_of_time_has_all_classes(open_session, config):
    sheet = open_session(config)()
    assert sheet.requested is None
    assert "mt-5" in sheet.classes
    assert "w-[3px]" not in sheet.classes


def test_a_preset_may_ask_for_it(open_session):
    request = open_session("module.exports = { presets: [{ mode: 'jit' }] }")
    assert request("mt-4").requested == {"mt-4"}
