"""What is open stays with its item, whatever happens to the list around it."""

from __future__ import annotations

import copy

import pytest

from designer.inspector.form.expansion_state import ExpansionState

LIST = {"items": [{"n": "a"}, {"n": "b"}, {"n": "c"}], "image": {"src": "/x"}}


def after(change):
    data = copy.deepcopy(LIST)
    change(data["items"])
    return data


def opened(folds, data, base=()):
    size = len(data["items"])
    return [
        data["items"][n]["n"] for n in range(size) if folds.is_open("o", (*base, "items", n), False)
    ]


@pytest.mark.parametrize(
    ("change", "still"),
    [
        (lambda items: items.insert(0, items.pop(1)), ["b"]),
        (lambda items: items.append(items.pop(1)), ["b"]),
        (lambda items: items.insert(0, {"n": "new"}), ["b"]),
        (lambda items: items.insert(2, {"n": "b"}), ["b"]),
        (lambda items: items.pop(0), ["b"]),
        (lambda items: items.pop(1), []),
        (lambda items: items[1].update(n="B"), ["B"]),
        (lambda items: items.clear(), []),
    ],
)
@pytest.mark.parametrize("base", [(), ("blocks", 0)])
def test_an_open_item_is_followed(change, still, base):
    folds = ExpansionState()
    folds.set("o", (*base, "items", 1), is_open=True)
    new = after(change)
    folds.remap("o", base, LIST, new)
    assert opened(folds, new, base) == still


def test_each_owner_has_its_own():
    folds = ExpansionState()
    folds.set("o", ("image",), is_open=False)
    assert not folds.is_open("o", ("image",), True)
    assert folds.is_open("other", ("image",), True)


def test_the_way_to_a_value_is_opened():
    folds = ExpansionState()
    folds.open_to("o", (), ("items", 2, "n"), LIST)
    assert opened(folds, LIST) == ["c"]
    folds.open_to("o", (), ("background", "src"), LIST)
    assert folds.is_open("o", ("background",), False)
    before = folds.revision
    folds.open_to("o", (), ("items", 2, "n"), LIST)
    assert folds.revision == before
