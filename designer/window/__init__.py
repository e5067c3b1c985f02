"""The main window: actions, dialogs and all connections."""

from designer.window.connections import main_window
from designer.window.dialogs import Answer, Dialogs
from designer.window.gallery import Gallery
from designer.window.window import MainWindow

__all__ = ["Answer", "Dialogs", "Gallery", "MainWindow", "main_window"]
