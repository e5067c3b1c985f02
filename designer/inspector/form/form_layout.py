"""The geometry of a form's rows, and the lines and frames painted behind them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from designer.inspector.entries.entry import FormEntry
from designer.inspector.fields.painting import paint_box
from designer.inspector.rows import AnyRow
from designer.look import LIGHT, Tokens

MARGIN = 12
TOP, BOTTOM = 12, 24
_GAP = 8
_SMALL_GAP = 4
_GROUP_GAP = 12
_BOX = 8
"""Pixels between the frame of an expanded item and its content."""


@dataclass(frozen=True)
class ItemFrame:
    """The frame of an item: around its head when collapsed, around all its rows when expanded."""

    area: QRect
    is_open: bool


class FormBody(QWidget):
    """The rows in one column, with lines between sections and frames around items."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # Qt skips the parents
        self.tokens: Tokens = LIGHT
        self.rows: list[AnyRow] = []
        self.boxes: dict[AnyRow, ItemFrame] = {}
        self.drop_line: QRect | None = None
        self._lines: list[int] = []

    def arrange(self, width: int) -> int:
        """Set the geometry of every row; returns the total height.

        Args:
            width: The width in pixels of a row outside any item frame.
        """
        y, before = TOP, None
        painted = self._painted()
        self._lines, self.boxes = [], {}
        around: list[tuple[AnyRow, QRect]] = []
        for row in self.rows:
            entry = row.entry
            while around and around[-1][0].entry.depth >= entry.depth:
                y = self._close(around, y)
                before = None
            y = self._gap(before, entry, y, inside=bool(around))
            inset = _BOX * len(around)
            x, room = MARGIN + inset, width - 2 * inset
            if self.isRightToLeft():
                x = self.width() - x - room
            row.setGeometry(x, y, room, row.height())
            height = row.arrange(room)
            row.setGeometry(x, y, room, height)
            if entry.kind == "item":
                area = QRect(x, y, room, height)
                self.boxes[row] = ItemFrame(area, is_open=False)
                if entry.is_open:
                    around.append((row, area))
            y += height
            before = entry
        while around:
            y = self._close(around, y)
        for (left, top, wide, high), _ in painted ^ self._painted():
            self.update(left, top, wide, high)
        return y + BOTTOM

    def _painted(self) -> set[tuple[tuple[int, int, int, int], bool]]:
        """Return the painted lines and frames, compared to repaint only changed areas."""
        lines = {((0, y, self.width(), 1), False) for y in self._lines}
        return lines | {(_numbers(box.area), box.is_open) for box in self.boxes.values()}

    def _close(self, around: list[tuple[AnyRow, QRect]], y: int) -> int:
        """End the frame of the innermost expanded item."""
        row, area = around.pop()
        area.setBottom(y + _BOX - 1)
        self.boxes[row] = ItemFrame(area, is_open=True)
        return y + _BOX

    def _gap(self, before: FormEntry | None, entry: FormEntry, y: int, *, inside: bool) -> int:
        """Return the y position of a row below its predecessor."""
        if y == TOP:
            return y
        if entry.depth == 0 and (entry.is_group or entry.kind == "new"):
            self._lines.append(y + _GROUP_GAP)
            return y + _GROUP_GAP + 1 + _GAP
        if entry.place[0] or (before is not None and before.kind in ("heading", "list")):
            return y + _SMALL_GAP
        if before is not None and before.kind == "item":
            return y + _SMALL_GAP
        return y + (_GROUP_GAP if entry.is_group and inside else _GAP)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown = event.rect()
        painter.fillRect(shown, QColor(self.tokens.panel))
        line = QColor(self.tokens.line)
        for y in self._lines:
            painter.fillRect(QRect(0, y, self.width(), 1), line)
        for box in sorted(self.boxes.values(), key=lambda each: -each.area.height()):
            if box.area.intersects(shown):
                fill = self.tokens.well if box.is_open else self.tokens.panel
                paint_box(painter, box.area, fill, self.tokens.line)
        if self.drop_line is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.tokens.accent))
            painter.drawRoundedRect(QRectF(self.drop_line), 1, 1)

    # -- dragging -------------------------------------------------------------------------------

    def area_of(self, row: AnyRow) -> QRect:
        """Return the rectangle of an item including its content."""
        box = self.boxes.get(row)
        return box.area if box is not None else row.geometry()

    def drop_place(self, row: AnyRow, y: int) -> int:
        """Return the index among its siblings at which an item dropped at this height goes."""
        middles = [self.area_of(other).center().y() for other in self._siblings(row)]
        return sum(middle < y for middle in middles)

    def show_drop(self, row: AnyRow, y: int) -> None:
        """Show the drop line for an item dragged to this height."""
        siblings, place = self._siblings(row), self.drop_place(row, y)
        area = self.area_of(siblings[min(place, len(siblings) - 1)])
        top = area.bottom() + 2 if place >= len(siblings) else area.top() - 3
        self.drop_line = QRect(area.left(), top, area.width(), 2)
        self.update()

    def _siblings(self, row: AnyRow) -> list[AnyRow]:
        """Return the rows of all items in the same list."""
        parent = row.entry.path[:-1]
        return [r for r in self.rows if r.entry.place[0] and r.entry.path[:-1] == parent]

    def hide_drop(self) -> None:
        """Hide the drop line."""
        self.drop_line = None
        self.update()


def _numbers(area: QRect) -> tuple[int, int, int, int]:
    return area.x(), area.y(), area.width(), area.height()
