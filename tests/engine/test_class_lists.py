"""The utility that is said to win is the one that wins in a real browser."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QSize
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile
from PySide6.QtWebEngineWidgets import QWebEngineView

from designer.engine.event_loop import value_of
from designer.tailwind import (
    PROPERTIES,
    breakpoints,
    choices,
    declared_properties,
    get_property,
    load_preset,
)
from designer.tailwind.breakpoints import window_width, with_variant

pytestmark = pytest.mark.engine

WINNERS = Path(__file__).with_name("winners.js").read_text(encoding="utf-8")
SLOTS = 400
WIDE = {
    *("p-4", "px-2", "py-8", "m-4", "-mx-2", "inset-0", "inset-x-4", "border", "border-4", "prose"),
    *("text-3xl", "text-xs", "hover:pt-4", "container", "sr-only", "rounded-t-lg", "ring-2"),
}


@pytest.fixture
def differing(qapp, qtbot):
    """Gives the cases that differ in a window of some width."""
    profile = QWebEngineProfile()
    page = QWebEnginePage(profile)
    view = QWebEngineView()
    view.setPage(page)
    view.resize(QSize(2400, 950))
    with qtbot.waitSignal(page.loadFinished):
        page.load("about:blank")

    def run(css, cases, width):
        call = f"{WINNERS}(...{json.dumps([css, cases, width])})"
        return json.loads(value_of(page, call, 0))

    yield run
    for thing in (view, page, profile):
        shiboken6.delete(thing)


def random_slots(sheet, chance):
    """Slots in which a few properties are set over and over, at all breakpoints."""
    places = [each.name for each in breakpoints(sheet)]
    for _ in range(SLOTS):
        props = chance.sample(sorted(PROPERTIES), 3)
        offered = [choice.utility for prop in props for choice in choices(sheet, prop)]
        names = chance.choices(offered, k=9) + chance.choices(sorted(WIDE), k=3)
        yield [name for name in (with_variant(each, chance.choice(places)) for each in names)
               if name in sheet.classes]  # fmt: skip


def cases_at(slots, at, sheet):
    """Each slot beside itself without all that is said to lose, for every property."""
    for names in slots:
        for prop, property_ in PROPERTIES.items():
            found = get_property(" ".join(names), prop, at, sheet)
            losing = [name for name in names if prop in declared_properties(sheet, name)]
            if found.index is None:
                continue
            kept = [
                name
                for place, name in enumerate(names)
                if place == found.index or name not in losing
            ]
            if len(kept) < len(names) and not changes_size(losing, prop, sheet):
                yield [" ".join(names), " ".join(kept), sorted(property_.longhands)]


def changes_size(losing, prop, sheet):
    """Whether other lengths would change with the font size that is taken away."""
    return prop != "font-size" and any(
        "font-size" in declared_properties(sheet, name) for name in losing
    )


@pytest.mark.parametrize("preset", ["g1", "v2", "v3", "v4"])
def test_what_wins(differing, preset):
    sheet = load_preset(preset)
    slots = list(random_slots(sheet, random.Random(preset)))
    css = sheet.base_css() + sheet.utilities_css({name for names in slots for name in names})
    known = breakpoints(sheet)
    for at in ("", "sm", "md", "lg"):
        edges = [each.max or 0 for each in known]
        width = window_width(known, at) or max([*edges, 300]) + 100
        cases = list(cases_at(slots, at, sheet))
        assert len(cases) > SLOTS / 2
        assert differing(css, cases, width) == []
