"""Readable labels for keys."""

from __future__ import annotations

import re

TITLES = ("headline", "heading", "title", "label", "name", "question")
"""Names of fields that serve as the title of a block or list item, the best first."""

LINKS = frozenset({"link", "href", "url"})
"""Names of fields that usually hold a link target."""

_BORDER = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[-_\s]+")


def humanise(name: str) -> str:
    """Turn a key into a label: ``navigationLabel`` → ``Navigation label``."""
    words = [word for word in _BORDER.split(name) if word]
    return " ".join(words).capitalize() if words else name
