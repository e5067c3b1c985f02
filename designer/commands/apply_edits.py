"""Applies an edit script to a page without a window, completely or not at all."""

from __future__ import annotations

import difflib
import sys
from pathlib import Path

from designer.commands.report import Report
from designer.document import Page, read_file
from designer.document.edit_script import apply_script
from designer.errors import SourceError


def apply_edits(
    page_file: Path, script: str, report: Report, *, out: Path | None, diff: bool
) -> str:
    """Apply the edits of a script.

    Args:
        page_file: The page.
        script: A file with one edit per line (JSON), or ``-`` for standard input.
        report: Receives the written file; none is written if nothing changes in the page itself.
        out: The output file; None means the page itself.
        diff: Whether to return the changes as text; the page itself is not written then.

    Returns:
        The changes as a unified diff, empty without ``diff``.

    Raises:
        SourceError: The page or the script cannot be read.
        EditRefused: An edit cannot be made; nothing was written.
        SaveError: The result cannot be written.
    """
    content = read_file(page_file)
    before = Page.from_bytes(content.data, name=page_file.name)
    after = apply_script(before, _read_script(script))
    data = after.to_bytes()
    if out is not None:
        report.write(out, data)
    elif not diff and data != content.data:
        report.write(page_file, data, content.stamp)
    return _diff(before, after, page_file.name) if diff else ""


def _read_script(script: str) -> str:
    data = sys.stdin.buffer.read() if script == "-" else read_file(Path(script)).data
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise SourceError("The edits are not UTF-8 text; nothing was changed.") from error


def _diff(before: Page, after: Page, name: str) -> str:
    old, new = (page.text.splitlines(keepends=True) for page in (before, after))
    return "".join(difflib.unified_diff(old, new, f"a/{name}", f"b/{name}"))
