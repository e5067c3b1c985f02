"""Commands for an image of the page: replace, describe, drop and paste."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from designer.editor import Address, Editor
from designer.window.commands.field_names import FieldNames
from designer.window.commands.registry import Target
from designer.window.images.alt_text import AltText
from designer.window.images.image_import import ImageImport

_KEYS_OF_IMAGES = ((), ("src",), ("image",))


class ImageCommands(QObject):
    """Finds the image of a target and passes it to the import or to the alt text.

    Signals:
        message: A sentence for the status bar.
    """

    message = Signal(str)

    def __init__(
        self,
        editor: Editor,
        names: FieldNames,
        images: ImageImport,
        alt_text: AltText,
        go_to_inspector: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._names = names
        self._images = images
        self._alt_text = alt_text
        self._go_to_inspector = go_to_inspector

    def replace(self, target: Target) -> bool:
        """Show a file dialog for an image; for an element without one, focus the inspector.

        The page runs this command also when Enter is pressed on an element that it cannot edit.
        The inspector passes the label of its field as ``target.value``, because a field can hold an
        image that no block type describes, or none yet.

        Returns:
            Whether a dialog was shown or the focus moved.
        """
        if target.address is not None and isinstance(target.value, str):
            return self._images.choose(target.address, target.value)
        found = self.image_at(target.address)
        if found is None:
            self._go_to_inspector()
            return True
        return self._images.choose(found, self._names.label(found))

    def describe(self, target: Target) -> bool:
        """Ask for the alt text of an image; returns whether the question is shown."""
        return target.address is not None and self._alt_text.ask(target.address)

    def drop(self, address: Address | None, image: Path | QImage) -> None:
        """Use a file or image data that was dropped on an address."""
        found = self.image_at(address)
        if found is None:
            self.message.emit(
                self.tr("Drop the picture on one of the page, to put it there instead.")
            )
        else:
            self._editor.select(address)
            self.use(found, image)

    def selected_image(self) -> Address | None:
        """Return the address of the selected image; None if no image is selected."""
        return self.image_at(self._editor.selection)

    def use(self, found: Address, image: Path | QImage) -> bool:
        """Use a file or image data for an image; returns whether the document changed."""
        return self._images.use_image(found, self._names.label(found), image)

    def image_at(self, address: Address | None) -> Address | None:
        """Return the address of the string that names the image at an address; None without one."""
        if address is None:
            return None
        for keys in _KEYS_OF_IMAGES:
            found = Address(address.role, address.block, (*address.path, *keys))
            field = self._names.field(found)
            if field is not None and field.type == "image":
                return found if isinstance(self._editor.value(found), str) else None
        return None
