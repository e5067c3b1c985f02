"""Block types as data: what a block holds, how it is styled, how a new one starts."""

from designer.schema.compose import compose
from designer.schema.frame import SiteParts, site_parts
from designer.schema.inference import infer_types, scalar_type
from designer.schema.model import (
    DISCRIMINANTS,
    FIELD_TYPES,
    SCALAR_TYPES,
    STYLE_GROUPS,
    BlockType,
    Field,
    Option,
    Slot,
    blocks_key,
    discriminant,
    field_at,
    fitting_type,
    type_key,
    type_name,
    type_of,
)
from designer.schema.naming import LINKS, TITLES, humanise
from designer.schema.reader import frame_type, load_type, load_types, page_type, theme_type
from designer.schema.tina import TinaSchema, read_tina

__all__ = [
    "DISCRIMINANTS",
    "FIELD_TYPES",
    "LINKS",
    "SCALAR_TYPES",
    "STYLE_GROUPS",
    "TITLES",
    "BlockType",
    "Field",
    "Option",
    "SiteParts",
    "Slot",
    "TinaSchema",
    "blocks_key",
    "compose",
    "discriminant",
    "field_at",
    "fitting_type",
    "frame_type",
    "humanise",
    "infer_types",
    "load_type",
    "load_types",
    "page_type",
    "read_tina",
    "scalar_type",
    "site_parts",
    "theme_type",
    "type_key",
    "type_name",
    "type_of",
]
