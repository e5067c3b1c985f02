"""All signal connections between the parts of the window, in one module."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from designer.command_list import CommandId
from designer.editor import Editor
from designer.preview import Preview
from designer.settings import Settings
from designer.tailwind import breakpoints
from designer.window.command_bindings import bind_commands
from designer.window.main_window import MainWindow


def main_window(editor: Editor, preview: Preview, settings: Settings) -> MainWindow:
    """Create a window with all its parts connected and all commands bound."""
    window = MainWindow(editor, preview, settings)
    _follow_editor(window)
    _connect_page(window)
    _connect_widths(window)
    _connect_panels(window)
    _connect_keys(window)
    bind_commands(window)
    return window


def _follow_editor(window: MainWindow) -> None:
    editor, bottom = window.editor, window.bottom
    editor.opened.connect(window.on_opened)
    editor.changed.connect(window.on_changed)
    editor.selection_changed.connect(window.on_selection_changed)
    editor.modified_changed.connect(window.on_modified_changed)
    editor.refused.connect(lambda text: bottom.show_hint(text, error=True))
    editor.stack.indexChanged.connect(bottom.on_undo_index_changed)
    editor.saved.connect(window.change_count.count_soon)
    window.change_count.counted.connect(bottom.show_lines)
    senders = (
        *(window.save_prompts, window.field_edits, window.blocks, window.elements, window.paste),
        *(window.image_import, window.image_commands, window.saved_blocks, window.add_block),
    )
    for sender in senders:
        sender.message.connect(bottom.show_hint)


def _connect_page(window: MainWindow) -> None:
    preview = window.preview
    preview.set_toolbar(window.commands.page_toolbar())
    _connect_preview(window, preview)
    preview.painted.connect(window.bottom.show_time)
    preview.fonts_replaced.connect(window.bottom.show_fonts)
    preview.styled.connect(window.inspector.show_sheet)
    preview.first_paint.connect(window.inspector.prepare)
    window.image_import.imported.connect(window.alt_text.offer)
    window.blocks.moved.connect(window.announce_move)


def _connect_preview(window: MainWindow, preview: Preview) -> None:
    """Connect a preview; used for both panes of the split view."""
    preview.page_input.picked.connect(window.pick)
    preview.page_input.commanded.connect(window.commands.run)
    preview.page_input.image_dropped.connect(window.image_commands.drop)
    preview.page_input.inline_editing.write = window.write_typed
    preview.link_followed.connect(window.link_followed)
    preview.page_input.hint_requested.connect(window.bottom.show_hint)


def _connect_widths(window: MainWindow) -> None:
    preview, canvas = window.preview, window.canvas
    window.split_preview.opened.connect(lambda second: _connect_preview(window, second))
    preview.styled.connect(lambda sheet, _variables: canvas.set_breakpoints(breakpoints(sheet)))
    canvas.scaled.connect(window.top.show_scale)
    window.top.width_chosen.connect(canvas.set_device_width)


def _connect_panels(window: MainWindow) -> None:
    left, inspector, editor = window.left, window.inspector, window.editor
    commands = window.commands
    left.picked.connect(editor.select)
    left.blocks.extended.connect(
        lambda block, as_range: editor.extend_selection(block, as_range=as_range)
    )
    left.blocks.stepped.connect(lambda step: commands.run(CommandId.EXTEND_SELECTION, value=step))
    left.blocks.dropped.connect(window.blocks.move_to)
    left.blocks.delete_requested.connect(lambda: commands.run(CommandId.DELETE_BLOCK))
    left.page_requested.connect(window.page_requested)
    left.entered.connect(inspector.enter)
    inspector.edit_requested.connect(window.field_edits.write)
    inspector.editing_finished.connect(editor.end_undo_group)
    inspector.slot_picked.connect(editor.select)
    inspector.breakpoint_picked.connect(window.device_widths.show_breakpoint)
    inspector.escaped.connect(left.blocks.setFocus)
    inspector.file_dropped.connect(window.image_import.use_file)
    left.add_button.clicked.connect(lambda: commands.run(CommandId.ADD_BLOCK))
    window.gallery.chosen.connect(window.add_block.add)
    window.gallery.removed.connect(
        lambda item: window.saved_blocks.remove(item.saved, window.gallery.show_message)
    )
    window.saved_blocks.changed.connect(window.site_changed)
    window.open_dialogs.page_chosen.connect(window.page_requested)
    window.open_dialogs.site_chosen.connect(window.site_requested)
    window.open_dialogs.pages_folder_chosen.connect(window.pages_folder_chosen)
    no_pages = window.no_pages
    no_pages.pages_folder_requested.connect(lambda: commands.run(CommandId.CHOOSE_PAGES_FOLDER))
    no_pages.another_requested.connect(lambda: commands.run(CommandId.OPEN_SITE))
    no_pages.back_requested.connect(window.show_page)
    window.error_page.another_requested.connect(lambda: commands.run(CommandId.OPEN_PAGE))
    window.error_page.site_requested.connect(lambda: commands.run(CommandId.OPEN_SITE))
    window.error_page.back_requested.connect(window.show_page)


def _connect_keys(window: MainWindow) -> None:
    commands, stack = window.commands, window.editor.stack
    commands.add_local_shortcuts(window.left.blocks, window.canvas)
    window.bottom.lines.clicked.connect(commands.action(CommandId.SHOW_CHANGES).trigger)
    stack.canUndoChanged.connect(commands.refresh)
    stack.canRedoChanged.connect(commands.refresh)
    stack.undoTextChanged.connect(commands.show_undo_step)
    stack.redoTextChanged.connect(commands.show_redo_step)
    QApplication.styleHints().colorSchemeChanged.connect(
        lambda _scheme: window.set_appearance(window.settings.appearance)
    )
