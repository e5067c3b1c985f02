"""The theme of the family g1 as CSS: variables, rules and fonts.

The differences between variants come from the axes (``resources/variants/g1.yaml``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import quote

from designer.families.render_scope import Scope
from designer.families.template_values import UNDEFINED, text, word
from designer.families.theme_values import COLORS, INSTALLED, css_value

_SIZES = ("xs", "sm", "md", "lg", "xl", "2xl", "3xl", "4xl", "5xl", "6xl", "7xl", "8xl")
_MORE_SIZES = ("9xl", "10xl", "11xl", "12xl")
_DEFAULT_SIZE = "16"

_SITE_CSS: Final = """\
.markdown p:not(:last-child) { margin-bottom: 1rem }
section > .text-center .markdown img { margin: auto }
section > .text-right .markdown img { margin-left: auto }
"""

_RULES: Final = """\
.markdown ul { list-style: disc; margin-left: 1.5rem }
.markdown ul li, .markdown ol li { margin-bottom: .5rem }
"""

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def theme_css(scope: Scope, axes: Mapping[str, Any]) -> str:
    """Return the variables and rules that precede Tailwind's base styles."""
    site = scope.site
    colors, sizes = _object(site, "colors"), _object(site, "sizeLeading")
    fonts = _object(site, "fonts")
    lines = [
        f"--site-width: {css_value(site.get('desktopWidth'))}px",
        "--edge-width: calc((100% - var(--site-width)) / 2)",
        *(f"--{name}-color: {css_value(_value_in(colors, key))}" for name, key in COLORS.items()),
        f"--link-color: {_link_colour(site, axes)}",
        *(f"--font{n}: {_family(_value_in(fonts, f'font{n}'))}" for n in range(1, 5)),
    ]
    for name in (*_SIZES, *_MORE_SIZES):
        value = _value_in(sizes, f"text{name[:1].upper()}{name[1:]}")
        if value in (None, UNDEFINED) and name in _MORE_SIZES:
            continue
        size, leading = _size(value)
        lines += [f"--text-size-{name}: {size}px", f"--text-leading-{name}: {leading}px"]
    variables = "".join(f"  {line};\n" for line in lines)
    return f":root {{\n{variables}}}\n{_rules(site, axes)}"


def site_css(axes: Mapping[str, Any]) -> str:
    """Return the rules of the site's own style sheet."""
    return f"{_SITE_CSS}{axes['styles']}"


def _rules(site: Mapping[str, Any], axes: Mapping[str, Any]) -> str:
    """Return the rules of every page besides the variables."""
    rules = ["html { scroll-behavior: smooth }"]
    if axes["body"]:
        body = _PLACEHOLDER.sub(lambda key: css_value(site.get(key[1], UNDEFINED)), axes["body"])
        rules.append(f"body {{ {body} }}")
    if axes["links_underline"]:
        rules.append(".markdown a { text-decoration: underline }")
    if axes["links_colour"] != "none":
        colour = _link_colour(site, axes)
        rules.append(f".markdown a:not(.button) {{ color: var(--{colour}-color) }}")
    return "\n".join(rules) + f"\n{_RULES}"


def _link_colour(site: Mapping[str, Any], axes: Mapping[str, Any]) -> str:
    """Return the name of the colour of links, if the styles use it.

    Most sites do not query the value: the variable is undefined, and links inherit their colour.
    """
    if axes["links_colour"] != "theme":
        return "undefined"
    return css_value(_value_in(_object(site, "links"), "color"))


def font_links(scope: Scope) -> tuple[str, ...]:
    """Return the addresses of the style sheets with the theme's web fonts; may be empty."""
    fonts = _object(scope.site, "fonts") or {}
    wanted: dict[str, None] = {}
    for number in range(1, 5):
        font = text(fonts.get(f"font{number}"))
        if font and _font_name(font) not in INSTALLED:
            wanted[font] = None
    if not wanted:
        return ()
    families = "&family=".join(quote(font, safe=":;@,+ ").replace(" ", "+") for font in wanted)
    return (f"https://fonts.googleapis.com/css2?family={families}&display=swap",)


def _object(site: Mapping[str, Any], key: str) -> Mapping[str, Any] | None:
    value = site.get(key)
    return value if isinstance(value, Mapping) else None


def _value_in(values: Mapping[str, Any] | None, key: str) -> object:
    return UNDEFINED if values is None else text(values.get(key))


def _font_name(font: str) -> str:
    """Return the name of a font without the requested weights."""
    return font.partition(":")[0]


def _family(font: object) -> str:
    return f"{css_value(_font_name(word(font)))}, sans-serif"


def _size(value: object) -> tuple[str, str]:
    """Return size and line height in pixels from ``size/leading``."""
    if not isinstance(value, str) or not value:
        return _DEFAULT_SIZE, _DEFAULT_SIZE
    size, _, leading = value.partition("/")
    return css_value(size), css_value(leading or "undefined")
