"""Paints a row: icon, name, and muted text at the end."""

from __future__ import annotations

from functools import lru_cache
from math import ceil, floor

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QStaticText,
    QTransform,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from designer.look import Tokens
from designer.tree.block_model import DETAIL, BlockModel

ROW_HEIGHT = 28
ICON = 16

_GAP = 8
_INSET = 6
_RADIUS = 6
_LEADING = 8
_SHORT = 3
_SELECTED = QStyle.StateFlag.State_Selected.value
_HOVERED = QStyle.StateFlag.State_MouseOver.value


class _TextCache:
    """A font with a cache of measured and laid-out texts."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetrics(font)
        exact = QFontMetricsF(font)
        self._ascent, self._descent = exact.ascent(), exact.descent()
        self.text = lru_cache(maxsize=4000)(self._text)
        self.elided = lru_cache(maxsize=1000)(self._elided)

    def top(self, area: QRect) -> int:
        """Return the y position of a centred text whose baseline lies on a whole pixel."""
        line = area.top() + (area.height() + self._ascent - self._descent) / 2
        return floor(line + 0.5) - round(self._ascent)

    def _text(self, text: str) -> tuple[QStaticText, int]:
        """Return the laid-out text and its width in pixels."""
        made = QStaticText(text)
        made.setTextFormat(Qt.TextFormat.PlainText)
        made.prepare(QTransform(), self.font)
        return made, ceil(made.size().width())

    def _elided(self, text: str, room: int) -> tuple[QStaticText, int]:
        """Return the text elided to this width in pixels."""
        return self._text(self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, room))


class RowDelegate(QStyledItemDelegate):
    """Paints rounded rows; the selected row has the soft shade of the accent colour."""

    tokens: Tokens

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.tokens = tokens
        self._font: QFont | None = None

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
        if option.font != self._font:
            self._set_font(option.font)
        state = option.state.value
        selected = bool(state & _SELECTED)
        if selected or state & _HOVERED:
            self._paint_background(painter, option, selected=selected)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        area = _inside(option, _LEADING, _GAP + _INSET)
        x = area.right() - ICON + 1 if mirrored else area.left()
        model = index.model()
        if isinstance(model, BlockModel):
            name, detail, picture = model.display_data(index)
        else:
            picture = index.data(Qt.ItemDataRole.DecorationRole)
            name, detail = str(index.data()), str(index.data(DETAIL) or "")
        picture.paint(painter, QRect(x, area.center().y() - ICON // 2 + 1, ICON, ICON))
        room = area.width() - ICON - _GAP
        texts, small = self._strong if selected else self._plain, self._small
        muted, used = small.text(detail)
        text, wide = texts.text(name)
        if len(detail) > _SHORT and wide + used + _GAP > room:
            detail = ""  # drop the detail in favour of the name
        if detail:
            room -= used + _GAP
            far = area.left() if mirrored else area.right() + 1 - used
            painter.setFont(small.font)
            painter.setPen(QColor(self.tokens.muted))
            painter.drawStaticText(far, small.top(area), muted)
        if wide > room:
            text, wide = texts.elided(name, room)
        x = x - _GAP - wide if mirrored else x + ICON + _GAP
        painter.setFont(texts.font)
        painter.setPen(QColor(self.tokens.accent if selected else self.tokens.text))
        painter.drawStaticText(x, texts.top(area), text)

    def _set_font(self, font: QFont) -> None:
        """Set the fonts derived from the view's font."""
        strong, small = QFont(font), QFont(font)
        strong.setBold(True)
        small.setPixelSize(max(10, QFontMetrics(font).height() - 5))
        self._font = QFont(font)
        self._plain, self._strong, self._small = map(_TextCache, (self._font, strong, small))

    def _paint_background(
        self, painter: QPainter, option: QStyleOptionViewItem, *, selected: bool
    ) -> None:
        tokens = self.tokens
        box = _inside(option, _INSET - 4, _INSET)
        focused = selected and bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(tokens.accent_soft if selected else tokens.hover))
        painter.setPen(QColor(tokens.accent) if focused else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box.adjusted(0, 1, -1, -1), _RADIUS, _RADIUS)
        painter.restore()


def _inside(option: QStyleOptionViewItem, near: int, far: int) -> QRect:
    """Return the rectangle of a row without margins at the start and the end of the line."""
    if option.direction == Qt.LayoutDirection.RightToLeft:
        near, far = far, near
    return option.rect.adjusted(near, 0, -far, 0)
