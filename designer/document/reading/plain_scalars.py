"""Resolve plain scalars by the rules of js-yaml 3, which the sites use to read their pages.

js-yaml 3.14 tries null, boolean, integer, float and timestamp in this order; everything else is a
text. PyYAML's own resolver differs (``yes`` is a boolean there, ``1e3`` a text) and is never used.
"""

from __future__ import annotations

import math
import re
from decimal import Decimal
from typing import Final

from designer.document.values import Tagged, Timestamp, Value, as_number

YAML_TAG: Final = "tag:yaml.org,2002:"

_LITERALS: Final[dict[str, bool | None]] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}

STARTS: Final = frozenset(["", *"0123456789+-.~nNtTfF<"])
"""First characters (or none) of the plain scalars that may be another type than text."""

_INTEGER = re.compile(
    r"[-+]?(?:0|0b[01_]*[01]|0x[0-9a-fA-F_]*[0-9a-fA-F]|0[0-7_]*[0-7]"
    r"|[1-9](?:[0-9_]*[0-9])?|[1-9][0-9_]*(?::[0-5]?[0-9])+)"
)
_FLOAT = re.compile(
    r"[-+]?(?:0|[1-9][0-9_]*)(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?"
    r"|\.[0-9_]+(?:[eE][-+]?[0-9]+)?"
    r"|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*"
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)
_TOO_LARGE: Final = 1 << 1024  # JavaScript reads numbers from here on as infinity
_MOST_DIGITS: Final = 310  # numbers with more decimal digits always exceed the limit
_LEADING_NUMBER = re.compile(r"(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[-+]?[0-9]+)?")
_TIMESTAMP = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?"
    r"(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?"
)


def resolve(text: str) -> Value:
    """Return the value of a plain scalar: None, boolean, number, Timestamp, or the text itself."""
    if text in _LITERALS:
        return _LITERALS[text]
    if text[0] in "0123456789+-.":
        if _INTEGER.fullmatch(text):
            return _integer(text)
        if _FLOAT.fullmatch(text) and not text.endswith("_"):
            return _float(text)
        if _TIMESTAMP.fullmatch(text):
            return Timestamp(text)
    return text


def _integer(text: str) -> int | float:
    sign = -1 if text.startswith("-") else 1
    number = _parse_integer(text.replace("_", "").lstrip("+-"))
    return sign * number if number < _TOO_LARGE else sign * math.inf


def _parse_integer(digits: str) -> int:
    if digits.startswith(("0b", "0x")):
        return int(digits, 0)
    if digits.startswith("0"):
        return int(digits, 8)
    number = 0
    for part in digits.split(":"):
        number = number * 60 + (int(part) if len(part) <= _MOST_DIGITS else _TOO_LARGE)
        if number >= _TOO_LARGE:
            break
    return number


def _float(text: str) -> int | float:
    digits = text.replace("_", "").lower().lstrip("+-")
    sign = -1.0 if text.startswith("-") else 1.0
    if digits == ".inf":
        return sign * math.inf
    if digits == ".nan":
        return math.nan
    number = 0.0
    for part in digits.split(":"):
        number = number * 60 + _javascript_float(part)
    return as_number(sign * number)


def _javascript_float(text: str) -> float:
    """Emulate JavaScript's parseFloat: parse the longest numeric prefix, or return NaN."""
    match = _LEADING_NUMBER.match(text)
    return float(match[0]) if match else math.nan


def tagged_scalar(tag: str, text: str) -> Value:
    """Return the value of a scalar with an explicit tag; Tagged when the tag cannot be resolved."""
    value = resolve(text)
    short = tag.removeprefix(YAML_TAG)
    if short in ("!", "str"):
        return text
    kinds: dict[str, tuple[type, ...]] = {
        "int": (int,), "float": (int, float), "bool": (bool,), "null": (type(None),),
        "timestamp": (Timestamp,),
    }  # fmt: skip
    if short != tag and type(value) in kinds.get(short, ()):
        return value
    return Tagged(tag, text)


def key_text(value: Value) -> str:
    """Convert a mapping's key to text as JavaScript does: ``5`` → "5", ``true`` → "true"."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value) if abs(value) < 2**53 else javascript_number(float(value))
    if isinstance(value, float):
        return javascript_number(value)
    return str(value)


def javascript_number(number: float) -> str:
    """Format a number as JavaScript does: shortest digits, exponent below 1e-6 and from 1e21 on."""
    if math.isnan(number):
        return "NaN"
    if math.isinf(number):
        return "-Infinity" if number < 0 else "Infinity"
    if number == 0:
        return "0"
    _, parts, exponent = Decimal(repr(abs(number))).normalize().as_tuple()
    digits = "".join(map(str, parts))
    point = len(digits) + int(exponent)
    sign = "-" if number < 0 else ""
    if 0 < point <= 21:
        whole, rest = digits[:point].ljust(point, "0"), digits[point:]
        return sign + whole + (f".{rest}" if rest else "")
    if -6 < point <= 0:
        return sign + "0." + "0" * -point + digits
    rest = f".{digits[1:]}" if len(digits) > 1 else ""
    return f"{sign}{digits[0]}{rest}e{point - 1:+d}"
