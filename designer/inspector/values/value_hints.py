"""Hints about questionable values; a hint never blocks an edit."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication

from designer.inspector.entries.entry import FormEntry
from designer.inspector.entries.site_context import SiteContext
from designer.inspector.values.color_text import read_colour
from designer.inspector.values.date_text import read_date

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_HOST = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:/|$)", re.IGNORECASE)


def hint(entry: FormEntry, value: Any, context: SiteContext) -> str:
    """Return a sentence about a likely mistake in a value; '' if there is none.

    Args:
        entry: The entry of the value.
        value: The current value.
        context: The site around the page.
    """
    if entry.limit and isinstance(value, str) and len(value) > entry.limit:
        words = _tr("Search engines show about %1 characters.")
        return words.replace("%1", str(entry.limit))
    check = _CHECKS.get(entry.kind)
    found = check(entry, value, context) if check and isinstance(value, str) and value else ""
    return found or entry.note


def _link(_entry: FormEntry, value: str, context: SiteContext) -> str:
    if value != value.strip():
        return (
            _tr("There is a stray space at its end.")
            if value == value.lstrip()
            else _tr("There is a stray space at its start.")
        )
    if value.startswith("#"):
        known = len(value) == 1 or value[1:] in context.anchors()
        return "" if known else _tr("No block of this page is called “%1”.").replace("%1", value)
    if _SCHEME.match(value) or value.startswith("//") or not context.has_site:
        return ""
    if not value.startswith("/") and _HOST.match(value):
        return _tr("Addresses of other sites begin with https://.")
    try:
        path = urlsplit(value).path
    except ValueError:
        return _tr("This is no address that browsers understand.")
    route = "/" + path.strip("/")
    if route in dict(context.pages) or context.file(value) is not None:
        return ""
    return _tr("This site has no page “%1”.").replace("%1", route)


def _image(_entry: FormEntry, value: str, context: SiteContext) -> str:
    if value != value.strip():
        return _tr("There is a stray space in the address.")
    remote = _SCHEME.match(value) or value.startswith("//")
    if remote or not context.has_site or context.file(value) is not None:
        return ""
    return _tr("There is no such file in this site.")


def _select(entry: FormEntry, value: str, _context: SiteContext) -> str:
    if any(option.value == value for option in entry.options):
        return ""
    return _tr("“%1” is none of the choices.").replace("%1", value)


def _color(_entry: FormEntry, value: str, _context: SiteContext) -> str:
    return "" if read_colour(value) else _tr("This is no colour that browsers know.")


def _date(_entry: FormEntry, value: str, _context: SiteContext) -> str:
    return "" if read_date(value) else _tr("This is no date; write it like 2024-03-31.")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Inspector", text)


_CHECKS = {"link": _link, "image": _image, "select": _select, "color": _color, "date": _date}
