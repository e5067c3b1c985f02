"""Converts between blocks and the JSON documents of the editor's schema."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any, Final

from designer.markdown import Dialect
from designer.markdown.gfm import addresses
from designer.richtext.positioned_parser import parser
from designer.richtext.rich_text import (
    LINE_BREAK,
    Atom,
    Attributes,
    Letter,
    MarkValue,
    PlacedLetter,
    PlainBlock,
    SourceBlock,
)

ORDER: Final = ("autolink", "link", "strong", "em", "strike", "code")
"""Marks from the outermost to the innermost, in the nesting order of the sites' elements."""

_FACES: Final = {"strong", "em", "strike"}
_TEXTBLOCKS: Final = {"paragraph", "heading", "code_block"}
_NUMBERS: Final = {"level", "order"}
_LISTS: Final = {"bullet_list", "ordered_list"}
_NOT_COMPARED: Final = {"html", "tight"}


# -- to JSON ---------------------------------------------------------------------------------------


def to_json(blocks: Iterable[SourceBlock], dialect: Dialect) -> dict[str, Any]:
    """Return blocks as a JSON document of the editor's schema."""
    content = [_block_json(block, dialect) for block in blocks]
    return {"type": "doc", "content": content or [{"type": "paragraph"}]}


def _block_json(block: SourceBlock, dialect: Dialect) -> dict[str, Any]:
    made: dict[str, Any] = {"type": block.type}
    attributes: dict[str, Any] = {
        name: int(value) if name in _NUMBERS else value for name, value in block.attributes
    }
    if block.type == "opaque":
        attributes["html"] = block.html
    if block.type in _LISTS and dialect.shows_tight_lists:
        attributes["tight"] = block.tight
    if attributes:
        made["attrs"] = attributes
    if block.units is not None:
        content = list(_line_json(block.units, dialect, code=block.type == "code_block"))
        if content:
            made["content"] = content
    elif block.children or block.type in {"list_item", "blockquote"}:
        content = [_block_json(child, dialect) for child in block.children]
        made["content"] = content or [{"type": "paragraph"}]
    return made


def _line_json(
    units: tuple[PlacedLetter, ...], dialect: Dialect, *, code: bool
) -> Iterator[dict[str, Any]]:
    marks = [unit.letter.marks for unit in units]
    if dialect.autolinks and not code:
        marks = _with_autolinks(units)
    for (shown, is_text), run in groupby(
        range(len(units)), lambda at: (marks[at], units[at].letter.atom is None)
    ):
        chosen = sorted(shown, key=lambda mark: ORDER.index(mark.type))
        marked = {"marks": [_mark_json(mark) for mark in chosen]} if chosen else {}
        if is_text:
            yield {"type": "text", "text": "".join(units[at].letter.text for at in run), **marked}
        else:
            for at in run:
                yield {**_atom_json(units[at]), **marked}


def _atom_json(unit: PlacedLetter) -> dict[str, Any]:
    kind, attributes = unit.letter.atom or Atom("opaque_inline")
    if kind == LINE_BREAK:
        return {"type": LINE_BREAK}
    html = {"html": unit.html} if kind == "opaque_inline" else {}
    return {"type": kind, "attrs": dict(attributes) | html}


def _mark_json(mark: MarkValue) -> dict[str, Any]:
    return {"type": mark.type, **({"attrs": dict(mark.attributes)} if mark.attributes else {})}


def _with_autolinks(units: tuple[PlacedLetter, ...]) -> list[frozenset[MarkValue]]:
    """Return the marks of letters, including those of bare addresses that the site autolinks."""
    marks = [unit.letter.marks for unit in units]
    for (around, is_plain), run in groupby(
        range(len(units)), lambda at: (units[at].marks, bool(units[at].letter.text))
    ):
        places = list(run)
        if not is_plain or any(mark.shown.type in {"link", "code"} for mark in around):
            continue
        text = "".join("\n" if units[at].soft else units[at].letter.text for at in places)
        for start, end, address in addresses(text):
            link = MarkValue("autolink", (("href", address),))
            for at in places[start:end]:
                marks[at] |= {link}
    return marks


# -- from JSON -------------------------------------------------------------------------------------


def from_json(document: Mapping[str, Any]) -> tuple[PlainBlock, ...]:
    """Return a JSON document as blocks."""
    return tuple(_node(each) for each in document.get("content") or ())


def _node(data: Mapping[str, Any]) -> PlainBlock:
    kind, content = str(data["type"]), data.get("content") or ()
    attributes = data.get("attrs") or {}
    kept = tuple(sorted((n, str(v)) for n, v in attributes.items() if n not in _NOT_COMPARED))
    if kind in _TEXTBLOCKS:
        letters = tuple(letter for piece in content for letter in _letters(piece, kind))
        return PlainBlock(kind, kept, letters=letters)
    return PlainBlock(kind, kept, tuple(_node(each) for each in content))


def _letters(data: Mapping[str, Any], kind: str) -> Iterator[Letter]:
    marks = frozenset(_mark(mark) for mark in data.get("marks") or () if mark["type"] != "autolink")
    if data["type"] == "text":
        text = data["text"]
        if kind != "code_block":
            text = text.replace("\r\n", " ").replace("\n", " ").replace("\r", " ")
        for letter in text:
            yield Letter(letter, marks)
        return
    attributes = {n: str(v) for n, v in (data.get("attrs") or {}).items() if n not in _NOT_COMPARED}
    yield Letter("", marks, Atom(data["type"], tuple(sorted(attributes.items()))))


def _mark(data: Mapping[str, Any]) -> MarkValue:
    attributes = {name: str(value or "") for name, value in (data.get("attrs") or {}).items()}
    return MarkValue(data["type"], tuple(sorted(attributes.items())))


# -- what Markdown can tell apart ------------------------------------------------------------------


def normalize(nodes: Iterable[PlainBlock], dialect: Dialect) -> tuple[PlainBlock, ...]:
    """Remove differences that Markdown cannot express and that are not visible.

    The result has no empty paragraphs, no marks on white space at the edges of marked text, and no
    line breaks at the end of a paragraph.
    """
    done = list[PlainBlock]()
    for node in nodes:
        if node.letters is not None:
            letters = node.letters
            if node.type != "code_block":
                addressed = letters
                if dialect.normalizes_addresses:
                    addressed = tuple(_with_normal_addresses(each, dialect) for each in letters)
                letters = _plain_edges([_without_code(each) for each in addressed], dialect)
            if letters or node.type != "paragraph":
                done.append(PlainBlock(node.type, node.attributes, letters=letters))
        else:
            said = node.attributes
            if node.type == "ordered_list" and not dialect.schema.orders:
                said = ()
            done.append(PlainBlock(node.type, said, normalize(node.children, dialect)))
    return tuple(done)


def _plain_edges(done: list[Letter], dialect: Dialect) -> tuple[Letter, ...]:
    while done and done[-1].atom and done[-1].atom.type == LINE_BREAK:
        done.pop()
    if dialect.flat_marks:
        done = [_without_faces(letter) for letter in done]
        for _, places in groupby(range(len(done)), lambda at: done[at].marks):
            _strip(done, list(places), _FACES)
        return tuple(done)
    for face in _FACES:
        for has, places in groupby(
            range(len(done)),
            lambda at, f=face: MarkValue(f) in done[at].marks,  # type: ignore[misc]
        ):
            if has:
                _strip(done, list(places), {face})
    return tuple(done)


def _strip(letters: list[Letter], places: list[int], faces: set[str]) -> None:
    for run in (places, places[::-1]):
        for place in run:
            letter = letters[place]
            if not (letter.text.isspace() or (letter.atom and letter.atom.type == LINE_BREAK)):
                break
            marks = frozenset(mark for mark in letter.marks if mark.type not in faces)
            letters[place] = letter._replace(marks=marks)


def _without_code(letter: Letter) -> Letter:
    """Remove the code mark from an atom: images and line breaks cannot be code."""
    if letter.atom is None or MarkValue("code") not in letter.marks:
        return letter
    return letter._replace(marks=letter.marks - {MarkValue("code")})


def _without_faces(letter: Letter) -> Letter:
    """Remove bold and italics from code and atoms: the family g1 does not show them."""
    if letter.atom is None and MarkValue("code") not in letter.marks:
        return letter
    return letter._replace(marks=frozenset(m for m in letter.marks if m.type not in _FACES))


def _with_normal_addresses(letter: Letter, dialect: Dialect) -> Letter:
    """Normalize the addresses of a letter as the parser does, which may change their escapes."""
    normalize = parser(dialect).normalizeLink

    def attributes(pairs: Attributes) -> Attributes:
        return tuple((n, normalize(v) if n in {"href", "src"} else v) for n, v in pairs)

    if any(mark.type == "link" for mark in letter.marks):
        marks = frozenset(
            MarkValue(mark.type, attributes(mark.attributes)) for mark in letter.marks
        )
        letter = letter._replace(marks=marks)
    if letter.atom and letter.atom.type == "image":
        letter = letter._replace(atom=Atom("image", attributes(letter.atom.attributes)))
    return letter
