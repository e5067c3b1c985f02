"""The paste command: an image into an image, blocks into the page, a text as a block."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from designer.preview import image_from_mime
from designer.window.commands.block_clipboard import blocks_from_mime, split_heading
from designer.window.commands.block_commands import BlockCommands
from designer.window.commands.image_commands import ImageCommands
from designer.window.commands.registry import Target


class PasteCommand(QObject):
    """Pastes the content of the clipboard.

    Signals:
        message: A sentence for the status bar.
    """

    message = Signal(str)

    def __init__(
        self,
        blocks: BlockCommands,
        images: ImageCommands,
        add_text: Callable[[str, str], bool],
        parent: QObject,
    ) -> None:
        """Create the command.

        Args:
            blocks: Pastes blocks.
            images: Pastes images.
            add_text: Adds a block with a headline and a Markdown text; returns whether it did.
            parent: The parent object.
        """
        super().__init__(parent)
        self._blocks = blocks
        self._images = images
        self._add_text = add_text

    def paste(self, _target: Target) -> bool:
        """Paste an image into the selected image, else blocks, else a text as a block.

        Returns:
            Whether something was pasted.
        """
        mime = QGuiApplication.clipboard().mimeData()
        image = image_from_mime(mime)
        if image is not None and (found := self._images.selected_image()) is not None:
            return self._images.use(found, image)
        if sources := blocks_from_mime(mime):
            return self._blocks.paste(sources)
        if image is not None:
            self.message.emit(self.tr("Select a picture on the page first, to put this one there."))
        elif (words := split_heading(mime.text())) is not None:
            return self._add_text(*words)
        else:
            self.message.emit(self.tr("The clipboard holds no blocks; nothing was pasted."))
        return False
