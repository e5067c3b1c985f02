"""Binds the commands of ``command_list`` to handlers, and builds menus and toolbars from them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from designer.command_list import PAGE_TOOLBAR, CommandId, command_specs
from designer.editor import Address


@dataclass(frozen=True)
class Target:
    """The target of a command.

    Attributes:
        address: The block, item, key or image; None means the selection.
        value: A further argument: an index, a direction, a new value, or whether a checkable
            command is checked.
    """

    address: Address | None = None
    value: Any = None


Handler = Callable[[Target], bool]
"""Handles a command; returns whether something happened.

Something happens when a document, the selection, the focus, the view or the clipboard changes, or
when a dialog, a menu or the gallery opens. A hint about why a command does nothing does not count.
"""


class CommandRegistry(QObject):
    """All commands with their handlers and the actions that menus and shortcuts share."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._handlers: dict[CommandId, Handler] = {}
        self._enabled: dict[CommandId, Callable[[], bool]] = {}
        self._actions = {command: self._new_action(command) for command in CommandId}
        choices = QActionGroup(window)  # of these, one is active, and menus draw radio buttons
        for command, spec in command_specs().items():
            if spec.is_choice:
                choices.addAction(self._actions[command])

    def bind(
        self,
        command: CommandId,
        run: Handler,
        *,
        is_enabled: Callable[[], bool] | None = None,
    ) -> None:
        """Bind a command to its handler.

        Args:
            command: The id of the command.
            run: The handler.
            is_enabled: Whether the command is enabled; evaluated by ``refresh``.

        Raises:
            ValueError: The command is bound already, or the handler is that of another command.
        """
        if command in self._handlers:
            raise ValueError(f"The command {command} is bound twice.")
        for other, handler in self._handlers.items():
            if handler == run:
                raise ValueError(f"The commands {other} and {command} have one handler.")
        self._handlers[command] = run
        if is_enabled is not None:
            self._enabled[command] = is_enabled
        action, spec = self._actions[command], command_specs()[command]
        signal = action.toggled if spec.is_checkable and not spec.is_choice else action.triggered
        signal.connect(lambda on: self.run(command, value=on))

    def _new_action(self, command: CommandId) -> QAction:
        """Create the action of a command; window-wide shortcuts are active immediately."""
        spec = command_specs()[command]
        action = QAction(spec.text, self._window)
        if not spec.keys_are_of_inspector:
            action.setShortcuts([QKeySequence(key) for key in spec.keys])
        action.setCheckable(spec.is_checkable or spec.is_choice)
        if spec.keys_are_local:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        elif spec.text:
            self._window.addAction(action)
        return action

    def run(self, command: str, address: Address | None = None, value: Any = None) -> bool:
        """Run a command.

        Args:
            command: The id of the command.
            address: The target; None means the selection.
            value: A further argument, see ``Target``.

        Returns:
            Whether something happened.

        Raises:
            ValueError: There is no such command.
        """
        return self._handlers[CommandId(command)](Target(address, value))

    def action(self, command: CommandId) -> QAction:
        """Return the action that menus, toolbars and shortcuts of a command share."""
        return self._actions[command]

    @property
    def unbound(self) -> set[CommandId]:
        """The commands without a handler; empty when the window is complete."""
        return set(CommandId) - self._handlers.keys()

    def refresh(self) -> None:
        """Update the enabled state of all commands."""
        for command, is_enabled in self._enabled.items():
            self._actions[command].setEnabled(is_enabled())

    def show_undo_step(self, step: str) -> None:
        """Show the name of the step that undo reverts."""
        self._name(CommandId.UNDO, step)

    def show_redo_step(self, step: str) -> None:
        """Show the name of the step that redo repeats."""
        self._name(CommandId.REDO, step)

    def _name(self, command: CommandId, step: str) -> None:
        self._actions[command].setText(f"{command_specs()[command].text} {step}".rstrip())

    def add_local_shortcuts(self, *parts: QWidget) -> None:
        """Enable the local shortcuts in these parts of the window."""
        local = [self._actions[c] for c, spec in command_specs().items() if spec.keys_are_local]
        for part in parts:
            part.addActions(local)

    def fill_menu(
        self,
        menu: QMenu,
        groups: Iterable[Sequence[CommandId | str]],
        submenus: Mapping[str, QMenu] | None = None,
    ) -> QMenu:
        """Fill a menu with commands.

        Args:
            menu: The menu.
            groups: Groups of commands, with a separator between groups; a string that is no command
                names a submenu.
            submenus: The submenus by name.

        Returns:
            The menu.
        """
        for number, group in enumerate(groups):
            if number:
                menu.addSeparator()
            for entry in group:
                if isinstance(entry, CommandId):
                    menu.addAction(self._actions[entry])
                else:
                    menu.addMenu((submenus or {})[entry])
        return menu

    @staticmethod
    def page_toolbar() -> list[dict[str, Any]]:
        """Return id, icon and tooltips of each button of the toolbar on the page."""
        specs = command_specs()
        return [
            {"id": str(each), "icon": specs[each].icon, "tips": dict(specs[each].tooltips)}
            for each in PAGE_TOOLBAR
        ]
