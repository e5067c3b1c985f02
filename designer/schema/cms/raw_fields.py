"""What the schemas of most systems have in common: names, labels, options, variants."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from designer.schema.block_type import BlockType, Field, Option
from designer.schema.naming import LINKS, humanise

_MAX_VALUES = 2_000  # values of one default; an alias in YAML can stand for many


def mappings(raw: object) -> list[Mapping[str, Any]]:
    """Return the items of a list that are mappings; none for another value."""
    return [each for each in raw if isinstance(each, dict)] if isinstance(raw, list) else []


def mapping(raw: object) -> Mapping[str, Any]:
    """Return a mapping; an empty one for another value."""
    return raw if isinstance(raw, dict) else {}


def name_of(entry: Mapping[str, Any], key: str = "name") -> str:
    """Return the name of an entry; '' without one."""
    name = entry.get(key)
    return name if isinstance(name, str) else ""


def label_of(entry: Mapping[str, Any], name: str, *keys: str) -> str:
    """Return the first label of an entry, or one that is derived from its name.

    Args:
        entry: The entry.
        name: Its name.
        keys: Where labels can be; ``label`` if none is given.
    """
    for key in keys or ("label",):
        label = entry.get(key)
        if isinstance(label, str) and label.strip():
            return label.strip()
    return humanise(name)


def help_of(entry: Mapping[str, Any], *keys: str) -> str:
    """Return the first help text of an entry on one line; '' without one."""
    texts = (entry.get(key) for key in keys)
    return next((" ".join(each.split()) for each in texts if isinstance(each, str)), "")


def options_of(raw: object) -> tuple[Option, ...]:
    """Return the options of a field: texts, objects with value and label, or a mapping of both.

    Values that are no texts are left out: choosing one would make it a text in the page.
    """
    if isinstance(raw, dict):
        pairs = [(value, label) for value, label in raw.items()]
    elif isinstance(raw, list):
        pairs = [_option(each) for each in raw]
    else:
        return ()
    return tuple(
        Option(value, label if isinstance(label, str) and label else humanise(value))
        for value, label in pairs
        if isinstance(value, str)
    )


def _option(entry: object) -> tuple[Any, Any]:
    if not isinstance(entry, dict):
        return entry, None
    value = entry.get("value", entry.get("id", entry.get("name")))
    labels = (entry.get(key) for key in ("label", "title", "name"))
    return value, next((each for each in labels if isinstance(each, str) and each), value)


def text_type(name: str) -> str:
    """Return the type of a field that holds one line of text."""
    return "link" if name in LINKS else "string"


def choice_type(options: Sequence[Option], name: str) -> str:
    """Return the type of a field with options; of a field without readable ones that of a text."""
    return "select" if options else text_type(name)


def with_variants(field: Field, key: str, variants: Iterable[BlockType], label: str = "") -> Field:
    """Return an object or list field whose value, or items, can be of several types.

    Args:
        field: The field without variants.
        key: The key that names the type.
        variants: The types.
        label: The label of that key.
    """
    kinds = tuple(variants)
    if not kinds:
        return field
    options = tuple(Option(each.name, each.label) for each in kinds)
    is_switch = {each.name for each in kinds} <= {"true", "false"}
    selector = Field(
        key, "boolean" if is_switch else "select", label or humanise(key.lstrip("_")),
        options=() if is_switch else options,
    )  # fmt: skip
    fields = (selector, *field.fields)
    return replace(field, fields=fields, type_key=key, variants=kinds)


def plain(value: Any) -> Any:
    """Return a default that is plain data; None for another value, and for one that is huge."""
    return _plain(value, [_MAX_VALUES])


def _plain(value: Any, left: list[int]) -> Any:
    left[0] -= 1
    if left[0] < 0 or value is None or isinstance(value, str | int | float):
        return value if left[0] >= 0 else None
    if isinstance(value, list):
        return [_plain(each, left) for each in value[: max(left[0], 0)]]
    if isinstance(value, dict):
        return {str(key): _plain(each, left) for key, each in value.items() if left[0] > 0}
    return None
