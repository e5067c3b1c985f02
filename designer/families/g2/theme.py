"""The theme document of the family g2 as CSS: variables, rules, texts, buttons, fonts.

The font and sizes of a text or button kind are one JSON string in the document. A missing or empty
value yields no declaration; the sites write an invalid declaration, which browsers ignore.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import quote

from designer.families.class_rules import first_with, words
from designer.families.render_scope import Scope
from designer.families.template_values import UNDEFINED, text
from designer.families.theme_values import COLORS, INSTALLED, css_value

_RULES = """\
html { height: 100%; scroll-behavior: smooth }
body { min-height: 100%; max-width: 100vw; overflow-x: hidden }
#__next { display: flex; flex-direction: column; position: relative }
#__next { min-height: 100vh; overflow: clip }
#footer { display: flex; flex: 1; flex-direction: column; justify-content: flex-end; z-index: 2 }
.markdown ul { list-style: disc; margin-left: 1.5rem }
"""
_LINKS = "h1 a, h2 a, h3 a, h4 a, .markdown a, .markdown a:not(.button)"
_PHONE = "@media only screen and (max-width: 700px)"

_SIZES = {
    "size": "font-size",
    "lineHeight": "line-height",
    "letterSpacing": "letter-spacing",
    "margin": "margin-bottom",
}
_PHONE_SIZES = {f"sm{key[0].upper()}{key[1:]}": name for key, name in _SIZES.items()}

_RADII = {
    "rounded-none": "0px",
    "rounded-sm": "2px",
    "rounded": "4px",
    "rounded-md": "6px",
    "rounded-lg": "8px",
    "rounded-xl": "12px",
    "rounded-2xl": "16px",
    "rounded-3xl": "24px",
    "rounded-full": "100%",
}
_DIRECTIONS = {
    "bg-gradient-to-t": 0,
    "bg-gradient-to-tr": 45,
    "bg-gradient-to-r": 90,
    "bg-gradient-to-br": 135,
    "bg-gradient-to-b": 180,
    "bg-gradient-to-bl": 225,
    "bg-gradient-to-l": 270,
    "bg-gradient-to-tl": 315,
}
_SIDES = {"t": "border-top", "b": "border-bottom", "l": "border-left", "r": "border-right"}
_ICON_SIZE = "16px"

_NAME = re.compile(r"[\w-]+")
_COLOR_NAME = re.compile(r"[A-Za-z0-9-]+")
_NUMBER = re.compile(r"-?\d*\.?\d+")


def theme_css(scope: Scope, axes: Mapping[str, Any]) -> str:
    """Return the variables and rules that precede Tailwind's base styles.

    Args:
        scope: The theme document, and the page for its background colour.
        axes: The value of every axis of the variant.
    """
    theme, page = scope.theme, scope.page
    colors = theme.get("colors")
    found = colors if isinstance(colors, Mapping) else None
    lines = [
        f"--site-width: {css_value(theme.get('desktopWidth', UNDEFINED))}px",
        "--edge-width: calc((100% - var(--site-width)) / 2)",
        *(
            f"--{name}-color: {css_value(UNDEFINED if found is None else found.get(key))}"
            for name, key in COLORS.items()
        ),
        f"--link-color: {css_value(theme.get('linkColor'))}",
    ]
    variables = "".join(f"  {line};\n" for line in lines)
    rules = [axes["styles"], *_general(theme, page, axes)]
    rules += [_button(*entry) for entry in _entries(theme, "buttons")]
    phone = ["html { overflow-x: hidden }\n"]
    for name, _, font in _entries(theme, "typo"):
        rules.append(_rule(f".mg-{name}", (*_font(font), *_sizes(font, _SIZES))))
        phone.append(_rule(f".mg-{name}", _sizes(font, _PHONE_SIZES)))
    return f":root {{\n{variables}}}\n{_RULES}{''.join(rules)}{_PHONE} {{\n{''.join(phone)}}}\n"


def _general(
    theme: Mapping[str, Any], page: Mapping[str, Any], axes: Mapping[str, Any]
) -> Iterator[str]:
    """Yield the rules of links and of the page's background colour."""
    link = text(theme.get("linkColor")) or ""
    known = axes["links_colour"] == "theme" and _COLOR_NAME.fullmatch(link)
    yield _rule(_LINKS, _color("color", link if known else "undefined"))
    if axes["links_underline"]:
        yield ".markdown a { text-decoration: underline }\n"
    if axes["page_colour"]:
        yield _rule("html", _color("background", text(page.get("backgroundColor")) or ""))


def font_links(scope: Scope) -> tuple[str, ...]:
    """Return the addresses of the theme's web font style sheets: Typekit's and Google's."""
    theme = scope.theme
    fonts = theme.get("fonts")
    fonts = fonts if isinstance(fonts, Mapping) else {}
    address = text(fonts.get("typekitLink"))
    typekit = fonts.get("typekitFonts")
    typekit_names = {
        text(font.get("fontFamily"))
        for font in (typekit if isinstance(typekit, list) else ())
        if isinstance(font, Mapping)
    }
    requested = {
        text(font.get("family")) or ""
        for kind in ("typo", "buttons")
        for _, _, font in _entries(theme, kind)
    }
    families = [
        quote(_query(family), safe=":;@,+ ").replace(" ", "+")
        for family in sorted(requested)
        if _family(family)[0] not in INSTALLED | typekit_names | {""}
    ]
    google = "https://fonts.googleapis.com/css2?family={}&display=swap"
    links = [address] if address else []
    if families:
        links.append(google.format("&family=".join(families)))
    return tuple(links)


def text_kinds(theme: Mapping[str, Any]) -> dict[str, str]:
    """Return the kinds of text of a theme: class → label."""
    return {
        f"mg-{name}": text(entry.get("label")) or name for name, entry, _ in _entries(theme, "typo")
    }


def button_kinds(theme: Mapping[str, Any]) -> dict[str, str]:
    """Return the buttons of a theme: name in blocks → label."""
    found = _entries(theme, "buttons")
    return {name: text(entry.get("label")) or name for name, entry, _ in found}


def _entries(
    theme: Mapping[str, Any], key: str
) -> Iterator[tuple[str, Mapping[str, Any], Mapping[str, Any]]]:
    """Yield the valid entries of a list of the theme: class name, entry, typography."""
    entries = theme.get(key)
    for entry in entries if isinstance(entries, list) else ():
        if not isinstance(entry, Mapping):
            continue
        name = (text(entry.get("label")) or "").replace(" ", "-", 1).lower()
        try:
            font = json.loads(text(entry.get("typography")) or "")
        except (ValueError, RecursionError):
            continue
        if isinstance(font, dict) and _NAME.fullmatch(name):
            yield name, entry, font


def _rule(selector: str, declarations: Iterable[str]) -> str:
    return f"{selector} {{ {'; '.join(declarations)} }}\n"


def _font(font: Mapping[str, Any]) -> Iterator[str]:
    """Yield the declarations of a font's family, weight and style."""
    name, weight, style = _family(text(font.get("family")) or "")
    yield f'font-family: "{css_value(name)}"'
    yield f"font-weight: {weight}"
    yield f"font-style: {style}"


def _sizes(font: Mapping[str, Any], sizes: Mapping[str, str]) -> Iterator[str]:
    """Yield the declarations of the sizes that are present, in pixels."""
    for key, name in sizes.items():
        size = text(font.get(key)) or ""
        if _NUMBER.fullmatch(size):
            yield f"{name}: {size}px"


def _family(family: str) -> tuple[str, str, str]:
    """Return name, weight and style of ``Roboto Mono:wght@700:style@italic``."""
    name, *axes = family.split(":")
    found = dict(axis.partition("@")[::2] for axis in axes)
    weight = found.get("wght", "")
    italic = found.get("style") == "italic"
    return name, weight if _NUMBER.fullmatch(weight) else "400", "italic" if italic else "normal"


def _query(family: str) -> str:
    """Return a family in the form of Google's address."""
    name, weight, style = _family(family)
    return f"{name}:ital,wght@1,{weight}" if style == "italic" else family.partition(":style@")[0]


def _button(name: str, entry: Mapping[str, Any], font: Mapping[str, Any]) -> str:
    """Return the rules of a button and of its icon."""
    icon = text(entry.get("iconSize"))
    icon = icon if icon and re.fullmatch(r"[\d.]+px", icon) else _ICON_SIZE
    sizes = {key: name for key, name in _SIZES.items() if key != "margin"}
    color = (text(font.get("color")) or "").replace("text-", "", 1)
    declarations = [
        "display: inline-block",
        *_color("color", color),
        *_fill(entry.get("fill")),
        *_font(font),
        *_sizes(font, sizes),
        *_padding(entry.get("padding")),
        *_border(entry.get("primaryBorder")),
        "text-align: center",
    ]
    if radius := _RADII.get(text(entry.get("primaryRounded")) or ""):
        declarations.append(f"border-radius: {radius}")
    return _rule(f".btn-{name}", declarations) + _rule(
        f".btn-{name} svg", ("fill: currentColor", f"height: {icon}")
    )


def _color(name: str, color: str) -> Iterator[str]:
    if _COLOR_NAME.fullmatch(color):
        yield f"{name}: var(--{color}-color)"


def _fill(fill: object) -> Iterator[str]:
    """Yield a button's background from ``bg-white`` or ``from-white to-black bg-gradient-to-r``."""
    direction = first_with(fill, "gradient")
    if direction is None:
        yield from _color("background", (first_with(fill, "bg-") or "").replace("bg-", "", 1))
        return
    ends = [(first_with(fill, f"{end}-") or "").replace(f"{end}-", "", 1) for end in ("from", "to")]
    if direction in _DIRECTIONS and all(_COLOR_NAME.fullmatch(end) for end in ends):
        stops = ", ".join(f"var(--{end}-color)" for end in ends)
        yield f"background: linear-gradient({_DIRECTIONS[direction]}deg, {stops})"


def _padding(padding: object) -> Iterator[str]:
    """Yield the padding of a button, if all four sides are numbers (in quarter rems)."""
    desktop = " ".join(name for name in words(padding) if "sm" not in name)
    sides = [
        (first_with(desktop, f"{p}-") or "").replace(f"{p}-", "") for p in ("pt", "pr", "pb", "pl")
    ]
    if all(_NUMBER.fullmatch(side) for side in sides):
        yield f"padding: {' '.join(f'{float(side) * 4:g}px' for side in sides)}"


def _border(border: object) -> Iterator[str]:
    """Yield the border of a button from ``border-white border-t-2``."""
    match words(border):
        case [color, line]:
            parts = line.split("-")
            side = _SIDES.get(parts[1], "") if len(parts) == 3 else "border"
            name = color.replace("border-", "", 1)
            if side and _NUMBER.fullmatch(parts[-1]) and _COLOR_NAME.fullmatch(name):
                yield f"{side}: {parts[-1]}px solid var(--{name}-color)"
