"""From a file that the person chose or dropped to the address of a picture of the site."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from designer.editor import Address
from designer.errors import SaveError
from designer.site import add_picture, address_of, pictures_folder, public_folder
from designer.window.dialogs import Dialogs

Write = Callable[[Address, str, str], None]


class Pictures(QObject):
    """Writes the address of a file of the site; copies one from elsewhere after asking.

    Signals:
        told: A sentence for the person.
    """

    told = Signal(str)

    def __init__(self, dialogs: Callable[[], Dialogs], write: Write, parent: QObject) -> None:
        super().__init__(parent)
        self._dialogs = dialogs
        self._write = write
        self.root: Path | None = None

    def choose(self, address: Address, label: str) -> None:
        """Let the person choose a file for a field."""
        if self.root is None:
            self._tell_no_site()
            return
        folder = pictures_folder(self.root)
        if not folder.is_dir():
            folder = public_folder(self.root)
        file = self._dialogs().choose_picture(folder)
        if file is not None:
            self.take(address, label, str(file))

    def take(self, address: Address, label: str, name: str) -> None:
        """Use a file for a field.

        Args:
            address: The field.
            label: What it is called.
            name: The file.
        """
        root, file = self.root, Path(name)
        if root is None:
            self._tell_no_site()
            return
        found = address_of(root, file)
        if found is None:
            folder = pictures_folder(root).relative_to(root).as_posix()
            if not self._dialogs().copy_picture(file.name, folder):
                return
            try:
                found = add_picture(root, file)
            except SaveError as error:
                self.told.emit(str(error))
                return
        self._write(address, label, found)

    def _tell_no_site(self) -> None:
        self.told.emit(
            self.tr("This page belongs to no site that could keep pictures; type an address.")
        )
