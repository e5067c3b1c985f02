"""The global document: the one that holds a site's header and footer, and often its theme."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from designer.bundled import folder

GLOBAL_DOCUMENT = "content/global/index.json"


def default_theme() -> dict[str, Any]:
    """The global document that comes with the program, for a page without a site."""
    text = (folder("resources") / "theme" / "default.json").read_text(encoding="utf-8")
    theme: dict[str, Any] = json.loads(text)
    return theme


def read_global(file: Path | None) -> dict[str, Any]:
    """The data of a global document; nothing when it is missing or cannot be read.

    Only for what is nice to have, such as titles of pages: whoever shows or edits the document
    reads it as a document and gets the error.
    """
    if file is None:
        return {}
    try:
        data = json.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}
