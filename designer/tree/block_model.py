"""The block tree as a Qt item model over immutable rows, updated from the editor."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon
from typing_extensions import override

from designer.editor import Address
from designer.look import icon
from designer.schema.outline import Element
from designer.tree.block_rows import BlockRow

DETAIL = Qt.ItemDataRole.UserRole + 1
ADDRESS = Qt.ItemDataRole.UserRole + 2

_TOP = 0
_ROLES = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.DecorationRole,
        Qt.ItemDataRole.ToolTipRole,
        DETAIL,
        ADDRESS,
    }
)

AnyIndex = QModelIndex | QPersistentModelIndex


class BlockModel(QAbstractItemModel):
    """A model with two levels: blocks and parts of the site, and below them their elements.

    The index of an element stores the number of its row's key, never an object, so that indexes
    stay valid when rows are replaced by newer values.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[BlockRow] = []
        self._places: dict[Hashable, int] = {}
        self._ids: dict[Hashable, int] = {}
        self._keys: list[Hashable] = []
        self._colour = "#616979"

    # -- updates --------------------------------------------------------------------------------

    def show(self, rows: tuple[BlockRow, ...]) -> None:
        """Update to other rows: moved rows are moved, and unchanged rows keep their indexes."""
        for row in rows:
            if row.key not in self._ids:
                self._keys.append(row.key)
                self._ids[row.key] = len(self._keys)
        self._remove({row.key for row in rows})
        for place, row in enumerate(rows):
            self._move_to_index(place, row)
            self._replace(place, row)
        self._places = {row.key: place for place, row in enumerate(rows)}

    def _remove(self, wanted: set[Hashable]) -> None:
        for place in range(len(self._rows) - 1, -1, -1):
            if self._rows[place].key not in wanted:
                self.beginRemoveRows(QModelIndex(), place, place)
                del self._rows[place]
                self.endRemoveRows()

    def _move_to_index(self, place: int, row: BlockRow) -> None:
        """Insert the row at an index, or move the row with its key there."""
        if place < len(self._rows) and self._rows[place].key == row.key:
            return
        old = next((i for i, r in enumerate(self._rows) if r.key == row.key), None)
        if old is None:
            self.beginInsertRows(QModelIndex(), place, place)
            self._rows.insert(place, row)
            self.endInsertRows()
            return
        self.beginMoveRows(QModelIndex(), old, old, QModelIndex(), place)
        self._rows.insert(place, self._rows.pop(old))
        self.endMoveRows()

    def _replace(self, place: int, row: BlockRow) -> None:
        old = self._rows[place]
        if old is row or old == row:
            return
        index = self.index(place, 0)
        if len(old.elements) != len(row.elements):
            if old.elements:
                self.beginRemoveRows(index, 0, len(old.elements) - 1)
                self._rows[place] = _without_elements(old)
                self.endRemoveRows()
            if row.elements:
                self.beginInsertRows(index, 0, len(row.elements) - 1)
                self._rows[place] = row
                self.endInsertRows()
        self._rows[place] = row
        self.dataChanged.emit(index, index)
        if row.elements:
            last = self.index(len(row.elements) - 1, 0, index)
            self.dataChanged.emit(self.index(0, 0, index), last)

    def set_colour(self, colour: str) -> None:
        """Set the colour of the icons."""
        self._colour = colour
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))

    # -- addresses ------------------------------------------------------------------------------

    def index_of(self, address: Address) -> QModelIndex:
        """Return the index of the element or block that contains an address."""
        best = QModelIndex()
        for place, row in self._candidates(address):
            held = row.address
            if held.block != address.block or held.role != address.role:
                continue
            length = len(row.address.path)
            if row.address.path != address.path[:length]:
                continue
            top = self.index(place, 0)
            inside = address.path[length:]
            for number, element in enumerate(row.elements):
                if inside[: len(element.path)] == element.path:
                    return self.index(number, 0, top)
            if not best.isValid() or length:
                best = top
        return best

    def _candidates(self, address: Address) -> Iterable[tuple[int, BlockRow]]:
        """Return the rows that may contain an address; for a block only its own row."""
        if address.block is None:
            return enumerate(self._rows)
        place = self._place_of(address.block)
        return () if place is None else ((place, self._rows[place]),)

    def _place_of(self, key: Hashable) -> int | None:
        """Return the index of the row with this key; the search is needed only while rows move."""
        place = self._places.get(key, -1)
        if 0 <= place < len(self._rows) and self._rows[place].key == key:
            return place
        return next((i for i, row in enumerate(self._rows) if row.key == key), None)

    def address(self, index: AnyIndex) -> Address | None:
        """Return the address of an index."""
        found = self.data(index, ADDRESS)
        return found if isinstance(found, Address) else None

    # -- QAbstractItemModel ---------------------------------------------------------------------

    @override
    def index(self, row: int, column: int, parent: AnyIndex | None = None) -> QModelIndex:
        if parent is None or not parent.isValid():
            ok = 0 <= row < len(self._rows) and column == 0
            return self.createIndex(row, column, _TOP) if ok else QModelIndex()
        if parent.internalId() != _TOP or column != 0:
            return QModelIndex()
        owner = self._rows[parent.row()]
        if not 0 <= row < len(owner.elements):
            return QModelIndex()
        return self.createIndex(row, column, self._ids[owner.key])

    @override
    def parent(self, index: AnyIndex | None = None) -> QModelIndex:  # type: ignore[override]
        if index is None or index.internalId() == _TOP:  # an invalid index also has the id 0
            return QModelIndex()
        place = self._place_of(self._keys[index.internalId() - 1])
        return QModelIndex() if place is None else self.createIndex(place, 0, _TOP)

    @override
    def rowCount(self, parent: AnyIndex | None = None) -> int:
        if parent is None or not parent.isValid():
            return len(self._rows)
        if parent.internalId() != _TOP or parent.column() != 0:
            return 0
        return len(self._rows[parent.row()].elements)

    @override
    def columnCount(self, parent: AnyIndex | None = None) -> int:
        return 1

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in _ROLES:
            return None
        row, element = self._row_and_element(index)
        if role == ADDRESS:
            return row.address_of(element) if element else row.address
        name, detail, picture = _texts(row, element)
        if role == Qt.ItemDataRole.DecorationRole:
            return icon(picture, self._colour)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{name} · {detail}" if detail else name
        return detail if role == DETAIL else name

    def display_data(self, index: AnyIndex) -> tuple[str, str, QIcon]:
        """Return name, detail and icon of a row in one call, for painting."""
        name, detail, picture = _texts(*self._row_and_element(index))
        return name, detail, icon(picture, self._colour)

    def _row_and_element(self, index: AnyIndex) -> tuple[BlockRow, Element | None]:
        """Return the row of an index, and the element if the index is on the second level."""
        if index.internalId() == _TOP:
            return self._rows[index.row()], None
        row = self._rows[self.parent(index).row()]
        return row, row.elements[index.row()]


def _texts(row: BlockRow, element: Element | None) -> tuple[str, str, str]:
    """Return name, detail and icon name."""
    if element is None:
        return row.title, row.detail, row.icon
    return element.label, element.detail, element.icon


def _without_elements(row: BlockRow) -> BlockRow:
    return BlockRow(row.key, row.address, row.title, row.detail, row.icon, ())
