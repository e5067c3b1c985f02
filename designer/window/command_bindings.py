"""Binds every command of the window to its handler."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from designer.command_list import APPEARANCES, DEVICES, ZOOMS, CommandId
from designer.editor import Address
from designer.preview import Canvas
from designer.window.commands.registry import Handler, Target
from designer.window.main_window import MainWindow


def bind_commands(window: MainWindow) -> None:
    """Bind all commands.

    Raises:
        ValueError: A command has no handler.
    """
    _bind_files(window)
    _bind_selection(window)
    _bind_elements(window)
    _bind_fields(window)
    _bind_view(window)
    if left_out := window.commands.unbound:
        raise ValueError(f"No one binds {', '.join(sorted(left_out))}.")
    window.commands.refresh()


def _act(act: Callable[[Target], object]) -> Handler:
    """Return a handler for a function that always has an effect."""

    def run(target: Target) -> bool:
        act(target)
        return True

    return run


def _act_if(is_possible: Callable[[], bool], act: Callable[[], object]) -> Handler:
    """Return a handler for a function that has an effect only while it is possible."""

    def run(_target: Target) -> bool:
        possible = is_possible()
        if possible:
            act()
        return possible

    return run


def _bind_files(window: MainWindow) -> None:
    bind, dialogs = window.commands.bind, window.open_dialogs
    bind(CommandId.OPEN_PAGE, _act(lambda _: dialogs.choose_page()))
    bind(CommandId.OPEN_SITE, _act(lambda _: dialogs.choose_site()))
    bind(CommandId.CHOOSE_PAGES_FOLDER, _act(lambda _: window.choose_pages_folder()))
    bind(CommandId.SAVE, lambda _: window.save())
    bind(CommandId.SHOW_CHANGES, _act(lambda _: window.show_changes()))
    bind(CommandId.CLOSE, lambda _: window.close())
    bind(CommandId.ABOUT, _act(lambda _: window.about()))


def _bind_selection(window: MainWindow) -> None:
    bind, editor, blocks = window.commands.bind, window.editor, window.blocks
    stack = editor.stack
    bind(CommandId.UNDO, _act_if(stack.canUndo, stack.undo), is_enabled=stack.canUndo)
    bind(CommandId.REDO, _act_if(stack.canRedo, stack.redo), is_enabled=stack.canRedo)
    has_block = window.has_selected_block
    bind(CommandId.CUT, window.elements.cut, is_enabled=has_block)
    bind(CommandId.COPY, lambda _: blocks.copy(), is_enabled=has_block)
    bind(CommandId.PASTE, window.paste.paste)
    bind(CommandId.SELECT_ALL, lambda _: blocks.select_all())
    bind(CommandId.CLEAR_SELECTION, lambda _: editor.select(None))
    bind(CommandId.EXTEND_SELECTION, lambda target: blocks.extend(target.value))
    bind(CommandId.DELETE_SELECTION, window.elements.delete_selection)


def _bind_elements(window: MainWindow) -> None:
    bind, elements, blocks = window.commands.bind, window.elements, window.blocks
    has_block = window.has_selected_block
    bind(
        CommandId.ADD_BLOCK,
        lambda _: window.add_block.choose(),
        is_enabled=window.can_add_blocks,
    )
    bind(CommandId.DELETE_BLOCK, lambda _: blocks.delete(), is_enabled=has_block)
    bind(CommandId.SWAP_SIDES, lambda _: blocks.swap_sides(), is_enabled=has_block)
    bind(
        CommandId.SAVE_BLOCK,
        lambda _: window.saved_blocks.save(),
        is_enabled=lambda: has_block() and window.can_save_blocks(),
    )
    bind(CommandId.MOVE_UP, lambda target: elements.move(target, -1), is_enabled=has_block)
    bind(CommandId.MOVE_DOWN, lambda target: elements.move(target, 1), is_enabled=has_block)
    bind(CommandId.MOVE_TO, elements.move_to)
    bind(CommandId.DUPLICATE, elements.duplicate, is_enabled=has_block)
    bind(CommandId.DELETE, elements.delete)
    bind(CommandId.INSERT_BEFORE, lambda target: elements.insert(target, before=True))
    bind(CommandId.INSERT_AFTER, lambda target: elements.insert(target, before=False))
    bind(CommandId.REPLACE_IMAGE, window.image_commands.replace)
    bind(CommandId.DESCRIBE_IMAGE, window.image_commands.describe)


def _bind_fields(window: MainWindow) -> None:
    bind, fields = window.commands.bind, window.field_edits
    bind(CommandId.ADD_ITEM, lambda target: fields.add_item(_address(target), target.value))
    bind(CommandId.ADD_KEY, lambda target: fields.add_key(_address(target), target.value))
    lists = window.lists
    bind(CommandId.SHOW_AS_BLOCKS, lambda target: lists.show_as_blocks(_address(target)))
    bind(
        CommandId.SHOW_AS_SETTING,
        lambda _: lists.show_as_setting(),
        is_enabled=lists.is_list_selected,
    )
    bind(CommandId.REMOVE_KEY, lambda target: fields.remove_key(_address(target)))
    style = window.inspector.style_form
    bind(CommandId.COPY_STYLE, lambda _: style.copy_style())
    bind(CommandId.PASTE_STYLE, lambda _: style.paste_style())


def _address(target: Target) -> Address:
    """Return the address of a target that requires one.

    Raises:
        ValueError: The target has no address.
    """
    if target.address is None:
        raise ValueError("This command needs an address.")
    return target.address


def _bind_view(window: MainWindow) -> None:
    bind, canvas = window.commands.bind, window.canvas
    bind(CommandId.BROWSE, _act(lambda target: window.set_browsing(target.value)))
    for device in DEVICES:
        bind(device, partial(_show_device, window, device))
    bind(CommandId.TWO_WIDTHS, _act(lambda target: window.split_preview.show(target.value)))
    bind(CommandId.DEVICE_FRAMES, _act(lambda target: canvas.set_framed(target.value)))
    bind(CommandId.ZOOM_IN, lambda _: canvas.step_zoom(1))
    bind(CommandId.ZOOM_OUT, lambda _: canvas.step_zoom(-1))
    bind(CommandId.ZOOM_FIT, lambda _: canvas.set_zoom(None))
    for command, zoom in ZOOMS.items():
        bind(command, partial(_set_zoom, canvas, zoom))
    bind(CommandId.NEXT_PART, _act(lambda _: window.splitter.focus_part(1)))
    bind(CommandId.PREVIOUS_PART, _act(lambda _: window.splitter.focus_part(-1)))
    bind(CommandId.LEAVE_PAGE, _act(lambda target: window.leave_page(target.value)))
    bind(CommandId.OPEN_MENU, _act(lambda _: window.top.open_menu()))
    for command, name in APPEARANCES.items():
        bind(command, partial(_set_appearance, window, name))


def _show_device(window: MainWindow, device: CommandId, _target: Target) -> bool:
    return window.device_widths.show_device(device)


def _set_zoom(canvas: Canvas, zoom: float, _target: Target) -> bool:
    return canvas.set_zoom(zoom)


def _set_appearance(window: MainWindow, name: str, _target: Target) -> bool:
    window.set_appearance(name)
    return True
