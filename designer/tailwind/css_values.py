"""Evaluates CSS values: substitutes variables, computes lengths in pixels and colours in sRGB."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

_NESTED = r"(?:[^()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*"
_VAR = re.compile(rf"var\(\s*(--[\w-]+)\s*(?:,({_NESTED}))?\)")
_DEPTH = 12  # limit of nested variables; deeper nesting is a cycle
_PIXELS = {"px": 1.0, "rem": 16.0}

_TOKEN = re.compile(
    r"\s*(?:(-?(?:\d*\.)?\d+(?:e-?\d+)?)(px|rem)?(?![\w.%])|((?:calc)?\(|[)*/])|([+-])\s)"
)

_HEX = re.compile(r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})", re.IGNORECASE)
_FUNCTION = re.compile(r"(rgba?|hsla?|oklch)\(([^()]*)\)", re.IGNORECASE)
_PART = re.compile(r"(-?(?:\d*\.)?\d+(?:e-?\d+)?)(%|deg)?|none")
_NAMED = {
    "transparent": (0.0, 0.0, 0.0, 0.0),
    "black": (0.0, 0.0, 0.0, 1.0),
    "white": (1.0, 1.0, 1.0, 1.0),
}

Color = tuple[float, float, float, float]
"""Red, green, blue and opacity, from 0 to 1."""


def resolve(value: str, variables: Mapping[str, str]) -> str:
    """Substitute variables in a value; an unknown variable without a fallback stays."""

    def fill(match: re.Match[str]) -> str:
        known: str | None = variables.get(match[1], match[2])
        return match[0] if known is None else known.strip()

    for _ in range(_DEPTH):
        if "var(" not in value:
            break
        filled = _VAR.sub(fill, value)
        if filled == value:
            break
        value = filled
    return value


class _Amount(NamedTuple):
    number: float
    is_length: bool


class _NotComputable(Exception):
    """The value is not a length that can be computed without an element."""


class _Calc:
    """Evaluates ``calc(…)`` of numbers and lengths."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def all(self) -> _Amount:
        amount = self._terms()
        if self._text[self._at :].strip():
            raise _NotComputable
        return amount

    def _next(self) -> re.Match[str] | None:
        return _TOKEN.match(self._text, self._at)

    def _terms(self) -> _Amount:
        total = self._factors()
        while (token := self._next()) and token[4]:
            self._at = token.end()
            more = self._factors()
            if more.is_length != total.is_length:
                raise _NotComputable
            sign = 1 if token[4] == "+" else -1
            total = _Amount(total.number + sign * more.number, total.is_length)
        return total

    def _factors(self) -> _Amount:
        total = self._one()
        while (token := self._next()) and token[3] in {"*", "/"}:
            self._at = token.end()
            by = self._one()
            if token[3] == "*" and not (by.is_length and total.is_length):
                total = _Amount(total.number * by.number, total.is_length or by.is_length)
            elif token[3] == "/" and not by.is_length and by.number:
                total = _Amount(total.number / by.number, total.is_length)
            else:
                raise _NotComputable
        return total

    def _one(self) -> _Amount:
        token = self._next()
        if token is None:
            raise _NotComputable
        self._at = token.end()
        if token[1]:
            return _Amount(float(token[1]) * _PIXELS.get(token[2], 1.0), token[2] is not None)
        if token[3] not in {"(", "calc("}:
            raise _NotComputable
        amount = self._terms()
        end = self._next()
        if end is None or end[3] != ")":
            raise _NotComputable
        self._at = end.end()
        return amount


@lru_cache(maxsize=4096)
def pixels(value: str) -> float | None:
    """Return a length in pixels (16 per ``rem``); None if the length depends on the element."""
    try:
        amount = _Calc(value).all()
    except (_NotComputable, OverflowError, RecursionError):
        return None
    is_length = amount.is_length or amount.number == 0
    return amount.number if is_length and math.isfinite(amount.number) else None


@lru_cache(maxsize=4096)
def color(value: str) -> Color | None:
    """Return a colour that is given by numbers; None for other values."""
    value = value.strip().lower()
    if value in _NAMED:
        return _NAMED[value]
    if _HEX.fullmatch(value):
        digits = value[1:] if len(value) > 5 else "".join(digit * 2 for digit in value[1:])
        red, green, blue, alpha = (
            int(digits[at : at + 2] or "ff", 16) / 255 for at in range(0, 8, 2)
        )
        return red, green, blue, alpha
    match = _FUNCTION.fullmatch(value)
    parts = _PART.findall(match[2]) if match else []
    if match is None or len(parts) not in {3, 4}:
        return None
    numbers = [(float(number or 0), unit) for number, unit in parts]
    red, green, blue = _READERS[match[1].rstrip("a")](numbers)
    alpha = _share(numbers[3], 1) if len(numbers) == 4 else 1.0
    return _clamp(red), _clamp(green), _clamp(blue), _clamp(alpha)


def hexadecimal(rgba: Color) -> str:
    """Return a colour as CSS: ``#rrggbb``, or ``#rrggbbaa`` if it is not opaque."""
    parts = rgba[:3] if rgba[3] == 1 else rgba
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)


Part = tuple[float, str]


def _share(part: Part, whole: float) -> float:
    number, unit = part
    return number / 100 if unit == "%" else number / whole


def _clamp(share: float) -> float:
    return min(max(share, 0.0), 1.0)


def _of_rgb(parts: list[Part]) -> tuple[float, float, float]:
    red, green, blue = (_share(part, 255) for part in parts[:3])
    return red, green, blue


def _of_hsl(parts: list[Part]) -> tuple[float, float, float]:
    hue, saturation, lightness = parts[0][0], _share(parts[1], 100), _share(parts[2], 100)
    spread = saturation * min(lightness, 1 - lightness)

    def channel(start: int) -> float:
        turn = (start + hue / 30) % 12
        return lightness - spread * max(-1.0, min(turn - 3, 9 - turn, 1.0))

    return channel(0), channel(8), channel(4)


def _of_oklch(parts: list[Part]) -> tuple[float, float, float]:
    """Convert to sRGB via Oklab; matrices: https://bottosson.github.io/posts/oklab/."""
    light = _share(parts[0], 1)
    chroma = parts[1][0] / 100 * 0.4 if parts[1][1] == "%" else parts[1][0]
    angle = math.radians(parts[2][0])
    a, b = chroma * math.cos(angle), chroma * math.sin(angle)
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        _gamma(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short),
        _gamma(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short),
        _gamma(-0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short),
    )


def _gamma(linear: float) -> float:
    linear = _clamp(linear)
    return 12.92 * linear if linear <= 0.0031308 else 1.055 * float(linear ** (1 / 2.4)) - 0.055


_READERS = {"rgb": _of_rgb, "hsl": _of_hsl, "oklch": _of_oklch}
