"""The block tree view with multiple selection and drag and drop."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QInputEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTreeView
from typing_extensions import override

from designer.editor import Editor
from designer.look import Tokens
from designer.tree.block_model import BlockModel

_EDGE = 24  # width in pixels of the edge zone in which a drag scrolls
_SCROLL_MS = 60
_INSET = 6
_DOT = 3

_EXTEND_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class BlocksView(QTreeView):
    """Requests changes through signals only; the editor holds the selection.

    Signals:
        picked: The id of a block to select alone.
        extended: A block's id, and whether to select all blocks up to it.
        stepped: Moves the end of the selection one block up (-1) or down (1).
        dropped: The index of the block before which to move the selected blocks.
        delete_requested: The selected blocks are to be removed.
    """

    picked = Signal(int)
    extended = Signal(int, bool)
    stepped = Signal(int)
    dropped = Signal(int)
    delete_requested = Signal()

    def __init__(self, editor: Editor, model: BlockModel, tokens: Tokens) -> None:
        super().__init__()
        self.tokens = tokens
        self._editor = editor
        self._blocks = model
        self._pressed: QPoint | None = None
        # A block pressed inside a multiple selection is selected alone on release.
        self._pending_pick: int | None = None
        self._drag_position: QPoint | None = None  # the mouse position during a drag
        self._gap: int | None = None
        self._scroll_timer = QTimer(self)
        self._scroll_timer.setInterval(_SCROLL_MS)
        self._scroll_timer.timeout.connect(self._autoscroll)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def block_at(self, index: QModelIndex) -> int | None:
        """Return the id of the block of a row; None for a part of the site."""
        address = self._blocks.address(index)
        return address.block if address is not None else None

    # -- the mouse ------------------------------------------------------------------------------

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        index = self.indexAt(place)
        block = self.block_at(index)
        left = event.button() == Qt.MouseButton.LeftButton
        if block is None or not self.visualRect(index).contains(place):
            super().mousePressEvent(event)
            return
        if left and event.modifiers() & _EXTEND_MODIFIERS:
            self.extended.emit(block, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            return
        several = self._editor.selected_blocks
        if len(several) > 1 and block in several and not index.parent().isValid():
            self._pending_pick = block if left else None
        else:
            super().mousePressEvent(event)
        if left and not index.parent().isValid():
            self._pressed = place

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._pressed is not None and self._drag_position is None:
            away = (place - self._pressed).manhattanLength()
            if away >= QApplication.startDragDistance():
                self._begin_drag()
        if self._drag_position is not None:
            self._drag_position = place
            self._update_drop_gap()
        elif not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._drag_position is not None:
            gap = self._gap
            self._end_drag()
            if gap is not None:
                self.dropped.emit(gap)
            return
        pending = self._pending_pick
        self._end_drag()
        if pending is not None:
            self.picked.emit(pending)
        super().mouseReleaseEvent(event)

    # -- the drag -------------------------------------------------------------------------------

    def _begin_drag(self) -> None:
        self._drag_position = self._pressed
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self._scroll_timer.start()

    def _end_drag(self) -> None:
        self._pressed = self._drag_position = self._gap = None
        self._pending_pick = None
        self._scroll_timer.stop()
        self.viewport().unsetCursor()
        self.viewport().update()

    def _autoscroll(self) -> None:
        """Scroll while the mouse is at the upper or lower edge during a drag."""
        if self._drag_position is None:
            return
        bar, y = self.verticalScrollBar(), self._drag_position.y()
        step = -1 if y < _EDGE else 1 if y > self.viewport().height() - _EDGE else 0
        if step:
            bar.setValue(bar.value() + step * bar.singleStep())
            self._update_drop_gap()

    def _update_drop_gap(self) -> None:
        """Find the gap between blocks nearest to the mouse; None if a drop would change nothing."""
        rows, place = self._rows(), self._drag_position
        if place is None or not rows:
            return
        index = self.indexAt(QPoint(self.viewport().width() // 2, place.y()))
        top = index.parent() if index.parent().isValid() else index
        if not top.isValid():
            gap = 0 if place.y() < 0 else len(rows)
        else:
            low, high = self._span(top.row())
            after = place.y() > (low + high) / 2
            gap = min(max(top.row() - rows.start + after, 0), len(rows))
        places = [self._editor.index_of(number) for number in self._editor.selected_blocks]
        stays = bool(places) and places[-1] - places[0] == len(places) - 1
        stays = stays and places[0] <= gap <= places[-1] + 1
        self._gap = None if stays else gap
        self.viewport().update()

    def _rows(self) -> range:
        """Return the range of rows that are blocks, between the parts of the site."""
        count = self._blocks.rowCount()
        page = self._editor.page()
        blocks = len(page.blocks) if page is not None else 0
        before = (row for row in range(count) if self.block_at(self._blocks.index(row, 0)))
        start = next(before, count)
        return range(start, min(start + blocks, count))

    def _span(self, row: int) -> tuple[int, int]:
        """Return top and bottom of a row including its visible children."""
        index = self._blocks.index(row, 0)
        last = index
        if self.isExpanded(index) and self._blocks.rowCount(index):
            last = self._blocks.index(self._blocks.rowCount(index) - 1, 0, index)
        return self.visualRect(index).top(), self.visualRect(last).bottom() + 1

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        # The viewport is opaque, so it fills its background itself.
        QPainter(self.viewport()).fillRect(event.rect(), QColor(self.tokens.panel))
        super().paintEvent(event)
        rows = self._rows() if self._gap is not None else range(0)
        if self._gap is None or not rows:
            return
        at_end = self._gap == len(rows)
        low, high = self._span(rows[-1] if at_end else rows[self._gap])
        y = max(_DOT + 1, min(high if at_end else low, self.viewport().height() - _DOT - 1))
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.tokens.accent))
        right = self.viewport().width() - _INSET
        painter.drawRoundedRect(_INSET, y - 1, right - _INSET, 2, 1, 1)
        painter.drawEllipse(QPoint(_INSET + _DOT, y), _DOT, _DOT)

    @override
    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Leave the selection unchanged for Ctrl and Shift: the editor extends it."""
        if isinstance(event, QInputEvent) and event.modifiers() & _EXTEND_MODIFIERS:
            return QItemSelectionModel.SelectionFlag.NoUpdate
        return super().selectionCommand(index, event)

    # -- keys -----------------------------------------------------------------------------------

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        step = _STEPS.get(Qt.Key(event.key()))
        on_block = (
            self.block_at(self.currentIndex()) is not None
            and not self.currentIndex().parent().isValid()
        )
        if self._drag_position is not None:
            if event.key() == Qt.Key.Key_Escape:
                self._end_drag()
        elif step is not None and shift and on_block:
            self.stepped.emit(step)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and on_block:
            self.delete_requested.emit()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        if self._drag_position is not None:
            self._end_drag()
        super().focusOutEvent(event)
