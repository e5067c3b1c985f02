"""A page of a family that the tests add is opened, edited, rendered and saved in the window."""

import pytest
from PySide6.QtTest import QTest

from designer.families import registered
from tests.families.notebook import FAMILY
from tests.families.sites import PAGE, write_site

pytestmark = [pytest.mark.engine, pytest.mark.scenario]

WORDS = ".note p"


@pytest.fixture
def notebook():
    with registered(FAMILY):
        yield FAMILY


def test_a_page_is_opened_edited_and_saved(notebook, app, tmp_path):
    page = write_site(tmp_path)
    window = app(page)
    assert window.text(WORDS) == "Buy bread"
    assert window.text("header") == "My notes"
    assert window.style(WORDS, "color") == "rgb(0, 0, 128)"
    window.click(WORDS)
    window.until(lambda: window.editor.selection is not None, "the note is selected")
    field = window.field("words")
    field.setText("")
    QTest.keyClicks(field, "Buy cake")
    window.settle()
    assert window.text(WORDS) == "Buy cake"
    assert window.window.save()
    assert page.read_bytes() == PAGE.replace(b"Buy bread", b"Buy cake")
