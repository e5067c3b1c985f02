"""Scopes for rendering: a page with its blocks, as an open document gives them."""

from designer.document import Block
from designer.families import Scope
from designer.schema import type_name


def typed(data):
    """A block of a page, with the type that it names."""
    return Block(0, "", data, (type_name(data) or "") if isinstance(data, dict) else "")


def scope_of(page, site, theme=None, route="/"):
    """The documents that a block is rendered with; the blocks are the page's list ``blocks``."""
    blocks = page.get("blocks")
    return Scope(page, site, theme or {}, route, [*map(typed, blocks)] if _is_list(blocks) else ())


def _is_list(value):
    return isinstance(value, list)
