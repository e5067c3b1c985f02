"""The look of the window on other systems."""

import pytest
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QApplication

from designer.command_list import CommandId, with_keys
from designer.look import LIGHT, apply_look, style_sheet
from designer.look.style_sheet import INTERFACE_PX


@pytest.fixture
def font(qapp):
    """Sets the font of the system, and restores it."""
    before = QApplication.font()
    yield lambda points: qapp.setFont(QFont("Sans", points))
    qapp.setFont(before)


@pytest.mark.parametrize(
    ("platform", "is_ours"), [("linux", True), ("win32", True), ("darwin", False)]
)
def test_macos_keeps_the_size_of_its_font(qapp, font, monkeypatch, platform, is_ours):
    font(21)
    monkeypatch.setattr("sys.platform", platform)
    apply_look(qapp, LIGHT)
    assert (qapp.font().pixelSize() == INTERFACE_PX) is is_ours


def test_paths_in_the_style_sheet_have_forward_slashes(qapp):
    assert "\\" not in style_sheet(LIGHT)


def test_keys_are_told_as_the_system_writes_them(qapp):
    text = with_keys("Save", CommandId.SAVE)
    assert text == ("Save (⌘S)" if QGuiApplication.platformName() == "cocoa" else "Save (Ctrl+S)")
