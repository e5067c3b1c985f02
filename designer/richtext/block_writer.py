"""Writes new blocks as Markdown, in the style of the surrounding blocks."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from designer.richtext.inline_writer import InlineStyle, TargetLetter, WritePosition, write_line
from designer.richtext.rich_text import PlainBlock, SourceBlock

_NUMBERED = re.compile(r"(\d+)([.)])(\s*)")


@dataclass
class BlockWriter:
    """Serializes blocks to Markdown.

    Attributes:
        style: The delimiters and markers of new text.
        slots: The letters of each text, by the ``id`` of its node.
        escaped: The numbers of the letters that are escaped.
    """

    style: InlineStyle
    slots: dict[int, Sequence[TargetLetter]]
    escaped: Collection[int]

    def write(self, node: PlainBlock, prefix: str, marker: str = "") -> str:
        """Serialize a block.

        Args:
            node: The block.
            prefix: The line prefix of the enclosing blocks; all lines but the first begin with it.
            marker: The bullet or number of a list item; of a list, the marker of its first item.
        """
        match node.type:
            case "paragraph":
                return self.write_text(node, WritePosition(prefix, moved=True))
            case "heading":
                signs = "#" * int(dict(node.attributes)["level"])
                text = self.write_text(node, WritePosition(prefix, one_line=True))
                return f"{signs} {text}" if text else signs
            case "code_block":
                return self._code(node, prefix)
            case "horizontal_rule":
                return "---"
            case "blockquote":
                inner = f"{prefix}> "
                return "> " + self.join(node.children, inner) if node.children else ">"
            case "list_item":
                inner = prefix + " " * len(marker)
                text = self.join(node.children, inner, tight=True)
                return f"{marker}{text}" if text else marker.rstrip(" ")
            case "bullet_list" | "ordered_list":
                return self._list(node, prefix, marker)
            case _:
                source = dict(node.attributes).get("source", "")
                return re.sub(r"\r\n|\n|\r", lambda _: self.style.eol + prefix, source)

    def join(
        self,
        nodes: Sequence[PlainBlock],
        prefix: str,
        *,
        tight: bool = False,
        used_markers: str = "",
        following_markers: str = "",
    ) -> str:
        """Serialize consecutive blocks.

        Args:
            nodes: The blocks.
            prefix: The line prefix of the enclosing blocks.
            tight: Whether a list follows a paragraph without a blank line.
            used_markers: Marker characters of preceding lists of the first block's type. A new
                list uses another one, since Markdown would merge the two lists.
            following_markers: Marker characters of following lists of the last block's type.
        """
        written, marker = list[str](), ""
        for at, node in enumerate(nodes):
            if at:
                is_close = tight and _can_follow(node)
                written.append(self.separator(prefix, tight=is_close))
                same = nodes[at - 1].type == node.type
                used_markers = marker.rstrip(" ")[-1:] if same else ""
            if at == len(nodes) - 1:
                used_markers += following_markers
            marker = self.new_list_marker(node, used_markers)
            written.append(self.write(node, prefix, marker))
        return "".join(written)

    def separator(self, prefix: str, *, tight: bool) -> str:
        """Return the separator between two blocks."""
        eol = self.style.eol
        return f"{eol}{prefix}" if tight else f"{eol}{prefix.rstrip(' ')}{eol}{prefix}"

    def write_text(self, node: PlainBlock, place: WritePosition) -> str:
        """Serialize the text of a block."""
        return write_line(self.slots[id(node)], self.style, place, self.escaped)

    def new_list_marker(self, node: PlainBlock, used_markers: str) -> str:
        """Return the marker of a new list; it differs from the markers of adjacent lists."""
        if node.type == "bullet_list":
            sign: str = next(s for s in (self.style.bullet[0], *"*-+") if s not in used_markers)
            return sign + self.style.bullet[1:]
        if node.type == "ordered_list":
            sign = next((s for s in (self.style.number[0], *".)") if s not in used_markers), ".")
            first = dict(node.attributes).get("order", "1")
            return f"{first}{sign}{self.style.number[1:]}"
        return ""

    def _list(self, node: PlainBlock, prefix: str, marker: str) -> str:
        marker = marker or self.new_list_marker(node, "")
        written = list[str]()
        for item in node.children:
            if written:
                written.append(self.separator(prefix, tight=True))
                marker = next_marker(marker)
            written.append(self.write(item, prefix, marker))
        return "".join(written)

    def _code(self, node: PlainBlock, prefix: str) -> str:
        text = "".join(slot.letter.text for slot in self.slots[id(node)])
        fence = "```"
        while fence in text:
            fence += "`"
        lines = [f"{fence}{dict(node.attributes).get('params', '')}", *text.split("\n"), fence]
        if not text:
            del lines[1]
        return (self.style.eol + prefix).join(lines)


def _can_follow(node: PlainBlock) -> bool:
    """Whether a block can follow a paragraph directly: a list whose first item has text."""
    first = node.children[0] if node.children else node
    return node.type in {"bullet_list", "ordered_list"} and bool(first.children)


def next_marker(marker: str) -> str:
    """Return the marker of the next list item, of the same width where possible."""
    found = _NUMBERED.fullmatch(marker)
    if found is None:
        return marker
    number = str(int(found[1]) + 1)
    padding = max(1, len(marker) - len(number) - 1)
    return f"{number}{found[2]}{' ' * padding}"


def blocks_in(blocks: Sequence[SourceBlock]) -> Iterator[SourceBlock]:
    """Iterate over blocks and all their descendants."""
    for block in blocks:
        yield block
        yield from blocks_in(block.children)
