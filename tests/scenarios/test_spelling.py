"""Spelling is checked where one types; the menu there offers better words and the clipboard."""

from __future__ import annotations

import hashlib
import json
import os
import struct
import subprocess
import sys

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from designer.engine.spelling import best_dictionary
from tests.patience import PROCESS_S
from tests.process import ROOT

pytestmark = [pytest.mark.engine, pytest.mark.scenario]

HEADLINE = "[data-fp-blocks] > :nth-child(2) h2"


@pytest.mark.parametrize(
    ("language", "own", "wanted"),
    [
        ("de", "en", "de-AT"),
        ("de", "de-DE", "de-DE"),
        ("de-CH", "de-DE", "de-CH"),
        ("en", "de-DE", "en-GB"),
        ("en_us", "de-DE", "en-US"),
        ("pt-BR", "de-DE", "pt"),
        ("fr", "fr-FR", None),
        ("", "de-DE", None),
    ],
)
def test_the_dictionary_for_a_language(language, own, wanted):
    installed = ["en-GB", "de-DE", "en-US", "pt", "de-AT", "de-CH"]
    assert best_dictionary(language, installed, own) == wanted


# -- a dictionary of a few words, in the engine's own format


def _leaf(rest: bytes) -> bytes:
    return b"\x40\x00" + rest + b"\0"


def _node(words: list[bytes], depth: int = 0) -> bytes:
    """Words as a tree of lists with offsets of 16 bits."""
    if len(words) == 1:
        return _leaf(words[0][depth:])
    groups: dict[bytes, list[bytes]] = {}
    for word in words:
        groups.setdefault(word[depth : depth + 1], []).append(word)
    assert len(groups) < 16, "the list would have no room"
    table, children = b"", b""
    for letter, inside in sorted(groups.items()):
        table += (letter or b"\0") + struct.pack("<H", len(children))
        children += _node(inside, depth + 1) if letter else _leaf(b"")
    return bytes([0xF0 | len(groups)]) + table + children


def dictionary(words: list[str]) -> bytes:
    header, aff_header = 32, 16
    at = header + aff_header
    groups, rules, replacements, other = (
        b"\0\0",
        b"\0",
        b"\0",
        b"SET UTF-8\nTRY esianrtolcdugmph\n\0",
    )
    places, data = [], b""
    for part in (groups, rules, replacements, other):
        places.append(at + len(data))
        data += part
    aff = struct.pack("<4I", *places) + data
    tree = _node(sorted(word.encode() for word in words))
    digest = hashlib.md5(aff + tree, usedforsecurity=False).digest()
    return struct.pack("<4sHHII", b"BDic", 2, 0, header, header + len(aff)) + digest + aff + tree


SCRIPT = """
import json, shutil, sys
from pathlib import Path
from designer.engine.application import application
application()
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from designer.project import PageLocation
from tests.app import App

window = App(PageLocation.find(Path(sys.argv[1])))
found = {"languages": window.preview.page.profile().spellCheckLanguages()}
headline = '[data-fp-blocks] > :nth-child(2) h2'
window.click(headline)
window.until(lambda: window.preview.page_input.inline_editing.root != "")
target = window.view.focusProxy()
window.until(lambda: target.inputMethodQuery(Qt.InputMethodQuery.ImEnabled), "keys are text")
QTest.keyClick(target, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
QTest.keyClicks(target, "harbor harbur ")
window.until(lambda: window.text(headline).startswith("harbor harbur"))

def menu():
    return next((m for m in window.view.findChildren(QMenu) if m.isVisible()), None)

def open_menu(word):
    box = window.js('''(() => {
      const node = document.querySelector(%r).firstChild;
      const range = document.createRange();
      const at = node.data.indexOf(%r);
      range.setStart(node, at); range.setEnd(node, at + %d);
      const b = range.getBoundingClientRect();
      return [b.x + b.width / 2, b.y + b.height / 2];
    })()''' % (headline, word, len(word)))
    zoom = window.view.zoomFactor()
    place = QPoint(round(box[0] * zoom), round(box[1] * zoom))
    QTest.mouseClick(target, Qt.MouseButton.RightButton, pos=place)
    window.until(lambda: menu() is not None, "the menu opens")
    return menu()

QTest.qWait(500)
entries = [a for a in open_menu("harbor").actions() if a.text()]
found["right"] = [a.text() for a in entries]
menu().close()
QTest.qWait(100)
entries = [a for a in open_menu("harbur").actions() if a.text()]
found["wrong"] = [a.text() for a in entries]
if entries[0].text() == "harbor":
    entries[0].trigger()
    menu().close()
    window.until(lambda: "harbur" not in window.text(headline), "the word is replaced")
QTest.keyClick(target, Qt.Key.Key_Return)
window.settle()
window.window.save()
window.close()
print(json.dumps(found))
"""


def spell(sample, language, folder):
    page = sample / "content" / "pages" / "index.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("draft: false", f"draft: false\nlanguage: {language}"), "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(page)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT), "QTWEBENGINE_DICTIONARIES_PATH": str(folder)},
        capture_output=True,
        text=True,
        timeout=PROCESS_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1]), page.read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "dictionaries"
    made.mkdir()
    words = ["harbor", "house", "edge", "small", "water", "rooms", "that", "face", "the"]
    (made / "en-US.bdic").write_bytes(dictionary(words))
    return made


def test_a_wrong_word_is_replaced_from_the_menu(sample, folder):
    found, text = spell(sample, "en", folder)
    assert found["languages"] == ["en-US"]
    assert found["right"] == ["Cut", "Copy", "Paste", "Select all"]
    assert found["wrong"][0] == "harbor"
    assert found["wrong"][-4:] == ["Cut", "Copy", "Paste", "Select all"]
    assert "headline: 'harbor harbor '" in text or 'headline: "harbor harbor "' in text


def test_without_a_dictionary_nothing_is_checked(sample, folder):
    found, _ = spell(sample, "de", folder)
    assert found["languages"] == []
    assert found["wrong"] == found["right"] == ["Cut", "Copy", "Paste", "Select all"]


# -- the menu


@pytest.fixture
def typing(app, sample):
    window = app(sample / "content" / "pages" / "index.md")
    window.click(HEADLINE)
    window.until(lambda: window.preview.page_input.inline_editing.root != "")
    return window


def menu(window):
    return next((m for m in window.view.findChildren(QMenu) if m.isVisible()), None)


def right_click(window, selector):
    x, y = window._steady_place(selector)
    zoom = window.view.zoomFactor()
    place = QPoint(round(x * zoom), round(y * zoom))
    QTest.mouseClick(window.view.focusProxy(), Qt.MouseButton.RightButton, pos=place)


def choose(window, words):
    entry = next(a for a in menu(window).actions() if a.text() == words)
    assert entry.isEnabled()
    entry.trigger()
    menu(window).close()


def test_cut_and_paste_by_the_menu(typing):
    QApplication.clipboard().setText("")
    right_click(typing, HEADLINE)
    typing.until(lambda: menu(typing) is not None)
    choose(typing, "Select all")
    typing.until(lambda: typing.js("getSelection().toString()") == "Rooms that face the water")
    right_click(typing, HEADLINE)
    typing.until(lambda: menu(typing) is not None)
    choose(typing, "Cut")
    typing.until(lambda: QApplication.clipboard().text() == "Rooms that face the water")
    typing.until(lambda: typing.text(HEADLINE) == "")
    QApplication.clipboard().setText("A quiet\nhouse")
    right_click(typing, HEADLINE)
    typing.until(lambda: menu(typing) is not None)
    choose(typing, "Paste")
    typing.until(lambda: typing.text(HEADLINE) == "A quiet house", "on one line")
    typing.settle()
    assert typing.editor.value(typing.editor.selection) == "A quiet house"


def test_where_nobody_types_there_is_no_menu(typing):
    QTest.keyClick(typing.view.focusProxy(), Qt.Key.Key_Return)
    typing.until(lambda: typing.preview.page_input.inline_editing.root == "")
    right_click(typing, "[data-fp-blocks] > :nth-child(2) img")
    QTest.qWait(300)
    assert menu(typing) is None
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(typing.view, event)
    assert menu(typing) is None
