"""A link field that completes this site's pages and this page's anchors."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget
from typing_extensions import override

from designer.inspector.entries.site_context import SiteContext
from designer.inspector.fields.single_line import TextField
from designer.inspector.widgets.completion_popup import NOTE, WORD, CompletionPopup
from designer.look import LIGHT, Tokens

_ROW = 28
_SHOWN = 8


class _Completer(QCompleter):
    """Matches address and title; inserts the address."""

    @override
    def pathFromIndex(self, index: QModelIndex) -> str:  # type: ignore[override]
        return str(index.data(WORD))


class LinkField(TextField):
    """The target of a link; marks leading and trailing spaces."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = SiteContext()
        self._tokens = LIGHT
        self._targets = QStandardItemModel(self)
        self._completer: _Completer | None = None

    @override
    def set_site_context(self, context: SiteContext) -> None:
        self._context = context

    @override
    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        popup = self._completer.popup() if self._completer else None
        if isinstance(popup, CompletionPopup):
            popup.set_tokens(tokens)
        self.update()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Refresh the completions with the current pages and anchors."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._fill()
            self._make_completer()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the complete list with the down key."""
        completer = self._completer
        popup = completer.popup() if completer else None
        if completer and popup and event.key() == Qt.Key.Key_Down and not popup.isVisible():
            completer.setCompletionPrefix("")
            completer.complete()
            return
        super().keyPressEvent(event)

    def _fill(self) -> None:
        self._targets.clear()
        here = self.tr("on this page")
        targets = [*self._context.pages, *((f"#{name}", here) for name in self._context.anchors())]
        for address, title in targets:
            item = QStandardItem(f"{address} {title}")
            item.setData(address, WORD)
            item.setData(title, NOTE)
            item.setToolTip(title)
            self._targets.appendRow(item)

    def _make_completer(self) -> None:
        if self._completer is None:
            completer = _Completer(self._targets, self)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setMaxVisibleItems(_SHOWN)
            CompletionPopup(self._tokens, _ROW).attach(completer)
            self._completer = completer
            self.setCompleter(completer)
            completer.activated.connect(self._choose)

    def _choose(self, address: str) -> None:
        self.setText(address)
        self.editing_finished.emit()
        self.edited.emit(address)
        self.editing_finished.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        text = self.text()
        if text == text.strip() or not text.strip() or self.isRightToLeft():
            return
        measure = self.fontMetrics()
        start = QLineEdit.cursorRect(self).center().x() - measure.horizontalAdvance(
            text[: self.cursorPosition()]
        )
        painter = QPainter(self)
        mark = QColor(self._tokens.warning)
        before = len(text) - len(text.lstrip())
        after = len(text.rstrip())
        for first, last in ((0, before), (after, len(text))):
            left = start + measure.horizontalAdvance(text[:first])
            width = measure.horizontalAdvance(text[:last]) - measure.horizontalAdvance(text[:first])
            if width:
                area = QRectF(left, self.height() - 7, max(width, 3), 2)
                painter.fillRect(area.intersected(QRectF(self.rect()).adjusted(4, 0, -4, 0)), mark)
