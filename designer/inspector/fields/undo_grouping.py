"""Keystrokes that belong together, and where a text has changed."""

from __future__ import annotations


def end_of_change(old: str, new: str) -> int:
    """Where the last difference to an older text ends, in the units in which Qt counts (UTF-16)."""
    same = 0
    while same < min(len(old), len(new)) and old[-1 - same] == new[-1 - same]:
        same += 1
    return len(new[: len(new) - same].encode("utf-16-le")) // 2


class UndoGroup:
    """Tells keystrokes that belong together from those with which a new thought begins."""

    def __init__(self) -> None:
        self._length = 0
        self._caret: int | None = None

    def start(self, text: str) -> None:
        """Begin with a text that is shown."""
        self._length, self._caret = len(text), None

    def ends(self, text: str, caret: int) -> tuple[bool, bool]:
        """Whether the run ends before, and whether it ends after, the edit that made this text.

        It ends around a paste or a cut, after a line break, and where the caret jumped.
        """
        large = abs(len(text) - self._length) > 1
        jumped = self._caret is not None and abs(caret - self._caret) > 1
        broken = len(text) > self._length and text[caret - 1 : caret] == "\n"
        self._length, self._caret = len(text), caret
        return large or jumped, large or broken
