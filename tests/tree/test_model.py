from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from designer.editor import Address, Role
from designer.schema.outline import Element
from designer.tree.block_model import ADDRESS, DETAIL, BlockModel
from designer.tree.block_rows import BlockRow


def row(number: int, title: str = "", parts: tuple[str, ...] = ("headline", "body")) -> BlockRow:
    elements = tuple(Element((part,), part.title(), "text") for part in parts)
    return BlockRow(
        number, Address(Role.PAGE, number), title or f"Block {number}", "", "block", elements
    )


@pytest.fixture
def model(qapp):
    made = BlockModel()
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield made
    del tester


def titles(model: BlockModel) -> list[str]:
    return [model.index(i, 0).data() for i in range(model.rowCount())]


def test_shows_rows_and_elements(model):
    model.show((row(1, "Hero"), row(2, "Cards", ("items",))))
    assert titles(model) == ["Hero", "Cards"]
    cards = model.index(1, 0)
    assert model.rowCount(cards) == 1
    inner = model.index(0, 0, cards)
    assert inner.data() == "Items"
    assert model.parent(inner) == cards
    assert inner.data(ADDRESS) == Address(Role.PAGE, 2, ("items",))
    assert cards.data(DETAIL) == ""


def test_a_move_keeps_indexes(model):
    model.show((row(1), row(2), row(3)))
    held = QPersistentModelIndex(model.index(0, 0))
    inner = QPersistentModelIndex(model.index(1, 0, model.index(0, 0)))
    model.show((row(2), row(3), row(1)))
    assert held.row() == 2
    assert inner.isValid()
    assert inner.parent().row() == 2
    assert inner.data() == "Body"


def test_index_of_finds_the_nearest(model):
    model.show((row(1), row(2)))
    assert model.index_of(Address(Role.PAGE, 2, ("headline",))).data() == "Headline"
    assert model.index_of(Address(Role.PAGE, 2, ("tailwind", "wrap"))).data() == "Block 2"
    assert not model.index_of(Address(Role.PAGE, 9)).isValid()
    assert not model.index_of(Address(Role.SITE)).isValid()


orders = st.lists(
    st.tuples(st.integers(1, 8), st.lists(st.sampled_from("abc"), unique=True, max_size=3)),
    unique_by=lambda pair: pair[0],
    max_size=8,
)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(orders, min_size=1, max_size=6))
def test_any_rows_after_any_rows(qapp, steps):
    model = BlockModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for step in steps:
        rows = tuple(row(number, parts=tuple(parts)) for number, parts in step)
        model.show(rows)
        assert titles(model) == [r.title for r in rows]
        for place, wanted in enumerate(rows):
            parent = model.index(place, 0)
            shown = [model.index(i, 0, parent).data() for i in range(model.rowCount(parent))]
            assert shown == [e.label for e in wanted.elements]
    assert model.rowCount(QModelIndex()) == len(steps[-1])
    del tester
