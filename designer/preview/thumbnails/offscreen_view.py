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

from designer.engine.locked_page import LockedPage
from designer.engine.preview_urls import HOME
from designer.preview.page.bridge import WORLD, Bridge, attach, call
from designer.preview.page.dom_addresses import embed_placeholder
from designer.preview.preview import FLAG
from designer.preview.thumbnails.block_scene import ROOT

WIDTH: Final = 1200
"""Layout width in CSS pixels: blocks are laid out as on a desktop."""

MAX_HEIGHT: Final = 675
"""Height limit of an image in CSS pixels; a taller block is cropped at the bottom."""

_ZOOM: Final = 0.5  # thumbnails are shown far smaller still, so half the pixels are enough
_FLAG_HEIGHT: Final = 8  # CSS pixels below the image that contain the flag
_POLL_MS: Final = 12
_TIMEOUT_MS: Final = 4000
_FILES_TIMEOUT_MS: Final = 1500

# The bottom of the block, and whether its images and fonts are loaded. Serialized as a string,
# because PySide converts lists to an empty string.
_STATE_SCRIPT: Final = (
    f"JSON.stringify([document.querySelector('[data-fp-root=\"{ROOT}\"]')"
    "?.getBoundingClientRect().bottom ?? 0, document.fonts.status === 'loaded'"
    " && [...document.images].every(i => i.complete || i.getBoundingClientRect().top > innerHeight)"
    "].map(Number))"
)

# Centres a block vertically that is lower than its image.
_CENTRE_SCRIPT: Final = (
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
        self._bridge.revision_painted.connect(self._on_painted)
        self._running = False
        self._message: dict[str, Any] | None = None
        self._callback: ImageCallback = lambda _image: None
        self._revision = 0
        self._flag = False
        self._deadline = QDeadlineTimer()
        self._files_deadline = QDeadlineTimer()
        self._next_step: Callable[[], None] = lambda: None
        self._timer = QTimer(self, singleShot=True, interval=_POLL_MS)
        self._timer.timeout.connect(self._run_next_step)
        self._view.setPage(self._page)
        self._view.resize(round(WIDTH * _ZOOM), round((MAX_HEIGHT + _FLAG_HEIGHT) * _ZOOM))
        self._view.setZoomFactor(_ZOOM)
        self._view.show()
        self._page.load(QUrl(HOME))

    def close(self) -> None:
        """Delete the page and its process. This has to happen before the profile is deleted."""
        self._timer.stop()
        for owned in (self._view, self._page):
            if isValid(owned):
                delete(owned)

    def render(self, message: dict[str, Any], callback: ImageCallback) -> None:
        """Render an image.

        Args:
            message: The message that shows one block.
            callback: Receives the image, or None if rendering timed out or the image is blank.
        """
        self._message, self._callback = message, callback
        self._deadline.setRemainingTime(_TIMEOUT_MS)
        self._files_deadline.setRemainingTime(_FILES_TIMEOUT_MS)
        self._next_step = self._keep_waiting
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
        self._next_step = self._keep_waiting
        self._timer.start()
        names = {"frame": embed_placeholder()}
        self._call("show", message | {"names": names, "fresh": True, "still": True})

    def _on_painted(self, revision: int) -> None:
        if revision != self._revision or self._message is None:
            return
        if self._next_step == self._grab:
            return
        self._request_state()

    def _request_state(self) -> None:
        self._next_step = self._keep_waiting
        self._timer.start()
        self._page.runJavaScript(
            _STATE_SCRIPT, WORLD.value, partial(self._receive_state, self._revision)
        )

    def _receive_state(self, revision: int, text: object) -> None:
        """Receive the block's height, and whether its files are loaded, from the page."""
        if self._message is None or revision != self._revision or not isinstance(text, str):
            return
        height, complete = text.strip("[]").split(",")
        if complete == "0" and not self._files_deadline.hasExpired():
            self._next_step = self._request_state
            self._timer.start()
            return
        if float(height) < 1:
            self._finish(None)
            return
        self._page.runJavaScript(
            _CENTRE_SCRIPT % max(0, (MAX_HEIGHT - float(height)) // 2), WORLD.value
        )
        self._flag = not self._flag  # a frame with the flipped flag shows this block
        self._next_step = self._grab
        self._call("scroll", {"top": 0, "flag": self._flag})
        self._timer.start()

    def _grab(self) -> None:
        image = self._view.grab().toImage()
        corner = image.pixelColor(image.width() - 1, image.height() - 1)
        if (corner == FLAG) is self._flag:
            height = round(MAX_HEIGHT * _ZOOM * image.devicePixelRatio())
            thumbnail = image.copy(0, 0, image.width(), height)
            self._finish(None if _is_blank(thumbnail) else thumbnail)
        else:
            self._timer.start()

    def _run_next_step(self) -> None:
        if self._message is None:
            return
        if self._deadline.hasExpired():
            self._finish(None)
        else:
            self._next_step()

    def _keep_waiting(self) -> None:
        """Keep waiting; ``_run_next_step`` checks the deadline."""
        self._timer.start()

    def _finish(self, image: QImage | None) -> None:
        self._timer.stop()
        self._message = None
        self._callback(image)

    def _call(self, name: str, message: dict[str, Any]) -> None:
        self._revision += 1
        call(self._page, name, message | {"revision": self._revision, "taken": 0})


def _is_blank(thumbnail: QImage) -> bool:
    """Whether all pixels of an image have the same colour."""
    pixels = bytes(thumbnail.constBits())
    return pixels == pixels[:4] * (len(pixels) // 4)
