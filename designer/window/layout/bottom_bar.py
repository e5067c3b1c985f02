"""The status bar: the number of changed lines, hints, and the latest preview time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

HEIGHT = 28
HINT_MS = 8000


class BottomBar(QFrame):
    """The status bar; a hint disappears after a timeout."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bottomBar")
        self.setFixedHeight(HEIGHT)
        self.lines = QPushButton()
        self.lines.setObjectName("linesButton")
        self.lines.setToolTip(self.tr("Show the lines that will change"))
        self.hint = QLabel()
        self.hint.setObjectName("hint")
        self.fonts = QLabel()
        self.engine = QLabel()
        self.time = QLabel()
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 0, 12, 0)
        line.setSpacing(18)
        for label in (self.lines, self.hint):
            line.addWidget(label)
        line.addStretch()
        for label in (self.fonts, self.engine, self.time):
            line.addWidget(label)
        self._step = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(HINT_MS)
        self._timer.timeout.connect(self.hint.clear)

    def show_lines(self, count: int) -> None:
        """Show the number of lines that a save would change."""
        self.lines.setEnabled(count > 0)
        if count == 0:
            self.lines.setText(self.tr("Nothing to save"))
        elif count == 1:
            self.lines.setText(self.tr("1 line will change"))
        else:
            self.lines.setText(self.tr("%1 lines will change").replace("%1", str(count)))

    def show_hint(self, text: str, *, error: bool = False) -> None:
        """Show a hint for ``HINT_MS`` milliseconds."""
        self.hint.setProperty("kind", "error" if error else "")
        self.hint.style().unpolish(self.hint)
        self.hint.style().polish(self.hint)
        self.hint.setText(text)
        self._timer.start()

    def on_undo_index_changed(self, step: int) -> None:
        """Record the index of the undo stack; an undo clears the hint about the undone step."""
        if step < self._step:
            self.hint.clear()
        self._step = step

    def show_fonts(self, replaced: Sequence[str]) -> None:
        """List fonts that are not installed and are shown in a similar font."""
        names = ", ".join(f"“{name}”" for name in replaced)
        text = self.tr("%1 shown in a similar font").replace("%1", names)
        self.fonts.setText(text if replaced else "")
        self.fonts.setToolTip(
            self.tr("These fonts are not on this computer. The site itself still uses them.")
        )

    def show_time(self, milliseconds: float) -> None:
        """Show how long the preview took for the latest change."""
        text = self.tr("preview %1 ms").replace("%1", str(max(1, round(milliseconds))))
        self.time.setText(text)
