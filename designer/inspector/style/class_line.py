"""The input line for classes, with completion."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit

from designer.inspector.style.style_context import StyleContext
from designer.inspector.widgets.completion_popup import COLOUR, NOTE, WORD, CompletionPopup
from designer.look import Tokens
from designer.tailwind import Completion, completions

_ROW, _WIDTH = 26, 300


class ClassLine(QLineEdit):
    """An input line for new classes.

    Signals:
        added: The typed classes.
    """

    added = Signal(str)

    def __init__(self, context: StyleContext, tokens: Tokens) -> None:
        super().__init__()
        self._context = context
        self._suggestions = QStandardItemModel(self)
        self.setObjectName("addClass")
        self.setPlaceholderText(self.tr("Add a class"))
        self.setAccessibleName(self.tr("Add a class"))
        self.returnPressed.connect(self._add)
        self.textEdited.connect(self._suggest)
        completer = QCompleter(self._suggestions, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._popup = CompletionPopup(tokens, _ROW)
        self._popup.setMinimumWidth(_WIDTH)
        self._popup.attach(completer)
        completer.activated.connect(self._accept)
        self.setCompleter(completer)

    def set_tokens(self, tokens: Tokens) -> None:
        """Apply other colours."""
        self._popup.set_tokens(tokens)

    @property
    def suggestions(self) -> list[str]:
        """The words in the completion list."""
        return [self._suggestions.item(row).text() for row in range(self._suggestions.rowCount())]

    def _suggest(self, text: str) -> None:
        self._suggestions.clear()
        context, typed = self._context, text.rpartition(" ")[2]
        if not typed or context.sheet is None:
            return
        for found in completions(typed, context.sheet, context.word_counts(), context.variables):
            self._suggestions.appendRow(_item(found))

    def _accept(self, word: str) -> None:
        """Insert a completion; a variant such as ``sm:`` keeps the line open for the class."""
        kept = self.text().rpartition(" ")[0]
        text = f"{kept} {word}".lstrip() if kept else word
        # Deferred, because the completer writes its word into the line after this handler.
        QTimer.singleShot(0, self, lambda: self._finish(text))

    def _finish(self, text: str) -> None:
        self.setText(text)
        if text.endswith(":"):
            self._suggest(text)
        else:
            self._add()

    def _add(self) -> None:
        text = self.text().strip()
        self.clear()
        self._suggestions.clear()
        if text:
            self.added.emit(text)


def _item(found: Completion) -> QStandardItem:
    item = QStandardItem(found.word)
    item.setData(found.word, WORD)
    item.setData(found.css, NOTE)
    item.setData(found.color, COLOUR)
    item.setToolTip(found.css)
    item.setAccessibleText(f"{found.word}, {found.css}" if found.css else found.word)
    return item
