"""The documents that a block or a page is rendered with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from designer.document import Block


@dataclass(frozen=True)
class Scope:
    """The documents that a block is rendered with.

    Attributes:
        page: The data of the page.
        site: The data of the global document: header, footer blocks, and in the family g1
            the theme.
        theme: The data of the theme document, if the theme is a separate document.
        route: The address of the page within the site: ``/`` for the home page.
        blocks: The blocks of the page.
    """

    page: Mapping[str, Any]
    site: Mapping[str, Any]
    theme: Mapping[str, Any] = field(default_factory=dict)
    route: str = "/"
    blocks: Sequence[Block] = ()
