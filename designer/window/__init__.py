"""The main window: actions, dialogs and all connections."""

from designer.window.connections import main_window
from designer.window.dialogs.prompts import Answer, Dialogs
from designer.window.gallery.gallery_images import GalleryPictures
from designer.window.gallery.gallery_view import Gallery
from designer.window.main_window import MainWindow
from designer.window.notifications.recovery_bar import LeftBehind
from designer.window.notifications.web_permission import WebLeave

__all__ = [
    "Answer",
    "Dialogs",
    "Gallery",
    "GalleryPictures",
    "LeftBehind",
    "MainWindow",
    "WebLeave",
    "main_window",
]
