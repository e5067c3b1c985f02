"""What a command reports while it runs: its steps, its warnings, the files that it wrote."""

from __future__ import annotations

import json
import stat
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from designer import interrupts
from designer.document import FileStamp, save_file
from designer.errors import SaveError

OnStep = Callable[[str, int, int], None]
"""Called with what is being done, how many parts of it are done, and of how many (0: unknown)."""

OnWarning = Callable[[str], None]
"""Called with a sentence."""


def ignore_step(_what: str, _done: int, _whole: int) -> None:
    """Show no progress."""


def ignore_warning(_text: str) -> None:
    """Show no warnings."""


@dataclass
class Report:
    """Collects what a command does, and passes on what happens meanwhile.

    Attributes:
        step: Called at every step of the work.
        on_warning: Called with each warning, once.
        written: The files that were written.
        warnings: The warnings.
    """

    step: OnStep = ignore_step
    on_warning: OnWarning = ignore_warning
    written: list[Path] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def warn(self, text: str) -> None:
        """Add a warning, unless the same was added before."""
        if text not in self.warnings:
            self.warnings.append(text)
            self.on_warning(text)

    def write(self, file: Path, data: bytes, expected: FileStamp | None = None) -> None:
        """Write a file completely or not at all, also when Ctrl+C is pressed meanwhile.

        A device or a pipe, such as ``/dev/stdout``, is written to directly.

        Args:
            file: The file.
            data: The new content.
            expected: The stamp of the content to replace; None replaces any content.

        Raises:
            SaveError: The file cannot be written; its old content is still there.
        """
        with interrupts.held():
            if _is_stream(file):
                _write_stream(file, data)
            else:
                save_file(file, data, expected)
            self.written.append(file)

    def as_json(self, **more: object) -> str:
        """Return the files and the warnings as one line with a JSON object, with more values."""
        values = {"written": [str(file) for file in self.written], "warnings": self.warnings}
        return json.dumps(values | more, ensure_ascii=False) + "\n"


def _is_stream(file: Path) -> bool:
    try:
        mode = file.stat().st_mode
    except OSError:
        return False
    return stat.S_ISCHR(mode) or stat.S_ISFIFO(mode)


def _write_stream(file: Path, data: bytes) -> None:
    try:
        file.write_bytes(data)
    except OSError as error:
        raise SaveError(
            f"{file} cannot be written ({error.strerror}); choose another place."
        ) from error
