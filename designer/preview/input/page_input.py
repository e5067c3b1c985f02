"""What the person's hands do in a page: choosing, typing, asking for this and that."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWebEngineCore import QWebEnginePage
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QWidget

from designer.editor import Editor
from designer.errors import DesignerError
from designer.markdown import GITHUB, Dialect
from designer.preview.input.inline_editing import InlineEditing
from designer.preview.input.rich_text_editor import load
from designer.preview.page.bridge import Bridge, call
from designer.preview.page.dom_addresses import address_of

_AWAY_MS, _PATIENCE_MS = 100, 2000
"""The latter for a page that does not answer any more; what it has told is in the documents."""

_LAST_KEY = Qt.Key.Key_F24  # on no keyboard


class PageInput(QObject):
    """Turns what the page's script tells into addresses, and lets people type in the page.

    Attributes:
        inline_editing: The text in which somebody types.
        dialect: The Markdown of the site.
        picks: How many selections the page has made; the page knows by it which of its own
            selections an answer is for.

    Signals:
        picked: The ``Address`` of an element that was chosen, and how it is added to what is
            selected: ``range``, ``toggle`` or ''.
        commanded: The id of a command, the ``Address`` that it is about (or None), and a number:
            the place where something moves, or a direction.
        aside: What is selected lies beside the part of the page that is seen: where it begins.
        picture_given: The ``Address`` of a picture of the page, None for none, and what was dropped
            on it: a file or an image.
        outdated: The mark of a root that has to be drawn again, since nobody types there any more,
            or since what was typed could not be written.
        told: A sentence for the person.
        flushed: The page has told of every key that was pressed before the last one.
    """

    picked = Signal(object, str)
    commanded = Signal(str, object, int)
    aside = Signal(int)
    picture_given = Signal(object, object)
    outdated = Signal(str)
    told = Signal(str)
    flushed = Signal()

    def __init__(
        self, page: QWebEnginePage, bridge: Bridge, editor: Editor, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._editor = editor
        self._can_edit_rich_text = False
        self._can_answer = False
        self.inline_editing = InlineEditing(editor, self)
        self.dialect: Dialect = GITHUB
        self.picks = 0
        bridge.started.connect(self._start)
        bridge.pointed.connect(self._point)
        bridge.typed_in.connect(self._type)
        bridge.rich_edited.connect(self._edit_rich)
        bridge.commanded.connect(self._command)
        bridge.notified.connect(self._notice)

    def take_picture(self, mark: Mapping[str, str] | None, given: object) -> None:
        """A picture was dropped on a picture of the page, or beside all of them."""
        address = address_of(mark["root"], mark["path"]) if mark else None
        self.picture_given.emit(address, given)

    def follow(self) -> None:
        """The documents have changed: the rich text in which somebody types may be another one."""
        if (text := self.inline_editing.follow()) is not None:
            call(self._page, "updateRichText", text)

    def flush(self) -> None:
        """Wait until the documents hold every key that was pressed in the page.

        The engine hands keys to the page one by one, behind everything else: the page tells when a
        last one has come, which is pressed here. Without the focus the page gets no keys; those
        from before have had a while to come.
        """
        keyboard = self._keyboard()
        if not self._can_answer or not (keyboard or self.inline_editing.root):
            return
        loop = QEventLoop()
        self.flushed.connect(loop.quit)
        QTimer.singleShot(_PATIENCE_MS if keyboard else _AWAY_MS, loop.quit)
        call(self._page, "flush")
        if keyboard:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = QKeyEvent(kind, _LAST_KEY, Qt.KeyboardModifier.NoModifier)
                QCoreApplication.postEvent(keyboard, key)
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        self.flushed.disconnect(loop.quit)

    def _keyboard(self) -> QWidget | None:
        """The engine's own widget, when keys go to it."""
        view: QWebEngineView | None = QWebEngineView.forPage(self._page)
        widget: QWidget | None = view.focusProxy() if view is not None else None
        return widget if widget is not None and widget.hasFocus() else None

    def _start(self) -> None:
        self._can_answer = True

    def _point(self, root: str, path: str, slot: str, how: str) -> None:
        self.picks += 1
        address = address_of(root, path, slot)
        if address.block is None or self._editor.block(address.block):
            self.picked.emit(address, how)

    def _type(self, root: str, path: str, text: str, count: int) -> None:
        if not self.inline_editing.take(root, path, text, count):
            self.outdated.emit(root)

    def _edit_rich(self, root: str, path: str, document: str, count: int) -> None:
        try:
            message = self.inline_editing.take_rich(root, path, document, count)
        except DesignerError as error:  # the page goes back, so that what is typed next is written
            self.told.emit(str(error))
            message = self.inline_editing.rich_text()
        if message is not None:
            call(self._page, "updateRichText", message)

    def _command(self, command: str, target: dict[str, Any]) -> None:
        """Ask for a command, unless its block is gone already."""
        root, path, value = target.get("root"), target.get("path", ""), target.get("value", 0)
        address = address_of(str(root), str(path)) if root else None
        if address is None or address.block is None or self._editor.block(address.block):
            self.commanded.emit(command, address, value if isinstance(value, int) else 0)

    def _notice(self, event: str, details: dict[str, Any]) -> None:
        """React to an event on the page."""
        root, path = str(details.get("root", "")), str(details.get("path", ""))
        match event:
            case "typing-began":
                shown = str(details.get("shown", ""))
                call(self._page, "setEditedText", self.inline_editing.begin(root, path, shown))
            case "rich-text-requested":
                self._enter_rich(root, path, details)
            case "typing-ended":
                self.inline_editing.end()
                self.outdated.emit(root)
            case "flushed":
                self.flushed.emit()
            case "embedded-kept":
                self.told.emit(
                    self.tr("What is among these words stays; change the words beside it.")
                )
            case "image-in-text":
                self.told.emit(
                    self.tr(
                        "A picture cannot stand in this text;"
                        " select a picture of the page and paste it there."
                    )
                )
            case "selected-beside":
                self.aside.emit(int(details.get("left", 0)))
            case _:
                raise ValueError(f"The page reports an unknown event, {event}.")

    def _enter_rich(self, root: str, path: str, more: dict[str, Any]) -> None:
        try:
            message = self.inline_editing.begin_rich(root, path, self.dialect)
            if not self._can_edit_rich_text:
                load(self._page)
                self._can_edit_rich_text = True
        except DesignerError as error:
            self.told.emit(str(error))
            call(self._page, "openRichText", {"root": "", "path": ""})  # nothing waits for it
            return
        at = {"x": more["x"], "y": more["y"]} if "x" in more else None
        call(self._page, "openRichText", message | {"at": at})
