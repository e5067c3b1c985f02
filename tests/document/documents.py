"""Random pages for tests with Hypothesis: many contents, written by many writers."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import yaml
from hypothesis import strategies as st

from designer.document import Value
from designer.document.writing import collection_writer
from designer.document.writing.scalar_writer import TINA
from designer.document.writing.style_detection import WRITERS

_PIECES = [
    "a", "word", "text-3xl", "x: y", "#", " # c", "-", "'", '"', "é", "😀", "\n", "\n\n", " ", "  ",
    "\t", "\xa0", "\u2028", "yes", "08", "1e3", "[", "}", ",", "*a", "&b", "---", "...", "<<", "~",
    "longer words to fold ", "x" * 50, "{{", "|", ">", "%", "\\", "://", "12", "2001-01-01",
]  # fmt: skip

texts = st.lists(st.sampled_from(_PIECES), max_size=9).map("".join)
numbers = st.integers(-(10**6), 10**6) | st.sampled_from([0.5, -2.25, 1e-7, 1e21])
scalars = texts | texts | numbers | st.booleans() | st.none()
keys = (
    st.sampled_from(["a", "b", "key", "headline", "x y", "ü", "5", "a:b", "-", "_template"]) | texts
)


def _collections(inner: st.SearchStrategy[Value]) -> st.SearchStrategy[Value]:
    return st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=4)


values = st.recursive(scalars, _collections, max_leaves=6)
blocks = st.lists(st.dictionaries(keys, values, min_size=1, max_size=5), max_size=4)


@st.composite
def pages(draw: st.DrawFn) -> bytes:
    """The bytes of a page."""
    above = draw(st.dictionaries(keys, values, max_size=2))
    below = draw(st.dictionaries(keys, values, max_size=2))
    data = {**above, "blocks": draw(blocks), **below}
    text = draw(st.sampled_from(_WRITERS))(data)
    text = _commented(draw, text) if draw(st.booleans()) else text
    opening, closing = "---\n", "---\n"
    body = draw(st.sampled_from(["", "\n", "Body\n", "\nno line end", "\n\n\n"]))
    text = opening + text + closing + body
    if draw(st.integers(0, 5)) == 0:
        text = text.replace("\n", "\r\n")
    elif draw(st.integers(0, 9)) == 0:
        text = re.sub("\n(?=  )", "\r\n", text)
    return (("\ufeff" if draw(st.integers(0, 9)) == 0 else "") + text).encode()


def _commented(draw: st.DrawFn, text: str) -> str:
    """A text with comments and blank lines; only above lines that begin an entry."""
    lines: list[str] = []
    for line in text.splitlines(keepends=True):
        entry = re.match(r"( *)(?:- )?[\w]+:( |$)|( *)- ", line)
        if entry and draw(st.integers(0, 4)) == 0:
            pad = " " * draw(st.sampled_from([len(line) - len(line.lstrip(" ")), 0, 2]))
            lines.append(draw(st.sampled_from(["\n", f"{pad}# a comment\n", f"\n{pad}# two\n\n"])))
        lines.append(line)
    return "".join(lines)


def _pyyaml(**options: Any) -> Any:
    def write(data: Value) -> str:
        return yaml.dump(data, sort_keys=False, allow_unicode=True, **options)

    return write


def _with_steps(data: Value) -> str:
    return (
        collection_writer.at_root(data, replace(TINA, map_step=4, list_step=0, item_step=4)) + "\n"
    )


def _shared(data: Value) -> str:
    """A page in which one value is written once and repeated by aliases."""
    shared = {"shared": [1, "two"]}
    return str(yaml.dump({**data, "one": shared, "other": shared}, sort_keys=False))


def _in_style(style: Any) -> Any:
    return lambda data: collection_writer.at_root(data, style) + "\n"


_WRITERS = [
    *map(_in_style, WRITERS),
    _with_steps,
    _shared,
    _pyyaml(),
    _pyyaml(default_flow_style=True, width=60),
    _pyyaml(default_style='"', width=40),
    _pyyaml(default_style="'"),
    _pyyaml(default_style="|"),
    _pyyaml(default_style=">", indent=4, width=30),
    lambda data: json.dumps(data, ensure_ascii=False) + "\n",
    lambda data: json.dumps(data, indent=2) + "\n",
]
