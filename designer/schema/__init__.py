"""Block types as data: the fields, the slots and the defaults of a block.

A type is described by ``block.yaml`` (``block_yaml``), by the schemas of the site's content
management systems (``cms``), or inferred from the blocks of the site's pages (``inference``).
``merge_types`` combines them: labels, options and defaults of the site's schema win over ours.
What a value without any description is, a heading or a design value, ``content_roles`` tells.

The items of the gallery are block types and saved blocks (``catalogue``). A saved block is a file
of the site, ``designer/templates/_saved/NAME.yaml``; a page that contains one does not refer to
it.
"""

from designer.schema.block_lists import (
    ListChoices,
    ListPath,
    ListRules,
    find_layout,
    infer_lists,
    list_path,
    lists_in,
    type_key_for,
    typed_block,
)
from designer.schema.block_type import (
    DISCRIMINANTS,
    FIELD_TYPES,
    SCALAR_TYPES,
    STYLE_GROUPS,
    BlockType,
    Field,
    Option,
    Slot,
    discriminant,
    field_at,
    inner_fields,
    type_for_variant,
    type_key,
    type_name,
    type_of,
)
from designer.schema.block_yaml import frame_type, load_type, load_types, page_type, theme_type
from designer.schema.catalogue import CatalogueItem, catalogue_items, matching_items, with_images
from designer.schema.cms import SchemaReading, read_schemas
from designer.schema.inference import PAGE_TYPES, TypedData, infer_types, scalar_type
from designer.schema.merge_types import merge_types
from designer.schema.naming import LINKS, TITLES, humanise
from designer.schema.page_schema import head_type, section_types
from designer.schema.saved_blocks import FOLDER as SAVED_FOLDER
from designer.schema.saved_blocks import (
    SavedBlock,
    label_taken,
    load_saved,
    remove_saved,
    save_block,
    write_new,
)
from designer.schema.site_parts import SiteParts, site_parts
from designer.schema.site_schema import PageFields, SiteSchema, merged_schemas

__all__ = [
    "DISCRIMINANTS",
    "FIELD_TYPES",
    "LINKS",
    "PAGE_TYPES",
    "SAVED_FOLDER",
    "SCALAR_TYPES",
    "STYLE_GROUPS",
    "TITLES",
    "BlockType",
    "CatalogueItem",
    "Field",
    "ListChoices",
    "ListPath",
    "ListRules",
    "Option",
    "PageFields",
    "SavedBlock",
    "SchemaReading",
    "SiteParts",
    "SiteSchema",
    "Slot",
    "TypedData",
    "catalogue_items",
    "discriminant",
    "field_at",
    "find_layout",
    "frame_type",
    "head_type",
    "humanise",
    "infer_lists",
    "infer_types",
    "inner_fields",
    "label_taken",
    "list_path",
    "lists_in",
    "load_saved",
    "load_type",
    "load_types",
    "matching_items",
    "merge_types",
    "merged_schemas",
    "page_type",
    "read_schemas",
    "remove_saved",
    "save_block",
    "scalar_type",
    "section_types",
    "site_parts",
    "theme_type",
    "type_for_variant",
    "type_key",
    "type_key_for",
    "type_name",
    "type_of",
    "typed_block",
    "with_images",
    "write_new",
]
