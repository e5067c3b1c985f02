from __future__ import annotations

from PySide6.QtTest import QTest

from designer.inspector.entries import document_entries
from designer.inspector.form import Form
from designer.look import LIGHT


def test_a_line_that_grows_into_a_text_keeps_the_caret(qtbot):
    data = {"words": "a" * 59 + "z"}
    form = Form(LIGHT, "")
    qtbot.addWidget(form)
    form.edited.connect(lambda path, _label, value: data.update({path[0]: value}))
    form.edited.connect(lambda *_: form.show_entries(document_entries(data, data)))
    form.show_entries(document_entries(data, data))
    form.show()
    form.field(("words",)).setFocus()
    qtbot.waitUntil(form.field(("words",)).hasFocus)
    form.field(("words",)).caret = 59
    for key in "bcd":
        QTest.keyClicks(form.field(("words",)), key)
    assert data["words"] == "a" * 59 + "bcdz"
    assert form.field(("words",)).hasFocus()
