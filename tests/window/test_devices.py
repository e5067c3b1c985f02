"""How wide the page is shown for a device, and for a breakpoint of the site."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject

from designer.command_list import DEVICES, CommandId, command_specs
from designer.tailwind import Breakpoint
from designer.window.layout.device_widths import DeviceWidths


class Shown:
    """Stands for the top bar and the canvas: what they are told last."""

    def set_devices(self, devices):
        self.devices = devices

    def set_device_width(self, width):
        self.width = width


def test_the_desktop_is_as_wide_as_the_site_says(qapp):
    shown, owner = Shown(), QObject()
    devices = DeviceWidths(shown, shown, owner)
    assert devices.show_device(CommandId.PHONE_WIDTH) is False
    devices.show(1280)
    assert list(shown.devices.items()) == list(zip(DEVICES, (1280, 768, 390), strict=True))
    assert [command_specs()[each].text for each in DEVICES] == ["Desktop", "Tablet", "Phone"]
    assert shown.width == 1280
    assert devices.show_device(CommandId.PHONE_WIDTH) is True
    assert shown.width == 390


@pytest.mark.parametrize(
    ("least", "most", "width"),
    [
        (None, None, 1280),
        (None, 700, 390),  # as a phone
        (None, 768, 390),
        (None, 1024, 1024),
        (640, None, 640),
        (100, None, 390),
        (640, 1023.98, 1024),
    ],
)
def test_a_breakpoint_is_shown_where_it_counts(qapp, least, most, width):
    shown, owner = Shown(), QObject()
    devices = DeviceWidths(shown, shown, owner)
    devices.show(1280)
    devices.show_breakpoint(Breakpoint("name", least, most))
    assert shown.width == width
