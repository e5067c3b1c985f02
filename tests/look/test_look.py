from __future__ import annotations

import re
from pathlib import Path

import pytest

from designer import bundled
from designer.look import DARK, LIGHT, icon, style_sheet


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_contrast(tokens):
    for ground in (tokens.window, tokens.panel, tokens.well, tokens.hover):
        for text in (tokens.text, tokens.muted):
            assert contrast(text, ground) >= 4.5
    assert contrast(tokens.accent, tokens.accent_soft) >= 4.5
    assert contrast(tokens.on_accent, tokens.accent) >= 4.5
    assert contrast(tokens.control, tokens.panel) >= 3
    assert contrast(tokens.error, tokens.panel) >= 4.5
    assert contrast(tokens.warning, tokens.panel) >= 4.5


def test_style_sheet_knows_every_token(qapp):
    assert "$" not in style_sheet(LIGHT)


def test_every_icon_that_is_named_exists(qapp):
    icons = {p.stem for p in (bundled.folder("resources") / "icons").glob("*.svg")}
    root = Path(__file__).parent.parent.parent
    named = {
        match
        for file in (root / "templates").glob("*/block.yaml")
        for match in re.findall(r"^icon: (\S+)", file.read_text(encoding="utf-8"), re.MULTILINE)
    }
    named |= {
        match
        for file in (root / "designer").rglob("*.py")
        for match in re.findall(r'\bicon\("([a-z-]+)"', file.read_text(encoding="utf-8"))
    }
    assert named <= icons
    assert not icon("block", "#000000").isNull()
