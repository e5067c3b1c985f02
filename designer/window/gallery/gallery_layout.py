"""The widgets of the gallery and their layout: search, categories, cards, footer."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from designer.look import Tokens, icon
from designer.window.gallery.gallery_cards import CardGrid

_RAIL: Final = 168


class GalleryLayout(QFrame):
    """The widgets only; ``Gallery`` adds the behaviour.

    Attributes:
        search: The search field.
        rail: The categories.
        grid: The cards, inside ``area`` with its scroll bar ``bar``.
        empty: The view without a match, with the message ``nothing`` and the button
            ``show_all`` that clears the search.
        place: A text about the position of the new block.
        note: The message in the footer, and ``undo_button`` to undo the reported action.
        close_button: Closes the gallery.
    """

    def __init__(self, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("gallery")
        self.setAccessibleName(self.tr("Add a block"))
        title = self._title = QLabel(self.tr("Add a block"))
        title.setObjectName("galleryTitle")
        self.place = QLabel()
        self.place.setObjectName("note")
        self.close_button = QToolButton()
        self.close_button.setIconSize(QSize(16, 16))
        self.close_button.setToolTip(self.tr("Close (Esc)"))
        self.close_button.setAccessibleName(self.tr("Close"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search by name or by what is in it"))
        self.search.setAccessibleName(self.tr("Search blocks"))
        self._glass = self.search.addAction(
            icon("search", tokens.muted), QLineEdit.ActionPosition.LeadingPosition
        )
        self._make_grid()
        self._make_words()
        self._lay_out()

    def set_tokens(self, tokens: Tokens) -> None:
        """Apply other colours."""
        self.close_button.setIcon(icon("close", tokens.muted))
        self._glass.setIcon(icon("search", tokens.muted))

    def _make_grid(self) -> None:
        self.rail = QListWidget()
        self.rail.setObjectName("galleryRail")
        self.rail.setAccessibleName(self.tr("Categories"))
        self.rail.setFixedWidth(_RAIL)
        self.rail.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.grid = CardGrid()
        self.area = QScrollArea()
        self.area.setWidget(self.grid)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.area.setViewportMargins(0, 0, 6, 0)
        self.bar = self.area.verticalScrollBar()
        self.bar.rangeChanged.connect(self._show_bar)

    def _show_bar(self, least: int, most: int) -> None:
        """Hide the scroll bar when nothing can scroll; its space stays reserved."""
        self.bar.setProperty("idle", most <= least)
        self.bar.style().polish(self.bar)

    def _make_words(self) -> None:
        self.empty = QWidget()
        self.nothing = QLabel()
        self.nothing.setObjectName("emptyState")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.show_all = QPushButton(self.tr("Show all blocks"))
        self.note = QLabel()
        self.note.setObjectName("note")
        self.undo_button = QPushButton(self.tr("Bring it back"))
        self.undo_button.setObjectName("quiet")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(24, 16, 24, 0)
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self.place)
        head.addStretch()
        head.addWidget(self.close_button)
        field = QHBoxLayout()
        field.setContentsMargins(24, 10, 24, 14)
        field.addWidget(self.search)
        body = QHBoxLayout()
        start, end = (16, 8) if self.isLeftToRight() else (8, 16)
        body.setContentsMargins(start, 0, end, 0)
        body.setSpacing(16)
        body.addWidget(self.rail)
        body.addWidget(self.area, 1)
        body.addWidget(self.empty, 1)
        middle = QVBoxLayout(self.empty)
        middle.addStretch()
        middle.addWidget(self.nothing, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addSpacing(12)
        middle.addWidget(self.show_all, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addStretch()
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 0, 24, 0)
        foot.setSpacing(4)
        foot.addWidget(self.note)
        foot.addWidget(self.undo_button)
        foot.addStretch()
        line = QFrame()
        line.setObjectName("galleryFoot")
        line.setFixedHeight(36)
        line.setLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(field)
        column.addLayout(body, 1)
        column.addWidget(line)
