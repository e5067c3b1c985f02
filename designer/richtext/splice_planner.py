"""Computes the splices of the source that turn one document into another."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from designer.richtext.block_writer import BlockWriter, blocks_in, next_marker
from designer.richtext.editor_schema import normalize
from designer.richtext.inline_writer import InlineStyle, TargetLetter, WritePosition
from designer.richtext.markdown_reader import RichText
from designer.richtext.rich_text import Letter, PlainBlock, SourceBlock, node_of

_LISTS = {"bullet_list", "ordered_list"}
_TEXTS = {"paragraph", "heading"}
_MIN_SIMILARITY = 0.2


class CannotPlace(Exception):
    """This kind of change is impossible here; a larger one may succeed."""


@dataclass(frozen=True)
class SourceSplice:
    """A range of the source and its replacement."""

    start: int
    end: int
    text: str


@dataclass
class SplicePlanner:
    """Computes one new source.

    Attributes:
        document: The old document.
        after: The requested blocks, in normal form.
        style: The delimiters and markers of new text.
        slots: The letters of the new text, each with its origin.
        escaped: The numbers of the letters that are escaped.
        old_forms: Each old block in normal form, by ``id``.
        rewrite_blocks: Whether changed blocks are rewritten completely, not only their text.
        rewrite_all: Whether all blocks are rewritten.
        blank_lines: Where a blank line separates changed blocks: ``below``, ``around`` or ''.
    """

    document: RichText
    after: tuple[PlainBlock, ...]
    style: InlineStyle
    slots: Sequence[TargetLetter]
    escaped: Collection[int]
    old_forms: Mapping[int, PlainBlock]
    rewrite_blocks: bool = False
    rewrite_all: bool = False
    blank_lines: str = ""

    def source(self) -> str:
        """Return the new source.

        Raises:
            CannotPlace: The change is impossible with these parameters.
        """
        by_node = dict[int, Sequence[TargetLetter]]()
        _assign(self.after, self.slots, 0, by_node)
        self._writer = BlockWriter(self.style, by_node, self.escaped)
        source = self.document.source
        if not self.after:
            return ""
        if self.rewrite_all or not self.document.blocks:
            text = self._writer.join(self.after, "")
            return text + (source[len(source.rstrip("\r\n")) :] or self.style.eol)
        splices = list(self._children(None, self.document.blocks, self.after))
        if self.blank_lines:
            splices += self._separating_lines(splices)
        for splice in sorted(splices, key=lambda each: (-each.start, -each.end)):
            source = source[: splice.start] + splice.text + source[splice.end :]
        return source

    def _separating_lines(self, splices: Sequence[SourceSplice]) -> Iterator[SourceSplice]:
        """Yield blank lines between changed blocks and blocks on the adjacent line."""
        for left, right in pairwise(self.document.blocks):
            beside = (left, right) if self.blank_lines == "around" else (left,)
            changes = any(
                block.start <= splice.start and splice.end <= block.end
                for block in beside
                for splice in splices
            )
            if changes and self.document.source.count("\n", left.end, right.start) == 1:
                yield SourceSplice(left.end, left.end, self.style.eol)

    def _children(
        self, parent: SourceBlock | None, before: Sequence[SourceBlock], after: Sequence[PlainBlock]
    ) -> Iterator[SourceSplice]:
        """Yield the splices that turn the children of ``parent`` into ``after``."""
        pairs = self._pairs(before, after)
        old_at, new_at = 0, 0
        for old, new in [*pairs, (len(before), len(after))]:
            if old > old_at or new > new_at:
                yield self._range(parent, before, (old_at, old), after[new_at:new])
            if old < len(before):
                used_markers = _markers_beside(before, old, after[new])
                merging = before[old_at - 1 : old_at] if old > old_at and new == new_at else ()
                if any(_is_one_list(left, before[old]) for left in merging):
                    sign = self._writer.new_list_marker(
                        after[new], used_markers + _marker_of(merging[0])
                    )
                    yield self._rewrite(parent, before[old], after[new], marker=sign)
                else:
                    yield from self._block(parent, before[old], after[new], used_markers)
            old_at, new_at = old + 1, new + 1

    def _pairs(
        self, before: Sequence[SourceBlock], after: Sequence[PlainBlock]
    ) -> list[tuple[int, int]]:
        """Align old and new blocks so that most text is kept; returns pairs of indexes."""
        start, shorter = 0, min(len(before), len(after))
        same = [self._normal_form(block) for block in before]
        while start < shorter and same[start] == after[start]:
            start += 1
        rest = 0
        while rest < shorter - start and same[-1 - rest] == after[-1 - rest]:
            rest += 1
        old, new = before[start : len(before) - rest], after[start : len(after) - rest]
        middle = [(start + i, start + j) for i, j in self._similar_pairs(old, new)]
        ends = [(len(before) - n, len(after) - n) for n in range(rest, 0, -1)]
        return [(n, n) for n in range(start)] + middle + ends

    def _similar_pairs(
        self, old: Sequence[SourceBlock], new: Sequence[PlainBlock]
    ) -> list[tuple[int, int]]:
        """Return the pairs of similar blocks in order, with the greatest total similarity."""
        best: list[list[tuple[float, list[tuple[int, int]]]]] = [
            [(0.0, []) for _ in range(len(new) + 1)] for _ in range(len(old) + 1)
        ]
        for i, block in enumerate(old, 1):
            for j, node in enumerate(new, 1):
                chosen = max(best[i - 1][j], best[i][j - 1], key=lambda each: each[0])
                similarity = self._similarity(block, node)
                score, pairs = best[i - 1][j - 1]
                if similarity > _MIN_SIMILARITY and score + similarity > chosen[0]:
                    chosen = (score + similarity, [*pairs, (i - 1, j - 1)])
                best[i][j] = chosen
        return best[-1][-1][1]

    def _similarity(self, block: SourceBlock, node: PlainBlock) -> float:
        """Return how similar a block of the source and a block of the edited document are.

        Returns:
            2 for equal blocks. 0 for blocks of different types, except paragraph and heading, which
            a person often turns into each other. Otherwise 0.3 plus the share of letters that the
            blocks have in common at their start and end.
        """
        is_text = block.type in _TEXTS and node.type in _TEXTS
        if block.type != node.type and not is_text:
            return 0.0
        if self._normal_form(block) == node:
            return 2.0
        old, new = list(_letters(self._normal_form(block))), list(_letters(node))
        start, shorter = 0, min(len(old), len(new))
        while start < shorter and old[start] == new[start]:
            start += 1
        rest = 0
        while rest < shorter - start and old[-1 - rest] == new[-1 - rest]:
            rest += 1
        return 0.3 + (start + rest) / (max(len(old), len(new)) or 1)

    def _normal_form(self, block: SourceBlock) -> PlainBlock:
        return self.old_forms[id(block)]

    # -- one block ---------------------------------------------------------------------------------

    def _block(
        self, parent: SourceBlock | None, block: SourceBlock, node: PlainBlock, used_markers: str
    ) -> Iterator[SourceSplice]:
        """Yield the splices that turn a block into a node; adjacent lists have ``used_markers``."""
        if self._normal_form(block) == node:
            return
        can_stay = block.type == node.type and block.attributes == node.attributes
        if self.rewrite_blocks or not can_stay:
            yield self._rewrite(parent, block, node, used_markers)
        elif node.letters is not None:
            yield self._text(parent, block, node)
        elif block.children and node.children:
            yield from self._children(block, block.children, node.children)
        else:
            yield self._rewrite(parent, block, node)

    def _text(
        self, parent: SourceBlock | None, block: SourceBlock, node: PlainBlock
    ) -> SourceSplice:
        """Return the splice of a block's text."""
        inner = parent.inner if parent else ""
        if block.type == "code_block":
            return self._code(parent, block, node)
        if not block.units or not node.letters:
            return self._rewrite(parent, block, node)
        is_one_line = block.type == "heading" and block.marker.startswith("#")
        text = self._writer.write_text(node, WritePosition(inner, one_line=is_one_line))
        return SourceSplice(*block.text, text)

    def _code(
        self, parent: SourceBlock | None, block: SourceBlock, node: PlainBlock
    ) -> SourceSplice:
        slots = self._writer.slots[id(node)]
        text = "".join(slot.letter.text for slot in slots)
        if not block.units or not text or block.marker in text:
            return self._rewrite(parent, block, node)
        line_break = next((u.source for u in block.units if u.letter.text == "\n"), "")
        if not line_break:
            start = self.document.source.rfind("\n", 0, block.text[0]) + 1
            line_break = self.style.eol + self.document.source[start : block.text[0]]
        written = [
            slot.origin.source
            if slot.origin
            else line_break
            if slot.letter.text == "\n"
            else slot.letter.text
            for slot in slots
        ]
        return SourceSplice(*block.text, "".join(written))

    def _rewrite(
        self,
        parent: SourceBlock | None,
        block: SourceBlock,
        node: PlainBlock,
        used_markers: str = "",
        marker: str = "",
    ) -> SourceSplice:
        inner = parent.inner if parent else ""
        if not marker:
            marker = block.marker if block.type == "list_item" else _first_marker(block, node)
        if node.type in _LISTS and not marker:
            marker = self._writer.new_list_marker(node, used_markers)
        if block.type == "list_item" and not marker.endswith((" ", "\t")):
            marker += " "
        return SourceSplice(block.start, block.end, self._writer.write(node, inner, marker))

    # -- added and removed blocks ------------------------------------------------------------------

    def _range(
        self,
        parent: SourceBlock | None,
        before: Sequence[SourceBlock],
        removed: tuple[int, int],
        added: Sequence[PlainBlock],
    ) -> SourceSplice:
        """Return the splice that replaces a range of children by the blocks ``added``."""
        start, end = removed
        left = before[start - 1] if start else None
        right = before[end] if end < len(before) else None
        old = before[start:end]
        if not added:
            if right:
                return SourceSplice(old[0].start, right.start, "")
            if left:
                return SourceSplice(left.end, old[-1].end, "")
            return SourceSplice(old[0].start, old[-1].end, "")
        inner = parent.inner if parent else ""
        tight = parent is not None and self._is_tight(parent, before)
        text = self._write_added(
            parent, old[0] if old else left or right, left, right, added, tight=tight
        )
        if old:
            return SourceSplice(old[0].start, old[-1].end, text)
        near = added[0] if left else added[-1]
        is_close = tight and (parent is None or parent.type in _LISTS or near.type in _LISTS)
        between = self._writer.separator(self._inner_of(parent, inner), tight=is_close)
        if left:
            return SourceSplice(left.end, left.end, between + text)
        if right is None:
            raise CannotPlace
        return SourceSplice(right.start, right.start, text + between)

    def _inner_of(self, parent: SourceBlock | None, inner: str) -> str:
        """Return the line prefix of a parent's children; items are indented like their list."""
        if parent is None or parent.type not in _LISTS:
            return inner
        source = self.document.source
        start = source.rfind("\n", 0, parent.start) + 1
        first = source[start : parent.start]
        return parent.inner if first.strip() else first

    def _write_added(
        self,
        parent: SourceBlock | None,
        near: SourceBlock | None,
        left: SourceBlock | None,
        right: SourceBlock | None,
        added: Sequence[PlainBlock],
        *,
        tight: bool,
    ) -> str:
        """Serialize new blocks for a position among their siblings."""
        inner = self._inner_of(parent, parent.inner if parent else "")
        if parent is None or parent.type not in _LISTS or near is None:
            used_markers = _marker_of(left) if left and left.type == added[0].type else ""
            following_markers = _marker_of(right) if right and right.type == added[-1].type else ""
            return self._writer.join(
                added,
                inner,
                tight=tight,
                used_markers=used_markers,
                following_markers=following_markers,
            )
        marker = near.marker.rstrip(" \t") + (near.marker[len(near.marker.rstrip(" \t")) :] or " ")
        if near is left and self._has_distinct_numbers(parent):
            marker = next_marker(marker)
        written = list[str]()
        for item in added:
            if written:
                written.append(self._writer.separator(inner, tight=tight))
                if self._has_distinct_numbers(parent):
                    marker = next_marker(marker)
            written.append(self._writer.write(item, inner, marker))
        return "".join(written)

    def _has_distinct_numbers(self, parent: SourceBlock) -> bool:
        """Whether the items of a list have distinct numbers."""
        return len({item.marker for item in parent.children}) == len(parent.children)

    def _is_tight(self, parent: SourceBlock, children: Sequence[SourceBlock]) -> bool:
        if parent.type in _LISTS:
            return parent.tight
        if parent.type != "list_item" or len(children) < 2:
            return parent.type == "list_item"
        gap = self.document.source[children[0].end : children[1].start]
        return gap.count("\n") < 2


@lru_cache(maxsize=4)
def normal_forms(document: RichText) -> Mapping[int, PlainBlock]:
    """Return each block of a document in normal form, by ``id``."""
    done = dict[int, PlainBlock]()
    for block in blocks_in(document.blocks):
        forms = normalize([node_of(block)], document.dialect)
        done[id(block)] = forms[0] if forms else PlainBlock("paragraph", letters=())
    return done


def _assign(
    nodes: Sequence[PlainBlock],
    slots: Sequence[TargetLetter],
    at: int,
    done: dict[int, Sequence[TargetLetter]],
) -> int:
    """Assign each text its letters; returns the index after the last one."""
    for node in nodes:
        if node.letters is not None:
            done[id(node)] = slots[at : at + len(node.letters)]
            at += len(node.letters) + 1
        at = _assign(node.children, slots, at, done)
    return at


def _letters(node: PlainBlock) -> Iterator[Letter]:
    yield from node.letters or ()
    for child in node.children:
        yield from _letters(child)


def _markers_beside(before: Sequence[SourceBlock], at: int, node: PlainBlock) -> str:
    """Return the marker characters of adjacent lists of the same type."""
    beside = [*before[max(at - 1, 0) : at], *before[at + 1 : at + 2]]
    return "".join(_marker_of(block) for block in beside if block.type == node.type)


def _is_one_list(left: SourceBlock, right: SourceBlock) -> bool:
    """Whether two lists would merge if nothing separated them."""
    return left.type == right.type and _marker_of(left) == _marker_of(right) != ""


def _marker_of(block: SourceBlock) -> str:
    """Return the marker character of a list: its bullet, or the character after its numbers."""
    if block.type not in _LISTS:
        return ""
    return block.children[-1].marker.rstrip(" \t")[-1:]


def _first_marker(block: SourceBlock, node: PlainBlock) -> str:
    """Return the first marker of a list that is rewritten as a list of the same type."""
    if block.type != node.type or node.type not in _LISTS or not block.children:
        return ""
    marker = block.children[0].marker
    return marker if marker.endswith((" ", "\t")) else f"{marker} "
