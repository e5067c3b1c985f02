"""An image field: thumbnail, address, and a file button."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QRect, QRectF, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from designer.inspector.entries.entry import FormEntry
from designer.inspector.entries.site_context import SiteContext
from designer.inspector.fields.field_editor import HEIGHT, FieldEditor, RowSlots, as_text
from designer.inspector.fields.painting import paint_checks, paint_frame
from designer.inspector.fields.single_line import TextField
from designer.inspector.fields.thumbnails import Thumbnail, cached_thumbnail, read_thumbnail
from designer.look import LIGHT, Tokens, icon
from designer.site import IMAGE_SUFFIXES

_GAP = 8
_SIDE = 2 * HEIGHT + _GAP
_INSET = 4
_MEASURE = 12


class ImageField(QWidget, FieldEditor):
    """The address of an image. A chosen or dropped file is only announced, not copied.

    Signals:
        edited: The new address.
        editing_finished: The field lost the focus or was confirmed; ends the undo group.
        file_requested: The file button was clicked.
        file_dropped: The path of a dropped file.
    """

    is_stacked = True
    edited = Signal(object)
    editing_finished = Signal()
    file_requested = Signal()
    file_dropped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = TextField(self)
        self.text.setPlaceholderText(self.tr("Drop a file here"))
        self.button = QPushButton(self.tr("Choose…"), self)
        self._tokens = LIGHT
        self._context = SiteContext()
        self._thumbnail: Thumbnail | None = None
        self._address = ""
        self._dragged = False
        self._read_timer = QTimer(self)
        self._read_timer.setSingleShot(True)
        self._read_timer.timeout.connect(self._read_thumbnail)
        self.setAcceptDrops(True)
        self.text.edited.connect(self._edited)
        self.text.editing_finished.connect(self.editing_finished)
        self.button.clicked.connect(self.file_requested)
        self.setFocusProxy(self.text)

    @override
    def connect_row(self, row: RowSlots) -> None:
        super().connect_row(row)
        self.file_requested.connect(row.choose_file)
        self.file_dropped.connect(row.drop_file)

    @property
    @override
    def stops(self) -> list[QWidget]:
        """The address and the button."""
        return [self.text, self.button]

    @override
    def show_entry(self, entry: FormEntry) -> None:
        if self.text.accessibleName() != entry.label:
            self.text.setAccessibleName(entry.label)
            self.button.setAccessibleName(self.tr("Choose a file: %1").replace("%1", entry.label))
        self.show_value(entry.value)

    @override
    def show_value(self, value: Any) -> None:
        self.text.show_value(value)
        self._show_thumbnail(as_text(value))

    @override
    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.update()

    @override
    def set_site_context(self, context: SiteContext) -> None:
        self._context = context
        self._show_thumbnail(self._address)

    @override
    def height_for(self, _width: int) -> int:
        return _SIDE

    @property
    def is_remote(self) -> bool:
        """Whether the image is on another site."""
        return self._address.strip().startswith(("http://", "https://", "//"))

    @property
    def info(self) -> str:
        """The size of the image in pixels, or a note that it is from the web."""
        size = self._thumbnail.size if self._thumbnail else QSize()
        measure = f"{size.width()} × {size.height()}" if size.isValid() else ""
        return self.tr("From the web") if self.is_remote else measure

    # -- the thumbnail --------------------------------------------------------------------------

    def _edited(self, text: str) -> None:
        self._show_thumbnail(text)
        self.edited.emit(text)

    def _show_thumbnail(self, address: str) -> None:
        """Show the cached thumbnail of an address; an uncached one is read after painting."""
        before = self._address, self._thumbnail
        self._address = address
        self._thumbnail = cached_thumbnail(address, self._context, self._pixels)
        if self._thumbnail is None and address:
            self._read_timer.start(0)
        if before != (self._address, self._thumbnail):
            self.update()

    def _read_thumbnail(self) -> None:
        self._thumbnail = read_thumbnail(self._address, self._context, self._pixels)
        self.update()

    @property
    def _pixels(self) -> int:
        """The side length of the thumbnail in device pixels, without its frame."""
        return int((_SIDE - 2 * _INSET) * self.devicePixelRatioF())

    # -- dropping -------------------------------------------------------------------------------

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _image_url(event.mimeData()) is not None:
            self._dragged = True
            event.acceptProposedAction()
            self.update()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._dragged = False
        self.update()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._dragged = False
        self.update()
        url = _image_url(event.mimeData())
        if url is None:
            return
        event.acceptProposedAction()
        if url.isLocalFile():
            self.file_dropped.emit(url.toLocalFile())
        else:
            self.editing_finished.emit()
            self.edited.emit(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
            self.editing_finished.emit()

    # -- layout and painting --------------------------------------------------------------------

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        left, width = _SIDE + _GAP, self.width() - _SIDE - _GAP
        wide = min(width, self.button.sizeHint().width())
        self.text.setGeometry(self._mirrored(QRect(left, 0, width, HEIGHT)))
        self.button.setGeometry(self._mirrored(QRect(left, HEIGHT + _GAP, wide, HEIGHT)))

    def _mirrored(self, area: QRect) -> QRect:
        if self.isRightToLeft():
            area.moveLeft(self.width() - area.right() - 1)
        return area

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = self._mirrored(QRect(0, 0, _SIDE, _SIDE))
        paint_frame(painter, box, self._tokens, focused=self._dragged, well=True)
        inside = box.adjusted(_INSET, _INSET, -_INSET, -_INSET)
        if self._thumbnail is not None:
            ratio = self._thumbnail.pixmap.width() / max(1, self._thumbnail.pixmap.height())
            size = QSize(round(1000 * ratio), 1000)
            size = size.scaled(inside.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect(inside.topLeft(), size)
            place.moveCenter(inside.center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            if self._thumbnail.pixmap.hasAlpha():
                paint_checks(painter, QRectF(place), LIGHT)
            painter.drawPixmap(place, self._thumbnail.pixmap)
        else:
            place = QRect(0, 0, 16, 16)
            place.moveCenter(box.center())
            icon("image", self._tokens.faint).paint(painter, place)
        button = self.button.geometry()
        rest = QRect(button.right() + _GAP, button.top(), 0, HEIGHT)
        rest.setRight(self.width())
        if self.isRightToLeft():
            rest = QRect(0, button.top(), button.left() - _GAP, HEIGHT)
        font = painter.font()
        font.setPixelSize(_MEASURE)
        painter.setFont(font)
        painter.setPen(QColor(self._tokens.muted))
        words = painter.fontMetrics().elidedText(
            self.info, Qt.TextElideMode.ElideRight, rest.width()
        )
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, words)


def _image_url(data: QMimeData) -> QUrl | None:
    """Return the image in drag data: a file of a supported image type, or a web address."""
    for url in data.urls():
        if not url.isLocalFile() and url.scheme() in ("http", "https"):
            return url
        if url.isLocalFile() and Path(url.toLocalFile()).suffix.lower() in IMAGE_SUFFIXES:
            return url
    return None
