"""The data that a text must have after an edit; collections on the path keep their tags."""

from __future__ import annotations

from designer.document.values import Path, Value, keeping_tag, updated_at


def with_entry(data: Value, path: Path, index: int, name: str | None, value: Value) -> Value:
    """Return the data with one more item or pair in the collection at a path.

    Args:
        data: The data.
        path: The path of the collection.
        index: The new entry's position.
        name: The pair's key; None for a list.
        value: The item, or the pair's value.
    """

    def added(old: Value) -> Value:
        if name is None:
            return [*old[:index], value, *old[index:]]
        pairs = list(old.items())
        return dict([*pairs[:index], (name, value), *pairs[index:]])

    return updated_at(data, path, keeping_tag(added))


def without_entry(data: Value, path: Path) -> Value:
    """Return the data without the item or pair at a path."""

    def removed(old: Value) -> Value:
        copy = old.copy()
        del copy[path[-1]]
        return copy

    return updated_at(data, path[:-1], keeping_tag(removed))


def with_renamed_key(data: Value, path: Path, name: str) -> Value:
    """Return the data with another name of the key at the end of a path."""

    def renamed(old: dict[str, Value]) -> dict[str, Value]:
        return {name if key == path[-1] else key: value for key, value in old.items()}

    return updated_at(data, path[:-1], keeping_tag(renamed))


def with_moved_entry(data: Value, path: Path, old: int, new: int) -> Value:
    """Return the data with an entry of the collection at a path at another position."""

    def moved(collection: Value) -> Value:
        items = list(collection.items() if isinstance(collection, dict) else collection)
        items.insert(new, items.pop(old))
        return dict(items) if isinstance(collection, dict) else items

    return updated_at(data, path, keeping_tag(moved))
