"""The view in place of a page: a card with a title, a path, sentences and buttons."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget


class StartPage(QWidget):
    """A view with a card in its middle that says why no page is shown, and what to do.

    Signals:
        back_requested: The open page is to be shown again.

    Attributes:
        title: The first line.
        place: The path of the file or folder.
        back: The button that asks for the open page.
        card: The card.
        column: The layout of the card, to which a subclass adds its parts.
    """

    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("startPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = label("startTitle")
        self.place = label("note")
        self.back = QPushButton(self.tr("Back to the page"))
        self.back.setObjectName("quiet")
        self.back.clicked.connect(self.back_requested)
        self.card = QFrame()
        self.card.setObjectName("startCard")
        self.column = QVBoxLayout(self.card)
        self.column.setContentsMargins(32, 28, 32, 28)
        self.column.setSpacing(0)
        self.add_parts(((self.title, 4), (self.place, 20)))
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self.card, 20)
        across.addStretch(1)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(24, 24, 24, 24)
        self._whole.addStretch(2)
        self._whole.addLayout(across)
        self._whole.addStretch(3)

    def add_parts(self, parts: Iterable[tuple[QWidget, int]]) -> None:
        """Add widgets to the card, each with the space below it in pixels."""
        for widget, space in parts:
            self.column.addWidget(widget)
            self.column.addSpacing(space)

    def add_buttons(self, buttons: Sequence[QPushButton]) -> None:
        """Add a row with these buttons and the one that leads back."""
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (*buttons, self.back):
            row.addWidget(button)
        row.addStretch()
        self.column.addLayout(row)

    def show_place(self, title: str, place: Path, *, back: bool) -> None:
        """Show the title, the place, and the way back if a page is open."""
        self.title.setText(title)
        self.place.setText(str(_home_as_tilde(place)))
        self.back.setVisible(back)

    def set_size(self, width: int, *, is_tall: bool) -> None:
        """Set the largest width of the card in pixels, and whether it takes the whole height."""
        self.card.setMaximumWidth(width)
        self._whole.setStretch(1, 100 if is_tall else 0)


def paragraph(text: str) -> str:
    """Return a text as rich text with room between its lines."""
    return f'<p style="line-height: 140%">{html.escape(text)}</p>' if text else ""


def label(name: str) -> QLabel:
    """Return a label that wraps its text, under a name of the style sheet."""
    made = QLabel()
    made.setObjectName(name)
    made.setWordWrap(True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def _home_as_tilde(path: Path) -> Path:
    home = Path.home()
    return Path("~") / path.relative_to(home) if path.is_relative_to(home) else path
