"""Derives utilities from the scales of a theme, for builds with requested classes only.

A complete build of the same Tailwind version defines the names of the utilities and those that need
no theme; the site's theme defines the steps of the scales.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import takewhile
from typing import Any

DEFAULT = "DEFAULT"

_PARTS = {
    **{f"padding-{side}": "padding" for side in ("top", "right", "bottom", "left")},
    **{f"margin-{side}": "margin" for side in ("top", "right", "bottom", "left")},
    **{f"border-{side}-width": "borderWidth" for side in ("top", "right", "bottom", "left")},
    **dict.fromkeys(("top", "right", "bottom", "left"), "inset"),
    **dict.fromkeys(("gradient-from", "gradient-to"), "gradientColorStops"),
    "width": "width",
    "max-width": "maxWidth",
    "height": "height",
    "min-height": "minHeight",
    "gap": "gap",
    "order": "order",
    "font-family": "fontFamily",
    "font-size": "fontSize",
    "font-weight": "fontWeight",
    "color": "textColor",
    "line-height": "lineHeight",
    "letter-spacing": "letterSpacing",
    "background-color": "backgroundColor",
    "background-image": "backgroundImage",
    "background-position": "backgroundPosition",
    "background-size": "backgroundSize",
    "object-position": "objectPosition",
    "border-color": "borderColor",
    "border-radius": "borderRadius",
    "opacity": "opacity",
    "box-shadow": "boxShadow",
}


def common_prefix(utilities: Iterable[str]) -> str:
    """Return the common prefix of a property's utilities: ``pt`` for ``pt-4``; may be empty."""
    names = list(dict.fromkeys(tuple(name.removeprefix("-").split("-")) for name in utilities))
    if not names:
        return ""
    first, count = Counter(words[0] for words in names).most_common(1)[0]
    if count * 3 < len(names) * 2:
        return ""
    same = [words for words in names if words[0] == first]
    columns = zip(*same, strict=False)
    shared = [words[0] for words in takewhile(lambda words: len(set(words)) == 1, columns)]
    return "-".join(shared if len(same) > 1 else shared[:-1])


def step_of(utility: str, start: str) -> str:
    """Return the scale step of a utility: ``4``, ``-4``, ``red-500``, ``DEFAULT``."""
    sign = "-" if utility.startswith("-") else ""
    name = utility.removeprefix("-")
    if not start:
        return utility
    if name == start:
        return sign + DEFAULT
    return sign + name.removeprefix(f"{start}-") if name.startswith(f"{start}-") else utility


def scale(theme: Mapping[str, Any], prop: str) -> dict[str, str]:
    """Return the scale of a property in a theme: step → value; empty if there is none."""
    part = theme.get(_PARTS.get(prop, ""), {})
    return dict(_flatten(part)) if isinstance(part, Mapping) else {}


def _flatten(part: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in part.items():
        if isinstance(value, Mapping):
            for inner, inner_value in _flatten(value):
                yield (name if inner == DEFAULT else f"{name}-{inner}"), inner_value
        elif isinstance(value, list):
            texts = [each for each in value if isinstance(each, str)]
            is_size = len(texts) < len(value) or (texts and texts[0][:1].isdigit())
            yield name, texts[0] if is_size and texts else ", ".join(texts)
        elif value is not None:
            yield name, str(value)


def utilities_for(
    prop: str,
    theme: Mapping[str, Any],
    preset_utilities: Mapping[str, str],
    preset_steps: Collection[str],
) -> dict[str, str]:
    """Return the utilities of a property that a site can use.

    Args:
        prop: The name of the property.
        theme: The site's theme.
        preset_utilities: The utilities of this property in a complete build, with their values.
        preset_steps: The steps of the theme of the complete build.

    Returns:
        Utility → value; those of the site's scale come first, in the order of the scale.
    """
    start = common_prefix(preset_utilities)
    found = {}
    has_negatives = any(name.startswith("-") for name in preset_utilities)
    for step, value in scale(theme, prop).items():
        found[_name(step, start)] = value
        if has_negatives and value[:1].isdigit() and not step.startswith("-"):
            found.setdefault(_name(f"-{step}", start), f"-{value}")
    for name, value in preset_utilities.items():
        if step_of(name, start).removeprefix("-") not in preset_steps:
            found.setdefault(name, value)
    return found


def _name(step: str, start: str) -> str:
    sign = "-" if step.startswith("-") else ""
    step = step.removeprefix("-")
    return f"{sign}{start}" if step == DEFAULT else f"{sign}{start}-{step}"
