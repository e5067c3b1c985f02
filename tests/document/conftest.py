"""The sites' own readers and writers, run by Node, for tests that compare with them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from tests.npm import install, node

_HERE = Path(__file__).parent / "jsyaml"

Ask = Callable[[Iterable[dict[str, Any]]], list[Any]]


@pytest.fixture(scope="session")
def javascript() -> Ask:
    """Asks js-yaml and gray-matter many questions at once (see bridge.js)."""
    installed = install(_HERE, "jsyaml")

    def ask(questions: Iterable[dict[str, Any]]) -> list[Any]:
        lines = "".join(json.dumps(question) + "\n" for question in questions)
        answers = node(_HERE / "bridge.js", installed, folder=installed, text=lines)
        return [json.loads(line) for line in answers.split("\n")[:-1]]

    return ask
