"""What a value of a block without a schema is: a heading, a picture, a design value, and so on.

The role follows from the key and from the value together. A sentence is always content, whatever
its key is; a single word under ``color`` or ``layout`` is not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from designer.schema.content_words import (
    ALTS,
    BESIDE_ICONS,
    BUTTON_ENDS,
    BUTTONS,
    CLASS_KEYS,
    CODES,
    COLOURS,
    DESIGN,
    DESIGN_VALUES,
    FIGURES,
    FONTS,
    HEADINGS,
    ICONS,
    LABELS,
    LINKS,
    MACHINE_VALUES,
    MACHINERY,
    PICTURES,
    RICH_TEXTS,
    SUBHEADS,
    TOGGLE_STARTS,
    TOGGLES,
    TYPES,
    VIDEOS,
    key_words,
)

Role = Literal[
    "label", "heading", "subhead", "text", "fact", "figure", "image", "video", "code", "icon",
    "button", "link", "alt", "none",
]  # fmt: skip
"""The role of a scalar. ``fact`` is a value that needs its key to be understood; ``button`` is the
label of a link; ``none`` is a design value, or one for programs."""

_MAX_LABEL = 60  # characters of the longest label of a button
_IMAGE_FILE = re.compile(r"\.(png|jpe?g|gif|svg|webp|avif|ico|bmp)([?#].*)?$", re.IGNORECASE)
_VIDEO_FILE = re.compile(r"\.(mp4|webm|mov|m4v|ogv)([?#].*)?$", re.IGNORECASE)
_VIDEO_PAGE = re.compile(
    r"(https?:)?//([\w-]+\.)*(youtube(-nocookie)?\.com/(watch|embed|shorts|live|v/)|youtu\.be/\w"
    r"|vimeo\.com/(\w+/)*\d|wistia\.(com|net)/|loom\.com/(share|embed)|dailymotion\.com/(video|embed))",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"((https?:)?//|mailto:|tel:|\.{0,2}/|#)\S*", re.IGNORECASE)
_WEB = re.compile(r"(https?:)?//\S+|(mailto|tel):\S+", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_CODE = re.compile(r"<(iframe|script|object|embed|form|style|svg|video|audio)\b", re.IGNORECASE)

_UTILITY = re.compile(r"!?(\[[^\]\s]+\]|[a-z0-9@*-]+:)*!?-?[a-z][a-z0-9]*(-[\w./%#\[\]()]+)*")
_UTILITY_START = re.compile(
    r"!?([\w@\[\]&*-]+:)*!?-?(text|bg|p[xytrbles]?|m[xytrbles]?|w|h|size|min|max|flex|grid|gap|space"
    r"|font|leading|tracking|rounded|shadow|border|items|justify|self|content|col|row|order|z|top"
    r"|left|right|bottom|inset|opacity|transition|duration|ease|overflow|object|divide|ring|from|via"
    r"|to|translate|scale|rotate|whitespace|align|float|cursor|btn|d|g|mg|list|line|aspect)-\S"
)
_CSS_FUNCTION = re.compile(
    r"(calc|clamp|min|max|var|rgba?|hsla?|oklch|lab|lch|hwb|color|url|linear-gradient"
    r"|radial-gradient|conic-gradient|cubic-bezier|translate[XY3d]*|rotate|scale|blur|env)\(.*\)",
    re.DOTALL,
)
_LENGTH = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)(px|r?em|[sdl]?v[hwb]|vmin|vmax|ch|fr)")
_PERCENT_OR_NUMBER = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)%?")
_HEX_COLOUR = re.compile(r"#(?=\d*[a-fA-F]|\d{6})([0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})")
_ICON_NAME = re.compile(
    r"fa(-[a-z]+|[srlbdt])?\s+fa-[\w -]+"
    r"|(fa|mdi|bx|bxl|bxs|icon|glyphicon|octicon|heroicons?|lucide|tabler)-\S+"
    r"|(bi bi|ri-\w+|la la|ti ti|ph ph)-\S+|[\w-]+-(line|outline|solid)-icon"
    r"|(fa|mdi|bi|ri|ph|ic|carbon|lucide|tabler|heroicons?|material-symbols|simple-icons|logos)"
    r"[\w-]*:[a-z][\w/-]*|(Bi|Fa|Md|Bs|Fi|Vsc)[A-Z][a-z]\w+"
)
_IDENTIFIER = re.compile(r"[A-Za-z_$][\w$./-]*")
_CAMEL = re.compile(r"[A-Za-z]*[a-z0-9][A-Z]\w*")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_NUMBER_LIKE = re.compile(
    r"[<>~≈±+–−-]?\s?[A-Z]{0,3}[$€£¥₹]?\s?\d[\d.,\u00a0\u202f' ]*\s?"
    r"(%|\+|[KMBTkmx×]\+?|[KMB]n|bn|th|°[CF]?|/\d+|[$€£¥₹]|[A-Z]{3}|[a-z]{1,3})?\+?"
)
_MEASURE = re.compile(r"\d[\d.,:/–—-]*\s?[^\W\d_]{0,4}\.?(\s[^\W\d_]{1,2}\.?)?")  # 9:00 am, 5 km
_RICH = re.compile(
    r"\n|\*\*\S|__\S|~~\S|\]\(|^(#{1,6}|[-*+]|\d+[.)]|>)\s|`\S|(?<![\w*])\*\S|<[a-z/!]",
    re.IGNORECASE,
)


def is_image_address(value: str) -> bool:
    """Whether a text is the address of an image file; a sentence may end with one."""
    value = value.strip()
    if value.startswith("data:image/"):
        return True
    path = value.startswith(("/", "./", "../", "http://", "https://"))
    return bool(_IMAGE_FILE.search(value)) and (path or " " not in value) and "\n" not in value


def is_video_address(value: str) -> bool:
    """Whether a text is the address of a video file, or of a page of a video service."""
    value = value.strip()
    if any(letter.isspace() for letter in value):
        return False
    return bool(_VIDEO_FILE.search(value) or _VIDEO_PAGE.match(value))


def is_address(value: str) -> bool:
    """Whether a text is an address: of the web, a path, an anchor, a mail address to write to."""
    return bool(_ADDRESS.fullmatch(value.strip()))


def is_number_like(value: str) -> bool:
    """Whether a short text is a figure with its unit: ``500+``, ``$10``, ``99.9 %``, ``12K``."""
    return len(value) <= 12 and bool(_NUMBER_LIKE.fullmatch(value.strip()))


def is_rich(value: str) -> bool:
    """Whether a text has several lines, or signs of Markdown or HTML."""
    return bool(_RICH.search(value.strip()))


def is_clear_sentence(value: str) -> bool:
    """Whether a text is a sentence beyond doubt, which is content even among design values."""
    pieces = value.split()
    return _is_clear_sentence(pieces) and not _is_style_text(value.strip(), pieces)


def is_sentence(value: str) -> bool:
    """Whether a text is written for people: several words that are neither classes nor CSS."""
    words = value.split()
    return (
        len(words) > 1
        and any(_LETTERS.search(word) for word in words)
        and not _is_style_text(value, words)
    )


def is_design(key: str, value: object) -> bool:
    """Whether a value says how something looks or moves, or is one for programs."""
    words = key_words(key)
    by_key = bool(_DESIGN_OR_MACHINERY.intersection(words)) or key.startswith(("_", "$", "@"))
    if isinstance(value, list):
        return bool(value) and all(
            not isinstance(item, Mapping | list) and is_design(key, item) for item in value
        )
    if isinstance(value, bool):
        return by_key or words[:1] == () or words[0] in TOGGLE_STARTS or set(words) <= TOGGLES
    if not isinstance(value, str):
        return by_key
    text = value.strip()
    return _is_design_text(words, text, by_key=by_key)


def role_of(key: str, value: object) -> Role:
    """Return the role of a scalar value under a key."""
    if value is None or value == "":
        return "none"
    if isinstance(value, str):
        return _role_of_text(key, value)
    words = key_words(key)
    if isinstance(value, bool):
        return "none" if is_design(key, value) else "fact"
    named = _named_role(words)
    if named in {"heading", "label", "subhead"}:
        return named
    if is_design(key, value):
        return "none"
    return "figure" if words and words[-1] in FIGURES else "fact"


def role_of_key(key: str) -> Role | None:
    """Return the role of the texts that a key names by itself; None if it says nothing."""
    return _named_role(key_words(key))


def is_type_key(key: str) -> bool:
    """Whether the values of a key can name the type of their mapping."""
    words = key_words(key)
    return bool(words) and words[-1] in TYPES


def is_type_name(value: str) -> bool:
    """Whether a value of a type key names a type, not content such as *Stars on GitHub*."""
    return bool(_IDENTIFIER.fullmatch(value.strip()))


def is_common_type_name(value: str) -> bool:
    """Whether a value of a type key surely names a type: a part of a page, or a compound name."""
    name = value.strip()
    known = MACHINE_VALUES | DESIGN_VALUES | COLOURS
    return is_type_name(name) and (
        name.lower() in known or bool(_CAMEL.fullmatch(name)) or bool(re.search(r"[_./-]", name))
    )


_DESIGN_OR_MACHINERY = DESIGN | MACHINERY


@lru_cache(maxsize=8192)  # a block is drawn at every key, and most of its texts stay
def _role_of_text(key: str, value: str) -> Role:
    """Return the role of a text."""
    words, text = key_words(key), value.strip()
    media = _media_role(words, text) if text else "none"
    if media:
        return media
    if key.startswith(("_", "$")) and not is_sentence(text):
        return "none"
    if words and words[-1] in TYPES and is_type_name(text):
        return "none"
    named = _named_role(words)
    if named and not _is_style_text(text, text.split()):
        is_choice = named in {"subhead", "text"} and text in DESIGN_VALUES
        return "none" if is_choice else named
    if _ICON_NAME.fullmatch(text):
        return "icon"
    if _is_link(words, text):
        return "link"
    if is_design(key, text):
        return "none"
    return _unnamed_role(words, text)


def _media_role(words: tuple[str, ...], text: str) -> Role | None:
    """Return the role of a picture, a video, a piece of code or an icon; None for other texts."""
    kinds = set(words)
    if _is_only_code(text) or (kinds & CODES and text.startswith("<") and "</" in text):
        return "icon" if text.startswith("<svg") else "code"
    if is_image_address(text):
        return "image"
    if is_video_address(text):
        return "video"
    if kinds & VIDEOS and (is_address(text) or (" " not in text and len(kinds) == 1)):
        return "video"
    if kinds & PICTURES and words[-1] not in {"link", "href", "to"} and _is_file_address(text):
        return "image"
    starts = bool(words) and words[0] in ICONS and words[-1] not in BESIDE_ICONS
    is_icon = starts or (bool(words) and words[-1] in ICONS)
    return "icon" if is_icon and not _is_clear_sentence(text.split()) else None


def _is_only_code(text: str) -> bool:
    """Whether a text is elements such as ``<iframe>`` or ``<svg>``, without words beside them."""
    lower, end = text.lower(), 0
    while match := _CODE.match(text, end):
        close = lower.find(f"</{match[1].lower()}", match.end())
        if close < 0 and match[1].lower() != "embed":
            return True  # a browser takes all the rest for its content
        end = text.find(">", max(close, match.end())) + 1 or len(text)
        end += len(text[end:]) - len(text[end:].lstrip())
    return end > 0 and not _LETTERS.search(_TAG.sub("", text[end:]))


def _is_file_address(text: str) -> bool:
    return is_address(text) and text[:1] != "#" and not text.startswith(("mailto:", "tel:"))


def _named_role(words: tuple[str, ...]) -> Role | None:
    """Return the role that a key names; None if its words say nothing."""
    if not words:
        return None
    last, rest = words[-1], set(words[:-1])
    if last in ALTS or words[-2:] == ("alt", "text"):
        return "alt"
    if rest & BUTTONS and last in BUTTON_ENDS:
        return "button"
    if rest & (DESIGN - {"background", "bg", "position", "order", "layout", "grid", "theme"}):
        return None
    sub = bool(rest & {"sub", "pre", "small"})
    roles: tuple[tuple[frozenset[str], Role], ...] = (
        (LABELS, "label"),
        (HEADINGS, "subhead" if sub else "heading"),
        (SUBHEADS, "subhead"),
        (RICH_TEXTS, "text"),
    )
    return next((role for names, role in roles if last in names), None)


def _is_link(words: tuple[str, ...], text: str) -> bool:
    """Whether a text is an address to go to, by its key or by itself."""
    last = words[-1] if words else ""
    if last in LINKS | BUTTONS and is_address(text):
        return True
    named = last in LINKS - {"to"} and bool(_IDENTIFIER.fullmatch(text)) and not text[0].isupper()
    return named or bool(_WEB.fullmatch(text))


def _unnamed_role(words: tuple[str, ...], text: str) -> Role:
    """Return the role of content under a key that does not name one of the usual roles."""
    last = words[-1] if words else ""
    if last in BUTTONS and len(text) <= _MAX_LABEL and not is_rich(text):
        return "button"
    is_value = is_number_like(text) or _MEASURE.fullmatch(text)
    if not is_value and (is_sentence(text) or is_rich(text)):
        return "text"
    return "figure" if last in FIGURES else "fact"


def _is_design_text(words: tuple[str, ...], text: str, *, by_key: bool) -> bool:
    """Whether a text is a design value or one for programs.

    Args:
        words: The words of its key.
        text: The text, stripped.
        by_key: Whether the key names a property of the design, or is one for programs.
    """
    pieces = text.split()
    if _is_style_text(text, pieces) or _is_machine_token(text):
        return True
    if words and words[-1] in CLASS_KEYS:
        return not _is_clear_sentence(pieces)
    lower = text.lower()
    if by_key:
        if len(pieces) > 1:
            is_measure = text[:1].isdigit() and bool(_LETTERS.search(text))  # 45 minutes
            is_name = text[:1].isupper() and not FONTS.intersection(words)
            return not (_is_clear_sentence(pieces) or is_name or is_measure)
        plain = lower in DESIGN_VALUES | COLOURS | MACHINE_VALUES
        return plain or not text[:1].isupper() or bool(_CAMEL.fullmatch(text))
    return text in DESIGN_VALUES


def _is_machine_token(text: str) -> bool:
    """Whether a text is one long token without meaning for people, such as a hash."""
    return len(text) >= 16 and bool(re.fullmatch(r"[0-9a-f]{8}[0-9a-f-]{8,}", text))


def _is_clear_sentence(pieces: list[str]) -> bool:
    """Whether words form a sentence even under a key of the design."""
    letters = sum(bool(_LETTERS.search(piece)) for piece in pieces)
    ends = bool(pieces) and pieces[-1][-1] in ".!?…"
    starts = bool(pieces) and pieces[0][:1].isupper()
    return len(pieces) > 1 and letters > 1 and (ends or (starts and len(pieces) > 2))


def _is_style_text(text: str, pieces: list[str]) -> bool:
    """Whether a text is CSS or a class string, whatever its key is."""
    if _CSS_FUNCTION.fullmatch(text) or _HEX_COLOUR.fullmatch(text):
        return True
    if pieces and all(_is_style_token(piece) for piece in pieces):
        return any(_LENGTH.fullmatch(piece) for piece in pieces)
    return _looks_like_utilities(pieces)


def _is_style_token(piece: str) -> bool:
    return bool(
        _LENGTH.fullmatch(piece)
        or _PERCENT_OR_NUMBER.fullmatch(piece)
        or piece in DESIGN_VALUES
        or piece in {"auto", "solid", "dashed", "dotted", "ease", "ease-in-out", "linear"}
    )


def _looks_like_utilities(pieces: list[str]) -> bool:
    """Whether every word can be a utility and half of them surely are."""
    sure = sum(bool(_UTILITY_START.match(piece)) for piece in pieces)
    return (
        bool(sure)
        and 2 * sure >= len(pieces)
        and all(_UTILITY.fullmatch(piece) for piece in pieces)
    )
