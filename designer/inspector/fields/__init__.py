"""One editor widget per field type."""

from __future__ import annotations

from collections.abc import Callable

from designer.inspector.entries.entry import FormEntry
from designer.inspector.fields.choice import BooleanField, ChoiceField
from designer.inspector.fields.cms_choice_field import CmsChoiceField
from designer.inspector.fields.color import ColorField
from designer.inspector.fields.date import DateField
from designer.inspector.fields.field_editor import HEIGHT, FieldEditor, as_text, is_window_key
from designer.inspector.fields.image import ImageField
from designer.inspector.fields.link import LinkField
from designer.inspector.fields.markdown import MarkdownField
from designer.inspector.fields.multi_line import MultiLineField
from designer.inspector.fields.read_only import ReadOnlyField
from designer.inspector.fields.single_line import NumberField, TextField
from designer.inspector.fields.typography import TypographyField

AnyField = (
    TextField
    | MultiLineField
    | BooleanField
    | ChoiceField
    | ColorField
    | DateField
    | ImageField
    | MarkdownField
    | TypographyField
    | CmsChoiceField
)

_FIELDS: dict[str, Callable[[], AnyField]] = {
    "string": TextField,
    "wrapped": lambda: MultiLineField("wrapped"),
    "text": lambda: MultiLineField("text"),
    "html": lambda: MultiLineField("html"),
    "slot": lambda: MultiLineField("slot"),
    "markdown": MarkdownField,
    "image": ImageField,
    "link": LinkField,
    "select": ChoiceField,
    "boolean": BooleanField,
    "number": NumberField,
    "color": ColorField,
    "date": DateField,
    "fixed": ReadOnlyField,
    "typography": TypographyField,
    "words": CmsChoiceField,
}


def make_field(kind: str) -> AnyField:
    """Create an editor for a kind of entry; a ``TextField`` for an unknown kind."""
    return _FIELDS.get(kind, TextField)()


def field_for(entry: FormEntry) -> AnyField:
    """Create an editor that shows an entry."""
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
    "FieldEditor",
    "ImageField",
    "LinkField",
    "MarkdownField",
    "MultiLineField",
    "NumberField",
    "ReadOnlyField",
    "TextField",
    "TypographyField",
    "as_text",
    "field_for",
    "is_window_key",
    "make_field",
]
