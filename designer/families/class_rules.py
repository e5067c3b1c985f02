"""Class rules that the components of every family share.

The rules are those of the sites' own components. A missing or unknown value becomes the word
``null`` or ``undefined`` in the classes, as on the sites.
"""

from __future__ import annotations

import re
from typing import Final

VERTICAL_MARGIN: Final = {
    "items-start-vertical": "mr-auto",
    "items-center-vertical": "mx-auto",
    "items-end-vertical": "ml-auto",
}
"""The margin below the first part of a vertical layout: word of the CMS → class."""

_PICTURE_SLOTS = {"featureImage", "image"}
_PIXELS = re.compile(r"(sm:)?[wh]px-\d+")


def words(value: object) -> list[str]:
    """Return the words of a class string; empty for a missing one."""
    return value.split() if isinstance(value, str) else []


def first_with(value: object, part: str) -> str | None:
    """Return the first word that contains ``part``."""
    return next((name for name in words(value) if part in name), None)


def is_marker(word: str, slot: str = "") -> bool:
    """Whether a word in a class string is an instruction to the family's components, not a class.

    Args:
        word: A word of a class string.
        slot: The name of its slot; only slots of images have sizes in pixels.
    """
    size = slot in _PICTURE_SLOTS and _PIXELS.fullmatch(word) is not None
    # The CMS fields of the sites write “undefined” for an empty choice.
    return size or word in {"to-edge", "undefined"} or word in VERTICAL_MARGIN


def anchor_id(label: object) -> str | None:
    """Return the id of a section in the navigation: lower case, with a hyphen for each space."""
    return label.lower().replace(" ", "-") if isinstance(label, str) and label else None


def link_target(link: object) -> str:
    """Return the target of a button: a new tab, except for a link to the same page."""
    return "_blank" if isinstance(link, str) and link and not link.startswith("#") else ""


def navigation_target(link: object) -> str:
    """Return the target of an entry in the header's navigation: a new tab for web addresses."""
    return "_blank" if isinstance(link, str) and "http" in link else ""


def web_target(link: object) -> str:
    """Return the target of an entry in headers that test for ``http://`` or ``https://``."""
    web = isinstance(link, str) and ("http://" in link or "https://" in link)
    return "_blank" if web else ""
