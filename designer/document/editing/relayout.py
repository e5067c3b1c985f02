"""Show the same text with other blocks."""

from __future__ import annotations

from designer.document.block_layout import BlockLayout
from designer.document.editing.edit_scope import with_old_ids
from designer.document.page import Page, from_parts
from designer.document.reading.fence import FileParts


def relayout(page: Page, layout: BlockLayout) -> Page:
    """Return a page of the same bytes whose blocks are elsewhere; equal blocks keep their ids."""
    parts = FileParts(page.head, page.yaml, page.tail)
    return with_old_ids(page, from_parts(parts, layout, page.syntax, is_whole=page.is_whole))
