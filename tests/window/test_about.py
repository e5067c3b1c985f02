"""The dialog about the program: what it says, and what it copies."""

import platform

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget

from designer import __version__
from designer.settings import cache_folder, settings_file, state_folder
from designer.window.dialogs import about_dialog
from designer.window.dialogs.about_dialog import AboutDialog, licences


@pytest.fixture
def dialog(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    made = AboutDialog(window)
    made.show()
    yield made
    made.close()


def shown(dialog):
    return {label.text() for label in dialog.findChildren(QLabel)}


def test_versions_and_folders_are_shown(dialog):
    texts = shown(dialog)
    assert {__version__, str(settings_file()), str(state_folder()), str(cache_folder())} <= texts
    assert any("Chromium" in text and "Qt" in text for text in texts)
    assert any("LGPL" in text for text in texts)


def test_all_of_it_is_copied_for_a_bug_report(dialog):
    dialog.copy.click()
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[:2] == ["Frontispiece", f"Version: {__version__}"]
    assert any(line.startswith(f"Python: {platform.python_version()}") for line in copied)
    assert f"Settings: {settings_file()}" in copied
    assert dialog.copy.text() == "Copied"


def test_the_licences_of_a_package_are_in_a_folder(tmp_path, monkeypatch):
    assert licences().name == "licences.txt"
    (tmp_path / "licenses").mkdir()
    monkeypatch.setattr(about_dialog.bundled, "folder", lambda kind: tmp_path / kind)
    assert licences() == tmp_path / "licenses"
