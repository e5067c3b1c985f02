"""Class words that the components of the family g1 derive from other strings.

The rules are those of the sites' own components. A missing or unknown value becomes the word
``undefined`` or nothing, as on the sites.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from designer.families.class_rules import VERTICAL_MARGIN, first_with, words
from designer.families.template_values import UNDEFINED, Record, value_of, word

_INVERSE = {
    "w-1/5": "w-4/5",
    "w-4/5": "w-1/5",
    "w-1/4": "w-3/4",
    "w-3/4": "w-1/4",
    "w-1/3": "w-2/3",
    "w-2/3": "w-1/3",
    "w-1/2": "w-1/2",
    "w-full": "w-0",
}
_BUTTON_MARGIN = {"text-left": "", "text-center": "mx-auto", "text-right": "ml-auto"}


def button_class(theme: Record, kind: object, minor_prefix: str = "") -> str | None:
    """Return the classes of a themed button; None for a kind that themes do not define.

    Args:
        theme: The ``buttons`` of the theme document.
        kind: ``primary``, ``secondary`` or ``minor``; the default is ``primary``.
        minor_prefix: The text before the classes of a minor button.
    """
    name = kind or "primary"
    if name not in {"primary", "secondary", "minor"}:
        return None
    parts = ("Fill", "Typography", "Border", "Padding", "Rounded")
    classes = " ".join(word(value_of(theme, f"{name}{part}")) for part in parts)
    return minor_prefix + classes if name == "minor" else classes


def button_margin(alignment: object) -> str:
    """Return the margin class that aligns a row of buttons with its text."""
    name = next((name for name in words(alignment) if name.startswith("text-")), None)
    return _BUTTON_MARGIN.get(name or "", "undefined")


@dataclass(frozen=True)
class ContentOrder:
    """The order classes of label, headlines and body."""

    label: str
    headings: str
    body: str


_ORDERS = {
    "labelHeadingsContent": ContentOrder("order-1", "order-2", "order-3"),
    "labelContentHeadings": ContentOrder("order-1", "order-3", "order-2"),
    "headingsLabelContent": ContentOrder("order-2", "order-1", "order-3"),
    "headingsContentLabel": ContentOrder("order-3", "order-1", "order-2"),
    "contentLabelHeadings": ContentOrder("order-2", "order-3", "order-1"),
    "contentHeadingsLabel": ContentOrder("order-3", "order-2", "order-1"),
}
_NO_ORDER = ContentOrder("undefined", "undefined", "undefined")


def content_order(name: object) -> ContentOrder:
    """Return the order classes for a value of ``contentOrder``."""
    return _ORDERS.get(name, _NO_ORDER) if isinstance(name, str) else _NO_ORDER


@dataclass(frozen=True)
class OrnamentPlace:
    """The position of an ornament: classes of its anchor, and the translation of its image."""

    anchor: str
    translate: str


_PLACES = {
    "center": OrnamentPlace("top-1/2 left-1/2", "-50%,-50%"),
    "top": OrnamentPlace("top-0 left-1/2", "-50%,0"),
    "top-right": OrnamentPlace("top-0 right-0", "-100%,0"),
    "right": OrnamentPlace("top-1/2 right-0", "-100%,-50%"),
    "bottom-right": OrnamentPlace("bottom-0 right-0", "-100%,-100%"),
    "bottom": OrnamentPlace("bottom-0 left-1/2", "-50%,-100%"),
    "bottom-left": OrnamentPlace("left-0 bottom-0", "0,-100%"),
    "left": OrnamentPlace("top-1/2 left-0", "0,-50%"),
    "top-left": OrnamentPlace("top-0 left-0", "0,0"),
}
_NO_PLACE = OrnamentPlace("undefined", "undefined")


def ornament_place(alignment: object) -> OrnamentPlace:
    """Return the position for an ornament's ``alignment``."""
    return _PLACES.get(alignment, _NO_PLACE) if isinstance(alignment, str) else _NO_PLACE


def grid_columns(columns: object) -> str:
    """Return the class of a grid with this number of columns."""
    known = {str(n): f"grid-cols-{n}" for n in range(1, 6)} | {"6": "grid-cols-5"}
    return known.get(columns, "undefined") if isinstance(columns, str) else "undefined"


def card_fill(kind: object, fill: object) -> str:
    """Return the classes of the layer behind a card's texts."""
    if kind == "transparent":
        return f"{word(fill)} opacity-70"
    return word(fill) if kind in {"solid", "fadeH"} else "undefined"


@dataclass(frozen=True)
class FeatureLayout:
    """The derived classes of a feature's elements, each a string of words."""

    min_height: str
    image_wrap: str
    image: str
    content_wrap: str
    content_width: str
    content_extra: str


def feature_layout(
    alignment: object, content: object, image: object, margin: str = "object"
) -> FeatureLayout:
    """Divide the width of a feature between text and image.

    Args:
        alignment: ``style.alignment``, e.g. ``flex-row text-left items-center sm:flex-col``.
        content: ``style.featureContent``, e.g. ``w-2/3 min-h-0 to-edge``.
        image: ``style.featureImage``, e.g. ``object-center object-cover``.
        margin: The source of the margin of an image beside text: its ``object`` words, or the
            ``vertical`` word of the alignment.
    """
    direction = words(alignment)
    vertical = "flex-col" in direction or "flex-col-reverse" in direction
    image_left = "flex-row" in direction
    width = first_with(content, "w-")
    inverse = _INVERSE.get(width or "")
    stretch = "self-stretch" if _stretched(image) else ""
    to_image = _column(inverse, vertical, "to-edge" in words(image))
    to_content = _column(width, vertical, "to-edge" in words(content))
    image_side = _side(vertical, "to-edge" in words(image), "ml-auto" if image_left else "mr-auto")
    content_side = _side(
        vertical, "to-edge" in words(content), "mr-auto" if image_left else "ml-auto"
    )
    return FeatureLayout(
        min_height=first_with(content, "min-h-") or "undefined",
        image_wrap=f"{stretch} {to_image} {image_side}",
        image=_picture(direction, width, vertical, image, margin),
        content_wrap=f"{to_content} {content_side}",
        content_width=word(width or UNDEFINED) if vertical else "w-full",
        content_extra=_vertical_margin(direction),
    )


def _stretched(image: object) -> bool:
    """Whether the image fills its column."""
    return "object-cover" in words(image) or "object-contain" in words(image)


def _column(width: str | None, vertical: bool, to_edge: bool) -> str:
    """Return the width of a column: a share of the site's width, or up to the window's edge."""
    if vertical:
        return "w-full" if to_edge else "w-full max-w-site-full"
    name = word(width or UNDEFINED)
    return f"{name} {name.replace('w-', 'w-edge-' if to_edge else 'max-w-site-', 1)}"


def _side(vertical: bool, to_edge: bool, margin: str) -> str:
    """Return the margin that keeps a column beside the centre."""
    if vertical:
        return "mx-auto"
    return "" if to_edge else margin


def _vertical_margin(direction: list[str]) -> str:
    """Return the margin for the first ``items-*-vertical`` word."""
    return next((VERTICAL_MARGIN[name] for name in direction if name in VERTICAL_MARGIN), "")


def _picture(
    direction: list[str], width: str | None, vertical: bool, image: object, margin_by: str
) -> str:
    """Return the classes of the image element."""
    stretch = _stretched(image)
    own = " ".join(name for name in words(image) if "to-edge" not in name)
    if vertical:
        size = "w-auto" if stretch else word(width or UNDEFINED)
    else:
        size = "w-full" if stretch else "w-auto"
    by_word = vertical or margin_by == "vertical"
    margin = _vertical_margin(direction) if by_word else _object_margin(image)
    height = "absolute inset-0 h-full" if stretch else ""
    return f"{margin} {size} {height} {own}"


def _object_margin(image: object) -> str:
    """Return the margin for the position of an image beside text."""
    text = image if isinstance(image, str) else ""
    if "object-right" in text:
        return "ml-auto"
    middle = ("object-center", "object-top", "object-bottom")
    return "mx-auto" if any(name in text for name in middle) else "mr-auto"


RULES: Final = (
    button_class,
    button_margin,
    card_fill,
    content_order,
    feature_layout,
    grid_columns,
    ornament_place,
)
"""The rules that templates of this family may call."""
