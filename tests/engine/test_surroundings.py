"""What Qt and Chromium are told before they start."""

import os
import sys

import pytest
from PySide6.QtCore import QLoggingCategory

from designer.engine.surroundings import draw_offscreen, is_without_display, require_sandbox
from designer.errors import EngineUnavailable

FLAGS = "QTWEBENGINE_CHROMIUM_FLAGS"


@pytest.fixture
def rules():
    yield
    QLoggingCategory.setFilterRules("")


@pytest.mark.parametrize(
    ("variables", "system", "expected"),
    [
        ({}, "linux", True),
        ({"DISPLAY": ""}, "linux", True),
        ({"DISPLAY": ":0"}, "linux", False),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", False),
        ({"QT_QPA_PLATFORM": "vnc"}, "linux", False),
        ({}, "win32", False),
        ({}, "darwin", False),
    ],
)
def test_displays(variables, system, expected):
    assert is_without_display(variables, system) is expected


@pytest.mark.usefixtures("rules")
class TestDrawOffscreen:
    def test_linux_needs_no_display(self):
        variables = {"DISPLAY": ":99"}
        draw_offscreen(variables, "linux")
        assert variables == {
            "DISPLAY": ":99",
            "QT_QPA_PLATFORM": "offscreen",
            "QT_QUICK_BACKEND": "software",
            FLAGS: "--log-level=3 --disable-gpu",
        }

    def test_what_the_user_says_stays(self):
        variables = {"QT_QPA_PLATFORM": "xcb", FLAGS: "--force-dark-mode"}
        draw_offscreen(variables, "linux")
        assert variables == {
            "QT_QPA_PLATFORM": "xcb",
            FLAGS: "--force-dark-mode --log-level=3",
        }

    @pytest.mark.parametrize("system", ["win32", "darwin"])
    def test_other_systems_keep_their_platform(self, system):
        variables = {}
        draw_offscreen(variables, system)
        assert variables == {FLAGS: "--log-level=3"}

    def test_only_grave_messages_are_shown(self):
        category = QLoggingCategory("qt.anything")
        assert category.isWarningEnabled()
        draw_offscreen({}, "linux")
        assert not category.isWarningEnabled()
        assert category.isCriticalEnabled()


class TestRequireSandbox:
    @pytest.fixture(autouse=True)
    def root(self, monkeypatch):
        monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
        monkeypatch.setattr(sys, "platform", "linux")
        monkeypatch.delenv("QTWEBENGINE_DISABLE_SANDBOX", raising=False)
        monkeypatch.delenv(FLAGS, raising=False)

    def test_root_is_told_what_to_set(self):
        with pytest.raises(EngineUnavailable, match="set QTWEBENGINE_DISABLE_SANDBOX=1"):
            require_sandbox()

    @pytest.mark.parametrize(
        ("name", "value"),
        [("QTWEBENGINE_DISABLE_SANDBOX", "1"), (FLAGS, "--disable-gpu --no-sandbox")],
    )
    def test_root_without_sandbox(self, monkeypatch, name, value):
        monkeypatch.setenv(name, value)
        require_sandbox()

    def test_an_ordinary_user(self, monkeypatch):
        monkeypatch.setattr(os, "geteuid", lambda: 1000)
        require_sandbox()

    def test_another_system(self, monkeypatch):
        monkeypatch.setattr(sys, "platform", "darwin")
        require_sandbox()
