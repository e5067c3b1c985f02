"""What a site's schema says about the sections and the head of one page."""

from __future__ import annotations

from dataclasses import replace

from designer.document import HEAD_TYPE, Page
from designer.schema.block_type import BlockType, Field
from designer.schema.inference import PAGE_TYPES
from designer.schema.site_schema import SiteSchema


def section_types(schema: SiteSchema, page: Page) -> dict[str, BlockType]:
    """Return the types of the sections of a page that the schema describes as fields."""
    fields = {each.name: each for each in schema.page_fields(page.data)}
    names = [block.type for index, block in enumerate(page.blocks) if page.place_of(index) is None]
    return {
        name: _section_type(fields[name])
        for name in names
        if name in fields and name not in schema.types
    }


def head_type(schema: SiteSchema, page: Page) -> BlockType:
    """Return the type of the head of a page, with the fields that the page has."""
    known = PAGE_TYPES[HEAD_TYPE]
    data = next((block.data for block in page.blocks if block.type == HEAD_TYPE), None)
    keys = data.keys() if isinstance(data, dict) else ()
    fields = tuple(each for each in schema.page_fields(page.data) if each.name in keys)
    return replace(known, fields=fields)


def _section_type(field: Field) -> BlockType:
    fields = field.fields if field.type == "object" else ()
    kind = BlockType(field.name, field.label, field.help, fields=fields)
    return replace(kind, can_be_added=False, is_inferred=True)
