"""Asks for the alt text of an image: once for a new image, or on request."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from designer.editor import Address, Editor
from designer.window.notifications.notification_bars import NotificationBars

_BAR = "describe"

WriteField = Callable[[Address, str, str], bool]
"""Writes a text to a field with this label; returns whether the document now has this value."""


class AltText(QObject):
    """Asks for the alt text of an image, and writes the answer beside its address."""

    def __init__(
        self,
        editor: Editor,
        bars: NotificationBars,
        label_of: Callable[[Address], str | None],
        write: WriteField,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._bars = bars
        self._label_of = label_of
        self._write = write
        self._asked: set[str] = set()
        self._question: tuple[Address, str] | None = None
        editor.changed.connect(self._remove_stale)
        editor.opened.connect(self._remove_question)

    def offer(self, image: Address) -> None:
        """Ask for an alt text unless the image has one or was asked about before."""
        address = self._editor.value(image)
        alt = self._editor.value(_alt_address(image))
        if isinstance(address, str) and address and not alt and address not in self._asked:
            self._ask(image, focus=False)

    def ask(self, image: Address) -> bool:
        """Ask for an alt text on request, and focus the answer field.

        Returns:
            Whether the question is shown; it is not if the image has no field for an alt text.
        """
        return self._ask(image, focus=True)

    def _ask(self, image: Address, *, focus: bool) -> bool:
        alt_address = _alt_address(image)
        label, current = self._label_of(alt_address), self._editor.value(alt_address)
        if label is None:
            return False
        source = str(self._editor.value(image))
        self._asked.add(source)
        self._question = (image, source)

        def answer(text: str) -> None:
            self._remove_question()
            self._write(alt_address, label, text)

        self._bars.ask(
            _BAR,
            self.tr("What does the picture show?"),
            self.tr("A few words for those who cannot see it"),
            current if isinstance(current, str) else "",
            answer,
        )
        if focus:
            self._bars.focus_answer(_BAR)
        return True

    def _remove_stale(self, _change: object) -> None:
        """Remove the question if its image was replaced or removed."""
        if self._question is not None:
            image, source = self._question
            if self._editor.value(image) != source:
                self._remove_question()

    def _remove_question(self) -> None:
        self._question = None
        self._bars.remove(_BAR)


def _alt_address(image: Address) -> Address:
    return Address(image.role, image.block, (*image.path[:-1], "alt"))
