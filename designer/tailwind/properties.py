"""The properties that controls edit, as groups of CSS longhands; the expansion of shorthands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

_SIDES = ("top", "right", "bottom", "left")
_CORNERS = ("top-left", "top-right", "bottom-right", "bottom-left")


@dataclass(frozen=True)
class Property:
    """A property of an element as a control shows it.

    Attributes:
        name: Its name; the CSS name where one exists.
        longhands: Its CSS properties, or the custom property in which Tailwind stores the value.
        group: The name of its group; utilities of one group are written side by side.
    """

    name: str
    longhands: frozenset[str]
    group: str


def _own_longhand(group: str, *names: str) -> Iterator[Property]:
    for name in names:
        yield Property(name, frozenset({name}), group)


def _all() -> Iterator[Property]:
    yield from _own_longhand("padding", *(f"padding-{side}" for side in _SIDES))
    yield from _own_longhand("margin", *(f"margin-{side}" for side in _SIDES))
    yield from _own_longhand("size", "width", "max-width", "height", "min-height")
    yield from _own_longhand("layout", "display", "flex-direction", "flex-wrap")
    yield from _own_longhand("layout", "justify-content", "align-items")
    yield Property("gap", frozenset({"row-gap", "column-gap"}), "layout")
    yield from _own_longhand("layout", "order", "grid-template-columns")
    yield from _own_longhand("position", "position", *_SIDES)
    yield from _own_longhand("text", "font-family", "font-size", "font-weight", "color")
    yield from _own_longhand("text", "text-align", "line-height", "letter-spacing")
    yield from _own_longhand("text", "text-transform")
    yield Property("text-decoration", frozenset({"text-decoration-line"}), "text")
    yield from _own_longhand("background", "background-color", "background-image")
    yield Property("gradient-from", frozenset({"--tw-gradient-from"}), "background")
    yield Property("gradient-to", frozenset({"--tw-gradient-to"}), "background")
    yield from _own_longhand("background", "background-position", "background-size")
    yield from _own_longhand("object", "object-fit", "object-position")
    yield from _own_longhand("border", *(f"border-{side}-width" for side in _SIDES))
    for part in ("color", "style"):
        longhands = frozenset(f"border-{side}-{part}" for side in _SIDES)
        yield Property(f"border-{part}", longhands, "border")
    corners = frozenset(f"border-{corner}-radius" for corner in _CORNERS)
    yield Property("border-radius", corners, "border")
    yield from _own_longhand("effects", "opacity")
    yield Property("box-shadow", frozenset({"--tw-shadow"}), "effects")
    yield from _own_longhand("effects", "visibility")


PROPERTIES: Final[Mapping[str, Property]] = MappingProxyType({each.name: each for each in _all()})
"""Every property that controls edit, by name."""

COLORS: Final = frozenset(
    {"color", "background-color", "gradient-from", "gradient-to", "border-color"}
)
"""The properties whose values are colours."""

PROPERTY_OF: Final[Mapping[str, str]] = MappingProxyType(
    {longhand: each.name for each in PROPERTIES.values() for longhand in each.longhands}
)
"""Longhand → name of its property."""

COMPANIONS: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "font-size": frozenset({"line-height", "letter-spacing", "font-weight"}),
        "font-family": frozenset({"font-feature-settings", "font-variation-settings"}),
    }
)
"""Longhands that utilities of a property may also declare, depending on the theme."""


def _sides(before: str, after: str = "") -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the shorthands of four sides, including logical ones for left-to-right text."""
    top, right, bottom, left = (f"{before}{side}{after}" for side in _SIDES)
    flow = before or "inset-"
    yield flow.rstrip("-") + after, (top, right, bottom, left)
    yield f"{flow}inline{after}", (left, right)
    yield f"{flow}block{after}", (top, bottom)
    yield f"{flow}inline-start{after}", (left,)
    yield f"{flow}inline-end{after}", (right,)
    yield f"{flow}block-start{after}", (top,)
    yield f"{flow}block-end{after}", (bottom,)


def _shorthands() -> Iterator[tuple[str, tuple[str, ...]]]:
    for before, after in (("padding-", ""), ("margin-", ""), ("", "")):
        yield from _sides(before, after)
    for part in ("width", "color", "style"):
        yield from _sides("border-", f"-{part}")
    for side in _SIDES:
        yield (
            f"border-{side}",
            tuple(f"border-{side}-{part}" for part in ("width", "style", "color")),
        )
    yield (
        "border",
        tuple(f"border-{side}-{part}" for part in ("width", "style", "color") for side in _SIDES),
    )
    yield "border-radius", tuple(f"border-{corner}-radius" for corner in _CORNERS)
    starts = ("start-start", "start-end", "end-end", "end-start")
    for start, corner in zip(starts, _CORNERS, strict=True):
        yield f"border-{start}-radius", (f"border-{corner}-radius",)
    yield "gap", ("row-gap", "column-gap")
    yield "flex-flow", ("flex-direction", "flex-wrap")
    yield "flex", ("flex-grow", "flex-shrink", "flex-basis")
    yield "place-items", ("align-items", "justify-items")
    yield "place-content", ("align-content", "justify-content")
    yield "overflow", ("overflow-x", "overflow-y")
    yield "text-decoration", ("text-decoration-line",)
    yield "font", ("font-family", "font-size", "font-weight", "font-style", "line-height")
    yield "grid-column", ("grid-column-start", "grid-column-end")
    yield "grid-row", ("grid-row-start", "grid-row-end")
    yield (
        "background",
        ("background-color", "background-image", "background-position", "background-size"),
    )


_SHORTHANDS = dict(_shorthands())
_FORWARDED = re.compile(r"var\(--tw-[\w-]+\)")
_TRANSPARENT = re.compile(r"rgba?\([^()]*[,/]\s*0\)")


def longhands(name: str, value: str) -> tuple[str, ...]:
    """Return the longhands for which a declaration sets a value of its own.

    A declaration that only forwards values of other utilities sets none: the border style of
    Tailwind 4's ``border``, and the box shadow that combines ``shadow`` and ``ring``. The
    transparent end colour of Tailwind 3's ``from-red-500``, a default for a missing ``to-…``,
    counts as none too.
    """
    if _FORWARDED.fullmatch(value):
        return ()
    if name == "box-shadow":
        return () if "var(--tw-" in value else ("--tw-shadow",)
    if name == "--tw-gradient-to" and _TRANSPARENT.match(value):
        return ()
    return _SHORTHANDS.get(name, (name,))
