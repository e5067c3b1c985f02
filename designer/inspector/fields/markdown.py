"""A Markdown source field with buttons and shortcuts for common formatting."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QToolButton, QWidget
from typing_extensions import override

from designer.inspector.entries.entry import FormEntry
from designer.inspector.fields import markdown_edits
from designer.inspector.fields.field_editor import FieldEditor, RowSlots
from designer.inspector.fields.markdown_edits import MarkdownEdit
from designer.inspector.fields.markdown_highlighter import MarkdownHighlighter
from designer.inspector.fields.multi_line import MultiLineField
from designer.inspector.fields.painting import paint_frame
from designer.inspector.widgets.roving import Roving
from designer.look import LIGHT, Tokens, icon

_BAR = 30
_BUTTON = 24
_INSET = 3


def _tr(text: str) -> str:
    return QCoreApplication.translate("Markdown", text)


def _tools() -> tuple[tuple[str, str, str, MarkdownEdit], ...]:
    """Return icon name, label, shortcut and edit function of each button."""
    return (
        ("bold", _tr("Bold"), "Ctrl+B", markdown_edits.bold),
        ("italic", _tr("Italic"), "Ctrl+I", markdown_edits.italic),
        ("link", _tr("Link"), "Ctrl+K", markdown_edits.link),
        ("list", _tr("List"), "Ctrl+Shift+8", markdown_edits.bullets),
        ("numbers", _tr("Numbered list"), "Ctrl+Shift+7", markdown_edits.numbers),
        ("heading", _tr("Heading"), "Ctrl+Shift+H", markdown_edits.heading),
    )


class MarkdownText(MultiLineField):
    """The source text, with shortcuts for bold, italic, links, lists and headings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("markdown", parent)
        self.setObjectName("bare")
        self._keys = {QKeySequence(key): edit for _, _, key, edit in _tools()}

    def apply(self, edit: MarkdownEdit) -> None:
        """Apply an edit function to the selection as one undo step."""
        cursor, text = self.textCursor(), self._text()
        start, end = (
            _in_python(text, at) for at in (cursor.selectionStart(), cursor.selectionEnd())
        )
        new, first, last = edit(text, start, end)
        self.editing_finished.emit()
        self._replace(text, new)
        cursor = self.textCursor()
        cursor.setPosition(_in_qt(new, first))
        cursor.setPosition(_in_qt(new, last), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.editing_finished.emit()

    def _replace(self, old: str, new: str) -> None:
        """Replace only the changed part of the text."""
        same, rest = 0, 0
        shorter = min(len(old), len(new))
        while same < shorter and old[same] == new[same]:
            same += 1
        while rest < shorter - same and old[-1 - rest] == new[-1 - rest]:
            rest += 1
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.setPosition(_in_qt(old, same))
        cursor.setPosition(_in_qt(old, len(old) - rest), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(new[same : len(new) - rest])
        cursor.endEditBlock()

    def _edit_of(self, event: QEvent) -> MarkdownEdit | None:
        if not isinstance(event, QKeyEvent):
            return None
        return self._keys.get(QKeySequence(event.keyCombination()))

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._edit_of(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if edit := self._edit_of(event):
            self.apply(edit)
            return
        if event.matches(QKeySequence.StandardKey.InsertParagraphSeparator):
            text, at = self._text(), self.textCursor()
            start, end = (
                _in_python(text, place) for place in (at.selectionStart(), at.selectionEnd())
            )
            if (made := markdown_edits.new_line(text, start, end)) is not None:
                self.apply(lambda *_: made)
                return
        super().keyPressEvent(event)


class MarkdownField(QWidget, FieldEditor):
    """A Markdown text with its buttons above it, in one frame.

    Signals:
        edited: The new text.
        editing_finished: The text lost the focus; ends the undo group.
        height_changed: The field needs another height.
    """

    is_stacked = True
    edited = Signal(object)
    editing_finished = Signal()
    height_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = MarkdownText(self)
        self._highlighter = MarkdownHighlighter(self.text.document())
        self._tokens = LIGHT
        self._buttons: list[tuple[str, QToolButton]] = []
        for picture, words, key, edit in _tools():
            button = QToolButton(self)
            button.setObjectName("small")
            button.setIconSize(QSize(14, 14))
            shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(f"{words} ({shown})")
            button.setAccessibleName(words)
            button.clicked.connect(lambda _on=False, e=edit: self.apply(e))
            self._buttons.append((picture, button))
        Roving(self).set_buttons([button for _, button in self._buttons])
        self.text.edited.connect(self.edited)
        self.text.editing_finished.connect(self.editing_finished)
        self.text.height_changed.connect(self.height_changed)
        self.text.installEventFilter(self)
        self.setFocusProxy(self.text)

    @override
    def connect_row(self, row: RowSlots) -> None:
        super().connect_row(row)
        self.height_changed.connect(row.height_changed)

    def apply(self, edit: MarkdownEdit) -> None:
        """Apply an edit function and focus the text."""
        self.text.apply(edit)
        self.text.setFocus()

    @property
    @override
    def stops(self) -> list[QWidget]:
        """The text, then its buttons, which also have shortcuts."""
        return [self.text, *(button for _, button in self._buttons)]

    @property
    def caret(self) -> int:
        """The position of the caret."""
        return self.text.caret

    @caret.setter
    def caret(self, position: int) -> None:
        self.text.caret = position

    @override
    def show_entry(self, entry: FormEntry) -> None:
        if self.text.accessibleName() != entry.label:
            self.text.setAccessibleName(entry.label)
        self.text.show_entry(entry)

    @override
    def show_value(self, value: Any) -> None:
        self.text.show_value(value)

    @override
    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._highlighter.set_tokens(tokens)
        for picture, button in self._buttons:
            button.setIcon(icon(picture, tokens.muted))

    @override
    def height_for(self, width: int) -> int:
        return _BAR + self.text.height_for(width - 2 * _INSET)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        width, height = self.width(), self.height()
        for place, (_, button) in enumerate(self._buttons):
            x = _INSET + place * (_BUTTON + 2)
            x = width - x - _BUTTON if self.isRightToLeft() else x
            button.setGeometry(x, _INSET, _BUTTON, _BUTTON)
        self.text.setGeometry(2, _BAR - 1, width - 4, height - _BAR - 1)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_frame(painter, self.rect(), self._tokens, focused=self.text.hasFocus())
        painter.setPen(self._tokens.line)
        painter.drawLine(2, _BAR - 1, self.width() - 3, _BAR - 1)


def _in_python(text: str, place: int) -> int:
    """Convert an offset in UTF-16 code units, as Qt counts, to a Python index."""
    if text.isascii():
        return place
    return len(text.encode("utf-16-le")[: place * 2].decode("utf-16-le", "ignore"))


def _in_qt(text: str, place: int) -> int:
    """Convert a Python index to an offset in UTF-16 code units, as Qt counts."""
    return place if text.isascii() else len(text[:place].encode("utf-16-le")) // 2
