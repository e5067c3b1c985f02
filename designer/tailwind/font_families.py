"""Finds the fonts in a style sheet."""

from __future__ import annotations

import re
from collections.abc import Iterable

_LIST = re.compile(r"(?<![\w-])(?:font-family|--(?:default-)?font-[\w-]+)\s*:\s*([^;}]+)")
_FACE = re.compile(r"@font-face\s*\{[^}]*\}")
_NAME = re.compile(r"""font-family\s*:\s*["']?([^;"'}]+)""")
_GENERIC = {
    "serif", "sans-serif", "monospace", "cursive", "fantasy", "math", "emoji", "system-ui",
    "ui-serif", "ui-sans-serif", "ui-monospace", "ui-rounded", "-apple-system",
    "BlinkMacSystemFont", "inherit", "initial", "unset", "revert", "revert-layer",
}  # fmt: skip


def font_families_of(rules: Iterable[str]) -> list[str]:
    """Return the first font of each font list in the rules, without duplicates.

    Generic names and fonts that the rules define (``@font-face``) are omitted.
    """
    css = "\n".join(rule for rule in rules if "font" in rule)
    embedded = {name[1].strip() for face in _FACE.findall(css) if (name := _NAME.search(face))}
    firsts = (match[1].partition(",")[0].strip().strip("\"'") for match in _LIST.finditer(css))
    return [name for name in dict.fromkeys(firsts) if _is_font(name) and name not in embedded]


def _is_font(name: str) -> bool:
    return bool(name) and name not in _GENERIC and not name[0].isdigit() and "(" not in name
