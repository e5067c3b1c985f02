"""Draws a row: icon, name, and muted words at the far end."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from designer.look import Tokens
from designer.tree.model import DETAIL

ROW_HEIGHT = 28
ICON = 16

_GAP = 8
_INSET = 6
_RADIUS = 6
_LEADING = 8
_SHORT = 3


class RowDelegate(QStyledItemDelegate):
    """Rows as DESIGN's picture shows them: rounded, the selected one in the accent's soft shade."""

    tokens: Tokens

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.tokens = tokens

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(80, ROW_HEIGHT)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._ground(painter, option, selected=selected)
        area = option.rect.adjusted(_LEADING, 0, -_GAP - _INSET, 0)
        place = QRect(area.left(), area.center().y() - ICON // 2 + 1, ICON, ICON)
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        if picture is not None:
            picture.paint(painter, QStyle.visualRect(option.direction, area, place))
        texts = QStyle.visualRect(option.direction, area, area.adjusted(ICON + _GAP, 0, 0, 0))
        name, detail = str(index.data()), str(index.data(DETAIL) or "")
        self._texts(painter, option, texts, name, detail)
        painter.restore()

    def _texts(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, name: str, detail: str
    ) -> None:
        """The name, and the detail at the far end if both have room: the name counts more."""
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        near, far = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if option.direction == Qt.LayoutDirection.RightToLeft:
            near, far = far, near
        font, small = QFont(option.font), QFont(option.font)
        font.setBold(selected)
        small.setPixelSize(max(10, option.fontMetrics.height() - 5))
        measure = QFontMetrics(font)
        room = QFontMetrics(small).horizontalAdvance(detail) + _GAP if detail else 0
        if len(detail) > _SHORT and measure.horizontalAdvance(name) + room > area.width():
            detail, room = "", 0
        elided = measure.elidedText(name, Qt.TextElideMode.ElideRight, area.width() - room)
        painter.setFont(font)
        painter.setPen(QColor(self.tokens.accent if selected else self.tokens.text))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | near, elided)
        painter.setFont(small)
        painter.setPen(QColor(self.tokens.muted))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | far, detail)

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, *, selected: bool) -> None:
        tokens = self.tokens
        box = option.rect.adjusted(_INSET - 4, 0, -_INSET, 0)
        if selected:
            painter.setBrush(QColor(tokens.accent_soft))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(tokens.hover))
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
        focused = selected and bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(QColor(tokens.accent) if focused else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box.adjusted(0, 1, -1, -1), _RADIUS, _RADIUS)
