"""All connections between the parts of the window, in one place."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from designer.editor import Editor
from designer.preview import Preview
from designer.settings import Settings
from designer.tailwind import breakpoints
from designer.window.main_window import MainWindow


def main_window(editor: Editor, preview: Preview, settings: Settings) -> MainWindow:
    """A window whose parts are connected: what is asked for is done, what has happened is shown."""
    window = MainWindow(editor, preview, settings)
    _follow_editor(window)
    _connect_page(window)
    _connect_widths(window)
    _connect_panels(window)
    _connect_actions(window)
    return window


def _follow_editor(window: MainWindow) -> None:
    editor, bottom = window.editor, window.bottom
    editor.opened.connect(window.opened)
    editor.changed.connect(window.changed)
    editor.selection_changed.connect(window.selected)
    editor.modified_changed.connect(window.modified)
    editor.refused.connect(lambda text: bottom.show_hint(text, error=True))
    editor.stack.indexChanged.connect(bottom.note_step)
    editor.saved.connect(window.unsaved.count_soon)
    window.unsaved.counted.connect(bottom.show_lines)
    tellers = (window.saving, window.edits, window.blocks, window.images)
    for teller in (*tellers, window.saved_blocks, window.add_block, window.page_commands):
        teller.told.connect(bottom.show_hint)


def _connect_page(window: MainWindow) -> None:
    preview, commands = window.preview, window.page_commands
    _connect_preview(window, preview)
    preview.painted.connect(window.bottom.show_time)
    preview.fonts_replaced.connect(window.bottom.show_fonts)
    preview.styled.connect(window.inspector.show_sheet)
    preview.first_paint.connect(window.inspector.prepare)
    commands.add_requested.connect(window.add_block.choose)
    commands.text_given.connect(window.add_block.add_text)
    commands.left.connect(window.leave_page)
    commands.picture_requested.connect(window.images.choose)
    commands.picture_given.connect(window.images.give)
    commands.describe_requested.connect(window.descriptions.ask)
    window.images.taken.connect(window.descriptions.offer)
    window.blocks.moved.connect(window.tell_place)


def _connect_preview(window: MainWindow, preview: Preview) -> None:
    """What the person does in a page, be it the first one or that beside it."""
    commands = window.page_commands
    preview.hands.picked.connect(commands.pick)
    preview.hands.requested.connect(commands.do)
    preview.hands.picture_given.connect(commands.take_picture)
    preview.hands.typing.typed.connect(commands.type)
    preview.link_followed.connect(window.link_followed)
    preview.hands.told.connect(window.bottom.show_hint)


def _connect_widths(window: MainWindow) -> None:
    preview, canvas, actions = window.preview, window.canvas, window.actions_
    widths = window.widths
    widths.opened.connect(lambda second: _connect_preview(window, second))
    preview.styled.connect(lambda sheet, _variables: canvas.set_breakpoints(breakpoints(sheet)))
    canvas.scaled.connect(window.top.show_scale)
    window.top.width_chosen.connect(canvas.set_device_width)
    actions.zoom_in.triggered.connect(lambda: canvas.step_zoom(1))
    actions.zoom_out.triggered.connect(lambda: canvas.step_zoom(-1))
    actions.zoom_fit.triggered.connect(lambda: canvas.set_zoom(None))
    actions.zooms.triggered.connect(lambda choice: canvas.set_zoom(choice.data()))
    actions.beside.toggled.connect(widths.show)
    actions.browse.toggled.connect(widths.set_browsing)
    actions.frames.toggled.connect(canvas.set_framed)


def _connect_panels(window: MainWindow) -> None:
    left, inspector, editor = window.left, window.inspector, window.editor
    left.picked.connect(editor.select)
    left.blocks.extended.connect(lambda block, until: editor.extend_selection(block, until=until))
    left.blocks.stepped.connect(window.blocks.extend)
    left.blocks.dropped.connect(window.blocks.move_to)
    left.blocks.delete_requested.connect(window.blocks.delete)
    left.page_requested.connect(window.page_requested)
    left.entered.connect(inspector.enter)
    inspector.edit_requested.connect(window.edits.write)
    inspector.item_requested.connect(window.edits.change_list)
    inspector.left.connect(editor.end_run)
    inspector.slot_picked.connect(editor.select)
    inspector.breakpoint_picked.connect(window.devices.show_breakpoint)
    inspector.escaped.connect(left.blocks.setFocus)
    inspector.file_requested.connect(window.images.choose)
    inspector.file_given.connect(window.images.take)
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


def _connect_actions(window: MainWindow) -> None:
    actions, blocks, commands = window.actions_, window.blocks, window.page_commands
    actions.work_in(window.left.blocks, window.canvas)
    actions.browse.toggled.connect(window.preview.set_browsing)
    actions.save.triggered.connect(window.save)
    window.bottom.lines.clicked.connect(actions.show_changes.trigger)
    actions.show_changes.triggered.connect(window.show_changes)
    actions.open_page.triggered.connect(window.open_dialogs.choose_page)
    actions.open_site.triggered.connect(window.open_dialogs.choose_site)
    actions.close.triggered.connect(window.close)
    actions.about.triggered.connect(window.about)
    actions.next_part.triggered.connect(lambda: window.splitter.go(1))
    actions.previous_part.triggered.connect(lambda: window.splitter.go(-1))
    actions.menu_key.triggered.connect(window.top.open_menu)
    actions.add.triggered.connect(window.add_block.choose)
    actions.save_template.triggered.connect(window.saved_blocks.save)
    actions.move_up.triggered.connect(lambda: commands.move(-1))
    actions.move_down.triggered.connect(lambda: commands.move(1))
    actions.duplicate.triggered.connect(commands.duplicate)
    actions.cut.triggered.connect(commands.cut)
    actions.copy.triggered.connect(blocks.copy)
    actions.paste.triggered.connect(commands.paste)
    actions.select_all.triggered.connect(blocks.select_all)
    actions.delete.triggered.connect(blocks.delete)
    actions.swap.triggered.connect(blocks.swap_sides)
    actions.appearances.triggered.connect(lambda a: window.set_appearance(str(a.data())))
    QApplication.styleHints().colorSchemeChanged.connect(
        lambda _scheme: window.set_appearance(window.settings.appearance)
    )
