"""The web channel between the page's script and Python, without state and logic."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtCore import QFile, QIODevice, QObject, Signal, Slot
from PySide6.QtWebChannel import QWebChannel
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineScript

from designer import bundled
from designer.errors import EngineError

WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld
"""The isolated JavaScript world of the program, invisible to scripts of the page."""


class Bridge(QObject):
    """Receives calls from the page's script. The receivers of the signals validate all arguments.

    Signals:
        started: The script runs and can be called.
        element_clicked: Root, path and slot of the element, as written in its marks, and how the
            element is added to the selection: ``range``, ``toggle`` or ''.
        typed_in: Root and path of a text, its current text, and the count of texts sent so far.
        rich_edited: Root and path of a rich text, its document as JSON, and the count of documents
            sent so far.
        commanded: The id of a command, and its target as a parsed JSON object.
        notified: The name of an event on the page, and its details as a parsed JSON object.
        followed: The address of a link that was clicked in browse mode.
        revision_painted: The revision that has been painted.
    """

    started = Signal()
    element_clicked = Signal(str, str, str, str)
    typed_in = Signal(str, str, str, int)
    rich_edited = Signal(str, str, str, int)
    commanded = Signal(str, object)
    notified = Signal(str, object)
    followed = Signal(str)
    revision_painted = Signal(int)

    @Slot()
    def ready(self) -> None:
        """Report that the script runs."""
        self.started.emit()

    @Slot(str, str, str, str)
    def picked(self, root: str, path: str, slot: str, how: str) -> None:
        """Report a click on an element."""
        self.element_clicked.emit(root, path, slot, how)

    @Slot(str, str, str, int)
    def typed(self, root: str, path: str, text: str, count: int) -> None:
        """Report the current text of an element in which the person types."""
        self.typed_in.emit(root, path, text, count)

    @Slot(str, str, str, int)
    def edited(self, root: str, path: str, document: str, count: int) -> None:
        """Report the current document of a rich text that the person edits."""
        self.rich_edited.emit(root, path, document, count)

    @Slot(str, str)
    def command(self, command: str, target: str) -> None:
        """Request a command of the command list, triggered by a key, the toolbar or a drag."""
        self.commanded.emit(command, json.loads(target))

    @Slot(str, str)
    def notify(self, event: str, details: str) -> None:
        """Report an event on the page."""
        self.notified.emit(event, json.loads(details))

    @Slot(str)
    def follow(self, address: str) -> None:
        """Report a click on a link in browse mode."""
        self.followed.emit(address)

    @Slot(int)
    def painted(self, revision: int) -> None:
        """Report that a revision has been painted."""
        self.revision_painted.emit(revision)


def attach(page: QWebEnginePage, bridge: Bridge) -> None:
    """Inject the preview's script and its bridge into a page, in the isolated world ``WORLD``.

    Raises:
        EngineError: The bundle of the preview's script is missing.
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
    """Call a function of the page's script; the argument is passed as JSON."""
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
