"""There is one list of commands: menus, toolbars, keys, the page and the rows use its ids."""

import re
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QMenu, QPushButton, QWidget

from designer.bundled import folder
from designer.command_list import (
    APPEARANCE_MENU,
    BLOCK_MENU,
    MAIN_MENU,
    PAGE_TOOLBAR,
    ROW_MENU,
    ZOOM_MENU,
    CommandId,
    command_specs,
    with_keys,
)
from designer.editor import Address, Role
from designer.inspector.rows.form_row import button_tip
from designer.window.commands.registry import CommandRegistry
from designer.window.notifications.notification_bars import NotificationBar

WEB = Path(__file__).parents[2] / "designer/web/preview"
PAGE_INPUT = Path(__file__).parents[2] / "designer/preview/input/page_input.py"
SCRIPTS = "\n".join(file.read_text("utf-8") for file in sorted(WEB.glob("*.js")))


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def registry(window):
    return CommandRegistry(window)


def test_every_command_is_described():
    assert set(command_specs()) == set(CommandId)


def test_icons_exist():
    icons = {spec.icon for spec in command_specs().values() if spec.icon}
    assert [
        name for name in icons if not (folder("resources") / f"icons/{name}.svg").is_file()
    ] == []


def test_no_key_means_two_commands():
    keys = Counter(
        QKeySequence(key).toString()
        for command, spec in command_specs().items()
        for key in spec.keys
        if not spec.keys_are_of_inspector
    )
    assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.parametrize("menu", [MAIN_MENU, ZOOM_MENU, APPEARANCE_MENU, BLOCK_MENU, ROW_MENU])
def test_what_stands_in_a_menu_has_a_text(menu):
    listed = [each for group in menu for each in group if isinstance(each, CommandId)]
    assert [each for each in listed if not command_specs()[each].text] == []


def test_the_toolbar_on_the_page_has_icons_and_tooltips():
    for command in PAGE_TOOLBAR:
        spec = command_specs()[command]
        assert spec.icon
        assert set(spec.tips) in ({"block", "item"}, {"image"})
    icons = (WEB / "icons.js").read_text("utf-8")
    for button in CommandRegistry.page_toolbar():
        assert re.search(rf"[\s{{']{button['icon']}['\s,:]", icons), button


def test_the_tooltips_name_the_keys_of_the_list():
    tips = {button["id"]: button["tips"] for button in CommandRegistry.page_toolbar()}
    assert tips["element.move-up"] == {
        "block": "Move block up (Alt+Up)",
        "item": "Move item forward",
    }
    assert tips["element.duplicate"]["block"] == "Duplicate block (Ctrl+D)"
    assert tips["element.delete"] == {
        "block": "Delete block (Delete)",
        "item": "Delete item (Delete)",
    }
    assert with_keys("Zoom", CommandId.ZOOM_IN, CommandId.ZOOM_FIT) == "Zoom (Ctrl++, Ctrl+0)"
    assert button_tip(CommandId.DELETE) == "Remove (Ctrl+Del)"
    assert button_tip(CommandId.DUPLICATE) == "Duplicate (Ctrl+D)"


def test_the_page_names_only_commands_of_the_list():
    groups = "|".join(sorted({command.split(".")[0] for command in CommandId}))
    named = set(re.findall(rf"'((?:{groups})\.[a-z-]+)'", SCRIPTS))
    assert "edit.undo" in named
    assert named <= set(CommandId)


def test_the_page_reports_only_events_that_python_knows():
    reported = set(re.findall(r"notify\('([a-z-]+)'", SCRIPTS))
    known = set(re.findall(r'case "([a-z-]+)"', PAGE_INPUT.read_text("utf-8")))
    assert reported == known


def test_a_command_is_run_with_its_target(registry):
    seen = []
    address = Address(Role.PAGE, 1, ("items", 0))
    registry.bind(CommandId.DELETE, lambda target: seen.append(target) is None)
    assert registry.run("element.delete", address, 3)
    assert (seen[0].address, seen[0].value) == (address, 3)


def test_the_answer_says_whether_something_happened(registry):
    registry.bind(CommandId.DELETE, lambda _: False)
    registry.bind(CommandId.SAVE, lambda _: True)
    assert registry.run(CommandId.DELETE) is False
    assert registry.run(CommandId.SAVE) is True


def test_an_unknown_command_is_an_error(registry):
    with pytest.raises(ValueError, match=r"element\.explode"):
        registry.run("element.explode")


def test_a_command_is_bound_once(registry):
    registry.bind(CommandId.SAVE, lambda _: True)
    with pytest.raises(ValueError, match="twice"):
        registry.bind(CommandId.SAVE, lambda _: True)
    assert CommandId.SAVE not in registry.unbound
    assert CommandId.UNDO in registry.unbound


def test_two_commands_have_two_handlers(registry):
    def handler(_target):
        return True

    registry.bind(CommandId.SAVE, handler)
    with pytest.raises(ValueError, match=r"file\.save and file\.close"):
        registry.bind(CommandId.CLOSE, handler)


def test_an_action_runs_its_command(registry):
    seen = []
    registry.bind(CommandId.SAVE, lambda _: seen.append("saved") is None)
    registry.bind(CommandId.BROWSE, lambda target: seen.append(target.value) is None)
    registry.bind(CommandId.DARK, lambda _: seen.append("dark") is None)
    registry.action(CommandId.SAVE).trigger()
    registry.action(CommandId.BROWSE).setChecked(True)
    registry.action(CommandId.DARK).setChecked(True)  # shows a choice, chooses nothing
    registry.action(CommandId.DARK).trigger()
    assert seen == ["saved", True, "dark"]


def test_commands_are_enabled_when_they_can_be_used(registry):
    usable = []
    registry.bind(CommandId.COPY, lambda _: True, is_enabled=lambda: bool(usable))
    registry.refresh()
    assert not registry.action(CommandId.COPY).isEnabled()
    usable.append(1)
    registry.refresh()
    assert registry.action(CommandId.COPY).isEnabled()


def test_keys_that_mean_something_else_in_a_field_work_in_parts_only(registry, window):
    part = QWidget(window)
    registry.add_local_shortcuts(part)
    specs = command_specs().items()
    local = [registry.action(each) for each, spec in specs if spec.keys_are_local]
    assert part.actions() == local
    assert [each for each in window.actions() if each in local] == []


def test_a_menu_is_filled_in_groups(registry, window):
    menu = registry.fill_menu(
        QMenu(window), MAIN_MENU, {"zoom": QMenu("Z"), "appearance": QMenu("A")}
    )
    texts = ["-" if each.isSeparator() else each.text() for each in menu.actions()]
    assert texts[:6] == ["Open page…", "Open site…", "Save", "Show what will be saved", "-", "Undo"]
    assert texts.count("-") == len(MAIN_MENU) - 1
    with pytest.raises(KeyError):
        registry.fill_menu(QMenu(window), (("nowhere",),))


# -- the commands of the window -------------------------------------------------------------------


@pytest.mark.engine
def test_a_command_that_acts_on_nothing_says_so(app, sample):
    main = app(sample).window
    run, editor = main.commands.run, main.editor
    editor.select(None)
    text = editor.page().text
    for command in (
        *(CommandId.UNDO, CommandId.REDO, CommandId.CLEAR_SELECTION, CommandId.EXTEND_SELECTION),
        *(CommandId.MOVE_UP, CommandId.MOVE_DOWN, CommandId.DUPLICATE, CommandId.DELETE),
        *(CommandId.DELETE_BLOCK, CommandId.DELETE_SELECTION, CommandId.CUT, CommandId.COPY),
        *(CommandId.INSERT_BEFORE, CommandId.INSERT_AFTER, CommandId.SWAP_SIDES),
        *(CommandId.SAVE_BLOCK, CommandId.DESCRIBE_IMAGE, CommandId.ZOOM_FIT),
    ):
        assert run(command, value=1) is False, command
    editor.select(Address(Role.PAGE, editor.page().blocks[0].id))
    assert run(CommandId.MOVE_UP) is False
    assert run(CommandId.EXTEND_SELECTION, value=-1) is False
    assert editor.page().text == text
    assert not main.gallery.isVisible()


@pytest.mark.engine
def test_a_command_that_acts_says_so(app, sample):
    main = app(sample).window
    run, editor = main.commands.run, main.editor
    first = Address(Role.PAGE, editor.page().blocks[0].id)
    editor.select(first)
    for command in (
        *(CommandId.DUPLICATE, CommandId.MOVE_DOWN, CommandId.MOVE_UP, CommandId.DELETE),
        *(CommandId.UNDO, CommandId.REDO, CommandId.UNDO, CommandId.COPY, CommandId.PASTE),
        *(CommandId.CUT, CommandId.DELETE_BLOCK),
    ):
        assert run(command) is True, command
    assert run(CommandId.SELECT_ALL) is True
    assert run(CommandId.SELECT_ALL) is False
    editor.select(Address(Role.PAGE, editor.page().blocks[0].id))
    assert run(CommandId.EXTEND_SELECTION, value=1) is True
    assert run(CommandId.CLEAR_SELECTION) is True
    for command in (CommandId.ZOOM_100, CommandId.ZOOM_IN, CommandId.ZOOM_OUT, CommandId.ZOOM_FIT):
        assert run(command) is True, command


@pytest.mark.engine
@pytest.mark.parametrize("command", [CommandId.INSERT_BEFORE, CommandId.INSERT_AFTER])
def test_a_command_that_opens_the_gallery_says_so(app, sample, command):
    main = app(sample).window
    main.editor.select(Address(Role.PAGE, main.editor.page().blocks[0].id))
    assert main.commands.run(command) is True
    assert main.gallery.isVisible()


@pytest.mark.engine
def test_an_element_of_a_list_says_what_happened(app, sample):
    main = app(sample).window
    run, page = main.commands.run, main.editor.page()
    block = next(each for each in page.blocks if len(each.data.get("items") or ()) > 1)
    item = Address(Role.PAGE, block.id, ("items", 0))
    assert run(CommandId.MOVE_UP, item) is False
    for command in (CommandId.MOVE_DOWN, CommandId.DUPLICATE, CommandId.INSERT_AFTER):
        assert run(command, item) is True, command
    assert run(CommandId.MOVE_TO, item, 1) is True
    assert run(CommandId.MOVE_TO, item, 99) is False
    assert run(CommandId.DELETE, item) is True


@pytest.mark.engine
def test_the_top_bar_names_the_keys_of_the_list(app, sample):
    top = app(sample).window.top
    tips = {button.toolTip() for button in top.findChildren(QAbstractButton)}
    assert {
        "Menu (F10)",
        "Zoom (Ctrl++, Ctrl+-, Ctrl+0)",
        "Save (Ctrl+S)",
        "Click to select (Ctrl+E)",
        "Links and menus work (Ctrl+E)",
        "1440 px wide (Ctrl+1)",
        "768 px wide (Ctrl+2)",
        "390 px wide (Ctrl+3)",
    } <= tips


@pytest.mark.engine
def test_the_keys_and_buttons_of_devices_set_the_width(app, sample):
    window = app(sample)
    main, widths = window.window, []
    main.canvas.scaled.connect(lambda width, _zoom: widths.append(width))
    for keys, width in (("Ctrl+3", 390), ("Ctrl+2", 768), ("Ctrl+1", 1440)):
        window.press(keys)
        assert widths[-1] == width
    buttons = {each.text(): each for each in main.top.findChildren(QPushButton)}
    buttons["Phone"].click()
    assert widths[-1] == 390
    assert buttons["Phone"].isChecked()
    assert not buttons["Desktop"].isChecked()


@pytest.mark.engine
def test_the_views_run_commands_by_their_ids(app, sample, monkeypatch):
    main = app(sample).window
    main.commands.run(CommandId.SELECT_ALL)
    main.commands.run(CommandId.DELETE_BLOCK)
    bar = next(
        bar for bar in main.bars.findChildren(NotificationBar) if "no blocks" in bar.text.text()
    )
    ran = []
    monkeypatch.setattr(main.commands, "run", lambda *what, value=None: ran.append((*what, value)))
    main.left.blocks.stepped.emit(-1)
    main.left.blocks.delete_requested.emit()
    main.left.add_button.click()
    bar.findChild(QPushButton).click()
    main.error_page.another_requested.emit()
    assert ran == [
        (CommandId.EXTEND_SELECTION, -1),
        (CommandId.DELETE_BLOCK, None),
        (CommandId.ADD_BLOCK, None),
        (CommandId.ADD_BLOCK, None),
        (CommandId.OPEN_PAGE, None),
    ]
