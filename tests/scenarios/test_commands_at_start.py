"""The state of commands when a page has just been opened."""

import pytest

from designer.command_list import APPEARANCES, CommandId

pytestmark = [pytest.mark.engine, pytest.mark.scenario]


def test_commands_that_need_an_edit_or_a_selection_are_disabled(app, sample):
    window = app(sample)
    action = window.window.commands.action
    assert not action(CommandId.UNDO).isEnabled()
    assert not action(CommandId.REDO).isEnabled()
    assert not action(CommandId.COPY).isEnabled()
    assert action(CommandId.SAVE).isEnabled()


def test_one_appearance_is_active(app, sample):
    window = app(sample)
    actions = [window.window.commands.action(command) for command in APPEARANCES]
    assert [action.isChecked() for action in actions].count(True) == 1
    actions[1].trigger()
    assert [action.isChecked() for action in actions] == [False, True, False]
    assert all(action.actionGroup().isExclusive() for action in actions)
