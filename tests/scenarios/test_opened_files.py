"""Files that the system hands to the running program, as Finder does."""

import pytest
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from designer.engine.application import application

pytestmark = [pytest.mark.engine, pytest.mark.scenario]


def test_a_file_from_the_desktop_is_opened(app, sample):
    program = app(sample)
    held = application()
    held.file_requested.connect(program.program.open_other)
    try:
        page = sample / "content/pages/rooms.md"
        QApplication.sendEvent(held, QFileOpenEvent(str(page)))
        program.settle()
        assert program.window.open_site.location.page == page
    finally:
        held.file_requested.disconnect(program.program.open_other)
