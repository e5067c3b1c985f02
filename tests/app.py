"""Drives the whole window in scenario tests: actions of a person, and queries of what is shown."""

from __future__ import annotations

import json
from copy import copy
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPolygon
from PySide6.QtTest import QTest
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from designer.app.program import Program
from designer.engine.event_loop import value_of, wait_until
from designer.preview import WORLD, Preview
from designer.project import PageLocation
from tests.patience import WAIT_MS

AT_REST = 4  # polls, 20 ms apart, during which an element must not move


class Answers:
    """Answers dialogs with prepared answers and records them; fails on an unexpected dialog."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.asked: list[str] = []

    def _answer(self, question):
        self.asked.append(question)
        assert self.answers, f"nobody expected to be asked: {question}"
        return self.answers.pop(0)

    def unsaved(self, title):
        return self._answer(title)

    def conflict(self, names):
        return self._answer(names)

    def show_message(self, text):
        self._answer(text)

    def choose_picture(self, folder):
        return self._answer(folder)

    def copy_picture(self, name, folder):
        return self._answer((name, folder))

    def name_template(self, default, is_taken):
        name = self._answer(default)
        assert name is None or not is_taken(name)
        return name

    def changes(self, files, tokens):
        return self._answer([(name, found.count) for name, found in files])


class App:
    """A running program with its window open on a page."""

    is_second = False

    def __init__(self, location: PageLocation, *, size: tuple[int, int] = (1440, 900)) -> None:
        self.program = Program(QApplication.instance())
        self.editor = self.program.editor
        self.window = self.program.window
        self.window.save_prompts.dialogs = Answers()
        self.program.open(location)
        self.window.resize(*size)
        self.window.show()
        self.settle()

    def close(self) -> None:
        self.program.shut_down()

    def settle(self) -> None:
        """Wait until all keys are processed and the preview shows all changes.

        The selection is sent to the page without an answer, so a key may overtake it. The final
        script call is answered after everything that was sent to the page before.
        """
        self.preview.page_input.flush()
        self.until(lambda: self.preview.is_current, "the preview is current")
        self.js("null")

    def until(self, condition: Any, what: str = "it happens") -> None:
        wait_until(condition, what, WAIT_MS)

    # -- the tree -------------------------------------------------------------------------------

    @property
    def titles(self) -> list[str]:
        """The names of the rows in the block tree."""
        model = self.window.left.model
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    def choose(self, title: str) -> None:
        """Click a row of the block tree."""
        tree, model = self.window.left.blocks, self.window.left.model
        index = model.index(self.titles.index(title), 0)
        tree.scrollTo(index)
        place = tree.visualRect(index).center()
        QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def open_page(self, title: str) -> None:
        """Click a page in the list of pages."""
        pages = self.window.left.pages
        model = pages.model()
        rows = [model.index(r, 0) for r in range(model.rowCount())]
        index = next(i for i in rows if i.data() == title)
        place = pages.visualRect(index).center()
        QTest.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=place)

    # -- the gallery ----------------------------------------------------------------------------

    @property
    def offered(self) -> list[str]:
        """The labels of the gallery's offers."""
        return [offer.label for offer in self.window.gallery.items]

    def card(self, label: str) -> QWidget:
        """Return a card of the open gallery."""
        cards = self.window.gallery.grid.cards
        return next(card for card in cards if card.item.label == label)

    def add(self, label: str) -> None:
        """Open the gallery by its key and click a card."""
        self.press("Ctrl+Shift+A")
        QTest.mouseClick(self.card(label), Qt.MouseButton.LeftButton)

    # -- the inspector --------------------------------------------------------------------------

    def field(self, *path: str | int, tab: str = "content") -> QWidget:
        """Return the editor of a field or slot of the selected element."""
        inspector = self.window.inspector
        form = {
            "content": inspector.content,
            "style": inspector.style_form,
            "page": inspector.page_form,
        }[tab]
        inspector.tabs.setCurrentWidget(form)
        if tab != "style":
            inspector.open(path)
        found = form.field(path)
        assert found is not None, f"no field {path} in {[e.path for e in form.entries]}"
        return found.focusProxy() or found

    def slot(self, *path: str) -> QPlainTextEdit:
        found = self.field(*path, tab="style")
        assert isinstance(found, QPlainTextEdit)
        return found

    def type_at(self, field: QWidget, position: int, text: str, *, erase: int = 0) -> None:
        """Place the caret, delete ``erase`` characters after it, and type key by key."""
        field.setFocus()
        if isinstance(field, QLineEdit):
            field.setCursorPosition(position)
        else:
            assert isinstance(field, QPlainTextEdit)
            cursor = field.textCursor()
            cursor.setPosition(position)
            field.setTextCursor(cursor)
        for _ in range(erase):
            QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClicks(field, text)

    def press(self, keys: str, widget: QWidget | None = None) -> None:
        """Press a key combination, such as ``Ctrl+S``."""
        QTest.keySequence(widget or self.window, keys)

    # -- the page -------------------------------------------------------------------------------

    def beside(self) -> App:
        """Return an ``App`` of the same window whose ``js``, ``click``, … use the second page."""
        found = copy(self)
        found.is_second = True
        return found

    @property
    def preview(self) -> Preview:
        return self.window.split_preview.second if self.is_second else self.program.preview

    @property
    def view(self) -> QWebEngineView:
        canvas = self.window.canvas
        return (canvas.second if self.is_second else canvas.first).view

    def js(self, script: str) -> Any:
        """Return the value of an expression in the preview's world."""
        text = value_of(self.preview.page, f"JSON.stringify({script})", WORLD.value)
        return json.loads(text) if text else None

    def style(self, selector: str, name: str) -> str:
        """Return a computed style of the first element that matches."""
        return self.js(f"getComputedStyle(document.querySelector({selector!r})).{name}")

    def text(self, selector: str) -> str:
        """Return the text of the first element that matches; empty if there is none."""
        return self.js(f"document.querySelector({selector!r})?.textContent ?? ''")

    def click(self, selector: str) -> None:
        """Click near the middle of an element of the page with mouse events."""
        view = self.view
        x, y = self._steady_place(selector)
        zoom = view.zoomFactor()
        target = view.focusProxy() or view
        place = QPoint(round(x * zoom), round(y * zoom))
        QTest.mouseMove(target, place)
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=place)

    def toolbar(self) -> QRect:
        """Return the rectangle of the page's toolbar in the window.

        The toolbar is found by its colour, which needs a dark window and a light page.
        """
        window, view = self.window, self.view
        assert QColor(window.tokens.panel).lightness() < 60
        picture = window.grab().toImage()
        area = QRect(view.mapTo(window, QPoint(0, 0)), view.size())
        area &= QRect(view.parentWidget().mapTo(window, QPoint(0, 0)), view.parentWidget().size())
        panel = QColor(window.tokens.panel).rgb()
        places = [
            QPoint(x, y)
            for y in range(area.top(), area.bottom(), 2)
            for x in range(area.left(), area.right(), 2)
            if picture.pixel(x, y) == panel
        ]
        return QPolygon(places).boundingRect()

    def press_tool(self, number: int) -> None:
        """Click a button of the page's toolbar, counted from 0, once the toolbar is at rest.

        An image that loads late moves the element, and the toolbar with it.
        """
        seen: list[QRect] = []

        def at_rest() -> bool:
            QTest.qWait(50)
            seen.append(self.toolbar())
            return len(seen) >= AT_REST and all(each == seen[-1] for each in seen[-AT_REST:])

        self.until(at_rest, "the toolbar has come to rest")
        place = seen[-1].topLeft() + QPoint(16 + 28 * number, 16)
        target = self.view.focusProxy() or self.view
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=target.mapFrom(self.window, place))

    def _steady_place(self, selector: str) -> tuple[float, float]:
        """Return where to click an element, in CSS pixels, once it is visible and at rest.

        Elements that scroll into view are laid out only then, which moves everything below them.
        """
        find = (
            f"(() => {{ const e = document.querySelector({selector!r});"
            " const r = e.getBoundingClientRect();"
            " if (r.bottom <= 0 || r.top >= innerHeight || r.height < innerHeight"
            " && (r.top < 0 || r.bottom > innerHeight))"
            " e.scrollIntoView({block: 'center', behavior: 'instant'});"
            " const s = e.getBoundingClientRect();"
            " return [s.x + Math.min(s.width / 2, 40), s.y + s.height / 2]; })()"
        )
        places: list[tuple[float, float]] = []

        def at_rest() -> bool:
            QTest.qWait(20)
            places.append(tuple(self.js(find)))
            return len(places) >= AT_REST and len(set(places[-AT_REST:])) == 1

        self.until(at_rest, "the element has come to rest")
        return places[-1]

    # -- bars -----------------------------------------------------------------------------------

    def bar(self, name: str) -> str:
        return self.window.bars.text(name)

    def answer(self, name: str, words: str) -> None:
        """Press a button of a notification bar."""
        buttons = self.window.bars.findChildren(QPushButton)
        QTest.mouseClick(next(b for b in buttons if b.text() == words), Qt.MouseButton.LeftButton)


def line_diff(before: bytes, after: bytes) -> list[tuple[bytes, bytes]]:
    """Return the pairs of lines that differ between two texts with equally many lines."""
    old, new = before.split(b"\n"), after.split(b"\n")
    assert len(old) == len(new)
    return [(a, b) for a, b in zip(old, new, strict=True) if a != b]


def read(path: Path) -> bytes:
    return path.read_bytes()
