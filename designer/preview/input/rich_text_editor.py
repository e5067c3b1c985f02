"""The script of the rich text editor on the page, and its options."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWebEngineCore import QWebEnginePage

from designer import bundled
from designer.errors import EngineError
from designer.markdown import Dialect
from designer.preview.page.bridge import WORLD


def load(page: QWebEnginePage) -> None:
    """Load the rich text editor's script into the isolated world of a page.

    The script is large, so it is loaded when a rich text is opened for the first time.

    Raises:
        EngineError: The bundle of the script is missing.
    """
    try:
        script = bundled.bundle("richtext.js").read_text(encoding="utf-8")
    except OSError as error:
        raise EngineError(
            "The text editor was not built; install the program again, or in a checkout"
            " run 'python3 packaging/dev.py run'."
        ) from error
    page.runJavaScript(script, WORLD.value)


def options(dialect: Dialect) -> dict[str, Any]:
    """Return the options of the rich text editor: the dialect's schema and the toolbar's labels."""
    traits = ("wraps_items", "wraps_quotes", "title_is_alt")
    return {
        "dialect": {name: getattr(dialect, name) for name in traits},
        "offer": asdict(dialect.schema),
        "labels": _labels(),
    }


def _labels() -> dict[str, str]:
    return {
        "text": _tr("Text"),
        "toolbar": _tr("Formatting"),
        "strong": _tr("Bold (Ctrl+B)"),
        "em": _tr("Italic (Ctrl+I)"),
        "code": _tr("Code (Ctrl+E)"),
        "strike": _tr("Crossed out"),
        "link": _tr("Link (Ctrl+K)"),
        "address": _tr("Address of the link"),
        "unlink": _tr("Remove link"),
        "unsafe": _tr("A link cannot have this address; give one like https://… or /contact."),
        "heading": _tr("Heading"),
        "level": _tr("Heading %1 (Ctrl+Alt+%1)"),
        "paragraph": _tr("Plain paragraph (Ctrl+Alt+0)"),
        "bullet_list": _tr("List (Ctrl+Shift+8)"),
        "ordered_list": _tr("Numbered list (Ctrl+Shift+7)"),
        "blockquote": _tr("Quotation (Ctrl+Shift+9)"),
        "undo": _tr("Undo (Ctrl+Z)"),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("RichText", text)
