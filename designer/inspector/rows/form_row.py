"""The base of the rows of a form. Rows set child geometry directly, without Qt layouts."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from designer.command_list import CommandId, command_specs
from designer.inspector.entries.entry import FormEntry
from designer.inspector.entries.site_context import SiteContext
from designer.inspector.rows.row_requests import Requester
from designer.look import LIGHT, Tokens

LINE = 28
"""The height in pixels of a one-line row."""

LABEL = 76
"""The width in pixels of the label column; a longer label stands above its field."""

GAP = 8

START, END = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
"""Start and end of a line; the painter mirrors them for right-to-left text."""

SMALL = 12
"""The font size in pixels of hints and counters."""


class FormRow(Requester):
    """Mixin for row widgets; the widget class declares the signal.

    Signals:
        requested: A ``RowRequest`` for this row's entry.
    """

    entry: FormEntry
    tokens: Tokens = LIGHT
    marked = False
    _painted: tuple[object, ...] = ()

    def show_entry(self, entry: FormEntry, *, again: bool = False) -> None:
        """Show an entry.

        Args:
            entry: The entry to show.
            again: Whether it is the same value of the same document as before, perhaps changed.
        """
        raise NotImplementedError

    @property
    def stops(self) -> list[QWidget]:
        """The widgets at which Tab stops; the first one gets the focus."""
        return [self] if isinstance(self, QWidget) else []

    def arrange(self, width: int) -> int:
        """Set the geometry of the row's widgets for this width; returns the required height."""
        raise NotImplementedError

    def set_tokens(self, tokens: Tokens) -> None:
        """Apply other colours."""
        self.tokens = tokens

    def set_site_context(self, context: SiteContext) -> None:
        """Use another site context."""

    def repaint_if_changed(self, *what: object) -> None:
        """Repaint if a painted value has changed.

        Pass every painted value, or the row goes stale.
        """
        if what != self._painted:
            self._painted = what
            if isinstance(self, QWidget):
                self.update()

    def mark(self, *, on: bool) -> None:
        """Highlight the row as the value selected on the page."""
        if on != self.marked:
            self.marked = on
            if isinstance(self, QWidget):
                self.update()


def button_tip(command: CommandId) -> str:
    """Return the tooltip of the button that runs a command for a row: its text and last key."""
    spec = command_specs()[command]
    return f"{spec.text} ({spec.keys[-1]})"


def describe(
    widget: QWidget,
    *,
    name: str | None = None,
    description: str | None = None,
    tip: str | None = None,
) -> None:
    """Set a widget's accessible name, description and tooltip; unchanged values emit no event."""
    if name is not None and widget.accessibleName() != name:
        widget.setAccessibleName(name)
    if description is not None and widget.accessibleDescription() != description:
        widget.setAccessibleDescription(description)
    if tip is not None and widget.toolTip() != tip:
        widget.setToolTip(tip)


def mirrored(widget: QWidget, area: QRect) -> QRect:
    """Mirror an area given from the left if the widget's layout is right-to-left."""
    if widget.isRightToLeft():
        return QRect(widget.width() - area.right() - 1, area.y(), area.width(), area.height())
    return area


@lru_cache(maxsize=2000)
def text_width(text: str, font: QFont) -> int:
    """Return the width of a text in pixels."""
    return QFontMetrics(font).horizontalAdvance(text)


@lru_cache(maxsize=2000)
def wrapped_height(text: str, font: QFont, width: int) -> int:
    """Return the height in pixels of a text wrapped to a width."""
    area = QRect(0, 0, width, 10_000)
    return QFontMetrics(font).boundingRect(area, Qt.TextFlag.TextWordWrap, text).height()


def small_font(font: QFont) -> QFont:
    """Return the font of hints and counters."""
    result = QFont(font)
    result.setPixelSize(SMALL)
    return result


def draw_text(painter: QPainter, area: QRect, text: str, colour: str, flags: int) -> None:
    """Draw a text in an area, elided if it does not fit."""
    painter.setPen(QColor(colour))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, flags, shown)
