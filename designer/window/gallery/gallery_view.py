"""The gallery of blocks that can be added: images, search, and full keyboard control."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

from designer.look import Tokens
from designer.schema import CatalogueItem, matching_items
from designer.window.gallery.gallery_cards import Card
from designer.window.gallery.gallery_layout import GalleryLayout

_LARGEST: Final = QSize(1080, 780)
_MARGIN: Final = 32
_PLACE: Final = 480
_SHADOW: Final = 24
_RAIL: Final = 168
_RADIUS: Final = 12
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class Gallery(QWidget):
    """A modal overlay over the window; it blocks the window's shortcuts while open.

    Signals:
        chosen: The ``CatalogueItem`` to add, and whether to add it above the selection.
        removed: The ``CatalogueItem`` of a saved block to remove.
        images_requested: The catalogue items whose images are needed.
        closed: The gallery was closed.
    """

    chosen = Signal(object, bool)
    removed = Signal(object)
    images_requested = Signal(object)
    closed = Signal()

    def __init__(self, window: QWidget, tokens: Tokens) -> None:
        super().__init__(window)
        self._window = window
        self._tokens = tokens
        self._items: Sequence[CatalogueItem] = ()
        self._cards: dict[str, Card] = {}
        self._headings: dict[str, QLabel] = {}
        self._above = False
        self._previous_focus: QWidget | None = None
        self._undo: Callable[[], None] = lambda: None
        self.known_image: Callable[[str], QImage | None] = lambda _key: None
        self._image_timer = QTimer(self, singleShot=True, interval=0)
        self._image_timer.timeout.connect(self._request_images)
        panel = self.panel = GalleryLayout(tokens, self)
        self.search, self.rail, self.grid, self._bar = (
            panel.search,
            panel.rail,
            panel.grid,
            panel.bar,
        )
        panel.close_button.clicked.connect(self.close_gallery)
        panel.undo_button.clicked.connect(self._undo_reported)
        panel.show_all.clicked.connect(self._clear)
        self.search.textChanged.connect(self._search)
        self.search.returnPressed.connect(self._choose_first)
        self.rail.currentRowChanged.connect(self._show_category)
        for part in (self.search, self.rail):
            part.installEventFilter(self)
        window.installEventFilter(self)
        self.set_tokens(tokens)
        self.hide()

    # -- catalogue items -------------------------------------------------------------------------

    @property
    def items(self) -> Sequence[CatalogueItem]:
        """The catalogue items that can be added."""
        return self._items

    def show_items(self, items: Sequence[CatalogueItem]) -> None:
        """Replace the catalogue items; cards of unchanged items are reused."""
        self._items = items
        self._list_categories()
        kept = {item.key: item for item in items}
        for key, card in list(self._cards.items()):
            if kept.get(key) != card.item:
                del self._cards[key]
                card.hide()
                card.deleteLater()
        if self.isVisible():
            self._fill()
            self._image_timer.start()

    def set_tokens(self, tokens: Tokens) -> None:
        """Apply other colours."""
        self._tokens = tokens
        self.panel.set_tokens(tokens)
        for card in self._cards.values():
            card.set_tokens(tokens)

    def show_image(self, key: str, image: QImage) -> None:
        """Show the image of a catalogue item."""
        if key in self._cards:
            self._cards[key].set_image(image)

    def show_message(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Show a message in the footer, and with ``undo`` a button that undoes the action."""
        self.panel.note.setText(text)
        self._undo = undo or (lambda: None)
        self.panel.undo_button.setVisible(undo is not None)

    def _undo_reported(self) -> None:
        self._undo()

    # -- opening and closing --------------------------------------------------------------------

    def open_gallery(self, place: str, *, above: bool) -> None:
        """Open the gallery over the window.

        Args:
            place: A text about the position of the new block.
            above: Whether this position is above the selection.
        """
        if not self.isVisible():
            self._previous_focus = QApplication.focusWidget()
        self._above = above
        measure = self.panel.place.fontMetrics()
        self.panel.place.setText(measure.elidedText(place, Qt.TextElideMode.ElideRight, _PLACE))
        self.show_message(self.tr("Arrow keys choose, Enter adds, Escape closes."))
        self._clear()
        self._fill_window()
        self.show()
        self.raise_()
        self._image_timer.start()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_gallery(self) -> None:
        """Close the gallery and restore the previous focus."""
        if not self.isVisible():
            return
        before, self._previous_focus = self._previous_focus, None
        if before is None or not isValid(before) or not before.isVisible():
            before = self._window
        before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()
        self.closed.emit()

    def _choose(self, card: Card) -> None:
        item, above = card.item, self._above
        self.close_gallery()
        self.chosen.emit(item, above)

    def _choose_first(self) -> None:
        if self.grid.cards:
            self._choose(self.grid.cards[0])

    def _remove(self, card: Card) -> None:
        cards = self.grid.cards
        place = cards.index(card)
        self.removed.emit(card.item)
        left = self.grid.cards
        if left and left != cards:
            self._focus(left[min(place, len(left) - 1)])

    # -- filling --------------------------------------------------------------------------------

    def _search(self) -> None:
        """Search in all categories."""
        self.rail.blockSignals(True)
        self.rail.setCurrentRow(0)
        self.rail.blockSignals(False)
        self._fill()
        self._bar.setValue(0)

    def _show_category(self) -> None:
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self._fill()
        self._bar.setValue(0)

    def _clear(self) -> None:
        """Clear the search and show all cards."""
        self.search.clear()
        self._search()
        self.search.setFocus()

    def _list_categories(self) -> None:
        """List the categories, including the saved blocks if there are any."""
        saved = self.tr("Saved for this site")
        names = dict.fromkeys(item.category or saved for item in self._items)
        wanted = [self.tr("All blocks"), *names]
        if wanted == [self.rail.item(row).text() for row in range(self.rail.count())]:
            return
        self.rail.blockSignals(True)
        self.rail.clear()
        self.rail.addItems(wanted)
        self.rail.setCurrentRow(0)
        self.rail.blockSignals(False)

    def _in_category(self) -> list[CatalogueItem]:
        if self.rail.currentRow() <= 0:
            return list(self._items)
        name, saved = self.rail.currentItem().text(), self.tr("Saved for this site")
        return [item for item in self._items if (item.category or saved) == name]

    def _fill(self) -> None:
        """Show the cards that match the search; images are requested later."""
        query = self.search.text().strip()
        shown = matching_items(self._items, query) if query else self._in_category()
        headed = not query and len({item.saved is None for item in shown}) > 1
        saved, others = self.tr("Saved for this site"), self.tr("Blocks")
        groups: list[tuple[QLabel | None, list[Card]]] = []
        for item in shown:
            heading = self._heading(saved if item.saved else others) if headed else None
            if not groups or groups[-1][0] is not heading:
                groups.append((heading, []))
            groups[-1][1].append(self._card(item))
        cards = {card for _, each in groups for card in each}
        headings = {heading for heading, _ in groups}
        self.grid.show_groups(groups)
        for card in self._cards.values():
            card.setVisible(card in cards)
        for label in self._headings.values():
            label.setVisible(label in headings)
        self._mark(bool(query))
        self.panel.area.setVisible(bool(shown))
        self.panel.empty.setVisible(not shown)
        text = self.tr("No block is called “%1” or has a part of this name.")
        none = self.tr("This site offers no blocks.")
        self.panel.nothing.setText(text.replace("%1", query) if query else none)
        self.panel.show_all.setVisible(bool(query))

    def _request_images(self) -> None:
        """Request images after the cards have painted."""
        if self.isVisible():
            self.images_requested.emit(self._items)

    def _card(self, item: CatalogueItem) -> Card:
        card = self._cards.get(item.key)
        if card is None:
            card = self._cards[item.key] = Card(item, self._tokens, self.grid)
            card.clicked.connect(lambda: self._choose(card))
            card.remove_requested.connect(lambda: self._remove(card))
            card.installEventFilter(self)
        if not card.has_image and (image := self.known_image(item.key)) is not None:
            card.set_image(image)
        return card

    def _heading(self, text: str) -> QLabel:
        label = self._headings.get(text)
        if label is None:
            label = self._headings[text] = QLabel(text.upper(), self.grid)
            label.setObjectName("panelHeading")
        return label

    def _mark(self, on: bool) -> None:
        """Highlight the first card, which Enter adds."""
        for number, card in enumerate(self.grid.cards):
            card.set_marked(on and number == 0)

    # -- keys -----------------------------------------------------------------------------------

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # block the window's shortcuts while the gallery is open
            return True
        return super().event(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self._fill_window()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.search:
                return self._key_in_search(event)
            if watched is self.rail:
                return self._key_in_rail(event)
            if isinstance(watched, Card):
                return self._key_on_card(watched, event)
        return super().eventFilter(watched, event)

    def _key_in_search(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Down and self.grid.cards:
            self._focus(self.grid.cards[0])
            return True
        return False

    def _key_in_rail(self, event: QKeyEvent) -> bool:
        into = Qt.Key.Key_Right if self.isLeftToRight() else Qt.Key.Key_Left
        if event.key() in (into, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.grid.cards:
            self._focus(self.grid.cards[0])
            return True
        return False

    def _key_on_card(self, card: Card, event: QKeyEvent) -> bool:
        key, cards = Qt.Key(event.key()), self.grid.cards
        if key in _ARROWS:
            other = self.grid.neighbour(card, key)
            if other is not None:
                self._focus(other)
            elif key == Qt.Key.Key_Up:
                self.search.setFocus()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._focus(cards[0 if key == Qt.Key.Key_Home else -1])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            card.click()
        elif key == Qt.Key.Key_Delete and card.remove_button is not None:
            card.remove_button.click()
        elif (event.text().isprintable() and event.text().strip()) or key == Qt.Key.Key_Backspace:
            self.search.setFocus()
            QApplication.sendEvent(self.search, event)
        else:
            return False
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_gallery()
        event.accept()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Keep Tab inside the gallery."""
        here = QApplication.focusWidget()
        stops = self._stops()
        if not stops:  # the gallery is being hidden
            return False
        place = stops.index(here) if here in stops else 0
        stops[(place + (1 if next else -1)) % len(stops)].setFocus(
            Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        )
        return True

    def _stops(self) -> list[QWidget]:
        """Return the Tab stops: search, categories, one card with its button, other buttons."""
        here = QApplication.focusWidget()
        cards = self.grid.cards
        held = next((c for c in cards if here in (c, c.remove_button)), None)
        card = held or (cards[0] if cards else None)
        button = card.remove_button if card is not None and held is card else None
        panel = self.panel
        others = (panel.show_all, panel.undo_button, panel.close_button)
        stops = (self.search, self.rail, card, button, *others)
        return [stop for stop in stops if stop is not None and stop.isVisible()]

    def _focus(self, card: Card) -> None:
        card.setFocus(Qt.FocusReason.OtherFocusReason)
        self._mark(False)
        self.panel.area.ensureWidgetVisible(card, 0, 40)

    # -- geometry and painting --------------------------------------------------------------------

    def _fill_window(self) -> None:
        self.setGeometry(self._window.rect())
        size = QSize(self.width() - 2 * _MARGIN, self.height() - 2 * _MARGIN)
        place = QRect(0, 0, 0, 0)
        place.setSize(size.boundedTo(_LARGEST))
        place.moveCenter(self.rect().center())
        self.panel.setGeometry(place)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.close_gallery()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(10, 14, 22, 110))
        around = self.panel.geometry()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 2))  # stacked translucent rings form a soft shadow
        for step in range(_SHADOW, 0, -1):
            ring = around.adjusted(-step, -step + 6, step, step + 6)
            painter.drawRoundedRect(ring, _RADIUS + step, _RADIUS + step)
        painter.end()
