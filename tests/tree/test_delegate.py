from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from designer.editor import Address, Role
from designer.look import LIGHT
from designer.tree.block_model import BlockModel
from designer.tree.block_rows import BlockRow
from designer.tree.row_delegate import ROW_HEIGHT, RowDelegate

WIDTH = 240


def inked(name: str, detail: str, direction: Qt.LayoutDirection, *, selected: bool = False):
    """The columns of a row in which something dark is painted."""
    model = BlockModel()
    model.show((BlockRow(1, Address(Role.PAGE, 1), name, detail, "block", ()),))
    image = QImage(WIDTH, ROW_HEIGHT, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    option = QStyleOptionViewItem()
    option.rect, option.direction = QRect(0, 0, WIDTH, ROW_HEIGHT), direction
    if selected:
        option.state |= QStyle.StateFlag.State_Selected
    painter = QPainter(image)
    painter.setLayoutDirection(direction)
    RowDelegate(LIGHT).paint(painter, option, model.index(0, 0))
    painter.end()
    rows = range(ROW_HEIGHT)
    return [x for x in range(WIDTH) if any(image.pixelColor(x, y).lightness() < 200 for y in rows)]


@pytest.mark.parametrize("selected", [False, True])
def test_a_row_begins_where_reading_begins(qapp, selected):
    left = inked("Hero", "", Qt.LayoutDirection.LeftToRight, selected=selected)
    right = inked("Hero", "", Qt.LayoutDirection.RightToLeft, selected=selected)
    assert max(left) < WIDTH / 2 < min(right)
    assert max(right) - min(right) == pytest.approx(max(left) - min(left), abs=3)
    assert min(left) <= 12
    assert WIDTH - 1 - max(right) <= 12


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_the_detail_stands_at_the_far_end(qapp, direction):
    columns = inked("Hero", "Cards", direction)
    gaps = [b - a for a, b in itertools.pairwise(columns)]
    assert max(gaps) > 40  # between the name and the detail
    assert min(columns) <= 16
    assert WIDTH - 1 - max(columns) <= 16


def test_a_detail_without_room_gives_way_to_the_name(qapp):
    name = "A name that is far too long for the row that it has"
    direction = Qt.LayoutDirection.LeftToRight
    assert inked(name, "Cards", direction) == inked(name, "", direction)
