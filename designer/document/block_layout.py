"""Where the blocks of a page are: lists at any path, sections of the front matter, and the body."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from designer.document.values import Path, Value, get, untagged

BODY: Final = "\0body"
"""The first key of the path of the Markdown body; no front matter can contain this key."""

BODY_TYPE: Final = "~body"
"""The type name of the block that is the Markdown body of a page."""

HTML_BODY_TYPE: Final = "~html"
"""The type name of the block that is the body of a page of HTML."""

HEAD_TYPE: Final = "~head"
"""The type name of the block that is the title and other content of the page itself."""

BODY_FIELD: Final = "body"
"""The key of the text in the data of the body's block."""


@dataclass(frozen=True)
class BlockList:
    """A list whose items are blocks.

    Attributes:
        path: The path of the list from the root of the front matter.
        type_keys: The keys that can name the type of an item, the most specific first.
    """

    path: Path
    type_keys: tuple[str, ...] = ("_template",)

    def type_of(self, item: Value) -> str:
        """Return the name of an item's type; '' for an item without one."""
        return block_type_name(item, self.type_keys)


@dataclass(frozen=True)
class BlockLayout:
    """Where the blocks of a page are.

    Attributes:
        lists: The lists of blocks, in the order of the file. A missing list has no blocks.
        sections: Keys of the front matter whose values are one block each. A value that is no
            mapping is shown with its key.
        head: Keys of the front matter that are shown as one block above all others.
        has_body: Whether the text below the front matter is the last block.
        body_type: The type name of that block.
    """

    lists: tuple[BlockList, ...] = (BlockList(("blocks",)),)
    sections: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    has_body: bool = False
    body_type: str = BODY_TYPE

    @property
    def cut_path(self) -> Path:
        """The path of the only list if a page can be cut into its items; else ()."""
        if len(self.lists) != 1 or self.sections or self.head:
            return ()
        path = self.lists[0].path
        return path if all(isinstance(step, str) for step in path) else ()


FindLayout: TypeAlias = Callable[[Value, str], BlockLayout]
"""Returns the layout of a page for its front matter and its body."""


@dataclass(frozen=True)
class FoundBlock:
    """A block that is found in the data of a page.

    Attributes:
        path: The path at which the paths inside the block begin.
        data: Its value.
        type: The name of its type; '' without one.
        key: For a section, its key in the front matter; else ''.
    """

    path: Path
    data: Value
    type: str
    key: str = ""


def found_blocks(data: Value, layout: BlockLayout) -> list[FoundBlock]:
    """Return the blocks of a front matter in the order of the file, the head first, no body."""
    found: list[FoundBlock] = []
    for each in layout.lists:
        items = list_in(data, each.path)
        found += [
            FoundBlock((*each.path, index), item, each.type_of(item))
            for index, item in enumerate(items)
        ]
    for key in layout.sections:
        value = data.get(key) if isinstance(data, dict) else None
        if isinstance(value, dict):
            found.append(FoundBlock((key,), value, key, key))
        elif value is not None:
            found.append(FoundBlock((), {key: value}, key, key))
    if layout.sections and isinstance(data, dict):
        places = {key: place for place, key in enumerate(data)}
        found.sort(key=lambda each: places[each.key or each.path[0]])
    if layout.head and isinstance(data, dict):
        head = {key: data[key] for key in layout.head if key in data}
        found.insert(0, FoundBlock((), head, HEAD_TYPE))
    return found


def list_in(data: Value, path: Path) -> list[Value]:
    """Return the list at a path; empty without a list there."""
    try:
        value = untagged(get(data, path))
    except LookupError:
        return []
    return value if isinstance(value, list) else []


def block_type_name(item: Value, type_keys: tuple[str, ...]) -> str:
    """Return the text of the first of these keys that an item has; '' without one."""
    if isinstance(item, Mapping):
        for key in type_keys:
            value = item.get(key)
            if isinstance(value, str) and value:
                return value
    return ""
