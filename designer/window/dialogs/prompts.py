"""The modal dialogs of the window. Tests replace them by fixed answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget

from designer.document import LineChanges
from designer.look import Tokens
from designer.site import IMAGE_SUFFIXES, PAGE_SUFFIXES
from designer.window.dialogs.about_dialog import AboutDialog
from designer.window.dialogs.changes_view import ChangesView
from designer.window.dialogs.name_dialog import NameDialog


class UserAnswer(Enum):
    """The user's decision in a dialog."""

    SAVE = auto()
    DISCARD = auto()
    MINE = auto()
    THEIRS = auto()
    CANCEL = auto()


class Dialogs(QObject):
    """Shows modal dialogs."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def unsaved(self, title: str) -> UserAnswer:
        """Ask whether to save or discard unsaved changes, or to cancel."""
        box = self._box(
            self.tr("Save your changes to “%1”?").replace("%1", title),
            self.tr("Without saving, they are lost."),
        )
        save = box.addButton(self.tr("Save"), QMessageBox.ButtonRole.AcceptRole)
        drop = box.addButton(self.tr("Don’t save"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(save)
        box.exec()
        clicked = box.clickedButton()
        if clicked is save:
            return UserAnswer.SAVE
        return UserAnswer.DISCARD if clicked is drop else UserAnswer.CANCEL

    def conflict(self, names: str) -> UserAnswer:
        """Ask which version to keep when a file changed on disk."""
        box = self._box(
            self.tr("“%1” was changed by another program.").replace("%1", names),
            self.tr("Nothing has been written yet. Which version should stay?"),
        )
        mine = box.addButton(self.tr("Keep mine"), QMessageBox.ButtonRole.DestructiveRole)
        theirs = box.addButton(self.tr("Take theirs"), QMessageBox.ButtonRole.AcceptRole)
        cancel = box.addButton(self.tr("Decide later"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(cancel)
        box.exec()
        clicked = box.clickedButton()
        if clicked is mine:
            return UserAnswer.MINE
        return UserAnswer.THEIRS if clicked is theirs else UserAnswer.CANCEL

    def show_message(self, text: str) -> None:
        """Show one sentence that needs no decision."""
        box = self._box(text, "")
        box.addButton(self.tr("Close"), QMessageBox.ButtonRole.AcceptRole)
        box.exec()

    def about(self) -> None:
        """Show what is to be known about the program."""
        AboutDialog(self._window).exec()

    def changes(self, files: Sequence[tuple[str, LineChanges]], tokens: Tokens) -> bool:
        """Show the lines that a save would change; returns whether to save now."""
        return ChangesView(files, tokens, self._window).exec() == QDialog.DialogCode.Accepted

    def choose_page(self, folder: Path) -> Path | None:
        """Show a file dialog for a page; None if cancelled."""
        kinds = " ".join(f"*{ending}" for ending in sorted(PAGE_SUFFIXES))
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Open a page"),
            str(folder),
            self.tr("Pages (%1)").replace("%1", kinds),
        )
        return Path(name) if name else None

    def choose_picture(self, folder: Path) -> Path | None:
        """Show a file dialog for an image; None if cancelled."""
        kinds = " ".join(f"*{ending}" for ending in sorted(IMAGE_SUFFIXES))
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Choose a picture"),
            str(folder),
            self.tr("Pictures (%1)").replace("%1", kinds),
        )
        return Path(name) if name else None

    def copy_picture(self, name: str, folder: str) -> bool:
        """Ask whether to copy an external image into the site."""
        text = self.tr("Copy “%1” into this site’s folder “%2”, so that the page can show it?")
        box = self._box(text.replace("%1", name).replace("%2", folder), "")
        copy = box.addButton(self.tr("Copy it"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(copy)
        box.exec()
        return box.clickedButton() is copy

    def name_template(self, default: str, is_taken: Callable[[str], bool]) -> str | None:
        """Ask for the name of a template; None if cancelled."""
        dialog = NameDialog(default, is_taken, self._window)
        return dialog.chosen if dialog.exec() == QDialog.DialogCode.Accepted else None

    def choose_site(self, folder: Path) -> Path | None:
        """Show a folder dialog for a site; None if cancelled."""
        name = QFileDialog.getExistingDirectory(self._window, self.tr("Open a site"), str(folder))
        return Path(name) if name else None

    def choose_pages_folder(self, folder: Path) -> Path | None:
        """Show a folder dialog for the folder of a site's pages; None if cancelled."""
        title = self.tr("Choose the folder of pages")
        name = QFileDialog.getExistingDirectory(self._window, title, str(folder))
        return Path(name) if name else None

    def _box(self, text: str, more: str) -> QMessageBox:
        box = QMessageBox(self._window)
        box.setWindowTitle("Frontispiece")
        box.setText(text)
        box.setInformativeText(more)
        return box
