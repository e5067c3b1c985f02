"""Random edits of random JSON documents and pages with JSON front matter, with undo.

A short run here; ``FRONTISPIECE_LONG=600`` makes so many runs of 50 steps.
"""

from __future__ import annotations

import os
from itertools import takewhile

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import initialize

from designer.document import Page, Path
from designer.document.reading import json_reader
from designer.document.reading.toml_tree import child
from designer.document.values import get
from tests.document.json_documents import json_pages
from tests.document.test_machine import Editing
from tests.refusals import Refusals


class EditingJson(Editing):
    """A person at work on one JSON document."""

    openings = Refusals()
    edits = Refusals()

    @initialize(data=json_pages())
    def open(self, data: bytes) -> None:
        super().open(data)
        assert self.page.syntax.name == "json"

    def check_rest(self, before: Page, after: Page, path: Path) -> None:
        """All bytes outside the changed collection stay."""
        super().check_rest(before, after, path)
        node = json_reader.tree(before.yaml)
        if path and isinstance(path[-1], int):  # another item may stand there now
            path = path[:-1]
        for step in existing(before, after, path):
            node = child(node, step)
        above, below = before.yaml[: node.start], before.yaml[node.end :]
        assert after.yaml.startswith(above)
        assert after.yaml[len(above) :].endswith(below)


def existing(before: Page, after: Page, path: Path) -> Path:
    """The longest part of a path that leads to a collection in both pages."""

    def leads(size: int) -> bool:
        found = [get(page.data, path[:size]) for page in (before, after)]
        return isinstance(found[0], (dict, list)) and type(found[0]) is type(found[1])

    def is_there(size: int) -> bool:
        try:
            return leads(size)
        except LookupError:
            return False

    return path[: len(list(takewhile(is_there, range(1, len(path) + 1))))]


LONG = int(os.environ.get("FRONTISPIECE_LONG", "0"))

EditingJson.TestCase.settings = settings(
    max_examples=LONG or 40,
    stateful_step_count=50 if LONG else 25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[phase for phase in Phase if phase is not Phase.explain],
)


class TestEditingJson(EditingJson.TestCase):
    """Runs the machine, and checks that seldom anything was refused."""

    def runTest(self) -> None:  # noqa: N802 - unittest's name
        EditingJson.openings, EditingJson.edits = Refusals(), Refusals()
        super().runTest()
        EditingJson.openings.check({})
        EditingJson.edits.check({"refused": 0.05})


del Editing  # its own tests are in the other module
