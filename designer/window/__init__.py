"""The main window: actions, dialogs and all connections."""

from designer.window.dialogs import Answer, Dialogs
from designer.window.window import MainWindow

__all__ = ["Answer", "Dialogs", "MainWindow"]
