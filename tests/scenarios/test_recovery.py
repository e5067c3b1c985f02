"""A program that is killed loses at most a second of work."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = [pytest.mark.engine, pytest.mark.scenario]

ROOT = Path(__file__).parent.parent.parent

WORK = """
import sys
from pathlib import Path
from designer.engine.application import application
app = application()
from tests.app import App
from designer.project import PageLocation
window = App(PageLocation.find(Path(sys.argv[1])))
window.choose("At the end of the wall")
window.type_at(window.field("headline"), 0, "Rescued ")
window.choose("Header")
window.type_at(window.field("nav", "navItems", 1, "label"), 0, "Nice ")
print("typed", flush=True)
app.exec()
"""


def kill_at_work(page: Path, folder: Path) -> None:
    """Run the program, type, wait until the copies lie there, and kill it."""
    process = subprocess.Popen(
        [sys.executable, "-c", WORK, str(page)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "typed\n"
    deadline = time.monotonic() + 20
    while len(list(folder.glob("*.json"))) < 2:
        assert time.monotonic() < deadline
        time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()


def test_work_survives_a_kill(app, sample, tmp_path):
    page = sample / "content" / "pages" / "visit.md"
    original = page.read_bytes()
    folder = tmp_path / "home" / "state" / "frontispiece" / "recovery"
    kill_at_work(page, folder)
    assert page.read_bytes() == original

    window = app(page)
    assert "still here" in window.bar("recovery")
    assert window.text("h2") == "At the end of the wall"
    window.answer("recovery", "Bring it back")
    window.settle()
    assert window.text("h2") == "Rescued At the end of the wall"
    assert "Nice Rooms" in window.text('[data-fp-root="header"]')
    assert window.bar("recovery") == ""
    window.window.save()
    assert page.read_bytes() == original.replace(b"headline: At", b"headline: Rescued At")
    assert list(folder.glob("*.json")) == []


def test_discarded_work_is_gone(app, sample, tmp_path):
    page = sample / "content" / "pages" / "visit.md"
    folder = tmp_path / "home" / "state" / "frontispiece" / "recovery"
    kill_at_work(page, folder)
    window = app(page)
    window.answer("recovery", "Discard")
    assert list(folder.glob("*.json")) == []
    assert not window.editor.is_modified


def test_ignored_offer_is_not_overwritten(app, sample, tmp_path):
    page = sample / "content" / "pages" / "visit.md"
    folder = tmp_path / "home" / "state" / "frontispiece" / "recovery"
    kill_at_work(page, folder)
    window = app(page)
    window.choose("At the end of the wall")
    window.type_at(window.field("headline"), 0, "Other ")
    window.until(lambda: len(list(folder.glob("*.json"))) == 3)
    window.editor.stack.undo()
    assert any("Rescued" in copy.read_text() for copy in folder.glob("*.json"))


def test_two_windows_keep_their_own_copies(app, sample, tmp_path):
    page = sample / "content" / "pages" / "visit.md"
    folder = tmp_path / "home" / "state" / "frontispiece" / "recovery"
    first, second = app(page), app(page)
    for window, words in ((first, "First "), (second, "Second ")):
        window.choose("At the end of the wall")
        window.type_at(window.field("headline"), 0, words)
        window.program.recovery.write()
    texts = [copy.read_text(encoding="utf-8") for copy in folder.glob("*.json")]
    assert sorted("First" in text for text in texts) == [False, True]
    third = app(page)
    assert third.bar("recovery") == ""
