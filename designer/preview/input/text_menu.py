"""The context menu of editable text on the page: spelling suggestions and the clipboard."""

from __future__ import annotations

from functools import partial
from typing import cast

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWebEngineCore import QWebEngineContextMenuRequest, QWebEnginePage
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QMenu

_MAX_SUGGESTIONS = 6


def text_menu(view: QWebEngineView) -> QMenu | None:
    """Return the menu for the last context menu request; None if the text there is not editable."""
    request = cast("QWebEngineContextMenuRequest | None", view.lastContextMenuRequest())
    if request is None or not request.isContentEditable():
        return None
    menu = QMenu(view)
    _add_spellings(menu, request, view.page())
    edit_flag, flags = QWebEngineContextMenuRequest.EditFlag, request.editFlags()
    action = QWebEnginePage.WebAction
    for name, web_action, flag in (
        (_tr("Cut"), action.Cut, edit_flag.CanCut),
        (_tr("Copy"), action.Copy, edit_flag.CanCopy),
        (_tr("Paste"), action.PasteAndMatchStyle, edit_flag.CanPaste),
        (None, None, None),
        (_tr("Select all"), action.SelectAll, edit_flag.CanSelectAll),
    ):
        if name is None or web_action is None or flag is None:
            menu.addSeparator()
            continue
        entry = menu.addAction(name)
        entry.setEnabled(bool(flags & flag))
        entry.triggered.connect(partial(_trigger, view.page(), web_action))
    return menu


def _add_spellings(
    menu: QMenu, request: QWebEngineContextMenuRequest, page: QWebEnginePage
) -> None:
    if not request.misspelledWord():
        return
    words = request.spellCheckerSuggestions()[:_MAX_SUGGESTIONS]
    for word in words:
        entry = QAction(word, menu)
        bold = entry.font()
        bold.setBold(True)
        entry.setFont(bold)
        entry.triggered.connect(partial(_replace, page, word))
        menu.addAction(entry)
    if not words:
        menu.addAction(_tr("No suggestions")).setEnabled(False)
    menu.addSeparator()


def _replace(page: QWebEnginePage, word: str, _checked: bool = False) -> None:
    page.replaceMisspelledWord(word)


def _trigger(
    page: QWebEnginePage, web_action: QWebEnginePage.WebAction, _checked: bool = False
) -> None:
    page.triggerAction(web_action)


def _tr(text: str) -> str:
    return QCoreApplication.translate("TextMenu", text)
