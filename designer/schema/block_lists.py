"""Find the lists of blocks of a site's pages: told by a schema or a person, or inferred from data.

A list of blocks is a list of mappings that share a key whose values are few and look like names.
``infer_lists`` looks at all pages of a site at once, ``find_layout`` applies the result to a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from designer.document import BlockLayout, BlockList, Page, Path, Value, list_in
from designer.schema.block_type import CERTAIN_TYPE_KEYS, DISCRIMINANTS, discriminant
from designer.schema.section_keys import head_keys, is_section_key, section_keys

ListPath: TypeAlias = tuple[str, ...]
"""The keys that lead to a list; ``*`` stands for any item of a list on the way."""

ANY_ITEM: Final = "*"

# Usual names of lists of blocks, as ``_plain`` returns them.
_LIST_NAMES = frozenset(
    {
        "blocks", "sections", "components", "modules", "content", "body", "rows", "widgets",
        "contentblocks", "pagesections", "pagecomponents", "pagebuilder", "pageblocks",
        "layoutblocks", "slices", "flexiblecontent", "builder", "bands", "zones",
    }
)  # fmt: skip

# Names of lists whose items often name their kind without being blocks.
_OTHER_LISTS = frozenset(
    {
        "actions", "authors", "buttons", "categories", "ctas", "fields", "formfields", "gallery",
        "icons", "images", "inputs", "links", "media", "menu", "metatags", "nav", "navigation",
        "options", "params", "people", "publications", "resources", "social", "socials", "tags",
    }
)  # fmt: skip

# Nodes of rich text that is stored as a tree, as editors built on ProseMirror do.
_RICH_TEXT_NODES = frozenset(
    {
        "blockquote", "bulletList", "bullet_list", "codeBlock", "code_block", "hardBreak",
        "hard_break", "heading", "horizontalRule", "horizontal_rule", "image", "listItem",
        "list_item", "orderedList", "ordered_list", "paragraph", "set", "table", "tableCell",
        "tableHeader", "tableRow", "table_cell", "table_header", "table_row", "text",
    }
)  # fmt: skip

_RICH_TEXT_KEYS = frozenset({"attrs", "content", "id", "marks", "text", "type"})

_WEAKEST = DISCRIMINANTS[-1]
_NAME = re.compile(r"(?=.*[A-Za-z])[\w@][\w./:@&+-]*(?: [\w./&+-]+){0,3}")
_TEMPLATE_CODE = re.compile(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}|<[^<>]*>|^[ \t]*:{2,}.*$", re.MULTILINE)
_HEAD_OF_NOTHING = ("title",)
_MAX_NAME = 60  # characters of a type name
_MAX_DEPTH = 6  # keys on the way to a list of blocks
_MIN_EVIDENCE = 4  # items of a list whose type key has an unusual name
_MANY_SECTIONS = 2  # sections beside a list that show that the page is made of sections
_DIFFERENT = 0.5  # similarity of the keys of two types below which they count as different

Items: TypeAlias = Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class ListChoices:
    """What a person said about the lists of a site's pages.

    Attributes:
        blocks: Lists whose items are blocks.
        settings: Lists whose items are no blocks.
    """

    blocks: frozenset[ListPath] = frozenset()
    settings: frozenset[ListPath] = frozenset()

    def with_choice(self, path: ListPath, *, is_blocks: bool) -> ListChoices:
        """Return the choices with another one for a list; the last one counts."""
        blocks, settings = self.blocks - {path}, self.settings - {path}
        if is_blocks:
            return ListChoices(blocks | {path}, settings)
        return ListChoices(blocks, settings | {path})


@dataclass(frozen=True, eq=False)
class ListRules:
    """What is known about the lists of blocks of a site.

    Attributes:
        lists: The known lists, each with the keys that can name the type of an item.
        excluded: Lists that are not lists of blocks, as a person said.
        complete: Whether a page with one of these lists has no others, as a schema tells.
        shows_body: Whether the site's pages show the Markdown below the front matter.
        can_add_list: Whether a page without a list of blocks can get one.
        shows_head: Whether a page without blocks shows its title.
        shows_sections: Whether the sections beside a list of blocks are blocks too.
    """

    lists: Mapping[ListPath, tuple[str, ...]] = field(
        default_factory=lambda: MappingProxyType({("blocks",): DISCRIMINANTS})
    )
    excluded: frozenset[ListPath] = frozenset()
    complete: bool = False
    shows_body: bool = True
    can_add_list: bool = True
    shows_head: bool = False
    shows_sections: bool = False

    def with_choices(self, choices: ListChoices) -> ListRules:
        """Return the rules with what a person said, which counts most."""
        if choices == ListChoices():
            return self
        lists = {path: keys for path, keys in self.lists.items() if path not in choices.settings}
        for path in choices.blocks:
            lists.setdefault(path, DISCRIMINANTS)
        excluded = self.excluded | choices.settings
        return replace(self, lists=lists, excluded=excluded)


def find_layout(data: Value, body: str = "", rules: ListRules | None = None) -> BlockLayout:
    """Return where the blocks of a page are.

    Args:
        data: The front matter.
        body: The text below the front matter.
        rules: What is known about the site; without it only the page itself is looked at.
    """
    rules = rules or ListRules()
    lists = _known_lists(data, rules)
    if not lists and ("blocks",) not in rules.excluded:
        lists = _known_lists(data, ListRules())
    if not (lists and rules.complete):
        seen = [each.path for each in lists]
        found = infer_lists([data], alone=True)
        lists += [
            BlockList(path, (key,))
            for path, general, _ in lists_in(data)
            if (key := found.get(general)) and general not in rules.excluded
            and not any(_is_inside(path, other) for other in seen)
        ]  # fmt: skip
    if not lists and not rules.complete:
        lists = _empty_lists(data, rules)
    has_body = bool(body.strip()) and (rules.shows_body or not lists)
    if lists:
        ordered = _in_order(data, lists)
        is_article = has_body or not any(list_in(data, each.path) for each in ordered)
        head = head_keys(data, has_body=True) if is_article and rules.shows_body else ()
        beside = _sections_beside(data, ordered) if rules.shows_sections else ()
        beside = tuple(key for key in beside if (key,) not in rules.excluded)
        return BlockLayout(ordered, beside, head, has_body)
    sections = section_keys(data, has_body=has_body and not _is_template(body))
    head = head_keys(data, has_body=has_body and not sections)
    head = tuple(key for key in head if key not in sections)
    first = next((path for path in rules.lists if ANY_ITEM not in path), ("blocks",))
    new_list = BlockList(first, rules.lists.get(first, DISCRIMINANTS))
    if not rules.can_add_list:
        # A page without any text has an empty head, which says so in the preview.
        empty = () if sections or has_body else _HEAD_OF_NOTHING
        return BlockLayout((), sections, head or empty, has_body)
    return BlockLayout(
        (new_list,), sections, head if has_body or rules.shows_head else (), has_body
    )


def infer_lists(pages: Iterable[Value], *, alone: bool = False) -> dict[ListPath, str]:
    """Infer the lists of blocks from the front matter of pages; returns the type key of each.

    Args:
        pages: The front matter of the pages of a site.
        alone: Whether these are not all pages of the site, so that rare keys tell nothing.
    """
    groups: dict[ListPath, list[Mapping[str, Any]]] = {}
    in_sections: set[ListPath] = set()
    for data in pages:
        for path, general, items in lists_in(data):
            groups.setdefault(general, []).extend(items)
            if len(path) == 1 and len(_sections_beside(data, [BlockList(path)])) >= _MANY_SECTIONS:
                in_sections.add(general)
    found: dict[ListPath, str] = {}
    for is_second in (False, True):
        used = {key for key in found.values() if key != _WEAKEST}
        for path in sorted(groups, key=len):
            if any(path[: len(outer)] == outer for outer in found):
                continue
            if is_second:  # a key that is sure in one list is sure in others
                keys = (key for key in used if _are_names(groups[path], key))
                key = None if is_other_list(path[-1]) else next(keys, None)
            else:
                is_part = len(path) > 1 or path in in_sections
                key = _type_key_of(path, groups[path], alone=alone, is_part=is_part)
            if key is not None:
                found[path] = key
    return found


def lists_in(data: Value, path: Path = ()) -> Iterator[tuple[Path, ListPath, Items]]:
    """Yield all lists of mappings in a front matter, outer lists first.

    Items without a value are left out; a list may have them.

    Yields:
        The path, the path with any item of a list, and the items.
    """
    if len(path) > _MAX_DEPTH:
        return
    if isinstance(data, Mapping):
        for key, value in data.items():
            yield from lists_in(value, (*path, str(key)))
    elif isinstance(data, list):
        items = [each for each in data if each is not None]
        if not items or not all(isinstance(each, Mapping) for each in items):
            return
        if path and isinstance(path[-1], str):
            yield path, list_path(path), items
        for index, item in enumerate(data):
            yield from lists_in(item, (*path, index))


def is_usual_list(name: str) -> bool:
    """Return whether lists of blocks usually have a name, in any spelling."""
    return _plain(name) in _LIST_NAMES


def is_other_list(name: str) -> bool:
    """Return whether items of lists with a name often name their kind without being blocks."""
    return _plain(name) in _OTHER_LISTS


def _plain(name: str) -> str:
    """Return a name in lower case without separators: ``form_fields`` is ``formFields``."""
    return name.lower().replace("_", "").replace("-", "")


def type_key_for(page: Page, gap: int) -> str:
    """Return the key that names the type of a new block above the block with an index.

    It is the one that the blocks of the same list use, else the first one that the list can have.
    """
    found = page.gap_at(gap)
    lists = {each.path: each for each in page.layout.lists}
    if found is None or found[0] not in lists:
        return DISCRIMINANTS[0]
    path = found[0]
    return discriminant(list_in(page.data, path), lists[path].type_keys)


def typed_block(page: Page, gap: int, name: str, content: Mapping[str, Value]) -> dict[str, Value]:
    """Return a new block of a type; its type key is first where it is first in other blocks.

    Args:
        page: The page that gets the block.
        gap: The index of the block above which it is inserted.
        name: The name of the type.
        content: The block without its type key.
    """
    key, found = type_key_for(page, gap), page.gap_at(gap)
    others = list_in(page.data, found[0]) if found else []
    first = [next(iter(each)) for each in others if isinstance(each, dict) and each]
    if first and all(each == key for each in first):
        return {key: name, **content}
    return {**content, key: name}


def list_path(path: Path) -> ListPath:
    """Return the general path of a list: ``*`` stands for any item."""
    return tuple(step if isinstance(step, str) else ANY_ITEM for step in path)


def _known_lists(data: Value, rules: ListRules) -> list[BlockList]:
    """Return the known lists that a page has, even empty ones."""
    lists = []
    for general, keys in rules.lists.items():
        lists += [BlockList(path, keys) for path in _expanded(data, general, ())]
    return lists


def _expanded(data: Value, rest: ListPath, path: Path) -> Iterator[Path]:
    """Yield the paths of the existing lists at a general path."""
    if not rest:
        if isinstance(data, list) and not (data and all(isinstance(each, str) for each in data)):
            yield path
    elif rest[0] == ANY_ITEM:
        for index, item in enumerate(data if isinstance(data, list) else ()):
            yield from _expanded(item, rest[1:], (*path, index))
    elif isinstance(data, Mapping) and rest[0] in data:
        yield from _expanded(data[rest[0]], rest[1:], (*path, rest[0]))


def _empty_lists(data: Value, rules: ListRules) -> list[BlockList]:
    """Return the empty lists of a page that have a usual name, as after deleting all blocks."""
    if not isinstance(data, Mapping):
        return []
    used = dict.fromkeys(key for keys in rules.lists.values() for key in keys)
    keys = (*used, *(key for key in DISCRIMINANTS if key not in used))
    return [
        BlockList((key,), keys)
        for key, value in data.items()
        if value == [] and is_usual_list(str(key)) and (key,) not in rules.excluded
    ]


def _is_template(body: str) -> bool:
    """Return whether a body is only code that draws the values of the front matter."""
    return not any(map(str.isalpha, _TEMPLATE_CODE.sub("", body)))


def _sections_beside(data: Value, lists: Iterable[BlockList]) -> tuple[str, ...]:
    """Return the keys of the front matter that are sections and hold none of these lists."""
    if not isinstance(data, Mapping):
        return ()
    roots = {each.path[0] for each in lists}
    return tuple(key for key in data if key not in roots and is_section_key(key, data[key]))


def _is_inside(path: Path, outer: Path) -> bool:
    return path[: len(outer)] == outer


def _in_order(data: Value, lists: Iterable[BlockList]) -> tuple[BlockList, ...]:
    """Return the lists in the order of the file, each once, without lists inside others."""
    unique = {each.path: each for each in reversed([*lists])}
    outer = [
        each
        for path, each in unique.items()
        if not any(other != path and _is_inside(path, other) for other in unique)
    ]
    return tuple(sorted(outer, key=lambda each: _position(data, each.path)))


def _position(data: Value, path: Path) -> list[int]:
    """Return the indexes of the steps of a path among their siblings."""
    places = []
    for step in path:
        if isinstance(data, Mapping):
            places.append([*map(str, data)].index(str(step)))
        else:
            places.append(int(step))
        data = data[step]
    return places


def _type_key_of(path: ListPath, items: Items, *, alone: bool, is_part: bool) -> str | None:
    """Return the key that names the types of the items of a list of blocks; None for another list.

    Args:
        path: The general path of the list.
        items: The items of the list on all pages.
        alone: Whether other pages of the site are unknown.
        is_part: Whether the list is in a section, or is one of several sections.
    """
    if any(item.get(_WEAKEST) in _RICH_TEXT_NODES for item in items) and all(
        _RICH_TEXT_KEYS.issuperset(item) for item in items
    ):
        return None
    for key in CERTAIN_TYPE_KEYS:
        named = [item for item in items if key in item]
        if 2 * len(named) > len(items) and _are_names(named, key):
            return key
    is_usual = is_usual_list(path[-1])
    if is_other_list(path[-1]):
        return None
    # Such a list would hide sections, or tear one apart, so a common key is no proof there.
    usual_keys = DISCRIMINANTS if is_usual or not is_part else DISCRIMINANTS[:-1]
    for key in usual_keys:
        if _are_names(items, key) and (is_usual or _differ_by(items, key)):
            return key
    if alone or len(items) < _MIN_EVIDENCE:
        return None
    keys = [key for key in items[0] if _are_names(items, key)]
    few = [key for key in keys if len({item[key] for item in items}) <= len(items) / 2]
    return next((key for key in few if _differ_by(items, key)), None)


def _are_names(items: Items, key: str) -> bool:
    """Return whether all items have a text at a key that looks like a name."""
    return bool(items) and all(
        isinstance(value := item.get(key), str)
        and len(value) <= _MAX_NAME
        and _NAME.fullmatch(value) is not None
        for item in items
    )


def _differ_by(items: Items, key: str) -> bool:
    """Return whether items with another value at a key have other keys, as blocks have."""
    shapes: dict[str, set[str]] = {}
    for item in items:
        shapes.setdefault(item[key], set()).update(map(str, item))
    if len(shapes) < 2:
        return False
    pairs = [(one - {key}, other - {key}) for one, other in combinations([*shapes.values()], 2)]
    likeness = sum(len(one & other) / max(len(one | other), 1) for one, other in pairs)
    rich = any(len(shape) > 2 for shape in shapes.values())
    return rich and likeness / len(pairs) < _DIFFERENT
