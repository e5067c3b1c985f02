"""A dialog for the name of a saved block."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

_WIDTH = 420
_LONGEST = 80


class NameDialog(QDialog):
    """One text field; a name already in use shows a message and cannot be chosen."""

    def __init__(self, default: str, is_taken: Callable[[str], bool], parent: QWidget) -> None:
        """Create the dialog.

        Args:
            default: The initial name.
            is_taken: Whether another template of the site has a name.
            parent: The window.
        """
        super().__init__(parent)
        self._is_taken = is_taken
        self.setWindowTitle(self.tr("Save as template"))
        self.setMinimumWidth(_WIDTH)
        label = QLabel(self.tr("Name of the template"))
        self.name = QLineEdit(default[:_LONGEST])
        self.name.setMaxLength(_LONGEST)
        self.name.selectAll()
        self.name.textChanged.connect(self._check)
        label.setBuddy(self.name)
        self.note = QLabel()
        self.note.setObjectName("note")
        self.note.setWordWrap(True)
        self.save = QPushButton(self.tr("Save"))
        self.save.setObjectName("primary")
        self.save.setDefault(True)
        self.save.clicked.connect(self.accept)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        row.addWidget(cancel)
        row.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(label)
        column.addWidget(self.name)
        column.addWidget(self.note)
        column.addSpacing(8)
        column.addLayout(row)
        self._check()

    @property
    def chosen(self) -> str:
        """The name with white space normalized."""
        return " ".join(self.name.text().split())

    def _check(self) -> None:
        taken = self._is_taken(self.chosen)
        self.save.setEnabled(bool(self.chosen) and not taken)
        usual = self.tr("It will be offered first when a block is added to a page of this site.")
        other = self.tr("There is a template of this name already; choose another one.")
        self.note.setText(other if taken else usual)
        self.note.setProperty("kind", "problem" if taken else "")
        self.note.style().polish(self.note)
        self.name.setAccessibleDescription(self.note.text())
