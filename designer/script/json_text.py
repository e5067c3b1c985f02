"""JSON as configurations are written: comments are allowed."""

from __future__ import annotations

import json
from typing import Any

from designer.script.resolver import without_comments


def load_json(text: str) -> Any:
    """Return the value of a JSON text, which may have comments as in JavaScript.

    Raises:
        json.JSONDecodeError: The text is no JSON.
        RecursionError: It is nested too deeply.
    """
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        return json.loads(without_comments(text))
