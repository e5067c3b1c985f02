"""All connections between the parts of the window, in one place."""

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
    """A window whose parts are connected: what is asked for is done, what has happened is shown."""
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
    editor.opened.connect(window.opened)
    editor.changed.connect(window.changed)
    editor.selection_changed.connect(window.selected)
    editor.modified_changed.connect(window.modified)
    editor.refused.connect(lambda text: bottom.show_hint(text, error=True))
    editor.stack.indexChanged.connect(bottom.note_step)
    editor.saved.connect(window.change_count.count_soon)
    window.change_count.counted.connect(bottom.show_lines)
    tellers = (
        *(window.save_prompts, window.field_edits, window.blocks, window.elements, window.paste),
        *(window.image_import, window.image_commands, window.saved_blocks, window.add_block),
    )
    for teller in tellers:
        teller.told.connect(bottom.show_hint)


def _connect_page(window: MainWindow) -> None:
    preview = window.preview
    preview.set_toolbar(window.commands.page_toolbar())
    _connect_preview(window, preview)
    preview.painted.connect(window.bottom.show_time)
    preview.fonts_replaced.connect(window.bottom.show_fonts)
    preview.styled.connect(window.inspector.show_sheet)
    preview.first_paint.connect(window.inspector.prepare)
    window.image_import.taken.connect(window.alt_text.offer)
    window.blocks.moved.connect(window.tell_place)


def _connect_preview(window: MainWindow, preview: Preview) -> None:
    """Connect a preview: the first one, or the second one beside it."""
    preview.page_input.picked.connect(window.pick)
    preview.page_input.commanded.connect(window.commands.run)
    preview.page_input.image_dropped.connect(window.image_commands.give)
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
    left.picked.connect(editor.select)
    left.blocks.extended.connect(lambda block, until: editor.extend_selection(block, until=until))
    left.blocks.stepped.connect(window.blocks.extend)
    left.blocks.dropped.connect(window.blocks.move_to)
    left.blocks.delete_requested.connect(window.blocks.delete)
    left.page_requested.connect(window.page_requested)
    left.entered.connect(inspector.enter)
    inspector.edit_requested.connect(window.field_edits.write)
    inspector.left.connect(editor.end_run)
    inspector.slot_picked.connect(editor.select)
    inspector.breakpoint_picked.connect(window.device_widths.show_breakpoint)
    inspector.escaped.connect(left.blocks.setFocus)
    inspector.file_requested.connect(window.image_import.choose)
    inspector.file_given.connect(window.image_import.take)
    left.add_button.clicked.connect(window.add_block.choose)
    window.gallery.chosen.connect(window.add_block.add)
    window.gallery.removed.connect(
        lambda offer: window.saved_blocks.remove(offer.saved, window.gallery.tell)
    )
    window.saved_blocks.changed.connect(window.site_changed)
    window.open_dialogs.page_chosen.connect(window.page_requested)
    window.open_dialogs.site_chosen.connect(window.site_requested)
    window.error_page.another_requested.connect(window.open_dialogs.choose_page)
    window.error_page.left.connect(lambda: window.stack.setCurrentWidget(window.splitter))


def _connect_keys(window: MainWindow) -> None:
    commands, stack = window.commands, window.editor.stack
    commands.work_in(window.left.blocks, window.canvas)
    window.bottom.lines.clicked.connect(commands.action(CommandId.SHOW_CHANGES).trigger)
    stack.canUndoChanged.connect(commands.refresh)
    stack.canRedoChanged.connect(commands.refresh)
    stack.undoTextChanged.connect(commands.name_undo)
    stack.redoTextChanged.connect(commands.name_redo)
    QApplication.styleHints().colorSchemeChanged.connect(
        lambda _scheme: window.set_appearance(window.settings.appearance)
    )
