"""Labels of breakpoints and values in the Style tab."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from designer.inspector.style.control_specs import words
from designer.tailwind import Breakpoint, Choice

_PHONE = 767  # maximum width in pixels of a breakpoint called "Phone"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Style", text)


def breakpoint_name(point: Breakpoint) -> str:
    """Return a short label of a breakpoint, such as ``Phone`` or ``From 768 px``."""
    if not point.name:
        return _tr("All sizes")
    if point.max is not None:
        up_to = _tr("≤ %1").replace("%1", _number(point.max))
        return _tr("Phone") if point.max <= _PHONE else up_to
    return _tr("From %1 px").replace("%1", _number(point.min or 0))


def breakpoint_sentence(point: Breakpoint) -> str:
    """Return a label of a breakpoint with its limits, such as ``Phone, up to 700 px``."""
    if point.max is None:
        return breakpoint_name(point)
    name = _tr("Phone") if point.max <= _PHONE else _tr("Smaller windows")
    return _tr("%1, up to %2 px").replace("%1", name).replace("%2", _number(point.max))


def choice_name(prop: str, choice: Choice) -> str:
    """Return the label of a value: its own label, its size, or its name in the site's scale."""
    if choice.utility in words(prop):
        return words(prop)[choice.utility]
    if prop == "font-family":
        return choice.value.partition(",")[0].strip("\"' ")
    if choice.pixels is not None:
        size = _tr("%1 px").replace("%1", _number(choice.pixels))
        return size if _is_number(choice.name) else f"{choice.name} · {size}"
    return choice.utility if choice.name in ("", "DEFAULT") else choice.name


def short_name(prop: str, choice: Choice) -> str:
    """Return a label of a value for narrow buttons."""
    return _number(choice.pixels) if choice.pixels is not None else choice_name(prop, choice)


def _is_number(name: str) -> bool:
    return name.replace(".", "", 1).removeprefix("-").isdecimal() or name in ("px", "", "DEFAULT")


def _number(value: float) -> str:
    return f"{value:g}"
