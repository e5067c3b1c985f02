"""The block types of a site, put together from all that tell of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from designer.schema.block_type import BlockType, Field, Slot
from designer.schema.naming import humanise


def merge_types(
    drawn: Mapping[str, BlockType],
    told: Mapping[str, BlockType],
    inferred: Mapping[str, BlockType],
) -> dict[str, BlockType]:
    """The types that a person can see and edit.

    Args:
        drawn: Types with a template: ours, and those that the site brings.
        told: Types of the site's own schema: its labels, options and defaults win, and it adds
            fields; how a type is drawn and what its slots are called stays.
        inferred: Types that only the site's pages show; used where nobody tells of a type.
    """
    types = {**inferred, **told, **drawn}
    for name in drawn.keys() & told.keys():
        types[name] = _joined(drawn[name], told[name])
    return types


def _joined(ours: BlockType, theirs: BlockType) -> BlockType:
    slots = {slot.path for slot in ours.slots}
    return replace(
        ours,
        label=_told(theirs) or ours.label,
        fields=_fields(ours.fields, tuple(_without(theirs.fields, slots))),
        slots=_slots(ours, theirs),
        defaults=theirs.defaults or ours.defaults,
    )


def _told(theirs: BlockType | Field) -> str:
    """The label that the site gave, '' where it is only the name in other letters."""
    return "" if theirs.label == humanise(theirs.name) else theirs.label


def _fields(ours: Sequence[Field], theirs: Sequence[Field]) -> tuple[Field, ...]:
    """Our fields in our order with the site's words, then those that only the site has."""
    told = {field.name: field for field in theirs}
    known = {field.name for field in ours}
    joined = [_field(field, told[field.name]) if field.name in told else field for field in ours]
    return (*joined, *(field for field in theirs if field.name not in known))


def _field(ours: Field, theirs: Field) -> Field:
    options = theirs.options if ours.type == "select" and theirs.options else ours.options
    return replace(
        ours,
        label=_told(theirs) or ours.label,
        help=theirs.help or ours.help,
        options=options,
        default=ours.default if theirs.default is None else theirs.default,
        fields=_fields(ours.fields, theirs.fields),
    )


def _slots(ours: BlockType, theirs: BlockType) -> tuple[Slot, ...]:
    """Our slots with the controls of the site's CMS, then those that only the site has."""
    told = {slot.path: slot for slot in theirs.slots}
    known = {slot.path for slot in ours.slots} | set(_paths(ours.fields))
    joined = [_slot(slot, told.get(slot.path)) for slot in ours.slots]
    return (*joined, *(slot for slot in theirs.slots if slot.path not in known))


def _slot(ours: Slot, theirs: Slot | None) -> Slot:
    """Our slot, with the site's control where we know none."""
    return ours if ours.control or theirs is None else replace(ours, control=theirs.control)


def _without(
    fields: Sequence[Field], slots: Set[tuple[str, ...]], base: tuple[str, ...] = ()
) -> Iterator[Field]:
    """The fields that do not lie where our type has a slot."""
    for field in fields:
        path = (*base, field.name)
        if path not in slots:
            inner = tuple(_without(field.fields, slots, path)) if field.type == "object" else None
            yield field if inner is None else replace(field, fields=inner)


def _paths(fields: Sequence[Field], base: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """The paths of fields, and of those inside objects."""
    found = []
    for field in fields:
        found.append((*base, field.name))
        if field.type == "object":
            found += _paths(field.fields, (*base, field.name))
    return found
