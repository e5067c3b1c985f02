"""The completion list below a text line: words, each with a colour and a note."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QCompleter,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from designer.inspector.values.color_text import swatch_icon
from designer.look import Tokens

WORD = Qt.ItemDataRole.UserRole + 1
"""The inserted word."""

NOTE = Qt.ItemDataRole.UserRole + 2
"""The note at the end of the row: a label or a description of the word."""

COLOUR = Qt.ItemDataRole.UserRole + 3
"""A colour shown before the word, or None."""

_INSET, _DOT = 10, 14


class CompletionPopup(QListView):
    """The popup of a completer; its items use the roles of this module."""

    def __init__(self, tokens: Tokens, height: int) -> None:
        """Create a list with this row height in pixels."""
        super().__init__()
        self._delegate = _CompletionDelegate(tokens, height, self)
        self.setObjectName("completions")

    def attach(self, completer: QCompleter) -> None:
        """Become the popup of a completer, and restore the delegate that ``setPopup`` replaces."""
        completer.setPopup(self)
        self.setItemDelegate(self._delegate)

    def set_tokens(self, tokens: Tokens) -> None:
        """Apply other colours."""
        self._delegate.tokens = tokens


class _CompletionDelegate(QStyledItemDelegate):
    """Paints the colour if there is one, the word, and the note at the end."""

    def __init__(self, tokens: Tokens, height: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.tokens = tokens
        self._height = height

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(80, self._height)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(option.rect, QColor(self.tokens.accent_soft))
        area = option.rect.adjusted(_INSET, 0, -_INSET, 0)
        is_mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        if color := index.data(COLOUR):
            left = area.right() - _DOT if is_mirrored else area.left()
            place = QRect(left, area.center().y() - _DOT // 2, _DOT, _DOT)
            swatch_icon(str(color), _DOT).paint(painter, place)
            inset = _DOT + 6
            area.adjust(0 if is_mirrored else inset, 0, -inset if is_mirrored else 0, 0)
        word, note = str(index.data(WORD)), str(index.data(NOTE) or "")
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(self.tokens.accent if chosen else self.tokens.text))
        painter.drawText(area, middle | Qt.AlignmentFlag.AlignLeft, word)
        room = area.width() - option.fontMetrics.horizontalAdvance(word) - _INSET
        shown = option.fontMetrics.elidedText(note, Qt.TextElideMode.ElideRight, room)
        painter.setPen(QColor(self.tokens.muted))
        painter.drawText(area, middle | Qt.AlignmentFlag.AlignRight, shown)
