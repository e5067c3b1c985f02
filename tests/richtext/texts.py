"""Rich texts of real pages, and edits of them as the editor on the page makes them."""

from __future__ import annotations

import copy
from functools import cache

import yaml

from designer.richtext.editor_schema import ORDER

TEXTBLOCKS = {"paragraph", "heading", "code_block"}
_FIELDS = {"body", "text"}
_STYLES = {"style", "tailwind", "cardStyle", "accordionStyle"}


@cache
def real_texts(corpus):
    """Every rich text of a folder of sites with its dialect, each once, in a fixed order."""
    files = [
        *corpus.glob("*/content/**/*.md"),
        *corpus.glob("replay/blobs/*.md"),
        *corpus.glob("seed/*.md"),
        *corpus.glob("synthetic/*.md"),
    ]
    found = {}
    for file in sorted(files):
        text = file.read_text("utf-8")
        parts = text.split("---\n", 2)
        second = file.name.startswith("g2-") or {"microgen", "g2"} & {*file.parts} or " mg-" in text
        if len(parts) == 3:
            for each in _walk(yaml.load(parts[1], yaml.CSafeLoader)):
                found["g2" if second else "g1", each] = None
    return list(found)


def _walk(value):
    if isinstance(value, list):
        for each in value:
            yield from _walk(each)
    elif isinstance(value, dict):
        for key, each in value.items():
            if key in _FIELDS and isinstance(each, str):
                yield each
            elif key not in _STYLES:
                yield from _walk(each)


def textblocks(document):
    """The blocks with text, in their order."""
    for node in document.get("content", ()):
        if node["type"] in TEXTBLOCKS:
            yield node
        else:
            yield from textblocks(node)


def typed(document, where, letter):
    """The document with a letter typed at the ``start``, in the ``middle`` or at the ``end``."""
    document = copy.deepcopy(document)
    blocks = list(textblocks(document))
    block = blocks[_at(where, len(blocks))]
    content = block.setdefault("content", [])
    texts = [piece for piece in content if piece["type"] == "text"]
    if not texts:
        content.insert(0, {"type": "text", "text": letter})
        return document
    piece = texts[_at(where, len(texts))]
    text = piece["text"]
    place = {"start": 0, "middle": len(text) // 2, "end": len(text)}[where]
    piece["text"] = text[:place] + letter + text[place:]
    return document


def without_one(document):
    """The document without its third letter, or None if it has none."""
    document = copy.deepcopy(document)
    for block in textblocks(document):
        for piece in block.get("content", ()):
            if len(piece.get("text", "")) > 3:
                piece["text"] = piece["text"][:2] + piece["text"][3:]
                return document
    return None


def with_bold(document, where):
    """The document with a word of one of its texts in bold, or None if all are bold or code."""
    document = copy.deepcopy(document)
    blocks = [block for block in textblocks(document) if block["type"] != "code_block"]
    for block in blocks[_at(where, len(blocks)) :] if blocks else ():
        for at, piece in enumerate(block.get("content", ())):
            if {"strong", "code"} & {mark["type"] for mark in piece.get("marks", ())}:
                continue
            words = piece.get("text", "").split(" ")
            number = next((n for n in range(len(words) // 2, len(words)) if words[n].strip()), None)
            if number is None:
                continue
            bold = [*piece.get("marks", ()), {"type": "strong"}]
            bold.sort(key=lambda mark: ORDER.index(mark["type"]))
            before = " ".join(words[:number]) + (" " if number else "")
            after = (" " if words[number + 1 :] else "") + " ".join(words[number + 1 :])
            parts = [
                {**piece, "text": before},
                {**piece, "text": words[number], "marks": bold},
                {**piece, "text": after},
            ]
            block["content"][at : at + 1] = [part for part in parts if part["text"]]
            return document
    return None


def _at(where, count):
    return {"start": 0, "middle": count // 2, "end": count - 1}[where]


# -- short names for documents -------------------------------------------------------------------


def text(words, *marks):
    """A run of text with marks, each a name or a mark."""
    made = [{"type": mark} if isinstance(mark, str) else mark for mark in marks]
    return {"type": "text", "text": words, **({"marks": made} if made else {})}


def link(href, title=""):
    return {"type": "link", "attrs": {"href": href, "title": title}}


def _content(pieces):
    return {"content": [text(each) if isinstance(each, str) else each for each in pieces]}


def p(*pieces):
    return {"type": "paragraph", **_content(pieces)}


def h(level, *pieces):
    return {"type": "heading", "attrs": {"level": level}, **_content(pieces)}


def ul(*items):
    return {"type": "bullet_list", "content": [item(each) for each in items]}


def ol(*items, order=1):
    return {
        "type": "ordered_list",
        "attrs": {"order": order},
        "content": [item(each) for each in items],
    }


def item(blocks):
    """A list item; one text stands for a paragraph of it."""
    if isinstance(blocks, str):
        blocks = [p(blocks) if blocks else p()]
    return {"type": "list_item", "content": list(blocks)}


def quote(*blocks):
    return {"type": "blockquote", "content": list(blocks)}


def code(words):
    return {"type": "code_block", "attrs": {"params": ""}, **_content([words] if words else [])}


def doc(*blocks):
    return {"type": "doc", "content": list(blocks)}
