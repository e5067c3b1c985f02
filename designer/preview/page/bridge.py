"""The way between the page's script and Python: no state, no logic."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtCore import QFile, QIODevice, QObject, Signal, Slot
from PySide6.QtWebChannel import QWebChannel
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineScript

from designer import bundled
from designer.errors import EngineError

WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld
"""Scripts of the page cannot see this world."""


class Bridge(QObject):
    """What the page's script may tell. Whoever listens checks every word of it.

    Signals:
        started: The script runs and can be called.
        pointed: A click: root, path and slot of the element, as written in its marks, and how it is
            added to what is selected: ``range``, ``toggle`` or ''.
        typed_in: Root and path of a text, its words now, and how many texts were told so far.
        rich_edited: Root and path of a rich text, its document as JSON, and how many were told.
        commanded: The id of a command, and its target as an object of JSON.
        notified: The name of an event on the page, and its details as an object of JSON.
        followed: Where a link leads that was clicked in browse mode.
        shown: The revision that is on the screen now.
    """

    started = Signal()
    pointed = Signal(str, str, str, str)
    typed_in = Signal(str, str, str, int)
    rich_edited = Signal(str, str, str, int)
    commanded = Signal(str, object)
    notified = Signal(str, object)
    followed = Signal(str)
    shown = Signal(int)

    @Slot()
    def ready(self) -> None:
        """The script runs."""
        self.started.emit()

    @Slot(str, str, str, str)
    def picked(self, root: str, path: str, slot: str, how: str) -> None:
        """Somebody chose an element."""
        self.pointed.emit(root, path, slot, how)

    @Slot(str, str, str, int)
    def typed(self, root: str, path: str, text: str, count: int) -> None:
        """Somebody typed in a text of the page."""
        self.typed_in.emit(root, path, text, count)

    @Slot(str, str, str, int)
    def edited(self, root: str, path: str, document: str, count: int) -> None:
        """Somebody changed a rich text of the page."""
        self.rich_edited.emit(root, path, document, count)

    @Slot(str, str)
    def command(self, command: str, target: str) -> None:
        """Run a command of the command list, asked for by a key, the toolbar or a drag."""
        self.commanded.emit(command, json.loads(target))

    @Slot(str, str)
    def notify(self, event: str, details: str) -> None:
        """Report an event on the page."""
        self.notified.emit(event, json.loads(details))

    @Slot(str)
    def follow(self, address: str) -> None:
        """Somebody clicked a link in browse mode."""
        self.followed.emit(address)

    @Slot(int)
    def painted(self, revision: int) -> None:
        """A revision has been painted."""
        self.shown.emit(revision)


def attach(page: QWebEnginePage, bridge: Bridge) -> None:
    """Give a page the preview's script and its bridge, in the world of the program.

    Raises:
        EngineError: The preview's script was never built.
    """
    channel = QWebChannel(page)
    channel.registerObject("bridge", bridge)
    page.setWebChannel(channel, WORLD.value)
    script = QWebEngineScript()
    script.setName("preview")
    script.setWorldId(WORLD.value)
    script.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentReady)
    script.setSourceCode(_channel_script() + _preview_script())
    page.scripts().insert(script)


def call(page: QWebEnginePage, name: str, argument: Any = None) -> None:
    """Call a function of the page's script; the argument travels as JSON."""
    text = "" if argument is None else json.dumps(argument, ensure_ascii=False)
    page.runJavaScript(f"frontispiece.{name}({text})", WORLD.value)


def _channel_script() -> str:
    file = QFile(":/qtwebchannel/qwebchannel.js")
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        raise EngineError("The page engine is not complete; install the program again.")
    return bytes(file.readAll().data()).decode() + "\n"


def _preview_script() -> str:
    try:
        return bundled.bundle("preview.js").read_text(encoding="utf-8")
    except OSError as error:
        raise EngineError(
            "The preview was not built; install the program again, or in a checkout"
            " run 'python3 packaging/dev.py run'."
        ) from error
