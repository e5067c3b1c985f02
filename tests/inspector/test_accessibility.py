"""All that can be used has a name and a role, is found and seen with the keyboard, is legible."""

from __future__ import annotations

from collections import Counter
from itertools import product

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from designer.inspector.fields import MarkdownField
from designer.inspector.style.breakpoint_switch import BreakpointSwitch
from designer.inspector.style.swatches import SwatchControl
from designer.look import DARK, LIGHT
from tests.corpus import OWN, copy_of
from tests.keys import name_of
from tests.look.test_look import contrast

pytestmark = [pytest.mark.engine, pytest.mark.scenario]

USED = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit, QAbstractItemView)
ROVING = (
    SwatchControl,
    BreakpointSwitch,
    MarkdownField,
)  # Tab stops at one of them, arrow keys go on
TABS = ("content", "style_form", "page_form")
READABLE, VISIBLE = 4.5, 3.0
HARDLY = 1.3  # the contrast of what is only just seen
SHARP = 3


class Shown:
    """What the inspector shows, with everything open."""

    def __init__(self, app):
        self.app = app
        self.window = app.window
        self.inspector = app.window.inspector

    def open(self, title, tab):
        if title is not None:
            self.app.choose(title)
        form = getattr(self.inspector, tab)
        self.inspector.tabs.setCurrentWidget(form)
        if tab == "style_form":
            for section in form.sections:
                section.heading.setChecked(True)
        else:
            for _ in range(3):
                closed = [e for e in form.entries if e.kind in ("heading", "item")]
                for entry in (e for e in closed if not e.is_open):
                    form.fold_requested.emit(entry.path, True)
        QApplication.processEvents()
        return form

    def used(self, form):
        """What can be seen and used in a tab, apart from the inner parts of other things."""
        found = [w for w in form.findChildren(QWidget) if isinstance(w, USED) and is_shown(w)]
        return [w for w in found if not any(isinstance(p, USED) for p in parents(w, form))]


def is_shown(widget):
    return widget.isVisible() and widget.isEnabled()


def parents(widget, top):
    while (widget := widget.parentWidget()) not in (None, top):
        yield widget


def scroll_to(widget):
    for area in parents(widget, None):
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(widget, 8, 8)
    QApplication.processEvents()


@pytest.fixture
def shown(app, sample):
    return Shown(app(sample))


@pytest.fixture
def second(app, tmp_path):
    """A site of the family g2, whose theme has typography."""
    return Shown(app(copy_of(OWN / "g2", tmp_path)[0].with_name("index.md")))


PLACES = [*product(("Header", "A day here", "Rooms that face the water", "Theme"), TABS[:2])]
PLACES += [("A day here", "page_form")]


def names_and_roles(shown, places):
    nameless = []
    for title, tab in places:
        form = shown.open(title, tab)
        for widget in shown.used(form):
            face = QAccessible.queryAccessibleInterface(widget)
            if not name_of(widget) or face.role() in (
                QAccessible.Role.NoRole,
                QAccessible.Role.Client,
            ):
                nameless.append((title, tab, type(widget).__name__, widget.objectName()))
    return nameless


def test_names_and_roles(shown):
    nameless = names_and_roles(shown, PLACES)
    assert not nameless, nameless


def test_names_and_roles_of_the_family_g2(second):
    places = [(title, tab) for title in ("Header", "Kinds", "Theme") for tab in TABS[:2]]
    assert names_and_roles(second, places) == []


@pytest.mark.parametrize("place", PLACES, ids=" ".join)
def test_everything_is_reached_with_the_keyboard(shown, place):
    form = shown.open(*place)
    wanted = {id(w): w for w in shown.used(form)}
    reached = set()
    shown.inspector.tabs.tabBar().setFocus()
    for _ in range(3 * len(wanted) + 20):
        QTest.keyClick(shown.window.focusWidget(), Qt.Key.Key_Tab)
        QApplication.processEvents()
        focus = shown.window.focusWidget()
        if not form.isAncestorOf(focus):
            break
        reached |= {id(w) for w in (focus, *parents(focus, form))}
    missing = [
        w
        for number, w in wanted.items()
        if number not in reached
        and w.isVisible()
        and not any(isinstance(p, ROVING) for p in parents(w, form))
    ]
    assert [(type(w).__name__, w.objectName(), name_of(w)) for w in missing] == []
    for group in [w for w in form.findChildren(QWidget) if isinstance(w, ROVING) and w.isVisible()]:
        assert reached & {id(w) for w in group.findChildren(QAbstractButton)}, group


def test_arrow_keys_reach_every_colour_and_breakpoint(shown):
    tab = shown.open("A day here", "style_form")
    for control in [w for w in tab.findChildren(SwatchControl) if w.swatches]:
        swatches = [*control.swatches.values()]
        swatches[0].setFocus()
        for swatch in swatches:
            assert swatch.hasFocus()
            QTest.keyClick(swatch, Qt.Key.Key_Right)
    buttons = [*tab.switch.buttons.values()]
    buttons[0].setFocus()
    for button in buttons:
        assert shown.window.focusWidget() is button
        QTest.keyClick(button, Qt.Key.Key_Right)


# -- the ring -------------------------------------------------------------------------------------


def kind_of(widget):
    return type(widget).__name__, widget.objectName(), str(widget.property("short") or "")


def ring(shown, widget):
    """How many pixels around a widget change visibly when it gets the focus."""
    scroll_to(widget)
    place = QRect(widget.mapTo(shown.window, QPoint(0, 0)), widget.size()).adjusted(-3, -3, 3, 3)
    shown.inspector.tabs.tabBar().setFocus()
    before = grabbed(shown.window, place)
    (widget.focusProxy() or widget).setFocus(Qt.FocusReason.TabFocusReason)
    after = grabbed(shown.window, place)
    changes = Counter(zip(colours_of(before), colours_of(after), strict=True))
    visible = (n for (old, new), n in changes.items() if contrast(old, new) >= HARDLY)
    return sum(visible)


def colours_of(image):
    """The colours of an image, pixel by pixel."""
    return [f"#{pixel & 0xFFFFFF:06x}" for pixel in memoryview(image.constBits()).cast("I")]


def grabbed(window, place):
    QApplication.processEvents()
    return window.grab(place).toImage().convertToFormat(QImage.Format.Format_RGB32)


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_focus_is_seen(shown, look):
    shown.window.set_appearance(look)
    shown.window.activateWindow()
    seen, unseen = Counter(), []
    for title, tab in PLACES:
        form = shown.open(title, tab)
        for widget in shown.used(form):
            kind = kind_of(widget)
            if kind in seen or not widget.isVisible():
                continue
            seen[kind] += 1
            changed = ring(shown, widget)
            if changed < (widget.width() + widget.height()) / 2:
                unseen.append((kind, changed, widget.size().toTuple(), name_of(widget)))
    assert len(seen) > 15
    assert not unseen, unseen


# -- letters --------------------------------------------------------------------------------------


def legibility(window, widget):
    """The contrast of the letters on a widget with the ground that they stand on."""
    scroll_to(widget)
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).adjusted(3, 3, -3, -3)
    image = QImage(place.size() * SHARP, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SHARP)  # so that thin letters have their own colour somewhere
    window.render(image, QPoint(0, 0), QRegion(place))
    colours = Counter(colours_of(image))
    ground = colours.most_common(1)[0][0] if colours else "#000000"
    return max((contrast(ground, colour) for colour in colours), default=0)


def letters_of(widget):
    """What is written on a widget; a button that cannot be used now may be faint."""
    if isinstance(widget, QAbstractButton) and not widget.isEnabled():
        return ""
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text()
    if isinstance(widget, QLineEdit):
        return widget.text() or widget.placeholderText()
    return widget.currentText() if isinstance(widget, QComboBox) else ""


@pytest.mark.parametrize("look", ["light", "dark"])
def test_letters_are_legible(shown, look):
    shown.window.set_appearance(look)
    faint, looked = [], set()
    for title, tab in PLACES:
        form = shown.open(title, tab)
        shown.inspector.tabs.tabBar().setFocus()
        for widget in form.findChildren(QWidget):
            if not widget.isVisible() or not letters_of(widget).strip() or widget.width() < 8:
                continue
            what = kind_of(widget), letters_of(widget), str(widget.property("state"))
            if what in looked:
                continue
            looked.add(what)
            found = legibility(shown.window, widget)
            if found < READABLE:
                state = (widget.property("state"), widget.isEnabled())
                faint.append(
                    (title, tab, kind_of(widget), letters_of(widget), state, round(found, 2))
                )
    assert len(looked) > 100
    assert not faint, faint


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_colours_that_carry_meaning(tokens):
    for ground in (tokens.panel, tokens.well, tokens.hover, tokens.accent_soft):
        for letters in (tokens.text, tokens.muted, tokens.accent):
            assert contrast(letters, ground) >= READABLE, (letters, ground)
    for name in ("warning", "error"):
        for ground in (tokens.panel, tokens.well, getattr(tokens, f"{name}_soft")):
            assert contrast(getattr(tokens, name), ground) >= READABLE, (name, ground)
    for ground in (tokens.panel, tokens.well):
        assert contrast(tokens.control, ground) >= VISIBLE
        assert contrast(tokens.accent, ground) >= VISIBLE
