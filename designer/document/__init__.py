"""The page as an immutable value: exact text, blocks, edits and diffs."""

from designer.document.edit_script import apply_script
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
from designer.document.file_io import FileContent, FileStamp, read_file, save_file
from designer.document.line_diff import Hunk, LineChanges, line_changes
from designer.document.page import Block, Page
from designer.document.page_diff import Diff, diff
from designer.document.page_reader import read_page
from designer.document.reading.yaml_reader import require_libyaml
from designer.document.values import Path, Tagged, Timestamp, Value

__all__ = [
    "Block",
    "Diff",
    "FileContent",
    "FileStamp",
    "Hunk",
    "LineChanges",
    "Page",
    "Path",
    "Tagged",
    "Timestamp",
    "Value",
    "apply_script",
    "diff",
    "duplicate_item",
    "duplicate_items",
    "insert_item",
    "insert_items",
    "insert_key",
    "insert_source",
    "insert_sources",
    "item_source",
    "join_sources",
    "json_object",
    "line_changes",
    "list_sources",
    "move_between",
    "move_item",
    "move_items",
    "put_value",
    "read_file",
    "read_page",
    "remove_item",
    "remove_items",
    "remove_key",
    "rename_key",
    "require_libyaml",
    "save_file",
    "set_value",
    "with_json_value",
]
