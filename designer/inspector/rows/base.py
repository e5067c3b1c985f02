"""What the rows of a form have in common. They are laid out by hand: no layout is asked twice."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from designer.inspector.entries.entry import FormEntry
from designer.inspector.entries.site_context import SiteContext
from designer.look import LIGHT, Tokens

LINE = 28
"""Pixels of a row of one line."""

LABEL = 76
"""Pixels of the column of labels; a longer label stands above its field."""

GAP = 8

NEAR, FAR = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
"""Where lines begin and end: a painter knows the direction of reading itself."""

SMALL = 12
"""Pixels of the letters of hints and counters."""


class FormRow:
    """The part of a row that is no widget; the widget brings the signal.

    Signals:
        asked: What the person wants done with this row's entry, and a value for it.
    """

    entry: FormEntry
    tokens: Tokens = LIGHT
    marked = False
    _painted: tuple[object, ...] = ()

    def show_entry(self, entry: FormEntry, *, again: bool = False) -> None:
        """Show an entry.

        Args:
            entry: What to show.
            again: Whether it is the same value of the same document as before, perhaps changed.
        """
        raise NotImplementedError

    @property
    def stops(self) -> list[QWidget]:
        """The widgets at which the Tab key stops; the first one gets the focus."""
        return [self] if isinstance(self, QWidget) else []

    def arrange(self, width: int) -> int:
        """Give its parts their places in this width; returns the height that it needs."""
        raise NotImplementedError

    def set_tokens(self, tokens: Tokens) -> None:
        """Use other colours."""
        self.tokens = tokens

    def set_site_context(self, context: SiteContext) -> None:
        """Know another site around the page."""

    def paint_anew(self, *what: object) -> None:
        """Paint it if what it paints itself is something else now."""
        if what != self._painted:
            self._painted = what
            if isinstance(self, QWidget):
                self.update()

    def mark(self, *, on: bool) -> None:
        """Let it stand out: it is what was picked in the page."""
        if on != self.marked:
            self.marked = on
            if isinstance(self, QWidget):
                self.update()


def describe(
    widget: QWidget, *, name: str | None = None, words: str | None = None, tip: str | None = None
) -> None:
    """Give a widget its name, description and tooltip; what it has already is no event again."""
    if name is not None and widget.accessibleName() != name:
        widget.setAccessibleName(name)
    if words is not None and widget.accessibleDescription() != words:
        widget.setAccessibleDescription(words)
    if tip is not None and widget.toolTip() != tip:
        widget.setToolTip(tip)


def mirrored(widget: QWidget, area: QRect) -> QRect:
    """An area given from the left, where it belongs in the widget's direction of reading."""
    if widget.isRightToLeft():
        return QRect(widget.width() - area.right() - 1, area.y(), area.width(), area.height())
    return area


@lru_cache(maxsize=2000)
def text_width(text: str, font: QFont) -> int:
    """How many pixels a text is long."""
    return QFontMetrics(font).horizontalAdvance(text)


@lru_cache(maxsize=2000)
def wrapped_height(text: str, font: QFont, width: int) -> int:
    """How high a text is when it is wrapped to a width."""
    area = QRect(0, 0, width, 10_000)
    return QFontMetrics(font).boundingRect(area, Qt.TextFlag.TextWordWrap, text).height()


def small(font: QFont) -> QFont:
    """The font of hints and counters."""
    result = QFont(font)
    result.setPixelSize(SMALL)
    return result


def write(painter: QPainter, area: QRect, text: str, colour: str, flags: int) -> None:
    """Write a text into an area, cut with an ellipsis where it has no room."""
    painter.setPen(QColor(colour))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, flags, shown)
