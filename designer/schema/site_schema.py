"""What a site's schema says about its pages, whichever system wrote it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from designer.schema.block_lists import ANY_ITEM, ListPath, is_other_list
from designer.schema.block_type import DISCRIMINANTS, BlockType, Field
from designer.schema.naming import humanise

PageFields: TypeAlias = tuple[Field, ...]
"""The fields of the front matter of one kind of page."""

_EMPTY: Final[Mapping[Any, Any]] = MappingProxyType({})
_MAX_DEPTH = 6  # keys on the way to a list of blocks


@dataclass(frozen=True, eq=False)
class SiteSchema:
    """The schema of a site.

    Attributes:
        types: The block types of its pages, by name; they have no template.
        lists: The lists of blocks, each with the keys that can name the type of an item, the list
            with most types first.
        list_types: The names of the types that each of these lists can have.
        named_lists: Keys of lists of blocks that can be anywhere in a page, with the same keys.
        pages: The fields of each kind of page.
        complete: Whether a page with one of ``lists`` has no other lists of blocks.
        hides_body: Whether a page with a list of blocks does not show the Markdown below the front
            matter.
    """

    types: Mapping[str, BlockType] = field(default_factory=lambda: _EMPTY)
    lists: Mapping[ListPath, tuple[str, ...]] = field(default_factory=lambda: _EMPTY)
    list_types: Mapping[ListPath, frozenset[str]] = field(default_factory=lambda: _EMPTY)
    named_lists: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: _EMPTY)
    pages: tuple[PageFields, ...] = ()
    complete: bool = False
    hides_body: bool = False

    def page_fields(self, data: object) -> PageFields:
        """Return the fields of the kind of page that has most of the keys of a front matter."""
        names = data if isinstance(data, Mapping) else _EMPTY

        def shared(fields: PageFields) -> int:
            return sum(each.name in names for each in fields)

        best = max(self.pages, key=shared, default=())
        return best if shared(best) else ()


def schema_of(pages: Iterable[PageFields], *, complete: bool = True) -> SiteSchema:
    """Return the schema of a site whose pages have these fields.

    A list whose items can be of several types is a list of blocks, except a list of buttons, tags
    and the like. A list within a block belongs to the block.

    Args:
        pages: The fields of each kind of page.
        complete: Whether the fields are all that a page has.
    """
    pages = tuple(pages)
    types: dict[str, BlockType] = {}
    lists: dict[ListPath, Field] = {}
    names: dict[ListPath, frozenset[str]] = {}
    for fields in pages:
        for path, found in _block_lists(fields):
            known = lists.get(path)
            if known is None or len(found.variants) > len(known.variants):
                lists[path] = found
            names[path] = names.get(path, frozenset()) | {kind.name for kind in found.variants}
            for kind in found.variants:
                # Another page may use a subset of a type's fields: keep the larger description.
                if _size(kind) >= _size(types.get(kind.name)):
                    types[kind.name] = kind
    by_size = sorted(lists, key=lambda path: -len(lists[path].variants))
    keys = {path: type_keys(lists[path].type_key) for path in by_size}
    return SiteSchema(types, keys, names, pages=pages, complete=complete)


def merged_schemas(schemas: Sequence[SiteSchema]) -> SiteSchema | None:
    """Return one schema that says what several say; None for none.

    Args:
        schemas: The schemas of one site, the most specific first: its labels and types of fields
            take precedence.
    """
    if len(schemas) < 2:
        return schemas[0] if schemas else None
    types: dict[str, BlockType] = {}
    lists: dict[ListPath, tuple[str, ...]] = {}
    names: dict[ListPath, frozenset[str]] = {}
    named: dict[str, tuple[str, ...]] = {}
    for each in schemas:
        for name, kind in each.types.items():
            types[name] = _completed_type(types[name], kind) if name in types else kind
        for path, keys in each.lists.items():
            lists[path] = tuple(dict.fromkeys((*lists.get(path, ()), *keys)))
        for path, told in each.list_types.items():
            names[path] = names.get(path, frozenset()) | told
        for key, keys in each.named_lists.items():
            named[key] = tuple(dict.fromkeys((*named.get(key, ()), *keys)))
    return SiteSchema(
        types,
        lists,
        names,
        named,
        tuple(page for each in schemas for page in each.pages),
        all(each.complete for each in schemas if each.lists or each.named_lists),
        any(each.hides_body for each in schemas),
    )


def type_keys(key: str) -> tuple[str, ...]:
    """Return the keys that can name the type of an item, the one that a schema names first."""
    return tuple(dict.fromkeys((key, *DISCRIMINANTS)))


def default_values(fields: Iterable[Field]) -> dict[str, Any]:
    """Return the defaults of fields, those inside objects included."""
    found: dict[str, Any] = {}
    for each in fields:
        if each.default is not None:
            found[each.name] = each.default
        elif each.type == "object" and (inner := default_values(each.fields)):
            found[each.name] = inner
    return found


def _block_lists(fields: Iterable[Field], path: ListPath = ()) -> Iterator[tuple[ListPath, Field]]:
    """Yield the lists of blocks among the fields of a page, with their paths."""
    for each in fields:
        inside = (*path, each.name)
        if len(inside) > _MAX_DEPTH:
            continue
        if each.type == "list" and each.variants:
            if not is_other_list(each.name):
                yield inside, each
        elif each.type == "list":
            yield from _block_lists(each.fields, (*inside, ANY_ITEM))
        elif each.type == "object" and not each.variants:
            yield from _block_lists(each.fields, inside)


def _size(kind: BlockType | None) -> int:
    return -1 if kind is None else len(kind.fields) + len(kind.slots)


def _completed_type(first: BlockType, second: BlockType) -> BlockType:
    """Return a type with what a less specific schema adds to it."""
    return replace(
        first,
        label=second.label if first.label == humanise(first.name) else first.label,
        help=first.help or second.help,
        fields=_completed_fields(first.fields, second.fields),
        slots=first.slots or second.slots,
        defaults=first.defaults or second.defaults,
        is_inferred=first.is_inferred and second.is_inferred,
    )


def _completed_fields(first: Sequence[Field], second: Sequence[Field]) -> tuple[Field, ...]:
    others = {each.name: each for each in second}
    known = {each.name for each in first}
    completed = [
        _completed_field(each, others[each.name]) if each.name in others else each for each in first
    ]
    return (*completed, *(each for each in second if each.name not in known))


def _completed_field(first: Field, second: Field) -> Field:
    same = first.type == second.type
    return replace(
        first,
        label=second.label if first.label == humanise(first.name) else first.label,
        help=first.help or second.help,
        options=first.options or (second.options if same else ()),
        default=second.default if first.default is None and same else first.default,
        fields=_completed_fields(first.fields, second.fields) if same else first.fields,
        item_label=first.item_label or second.item_label,
    )
