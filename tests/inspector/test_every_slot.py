"""Every slot of the real sites in the real Style tab: opened, set by its controls, taken back.

A sample of them; with ``FRONTISPIECE_LONG`` in the environment every page, slot, control, value
and breakpoint, which takes some twenty minutes.
"""

from __future__ import annotations

import faulthandler
import json
import logging
import os
import random
import re
from collections import Counter
from itertools import product
from pathlib import Path
from types import SimpleNamespace

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile
from PySide6.QtWebEngineWidgets import QWebEngineView

from designer.engine.event_loop import value_of
from designer.inspector.entries.entry import FormEntry
from designer.inspector.style import StyleTab
from designer.inspector.style.choice_popup import ChoicePopup
from designer.inspector.style.controls import ListControl, SegmentControl, ValueButton
from designer.inspector.style.spacing_box import SpacingBox
from designer.inspector.style.swatches import SwatchControl
from designer.look import LIGHT
from designer.project import PageLocation
from designer.schema import STYLE_GROUPS
from designer.tailwind import PROPERTIES, get_property, remove, replace_word, words
from designer.tailwind.breakpoints import window_width, with_variant
from designer.tailwind.jit_index import index_of
from designer.tailwind.utility_effects import without_important
from tests.corpus import MAIN_SITES, copy_of, name_of

pytestmark = [pytest.mark.engine, pytest.mark.scenario]

IS_LONG = bool(os.environ.get("FRONTISPIECE_LONG"))
PROMISED = Path(__file__).with_name("promised.js").read_text(encoding="utf-8")
SOME_PAGES = {"index.md", "crossing.md", "parts.md", "seed.md", "g1-defaults.md", "g2-defaults.md"}
OF_HANDS, OF_VALUES = 0.03, 0.0008  # the shares of a short run
BATCH = 20_000
CHOSEN = ("select", "string")  # settings beside the slots, which are content
OF_SOME = re.compile(r"\S*\b(odd|even|first|last):\S+")

_log = logging.getLogger(__name__)


# -- opening ---------------------------------------------------------------------------------------


def styles_in(value, *, inside=False):
    """The strings of a block's slots."""
    if isinstance(value, dict):
        for key, each in value.items():
            in_group = key in STYLE_GROUPS and isinstance(each, dict)
            yield from styles_in(each, inside=inside or in_group)
    elif isinstance(value, str) and inside:
        yield value


@pytest.mark.parametrize("site", MAIN_SITES, ids=name_of)
def test_opening_every_slot_changes_nothing(site, tmp_path, app):
    pages = [p for p in copy_of(site, tmp_path) if IS_LONG or p.name in SOME_PAGES]
    running = app(pages[0])
    inspector = running.window.inspector
    tab = inspector.style_form
    inspector.tabs.setCurrentWidget(tab)
    for section in tab.sections:
        section.heading.setChecked(True)
    asked = []
    inspector.edit_requested.connect(lambda *what: asked.append(what))
    seen = Counter()
    for page in pages:
        running.program.open(PageLocation.find(page))
        running.settle()
        before = running.editor.page()
        shown = set()
        model = running.window.left.model
        for row in range(model.rowCount()):
            running.window.left.blocks.setCurrentIndex(model.index(row, 0))
            for entry in tab.entries:
                tab.slots.setCurrentRow(tab.entries.index(entry))
                assert tab.chosen == entry.path
                shown.add(entry.value)
                seen[bool(entry.value)] += 1
                seen["choices"] += bool(tab.choices.fields)
                for point in tab.context.breakpoints():
                    tab.switch.buttons[point.name].click()
                    assert (tab.context.slot, tab.context.breakpoint_name) == (
                        entry.value or "",
                        point.name,
                    )
                    assert tab.raw.toPlainText() == (entry.value or "")
            inspector.tabs.setCurrentWidget(inspector.content)
            shown |= {entry.value for entry in inspector.content.entries if entry.kind in CHOSEN}
            inspector.tabs.setCurrentWidget(tab)
        assert running.editor.page() is before
        there = {s for block in before.blocks for s in styles_in(block.data) if s}
        assert there <= shown, (page.name, there - shown)
    assert asked == []
    assert not running.editor.stack.count()
    assert not running.editor.is_modified
    assert seen[True] > 50
    counts = (len(pages), seen[True], seen[False], seen["choices"])
    _log.info("%s: %s pages, %s strings, %s empty; %s with own choices", site.name, *counts)


# -- setting ---------------------------------------------------------------------------------------


@pytest.fixture
def unkept(qapp, qtbot):
    """Of ``(slot, values)`` those which compute to something else in a window of some width."""
    profile = QWebEngineProfile()
    page = QWebEnginePage(profile)
    view = QWebEngineView()
    view.setPage(page)
    view.resize(QSize(2400, 950))
    with qtbot.waitSignal(page.loadFinished):
        page.load("about:blank")

    def run(css, cases, width):
        call = f"{PROMISED}(...{json.dumps([css, cases, width])})"
        return json.loads(value_of(page, call, 0))

    yield run
    for thing in (view, page, profile):
        shiboken6.delete(thing)


class Hands:
    """A Style tab that shows one slot, and a person's hands on it."""

    def __init__(self, sheet, variables):
        self.edits = []
        self.tab = StyleTab(LIGHT, "")
        self.tab.resize(320, 800)
        self.tab.show_sheet(sheet, variables)
        self.tab.edited.connect(lambda _path, _label, slot: self.edits.append(slot))
        self.show("", "")
        self.tab.show()
        self.controls = {}
        for section in self.tab.sections:
            section.heading.setChecked(True)
            for name, control in section.controls.items():
                if isinstance(control, SpacingBox):
                    self.controls |= dict.fromkeys(control.buttons, control)
                else:
                    self.controls[name] = control

    def show(self, slot, at):
        """Show a slot for a breakpoint, as the inspector does."""
        self.tab.context.breakpoint_name = at
        self.tab.show_entries((FormEntry(("tailwind", "it"), "slot", "It", slot),))

    def part(self, prop):
        """The button with the value of a property."""
        control = self.controls[prop]
        return control.buttons[prop] if isinstance(control, SpacingBox) else control.button

    def choose(self, prop, utility):
        """Choose a value with mouse and keys."""
        control = self.controls[prop]
        if isinstance(control, SegmentControl):
            QTest.mouseClick(control.buttons[utility], Qt.MouseButton.LeftButton)
        elif isinstance(control, SwatchControl) and utility in control.swatches:
            QTest.mouseClick(control.swatches[utility], Qt.MouseButton.LeftButton)
        else:
            self.choose_in_list(self.part(prop), utility)

    def choose_in_list(self, button: ValueButton, utility):
        QTest.keyClick(button, Qt.Key.Key_Return)
        popup = button.findChildren(ChoicePopup)[-1]
        rows = [popup.list.item(n).toolTip() for n in range(popup.list.count())]
        assert len({*rows}) == len(rows)
        popup.list.setCurrentRow(rows.index(utility))
        QTest.keyClick(popup.list, Qt.Key.Key_Return)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def reset(self, prop):
        """Take the value away again, in the way of the control."""
        control = self.controls[prop]
        if isinstance(control, SegmentControl):
            pressed = [b for b in control.buttons.values() if b.isChecked()]
            QTest.mouseClick(pressed[0], Qt.MouseButton.LeftButton)
        elif isinstance(control, ListControl | SwatchControl):
            assert not control.clear_button.isHidden()
            QTest.mouseClick(control.clear_button, Qt.MouseButton.LeftButton)
        else:
            QTest.keyClick(self.part(prop), Qt.Key.Key_Delete)

    def last(self, before):
        """The slot after what the person did."""
        assert len(self.edits) < 2
        return self.edits.pop() if self.edits else before


def own_words(slot, prop, at, sheet):
    """The words of a slot that are for a property at a breakpoint, and for nothing else."""
    index, mark = index_of(sheet), frozenset({(prop, at)})
    return [word for word in words(slot) if index.effects(word).core == mark]


def check_set(slot, after, prop, at, utility, sheet):
    """The slot says what was chosen, and all other words and spaces are as they were."""
    case = (slot, prop, at, utility, after)
    found = get_property(after, prop, at, sheet)
    assert (found.utility, found.breakpoint_name) == (utility, at), case
    own, word = own_words(slot, prop, at, sheet), with_variant(utility, at)
    names = words(slot)
    if not own:
        assert remove(after, words(after).index(word)) == slot, case
    elif len({*own}) == 1:
        expected = slot
        for place in [place for place, name in enumerate(names) if name == own[0]]:
            expected = replace_word(expected, place, word)
        assert after == expected, case
    else:
        rest = [name for name in names if name not in own]
        assert [name for name in words(after) if name not in {*own, word}] == rest, case


def values_of(word, prop, at, sheet):
    """What a word promises: the property's longhands with the value that it declares."""
    values = index_of(sheet).effects(word).values(at)
    return [[name, without_important(values[name])] for name in sorted(PROPERTIES[prop].longhands)]


@pytest.fixture
def subject(tmp_path, app, request):
    """A site's slots, its sheet, and the style sheets that the preview has besides."""
    pages = copy_of(request.param, tmp_path)
    running = app(pages[0])
    slots = set()
    for page in pages:
        running.program.open(PageLocation.find(page))
        blocks = running.editor.page().blocks
        slots |= {slot for block in blocks for slot in styles_in(block.data)}
    running.program.open(PageLocation.find(pages[0]))
    running.settle()
    context = running.window.inspector.style_form.context
    css = running.js("[...document.head.querySelectorAll('style')].map(e => e.textContent)")
    return SimpleNamespace(
        name=request.param.name,
        slots=sorted(slots | {""}),
        sheet=context.sheet,
        variables=context.variables,
        points=context.breakpoints(),
        css="\n".join(css),
    )


class Promises:
    """What chosen words promise, compared with the computed styles of the real engine."""

    def __init__(self, subject, unkept):
        self._subject, self._unkept = subject, unkept
        self._css = f"{subject.css}\n{subject.sheet.utilities_css(subject.sheet.classes)}"
        self._cases = {point.name: {} for point in subject.points}
        self.count, self.broken = 0, []

    def note(self, after, prop, at, utility):
        """Remember to compare a slot in which a value was chosen."""
        values = values_of(with_variant(utility, at), prop, at, self._subject.sheet)
        plain = OF_SOME.sub("", after)  # what only some of many have counts for nothing
        self._cases[at][plain, prop] = [plain, values]
        if len(self._cases[at]) == BATCH:
            self.compare(at)

    def compare(self, at):
        """Compare the slots of a breakpoint, in a window that is as wide."""
        points = self._subject.points
        edges = [edge for each in points for edge in (each.min, each.max) if edge is not None]
        width = window_width(points, at) or max([*edges, 300]) + 100
        cases = [*self._cases[at].values()]
        self._cases[at].clear()
        self.broken += self._unkept(self._css, cases, width)
        self._css = None  # the page has it now
        self.count += len(cases)


class Trial:
    """Sets values in slots, and takes them back; what fails is noted, and the trial goes on."""

    def __init__(self, subject, promises):
        self.hands = Hands(subject.sheet, subject.variables)
        self.failures, self.counts = [], Counter()
        self._subject, self._promises = subject, promises
        self._chance = random.Random(subject.name)
        self._turn = self._chance.sample(subject.slots, len(subject.slots))

    def try_values(self, prop, utilities, places):
        """Try the values of a property in the slots of the site."""
        self.counts["values"] += len(utilities)
        for utility, at in product(utilities, places):
            if self._is_tried(OF_HANDS):  # one slot after the other
                self._turn.append(self._turn.pop(0))
                self._try(by_hand, self._turn[-1], prop, at, utility)
        for slot, at, utility in product(self._subject.slots, places, utilities):
            if self._is_tried(OF_VALUES):
                self._try(by_signal, slot, prop, at, utility)

    def _is_tried(self, share):
        return IS_LONG or self._chance.random() < share

    def _try(self, way, slot, prop, at, utility):
        self.counts[way.__name__] += 1
        try:
            after = way(self.hands, slot, prop, at, utility, self._subject.sheet)
        except AssertionError as error:
            self.hands.edits.clear()
            why = str(error).partition("\n")[0]
            self.failures.append((way.__name__, slot, prop, at, utility, why))
        else:
            self._promises.note(after, prop, at, utility)


@pytest.mark.parametrize("subject", MAIN_SITES, indirect=True, ids=name_of)
def test_every_control_keeps_its_promise(subject, unkept):
    if IS_LONG:
        faulthandler.cancel_dump_traceback_later()  # it takes longer than a test that hangs
    places = [point.name for point in subject.points]
    promises = Promises(subject, unkept)
    trial = Trial(subject, promises)
    for prop in trial.hands.controls:
        utilities = [choice.utility for choice in trial.hands.tab.context.choices(prop)]
        trial.try_values(prop, utilities, places)
        assert len(trial.failures) + len(promises.broken) < 100, trial.failures
    for at in places:
        promises.compare(at)
    _log.info(
        "%s: %s strings, %s properties, %s values, %s breakpoints: %s cases by hand,"
        " %s by signal; %s computed styles",
        *(subject.name, len(subject.slots), len(trial.hands.controls), trial.counts["values"]),
        *(len(places), trial.counts["by_hand"], trial.counts["by_signal"], promises.count),
    )
    assert trial.failures == []
    assert promises.broken == []
    assert promises.count > 100


def by_hand(hands, slot, prop, at, utility, sheet):
    """Choose a value and take it back with mouse and keys; returns the slot with it."""
    before = get_property(slot, prop, at, sheet)
    hands.show(slot, at)
    if (before.utility, before.breakpoint_name) == (utility, at):
        return slot
    hands.choose(prop, utility)
    after = hands.last(slot)
    check_set(slot, after, prop, at, utility, sheet)
    hands.show(after, at)
    own = own_words(slot, prop, at, sheet)
    if not own:
        hands.reset(prop)
        assert hands.last(after) == slot, (slot, prop, at, utility, after)
    elif len({*own}) == 1 and with_variant(before.utility, at) == own[0]:
        hands.choose(prop, before.utility)
        assert hands.last(after) == slot, (slot, prop, at, utility, after)
    return after


def by_signal(hands, slot, prop, at, utility, sheet):
    """The same by what the control says when a value is chosen; returns the slot with it."""
    before = get_property(slot, prop, at, sheet)
    if (before.utility, before.breakpoint_name) == (utility, at):
        return slot
    context, control = hands.tab.context, hands.controls[prop]
    context.slot, context.breakpoint_name = slot, at
    is_box = isinstance(control, SpacingBox)
    source = control.buttons[prop] if is_box else control
    source.chosen.emit(utility)
    after = hands.last(slot)
    check_set(slot, after, prop, at, utility, sheet)
    own = own_words(slot, prop, at, sheet)
    context.slot = after
    if not own:
        control.refresh()
        hands.reset(prop)
        assert hands.last(after) == slot, (slot, prop, at, utility, after)
    elif len({*own}) == 1 and with_variant(before.utility, at) == own[0]:
        source.chosen.emit(before.utility)
        assert hands.last(after) == slot, (slot, prop, at, utility, after)
    return after
