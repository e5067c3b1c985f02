"""The window as a person uses it: short words for what scenarios do and see."""

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

PATIENCE = 30_000
AT_REST = 4  # looks, 20 ms apart, between which an element has not moved


class Answers:
    """Answers the window's questions in turn, and remembers them; an unexpected one fails."""

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
        """Wait until every key has come, and the preview shows everything that changed.

        The page is told of a selection without an answer, and a key may overtake that: the last
        question is answered behind all that the page was told.
        """
        self.preview.page_input.flush()
        self.until(lambda: self.preview.is_current, "the preview is current")
        self.js("null")

    def until(self, condition: Any, what: str = "it happens") -> None:
        wait_until(condition, what, PATIENCE)

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
        """Click a page in the list."""
        pages = self.window.left.pages
        model = pages.model()
        rows = [model.index(r, 0) for r in range(model.rowCount())]
        index = next(i for i in rows if i.data() == title)
        place = pages.visualRect(index).center()
        QTest.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=place)

    # -- the gallery ----------------------------------------------------------------------------

    @property
    def offered(self) -> list[str]:
        """The names of what can be added."""
        return [offer.label for offer in self.window.gallery.items]

    def card(self, label: str) -> QWidget:
        """A card of the open gallery."""
        cards = self.window.gallery.grid.cards
        return next(card for card in cards if card.item.label == label)

    def add(self, label: str) -> None:
        """Open the gallery by its key and click a card."""
        self.press("Ctrl+Shift+A")
        QTest.mouseClick(self.card(label), Qt.MouseButton.LeftButton)

    # -- the inspector --------------------------------------------------------------------------

    def field(self, *path: str | int, tab: str = "content") -> QWidget:
        """The editor of a field or slot of what is selected."""
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
        """Put the caret at a place, delete what follows, and type, key by key."""
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
        """The same window, in which ``js``, ``click`` and so on are about the second page."""
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
        """The value of an expression in the preview's world."""
        text = value_of(self.preview.page, f"JSON.stringify({script})", WORLD.value)
        return json.loads(text) if text else None

    def style(self, selector: str, name: str) -> str:
        """A computed style of the first element that fits."""
        return self.js(f"getComputedStyle(document.querySelector({selector!r})).{name}")

    def text(self, selector: str) -> str:
        """The text of the first element that fits; empty when there is none."""
        return self.js(f"document.querySelector({selector!r})?.textContent ?? ''")

    def click(self, selector: str) -> None:
        """Click the middle of an element of the page with the real mouse."""
        view = self.view
        x, y = self._steady_place(selector)
        zoom = view.zoomFactor()
        target = view.focusProxy() or view
        place = QPoint(round(x * zoom), round(y * zoom))
        QTest.mouseMove(target, place)
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=place)

    def toolbar(self) -> QRect:
        """Where the page's small toolbar is in the window; in the dark, on a light page."""
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
        """Click a button of the page's small toolbar, counted from 0, once it has come to rest.

        A picture that arrives late moves the element, and the toolbar with it.
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
        """Where to click an element, in CSS pixels, once it is in view and has come to rest.

        What is scrolled to is laid out only then, and moves what is below it.
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
        """Press a button of a bar."""
        buttons = self.window.bars.findChildren(QPushButton)
        QTest.mouseClick(next(b for b in buttons if b.text() == words), Qt.MouseButton.LeftButton)


def line_diff(before: bytes, after: bytes) -> list[tuple[bytes, bytes]]:
    """The lines that differ between two texts of equally many lines."""
    old, new = before.split(b"\n"), after.split(b"\n")
    assert len(old) == len(new)
    return [(a, b) for a, b in zip(old, new, strict=True) if a != b]


def read(path: Path) -> bytes:
    return path.read_bytes()
