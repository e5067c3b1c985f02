"""A popup colour picker: shade, hue and opacity, with mouse or keyboard."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from designer.inspector.fields.painting import on_screen, paint_checks
from designer.look import Tokens

_WIDTH, _SHADES, _STRIP = 208, 132, 20
_KNOB = 6
_STEPS = 32
"""The number of arrow-key steps across an area."""


class ColorPicker(QFrame):
    """The shade area, and the hue and opacity strips below it.

    Signals:
        picked: The current colour during the choice.
        editing_finished: The mouse button was released; ends the undo group.
    """

    picked = Signal(QColor)
    editing_finished = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._shades = _Shades(self.tr("Shade"), tokens)
        self._hue = _Strip(self.tr("Hue"), tokens)
        self._opacity = _Strip(self.tr("Opacity"), tokens)
        self._areas = (self._shades, self._hue, self._opacity)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(12)
        for area in self._areas:
            column.addWidget(area)
            area.moved.connect(self._moved)
            area.editing_finished.connect(self.editing_finished)

    def set_tokens(self, tokens: Tokens) -> None:
        """Apply other colours."""
        for area in self._areas:
            area.tokens = tokens
            area.update()

    def open_at(self, place: QPoint, colour: QColor) -> None:
        """Open with a colour, moved so that the popup fits on the screen."""
        hue = max(0.0, colour.hsvHueF())
        self._hue.place = QPointF(hue, 0)
        self._opacity.place = QPointF(colour.alphaF(), 0)
        self._shades.place = QPointF(colour.hsvSaturationF(), 1 - colour.valueF())
        self._paint_areas()
        self.adjustSize()
        self.move(on_screen(self, place))
        self.show()
        self._shades.setFocus()

    @property
    def colour(self) -> QColor:
        """The current colour."""
        shade = self._shades.place
        colour = QColor.fromHsvF(min(self._hue.place.x(), 0.9999), shade.x(), 1 - shade.y())
        colour.setAlphaF(self._opacity.place.x())
        return colour

    def _moved(self) -> None:
        self._paint_areas()
        self.picked.emit(self.colour)

    def _paint_areas(self) -> None:
        opaque = QColor(self.colour)
        opaque.setAlpha(255)
        clear = QColor(opaque)
        clear.setAlpha(0)
        self._shades.hue = QColor.fromHsvF(min(self._hue.place.x(), 0.9999), 1, 1)
        self._hue.stops = [QColor.fromHsvF(min(n / 6, 0.9999), 1, 1) for n in range(7)]
        self._opacity.stops = [clear, opaque]
        for area in self._areas:
            area.update()


class _Area(QWidget):
    """An area with a knob, moved with the mouse or the arrow keys.

    Signals:
        moved: The knob has moved.
        editing_finished: The mouse button was released.
    """

    moved = Signal()
    editing_finished = Signal()

    def __init__(self, name: str, tokens: Tokens, height: int) -> None:
        super().__init__()
        self.tokens = tokens
        self.place = QPointF(0, 0)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFixedSize(_WIDTH, height)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _go(self, x: float, y: float) -> None:
        place = QPointF(min(1.0, max(0.0, x)), min(1.0, max(0.0, y)))
        if place != self.place:
            self.place = place
            self.moved.emit()

    def _go_to(self, place: QPointF) -> None:
        inside = self._inside
        self._go(
            (place.x() - inside.left()) / inside.width(),
            (place.y() - inside.top()) / inside.height(),
        )

    @property
    def _inside(self) -> QRectF:
        """The area in which the knob's centre can be."""
        return QRectF(self.rect()).adjusted(_KNOB, _KNOB, -_KNOB, -_KNOB)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go_to(event.position())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go_to(event.position())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.editing_finished.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        x, y = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }.get(Qt.Key(event.key()), (0, 0))
        if x or y:
            self._go(self.place.x() + x / _STEPS, self.place.y() + y / _STEPS)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.window().close()
        else:
            super().keyPressEvent(event)

    def _paint_knob(self, painter: QPainter, colour: QColor) -> None:
        inside = self._inside
        middle = QPointF(
            inside.left() + self.place.x() * inside.width(),
            inside.top() + self.place.y() * inside.height(),
        )
        ring = QColor(self.tokens.accent if self.hasFocus() else self.tokens.control)
        painter.setPen(QPen(ring, 4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, _KNOB - 1, _KNOB - 1)
        painter.setPen(QPen(QColor("white"), 2))
        painter.setBrush(colour)
        painter.drawEllipse(middle, _KNOB - 1, _KNOB - 1)


class _Shades(_Area):
    """Saturation and value of one hue, from white and black to the full hue."""

    def __init__(self, name: str, tokens: Tokens) -> None:
        super().__init__(name, tokens, _SHADES)
        self.hue = QColor("red")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.setPen(Qt.PenStyle.NoPen)
        for ends, colours in (
            ((box.topLeft(), box.topRight()), (QColor("white"), self.hue)),
            ((box.topLeft(), box.bottomLeft()), (QColor(0, 0, 0, 0), QColor("black"))),
        ):
            gradient = QLinearGradient(*ends)
            gradient.setColorAt(0, colours[0])
            gradient.setColorAt(1, colours[1])
            painter.setBrush(gradient)
            painter.drawRoundedRect(box, 4, 4)
        shade = QColor.fromHsvF(max(0.0, self.hue.hsvHueF()), self.place.x(), 1 - self.place.y())
        self._paint_knob(painter, shade)


class _Strip(_Area):
    """A one-dimensional scale."""

    def __init__(self, name: str, tokens: Tokens) -> None:
        super().__init__(name, tokens, _STRIP)
        self.stops: list[QColor] = []

    @override
    def _go(self, x: float, y: float) -> None:
        super()._go(x, 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(2, 5, -2, -5)
        paint_checks(painter, box, self.tokens)
        gradient = QLinearGradient(box.topLeft(), box.topRight())
        for number, colour in enumerate(self.stops):
            gradient.setColorAt(number / max(1, len(self.stops) - 1), colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(gradient)
        painter.drawRoundedRect(box, 4, 4)
        self._paint_knob(painter, QColor(self.tokens.panel))

    @property
    @override
    def _inside(self) -> QRectF:
        middle = self.rect().center().y() + 0.5
        return QRectF(_KNOB, middle, self.width() - 2 * _KNOB, 1)
