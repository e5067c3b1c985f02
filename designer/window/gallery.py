"""The gallery of blocks that can be added: pictures, a search, and all of it by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from designer.look import Tokens, icon
from designer.schema import Offer, found
from designer.window.gallery_cards import Card, CardGrid

_LARGEST: Final = QSize(1080, 780)
_MARGIN: Final = 32
_SHADOW: Final = 14
_RADIUS: Final = 12
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class Gallery(QWidget):
    """Lies over the whole window while something is chosen; no key reaches what is below it.

    Signals:
        chosen: The ``Offer`` to add, and whether above what is selected.
        removed: The ``Offer`` of a saved block that shall be removed.
        pictures_wanted: The offers of which pictures are wanted.
        closed: It is closed.
    """

    chosen = Signal(object, bool)
    removed = Signal(object)
    pictures_wanted = Signal(object)
    closed = Signal()

    def __init__(self, window: QWidget, tokens: Tokens) -> None:
        super().__init__(window)
        self._window = window
        self._tokens = tokens
        self._offers: Sequence[Offer] = ()
        self._cards: dict[str, Card] = {}
        self._headings: dict[str, QLabel] = {}
        self._above = False
        self._before: QWidget | None = None
        self._undo: Callable[[], None] = lambda: None
        self.picture: Callable[[str], QImage | None] = lambda _key: None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._want_pictures)
        self._make_parts()
        self._lay_out()
        window.installEventFilter(self)
        self.set_tokens(tokens)
        self.hide()

    def _make_parts(self) -> None:
        self.panel = QFrame(self)
        self.panel.setObjectName("gallery")
        self.panel.setAccessibleName(self.tr("Add a block"))
        title = self._title = QLabel(self.tr("Add a block"))
        title.setObjectName("galleryTitle")
        self.place = QLabel()
        self.place.setObjectName("note")
        self._close = QToolButton()
        self._close.setIconSize(QSize(16, 16))
        self._close.setToolTip(self.tr("Close (Esc)"))
        self._close.setAccessibleName(self.tr("Close"))
        self._close.clicked.connect(self.close_gallery)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search by name or by what is in it"))
        self.search.setAccessibleName(self.tr("Search blocks"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._search)
        self.search.returnPressed.connect(self._choose_first)
        self.search.installEventFilter(self)
        self.grid = CardGrid()
        self._area = QScrollArea()
        self._area.setWidget(self.grid)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.empty = QWidget()
        self.nothing = QLabel()
        self.nothing.setObjectName("emptyState")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.show_all = QPushButton(self.tr("Show all blocks"))
        self.show_all.clicked.connect(self._clear)
        self.note = QLabel()
        self.note.setObjectName("note")
        self.undo_button = QPushButton(self.tr("Bring it back"))
        self.undo_button.setObjectName("quiet")
        self.undo_button.clicked.connect(self._undo_told)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(24, 16, 16, 0)
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self.place)
        head.addStretch()
        head.addWidget(self._close)
        field = QHBoxLayout()
        field.setContentsMargins(24, 10, 24, 14)
        field.addWidget(self.search)
        body = QHBoxLayout()
        body.setContentsMargins(24, 0, 10, 0)
        body.addWidget(self._area)
        middle = QVBoxLayout(self.empty)
        middle.addStretch()
        middle.addWidget(self.nothing, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addSpacing(12)
        middle.addWidget(self.show_all, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addStretch()
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 0, 24, 0)
        foot.setSpacing(4)
        foot.addWidget(self.note)
        foot.addWidget(self.undo_button)
        foot.addStretch()
        line = QFrame()
        line.setObjectName("galleryFoot")
        line.setFixedHeight(36)
        line.setLayout(foot)
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(field)
        column.addLayout(body, 1)
        column.addWidget(self.empty, 1)
        column.addWidget(line)

    # -- what there is --------------------------------------------------------------------------

    @property
    def offers(self) -> Sequence[Offer]:
        """What can be added."""
        return self._offers

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Offer these from now on."""
        self._offers = offers
        kept = {offer.key: offer for offer in offers}
        for key, card in list(self._cards.items()):
            if kept.get(key) != card.offer:
                del self._cards[key]
                card.hide()
                card.deleteLater()
        if self.isVisible():
            self._fill()
            self._soon.start()

    def set_tokens(self, tokens: Tokens) -> None:
        """Use other colours."""
        self._tokens = tokens
        self._close.setIcon(icon("close", tokens.muted))
        for card in self._cards.values():
            card.set_tokens(tokens)

    def show_picture(self, key: str, image: QImage) -> None:
        """Show the picture of an offer."""
        if key in self._cards:
            self._cards[key].set_picture(image)

    def tell(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Say a sentence in the gallery's last line; with ``undo`` what it says can be undone."""
        self.note.setText(text)
        self._undo = undo or (lambda: None)
        self.undo_button.setVisible(undo is not None)

    def _undo_told(self) -> None:
        self._undo()

    # -- opening and closing --------------------------------------------------------------------

    def open_gallery(self, place: str, *, above: bool) -> None:
        """Open it over the window.

        Args:
            place: Where the chosen block goes, in words.
            above: Whether that is above what is selected.
        """
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self._above = above
        self.place.setText(place)
        self.tell(self.tr("Arrow keys choose, Enter adds, Escape closes."))
        self.search.clear()
        self._cover()
        self._fill()
        self._area.verticalScrollBar().setValue(0)
        self.show()
        self.raise_()
        self._soon.start()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_gallery(self) -> None:
        """Close it; what had the focus before has it again."""
        if not self.isVisible():
            return
        before, self._before = self._before, None
        self.hide()
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def _choose(self, card: Card) -> None:
        offer, above = card.offer, self._above
        self.close_gallery()
        self.chosen.emit(offer, above)

    def _choose_first(self) -> None:
        if self.grid.cards:
            self._choose(self.grid.cards[0])

    def _remove(self, card: Card) -> None:
        cards = self.grid.cards
        place = cards.index(card)
        self.removed.emit(card.offer)
        left = self.grid.cards
        if left and left != cards:
            self._focus(left[min(place, len(left) - 1)])

    # -- filling --------------------------------------------------------------------------------

    def _search(self) -> None:
        self._fill()
        self._area.verticalScrollBar().setValue(0)

    def _clear(self) -> None:
        self.search.clear()
        self.search.setFocus()

    def _fill(self) -> None:
        """Show the cards that fit the search; their pictures come later."""
        query = self.search.text().strip()
        shown = found(self._offers, query) if query else list(self._offers)
        groups: list[tuple[QLabel | None, list[Card]]] = [(None, [])] if query else []
        for offer in shown:
            name = offer.category or self.tr("Saved for this site")
            heading = None if query else self._heading(name)
            if not groups or groups[-1][0] is not heading:
                groups.append((heading, []))
            groups[-1][1].append(self._card(offer))
        cards = {card for _, each in groups for card in each}
        headings = {heading for heading, _ in groups}
        self.grid.show_groups(groups)
        for card in self._cards.values():
            card.setVisible(card in cards)
        for label in self._headings.values():
            label.setVisible(label in headings)
        self._mark(bool(query))
        self._area.setVisible(bool(shown))
        self.empty.setVisible(not shown)
        text = self.tr("Nothing is called “%1”, and nothing holds it.")
        none = self.tr("This site offers no blocks.")
        self.nothing.setText(text.replace("%1", query) if query else none)
        self.show_all.setVisible(bool(query))

    def _want_pictures(self) -> None:
        """Ask for pictures once the cards are painted."""
        if self.isVisible():
            self.pictures_wanted.emit(self._offers)

    def _card(self, offer: Offer) -> Card:
        card = self._cards.get(offer.key)
        if card is None:
            card = self._cards[offer.key] = Card(offer, self._tokens, self.grid)
            card.clicked.connect(lambda: self._choose(card))
            card.remove_requested.connect(lambda: self._remove(card))
            card.installEventFilter(self)
        if not card.has_picture and (image := self.picture(offer.key)) is not None:
            card.set_picture(image)
        return card

    def _heading(self, text: str) -> QLabel:
        label = self._headings.get(text)
        if label is None:
            label = self._headings[text] = QLabel(text.upper(), self.grid)
            label.setObjectName("panelHeading")
        return label

    def _mark(self, on: bool) -> None:
        """Mark the card that Enter adds."""
        for number, card in enumerate(self.grid.cards):
            card.set_marked(on and number == 0)

    # -- keys -----------------------------------------------------------------------------------

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # the window's keys do nothing while the gallery lies over it
            return True
        return super().event(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self._cover()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.search:
                return self._key_in_search(event)
            if isinstance(watched, Card):
                return self._key_on_card(watched, event)
        return super().eventFilter(watched, event)

    def _key_in_search(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Down and self.grid.cards:
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
        """Tab goes round inside the gallery."""
        here = QApplication.focusWidget()
        stops = self._stops()
        place = stops.index(here) if here in stops else 0
        stops[(place + (1 if next else -1)) % len(stops)].setFocus(
            Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        )
        return True

    def _stops(self) -> list[QWidget]:
        """Where Tab stops: the search, one card with its button, and what else can be pressed."""
        here = QApplication.focusWidget()
        cards = self.grid.cards
        held = next((c for c in cards if here in (c, c.remove_button)), None)
        card = held or (cards[0] if cards else None)
        button = card.remove_button if card is not None and held is card else None
        stops = (self.search, card, button, self.show_all, self.undo_button, self._close)
        return [stop for stop in stops if stop is not None and stop.isVisible()]

    def _focus(self, card: Card) -> None:
        card.setFocus(Qt.FocusReason.OtherFocusReason)
        self._mark(False)
        self._area.ensureWidgetVisible(card, 0, 40)

    # -- the place over the window --------------------------------------------------------------

    def _cover(self) -> None:
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
        for step in range(_SHADOW, 0, -2):
            painter.setPen(QPen(QColor(0, 0, 0, 10), 2))
            ring = around.adjusted(-step, -step + 4, step, step + 4)
            painter.drawRoundedRect(ring, _RADIUS + step, _RADIUS + step)
        painter.end()
