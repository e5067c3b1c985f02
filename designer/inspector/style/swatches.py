"""The theme's colours as round buttons."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from designer.inspector.style.controls import ResetButton, ValueButton, show_choice
from designer.inspector.style.flow_layout import FlowLayout
from designer.inspector.style.labels import choice_name
from designer.inspector.style.style_context import StyleContext
from designer.inspector.values.color_text import swatch_icon
from designer.inspector.widgets.roving import Roving
from designer.look import Tokens
from designer.tailwind import Choice

_MOST = 14  # maximum number of buttons: a theme has about ten colours


class SwatchControl(QWidget):
    """A value button with the chosen colour, and below it the theme's colours.

    Signals:
        chosen: A utility, or None to remove the value.
        finished: Ends the undo group.
    """

    chosen = Signal(object)
    finished = Signal()

    def __init__(self, context: StyleContext, tokens: Tokens, prop: str, label: str) -> None:
        super().__init__()
        self._context = context
        self._label = label
        self.prop = prop
        self.button = ValueButton(context, prop, label)
        self.button.chosen.connect(self.chosen)
        self.button.finished.connect(self.finished)
        self.clear_button = ResetButton(tokens, label)
        self.clear_button.clicked.connect(self.button.reset)
        self.swatches: dict[str, _Swatch] = {}
        self._shown: tuple[Choice, ...] = ()
        self._roving = Roving(self)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2)
        line.addWidget(self.button, 1)
        line.addWidget(self.clear_button)
        patches = QWidget()
        self._flow = FlowLayout(patches, spacing=2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(patches)

    @property
    def stops(self) -> list[QWidget]:
        """The widgets at which Tab stops, in order."""
        return [self.button, self.clear_button, *self.swatches.values()]

    def refresh(self) -> None:
        """Show the current slot."""
        choices = self._context.choices(self.prop)
        if choices is not self._shown:
            self._build(choices)
        found = self._context.setting(self.prop)
        self.button.show_setting(found)
        self.clear_button.setVisible(self.button.can_reset)
        for utility, button in self.swatches.items():
            show_choice(button, found, utility, self._context.breakpoint_name)
        self._roving.stop_at(next((b for b in self.swatches.values() if b.isChecked()), None))

    def _build(self, choices: tuple[Choice, ...]) -> None:
        self._shown = choices
        for old in self.swatches.values():
            self._flow.removeWidget(old)
            old.deleteLater()
        self.swatches = {}
        plain = [choice for choice in choices if choice.color is not None]
        for choice in plain[:_MOST] if len(plain) <= 2 * _MOST else ():
            button = _Swatch(f"{self._label}: {choice_name(self.prop, choice)}")
            button.setIcon(swatch_icon(choice.color or "", 16))
            button.setToolTip(f"{self._label}: {choice.utility}")
            button.clicked.connect(lambda on, u=choice.utility: self._press(u, on))
            self._flow.addWidget(button)
            self.swatches[choice.utility] = button
        self._roving.set_buttons([*self.swatches.values()])

    def _press(self, utility: str, on: bool) -> None:
        self.chosen.emit(utility if on else None)
        self.finished.emit()


class _Swatch(QToolButton):
    """One colour."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("swatch")
        self.setCheckable(True)
        self.setFixedSize(24, 24)
        self.setIconSize(QSize(16, 16))
        self.setAccessibleName(name)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
