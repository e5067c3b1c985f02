"""The view for a folder in which no page was found: what was looked for, and what to do."""

from __future__ import annotations

import html
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from designer.site import PageSearch

_WIDTH = 600  # pixels


class NoPagesView(QWidget):
    """Tells where pages were searched, and offers to choose their folder.

    Signals:
        pages_folder_requested: The user wants to choose the folder of pages.
        another_requested: Another folder is to be opened.
        back_requested: The open page is to be shown again.
    """

    pages_folder_requested = Signal()
    another_requested = Signal()
    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("startPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.search: PageSearch | None = None
        self.title = _label("startTitle")
        self.place = _label("note")
        self.looked = _label("startText")
        self.found = _label("startText")
        self.choose = QPushButton(self.tr("Choose the folder of pages…"))
        self.choose.setObjectName("primary")
        self.choose.clicked.connect(self.pages_folder_requested)
        self.another = QPushButton(self.tr("Open another folder…"))
        self.another.clicked.connect(self.another_requested)
        self.back = QPushButton(self.tr("Back to the page"))
        self.back.setObjectName("quiet")
        self.back.clicked.connect(self.back_requested)
        self.kept = _label("note")
        self.kept.setText(
            self.tr("Your choice is kept for this site. Nothing is written into its folder.")
        )
        self._lay_out()
        self.setFocusProxy(self.choose)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.choose, self.another, self.back):
            row.addWidget(button)
        row.addStretch()
        card = QFrame()
        card.setObjectName("startCard")
        card.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(card)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(0)
        for widget, space in (
            (self.title, 4), (self.place, 20), (self.looked, 12), (self.found, 24),
        ):  # fmt: skip
            column.addWidget(widget)
            column.addSpacing(space)
        column.addLayout(row)
        column.addSpacing(12)
        column.addWidget(self.kept)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(card, 20)
        across.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 24)
        whole.addStretch(2)
        whole.addLayout(across)
        whole.addStretch(3)

    def show_search(self, search: PageSearch, *, back: bool) -> None:
        """Show the result of a search; ``back`` tells whether a page is open."""
        self.search = search
        title = self.tr("No pages were found in “%1”")
        if search.unread:
            title = self.tr("No page of “%1” can be read")
        self.title.setText(title.replace("%1", search.folder.name))
        self.place.setText(str(_home_as_tilde(search.folder)))
        looked = self.tr(
            "A page is a text file (.md, .mdx, .html and the like) that begins with its settings,"
            " between two lines of three dashes. Most sites keep their pages in a folder called"
            " “content” or “pages”."
        )
        self.looked.setText(_paragraph(looked))
        found = self._found(search)
        self.found.setText(_paragraph(found))
        self.found.setVisible(bool(found))
        self.back.setVisible(back)
        self.choose.setFocus()

    def _found(self, search: PageSearch) -> str:
        """Return what was found instead of pages, in words; empty for nothing."""
        if search.unread:
            return search.unread
        if search.texts:
            folders = [
                self.tr("%1 in this folder").replace("%1", str(count))
                if path == "."
                else self.tr("%1 in “%2”").replace("%1", str(count)).replace("%2", path)
                for path, count in search.texts
            ]
            text = self.tr(
                "There are texts without such settings: %1. If they are your pages, choose their"
                " folder."
            )
            return text.replace("%1", ", ".join(folders))
        if search.notes:
            text = self.tr("There are only notes for the people who build the site: %1.")
            return text.replace("%1", ", ".join(search.notes[:3]))
        return ""


def _paragraph(text: str) -> str:
    """Return a text as rich text with room between its lines."""
    return f'<p style="line-height: 140%">{html.escape(text)}</p>' if text else ""


def _label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _home_as_tilde(folder: Path) -> Path:
    home = Path.home()
    return Path("~") / folder.relative_to(home) if folder.is_relative_to(home) else folder
