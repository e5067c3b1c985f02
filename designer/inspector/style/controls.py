"""Controls that show the value of a CSS property and request another value."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from designer.inspector.style.choice_popup import ChoicePopup
from designer.inspector.style.labels import breakpoint_name, choice_name, short_name
from designer.inspector.style.style_context import StyleContext
from designer.inspector.values.color_text import swatch_icon
from designer.look import Tokens, icon
from designer.tailwind import Choice, PropertyValue

_STEP = 8  # pixels of a drag per step on the scale


class ValueButton(QPushButton):
    """A button with the value of a property: opens the list, or steps through it.

    Arrow keys step, Delete removes the value, and a horizontal drag steps continuously.

    Signals:
        chosen: A utility, or None to remove the value.
        finished: A drag or a choice has ended; ends the undo group.
    """

    chosen = Signal(object)
    finished = Signal()

    def __init__(
        self, context: StyleContext, prop: str, label: str, *, short: bool = False
    ) -> None:
        super().__init__()
        self.setObjectName("valueButton")
        self.prop = prop
        self._context = context
        self._label = label
        self._short = short
        self._setting = PropertyValue(None, None, "")
        self._shown: tuple[PropertyValue, str, tuple[Choice, ...]] | None = None
        self._pressed: QPoint | None = None
        self._start = 0
        self._dragged = False
        self.setProperty("short", short)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(40)
        self.clicked.connect(self.open)

    # -- display --------------------------------------------------------------------------------

    def show_setting(self, found: PropertyValue) -> None:
        """Show the value of the property; does nothing if it is shown already."""
        choices = self._context.choices(self.prop)
        shown = (found, self._context.breakpoint_name, choices)
        if shown == self._shown:
            return
        self._shown, self._setting = shown, found
        choice = self._current()
        color = choice.color if choice else None
        self.setText(self._text(choice))
        has_icon = color is not None and not self._short
        self.setIcon(swatch_icon(color or "", 14) if has_icon else icon("", "#00000000"))
        if not has_icon:
            self.setIconSize(QSize(0, 0))
        else:
            self.setIconSize(QSize(14, 14))
        self.setEnabled(bool(choices) or found.utility is not None)
        own = found.utility is not None and found.breakpoint_name == self._context.breakpoint_name
        set_state(self, "own" if own else "other" if found.utility else "none")
        self.setToolTip(self._tip())
        self.setAccessibleName(f"{self._label}: {self.text()}")

    @property
    def can_reset(self) -> bool:
        """Whether the value is set at this breakpoint and can be removed."""
        found = self._setting
        if found.utility is None or found.breakpoint_name != self._context.breakpoint_name:
            return False
        is_own = self._current() is not None
        return is_own or self._context.with_property(self.prop, None) != self._context.slot

    def _current(self) -> Choice | None:
        bare = self._bare()
        return next((c for c in self._context.choices(self.prop) if c.utility == bare), None)

    def _bare(self) -> str | None:
        """Return the utility without its breakpoint prefix."""
        name, at = self._setting.utility, self._setting.breakpoint_name
        return name.removeprefix(f"{at}:") if name and at else name

    def _text(self, choice: Choice | None) -> str:
        if self._setting.utility is None:
            return "–"
        if choice is None:
            return self._context.declared(self.prop, self._setting) or self._bare() or ""
        return short_name(self.prop, choice) if self._short else choice_name(self.prop, choice)

    def _tip(self) -> str:
        if self._setting.utility is None:
            unset = self.tr("%1: not set")
            missing = self.tr("%1: the Tailwind of this site has no classes for it")
            return (unset if self.isEnabled() else missing).replace("%1", self._label)
        tip = f"{self._label}: {self._setting.utility}"
        if self._setting.breakpoint_name == self._context.breakpoint_name:
            return tip
        points = {point.name: point for point in self._context.breakpoints()}
        origin = (
            breakpoint_name(points[self._setting.breakpoint_name])
            if self._setting.breakpoint_name in points
            else ""
        )
        return self.tr("%1 (from “%2”)").replace("%1", tip).replace("%2", origin)

    # -- choosing -------------------------------------------------------------------------------

    def open(self) -> None:
        """Open the list of values."""
        if self._dragged:
            self._dragged = False
            return
        choices = self._context.choices(self.prop)
        rows = [(choice_name(self.prop, c), c.utility, c.color) for c in choices]
        popup = ChoicePopup(rows, self._index(), self)
        popup.chosen.connect(lambda number: self._choose(choices[number].utility))
        popup.open_below(self)

    def _index(self) -> int | None:
        choice = self._current()
        return None if choice is None else self._context.choices(self.prop).index(choice)

    def _choose(self, utility: str | None) -> None:
        self.chosen.emit(utility)
        self.finished.emit()

    def reset(self) -> None:
        """Remove the value set at this breakpoint."""
        if self.can_reset:
            self._choose(None)

    def _step(self, steps: int, start: int | None) -> bool:
        choices = self._context.choices(self.prop)
        if not choices:
            return False
        place = (-1 if steps > 0 else 0) if start is None else start
        wanted = max(0, min(len(choices) - 1, place + steps))
        if wanted == self._index():
            return False
        self.chosen.emit(choices[wanted].utility)
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_PageUp: -4,
            Qt.Key.Key_PageDown: 4,
        }
        if event.key() in steps:
            self._step(steps[Qt.Key(event.key())], self._index())
            self.finished.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.reset()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self._short:
            self._pressed, self._dragged = event.position().toPoint(), False
            self._start = self._index() or 0

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            super().mouseMoveEvent(event)
            return
        steps = round((event.position().x() - self._pressed.x()) / _STEP)
        if steps or self._dragged:
            self._dragged = True
            self._step(steps, self._start)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragged:
            self.finished.emit()
        self._pressed = None
        super().mouseReleaseEvent(event)


class ResetButton(QToolButton):
    """Removes a value; visible only if one is set at this breakpoint."""

    def __init__(self, tokens: Tokens, label: str) -> None:
        super().__init__()
        self.setObjectName("reset")
        self.setIcon(icon("close", tokens.muted))
        self.setIconSize(QSize(12, 12))
        tip = self.tr("Reset %1").replace("%1", label.lower())
        self.setToolTip(tip)
        self.setAccessibleName(tip)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)


class ListControl(QWidget):
    """A value button and its reset button.

    Signals:
        chosen: A utility, or None to remove the value.
        finished: Ends the undo group.
    """

    chosen = Signal(object)
    finished = Signal()

    def __init__(self, context: StyleContext, tokens: Tokens, prop: str, label: str) -> None:
        super().__init__()
        self._context = context
        self.prop = prop
        self.button = ValueButton(context, prop, label)
        self.clear_button = ResetButton(tokens, label)
        self.clear_button.clicked.connect(self.button.reset)
        self.button.chosen.connect(self.chosen)
        self.button.finished.connect(self.finished)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2)
        line.addWidget(self.button, 1)
        line.addWidget(self.clear_button)

    @property
    def stops(self) -> list[QWidget]:
        """The widgets at which Tab stops, in order."""
        return [self.button, self.clear_button]

    def refresh(self) -> None:
        """Show the current slot."""
        found = self._context.setting(self.prop)
        self.button.show_setting(found)
        self.clear_button.setVisible(self.button.can_reset)


def set_state(widget: QWidget, state: str) -> None:
    """Set the ``state`` property of a widget, which selects its style."""
    if widget.property("state") != state:
        widget.setProperty("state", state)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def show_choice(button: QAbstractButton, found: PropertyValue, utility: str, at: str) -> None:
    """Show whether a button's utility is chosen: at this breakpoint, or inherited from another.

    Only a utility of this breakpoint is checked, so that each click changes something.
    """
    is_chosen, is_here = found.utility == utility, found.breakpoint_name == at
    button.setChecked(is_chosen and is_here)
    set_state(button, "other" if is_chosen and not is_here else "")


class SegmentControl(QWidget):
    """A row of exclusive buttons; a click on the checked button removes the value.

    Signals:
        chosen: A utility, or None to remove the value.
        finished: Ends the undo group.
    """

    chosen = Signal(object)
    finished = Signal()

    def __init__(self, context: StyleContext, tokens: Tokens, prop: str, label: str) -> None:
        super().__init__()
        self.setObjectName("segment")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(28)
        self._context = context
        self._label = label
        self.prop = prop
        self.buttons: dict[str, QPushButton] = {}
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(1, 1, 1, 1)
        self._line.setSpacing(0)

    @property
    def stops(self) -> list[QWidget]:
        """The widgets at which Tab stops, in order."""
        return [*self.buttons.values()]

    def refresh(self) -> None:
        """Show the current slot."""
        choices = self._context.choices(self.prop)
        if [c.utility for c in choices] != list(self.buttons):
            self._build(choices)
        found = self._context.setting(self.prop)
        for utility, button in self.buttons.items():
            show_choice(button, found, utility, self._context.breakpoint_name)

    def _build(self, choices: tuple[Choice, ...]) -> None:
        for old in self.buttons.values():
            old.deleteLater()
        self.buttons = {}
        for choice in choices:
            name = choice_name(self.prop, choice)
            button = QPushButton(name)
            button.setCheckable(True)
            button.setToolTip(f"{self._label}: {choice.utility}")
            button.setAccessibleName(f"{self._label}: {name}")
            button.setMinimumWidth(8)
            button.clicked.connect(lambda on, u=choice.utility: self._press(u, on))
            self._line.addWidget(button, 1)
            self.buttons[choice.utility] = button

    def _press(self, utility: str, on: bool) -> None:
        self.chosen.emit(utility if on else None)
        self.finished.emit()
