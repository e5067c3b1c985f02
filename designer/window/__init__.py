"""The main window: actions, dialogs and all connections."""

from designer.window.connections import main_window
from designer.window.dialogs.prompts import Dialogs, UserAnswer
from designer.window.gallery.gallery_images import GalleryImages
from designer.window.gallery.gallery_view import Gallery
from designer.window.main_window import MainWindow
from designer.window.notifications.recovery_bar import RecoveryBar
from designer.window.notifications.web_permission import WebPermission

__all__ = [
    "Dialogs",
    "Gallery",
    "GalleryImages",
    "MainWindow",
    "RecoveryBar",
    "UserAnswer",
    "WebPermission",
    "main_window",
]
