"""Draws a row: icon, name, and muted words at the far end."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from designer.look import Tokens
from designer.tree.model import DETAIL

ROW_HEIGHT = 28

_GAP = 8
_INSET = 6
_RADIUS = 6
_LEADING = 8


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
        tokens = self.tokens
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._ground(painter, option, selected=selected)
        area = option.rect.adjusted(_LEADING, 0, -_GAP - _INSET, 0)
        right_to_left = option.direction == Qt.LayoutDirection.RightToLeft
        place = QStyle.visualRect(
            option.direction, area, QRect(area.left(), area.center().y() - 7, 16, 16)
        )
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        if picture is not None:
            picture.paint(painter, place)
        font = painter.font()
        font.setBold(selected)
        painter.setFont(font)
        detail = str(index.data(DETAIL) or "")
        small = option.font
        small.setPixelSize(max(10, option.fontMetrics.height() - 5))
        room = QFontMetrics(small).horizontalAdvance(detail) + _GAP if detail else 0
        text = QRect(area.left() + 16 + _GAP, area.top(), area.width() - 16 - _GAP, area.height())
        name_box = QStyle.visualRect(option.direction, area, text.adjusted(0, 0, -room, 0))
        painter.setPen(QColor(tokens.accent if selected else tokens.text))
        name = QFontMetrics(font).elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, max(0, name_box.width())
        )
        leading = Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
        painter.drawText(name_box, Qt.AlignmentFlag.AlignVCenter | leading, name)
        if detail:
            painter.setFont(small)
            painter.setPen(QColor(tokens.muted))
            trailing = Qt.AlignmentFlag.AlignLeft if right_to_left else Qt.AlignmentFlag.AlignRight
            box = QStyle.visualRect(option.direction, area, text)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | trailing, detail)
        painter.restore()

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
