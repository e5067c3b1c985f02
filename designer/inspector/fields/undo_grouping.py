"""Grouping of keystrokes into undo steps, and the position of a text change."""

from __future__ import annotations


def end_of_change(old: str, new: str) -> int:
    """Return the end of the last changed range of a text, as a UTF-16 offset as Qt counts."""
    same = 0
    while same < min(len(old), len(new)) and old[-1 - same] == new[-1 - same]:
        same += 1
    return len(new[: len(new) - same].encode("utf-16-le")) // 2


class UndoGroup:
    """Groups consecutive keystrokes and detects where a new undo step begins."""

    def __init__(self) -> None:
        self._length = 0
        self._caret: int | None = None

    def start(self, text: str) -> None:
        """Reset to the displayed text."""
        self._length, self._caret = len(text), None

    def boundaries(self, text: str, caret: int) -> tuple[bool, bool]:
        """Return whether the group ends before, and whether it ends after, the edit to this text.

        A group ends around a paste or a cut, after a line break, and where the caret jumped.
        """
        large = abs(len(text) - self._length) > 1
        jumped = self._caret is not None and abs(caret - self._caret) > 1
        broken = len(text) > self._length and text[caret - 1 : caret] == "\n"
        self._length, self._caret = len(text), caret
        return large or jumped, large or broken
