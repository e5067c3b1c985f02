"""What is written is what js-yaml 3.14.1 writes, and what is read is what it reads."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from designer.document import Page, Tagged, Timestamp, Value
from designer.document.reading import fence, plain_scalars, yaml_reader
from designer.document.reading.parse_errors import ReadProblem
from designer.document.values import as_number
from designer.document.writing import collection_writer, scalar_writer
from designer.document.writing.scalar_writer import TINA, ScalarStyle
from tests.corpus import REAL
from tests.document.readers import encoded

WORDS = [
    "a", "word", "text-3xl", "https://example.org/a?b=c", "#", "#x", "-", "- ", ":", "a:", ": ",
    "'", '"', "é", "日本", "😀", "\n", "\n\n", " ", "  ", "\t", "\xa0", "\u2028", "\x85", "\ufeff",
    "&#x20;", "\\_", "yes", "1e3", "true", ",", "[x]", "{", "?", "=", "*", "`", "!", "%", "@", "|",
    ">", "<<", "~", "long" * 8, "x" * 90, "\n ", "\n  - ", "2001-01-01", "0x1F", "1:30", "\x07",
]  # fmt: skip


def random_text(chance: random.Random) -> str:
    count = chance.choice([0, 1, 1, 2, 3, 5, 12, 40])
    return "".join(chance.choice(WORDS) + chance.choice(["", " ", " "]) for _ in range(count))


def random_value(chance: random.Random, depth: int = 0) -> Value:
    kind = chance.randrange(12 if depth < 4 else 9)
    if kind == 6:
        return chance.choice([True, False, None])
    if kind == 7:
        return chance.randint(-(10**9), 10**9)
    if kind == 8:
        return as_number(chance.choice([0.5, 1e-7, 1.5e300, -2.25, 1e21, 123456.789, -0.0]))
    if kind == 9:
        return [random_value(chance, depth + 1) for _ in range(chance.randrange(4))]
    if kind > 9:
        return {
            random_key(chance): random_value(chance, depth + 1) for _ in range(chance.randrange(5))
        }
    return random_text(chance)


def random_key(chance: random.Random) -> str:
    """A key which JavaScript does not put before the others, as it does with whole numbers."""
    return "k" + random_text(chance)[:40]


def texts_in(value: Value) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from texts_in(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts_in(item)
    elif isinstance(value, str):
        yield value


def quoted_by_us_alone(text: str) -> bool:
    """True for a text that js-yaml 3 leaves plain though other readers take it for a number."""
    return type(plain_scalars.resolve(text)) is str and scalar_writer.is_number_elsewhere(text)


def corpus_values(corpus: Path) -> list[Value]:
    files = [*corpus.glob("*/content/**/*.md"), *corpus.glob("replay/blobs/*.md")]
    files += [*corpus.glob("*/content/**/*.json"), *corpus.glob("seed/*.md")]
    return [Page.from_bytes(file.read_bytes()).data for file in files]


def with_dates(value: Value) -> Value:
    """A value in which dates are what bridge.js makes dates of."""
    if isinstance(value, Timestamp):
        return {"a_date": str(value)}
    if isinstance(value, list):
        return [with_dates(item) for item in value]
    if isinstance(value, dict):
        return {key: with_dates(item) for key, item in value.items()}
    return value


def test_every_value_of_the_corpus_is_written_alike(corpus: Path, javascript: Any) -> None:
    values = corpus_values(corpus)
    assert len(values) > (380 if corpus == REAL else 10)
    questions = ({"dump": with_dates(value), "options": {"noRefs": True}} for value in values)
    written = javascript(questions)
    for value, theirs in zip(values, written, strict=True):
        assert not any(quoted_by_us_alone(text) for text in texts_in(value))
        assert collection_writer.at_root(value, TINA) + "\n" == theirs


@pytest.mark.parametrize(
    ("library", "style"),
    [
        ("js-yaml", TINA),
        ("js-yaml", ScalarStyle(width=-1)),
        ("js-yaml", ScalarStyle(width=40)),
        ("js-yaml-4", ScalarStyle(version=4)),
        ("js-yaml-4", ScalarStyle(version=4, width=-1)),
    ],
)
def test_random_values_are_written_alike(library: str, style: ScalarStyle, javascript: Any) -> None:
    chance = random.Random(f"{library} {style.width}")
    count = 20_000 if style == TINA else 4_000
    values: list[Value] = []
    while len(values) < count:
        value = {"k": random_value(chance)}
        if not any(quoted_by_us_alone(text) for text in texts_in(value)):
            values.append(value)
    options = {"lineWidth": style.width}
    written = javascript({"dump": v, "with": library, "options": options} for v in values)
    for value, theirs in zip(values, written, strict=True):
        assert collection_writer.at_root(value, style) + "\n" == theirs


@pytest.mark.parametrize("text", ["08", "0o14", "+.5", "-08", "1_0.", "00.5", "1e-3", "-1_"])
def test_numbers_of_other_readers_are_quoted(text: str, javascript: Any) -> None:
    assert scalar_writer.scalar(text, TINA, 2) == f"'{text}'"
    assert javascript([{"load": f"k: '{text}'\n"}]) == [
        {"value": {"kind": "map", "of": [["k", text]]}}
    ]


def test_every_reader_takes_a_written_text_for_a_text(javascript: Any) -> None:
    """YAML 1.1 (PyYAML), js-yaml 3 and js-yaml 4 (YAML 1.2) agree."""
    chance = random.Random(5)
    alphabet = "0123456789_+-.:eExboyYnNofFtTrRuUsSaAlLi~=<#,[]{}&*!|>%@'\"? \n"
    texts = ["".join(chance.choices(alphabet, k=chance.randint(0, 6))) for _ in range(8_000)]
    texts += ["yes", "No", "on", "08", "0o14", "+.5", "1_0", "1:30", "0.1e5", "2001-01-01", "<<"]
    for style in (TINA, ScalarStyle(version=4), ScalarStyle(quote="'")):
        written = [f"k: {scalar_writer.scalar(text, style, 2)}\n" for text in texts]
        for library in ("js-yaml", "js-yaml-4"):
            answers = javascript({"load": source, "with": library} for source in written)
            meant = [{"value": {"kind": "map", "of": [["k", text]]}} for text in texts]
            assert answers == meant
        assert [yaml.safe_load(source)["k"] for source in written] == texts


def test_plain_scalars_mean_the_same(javascript: Any) -> None:
    chance = random.Random(3)
    alphabet = "0123456789_+-.:eExbo afntr~TZ"
    texts = ["".join(chance.choices(alphabet, k=chance.randint(1, 9))) for _ in range(20_000)]
    texts += ["0", "-0", "-0.0", "1_0", "0b1_", "0x_f", "1:30.5", "._e5", "1.e5", "1e400"]
    texts += ["9e999", "5e-324", ".inf", "-.INF", ".NaN"]
    texts += ["9" * 400, "0x" + "f" * 300, "2001-12-14t21:59:43.10-05:00", "2001-1-1 1:2:3 Z"]
    texts = [text for text in texts if is_one_plain_scalar(text)]
    assert len(texts) > 15_000
    answers = javascript({"load": f"k: {text}\n"} for text in texts)
    for text, answer in zip(texts, answers, strict=True):
        assert answer == {"value": encoded({"k": plain_scalars.resolve(text)})}, text


def is_one_plain_scalar(text: str) -> bool:
    start = text[0] not in " -:~" or (text[0] in "-~" and text[1:2] not in ("", " "))
    return start and text[-1] not in " :" and ": " not in text and text[-1] != ":"


def test_pages_of_the_corpus_mean_the_same(corpus: Path, javascript: Any) -> None:
    files = [*corpus.glob("*/content/**/*.md"), *corpus.glob("replay/blobs/*.md")][::3]
    texts = [file.read_bytes().decode() for file in files]
    answers = javascript({"matter": text} for text in texts)
    for text, answer in zip(texts, answers, strict=True):
        assert answer["value"] == encoded(Page.from_bytes(text.encode()).data)


ENDS = ["", "\n", "\n\n", "\n\n\n", "\r\n", "\n\r\n", "\r\n\n", "\r\n\r\n", " \n", "\n \n"]


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize(
    "start", ["a: |+\n  x", "a: >+\n  x\n\n  y", "a: |\n  x", "a: x", "", "# c"]
)
def test_the_end_of_the_front_matter_is_read_as_by_gray_matter(
    start: str, end: str, javascript: Any
) -> None:
    text = f"---\n{start}{end}\n---\nbody\n"
    parts = fence.split(text)
    assert fence.join(parts) == text
    answer = javascript([{"matter": text}])[0]
    assert answer["value"] == encoded(yaml_reader.load(parts.yaml).data)
    assert answer["content"] == "body\n"


def test_a_page_of_every_random_value_is_read_as_js_yaml_reads_it(javascript: Any) -> None:
    chance = random.Random(4)
    texts = [
        collection_writer.at_root({"k": random_value(chance)}, TINA) + "\n" for _ in range(3_000)
    ]
    for text, answer in zip(texts, javascript({"load": text} for text in texts), strict=True):
        try:
            assert answer == {"value": encoded(yaml_reader.load(text).data)}
        except ReadProblem as problem:
            pytest.fail(f"{problem}: {json.dumps(text)}")


def test_tagged_values_are_not_taken_for_plain_ones() -> None:
    assert yaml_reader.load("a: !!int 5").data == {"a": 5}
    assert yaml_reader.load("a: !!binary aGk=").data == {
        "a": Tagged("tag:yaml.org,2002:binary", "aGk=")
    }
