"""The dialog about the program: versions, licences, and where its files are."""

from __future__ import annotations

import platform
from pathlib import Path

import PySide6
from PySide6.QtCore import QCoreApplication, QLibraryInfo, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWebEngineCore import qWebEngineChromiumVersion
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from designer import __version__, bundled
from designer.settings import cache_folder, settings_file, state_folder

_WIDTH = 520


def about_rows() -> list[tuple[str, str]]:
    """Return the versions and folders of the program, each with its label."""
    system = QCoreApplication.instance()
    chromium = str(qWebEngineChromiumVersion())
    drawn_by = system.platformName() if isinstance(system, QGuiApplication) else ""
    return [
        (_tr("Version"), __version__),
        (_tr("Page engine"), f"Qt {QLibraryInfo.version().toString()}, Chromium {chromium}"),
        (_tr("Python"), f"{platform.python_version()}, PySide {PySide6.__version__}"),
        (_tr("System"), ", ".join(filter(None, (platform.platform(), drawn_by)))),
        (_tr("Settings"), str(settings_file())),
        (_tr("Recovery copies and log"), str(state_folder())),
        (_tr("Cache"), str(cache_folder())),
    ]


def licences() -> Path:
    """Return the folder or file with the licences of all that is shipped with the program."""
    shipped = bundled.folder("licenses")
    return shipped if shipped.is_dir() else bundled.bundle("licences.txt")


class AboutDialog(QDialog):
    """Versions and folders, to be read or to be copied for a bug report."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Frontispiece"))
        self.copy = QPushButton(self.tr("Copy for a bug report"))
        self.copy.clicked.connect(self._copy)
        self.licences = QPushButton(self.tr("Licences"))
        self.licences.clicked.connect(self._show_licences)
        close = QPushButton(self.tr("Close"))
        close.setObjectName("primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.copy)
        buttons.addWidget(self.licences)
        buttons.addStretch()
        buttons.addWidget(close)
        about = self.tr("Pages as visitors see them, saved as Markdown.")
        free = self.tr(
            "Frontispiece is free software under the MIT licence. It uses Qt, Qt for Python and"
            " Qt WebEngine under the LGPL 3, with Chromium, and other free software."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(4)
        column.addWidget(_label("Frontispiece", "startTitle"))
        column.addWidget(_label(about, "note"))
        column.addSpacing(12)
        column.addLayout(_form())
        column.addSpacing(12)
        column.addWidget(_label(free, "note"))
        column.addSpacing(12)
        column.addLayout(buttons)
        self.setFixedSize(_WIDTH, column.heightForWidth(_WIDTH))
        close.setFocus()

    def _copy(self) -> None:
        lines = [f"{name}: {value}" for name, value in about_rows()]
        QGuiApplication.clipboard().setText("\n".join(["Frontispiece", *lines]))
        self.copy.setText(self.tr("Copied"))

    def _show_licences(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(licences())))


def _form() -> QFormLayout:
    form = QFormLayout()
    form.setHorizontalSpacing(16)
    form.setVerticalSpacing(6)
    for name, value in about_rows():
        text = _label(value, "")
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        text.setAccessibleName(f"{name}: {value}")
        label = _label(name, "note")
        label.setWordWrap(False)
        form.addRow(label, text)
    return form


def _label(text: str, name: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setWordWrap(name != "startTitle")
    return label


def _tr(text: str) -> str:
    return QCoreApplication.translate("AboutDialog", text)
