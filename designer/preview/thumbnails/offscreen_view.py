"""An offscreen view that renders blocks to images, one at a time."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QDeadlineTimer, QObject, Qt, QTimer, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtWebEngineCore import QWebEngineProfile, QWebEngineSettings
from PySide6.QtWebEngineWidgets import QWebEngineView
from shiboken6 import delete, isValid

from designer.engine.kept_addresses import HOME
from designer.engine.locked_page import LockedPage
from designer.preview.page.bridge import WORLD, Bridge, attach, call
from designer.preview.page.dom_addresses import frame_words
from designer.preview.preview import FLAG
from designer.preview.thumbnails.block_scene import ROOT

WIDTH: Final = 1200
"""Layout width in CSS pixels: blocks are laid out as on a desktop."""

TALLEST: Final = 675
"""Height limit of an image in CSS pixels; a taller block is cropped at the bottom."""

_ZOOM: Final = 0.5  # thumbnails are shown far smaller still, so half the pixels are enough
_BELOW: Final = 8  # CSS pixels below the image that contain the flag
_LOOK_MS: Final = 12
_PATIENCE_MS: Final = 4000
_FILES_MS: Final = 1500

# The bottom of the block, and whether its images and fonts are loaded. Serialized as a string,
# because PySide converts lists to an empty string.
_STATE: Final = (
    f"JSON.stringify([document.querySelector('[data-fp-root=\"{ROOT}\"]')"
    "?.getBoundingClientRect().bottom ?? 0, document.fonts.status === 'loaded'"
    " && [...document.images].every(i => i.complete || i.getBoundingClientRect().top > innerHeight)"
    "].map(Number))"
)

# Centres a block vertically that is lower than its image.
_CENTRE: Final = (
    f"document.querySelector('[data-fp-root=\"{ROOT}\"]').style.marginTop = '%dpx'; null"
)

ImageCallback = Callable[[QImage | None], None]


class OffscreenView(QObject):
    """Renders one image at a time, asynchronously."""

    def __init__(self, profile: QWebEngineProfile, parent: QObject) -> None:
        super().__init__(parent)
        self._view = QWebEngineView()
        self._view.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self._view.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._page = LockedPage(profile, self)
        self._page.setBackgroundColor(QColor("white"))
        self._page.settings().setAttribute(QWebEngineSettings.WebAttribute.ShowScrollBars, False)
        self._bridge = Bridge()
        self._bridge.setParent(self)
        attach(self._page, self._bridge)
        self._bridge.started.connect(self._start)
        self._bridge.shown.connect(self._shown)
        self._running = False
        self._message: dict[str, Any] | None = None
        self._answer: ImageCallback = lambda _image: None
        self._revision = 0
        self._flag = False
        self._deadline = QDeadlineTimer()
        self._files = QDeadlineTimer()
        self._next: Callable[[], None] = lambda: None
        self._timer = QTimer(self, singleShot=True, interval=_LOOK_MS)
        self._timer.timeout.connect(self._go_on)
        self._view.setPage(self._page)
        self._view.resize(round(WIDTH * _ZOOM), round((TALLEST + _BELOW) * _ZOOM))
        self._view.setZoomFactor(_ZOOM)
        self._view.show()
        self._page.load(QUrl(HOME))

    def close(self) -> None:
        """Delete the page and its process. This has to happen before the profile is deleted."""
        self._timer.stop()
        for thing in (self._view, self._page):
            if isValid(thing):
                delete(thing)

    def take(self, message: dict[str, Any], answer: ImageCallback) -> None:
        """Render an image.

        Args:
            message: The message that shows one block.
            answer: Receives the image, or None if rendering timed out or the image is blank.
        """
        self._message, self._answer = message, answer
        self._deadline.setRemainingTime(_PATIENCE_MS)
        self._files.setRemainingTime(_FILES_MS)
        self._next = self._give_up_later
        if self._running:
            self._show()
        else:
            self._timer.start()

    def _start(self) -> None:
        self._running = True
        if self._message is not None:
            self._show()

    def _show(self) -> None:
        message = self._message or {}
        self._next = self._give_up_later
        self._timer.start()
        names = {"frame": frame_words()}
        self._call("show", message | {"names": names, "fresh": True, "still": True})

    def _shown(self, revision: int) -> None:
        if revision != self._revision or self._message is None:
            return
        if self._next == self._look:
            return
        self._ask()

    def _ask(self) -> None:
        self._next = self._give_up_later
        self._timer.start()
        self._page.runJavaScript(_STATE, WORLD.value, partial(self._told, self._revision))

    def _told(self, revision: int, text: object) -> None:
        """Receive the block's height, and whether its files are loaded, from the page."""
        if self._message is None or revision != self._revision or not isinstance(text, str):
            return
        height, complete = text.strip("[]").split(",")
        if complete == "0" and not self._files.hasExpired():
            self._next = self._ask
            self._timer.start()
            return
        if float(height) < 1:
            self._finish(None)
            return
        self._page.runJavaScript(_CENTRE % max(0, (TALLEST - float(height)) // 2), WORLD.value)
        self._flag = not self._flag  # a frame with the flipped flag shows this block
        self._next = self._look
        self._call("scroll", {"top": 0, "flag": self._flag})
        self._timer.start()

    def _look(self) -> None:
        image = self._view.grab().toImage()
        corner = image.pixelColor(image.width() - 1, image.height() - 1)
        if (corner == FLAG) is self._flag:
            height = round(TALLEST * _ZOOM * image.devicePixelRatio())
            picture = image.copy(0, 0, image.width(), height)
            self._finish(None if _is_blank(picture) else picture)
        else:
            self._timer.start()

    def _go_on(self) -> None:
        if self._message is None:
            return
        if self._deadline.hasExpired():
            self._finish(None)
        else:
            self._next()

    def _give_up_later(self) -> None:
        """Keep waiting; ``_go_on`` checks the deadline."""
        self._timer.start()

    def _finish(self, image: QImage | None) -> None:
        self._timer.stop()
        self._message = None
        self._answer(image)

    def _call(self, name: str, message: dict[str, Any]) -> None:
        self._revision += 1
        call(self._page, name, message | {"revision": self._revision, "taken": 0})


def _is_blank(picture: QImage) -> bool:
    """Whether all pixels of an image have the same colour."""
    pixels = bytes(picture.constBits())
    return pixels == pixels[:4] * (len(pixels) // 4)
