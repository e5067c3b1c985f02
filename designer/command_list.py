"""The one list of commands: id, text, icon, default keys and tooltips.

Menus, toolbars, context menus, the toolbar on the page and the buttons of inspector rows are built
from this list. The window binds each command to its handler (``window/commands/registry.py``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence


class CommandId(StrEnum):
    """The ids of all commands. The page's script refers to a command by the value of its id."""

    OPEN_PAGE = "file.open-page"
    OPEN_SITE = "file.open-site"
    CHOOSE_PAGES_FOLDER = "file.choose-pages-folder"
    SAVE = "file.save"
    SHOW_CHANGES = "file.show-changes"
    CLOSE = "file.close"
    UNDO = "edit.undo"
    REDO = "edit.redo"
    CUT = "edit.cut"
    COPY = "edit.copy"
    PASTE = "edit.paste"
    SELECT_ALL = "edit.select-all"
    CLEAR_SELECTION = "selection.clear"
    EXTEND_SELECTION = "selection.extend"
    DELETE_SELECTION = "selection.delete"
    ADD_BLOCK = "block.add"
    DELETE_BLOCK = "block.delete"
    SWAP_SIDES = "block.swap-sides"
    SAVE_BLOCK = "block.save"
    MOVE_UP = "element.move-up"
    MOVE_DOWN = "element.move-down"
    MOVE_TO = "element.move-to"
    DUPLICATE = "element.duplicate"
    DELETE = "element.delete"
    INSERT_BEFORE = "element.insert-before"
    INSERT_AFTER = "element.insert-after"
    ADD_ITEM = "list.add-item"
    ADD_KEY = "key.add"
    REMOVE_KEY = "key.remove"
    SHOW_AS_BLOCKS = "list.show-as-blocks"
    SHOW_AS_SETTING = "list.show-as-setting"
    REPLACE_IMAGE = "image.replace"
    DESCRIBE_IMAGE = "image.describe"
    COPY_STYLE = "style.copy"
    PASTE_STYLE = "style.paste"
    BROWSE = "view.browse"
    DESKTOP_WIDTH = "view.desktop-width"
    TABLET_WIDTH = "view.tablet-width"
    PHONE_WIDTH = "view.phone-width"
    TWO_WIDTHS = "view.two-widths"
    DEVICE_FRAMES = "view.device-frames"
    ZOOM_IN = "view.zoom-in"
    ZOOM_OUT = "view.zoom-out"
    ZOOM_FIT = "view.zoom-fit"
    ZOOM_50 = "view.zoom-50"
    ZOOM_75 = "view.zoom-75"
    ZOOM_100 = "view.zoom-100"
    ZOOM_125 = "view.zoom-125"
    ZOOM_150 = "view.zoom-150"
    ZOOM_200 = "view.zoom-200"
    NEXT_PART = "window.next-part"
    PREVIOUS_PART = "window.previous-part"
    LEAVE_PAGE = "window.leave-page"
    OPEN_MENU = "window.open-menu"
    FOLLOW_SYSTEM = "appearance.system"
    LIGHT = "appearance.light"
    DARK = "appearance.dark"
    ABOUT = "help.about"


ZOOMS: Final[Mapping[CommandId, float]] = {
    CommandId.ZOOM_50: 0.5,
    CommandId.ZOOM_75: 0.75,
    CommandId.ZOOM_100: 1.0,
    CommandId.ZOOM_125: 1.25,
    CommandId.ZOOM_150: 1.5,
    CommandId.ZOOM_200: 2.0,
}
"""The commands that set a zoom, and their zoom factors."""

DEVICES: Final = (CommandId.DESKTOP_WIDTH, CommandId.TABLET_WIDTH, CommandId.PHONE_WIDTH)
"""The commands that show the page at the width of a device, as the top bar lists them."""

APPEARANCES: Final[Mapping[CommandId, str]] = {
    CommandId.FOLLOW_SYSTEM: "system",
    CommandId.LIGHT: "light",
    CommandId.DARK: "dark",
}
"""The commands that set the appearance of the window, and its name in the settings."""


@dataclass(frozen=True)
class CommandSpec:
    """The presentation of a command.

    Attributes:
        text: Its text in menus; empty for a command that is in no menu.
        keys: Its default keys.
        icon: The name of its icon in ``resources/icons``, or ''.
        is_checkable: Whether it can be switched on and off.
        is_choice: Whether it belongs to a group of commands of which one is active.
        keys_are_local: Whether its keys work in the page and the block list only; in a field they
            have another meaning.
        keys_are_of_inspector: Whether the inspector handles its keys, in the row or tab of the
            focus. Keys of a row that also work in its field stand last.
        tips: Its tooltips on the page's toolbar, by the kind of selection: ``block``, ``item``,
            ``image``; ``%1`` is its first key.
    """

    text: str = ""
    keys: tuple[str, ...] = ()
    icon: str = ""
    is_checkable: bool = False
    is_choice: bool = False
    keys_are_local: bool = False
    keys_are_of_inspector: bool = False
    tips: Mapping[str, str] | None = None

    @property
    def tooltips(self) -> Mapping[str, str]:
        """The tooltips on the page's toolbar, with the first key."""
        key = self.keys[0] if self.keys else ""
        return {kind: tip.replace("%1", key) for kind, tip in (self.tips or {}).items()}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Commands", text)


def _zoom(factor: float) -> CommandSpec:
    return CommandSpec(_tr("%1 %").replace("%1", str(round(factor * 100))))


@cache
def command_specs() -> Mapping[CommandId, CommandSpec]:
    """Return the presentation of each command, in the language of the program."""
    c = CommandId
    return {
        c.OPEN_PAGE: CommandSpec(_tr("Open page…"), ("Ctrl+O",)),
        c.OPEN_SITE: CommandSpec(_tr("Open site…"), ("Ctrl+Shift+O",)),
        c.CHOOSE_PAGES_FOLDER: CommandSpec(_tr("Choose the folder of pages…")),
        c.SAVE: CommandSpec(_tr("Save"), ("Ctrl+S",)),
        c.SHOW_CHANGES: CommandSpec(_tr("Show what will be saved"), ("Ctrl+Shift+S",)),
        c.CLOSE: CommandSpec(_tr("Close"), ("Ctrl+Q",)),
        c.UNDO: CommandSpec(_tr("Undo"), ("Ctrl+Z",), "undo"),
        c.REDO: CommandSpec(_tr("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"),
        c.CUT: CommandSpec(_tr("Cut block"), ("Ctrl+X",), keys_are_local=True),
        c.COPY: CommandSpec(_tr("Copy block"), ("Ctrl+C",), keys_are_local=True),
        c.PASTE: CommandSpec(_tr("Paste block"), ("Ctrl+V",), keys_are_local=True),
        c.SELECT_ALL: CommandSpec(_tr("Select all blocks"), ("Ctrl+A",), keys_are_local=True),
        c.CLEAR_SELECTION: CommandSpec(),
        c.EXTEND_SELECTION: CommandSpec(),
        c.DELETE_SELECTION: CommandSpec(),
        c.ADD_BLOCK: CommandSpec(_tr("Add block…"), ("Ctrl+Shift+A",), "plus"),
        c.DELETE_BLOCK: CommandSpec(_tr("Delete block"), ("Ctrl+Delete",), "trash"),
        c.SWAP_SIDES: CommandSpec(_tr("Swap picture and text"), ("Alt+X",)),
        c.SAVE_BLOCK: CommandSpec(_tr("Save as template…")),
        c.MOVE_UP: CommandSpec(
            _tr("Move up"),
            ("Alt+Up",),
            "up",
            tips={"block": _tr("Move block up (%1)"), "item": _tr("Move item forward")},
        ),
        c.MOVE_DOWN: CommandSpec(
            _tr("Move down"),
            ("Alt+Down",),
            "down",
            tips={"block": _tr("Move block down (%1)"), "item": _tr("Move item back")},
        ),
        c.MOVE_TO: CommandSpec(
            icon="grip", tips={"block": _tr("Drag this block"), "item": _tr("Drag this item")}
        ),
        c.DUPLICATE: CommandSpec(
            _tr("Duplicate"),
            ("Ctrl+D",),
            "copy",
            tips={"block": _tr("Duplicate block (%1)"), "item": _tr("Duplicate item")},
        ),
        c.DELETE: CommandSpec(
            _tr("Remove"),
            ("Delete", "Ctrl+Del"),
            "trash",
            keys_are_of_inspector=True,
            tips={"block": _tr("Delete block (%1)"), "item": _tr("Delete item (%1)")},
        ),
        c.INSERT_BEFORE: CommandSpec(
            icon="add-above",
            tips={"block": _tr("Add a block above"), "item": _tr("Add an item before")},
        ),
        c.INSERT_AFTER: CommandSpec(
            icon="add-below",
            tips={"block": _tr("Add a block below"), "item": _tr("Add an item after")},
        ),
        c.ADD_ITEM: CommandSpec(icon="plus"),
        c.ADD_KEY: CommandSpec(),
        c.REMOVE_KEY: CommandSpec(
            _tr("Remove “%1”"), ("Ctrl+Shift+Del",), keys_are_of_inspector=True
        ),
        c.SHOW_AS_BLOCKS: CommandSpec(_tr("Show “%1” as blocks of the page")),
        c.SHOW_AS_SETTING: CommandSpec(_tr("Show this list as a setting of the page")),
        c.REPLACE_IMAGE: CommandSpec(icon="image", tips={"image": _tr("Replace picture…")}),
        c.DESCRIBE_IMAGE: CommandSpec(
            icon="describe", tips={"image": _tr("Describe picture (alt text)…")}
        ),
        c.COPY_STYLE: CommandSpec(_tr("Copy style"), ("Ctrl+Shift+C",), keys_are_of_inspector=True),
        c.PASTE_STYLE: CommandSpec(
            _tr("Paste style"), ("Ctrl+Shift+V",), keys_are_of_inspector=True
        ),
        c.BROWSE: CommandSpec(_tr("Try the page (browse)"), ("Ctrl+E",), is_checkable=True),
        c.DESKTOP_WIDTH: CommandSpec(_tr("Desktop"), ("Ctrl+1",)),
        c.TABLET_WIDTH: CommandSpec(_tr("Tablet"), ("Ctrl+2",)),
        c.PHONE_WIDTH: CommandSpec(_tr("Phone"), ("Ctrl+3",)),
        c.TWO_WIDTHS: CommandSpec(
            _tr("Two widths side by side"), ("Ctrl+4",), "two-widths", is_checkable=True
        ),
        c.DEVICE_FRAMES: CommandSpec(_tr("Show device frames"), is_checkable=True),
        c.ZOOM_IN: CommandSpec(_tr("Larger"), ("Ctrl++", "Ctrl+=")),
        c.ZOOM_OUT: CommandSpec(_tr("Smaller"), ("Ctrl+-",)),
        c.ZOOM_FIT: CommandSpec(_tr("Fit into the window"), ("Ctrl+0",)),
        **{zoom: _zoom(factor) for zoom, factor in ZOOMS.items()},
        c.NEXT_PART: CommandSpec(_tr("Next part of the window"), ("F6",)),
        c.PREVIOUS_PART: CommandSpec(_tr("Previous part of the window"), ("Shift+F6",)),
        c.LEAVE_PAGE: CommandSpec(),
        c.OPEN_MENU: CommandSpec(_tr("Open menu"), ("F10",)),
        c.FOLLOW_SYSTEM: CommandSpec(_tr("Follow the system"), is_choice=True),
        c.LIGHT: CommandSpec(_tr("Light"), is_choice=True),
        c.DARK: CommandSpec(_tr("Dark"), is_choice=True),
        c.ABOUT: CommandSpec(_tr("About Frontispiece")),
    }


def with_keys(text: str, *commands: CommandId) -> str:
    """Return a text with the first key of each command in brackets, as for a tooltip."""
    form = QKeySequence.SequenceFormat.NativeText  # ⌘S on macOS
    keys = (QKeySequence(command_specs()[each].keys[0]).toString(form) for each in commands)
    return f"{text} ({', '.join(keys)})"


MAIN_MENU: Final = (
    (CommandId.OPEN_PAGE, CommandId.OPEN_SITE, CommandId.SAVE, CommandId.SHOW_CHANGES),
    (CommandId.UNDO, CommandId.REDO),
    (CommandId.BROWSE, CommandId.TWO_WIDTHS, CommandId.DEVICE_FRAMES, "zoom"),
    (CommandId.NEXT_PART, CommandId.PREVIOUS_PART),
    (
        CommandId.ADD_BLOCK,
        *(CommandId.MOVE_UP, CommandId.MOVE_DOWN, CommandId.SWAP_SIDES, CommandId.DUPLICATE),
        *(CommandId.CUT, CommandId.COPY, CommandId.DELETE_BLOCK),
        *(CommandId.PASTE, CommandId.SELECT_ALL, CommandId.SAVE_BLOCK),
    ),
    ("appearance",),
    (CommandId.CHOOSE_PAGES_FOLDER,),
    (CommandId.ABOUT, CommandId.CLOSE),
)
"""The groups of the main menu; a text names a submenu."""

ZOOM_MENU: Final = ((CommandId.ZOOM_IN, CommandId.ZOOM_OUT, CommandId.ZOOM_FIT), tuple(ZOOMS))
"""The groups of the zoom menu."""

APPEARANCE_MENU: Final = (tuple(APPEARANCES),)
"""The groups of the appearance menu."""

BLOCK_MENU: Final = (
    (
        *(CommandId.MOVE_UP, CommandId.MOVE_DOWN, CommandId.SWAP_SIDES, CommandId.DUPLICATE),
        *(CommandId.CUT, CommandId.COPY, CommandId.DELETE_BLOCK, CommandId.SAVE_BLOCK),
    ),
    (CommandId.SHOW_AS_SETTING,),
)
"""The groups of the context menu of a block."""

ROW_MENU: Final = ((CommandId.REMOVE_KEY, CommandId.SHOW_AS_BLOCKS),)
"""The groups of the context menu of a row of the inspector; ``%1`` is the label of the row."""

PAGE_TOOLBAR: Final = (
    *(CommandId.REPLACE_IMAGE, CommandId.DESCRIBE_IMAGE),
    *(CommandId.MOVE_TO, CommandId.MOVE_UP, CommandId.MOVE_DOWN),
    *(CommandId.INSERT_BEFORE, CommandId.INSERT_AFTER, CommandId.DUPLICATE, CommandId.DELETE),
)
"""The buttons of the toolbar on the page, from left to right."""
