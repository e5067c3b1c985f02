"""Imports a chosen, dropped or pasted image into the site and writes its address."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Signal
from PySide6.QtGui import QImage, QImageWriter

from designer.editor import Address
from designer.errors import SaveError
from designer.project import OpenSite
from designer.site import (
    add_image,
    address_of,
    images_folder,
    public_folder,
    save_image,
)
from designer.window.dialogs.prompts import Dialogs
from designer.window.images.alt_text import WriteField


class ImageImport(QObject):
    """Writes the address of an image of the site; copies an external file after asking.

    Signals:
        message: A sentence for the status bar.
        imported: The ``Address`` of a field that received an image.
    """

    message = Signal(str)
    imported = Signal(object)

    def __init__(self, dialogs: Callable[[], Dialogs], write: WriteField, parent: QObject) -> None:
        super().__init__(parent)
        self._dialogs = dialogs
        self._write = write
        self._open: OpenSite | None = None

    def show_site(self, open_site: OpenSite) -> None:
        """Import images into this site."""
        self._open = open_site

    @property
    def _root(self) -> Path | None:
        """The folder of the site; None for a page without a site."""
        return self._open.root if self._open else None

    def choose(self, address: Address, label: str) -> bool:
        """Show a file dialog for a field; returns whether the dialog was shown."""
        root = self._root
        if root is None:
            self._report_no_site()
            return False
        folder = images_folder(root)
        if not folder.is_dir():
            folder = public_folder(root)
        file = self._dialogs().choose_picture(folder)
        if file is not None:
            self.use_file(address, label, str(file))
        return True

    def use_file(self, address: Address, label: str, name: str) -> bool:
        """Use a file for a field.

        Args:
            address: The field.
            label: The label of the field.
            name: The file.

        Returns:
            Whether the document changed.
        """
        root, file = self._root, Path(name)
        if root is None:
            self._report_no_site()
            return False
        found = address_of(root, file)
        if found is None:
            folder = images_folder(root).relative_to(root).as_posix()
            if not self._dialogs().copy_picture(file.name, folder):
                return False
            try:
                found = add_image(root, file)
            except SaveError as error:
                self.message.emit(str(error))
                return False
        done = self._write(address, label, found)
        self.imported.emit(address)
        return done

    def use_image(self, address: Address, label: str, image: Path | QImage) -> bool:
        """Use a dropped or pasted image: a file, or image data that is saved as a new file.

        Returns:
            Whether the document changed.
        """
        if isinstance(image, Path):
            return self.use_file(address, label, str(image))
        root = self._root
        if self._open is None or root is None:
            self._report_no_site()
            return False
        name = self.tr("%1-picture.png").replace("%1", self._open.location.page.stem)
        try:
            found = save_image(root, name, _png(image))
        except SaveError as error:
            self.message.emit(str(error))
            return False
        done = self._write(address, label, found)
        self.message.emit(self.tr("The picture was saved as “%1”.").replace("%1", unquote(found)))
        self.imported.emit(address)
        return done

    def _report_no_site(self) -> None:
        self.message.emit(
            self.tr("This page belongs to no site that could keep pictures; type an address.")
        )


def _png(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(data.data())
