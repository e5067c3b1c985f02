"""The style sheet of blocks without a template, in the colours of the site's page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from designer import bundled
from designer.tailwind import Sheet
from designer.tailwind.css_values import Color, color, hexadecimal, resolve
from designer.tailwind.declarations import all_declarations

_PAGE = frozenset({"body", "html", ":root", ":host", "html body", ":root body", "*"})
_MENTIONS_PAGE = re.compile(r"body|html|:root")
_INKS = ("#1f2933", "#eef1f4", "#000000", "#ffffff")
"""Colours of text on a light and a dark surface; the last two for surfaces between these."""

_MIN_CONTRAST = 7.0  # small texts are paler, and need 4.5
_GOOD_CONTRAST = 10.0
_WHITE: Color = (1.0, 1.0, 1.0, 1.0)


def fallback_css(sheet: Sheet, *others: str) -> str:
    """Return the styles of blocks without a template.

    Args:
        sheet: The site's compiled styles.
        others: The theme's CSS and the family's own style sheet.
    """
    rules = (*others, *(sheet.units[number] for number in sheet.always))
    surface, ink = page_colours(tuple(rule for rule in rules if _MENTIONS_PAGE.search(rule)))
    return f":root{{--standin-surface:{surface};--standin-ink:{ink}}}\n{_styles()}"


@lru_cache(maxsize=64)
def page_colours(rules: tuple[str, ...]) -> tuple[str, str]:
    """Return the background of the page that these rules make, and a text colour readable on it.

    A background that cannot be computed counts as white, or as black under light text.
    """
    variables: dict[str, str] = {}
    values: dict[tuple[str, str], str] = {}
    for heads, name, value in _unconditional(rules):
        for selector in heads[-1].split(","):
            element = " ".join(selector.split()).lower()
            if element not in _PAGE:
                continue
            if name.startswith("--"):
                variables[name] = value
            elif name in {"background", "background-color", "color"} and element != "*":
                part = "body" if "body" in element else "root"
                values[part, name.partition("-")[0]] = value
    text = _first_colour(values, "color", variables)
    surface = _first_colour(values, "background", variables)
    if surface is None:
        surface = (0.07, 0.07, 0.08, 1.0) if text and _luminance(text) > 0.6 else _WHITE
    if text is None or _contrast(text, surface) < _MIN_CONTRAST:
        text = _readable(surface)
    return hexadecimal(surface), hexadecimal(text)


@cache
def _styles() -> str:
    file = bundled.folder("templates") / "_fallback" / "style.css"
    return file.read_text(encoding="utf-8")


def _unconditional(rules: Iterable[str]) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Yield the declarations that apply in every window, with the headers around them."""
    for css in rules:
        for heads, name, value in all_declarations(css):
            if heads and all(not h.startswith("@") or h.startswith("@layer") for h in heads):
                yield heads, name, value.removesuffix("!important").strip()


def _first_colour(
    values: Mapping[tuple[str, str], str], name: str, variables: Mapping[str, str]
) -> Color | None:
    """Return the colour of the body, else of the root element; None if neither can be computed."""
    for part in ("body", "root"):
        value = values.get((part, name))
        found = None if value is None else _colour_in(resolve(value, variables))
        if found is not None and found[3] > 0.5:
            return (*found[:3], 1.0)
    return None


def _colour_in(value: str) -> Color | None:
    """Return the colour of a background; that of a gradient is its first one."""
    if (whole := color(value)) is not None:
        return whole
    for match in re.finditer(
        r"#[0-9a-fA-F]{3,8}\b|(?:rgba?|hsla?|oklch)\([^()]*\)|\b[a-z]+\b", value
    ):
        if (found := color(match[0])) is not None:
            return found
    return None


def _readable(surface: Color) -> Color:
    """Return the first colour that is readable on a surface, else the most readable one."""
    inks = [ink for each in _INKS if (ink := color(each))]
    good = (ink for ink in inks if _contrast(ink, surface) >= _GOOD_CONTRAST)
    return next(good, max(inks, key=lambda ink: _contrast(ink, surface)))


def _luminance(rgba: Color) -> float:
    """Return the relative luminance, as WCAG 2 defines it."""
    parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in rgba[:3]]
    return float(0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2])


def _contrast(one: Color, other: Color) -> float:
    first, second = sorted((_luminance(one), _luminance(other)))
    return (second + 0.05) / (first + 0.05)
