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
        self._picture: tuple[Address, str] | None = None
        editor.changed.connect(self._forget_other)
        editor.opened.connect(self._forget)

    def offer(self, picture: Address) -> None:
        """Ask for an alt text unless the image has one or was asked about before."""
        address = self._editor.value(picture)
        words = self._editor.value(_words_of(picture))
        if isinstance(address, str) and address and not words and address not in self._asked:
            self._ask(picture, hurry=False)

    def ask(self, picture: Address) -> None:
        """Ask for an alt text on request, and focus the answer field."""
        self._ask(picture, hurry=True)

    def _ask(self, picture: Address, *, hurry: bool) -> None:
        place = _words_of(picture)
        label, held = self._label_of(place), self._editor.value(place)
        if label is None:
            return
        source = str(self._editor.value(picture))
        self._asked.add(source)
        self._picture = (picture, source)

        def answer(text: str) -> None:
            self._forget()
            self._write(place, label, text)

        self._bars.ask(
            _BAR,
            self.tr("What does the picture show?"),
            self.tr("A few words for those who cannot see it"),
            held if isinstance(held, str) else "",
            answer,
        )
        if hurry:
            self._bars.enter(_BAR)

    def _forget_other(self, _change: object) -> None:
        """Remove the question if its image was replaced or removed."""
        if self._picture is not None:
            picture, source = self._picture
            if self._editor.value(picture) != source:
                self._forget()

    def _forget(self) -> None:
        self._picture = None
        self._bars.remove(_BAR)


def _words_of(picture: Address) -> Address:
    return Address(picture.role, picture.block, (*picture.path[:-1], "alt"))
