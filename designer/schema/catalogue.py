"""The items that can be added to a page: block types, and blocks saved for the site."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from designer.schema.block_type import BlockType, Field, type_of
from designer.schema.naming import humanise
from designer.schema.saved_blocks import SavedBlock

_LAST_CATEGORIES = ("", "Other")
"""Categories without information, sorted after the others."""

_BACKGROUND_OBJECTS = ("background",)
"""Objects whose images are behind a block; most blocks have none there."""


@dataclass(frozen=True)
class CatalogueItem:
    """An item that can be added to a page.

    Attributes:
        key: The unique key in the catalogue.
        label: The label in the window.
        help: A sentence about its use, or ''.
        icon: The name of its icon.
        category: Its category; '' for saved blocks.
        sample: A filled block with its type key, for the thumbnail.
        words: The text that a search matches, in lower case.
        kind: The type of the new block, for a block type.
        saved: The saved block, for a saved block.
    """

    key: str
    label: str
    help: str
    icon: str
    category: str
    sample: Mapping[str, Any]
    words: str
    kind: BlockType | None = None
    saved: SavedBlock | None = None


def catalogue_items(
    offered: Iterable[BlockType],
    saved: Iterable[SavedBlock],
    types: Mapping[str, BlockType],
    key: str,
) -> list[CatalogueItem]:
    """Return all items that can be added, in display order: saved blocks come first.

    Args:
        offered: The types that can be added.
        saved: The blocks that were saved for the site.
        types: All types by name, for the labels of saved blocks.
        key: The type key that the page's blocks use.
    """
    kinds = [_of_type(kind, key) for kind in offered]
    kinds.sort(key=lambda item: (item.category in _LAST_CATEGORIES, item.category, item.label))
    return [*(_of_saved(each, types) for each in saved), *kinds]


def matching_items(items: Sequence[CatalogueItem], query: str) -> list[CatalogueItem]:
    """Return the items that contain all words of a query; the best matches first.

    A match in the label ranks before a match in help or category, and that before a match in the
    label of a field.
    """
    query_words = query.casefold().split()
    matches = [item for item in items if all(word in item.words for word in query_words)]
    return sorted(matches, key=lambda item: _rank(item, " ".join(query_words)))


def _rank(item: CatalogueItem, query: str) -> int:
    label = item.label.casefold()
    about = f"{item.help} {item.category}".casefold()
    tests = (label.startswith(query), query in label, query in about, True)
    return tests.index(True)


def _of_type(kind: BlockType, key: str) -> CatalogueItem:
    words = (kind.label, kind.help, kind.category, kind.name, *_labels(kind.fields))
    return CatalogueItem(
        f"type:{kind.name}",
        kind.label,
        kind.help,
        kind.icon,
        kind.category or _LAST_CATEGORIES[-1],
        {**(kind.sample or kind.defaults), key: kind.name},
        "\n".join(words).casefold(),
        kind=kind,
    )


def _of_saved(saved: SavedBlock, types: Mapping[str, BlockType]) -> CatalogueItem:
    kind = type_of(saved.block, types)
    texts = [value for value in saved.block.values() if isinstance(value, str)]
    named = (kind.label, kind.category, *_labels(kind.fields)) if kind else ()
    return CatalogueItem(
        f"saved:{saved.file.name}",
        saved.label,
        saved.help or (kind.label if kind else ""),
        kind.icon if kind else "block",
        "",
        saved.block,
        "\n".join((saved.label, saved.help, *named, *texts)).casefold(),
        saved=saved,
    )


def with_images(item: CatalogueItem, address: str) -> Mapping[str, Any]:
    """Return the sample of an item; for a block type with a placeholder image in each image field.

    Samples have no images, since their files do not exist in the site; saved blocks have their own.
    An explicit ``null`` in a sample is kept.
    """
    fields = item.kind.fields if item.kind is not None else ()
    return _filled(item.sample, fields, address)


def _filled(data: Mapping[str, Any], fields: Iterable[Field], address: str) -> dict[str, Any]:
    filled = dict(data)
    for field in fields:
        held = filled.get(field.name)
        if field.name in filled and held is None:
            continue
        if field.type == "image" and held is None:
            filled[field.name] = address
        elif field.type == "object" and field.name not in _BACKGROUND_OBJECTS:
            own = held if isinstance(held, Mapping) else {}
            filled_object = _filled(own, field.fields, address)
            if filled_object != own:
                filled[field.name] = filled_object
        elif field.type == "list" and field.fields and isinstance(held, list):
            filled[field.name] = [
                _filled(item, field.fields, address) if isinstance(item, Mapping) else item
                for item in held
            ]
    return filled


def _labels(fields: Iterable[Field]) -> list[str]:
    """Return the labels of fields, including nested fields."""
    labels = []
    for field in fields:
        labels += [field.label or humanise(field.name), *_labels(field.fields)]
    return labels
