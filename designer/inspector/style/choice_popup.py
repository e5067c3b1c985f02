"""The popup list of a control's choices, with a filter and keyboard selection."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from designer.inspector.values.color_text import swatch_icon

_WIDTH, _ROWS, _ROW = 240, 10, 26
_FILTER_FROM = 12  # minimum number of choices for which the filter line is shown


class ChoicePopup(QFrame):
    """A list below a control; each opening creates a new popup.

    Signals:
        chosen: The index of the choice.
    """

    chosen = Signal(int)

    def __init__(
        self,
        rows: Sequence[tuple[str, str, str | None]],
        current: int | None,
        parent: QWidget,
    ) -> None:
        """Prepare the list.

        Args:
            rows: Label, utility, and a colour to show or None.
            current: The index of the current row, None for none.
            parent: The control.
        """
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Choices"))
        self.list.setUniformItemSizes(True)
        for number, (text, utility, color) in enumerate(rows):
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, number)
            item.setToolTip(utility)
            item.setSizeHint(QSize(0, _ROW))
            if color is not None:
                item.setIcon(swatch_icon(color, 14))
            self.list.addItem(item)
        if current is not None:
            self.list.setCurrentRow(current)
        self.list.itemClicked.connect(self._accept)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Search"))
        self.filter.setVisible(len(rows) >= _FILTER_FROM)
        self.filter.textChanged.connect(self._narrow)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(6)
        column.addWidget(self.filter)
        column.addWidget(self.list)
        height = min(_ROWS, max(1, len(rows))) * _ROW + 16
        self.setFixedSize(_WIDTH, height + (34 if len(rows) >= _FILTER_FROM else 0))

    def open_below(self, control: QWidget) -> None:
        """Show the list below a control, or above it if there is no room below."""
        place = control.mapToGlobal(QPoint(0, control.height() + 2))
        screen = QGuiApplication.screenAt(place) or control.screen()
        room = screen.availableGeometry()
        if place.y() + self.height() > room.bottom():
            place = control.mapToGlobal(QPoint(0, -self.height() - 2))
        place.setX(max(room.left(), min(place.x(), room.right() - self.width())))
        self.move(place)
        self.show()
        self.list.setFocus()
        if (item := self.list.currentItem()) is not None:
            self.list.scrollToItem(item, QListWidget.ScrollHint.PositionAtCenter)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._accept(self.list.currentItem())
        elif event.text().strip() and self.filter.isVisible():
            self.filter.setFocus()
            self.filter.setText(event.text())
        else:
            super().keyPressEvent(event)

    def _narrow(self, text: str) -> None:
        wanted = text.casefold()
        first = None
        for row in range(self.list.count()):
            item = self.list.item(row)
            fits = wanted in item.text().casefold() or wanted in item.toolTip().casefold()
            item.setHidden(not fits)
            first = item if fits and first is None else first
        if first is not None:
            self.list.setCurrentItem(first)

    def _accept(self, item: QListWidgetItem | None) -> None:
        if item is None or item.isHidden():
            return
        number = int(item.data(Qt.ItemDataRole.UserRole))
        self.close()
        self.chosen.emit(number)
