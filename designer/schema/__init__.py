"""Block types as data: what a block holds, how it is styled, how a new one starts."""

from designer.schema.model import (
    DISCRIMINANTS,
    FIELD_TYPES,
    SCALAR_TYPES,
    BlockType,
    Field,
    Option,
    Slot,
    fitting_type,
    type_name,
)
from designer.schema.reader import frame_type, load_type, load_types, page_type, theme_type

__all__ = [
    "DISCRIMINANTS",
    "FIELD_TYPES",
    "SCALAR_TYPES",
    "BlockType",
    "Field",
    "Option",
    "Slot",
    "fitting_type",
    "frame_type",
    "load_type",
    "load_types",
    "page_type",
    "theme_type",
    "type_name",
]
