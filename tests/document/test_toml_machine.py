"""Random edits of random pages with TOML front matter, with undo.

A short run here; ``FRONTISPIECE_LONG=600`` makes so many runs of 50 steps.
"""

from __future__ import annotations

import os
import tomllib
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule

from designer.document import Page, Path, Value, insert_item, insert_key, put_value, set_value
from designer.document.reading import toml_tree
from designer.document.reading.toml_lines import group_end, lines_start, runs
from designer.document.values import get, normalized, same_unordered
from tests.document.test_machine import Editing, setter
from tests.document.toml_documents import keys, mappings, scalars, toml_pages, values
from tests.refusals import Refusals


class EditingToml(Editing):
    """A person at work on one page with TOML front matter."""

    openings = Refusals()
    edits = Refusals()
    agree = staticmethod(same_unordered)

    @initialize(data=toml_pages())
    def open(self, data: bytes) -> None:
        super().open(data)
        assert self.page.syntax.name == "toml"

    def check_file(self, after: Page) -> None:
        super().check_file(after)
        plain = tomllib.loads(after.yaml)
        assert list(plain) == list(after.data)

    def check_rest(self, before: Page, after: Page, path: Path) -> None:
        super().check_rest(before, after, path)
        lines = iter(after.yaml.split("\n"))
        for line in untouched(before.yaml, path):
            assert line in lines, (before.yaml, path, after.yaml, line)
        for depth, key in enumerate(path):
            old, new = get(before.data, path[:depth]), get(after.data, path[:depth])
            if not isinstance(old, dict):
                break  # positions in a list may have changed
            assert [k for k in old if k != key and k in new] == [k for k in new if k != key]

    def has_tables(self, path: Path) -> bool:
        """Whether the items of a list have headers, so that they must be mappings."""
        node = toml_tree.tree(self.page.yaml).node(path)
        return isinstance(node, toml_tree.TableList)

    @rule(data=st.data(), value=scalars | values)
    def set(self, data: st.DataObject, value: Value) -> None:
        path = self.choose(data)
        if not path:
            return
        if isinstance(path[-1], int) and self.has_tables(path[:-1]):
            value = data.draw(mappings)
        self.edit(path, lambda page: set_value(page, path, value), setter(path, normalized(value)))

    @rule(data=st.data(), value=scalars)
    def set_a_scalar(self, data: st.DataObject, value: Value) -> None:
        for kind in (str, int):
            path = self.choose(data, kind)
            if path:
                change = setter(path, normalized(value))
                self.edit(path, lambda page, at=path: set_value(page, at, value), change)

    @rule(data=st.data(), key=keys, value=values)
    def insert_a_key(self, data: st.DataObject, key: str, value: Value) -> None:
        path = self.choose(data, dict)
        if path is None or key in get(self.page.data, path):
            return
        names = list(get(self.page.data, path))
        beside: dict[str, Any] = {}
        if names:
            beside = {
                data.draw(st.sampled_from(["before", "after"])): data.draw(st.sampled_from(names))
            }

        def model(root: Value) -> None:
            get(root, (0, *path))[key] = normalized(value)

        self.edit((*path, key), lambda page: insert_key(page, path, key, value, **beside), model)

    @rule(data=st.data(), key=keys, value=scalars)
    def put(self, data: st.DataObject, key: str, value: Value) -> None:
        path = self.choose(data, dict)
        if path is None or key in get(self.page.data, path):
            return

        def model(root: Value) -> None:
            get(root, (0, *path))[key] = {"deeper": normalized(value)}

        self.edit(path, lambda page: put_value(page, (*path, key, "deeper"), value), model)

    @rule(data=st.data(), value=values)
    def insert_an_item(self, data: st.DataObject, value: Value) -> None:
        path = self.choose(data, list)
        if path is None:
            return
        if self.has_tables(path):
            value = data.draw(mappings)
        index = data.draw(st.integers(0, len(get(self.page.data, path))))
        self.edit(
            path,
            lambda page: insert_item(page, path, index, value),
            lambda root: get(root, (0, *path)).insert(index, normalized(value)),
        )


def untouched(text: str, path: Path) -> list[str]:
    """The lines, without blank ones, of what an edit at a path must not touch."""
    found = toml_tree.tree(text)
    own = found.under(path)
    around = [
        index for index, each in enumerate(found.statements)
        if each.node and path[: len(each.path)] == each.path and index not in own
    ]  # fmt: skip
    touched: set[int] = set()
    for first, last in [*runs(own), *((index, index) for index in around)]:
        start = text.count("\n", 0, lines_start(text, found, first))
        end = text.count("\n", 0, group_end(text, found, first, last))
        touched.update(range(start, end))
    return [line for n, line in enumerate(text.split("\n")) if line.strip() and n not in touched]


LONG = int(os.environ.get("FRONTISPIECE_LONG", "0"))

EditingToml.TestCase.settings = settings(
    max_examples=LONG or 40,
    stateful_step_count=50 if LONG else 25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[phase for phase in Phase if phase is not Phase.explain],
)


class TestEditingToml(EditingToml.TestCase):
    """Runs the machine, and checks that seldom anything was refused."""

    def runTest(self) -> None:  # noqa: N802 - unittest's name
        EditingToml.openings, EditingToml.edits = Refusals(), Refusals()
        super().runTest()
        EditingToml.openings.check({"not readable": 0.2})
        EditingToml.edits.check({"refused": 0.05})


del Editing  # its own tests are in the other module
