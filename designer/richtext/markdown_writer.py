"""Writes the Markdown of an edited document; unedited parts keep their bytes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from designer.errors import DesignerError
from designer.markdown import Dialect
from designer.richtext.block_writer import blocks_in
from designer.richtext.editor_schema import from_json, normalize
from designer.richtext.escapes import first_letters, is_risky, letters_beside_marks, likely_escapes
from designer.richtext.inline_writer import InlineStyle, TargetLetter
from designer.richtext.letter_alignment import slots_of
from designer.richtext.markdown_reader import CannotEdit, RichText, read
from designer.richtext.rich_text import PlainBlock, SourceBlock, node_of
from designer.richtext.splice_planner import CannotPlace, SplicePlanner, normal_forms

_MAX_TRIES = 24


class CannotWriteMarkdown(DesignerError):
    """The dialect cannot express a change; the text is unchanged."""


def write(source: str, after: Mapping[str, Any], dialect: Dialect) -> str:
    """Return the Markdown of an edited document.

    Every attempt is read back and compared strictly with the requested document.

    Args:
        source: The Markdown before the edit.
        after: The requested document of the editor's schema, as JSON.
        dialect: The dialect of the site.

    Raises:
        CannotEdit: The old text cannot be edited on the page.
        CannotWriteMarkdown: The dialect cannot express the requested document.
    """
    document = read(source, dialect)
    target = normalize(from_json(after), dialect)
    if _matches(document, target):
        return source
    writer = _Writer(document, target)
    for attempt in writer.attempts():
        if (text := writer.attempt_source(attempt)) is not None:
            return writer.with_fewer_escapes(attempt, text) if attempt.prune_escapes else text
    raise CannotWriteMarkdown(
        "The site's Markdown cannot say this, so the last change was taken back; the text is as it"
        " was before. Write it in another way."
    )


def _matches(document: RichText, target: Sequence[PlainBlock]) -> bool:
    return normalize([node_of(block) for block in document.blocks], document.dialect) == target


@dataclass(frozen=True)
class _Attempt:
    """The parameters of one attempt to write the change.

    Attributes:
        style: The delimiters and markers of new text.
        escaped: The numbers of the letters that are escaped.
        rewrite_blocks: Whether changed blocks are rewritten completely, not only their text.
        rewrite_letters: Whether all letters are rewritten.
        rewrite_all: Whether all blocks are rewritten.
        blank_lines: Where a blank line separates changed blocks: ``below``, ``around`` or ''.
        prune_escapes: Whether to remove unnecessary escapes afterwards.
    """

    style: InlineStyle
    escaped: frozenset[int] = frozenset()
    rewrite_blocks: bool = False
    rewrite_letters: bool = False
    rewrite_all: bool = False
    blank_lines: str = ""
    prune_escapes: bool = True


class _Writer:
    def __init__(self, document: RichText, target: tuple[PlainBlock, ...]) -> None:
        self._document = document
        self._target = target
        self._slots = slots_of(document.blocks, target)
        self._normal_forms = normal_forms(document)
        self._fresh_slots = [TargetLetter(slot.number, slot.letter, None) for slot in self._slots]

    def attempts(self) -> Iterator[_Attempt]:
        """Iterate over the attempts, from the smallest change to the largest."""
        style, slots = style_of(self._document), self._slots
        guess = likely_escapes(slots, mdx=self._document.dialect.mdx)
        yield _Attempt(style)
        yield _Attempt(style, guess, prune_escapes=False)
        for blank_lines in ("below", "around"):
            yield _Attempt(style, guess, prune_escapes=False, blank_lines=blank_lines)
        new = frozenset(s.number for s in slots if s.origin is None and is_risky(s))
        risky = frozenset(slot.number for slot in slots if is_risky(slot))
        beside = frozenset(letters_beside_marks(slots))
        every = risky | beside | frozenset(first_letters(slots))
        if not style.flat:
            yield _Attempt(replace(style, split_links=True), guess, prune_escapes=False)
        for rewrite_blocks in (False, True):
            for escaped in (frozenset[int](), new, risky, beside, every):
                yield _Attempt(style, escaped, rewrite_blocks)
            for strong, em in (("**", "_"), ("__", "*"), ("__", "_"), ("**", "*")):
                if (strong, em) != (style.strong, style.em):
                    yield _Attempt(replace(style, strong=strong, em=em), risky, rewrite_blocks)
        other = {"*": "_", "_": "*"}
        yield _Attempt(style, every, rewrite_blocks=True, rewrite_letters=True)
        yield _Attempt(
            replace(style, em=other[style.em]), risky, rewrite_blocks=True, rewrite_letters=True
        )
        for escaped in (guess, every):
            yield _Attempt(style, escaped, rewrite_all=True)

    def attempt_source(self, attempt: _Attempt) -> str | None:
        """Return the new source if it reads back as the requested document, else None."""
        slots = self._fresh_slots if attempt.rewrite_letters else self._slots
        planner = SplicePlanner(
            self._document,
            self._target,
            attempt.style,
            slots,
            attempt.escaped,
            self._normal_forms,
            rewrite_blocks=attempt.rewrite_blocks,
            rewrite_all=attempt.rewrite_all,
            blank_lines=attempt.blank_lines,
        )
        try:
            text = planner.source()
            return text if _matches(read(text, self._document.dialect), self._target) else None
        except (CannotPlace, CannotEdit):
            return None

    def with_fewer_escapes(self, attempt: _Attempt, text: str) -> str:
        """Return the source without unnecessary escapes."""
        old = [n for n in sorted(attempt.escaped) if self._slots[n].origin is not None]
        new = [n for n in sorted(attempt.escaped) if self._slots[n].origin is None]
        for part in (old, new):
            attempt, text = self._without_escapes(attempt, text, part, _MAX_TRIES)
        return text

    def _without_escapes(
        self, attempt: _Attempt, text: str, part: Collection[int], tries: int
    ) -> tuple[_Attempt, str]:
        """Remove as many of these escapes as possible, by bisection."""
        if not part or tries <= 0:
            return attempt, text
        less = replace(attempt, escaped=attempt.escaped.difference(part))
        shorter = self.attempt_source(less)
        if shorter is not None:
            return less, shorter
        if len(part) > 1:
            numbers = sorted(part)
            middle = len(numbers) // 2
            for half in (numbers[middle:], numbers[:middle]):
                attempt, text = self._without_escapes(attempt, text, half, tries - 1)
        return attempt, text


# -- style -----------------------------------------------------------------------------------------


@lru_cache(maxsize=4)
def style_of(document: RichText) -> InlineStyle:
    """Return the style of new text: that of the document, else that of the site's CMS."""
    signs = dict[str, str]()
    bullet = number = ""
    for block in blocks_in(document.blocks):
        for unit in block.units or ():
            for mark in unit.marks:
                signs.setdefault(mark.shown.type, mark.open)
        if block.type == "bullet_list" and not bullet:
            bullet = _spaced_marker(block.children[0])
        if block.type == "ordered_list" and not number:
            number = _spaced_marker(block.children[0]).lstrip("0123456789")
    dialect = document.dialect
    return InlineStyle(
        strong=signs.get("strong", "**"),
        em=signs.get("em", "*"),
        eol="\r\n" if "\r\n" in document.source else "\n",
        bullet=bullet or dialect.bullet,
        number=number or dialect.number,
        flat=dialect.flat_marks,
    )


def _spaced_marker(item: SourceBlock) -> str:
    marker = item.marker.replace("\t", " ")
    return marker if marker.endswith(" ") else f"{marker} "
