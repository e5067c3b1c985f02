"""Notification bars above the page: one sentence each, with action buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from designer.look import Tokens, icon

BarAction = tuple[str, Callable[[], object]]


class NotificationBar(QFrame):
    """One sentence, action buttons, and a close button."""

    def __init__(
        self, tokens: Tokens, kind: str, text: str, actions: Sequence[BarAction], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.setProperty("kind", kind)
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 5, 8, 5)
        line.setSpacing(8)
        self.text = QLabel(text)
        self.text.setWordWrap(True)
        line.addWidget(self.text, 1)
        for name, action in actions:
            button = QPushButton(name)
            button.clicked.connect(action)
            line.addWidget(button)
        close = QToolButton()
        close.setIcon(icon("close", tokens.muted))
        close.setIconSize(QSize(14, 14))
        close.setToolTip(self.tr("Not now"))
        close.setAccessibleName(self.tr("Not now"))
        close.clicked.connect(self.hide)
        line.addWidget(close)
        self.line, self.close_button = line, close


class QuestionBar(NotificationBar):
    """A bar with a text field for an answer; Enter submits, Escape closes the bar."""

    def __init__(
        self,
        tokens: Tokens,
        *,
        text: str,
        hint: str,
        answer: str,
        then: Callable[[str], None],
        parent: QWidget,
    ) -> None:
        super().__init__(
            tokens,
            "info",
            text,
            [(self.tr("Add"), self._answer), (self.tr("Not now"), self.hide)],
            parent,
        )
        self._then = then
        self.close_button.hide()  # replaced by the "Not now" button
        self.text.setWordWrap(False)
        self.field = QLineEdit(answer)
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(text)
        self.field.returnPressed.connect(self._answer)
        self.line.insertWidget(1, self.field, 1)
        self.line.setStretch(0, 0)

    def _answer(self) -> None:
        self._then(self.field.text().strip())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)


class NotificationBars(QWidget):
    """The visible bars, at most one per name."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tokens = tokens
        self._bars: dict[str, NotificationBar] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_bar(self, name: str, kind: str, text: str, actions: Sequence[BarAction]) -> None:
        """Show a bar, replacing an older bar of the same name."""
        self._put(name, NotificationBar(self.tokens, kind, text, actions, self))

    def ask(
        self, name: str, text: str, hint: str, answer: str, then: Callable[[str], None]
    ) -> None:
        """Show a question with an answer field; ``answer`` is the initial text."""
        question = QuestionBar(
            self.tokens, text=text, hint=hint, answer=answer, then=then, parent=self
        )
        self._put(name, question)

    def focus_answer(self, name: str) -> None:
        """Focus the answer field of the question with this name."""
        bar = self._bars.get(name)
        if isinstance(bar, QuestionBar):
            bar.field.setFocus()
            bar.field.selectAll()

    def _put(self, name: str, bar: NotificationBar) -> None:
        self.remove(name)
        self._bars[name] = bar
        self._column.addWidget(bar)
        bar.show()

    def remove(self, name: str) -> None:
        """Remove a bar."""
        if name in self._bars:
            bar = self._bars.pop(name)
            self._column.removeWidget(bar)
            bar.hide()
            bar.deleteLater()

    def text(self, name: str) -> str:
        """Return the text of a visible bar; '' if it is not visible."""
        bar = self._bars.get(name)
        return bar.text.text() if bar is not None and not bar.isHidden() else ""
