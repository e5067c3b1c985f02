"""The lock of the preview's profile, without the page's policy in front of it."""

from __future__ import annotations

import gc

import pytest
import shiboken6
from PySide6.QtWebEngineCore import QWebEnginePage

from designer.engine.locked_page import locked_profile

pytestmark = pytest.mark.engine


@pytest.mark.noisy
def test_the_gate_stays_shut(qtbot, canary):
    web, _udp, seen = canary
    profile = locked_profile(None)
    gc.collect()
    page = QWebEnginePage(profile)
    with qtbot.waitSignal(page.loadFinished):
        page.load("about:blank")
    page.runJavaScript(
        f"document.title = 'asked'; fetch('http://127.0.0.1:{web}/', {{mode: 'no-cors'}})"
        ".catch(() => { document.title = 'refused' })"
    )
    qtbot.waitUntil(lambda: page.title() == "refused" or bool(seen()))
    assert seen() == []
    shiboken6.delete(page)
    shiboken6.delete(profile)
