"""Input on the page: clicks, typing, and requests for commands."""

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
from designer.project import OpenSite

_UNFOCUSED_TIMEOUT_MS, _FOCUSED_TIMEOUT_MS = 100, 2000
"""Timeouts of ``flush`` without and with keyboard focus; the latter is for a page that hangs."""

_SENTINEL_KEY = Qt.Key.Key_F24  # on no keyboard


class PageInput(QObject):
    """Translates what the page's script reports into addresses, and runs inline editing.

    Attributes:
        inline_editing: The text that is being edited on the page.
        pick_count: The count of selections made on the page. The page uses the count to match an
            answer to one of its selections.

    Signals:
        picked: The ``Address`` of a clicked element, and how the element is added to the selection:
            ``range``, ``toggle`` or ''.
        commanded: The id of a command, the ``Address`` of its target (or None), and a number: the
            index to move to, or a direction.
        horizontal_scroll_requested: The selected element lies outside of the visible columns; its
            left edge in CSS pixels.
        image_dropped: The ``Address`` of the image that was the drop target (None if there was
            none), and the dropped file or image.
        root_outdated: The root mark of a block to render again, because inline editing ended or
            because the typed text could not be written.
        hint_requested: A hint for the person.
        flushed: The page has reported every key that was pressed before ``flush``.
    """

    picked = Signal(object, str)
    commanded = Signal(str, object, int)
    horizontal_scroll_requested = Signal(int)
    image_dropped = Signal(object, object)
    root_outdated = Signal(str)
    hint_requested = Signal(str)
    flushed = Signal()

    def __init__(
        self, page: QWebEnginePage, bridge: Bridge, editor: Editor, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._editor = editor
        self._is_editor_loaded = False
        self._is_started = False
        self.inline_editing = InlineEditing(editor, self)
        self._open: OpenSite | None = None
        self.pick_count = 0
        bridge.started.connect(self._start)
        bridge.element_clicked.connect(self._on_clicked)
        bridge.typed_in.connect(self._on_typed)
        bridge.rich_edited.connect(self._on_rich_edited)
        bridge.commanded.connect(self._on_command)
        bridge.notified.connect(self._on_event)

    def show_site(self, open_site: OpenSite) -> None:
        """Edit rich texts in the Markdown dialect of this site."""
        self._open = open_site

    @property
    def _dialect(self) -> Dialect:
        return self._open.variant.dialect if self._open else GITHUB

    def drop_image(self, mark: Mapping[str, str] | None, image: object) -> None:
        """Handle an image that was dropped on an image of the page, or elsewhere on the page."""
        address = address_of(mark["root"], mark["path"]) if mark else None
        self.image_dropped.emit(address, image)

    def sync_rich_text(self) -> None:
        """Update the rich text editor on the page after a change of the documents."""
        if (text := self.inline_editing.follow()) is not None:
            call(self._page, "updateRichText", text)

    def flush(self) -> None:
        """Wait until the documents contain every key that was pressed on the page.

        The engine delivers keys to the page in order, behind all other events. A sentinel key (F24)
        is posted here; when the page reports it, all earlier keys have been reported. Without
        keyboard focus the page receives no keys, so a short timeout is enough for keys pressed
        before.
        """
        widget = self._focused_widget()
        if not self._is_started or not (widget or self.inline_editing.root):
            return
        loop = QEventLoop()
        self.flushed.connect(loop.quit)
        QTimer.singleShot(_FOCUSED_TIMEOUT_MS if widget else _UNFOCUSED_TIMEOUT_MS, loop.quit)
        call(self._page, "flush")
        if widget:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = QKeyEvent(kind, _SENTINEL_KEY, Qt.KeyboardModifier.NoModifier)
                QCoreApplication.postEvent(widget, key)
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        self.flushed.disconnect(loop.quit)

    def _focused_widget(self) -> QWidget | None:
        """Return the engine's input widget if it has the keyboard focus."""
        view: QWebEngineView | None = QWebEngineView.forPage(self._page)
        widget: QWidget | None = view.focusProxy() if view is not None else None
        return widget if widget is not None and widget.hasFocus() else None

    def _start(self) -> None:
        self._is_started = True

    def _on_clicked(self, root: str, path: str, slot: str, how: str) -> None:
        self.pick_count += 1
        address = address_of(root, path, slot)
        if address.block is None or self._editor.block(address.block):
            self.picked.emit(address, how)

    def _on_typed(self, root: str, path: str, text: str, count: int) -> None:
        if not self.inline_editing.take(root, path, text, count):
            self.root_outdated.emit(root)

    def _on_rich_edited(self, root: str, path: str, document: str, count: int) -> None:
        try:
            message = self.inline_editing.take_rich(root, path, document, count)
        except DesignerError as error:  # resets the page to the document's text
            self.hint_requested.emit(str(error))
            message = self.inline_editing.rich_text()
        if message is not None:
            call(self._page, "updateRichText", message)

    def _on_command(self, command: str, target: dict[str, Any]) -> None:
        """Emit a command request, unless its target block no longer exists."""
        root, path, value = target.get("root"), target.get("path", ""), target.get("value", 0)
        address = address_of(str(root), str(path)) if root else None
        if address is None or address.block is None or self._editor.block(address.block):
            self.commanded.emit(command, address, value if isinstance(value, int) else 0)

    def _on_event(self, event: str, details: dict[str, Any]) -> None:
        """Handle an event on the page."""
        root, path = str(details.get("root", "")), str(details.get("path", ""))
        match event:
            case "typing-began":
                shown = str(details.get("shown", ""))
                call(self._page, "setEditedText", self.inline_editing.begin(root, path, shown))
            case "rich-text-requested":
                self._open_rich(root, path, details)
            case "typing-ended":
                self.inline_editing.end()
                self.root_outdated.emit(root)
            case "flushed":
                self.flushed.emit()
            case "embedded-kept":
                self.hint_requested.emit(
                    self.tr("What is among these words stays; change the words beside it.")
                )
            case "image-in-text":
                self.hint_requested.emit(
                    self.tr(
                        "A picture cannot stand in this text;"
                        " select a picture of the page and paste it there."
                    )
                )
            case "selected-beside":
                self.horizontal_scroll_requested.emit(int(details.get("left", 0)))
            case _:
                raise ValueError(f"The page reports an unknown event, {event}.")

    def _open_rich(self, root: str, path: str, details: dict[str, Any]) -> None:
        try:
            message = self.inline_editing.begin_rich(root, path, self._dialect)
            if not self._is_editor_loaded:
                load(self._page)
                self._is_editor_loaded = True
        except DesignerError as error:
            self.hint_requested.emit(str(error))
            call(self._page, "openRichText", {"root": "", "path": ""})  # cancels the request
            return
        point = {"x": details["x"], "y": details["y"]} if "x" in details else None
        call(self._page, "openRichText", message | {"at": point})
