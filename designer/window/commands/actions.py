"""The window's actions: names, keys, and the menu that lists them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from designer.editor import Editor


def _tr(text: str) -> str:
    return QCoreApplication.translate("Actions", text)


class Actions(QObject):
    """Every action once; buttons, menus and keys share them."""

    def __init__(self, window: QWidget, editor: Editor) -> None:
        super().__init__(window)
        self._window = window
        self.open_page = self._action(_tr("Open page…"), "Ctrl+O")
        self.open_site = self._action(_tr("Open site…"), "Ctrl+Shift+O")
        self.save = self._action(_tr("Save"), "Ctrl+S")
        self.show_changes = self._action(_tr("Show what will be saved"), "Ctrl+Shift+S")
        self.close = self._action(_tr("Close"), "Ctrl+Q")
        self.undo = editor.stack.createUndoAction(window, _tr("Undo"))
        self.undo.setShortcuts([QKeySequence("Ctrl+Z")])
        self.redo = editor.stack.createRedoAction(window, _tr("Redo"))
        self.redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        window.addActions([self.undo, self.redo])
        self.add = self._action(_tr("Add block…"), "Ctrl+Shift+A")
        self.move_up = self._action(_tr("Move up"), "Alt+Up")
        self.move_down = self._action(_tr("Move down"), "Alt+Down")
        self.duplicate = self._action(_tr("Duplicate"), "Ctrl+D")
        self.swap = self._action(_tr("Swap picture and text"), "Alt+X")
        self.delete = self._action(_tr("Delete block"), "Ctrl+Delete")
        self.cut = self._block_action(_tr("Cut block"), "Ctrl+X")
        self.copy = self._block_action(_tr("Copy block"), "Ctrl+C")
        self.paste = self._block_action(_tr("Paste block"), "Ctrl+V")
        self.select_all = self._block_action(_tr("Select all blocks"), "Ctrl+A")
        self.save_template = self._action("", "")
        self.tell_site(False)
        self.browse = self._action(_tr("Try the page (browse)"), "Ctrl+E")
        self.browse.setCheckable(True)
        self.next_part = self._action(_tr("Next part of the window"), "F6")
        self.previous_part = self._action(_tr("Previous part of the window"), "Shift+F6")
        self._make_views()
        self.menu_key = self._action(_tr("Open menu"), "F10")
        self._make_appearances()
        self.about = self._action(_tr("About Frontispiece"))

    def _make_views(self) -> None:
        """How the page is shown."""
        self.zoom_in = self._action(_tr("Larger"), "Ctrl++", "Ctrl+=")
        self.zoom_out = self._action(_tr("Smaller"), "Ctrl+-")
        self.zoom_fit = self._action(_tr("Fit into the window"), "Ctrl+0")
        self.beside = self._action(_tr("Two widths side by side"), "Ctrl+4")
        self.frames = self._action(_tr("Show device frames"))
        for choice in (self.beside, self.frames):
            choice.setCheckable(True)
        self.zoom_menu = self._make_zoom_menu()

    def _make_appearances(self) -> None:
        """Which colours the window has."""
        self.appearances = QActionGroup(self)
        for name, words in (
            ("system", _tr("Follow the system")),
            ("light", _tr("Light")),
            ("dark", _tr("Dark")),
        ):
            choice = QAction(words, self.appearances)
            choice.setCheckable(True)
            choice.setData(name)

    def _action(self, text: str, *keys: str) -> QAction:
        action = QAction(text, self._window)
        action.setShortcuts([QKeySequence(key) for key in keys])
        self._window.addAction(action)
        return action

    def _make_zoom_menu(self) -> QMenu:
        menu = QMenu(_tr("Zoom"), self._window)
        menu.addActions([self.zoom_in, self.zoom_out, self.zoom_fit])
        menu.addSeparator()
        self.zooms = QActionGroup(self)
        for zoom in (0.5, 0.75, 1.0, 1.25, 1.5, 2.0):
            choice = QAction(_tr("%1 %").replace("%1", str(round(zoom * 100))), self.zooms)
            choice.setData(zoom)
            menu.addAction(choice)
        return menu

    def _block_action(self, text: str, key: str) -> QAction:
        """An action whose key means something else in a field: it works in page and tree only."""
        action = QAction(text, self._window)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return action

    def work_in(self, *parts: QWidget) -> None:
        """Let the keys of the clipboard mean blocks in these parts of the window."""
        for part in parts:
            part.addActions([self.cut, self.copy, self.paste, self.select_all])

    def tell_site(self, has_site: bool) -> None:
        """Say whether there is a site for which a block can be saved; else why it cannot."""
        why = _tr("Save as template (this page belongs to no site)")
        self.save_template.setText(_tr("Save as template…") if has_site else why)

    @property
    def block_actions(self) -> list[QAction]:
        """What can be done with a block."""
        return [
            *(self.move_up, self.move_down, self.swap, self.duplicate),
            *(self.cut, self.copy, self.delete, self.save_template),
        ]

    def menu(self) -> QMenu:
        """The program's menu."""
        menu = QMenu(self._window)
        menu.addActions([self.open_page, self.open_site, self.save, self.show_changes])
        menu.addSeparator()
        menu.addActions([self.undo, self.redo])
        menu.addSeparator()
        menu.addActions([self.browse, self.beside, self.frames])
        menu.addMenu(self.zoom_menu)
        menu.addActions([self.next_part, self.previous_part])
        menu.addSeparator()
        menu.addActions([self.add, *self.block_actions[:-1], self.paste, self.select_all])
        menu.addAction(self.save_template)
        menu.addSeparator()
        appearance = menu.addMenu(_tr("Appearance"))
        appearance.addActions(self.appearances.actions())
        menu.addSeparator()
        menu.addActions([self.about, self.close])
        return menu
