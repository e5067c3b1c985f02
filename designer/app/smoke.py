"""Driving the window without a person: the smoke run, and pictures of the window."""

from __future__ import annotations

import json
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from designer.app.place import Place
from designer.app.program import Program
from designer.app.waiting import value_of, wait_until
from designer.document import Page, line_changes, read_file
from designer.editor import Address, Role
from designer.errors import EngineError
from designer.preview import WORLD

_SETTLE_MS = 400
_UTILITY = "opacity-50"


def take_picture(program: Program, file: Path) -> None:
    """Save a picture of the whole window.

    Raises:
        EngineError: The picture could not be written.
    """
    settled = QDeadlineTimer(_SETTLE_MS)
    wait_until(settled.hasExpired, "Settling")
    file.parent.mkdir(parents=True, exist_ok=True)
    if not program.window.grab().save(str(file)):
        raise EngineError(f"The picture {file} could not be written; choose another place.")


def show(program: Program, place: Place, size: tuple[int, int]) -> dict[str, float]:
    """Open a page in the window and wait until it is painted.

    Returns:
        Milliseconds until the window and until the page was there.
    """
    begin = time.perf_counter()
    program.open(place)
    program.window.resize(*size)
    program.window.show()
    wait_until(program.window.isVisible, "Showing the window")
    window = time.perf_counter()
    wait_until(lambda: program.preview.is_current, "Painting the page")
    return {"window": (window - begin) * 1000, "page": (time.perf_counter() - begin) * 1000}


def smoke(program: Program, place: Place, size: tuple[int, int], picture: Path | None) -> None:
    """Open a copy of a page, edit a slot by typing, undo, redo, save; print one line of JSON.

    Raises:
        DesignerError: Something did not work.
    """
    with tempfile.TemporaryDirectory(prefix="frontispiece-smoke-") as folder:
        copy = Path(folder) / place.page.name
        copy.write_bytes(place.page.read_bytes())
        times = show(program, Place(copy, place.site), size)
        times["edit"] = _edit(program)
        _undo_redo(program)
        lines = _save(program, place.page, copy)
        if picture is not None:
            take_picture(program, picture)
        report = {"ms": {name: round(ms, 1) for name, ms in times.items()}, "lines_changed": lines}
        print(json.dumps(report))  # noqa: T201 - the smoke run's one line of output


def _edit(program: Program) -> float:
    """Type a utility at the end of the first slot; milliseconds until the page shows it."""
    page = program.editor.page()
    if page is None or not page.blocks:
        raise EngineError("The page has no block that could be edited.")
    program.editor.select(Address(Role.PAGE, page.blocks[0].id))
    form = program.window.inspector.style_form
    program.window.inspector.tabs.setCurrentWidget(form)
    entry = next((e for e in form.entries if e.value), None)
    field = form.field(entry.path) if entry else None
    if not isinstance(field, QPlainTextEdit):
        raise EngineError("The first block has no slot that could be edited.")
    field.setFocus()
    QTest.keySequence(field, "Ctrl+End")
    QTest.keyClicks(field, " " + _UTILITY[:-1])
    wait_until(lambda: program.preview.is_current, "Painting")
    begin = time.perf_counter()
    QTest.keyClicks(field, _UTILITY[-1])
    wait_until(lambda: program.preview.is_current, "Painting the edit")
    done = time.perf_counter()
    if not _shown(program):
        raise EngineError("The preview does not show the edit.")
    return (done - begin) * 1000


def _shown(program: Program) -> bool:
    script = f"document.querySelectorAll('[data-fp-root^=\"block:\"] .{_UTILITY}').length > 0"
    return bool(value_of(program.preview.page, script, WORLD.value))


def _undo_redo(program: Program) -> None:
    before = program.editor.page()
    stack = program.editor.stack
    while stack.canUndo():
        stack.undo()
    wait_until(lambda: program.preview.is_current, "Painting the undo")
    if _shown(program):
        raise EngineError("The preview still shows the edit after undoing it.")
    while stack.canRedo():
        stack.redo()
    wait_until(lambda: program.preview.is_current, "Painting the redo")
    if not _shown(program) or program.editor.page() is not before:
        raise EngineError("Redoing did not bring the edit back.")


def _save(program: Program, original: Path, copy: Path) -> int:
    program.editor.save()
    before = Page.from_bytes(read_file(original).data)
    after = Page.from_bytes(read_file(copy).data)
    count = line_changes(before, after).count
    if count == 0:
        raise EngineError("The edit was not saved.")
    return count
