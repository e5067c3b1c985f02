"""The view for a folder in which no page was found: what was looked for, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from designer.site import PageSearch
from designer.window.layout.start_page import StartPage, label, paragraph

_WIDTH = 600  # pixels


class NoPagesView(StartPage):
    """Tells where pages were searched, and offers to choose their folder.

    Signals:
        pages_folder_requested: The user wants to choose the folder of pages.
        another_requested: Another folder is to be opened.
    """

    pages_folder_requested = Signal()
    another_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search: PageSearch | None = None
        self.looked = label("startText")
        self.found = label("startText")
        self.choose = QPushButton(self.tr("Choose the folder of pages…"))
        self.choose.setObjectName("primary")
        self.choose.clicked.connect(self.pages_folder_requested)
        self.another = QPushButton(self.tr("Open another folder…"))
        self.another.clicked.connect(self.another_requested)
        self.kept = label("note")
        self.kept.setText(
            self.tr("Your choice is kept for this site. Nothing is written into its folder.")
        )
        self.add_parts(((self.looked, 12), (self.found, 24)))
        self.add_buttons((self.choose, self.another))
        self.column.addSpacing(12)
        self.column.addWidget(self.kept)
        self.set_size(_WIDTH, is_tall=False)
        self.setFocusProxy(self.choose)

    def show_search(self, search: PageSearch, *, back: bool) -> None:
        """Show the result of a search; ``back`` tells whether a page is open."""
        self.search = search
        title = self.tr("No pages were found in “%1”")
        if search.unread:
            title = self.tr("No page of “%1” can be read")
        self.show_place(title.replace("%1", search.folder.name), search.folder, back=back)
        looked = self.tr(
            "A page is a text file (.md, .mdx, .html and the like) that begins with its settings,"
            " between two lines of three dashes. Most sites keep their pages in a folder called"
            " “content” or “pages”."
        )
        self.looked.setText(paragraph(looked))
        found = self._found(search)
        self.found.setText(paragraph(found))
        self.found.setVisible(bool(found))
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
