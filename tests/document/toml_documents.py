"""Random TOML documents for tests with Hypothesis: all forms of tables, odd spacing, comments."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from hypothesis import strategies as st

from designer.document import Timestamp, Value

_PIECES = [
    "a", "word", "text-3xl", "x: y", "#", " # c", "'", '"', '"""', "'''", "é", "😀", "\n", "\n\n",
    " ", "  ", "\t", "\\", "\r", "\x7f", "\xa0", "+++", "\n+++\n", "\n---\n", "[", "]]", "{", "}",
    ",", "=", "12", "true", "2001-01-01", "longer words ", "\x00", "\u2028",
]  # fmt: skip
TIMES = [
    "1979-05-27", "07:32:00", "00:32:00.999999", "1979-05-27T07:32:00Z", "1979-05-27 07:32:00",
    "1979-05-27t00:32:00.5-07:00",
]  # fmt: skip

texts = st.lists(st.sampled_from(_PIECES), max_size=7).map("".join)
numbers = st.integers(-(10**6), 10**6) | st.sampled_from([0.5, -2.25, 1e-7, 1e21, 2**63 - 1])
scalars = (
    texts | texts | numbers | st.booleans() | st.sampled_from(TIMES).map(Timestamp)
)  # what TOML can hold
keys = (
    st.sampled_from(["a", "b", "key", "headline", "x y", "ü", "5", "a.b", "-", "_template", ""])
    | texts
)


def _collections(inner: st.SearchStrategy[Value]) -> st.SearchStrategy[Value]:
    mappings = st.dictionaries(keys, inner, max_size=4)
    return st.lists(inner, max_size=3) | mappings | st.lists(mappings, min_size=1, max_size=3)


values = st.recursive(scalars, _collections, max_leaves=6)
mappings = st.dictionaries(keys, values, max_size=4)
blocks = st.lists(st.dictionaries(keys, values, min_size=1, max_size=5), max_size=4)


@dataclass
class _Writer:
    """Writes one document; every choice is drawn."""

    draw: st.DrawFn
    indented: bool
    plain: bool

    def chance(self, one_in: int) -> bool:
        return self.draw(st.integers(1, one_in)) == 1

    def choose(self, *choices: str) -> str:
        return self.draw(st.sampled_from(choices))

    def key(self, name: str) -> str:
        if re.fullmatch("[A-Za-z0-9_-]+", name) and (self.plain or not self.chance(6)):
            return name
        if self.plain:
            return basic(name)
        if not re.search("[\x00-\x08\x0a-\x1f\x7f']", name) and self.chance(2):
            return f"'{name}'"
        return basic(name)

    def dotted(self, names: list[str]) -> str:
        dot = "." if self.plain else self.choose(".", ".", ".", " . ", ". ")
        return dot.join(map(self.key, names))

    def text(self, value: str) -> str:
        forms = [basic(value), basic(value)]
        if not re.search("[\x00-\x08\x0a-\x1f\x7f']", value):
            forms += [f"'{value}'"] * 2
        lead = "" if value.startswith("\n") else self.choose("", "\n")
        lead = lead or ("\n" if value.startswith("\n") else "")
        if not re.search("'''|'\\Z|[\x00-\x08\x0b-\x1f\x7f]", value):
            forms.append(f"'''{lead}{value}'''")
        escaped = re.sub(r'\\|"""|[\x00-\x08\x0b-\x1f\x7f]', lambda m: basic(m[0])[1:-1], value)
        forms.append(f'"""{lead}{escaped}"""')
        if " " in escaped:
            at = escaped.index(" ") + 1
            rest = escaped[at:]
            if rest and not rest[0].isspace() and not escaped[:at].endswith("\\ "):
                forms.append(f'"""{lead}{escaped[:at]}\\\n   {rest}"""')
        return self.choose(*forms)

    def value(self, value: Value) -> str:
        if isinstance(value, Timestamp):
            return str(value)
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, int):
            return self.choose(
                str(value), str(value), f"{value}.0" if abs(value) < 10**9 else str(value)
            )
        if isinstance(value, float):
            return repr(value)
        if isinstance(value, list):
            return self.array([self.value(item) for item in value])
        space = self.choose("", " ")
        pairs = [self.inline_pair(name, item) for name, item in value.items()]
        return "{" + space + self.choose(", ", ",", " , ").join(pairs) + space + "}"

    def inline_pair(self, name: str, item: Value) -> str:
        if isinstance(item, dict) and len(item) == 1 and self.chance(6):
            inner, value = next(iter(item.items()))
            return f"{self.key(name)}.{self.key(inner)} = {self.value(value)}"
        return self.key(name) + self.choose(" = ", "=") + self.value(item)

    def array(self, items: list[str]) -> str:
        form = self.draw(st.integers(0, 5))
        comma = self.choose("", ",") if items else ""
        if form == 0:
            return "[\n  " + ",\n  ".join(items) + comma + "\n]"
        if form == 1:
            lines = [
                f"  {item}{',' if n < len(items) - 1 or comma else ''}"
                for n, item in enumerate(items)
            ]
            noted = [line + self.choose("", "", " # note") for line in lines]
            above = [self.choose("", "", "  # above\n") + line for line in noted]
            return "[\n" + "".join(f"{line}\n" for line in above) + "]"
        return "[" + self.choose(", ", ",", " ,  ").join(items) + comma + "]"

    def pairs(self, names: list[str], value: dict[str, Value], indent: str) -> list[str]:
        """The pairs of a table; some mappings as dotted keys."""
        lines: list[str] = []
        for name, item in value.items():
            if isinstance(item, dict) and item and self.chance(3):
                lines += self.pairs([*names, name], item, indent)
            else:
                equals = self.choose(" = ", " = ", "=", "   =  ")
                note = self.choose("", "", "", " # note", "\t# tab")
                lines.append(
                    f"{indent}{self.dotted([*names, name])}{equals}{self.value(item)}{note}"
                )
                if self.chance(8):
                    lines.append(self.choose("", f"{indent}# loose", "# loose\n"))
        return lines

    def section(
        self, names: list[str], value: dict[str, Value], double: bool, depth: int
    ) -> list[list[str]]:
        """The chunks of a table: its own lines, and those of tables in it."""
        pairs = {k: v for k, v in value.items() if not has_header(v) or self.chance(3)}
        rest = {k: v for k, v in value.items() if k not in pairs}
        indent = "  " * depth if self.indented else ""
        opening, closing = ("[[", "]]") if double else ("[", "]")
        space = self.choose("", "", "", " ")
        lines = [self.gap(indent)] if self.chance(2) else []
        if double or pairs or not rest or self.chance(2):
            header = f"{opening}{space}{self.dotted(names)}{space}{closing}"
            lines.append(indent + header + self.choose("", "", " # note"))
            lines += self.pairs([], pairs, indent + ("  " if self.indented else ""))
        return [lines, *self.sections(names, rest, depth + 1)]

    def gap(self, indent: str) -> str:
        return self.choose(
            "", "", f"{indent}# about", f"\n{indent}# about\n{indent}# more", "\n\n", "\n# loose\n"
        )

    def sections(self, names: list[str], value: dict[str, Value], depth: int) -> list[list[str]]:
        found: list[list[str]] = []
        for name, item in value.items():
            inner = [*names, name]
            if isinstance(item, dict):
                chunks = self.section(inner, item, False, depth)
                found += chunks
            else:
                for each in item:
                    chunks = self.section(inner, each, True, depth)
                    found.append([line for chunk in chunks for line in chunk])
        return found


def has_header(value: Value) -> bool:
    if isinstance(value, dict):
        return True
    return isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value)


def basic(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")


@st.composite
def toml_texts(draw: st.DrawFn, plain: bool = False) -> tuple[str, dict[str, Value]]:
    """A TOML text and its data; the keys may be in another order.

    Args:
        draw: Draws a value.
        plain: Whether each key is always written in the same way.
    """
    data = {**draw(mappings), "blocks": draw(blocks), **draw(mappings)}
    writer = _Writer(draw, draw(st.integers(0, 2)) == 0, plain)
    pairs = {k: v for k, v in data.items() if not has_header(v) or writer.chance(5)}
    rest = {k: v for k, v in data.items() if k not in pairs}
    lines = [writer.gap("")] if writer.chance(4) else []
    lines += writer.pairs([], pairs, "")
    chunks = writer.sections([], rest, 0)
    if writer.chance(5):
        chunks = shuffled(draw, chunks)
    lines += [line for chunk in chunks for line in chunk]
    if writer.chance(6):
        lines.append(writer.choose("", "# the end", "\n# the end\n"))
    return "".join(f"{line}\n" for line in lines), data


def shuffled(draw: st.DrawFn, chunks: list[list[str]]) -> list[list[str]]:
    """The chunks in another order; those of lists of tables keep theirs."""
    double = [n for n, chunk in enumerate(chunks) if any("[[" in line for line in chunk)]
    order = draw(st.permutations(range(len(chunks))))
    places = sorted(order.index(n) for n in double)
    result = list(order)
    for place, n in zip(places, double, strict=True):
        result[place] = n
    return [chunks[n] for n in result]


@st.composite
def toml_pages(draw: st.DrawFn) -> bytes:
    """The bytes of a page with TOML front matter."""
    text, _ = draw(toml_texts())
    opening, closing = draw(st.sampled_from([("+++\n", "+++\n"), ("---toml\n", "---\n")]))
    body = draw(st.sampled_from(["", "\n", "Body\n", "\nno line end", "\n\n\n"]))
    text = opening + text + closing + body
    if draw(st.integers(0, 5)) == 0:
        text = text.replace("\n", "\r\n")
    elif draw(st.integers(0, 9)) == 0:
        text = re.sub("\n(?=  )", "\r\n", text)
    return (("\ufeff" if draw(st.integers(0, 9)) == 0 else "") + text).encode()
