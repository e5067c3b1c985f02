"""The three parts of the window side by side, and how wide they are."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget
from typing_extensions import override

from designer.settings import Settings

_LEFT, _RIGHT = 264, 320
_SMALL_LEFT, _SMALL_RIGHT = 200, 276
_ROOMY = 1200
_LEAST = (160, 320, 260)


class MainSplitter(QSplitter):
    """Left panel, page, inspector. They have their usual widths until the person changes them."""

    def __init__(self, left: QWidget, middle: QWidget, right: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        for number, (part, least) in enumerate(zip((left, middle, right), _LEAST, strict=True)):
            self.addWidget(part)
            part.setMinimumWidth(least)
            self.setStretchFactor(number, int(part is middle))
        self.setHandleWidth(1)
        self._by_hand = False
        self.splitterMoved.connect(self._moved)

    def restore(self, settings: Settings) -> None:
        """Take the widths that the person left."""
        sizes = settings.load("panels")
        self._by_hand = isinstance(sizes, QByteArray) and self.restoreState(sizes)

    def remember(self, settings: Settings) -> None:
        """Keep the widths, if they are the person's own."""
        if self._by_hand:
            settings.remember("panels", self.saveState())

    def go(self, step: int) -> None:
        """Go on in the part after (1) or before (-1) the one in use, where the person was there."""
        focus: Any = self.window().focusWidget()
        parts: list[Any] = [self.widget(number) for number in range(self.count())]
        here = next((n for n, p in enumerate(parts) if focus and p.isAncestorOf(focus)), None)
        if here is None:
            here = -1 if step > 0 else len(parts)
        part = parts[(here + step) % len(parts)]
        before = part.focusWidget()
        usable = before is not None and before.isVisible() and before.isEnabled()
        (before if usable else part).setFocus(Qt.FocusReason.TabFocusReason)

    def _moved(self) -> None:
        self._by_hand = True

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._by_hand:
            roomy = self.width() >= _ROOMY
            left, right = (_LEFT, _RIGHT) if roomy else (_SMALL_LEFT, _SMALL_RIGHT)
            self.setSizes([left, max(_LEAST[1], self.width() - left - right), right])
