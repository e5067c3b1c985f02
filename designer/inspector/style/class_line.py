"""The line in which classes are typed, with an offer of those that may be meant."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from designer.inspector.style.context import Context
from designer.inspector.style.popup import swatch_icon
from designer.look import Tokens
from designer.tailwind import Completion, completions

_CSS = Qt.ItemDataRole.UserRole
_SWATCH = Qt.ItemDataRole.UserRole + 1
_ROW, _INSET, _DOT, _WIDTH = 26, 10, 14, 300


class ClassLine(QLineEdit):
    """A line that says which classes are to be added.

    Signals:
        added: The classes.
    """

    added = Signal(str)

    def __init__(self, context: Context, tokens: Tokens) -> None:
        super().__init__()
        self._context = context
        self._delegate = _OfferDelegate(tokens, self)
        self._offers = QStandardItemModel(self)
        self.setObjectName("addClass")
        self.setPlaceholderText(self.tr("Add a class"))
        self.setAccessibleName(self.tr("Add a class"))
        self.returnPressed.connect(self._add)
        self.textEdited.connect(self._offer)
        completer = QCompleter(self._offers, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        popup = QListView()
        popup.setObjectName("completions")
        popup.setMinimumWidth(_WIDTH)
        completer.setPopup(popup)
        popup.setItemDelegate(self._delegate)
        completer.activated.connect(self._take)
        self.setCompleter(completer)

    def set_tokens(self, tokens: Tokens) -> None:
        """Use other colours."""
        self._delegate.tokens = tokens

    @property
    def offered(self) -> list[str]:
        """The words that are offered now."""
        return [self._offers.item(row).text() for row in range(self._offers.rowCount())]

    def _offer(self, text: str) -> None:
        self._offers.clear()
        context, typed = self._context, text.rpartition(" ")[2]
        if not typed or context.sheet is None:
            return
        for found in completions(typed, context.sheet, context.used(), context.variables):
            self._offers.appendRow(_item(found))

    def _take(self, word: str) -> None:
        """Use an offered word; after a variant a class is still to be typed."""
        kept = self.text().rpartition(" ")[0]
        text = f"{kept} {word}".lstrip() if kept else word
        # The completer writes its word into the line after this.
        QTimer.singleShot(0, self, lambda: self._finish(text))

    def _finish(self, text: str) -> None:
        self.setText(text)
        if text.endswith(":"):
            self._offer(text)
        else:
            self._add()

    def _add(self) -> None:
        text = self.text().strip()
        self.clear()
        self._offers.clear()
        if text:
            self.added.emit(text)


def _item(found: Completion) -> QStandardItem:
    item = QStandardItem(found.word)
    item.setData(found.css, _CSS)
    item.setData(found.color, _SWATCH)
    item.setToolTip(found.css)
    item.setAccessibleText(f"{found.word}, {found.css}" if found.css else found.word)
    return item


class _OfferDelegate(QStyledItemDelegate):
    """Paints the colour of a class, its name, and what it does."""

    def __init__(self, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(parent)
        self.tokens = tokens

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(80, _ROW)

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
        if color := index.data(_SWATCH):
            left = area.right() - _DOT if is_mirrored else area.left()
            place = QRect(left, area.center().y() - _DOT // 2, _DOT, _DOT)
            swatch_icon(str(color), _DOT).paint(painter, place)
            inset = _DOT + 6
            area.adjust(0 if is_mirrored else inset, 0, -inset if is_mirrored else 0, 0)
        word, css = str(index.data()), str(index.data(_CSS) or "")
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(self.tokens.accent if chosen else self.tokens.text))
        painter.drawText(area, middle | Qt.AlignmentFlag.AlignLeft, word)
        room = area.width() - option.fontMetrics.horizontalAdvance(word) - _INSET
        shown = option.fontMetrics.elidedText(css, Qt.TextElideMode.ElideRight, room)
        painter.setPen(QColor(self.tokens.muted))
        painter.drawText(area, middle | Qt.AlignmentFlag.AlignRight, shown)
