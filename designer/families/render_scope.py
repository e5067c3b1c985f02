"""The documents that a block or a page is rendered with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Scope:
    """The documents that a block is rendered with.

    Attributes:
        page: The data of the page.
        site: The data of the global document: header, footer blocks, and in the family g1
            the theme.
        theme: The data of the theme document, if the theme is a separate document.
        route: The address of the page within the site: ``/`` for the home page.
        list_key: The key of the page's front matter that contains its blocks.
    """

    page: Mapping[str, Any]
    site: Mapping[str, Any]
    theme: Mapping[str, Any] = field(default_factory=dict)
    route: str = "/"
    list_key: str = "blocks"

    @property
    def blocks(self) -> list[Any]:
        """The blocks of the page; empty where the front matter has no list of them."""
        value = self.page.get(self.list_key)
        return value if isinstance(value, list) else []
