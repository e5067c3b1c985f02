"""The cards of the gallery and their grid layout."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFont,
    QFontMetrics,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QLabel, QToolButton, QWidget
from typing_extensions import override

from designer.look import Tokens, icon
from designer.schema import CatalogueItem

GAP: Final = 16
_LEAST: Final = 224
"""The minimum width of a card in pixels."""

_TEXT: Final = 52
_EDGE: Final = 12
_RADIUS: Final = 8.0
_HEADING: Final = 30
_NAME_Y, _HELP_Y = 8, 27


class Card(QAbstractButton):
    """An image of a catalogue item, its name, and a line of help.

    Signals:
        remove_requested: The saved block of this card is to be removed.
    """

    remove_requested = Signal()

    def __init__(self, item: CatalogueItem, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(parent)
        self.item = item
        self._tokens = tokens
        self._image: QImage | None = None
        self._scaled: QPixmap | None = None
        self._marked = False
        self.setText(item.label.replace("&", "&&"))
        self.setAccessibleName(item.label)
        self.setAccessibleDescription(item.help)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.remove_button = self._make_remove_button() if item.saved else None

    def _make_remove_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("cardTool")
        button.setIcon(icon("trash", self._tokens.text))
        button.setIconSize(QSize(14, 14))
        name = self.tr("Remove “%1” from this site’s templates").replace("%1", self.item.label)
        button.setToolTip(self.tr("Remove from this site (Delete)"))
        button.setAccessibleName(name)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        button.clicked.connect(self.remove_requested)
        button.hide()
        return button

    @property
    def image(self) -> QImage | None:
        """The image, or None before it is rendered."""
        return self._image

    @property
    def has_image(self) -> bool:
        """Whether the image is rendered."""
        return self._image is not None

    def set_image(self, image: QImage) -> None:
        """Show an image in place of the icon."""
        self._image, self._scaled = image, None
        self.update()

    def set_tokens(self, tokens: Tokens) -> None:
        """Apply other colours."""
        self._tokens = tokens
        if self.remove_button is not None:
            self.remove_button.setIcon(icon("trash", tokens.text))
        self.update()

    def set_marked(self, marked: bool) -> None:
        """Highlight as the card that Enter adds while the search field has the focus."""
        if marked != self._marked:
            self._marked = marked
            self.update()

    @staticmethod
    def height_for(width: int) -> int:
        """Return the height of a card of this width."""
        return _picture_height(width) + _TEXT

    @override
    def sizeHint(self) -> QSize:
        return QSize(_LEAST, self.height_for(_LEAST))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._scaled = None
        if self.remove_button is not None:
            size = self.remove_button.sizeHint()
            left = self.width() - size.width() - 8 if self.isLeftToRight() else 8
            self.remove_button.setGeometry(QRect(QPoint(left, 8), size))
        width = self.width() - 2 * _EDGE
        shown = QFontMetrics(self._small_font()).horizontalAdvance(self.item.help)
        self.setToolTip(self.item.help if shown > width else "")

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._show_tool()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._show_tool()

    @override
    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._show_tool()
        return done

    def _show_tool(self) -> None:
        """Show the remove button while the card is hovered or focused."""
        button = self.remove_button
        if button is not None:
            button.setVisible(self.underMouse() or self.hasFocus() or button.hasFocus())

    # -- painting -------------------------------------------------------------------------------

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, painter = self._tokens, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        outline = QPainterPath()
        outline.addRoundedRect(whole, _RADIUS, _RADIUS)
        hot = self.underMouse() or self.isDown()
        painter.fillPath(outline, QColor(tokens.hover if hot else tokens.panel))
        top = QRect(0, 0, self.width(), _picture_height(self.width()))
        painter.save()
        painter.setClipPath(outline)
        self._paint_picture(painter, top)
        painter.restore()
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.drawLine(0, top.bottom() + 1, self.width(), top.bottom() + 1)
        self._paint_texts(painter, top.bottom() + 1)
        ring = self.hasFocus() or self._marked
        colour = tokens.accent if ring else tokens.control if hot else tokens.line
        inset = 0.5 if ring else 0.0
        painter.setPen(QPen(QColor(colour), 2 if ring else 1))
        painter.drawRoundedRect(whole.adjusted(inset, inset, -inset, -inset), _RADIUS, _RADIUS)
        painter.end()

    def _paint_picture(self, painter: QPainter, place: QRect) -> None:
        if self._image is None:
            painter.fillRect(place, QColor(self._tokens.well))
            spot = QRect(0, 0, 24, 24)
            spot.moveCenter(place.center())
            icon(self.item.icon, self._tokens.faint).paint(painter, spot)
            return
        if self._scaled is None:
            ratio = self.devicePixelRatioF()
            image = self._image.scaled(
                place.size() * ratio,
                Qt.AspectRatioMode.KeepAspectRatioByExpanding,
                Qt.TransformationMode.SmoothTransformation,
            )
            image.setDevicePixelRatio(ratio)
            self._scaled = QPixmap.fromImage(image)
        painter.drawPixmap(place.topLeft(), self._scaled)

    def _paint_texts(self, painter: QPainter, top: int) -> None:
        tokens, width = self._tokens, self.width() - 2 * _EDGE
        for text, y, colour, font in (
            (self.item.label, _NAME_Y, tokens.text, self.font()),
            (self.item.help, _HELP_Y, tokens.muted, self._small_font()),
        ):
            measure = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(QColor(colour))
            painter.drawText(
                QRect(_EDGE, top + y, width, measure.height()),
                Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter,
                measure.elidedText(text, Qt.TextElideMode.ElideRight, width),
            )

    def _small_font(self) -> QFont:
        font = self.font()
        font.setPixelSize(max(11, QFontMetrics(font).height() * 12 // 17))
        return font


def _picture_height(width: int) -> int:
    return round(width * 0.5625)


class CardGrid(QWidget):
    """Cards under category headings, in as many columns as fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cardGrid")
        self._groups: Sequence[tuple[QLabel | None, Sequence[Card]]] = ()

    def show_groups(self, groups: Sequence[tuple[QLabel | None, Sequence[Card]]]) -> None:
        """Show these headings and cards; all of them are children of the grid already."""
        self._groups = groups
        self._lay_out()

    @property
    def cards(self) -> list[Card]:
        """The visible cards in order."""
        return [card for _, cards in self._groups for card in cards]

    def neighbour(self, card: Card, key: Qt.Key) -> Card | None:
        """Return the card in the direction of an arrow key, or None."""
        cards = self.cards
        place = cards.index(card)
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            forward = (key == Qt.Key.Key_Right) is self.isLeftToRight()
            place += 1 if forward else -1
            return cards[place] if 0 <= place < len(cards) else None
        below = key == Qt.Key.Key_Down
        rows = {
            each.y() for each in cards if (each.y() > card.y() if below else each.y() < card.y())
        }
        if not rows:
            return None
        row = min(rows) if below else max(rows)
        return min((c for c in cards if c.y() == row), key=lambda c: abs(c.x() - card.x()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _start(self, x: int, width: int) -> int:
        """Convert an x position in reading direction to one from the left."""
        return x if self.isLeftToRight() else self.width() - x - width

    def _lay_out(self) -> None:
        width = self.width()
        columns = max(1, (width + GAP) // (_LEAST + GAP))
        each = (width - (columns - 1) * GAP) // columns
        height = Card.height_for(each)
        y = 0
        for heading, cards in self._groups:
            if heading is not None:
                y += GAP // 2 if y else 0
                wide = min(heading.sizeHint().width(), width)
                heading.setGeometry(self._start(0, wide), y, wide, _HEADING - 6)
                y += _HEADING
            for number, card in enumerate(cards):
                row, column = divmod(number, columns)
                x = column * (each + GAP)
                card.setGeometry(self._start(x, each), y + row * (height + GAP), each, height)
            y += -(-len(cards) // columns) * (height + GAP)
        self.setMinimumHeight(max(0, y - GAP) + 4)
