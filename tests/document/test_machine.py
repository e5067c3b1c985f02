"""Random edits of random pages, with undo: nothing is ever lost, nothing else ever changes.

A short run here; ``FRONTISPIECE_LONG=600`` makes so many runs of 50 steps.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any, ClassVar

from hypothesis import HealthCheck, Phase, event, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from designer.document import (
    Page,
    Path,
    Value,
    diff,
    duplicate_item,
    insert_item,
    insert_key,
    line_changes,
    move_between,
    move_item,
    put_value,
    remove_item,
    remove_key,
    rename_key,
    set_value,
)
from designer.document.values import get, normalized, same
from designer.errors import EditRefused, SourceError
from tests.document.documents import keys, pages, scalars, values
from tests.document.readers import same_meaning
from tests.refusals import Refusals

Model = Callable[[Value], None]


def paths_in(data: Value, path: Path = ()) -> Iterator[Path]:
    yield path
    items: Any = ()
    if isinstance(data, dict):
        items = data.items()
    elif isinstance(data, list):
        items = enumerate(data)
    for step, value in items:
        yield from paths_in(value, (*path, step))


class Editing(RuleBasedStateMachine):
    """A person at work on one page."""

    openings = Refusals()
    edits = Refusals()
    page: Page
    agree = staticmethod(same)

    @initialize(data=pages())
    def open(self, data: bytes) -> None:
        self.openings.begin()
        try:
            self.page = Page.from_bytes(data)
        except SourceError:  # the writer wrote something that js-yaml would not read either
            self.openings.refuse("not readable")
        assert self.page.to_bytes() == data
        self.undo: list[tuple[Page, bytes]] = []

    def choose(self, data: st.DataObject, kind: type | None = None) -> Path | None:
        found = [
            path for path in paths_in(self.page.data)
            if kind is None or isinstance(get(self.page.data, path), kind)
        ]  # fmt: skip
        return data.draw(st.sampled_from(found)) if found else None

    def edit(self, path: Path, change: Callable[[Page], Page], model: Model) -> None:
        before = self.page
        self.edits.begin()
        old = before.to_bytes()
        intended = [fresh(before.data)]
        model(intended)
        try:
            after = change(before)
        except EditRefused as refused:
            event(f"refused: {refused.kind}")
            self.edits.count("refused")
            assert before.to_bytes() == old
            return
        assert self.agree(after.data, intended[0])
        if after is before:
            return
        assert before.to_bytes() == old
        self.check_file(after)
        self.check_rest(before, after, path)
        self.undo.append((before, old))
        self.page = after

    def check_file(self, after: Page) -> None:
        again = Page.from_bytes(after.to_bytes())
        assert same(again.data, after.data)
        assert again.tail.lstrip("\n") == after.tail.lstrip("\n")
        assert [block.data for block in again.blocks] == [block.data for block in after.blocks]

    def check_rest(self, before: Page, after: Page, path: Path) -> None:
        """What was not touched is the same object, and the lines explain the whole change."""
        if before.is_cut and after.is_cut:
            touched = {before.blocks[n].id for n in path[1:2] if path[0] == "blocks"}
            if len(path) > 1 and path[0] == "blocks":
                others = [block for block in before.blocks if block.id not in touched]
                left = [block for block in after.blocks if block.id not in touched]
                if len(path) > 2:
                    assert after.frame is before.frame
                    assert left == others
                else:  # blank lines may go with a block; loose comments below it stay
                    assert [block.data for block in left] == [block.data for block in others]
                    assert after.frame.data == before.frame.data
            elif path and path[0] != "blocks":
                assert after.blocks == before.blocks
        lines = before.text.split("\n")
        for hunk in reversed(line_changes(before, after).hunks):
            start = hunk.line_before - 1
            old = "".join(hunk.before).split("\n")
            new = "".join(hunk.after).split("\n")
            ends = hunk.before[-1:] or hunk.after[-1:]
            if not (ends and ends[0].endswith("\n")):
                lines[start:] = new
                continue
            assert lines[start : start + len(hunk.before)] == old[:-1]
            lines[start : start + len(hunk.before)] = new[:-1]
        assert "\n".join(lines) == after.text
        found = diff(before, after)
        ids = {block.id for block in after.blocks}
        assert set(found.added) == ids - {block.id for block in before.blocks}
        assert len(ids) == len(after.blocks)

    @rule(data=st.data(), value=scalars | values)
    def set(self, data: st.DataObject, value: Value) -> None:
        path = self.choose(data)
        if not path:
            return
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
        if path is None:
            return
        mapping = get(self.page.data, path)
        if key in mapping or not same(normalized(value), normalized(value)):
            return
        place = data.draw(st.integers(0, len(mapping)))
        names = list(mapping)
        beside: dict[str, str] = {}
        if place < len(names):
            beside = {"before": names[place]}
        elif names:
            beside = {"after": names[-1]}

        def model(root: Value) -> None:
            pairs = list(get(root, (0, *path)).items())
            pairs.insert(place, (key, normalized(value)))
            setter(path, dict(pairs))(root)

        self.edit(path, lambda page: insert_key(page, path, key, value, **beside), model)

    @rule(data=st.data(), key=keys, value=scalars)
    def put(self, data: st.DataObject, key: str, value: Value) -> None:
        """A missing mapping is made; where the key goes is not the matter here."""
        path = self.choose(data, dict)
        if path is None or key in get(self.page.data, path):
            return
        try:
            after = put_value(self.page, (*path, key, "deeper"), value)
        except EditRefused:
            return
        mapping = get(after.data, path)
        assert self.agree(mapping[key], {"deeper": normalized(value)})
        assert mapping == {**get(self.page.data, path), key: mapping[key]}
        self.check_file(after)

    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        path = self.choose(data)
        if not path:
            return
        change = remove_key if isinstance(path[-1], str) else remove_item

        def model(root: Value) -> None:
            del get(root, (0, *path[:-1]))[path[-1]]

        self.edit(path, lambda page: change(page, path), model)

    @rule(data=st.data(), to=keys)
    def rename(self, data: st.DataObject, to: str) -> None:
        path = self.choose(data)
        if path is None or not path or not isinstance(path[-1], str):
            return
        if to in get(self.page.data, path[:-1]):
            return

        def model(root: Value) -> None:
            mapping = get(root, (0, *path[:-1]))
            new = {to if key == path[-1] else key: value for key, value in mapping.items()}
            setter(path[:-1], new)(root)

        self.edit(path[:-1], lambda page: rename_key(page, path, to), model)

    @rule(data=st.data(), value=values)
    def insert_an_item(self, data: st.DataObject, value: Value) -> None:
        path = self.choose(data, list)
        if path is None:
            return
        index = data.draw(st.integers(0, len(get(self.page.data, path))))
        self.edit(
            path,
            lambda page: insert_item(page, path, index, value),
            lambda root: get(root, (0, *path)).insert(index, normalized(value)),
        )

    @rule(data=st.data())
    def move(self, data: st.DataObject) -> None:
        path = self.choose(data, list)
        items = get(self.page.data, path) if path is not None else []
        if path is None or not items:
            return
        old = data.draw(st.integers(0, len(items) - 1))
        new = data.draw(st.integers(0, len(items) - 1))

        def model(root: Value) -> None:
            found = get(root, (0, *path))
            found.insert(new, found.pop(old))

        self.edit(path, lambda page: move_item(page, path, old, new), model)

    @rule(data=st.data())
    def duplicate(self, data: st.DataObject) -> None:
        path = self.choose(data, list)
        items = get(self.page.data, path) if path is not None else []
        if path is None or not items:
            return
        index = data.draw(st.integers(0, len(items) - 1))

        def model(root: Value) -> None:
            found = get(root, (0, *path))
            found.insert(index + 1, fresh(found[index]))

        self.edit(path, lambda page: duplicate_item(page, (*path, index)), model)

    @rule(data=st.data())
    def move_to_another_list(self, data: st.DataObject) -> None:
        path, to = self.choose(data, list), self.choose(data, list)
        if path is None or to is None or path == to or not get(self.page.data, path):
            return
        index = data.draw(st.integers(0, len(get(self.page.data, path)) - 1))
        if to[: len(path) + 1] == (*path, index):
            return
        to_index = data.draw(st.integers(0, len(get(self.page.data, to))))

        def model(root: Value) -> None:
            target = get(root, (0, *to))
            item = get(root, (0, *path)).pop(index)
            target.insert(to_index, item)

        self.edit((), lambda page: move_between(page, path, index, to, to_index), model)

    @rule(data=st.data())
    def type_and_take_back(self, data: st.DataObject) -> None:
        """What is typed and taken back by hand leaves the bytes as they were."""
        path = self.choose(data, str)
        if not path:
            return
        old = get(self.page.data, path)
        try:
            typed = set_value(self.page, path, str(old) + "x")
            back = set_value(typed, path, old)
        except EditRefused:
            return
        assert back.to_bytes() == self.page.to_bytes()

    @precondition(lambda self: self.undo)
    @rule()
    def take_back(self) -> None:
        page, data = self.undo.pop()
        assert page.to_bytes() == data
        self.page = page

    @invariant()
    def the_text_is_its_pieces(self) -> None:
        page = getattr(self, "page", None)
        if page is not None and page.is_cut:
            pieces = [page.frame.before, *(block.source for block in page.blocks), page.frame.after]
            assert page.yaml == "".join(pieces)


def fresh(value: Value) -> Value:
    """A copy in which nothing is shared, not even what stands in two places."""
    if isinstance(value, dict):
        return {key: fresh(item) for key, item in value.items()}
    return [fresh(item) for item in value] if isinstance(value, list) else value


def setter(path: Path, value: Value) -> Model:
    def model(root: Value) -> None:
        get(root, (0, *path)[:-1])[(0, *path)[-1]] = value

    return model


LONG = int(os.environ.get("FRONTISPIECE_LONG", "0"))

Editing.TestCase.settings = settings(
    max_examples=LONG or 40,
    stateful_step_count=50 if LONG else 25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[phase for phase in Phase if phase is not Phase.explain],  # it runs for minutes
)


UNREADABLE = {"not readable": 0.2}
"""The greatest share of random pages that cannot be read."""
REFUSED = {"refused": 0.05}
"""The greatest share of edits that may be refused."""


class TestEditing(Editing.TestCase):
    """Runs the machine, and checks that seldom anything was refused."""

    def runTest(self) -> None:  # noqa: N802 - unittest's name
        Editing.openings, Editing.edits = Refusals(), Refusals()
        super().runTest()
        Editing.openings.check(UNREADABLE)
        Editing.edits.check(REFUSED)


class Recorded(Editing):
    """The same, keeping every page before and after an edit."""

    pages: ClassVar[list[tuple[Page, Page]]] = []

    def check_rest(self, before: Page, after: Page, path: Path) -> None:
        super().check_rest(before, after, path)
        self.pages.append((before, after))


def test_the_sites_reader_reads_every_result(javascript: Any) -> None:
    """gray-matter reads what was meant, wherever it read the page before as the program does."""
    Recorded.openings, Recorded.edits = Refusals(), Refusals()
    few = settings(Editing.TestCase.settings, max_examples=LONG or 200, database=None)
    run_state_machine_as_test(Recorded, settings=few)
    Recorded.openings.check(UNREADABLE)
    Recorded.edits.check(REFUSED)
    texts = list(dict.fromkeys(page.text for pair in Recorded.pages for page in pair))
    answers = dict(zip(texts, javascript({"matter": text} for text in texts), strict=True))
    compared = 0
    for before, after in Recorded.pages:
        known = answers[before.text]
        if "error" not in known and same_meaning(known, before.data):
            assert same_meaning(answers[after.text], after.data), (before.text, after.text)
            compared += 1
    assert compared > 0.9 * len(Recorded.pages)
