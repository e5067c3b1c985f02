"""Merge the block types of a site from all sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from designer.schema.block_type import BlockType, Field, Slot
from designer.schema.naming import humanise


def merge_types(
    with_template: Mapping[str, BlockType],
    from_schema: Mapping[str, BlockType],
    inferred: Mapping[str, BlockType],
) -> dict[str, BlockType]:
    """Return the types that can be shown and edited.

    Args:
        with_template: Types with a template: the program's, and the site's own.
        from_schema: Types of the site's schema: their labels, options and defaults take precedence,
            and they add fields; template and slot labels stay.
        inferred: Types inferred from the site's pages; used for types without another source.
    """
    types = {**inferred, **from_schema, **with_template}
    for name in with_template.keys() & from_schema.keys():
        types[name] = _merged(with_template[name], from_schema[name])
    return types


def _merged(ours: BlockType, theirs: BlockType) -> BlockType:
    """Return a type that has a template, completed from the schema of the site.

    Args:
        ours: The type that belongs to the template.
        theirs: The type of the same name in the schema of the site.
    """
    slots = {slot.path for slot in ours.slots}
    return replace(
        ours,
        label=_explicit_label(theirs) or ours.label,
        fields=_fields(ours.fields, tuple(_without(theirs.fields, slots))),
        slots=_slots(ours, theirs),
        defaults=theirs.defaults or ours.defaults,
    )


def _explicit_label(theirs: BlockType | Field) -> str:
    """Return the label of the site's schema; '' if it is only derived from the name."""
    return "" if theirs.label == humanise(theirs.name) else theirs.label


def _fields(ours: Sequence[Field], theirs: Sequence[Field]) -> tuple[Field, ...]:
    """Return the template's fields with the schema's labels, then other fields of the schema."""
    from_schema = {field.name: field for field in theirs}
    known = {field.name for field in ours}
    merged = [
        _field(field, from_schema[field.name]) if field.name in from_schema else field
        for field in ours
    ]
    return (*merged, *(field for field in theirs if field.name not in known))


def _field(ours: Field, theirs: Field) -> Field:
    options = theirs.options if ours.type == "select" and theirs.options else ours.options
    return replace(
        ours,
        label=_explicit_label(theirs) or ours.label,
        help=theirs.help or ours.help,
        options=options,
        default=ours.default if theirs.default is None else theirs.default,
        fields=_fields(ours.fields, theirs.fields),
        type_key=theirs.type_key,
        variants=theirs.variants,
    )


def _slots(ours: BlockType, theirs: BlockType) -> tuple[Slot, ...]:
    """Return the template's slots with the schema's controls, then other slots of the schema."""
    from_schema = {slot.path: slot for slot in theirs.slots}
    known = {slot.path for slot in ours.slots} | set(_paths(ours.fields))
    merged = [_slot(slot, from_schema.get(slot.path)) for slot in ours.slots]
    return (*merged, *(slot for slot in theirs.slots if slot.path not in known))


def _slot(ours: Slot, theirs: Slot | None) -> Slot:
    """Return the template's slot, with the control of the schema if it has none itself."""
    return ours if ours.control or theirs is None else replace(ours, control=theirs.control)


def _without(
    fields: Sequence[Field], slots: Set[tuple[str, ...]], base: tuple[str, ...] = ()
) -> Iterator[Field]:
    """Yield the fields of a schema without those that the template uses as slots.

    Args:
        fields: The fields of the schema.
        slots: The paths of the template's slots.
        base: The path of the object that contains the fields.
    """
    for field in fields:
        path = (*base, field.name)
        if path not in slots:
            inner = tuple(_without(field.fields, slots, path)) if field.type == "object" else None
            yield field if inner is None else replace(field, fields=inner)


def _paths(fields: Sequence[Field], base: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """Return the paths of fields, including those inside objects."""
    found = []
    for field in fields:
        found.append((*base, field.name))
        if field.type == "object":
            found += _paths(field.fields, (*base, field.name))
    return found
