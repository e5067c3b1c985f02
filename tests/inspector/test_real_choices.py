"""The strings of the real sites whose words are choices: each choice changes its word alone."""

from __future__ import annotations

from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from designer.inspector.entries.cms_choices import control_choices
from designer.inspector.fields.single_line import SizeField
from designer.inspector.style.cms_slot_choices import SlotChoices
from designer.inspector.style.style_context import StyleContext
from designer.project import PageLocation
from designer.tailwind import chosen, remove, replace_word, words
from tests.corpus import MAIN_SITES, copy_of, name_of

pytestmark = [pytest.mark.engine, pytest.mark.scenario]


@pytest.fixture
def strings(tmp_path, app, request):
    """Every string of a site's pages that has choices, with the name of its control."""
    found, kinds = set(), {}
    running = None
    for page in copy_of(request.param, tmp_path):
        running = running or app(page)
        running.program.open(PageLocation.find(page))
        inspector, tree = running.window.inspector, running.window.left
        inspector.tabs.setCurrentWidget(inspector.style_form)
        for row in range(tree.model.rowCount()):
            tree.blocks.setCurrentIndex(tree.model.index(row, 0))
            entries = inspector.style_form.entries
            kinds = dict(inspector.style_form.context.kinds)
            found |= {(e.control, e.value or "") for e in entries if e.control}
    assert bool(kinds) == (request.param.name in {"g2", "microgen"})
    known = [each for each in sorted(found) if control_choices(each[0], "", kinds)]
    return known, kinds


@pytest.mark.parametrize("strings", MAIN_SITES, indirect=True, ids=name_of)
def test_every_choice_of_every_string(strings):
    strings, kinds = strings
    assert len(strings) > 2
    context, edits = StyleContext(kinds=kinds), []
    shown = SlotChoices(context)
    shown.edited.connect(edits.append)
    for (control, slot), context.breakpoint_name in product(strings, ("", "sm")):
        context.slot = slot
        shown.show_control(control)
        assert edits == []
        for number, part in enumerate(control_choices(control, context.breakpoint_name, kinds)):
            values = ("auto", "48px") if part.form == "length" else ("0", "48")
            options = [part.number + n for n in values] if part.number else part.options
            for word in ("", *filter(None, options)):
                check(shown, edits, (control, slot), number, word, chosen(slot, part.words(slot)))


def check(shown, edits, case, number, word, before):
    """Choose a word in the list of a choice; then what was chosen before again."""
    control, slot = case
    after = choose(shown, edits, case, number, word)
    case = (*case, number, word, after)
    names = words(slot)
    if word == (before or ""):
        assert after == slot, case
    elif before is None:
        assert remove(after, words(after).index(word)) == slot, case
    elif not word:
        assert after == remove(slot, names.index(before)), case
    else:
        assert after == replace_word(slot, names.index(before), word), case
    if word:  # else its place is not known any more
        assert choose(shown, edits, (control, after), number, before or "") == slot, case


def choose(shown, edits, case, number, word):
    """The string after a choice; what it was before if that asks for no edit."""
    control, slot = case
    shown._context.slot = slot
    shown.show_control(control)
    field = shown.fields[number]
    if isinstance(field, SizeField):
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClicks(field, word.rpartition("-")[2][:1])
        QTest.keyClicks(field, word.rpartition("-")[2][1:])
    else:
        place = field.findData(word)
        assert place >= 0, (case, number, word)
        field.setCurrentIndex(place)
        field.activated.emit(place)
    after = edits[-1] if edits else slot
    edits.clear()
    return after
