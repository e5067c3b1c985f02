"""The page as an immutable value: exact text, blocks, edits and diffs.

A ``Page`` is a prologue, block slices and an epilogue. Joined, they are always the bytes of the
file. An edit is a pure function from page to page. It finds the span of a value by the marks of
libyaml's events, splices the slice that holds it, parses that slice again and compares the result
strictly with the intended data. If they differ, the edit raises ``EditRefused`` and nothing
changes.

A page's syntax is a record: YAML, TOML or JSON. JSON is spliced as YAML in brackets. A TOML text is
a sequence of statements; its edits splice statements and values, and ``tomllib`` reads the result
again. Pages in TOML and JSON are not cut: their blocks are items of the parsed list.

An edit whose result equals an earlier state of a block reuses the source of that state, so an
edit that is reversed by hand restores the original bytes. A page remembers removed blocks with
the blank lines and comments around them: a block that is pasted back at its place is the same
block again.

``reading`` parses files, ``writing`` formats new values, ``editing`` combines both. Blocks travel
on the clipboard as their sources (``editing/item_sources.py``), also between pages of different
syntaxes.
"""

from designer.document.block_layout import (
    BODY,
    BODY_FIELD,
    BODY_TYPE,
    HEAD_TYPE,
    HTML_BODY_TYPE,
    BlockLayout,
    BlockList,
    FindLayout,
    block_type_name,
    list_in,
)
from designer.document.edit_script import apply_script
from designer.document.editing.block_edits import (
    block_source,
    duplicate_blocks,
    insert_block_sources,
    insert_blocks,
    move_blocks,
    remove_blocks,
)
from designer.document.editing.bulk_edits import (
    duplicate_items,
    insert_items,
    insert_sources,
    join_sources,
    move_items,
    remove_items,
)
from designer.document.editing.edits import (
    duplicate_item,
    insert_item,
    insert_key,
    move_item,
    put_value,
    remove_item,
    remove_key,
    rename_key,
    set_value,
)
from designer.document.editing.embedded_json import json_object, with_json_value
from designer.document.editing.item_sources import insert_source, item_source, list_sources
from designer.document.editing.move_between_lists import move_between
from designer.document.editing.relayout import relayout
from designer.document.file_io import FileContent, FileStamp, read_file, save_file
from designer.document.line_diff import Hunk, LineChanges, line_changes
from designer.document.page import Block, Page
from designer.document.page_diff import Diff, diff, without_blocks
from designer.document.page_reader import parse_page, read_page
from designer.document.positions import line_of
from designer.document.reading.yaml_reader import require_libyaml
from designer.document.values import Path, Tagged, Timestamp, Value

__all__ = [
    "BODY",
    "BODY_FIELD",
    "BODY_TYPE",
    "HEAD_TYPE",
    "HTML_BODY_TYPE",
    "Block",
    "BlockLayout",
    "BlockList",
    "Diff",
    "FileContent",
    "FileStamp",
    "FindLayout",
    "Hunk",
    "LineChanges",
    "Page",
    "Path",
    "Tagged",
    "Timestamp",
    "Value",
    "apply_script",
    "block_source",
    "block_type_name",
    "diff",
    "duplicate_blocks",
    "duplicate_item",
    "duplicate_items",
    "insert_block_sources",
    "insert_blocks",
    "insert_item",
    "insert_items",
    "insert_key",
    "insert_source",
    "insert_sources",
    "item_source",
    "join_sources",
    "json_object",
    "line_changes",
    "line_of",
    "list_in",
    "list_sources",
    "move_between",
    "move_blocks",
    "move_item",
    "move_items",
    "parse_page",
    "put_value",
    "read_file",
    "read_page",
    "relayout",
    "remove_blocks",
    "remove_item",
    "remove_items",
    "remove_key",
    "rename_key",
    "require_libyaml",
    "save_file",
    "set_value",
    "with_json_value",
    "without_blocks",
]
