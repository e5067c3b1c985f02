"""The choice of the breakpoint that an edit applies to."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton

from designer.inspector.style.labels import breakpoint_name, breakpoint_sentence
from designer.tailwind import Breakpoint


class BreakpointSwitch(QFrame):
    """A row of buttons: all sizes, and each breakpoint of the site.

    Signals:
        picked: The chosen ``Breakpoint``.
    """

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("segment")
        self.setFixedHeight(28)
        self._points: tuple[Breakpoint, ...] = ()
        self._group = QButtonGroup(self)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(1, 1, 1, 1)
        self._line.setSpacing(0)
        self.buttons: dict[str, QPushButton] = {}

    def show_points(self, points: tuple[Breakpoint, ...], at: str) -> None:
        """Show these breakpoints and check the one with the given name."""
        if points != self._points:
            self._points = points
            for old in self.buttons.values():
                self._group.removeButton(old)
                old.deleteLater()
            self.buttons = {point.name: self._button(point) for point in points}
        if at in self.buttons:
            self.buttons[at].setChecked(True)

    def _button(self, point: Breakpoint) -> QPushButton:
        button = QPushButton(breakpoint_name(point))
        button.setCheckable(True)
        button.setMinimumWidth(8)
        button.setToolTip(breakpoint_sentence(point))
        button.setAccessibleName(breakpoint_sentence(point))
        button.clicked.connect(lambda: self.picked.emit(point))
        self._group.addButton(button)
        self._line.addWidget(button, 1)
        return button
