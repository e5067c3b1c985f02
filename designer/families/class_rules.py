"""Class rules that the components of every family share.

The rules are those of the sites' own components. A missing or unknown value leaves the words
``null`` and ``undefined`` in the classes, as it does on the sites.
"""

from __future__ import annotations

import re
from typing import Final

VERTICAL_MARGIN: Final = {
    "items-start-vertical": "mr-auto",
    "items-center-vertical": "mx-auto",
    "items-end-vertical": "ml-auto",
}
"""The margin that a vertical layout leaves below its first part: word of the CMS → classes."""

_PICTURE_SLOTS = {"featureImage", "image"}
_PIXELS = re.compile(r"(sm:)?[wh]px-\d+")


def words(value: object) -> list[str]:
    """The words of a class string; none of a missing one."""
    return value.split() if isinstance(value, str) else []


def first_with(value: object, part: str) -> str | None:
    """The first word that contains ``part``."""
    return next((name for name in words(value) if part in name), None)


def is_marker(word: str, slot: str = "") -> bool:
    """Whether a word in a class string is no class but tells the family's components something.

    Args:
        word: A word of a class string.
        slot: The name of its slot; only those of pictures have sizes in pixels.
    """
    size = slot in _PICTURE_SLOTS and _PIXELS.fullmatch(word) is not None
    # The fields of the sites' CMS write “undefined” for what nobody chose.
    return size or word in {"to-edge", "undefined"} or word in VERTICAL_MARGIN


def anchor_id(label: object) -> str | None:
    """The id of a section that the navigation names: lower case, a hyphen for every space."""
    return label.lower().replace(" ", "-") if isinstance(label, str) and label else None


def link_target(link: object) -> str:
    """Where a button opens: everything but a place on the same page in a new tab."""
    return "_blank" if isinstance(link, str) and link and not link.startswith("#") else ""


def navigation_target(link: object) -> str:
    """Where an entry of the header's navigation opens: web addresses in a new tab."""
    return "_blank" if isinstance(link, str) and "http" in link else ""


def web_target(link: object) -> str:
    """Where an entry opens in headers that look for a whole ``http://`` or ``https://``."""
    web = isinstance(link, str) and ("http://" in link or "https://" in link)
    return "_blank" if web else ""
