"""A Markdown dialect as one record: how it is rendered, parsed, edited and written back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from markdown_it import MarkdownIt


@dataclass(frozen=True)
class EditorSchema:
    """The nodes and marks that the rich text editor offers in a dialect.

    Attributes:
        nodes: Types of blocks and of inline nodes.
        marks: Types of marks.
        excluded: Mark → the marks that cannot be combined with it.
        in_items: Types of blocks that a list item can hold.
        in_quotes: Types of blocks that a quotation can hold.
        titles: Whether the site shows titles of links.
        orders: Whether the site shows the number at which an ordered list starts.
    """

    nodes: tuple[str, ...]
    marks: tuple[str, ...]
    excluded: Mapping[str, tuple[str, ...]]
    in_items: tuple[str, ...]
    in_quotes: tuple[str, ...]
    titles: bool = False
    orders: bool = False


@dataclass(frozen=True, eq=False, kw_only=True)
class Dialect:
    """A Markdown dialect. Two dialects are equal only if they are the same object.

    Attributes:
        name: The name by which the axes of a variant choose the dialect.
        to_html: Renders a text; raises ``CannotBuild`` where the site would fail.
        make_parser: Makes the parser whose tokens ``to_html`` renders.
        schema: What the rich text editor offers.
        mdx: Whether a plain ``<`` or ``{`` has to be escaped.
        flat_marks: Whether nested marks are flattened, as the CMS of the family g1 does.
        bullet: The marker of a new item of a bullet list, with the spaces that follow it.
        number: What follows the number of a new item of an ordered list.
        autolinks: Whether a bare address becomes a link.
        shows_tight_lists: Whether tight and loose lists differ on the page.
        normalizes_addresses: Whether the parser percent-encodes addresses.
        tasks: How ``[ ]`` at the start of a list item appears: as the text that it is, not at
            all, or as a checkbox.
        wraps_items: Whether the text of a list item is wrapped in a ``<div>``.
        wraps_quotes: Whether the text of a quotation is rendered otherwise than a paragraph.
        title_is_alt: Whether the title of an image is rendered as its alt text.
    """

    name: str
    to_html: Callable[[str], str]
    make_parser: Callable[[], MarkdownIt]
    schema: EditorSchema
    mdx: bool
    flat_marks: bool
    bullet: str
    number: str
    autolinks: bool
    shows_tight_lists: bool
    normalizes_addresses: bool
    tasks: Literal["text", "hidden", "checkbox"]
    wraps_items: bool
    wraps_quotes: bool
    title_is_alt: bool


LISTS = ("bullet_list", "ordered_list")
"""Node types of lists."""

BLOCKS = ("paragraph", "heading", *LISTS, "blockquote", "code_block", "horizontal_rule")
"""Node types of the blocks that every dialect has."""

MARKS = ("link", "strong", "em", "code")
"""Types of the marks that every dialect has."""
