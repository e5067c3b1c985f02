"""Names of keys as words for people."""

from __future__ import annotations

import re

TITLES = ("headline", "heading", "title", "label", "name", "question")
"""Names of fields by whose words people know a block or an item, the best one first."""

LINKS = frozenset({"link", "href", "url"})
"""Names of fields which usually hold what a click leads to."""

_BORDER = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[-_\s]+")


def humanise(name: str) -> str:
    """A key as words: ``navigationLabel`` → ``Navigation label``."""
    words = [word for word in _BORDER.split(name) if word]
    return " ".join(words).capitalize() if words else name
