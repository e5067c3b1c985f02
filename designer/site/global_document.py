"""The global document: it holds a site's header and footer, and often its theme."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from designer.bundled import folder
from designer.site.file_state import regular

GLOBAL_DOCUMENT = "content/global/index.json"


def default_theme() -> dict[str, Any]:
    """Return the program's own global document, for a page without a site."""
    text = (folder("resources") / "theme" / "default.json").read_text(encoding="utf-8")
    theme: dict[str, Any] = json.loads(text)
    return theme


def read_global(file: Path | None) -> dict[str, Any]:
    """Return the data of a global document; empty when it is missing or cannot be read.

    Only for optional data, such as page titles. Code that shows or edits the document reads it as a
    document and gets the error.
    """
    if file is None:
        return {}
    try:
        data = json.loads(regular(file).read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}
