"""The splitter of the window's three parts, and their widths."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget
from typing_extensions import override

from designer.settings import Settings

_LEAST = (140, 240, 220)

# The widths of the left panel and of the inspector, from a width of the window on.
_WIDTHS = ((1200, 264, 320), (860, 200, 276), (0, 140, 250))


class MainSplitter(QSplitter):
    """Left panel, page, inspector. Default widths apply until the user moves a handle."""

    def __init__(self, left: QWidget, middle: QWidget, right: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        for number, (part, least) in enumerate(zip((left, middle, right), _LEAST, strict=True)):
            self.addWidget(part)
            part.setMinimumWidth(least)
            self.setStretchFactor(number, int(part is middle))
        self.setHandleWidth(1)
        self._has_user_sizes = False
        self.splitterMoved.connect(self._moved)

    def restore(self, settings: Settings) -> None:
        """Restore the widths set by the user."""
        sizes = settings.load("panels")
        self._has_user_sizes = isinstance(sizes, QByteArray) and self.restoreState(sizes)

    def remember(self, settings: Settings) -> None:
        """Store the widths if the user set them."""
        if self._has_user_sizes:
            settings.remember("panels", self.saveState())

    def focus_part(self, step: int) -> None:
        """Focus the next (1) or previous (-1) part, at its most recently focused widget."""
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
        self._has_user_sizes = True

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._has_user_sizes:
            left, right = next(both for least, *both in _WIDTHS if self.width() >= least)
            self.setSizes([left, max(_LEAST[1], self.width() - left - right), right])
