"""Drives the window without a user: the smoke test, and screenshots of the window."""

from __future__ import annotations

import json
import tempfile
import time
from pathlib import Path

import psutil
from PySide6.QtCore import QDeadlineTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from designer.app.program import Program
from designer.document import Page, line_changes, read_file
from designer.editor import Address, Role
from designer.engine.event_loop import value_of, wait_until
from designer.errors import EngineError
from designer.inspector.entries.entry import FormEntry
from designer.preview import WORLD
from designer.project import PageLocation
from designer.site import PageSearch

_SETTLE_MS = 400
_UTILITIES = ("opacity-50", "opacity-75")
"""The smoke test types the first one that the slot does not contain."""


def take_picture(program: Program, file: Path) -> None:
    """Save a screenshot of the whole window.

    Raises:
        EngineError: The file could not be written.
    """
    settled = QDeadlineTimer(_SETTLE_MS)
    wait_until(settled.hasExpired, "Settling")
    sentence = f"The picture {file} could not be written; choose another place."
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EngineError(sentence) from error
    if not program.window.grab().save(str(file)):
        raise EngineError(sentence)


def show(program: Program, location: PageLocation, size: tuple[int, int]) -> dict[str, float]:
    """Open a page in the window and wait until it is painted.

    Returns:
        Milliseconds until the window and until the page was visible.
    """
    begin = time.perf_counter()
    program.open(location)
    program.window.resize(*size)
    program.window.show()
    wait_until(program.window.isVisible, "Showing the window")
    window = time.perf_counter()
    wait_until(lambda: program.preview.is_current, "Painting the page")
    return {"window": (window - begin) * 1000, "page": (time.perf_counter() - begin) * 1000}


def show_no_pages(program: Program, search: PageSearch, size: tuple[int, int]) -> None:
    """Show in the window that a folder has no pages."""
    program.show_no_pages(search)
    program.window.resize(*size)
    program.window.show()
    wait_until(program.window.isVisible, "Showing the window")


def smoke(
    program: Program, location: PageLocation, size: tuple[int, int], picture: Path | None
) -> None:
    """Open a copy of a page, edit a slot by typing, undo, redo, save; print one line of JSON.

    It holds milliseconds: from the start of the process until the page is opened (``start``), from
    there until the window and the page are shown, and from a key until the page shows the edit.

    Raises:
        DesignerError: A step failed.
    """
    with tempfile.TemporaryDirectory(prefix="frontispiece-smoke-") as folder:
        copy = Path(folder) / location.page.name
        copy.write_bytes(location.page.read_bytes())
        start = (time.time() - psutil.Process().create_time()) * 1000
        times = {"start": start, **show(program, PageLocation(copy, location.site), size)}
        times["edit"], selector = _edit(program)
        _undo_redo(program, selector)
        lines = _save(program, location.page, copy)
        if picture is not None:
            take_picture(program, picture)
        report = {"ms": {name: round(ms, 1) for name, ms in times.items()}, "lines_changed": lines}
        print(json.dumps(report))  # noqa: T201 - the smoke run's one line of output


def _edit(program: Program) -> tuple[float, str]:
    """Type a utility at the end of a slot that the page shows.

    Returns:
        Milliseconds until the page shows the edit, and a selector that matches it there.
    """
    found = _slot(program)
    field = program.window.inspector.style_form.field(found.path)
    if not isinstance(field, QPlainTextEdit):
        raise EngineError("The slot has no editor.")
    utility = next(name for name in _UTILITIES if name not in str(found.value))
    selector = f"{_selector(program, found)}.{utility}"
    field.setFocus()
    QTest.keySequence(field, "Ctrl+End")
    QTest.keyClicks(field, " " + utility[:-1])
    wait_until(lambda: program.preview.is_current, "Painting")
    begin = time.perf_counter()
    QTest.keyClicks(field, utility[-1])
    wait_until(lambda: program.preview.is_current, "Painting the edit")
    done = time.perf_counter()
    if not _shown(program, selector):
        raise EngineError("The preview does not show the edit.")
    return (done - begin) * 1000, selector


def _slot(program: Program) -> FormEntry:
    """Select the first block with a visible, non-empty slot, and return that slot's entry."""
    page = program.editor.page()
    inspector = program.window.inspector
    inspector.tabs.setCurrentWidget(inspector.style_form)
    for block in page.blocks if page else ():
        program.editor.select(Address(Role.PAGE, block.id))
        for entry in inspector.style_form.entries:
            if entry.value and _shown(program, _selector(program, entry)):
                return entry
    raise EngineError("The page shows no block with a slot that could be edited.")


def _selector(program: Program, entry: FormEntry) -> str:
    selection = program.editor.selection
    block = selection.block if selection else None
    slot = ".".join(map(str, entry.path))
    return f"[data-fp-root='block:{block}'] [data-fp-slot='{slot}']"


def _shown(program: Program, selector: str) -> bool:
    script = f"document.querySelector({json.dumps(selector)}) !== null"
    return bool(value_of(program.preview.page, script, WORLD.value))


def _undo_redo(program: Program, selector: str) -> None:
    before = program.editor.page()
    stack = program.editor.stack
    while stack.canUndo():
        stack.undo()
    wait_until(lambda: program.preview.is_current, "Painting the undo")
    if _shown(program, selector):
        raise EngineError("The preview still shows the edit after undoing it.")
    while stack.canRedo():
        stack.redo()
    wait_until(lambda: program.preview.is_current, "Painting the redo")
    if not _shown(program, selector) or program.editor.page() is not before:
        raise EngineError("Redoing did not bring the edit back.")


def _save(program: Program, original: Path, copy: Path) -> int:
    program.editor.save()
    before = Page.from_bytes(read_file(original).data, name=original.name)
    after = Page.from_bytes(read_file(copy).data, name=copy.name)
    count = line_changes(before, after).count
    if count == 0:
        raise EngineError("The edit was not saved.")
    return count
