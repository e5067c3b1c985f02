"""A start with something that cannot be opened: the window says why, and goes on from there."""

import os
import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from designer import log
from designer.app import launch
from designer.app.program import Program
from designer.window import MainWindow
from tests.app import Answers

pytestmark = [pytest.mark.engine, pytest.mark.scenario]

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4
BAD = {
    "gone.md": (None, "There is no file", ""),
    "picture.png": (PICTURE, "This file is no text", ""),
    "broken.md": (b"---\na: [\n---\n", "Line 3", "---\na: [\n---\n"),
    "latin.md": (b"---\na: caf\xe9\n---\n", "not UTF-8", "---\na: caf\ufffd\n---\n"),
}


class Choices(Answers):
    def choose_page(self, folder):
        return self._answer(folder)

    def choose_site(self, folder):
        return self._answer(folder)


def started(monkeypatch, options, look):
    """Start the program as a desktop does, look at its window, and close it."""
    monkeypatch.setattr(log, "set_up", lambda _folder: None)

    def visit():
        (window,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
        try:
            assert window.isVisible()
            look(window)
        finally:
            window.close()

    QTimer.singleShot(0, visit)
    return launch.run(options)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", BAD)
def test_the_window_says_why(monkeypatch, tmp_path, name):
    data, sentence, text = BAD[name]
    file = tmp_path / name
    if data is not None:
        file.write_bytes(data)
    seen = []

    def look(window):
        view = window.error_page
        assert window.stack.currentWidget() is view
        assert name in view.title.text()
        assert str(file) in view.place.text()
        assert sentence in view.text.text()
        assert view.source.toPlainText() == text
        assert view.source.isVisible() is bool(text)
        assert not view.back.isVisible()
        assert view.another.isVisible()
        assert view.site.isVisible()
        seen.append(window)

    assert started(monkeypatch, launch.LaunchOptions(file), look) == 0
    assert len(seen) == 1
    assert data is None or file.read_bytes() == data


@pytest.mark.usefixtures("qapp")
def test_a_site_that_does_not_exist_is_named(monkeypatch, sample, tmp_path):
    seen = []
    page = sample / "content/pages/index.md"
    options = launch.LaunchOptions(page, tmp_path / "nowhere")
    started(monkeypatch, options, lambda window: seen.append(window.error_page.text.text()))
    assert "nowhere" in seen[0]


@pytest.mark.usefixtures("qapp")
def test_without_a_place_for_the_sample_site_the_window_says_so(monkeypatch, tmp_path):
    (tmp_path / "home").write_text("x")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    seen = []
    options = launch.LaunchOptions()
    started(monkeypatch, options, lambda window: seen.append(window.error_page.text.text()))
    assert "sample site cannot be made" in seen[0]


@pytest.fixture
def program(qapp):
    made = Program(qapp)
    yield made
    made.shut_down()


@pytest.mark.parametrize("button", ["another", "site"])
def test_something_else_is_opened(program, sample, tmp_path, button):
    program.show(tmp_path / "gone.md")
    window = program.window
    page = sample / "content/pages/visit.md"
    window.save_prompts.dialogs = Choices(page if button == "another" else sample)
    getattr(window.error_page, button).click()
    assert window.stack.currentWidget() is window.splitter
    assert window.open_site.location.root == sample


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs rights of POSIX")
def test_a_folder_without_rights(program):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "shut"
        folder.mkdir(mode=0)
        Path(name).chmod(0o755)
        if os.geteuid() == 0:  # root may look into every folder
            os.seteuid(65534)
        try:
            program.show(folder)
        finally:
            if os.getuid() == 0:
                os.seteuid(0)
    assert "not allowed to look into" in program.window.error_page.text.text()
