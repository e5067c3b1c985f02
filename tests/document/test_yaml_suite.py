"""The YAML test suite: every document between fences, every scalar set to awkward values.

The counts in the asserts are the bar that the study's prototype set.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any

import pytest

from designer.document import Page, Path, Tagged, Value, set_value
from designer.document.values import normalized, same, updated_at
from designer.errors import EditRefused, SourceError
from tests.document.readers import same_meaning

VALUES: list[Value] = [
    "x", "a: b # c", "two\nlines\n", "", "yes", "trail ", 5, True, None, "日本 😀 \xa0",
    "word " * 23 + "tail.", "- #", "\n\n lead", "08", "\"q\" 's'",
]  # fmt: skip

REFUSALS = {"alias", "anchor", "merge", "tag", "mismatch"}


@dataclass
class Result:
    """What happened to all documents."""

    opened: int = 0
    tried: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    sentences: list[str] = field(default_factory=list)
    edited: list[tuple[str, str, Value]] = field(default_factory=list)  # before, after, intention


def scalars_of(data: Value, path: Path = ()) -> Iterator[Path]:
    data = data.value if isinstance(data, Tagged) else data
    if isinstance(data, dict):
        for key, value in data.items():
            yield from scalars_of(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from scalars_of(value, (*path, index))
    else:
        yield path


def without_start(yaml: str) -> str:
    """A document without the ``---`` that it begins with."""
    if not yaml.startswith("---"):
        return yaml
    first, _, rest = yaml.partition("\n")
    return rest if first.strip() == "---" else first[3:].lstrip(" ") + "\n" + rest


def run(documents: list[str]) -> Result:
    result = Result()
    for yaml in documents:
        data = f"---\n{yaml.removesuffix(chr(10))}\n---\nbody\n".encode()
        try:
            page = Page.from_bytes(data)
        except SourceError as error:
            result.sentences.append(str(error))
            continue
        result.opened += 1
        assert page.to_bytes() == data
        for path in scalars_of(page.data):
            for value in VALUES:
                try_to_set(page, path, value, result)
    return result


def try_to_set(page: Page, path: Path, value: Value, result: Result) -> None:
    result.tried += 1
    intended = updated_at(page.data, path, lambda _: normalized(value))
    try:
        edited = set_value(page, path, value)
    except EditRefused as refused:
        result.refused[refused.kind] += 1
        result.sentences.append(str(refused))
        return
    again = Page.from_bytes(edited.to_bytes())
    assert same(again.data, intended), (page.text, path, value, edited.text)
    assert same(edited.data, intended)
    assert again.tail == page.tail
    result.edited.append((page.yaml, edited.yaml, intended))


@pytest.fixture(scope="module")
def suite(real: FilePath) -> list[str]:
    documents = json.loads((real / "yaml-test-suite.json").read_text(encoding="utf-8"))
    assert len(documents) == 402
    return [document["yaml"] for document in documents]


@pytest.mark.parametrize(("cut", "opened", "tried"), [(False, 273, 6360), (True, 237, 7965)])
def test_the_suite(suite: list[str], cut: bool, opened: int, tried: int, javascript: Any) -> None:
    result = run([without_start(yaml) if cut else yaml for yaml in suite])
    refused = sum(result.refused.values())
    assert all("othing was changed" in sentence for sentence in result.sentences)
    assert result.opened >= opened
    assert result.tried >= tried
    assert set(result.refused) == REFUSALS
    assert refused <= 0.15 * result.tried
    assert len(result.edited) == result.tried - refused
    befores = list(dict.fromkeys(before for before, _, _ in result.edited))
    known = dict(zip(befores, javascript({"load": text} for text in befores), strict=True))
    answers = javascript({"load": text} for _, text, _ in result.edited)
    agreed = 0
    for (before, after, intended), answer in zip(result.edited, answers, strict=True):
        if "error" in known[before]:
            continue  # js-yaml could not read it before either
        assert "error" not in answer, after
        if same_meaning(known[before], Page.from_bytes(f"---\n{before}---\n".encode()).data):
            assert same_meaning(answer, intended), (before, after, answer)
            agreed += 1
    assert agreed > 0.8 * len(result.edited)
