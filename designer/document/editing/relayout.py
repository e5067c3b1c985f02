"""Show the same text with other blocks."""

from __future__ import annotations

from designer.document.block_layout import BlockLayout
from designer.document.editing.edit_scope import with_old_ids
from designer.document.page import Page


def relayout(page: Page, layout: BlockLayout) -> Page:
    """Return a page of the same bytes whose blocks are elsewhere; equal blocks keep their ids.

    Raises:
        SourceError: The page can no longer be parsed.
    """
    return with_old_ids(page, Page.from_bytes(page.to_bytes(), layout, is_whole=page.is_whole))
