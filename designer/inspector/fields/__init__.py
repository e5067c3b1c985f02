"""One editor per type of field."""

from __future__ import annotations

from collections.abc import Callable

from designer.inspector.entries.entry import Entry
from designer.inspector.fields.base import HEIGHT, Field, as_text, is_window_key
from designer.inspector.fields.choice import BooleanField, ChoiceField
from designer.inspector.fields.cms_choice_field import WordsField
from designer.inspector.fields.color import ColorField
from designer.inspector.fields.date import DateField
from designer.inspector.fields.image import ImageField
from designer.inspector.fields.link import LinkField
from designer.inspector.fields.markdown import MarkdownField
from designer.inspector.fields.multi_line import LongField
from designer.inspector.fields.read_only import FixedField
from designer.inspector.fields.single_line import NumberField, TextField
from designer.inspector.fields.typography import TypographyField

AnyField = (
    TextField
    | LongField
    | BooleanField
    | ChoiceField
    | ColorField
    | DateField
    | ImageField
    | MarkdownField
    | TypographyField
    | WordsField
)

_FIELDS: dict[str, Callable[[], AnyField]] = {
    "string": TextField,
    "wrapped": lambda: LongField("wrapped"),
    "text": lambda: LongField("text"),
    "html": lambda: LongField("html"),
    "slot": lambda: LongField("slot"),
    "markdown": MarkdownField,
    "image": ImageField,
    "link": LinkField,
    "select": ChoiceField,
    "boolean": BooleanField,
    "number": NumberField,
    "color": ColorField,
    "date": DateField,
    "fixed": FixedField,
    "typography": TypographyField,
    "words": WordsField,
}


def make_field(kind: str) -> AnyField:
    """A new editor for a kind of entry; one that is not known is a line of text."""
    return _FIELDS.get(kind, TextField)()


def field_for(entry: Entry) -> AnyField:
    """A new editor that shows an entry."""
    field = make_field(entry.kind)
    field.show_entry(entry)
    return field


__all__ = [
    "HEIGHT",
    "AnyField",
    "BooleanField",
    "ChoiceField",
    "ColorField",
    "DateField",
    "Field",
    "FixedField",
    "ImageField",
    "LinkField",
    "LongField",
    "MarkdownField",
    "NumberField",
    "TextField",
    "TypographyField",
    "as_text",
    "field_for",
    "is_window_key",
    "make_field",
]
