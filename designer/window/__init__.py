"""The main window: commands, dialogs and all connections.

``connections.py`` makes every connection between the parts, ``command_bindings.py`` binds every
command of ``designer.command_list``. ``commands`` holds their handlers, ``layout`` the fixed
parts, ``gallery`` the overlay for adding blocks, ``notifications`` the bars above the page. Views
never write a document: they call or signal the window, which calls the editor.
"""

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
