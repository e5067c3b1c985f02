"""Random JSON documents for tests with Hypothesis, as files and as front matter."""

from __future__ import annotations

import json
import re

from hypothesis import strategies as st

from designer.document import Value
from tests.document.documents import keys, values

mappings = st.dictionaries(keys, values, max_size=4)


@st.composite
def json_texts(draw: st.DrawFn) -> str:
    """The text of a JSON object."""
    data = {**draw(mappings), "blocks": draw(st.lists(mappings, max_size=4)), **draw(mappings)}
    form = draw(st.integers(0, 4))
    if form == 0:
        return json.dumps(data, ensure_ascii=draw(st.booleans()))
    if form == 1:
        return json.dumps(data, separators=(",", ":"), ensure_ascii=False)
    if form == 2:
        return json.dumps(data, indent=draw(st.sampled_from([1, 2, 4, "\t"])), ensure_ascii=False)
    return spaced(draw, data)


def spaced(draw: st.DrawFn, value: Value) -> str:
    """A value with random white space at each place where JSON allows it."""
    space = draw(st.sampled_from(["", "", " ", "\n  ", "\t"]))
    if isinstance(value, dict):
        pairs = [
            f"{json.dumps(key)}{space}:{space or ' '}{spaced(draw, item)}"
            for key, item in value.items()
        ]
        return "{" + space + f"{space},{space}".join(pairs) + space + "}"
    if isinstance(value, list):
        return "[" + f",{space}".join(spaced(draw, item) for item in value) + space + "]"
    return json.dumps(value, ensure_ascii=draw(st.booleans()))


@st.composite
def json_pages(draw: st.DrawFn) -> bytes:
    """The bytes of a JSON document, or of a page with JSON front matter."""
    text = draw(json_texts())
    body = draw(st.sampled_from(["Body\n", "\nno line end", "\n\n[x]: y\n"]))
    form = draw(st.integers(0, 2))
    if form == 0:
        text = f"---json\n{text}\n---\n{body}"
    elif form == 1:
        text = f"{text}\n{body}"
    else:
        text += draw(st.sampled_from(["", "\n", " \n\n"]))
    if draw(st.integers(0, 5)) == 0:
        text = re.sub("(?<!\r)\n", "\r\n", text)
    return (("\ufeff" if draw(st.integers(0, 9)) == 0 else "") + text).encode()
