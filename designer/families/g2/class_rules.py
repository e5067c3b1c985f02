"""Class words and styles that the components of the family g2 derive from other strings.

The controls of the CMS store several choices in one string, e.g. ``w-2/3 min-h-0 text-center
sm:w-full``: words for wide windows, and the same words with ``sm:`` for phones. A missing value
becomes the same words as in the sites' own code.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from designer.families.class_rules import first_with, words
from designer.families.template_values import UNDEFINED, word

_VERTICAL = frozenset({"flex-col", "flex-col-reverse"})
_BUTTON_MARGINS = {
    "text-center": "mx-auto",
    "text-right": "ml-auto",
    "sm:text-left": "sm:ml-0 sm:mr-auto",
    "sm:text-center": "sm:mx-auto",
    "sm:text-right": "sm:ml-auto sm:mr-0",
}


def _after(value: object, prefix: str) -> str:
    """Return the rest of the first word that begins with ``prefix``."""
    return next((w.removeprefix(prefix) for w in words(value) if w.startswith(prefix)), "")


def is_video(src: object) -> bool:
    """Whether the address of an image is that of a video."""
    return isinstance(src, str) and ".mp4" in src


def text_alignment(content: object) -> str:
    """Return the words of ``style.featureContent`` that align its text."""
    return f"{first_with(content, 'text-') or ''} {first_with(content, 'sm:text-') or ''}"


def button_margins(alignment: object) -> str:
    """Return the margin classes that align a row of buttons with its text."""
    return " ".join(_BUTTON_MARGINS.get(name, "") for name in words(alignment) if "text-" in name)


def buttons_row(layout: object) -> str:
    """Return the classes of a row of buttons, from ``style.buttonsLayout``."""
    if not isinstance(layout, str):
        return "undefined undefined"
    stacked = "items-start" if "flex-col" in layout else "false"
    return f"{stacked} {' '.join(name for name in words(layout) if 'w-' not in name)}"


def button_width(layout: object) -> str:
    """Return the width classes of a button, from ``style.buttonsLayout``."""
    if not isinstance(layout, str):
        return "undefined"
    return " ".join(name for name in words(layout) if "w-" in name)


def wide_column(alignment: object) -> str:
    """Return the classes of the column beside the texts; above them it has the site's width."""
    names = set(words(alignment))
    desktop = "w-full max-w-site-full" if names & _VERTICAL else ""
    phone = {f"sm:{name}" for name in _VERTICAL}
    mobile = "sm:w-full sm:max-w-site-full" if names & phone else ""
    return f"relative h-full flex-1 {desktop} {mobile}"


@dataclass(frozen=True)
class Picture:
    """Classes and style of one copy of an image: one is for wide windows, one for phones.

    Attributes:
        classes: The class words.
        style: The declarations, or None.
    """

    classes: str
    style: str | None


def feature_picture(image: object, *, phone: bool) -> Picture:
    """Return a feature's image, from ``style.featureImage``: ``wpx-100 hpx-100 mx-auto``."""
    prefix = "sm:" if phone else ""
    width, height = _after(image, f"{prefix}wpx-"), _after(image, f"{prefix}hpx-")
    own = [name for name in words(image) if "px" not in name and ("sm" in name) == phone]
    sizes = (f"{size}px" if size else "auto" for size in (width, height))
    return Picture(" ".join(own), "width:{};height:{}".format(*sizes))


def card_picture(image: object, *, phone: bool) -> Picture:
    """Return a card's image, from ``cardStyle.image``: ``w-48px h-auto object-center object-fill``.

    If only phones have a size, the wide copy gets the size with its prefix, which browsers ignore.
    The height for phones always keeps its prefix. The sites do the same.
    """
    prefix = "sm:" if phone else ""
    width = (first_with(image, f"{prefix}w-") or "").replace(f"{prefix}w-", "", 1)
    height = first_with(image, f"{prefix}h-") or ""
    if not phone:
        height = height.replace("h-", "", 1)
    classes = " ".join(name for name in words(image) if f"{prefix}object-" in name)
    return Picture(classes, _size(width, height))


def old_card_picture(image: object, *, phone: bool) -> Picture:
    """Return a card's image on older sites, with sizes in pixels: ``wpx-48 hpx-20 object-center``.

    The height for phones keeps its prefix on these sites as well, so browsers ignore it.
    """
    prefix = "sm:" if phone else ""
    width, height = (_after(image, f"{prefix}{side}px-") for side in "wh")
    height = f"sm:hpx-{height}" if phone and height else height
    sizes = (f"{size}px" if size else "100%" for size in (width, height))
    classes = " ".join(name for name in words(image) if f"{prefix}object-" in name)
    return Picture(classes, "width:{};height:{}".format(*sizes))


def _size(width: str, height: str) -> str | None:
    sizes = [f"{name}:{size}" for name, size in (("width", width), ("height", height)) if size]
    return ";".join(sizes) or None


@dataclass(frozen=True)
class Border:
    """The two parts of a border's string, e.g. ``border-gray border-b-2``."""

    color: str
    width: str


def border_parts(border: object) -> Border:
    """Return the colour of a border (its first word) and its width (the end of its second word)."""
    color, width, *_ = [*words(border), "", ""]
    return Border(color, width.rpartition("-")[2])


_EDGES = {"0": ("0", "auto"), "1/2": ("1/2", "auto"), "1": ("auto", "0")}
_ORNAMENT_PLACES = {
    "center": ("1/2", "1/2"),
    "top": ("0", "1/2"),
    "right-top": ("0", "1"),
    "right": ("1/2", "1"),
    "right-bottom": ("1", "1"),
    "bottom": ("1", "1/2"),
    "left-bottom": ("1", "0"),
    "left": ("1/2", "0"),
    "left-top": ("0", "0"),
}


@dataclass(frozen=True)
class Ornament:
    """One copy of an ornament.

    Attributes:
        place: The class words of its position.
        style: Its transform and opacity.
        centre: The class words that centre it on its position.
        width: A length, '' for the natural size.
        height: A length, '' for the natural size.
    """

    place: str
    style: str
    centre: str
    width: str
    height: str

    @property
    def size(self) -> str | None:
        """The size declarations, or None."""
        return _size(self.width, self.height)


def ornament(control: object, transform: object, *, phone: bool) -> Ornament:
    """Return an ornament, from ``ornamentControl`` (size, position) and ``transform``.

    Args:
        control: ``w-300px h-auto object-right-top``, for phones with ``sm:``.
        transform: ``translate-x-10 translate-y-0 opacity-50 scale-100 rotation-45``, likewise.
        phone: Whether to return the copy for phones. It inherits size and position of the other
            copy, but not its transform.
    """
    prefix = "sm:" if phone else ""

    def of_control(name: str) -> str:
        return (phone and _after(control, f"sm:{name}")) or _after(control, name)

    def number(name: str, default: str) -> float:
        return _number(_after(transform, f"{prefix}{name}-") or default)

    desktop, mobile = (_place(_after(control, f"{size}object-"), size) for size in ("", "sm:"))
    moved = f"{number('translate-x', '0'):g}px, {number('translate-y', '0'):g}px"
    scale, turn = number("scale", "100") / 100, number("rotation", "0")
    style = f"transform:translate({moved}) scale({scale:g}) rotate({turn:g}deg)"
    return Ornament(
        place=f"{desktop or 'undefined'} {mobile}",
        style=f"{style};opacity:{number('opacity', '100') / 100:g}",
        centre=_centre(of_control("object-")),
        width=of_control("w-"),
        height=of_control("h-"),
    )


def _number(value: str) -> float:
    try:
        return float(value)
    except ValueError:
        return 0.0


def _place(alignment: str, prefix: str) -> str:
    """Return the classes of the four edges for a position; '' for an unknown one."""
    if alignment not in _ORNAMENT_PLACES:
        return ""
    (top, bottom), (left, right) = (_EDGES[edge] for edge in _ORNAMENT_PLACES[alignment])
    edges = {"top": top, "bottom": bottom, "left": left, "right": right}
    return " ".join(f"{prefix}{name}-{value}" for name, value in edges.items())


def _centre(alignment: str) -> str:
    """Return the classes that shift a centred ornament by half of its size."""
    if alignment not in _ORNAMENT_PLACES:
        return "undefined"
    down, right = _ORNAMENT_PLACES[alignment]
    names = (
        "-translate-x-1/2" if right == "1/2" else "",
        "-translate-y-1/2" if down == "1/2" else "",
    )
    return " ".join(name for name in names if name)


_SLIDES = {
    "w-full": 1.0,
    "w-2/3": 1.5,
    "w-1/2": 2.0,
    "w-2/5": 2.5,
    "w-1/3": 3.0,
    "w-1/4": 4.0,
    "w-1/5": 5.0,
    "w-1/6": 6.0,
}


def can_scroll(slides: object, count: int) -> bool:
    """Whether a carousel has more slides than are visible at once."""
    return count > (_SLIDES.get(slides, 1.0) if isinstance(slides, str) else 1.0)


def padding_sides(padding: object, *sides: str) -> str:
    """Return the words of a padding for these sides, e.g. ``pt`` and ``pb``."""
    return " ".join(name for name in words(padding) if any(side in name for side in sides))


def without_opacity(fill: object) -> str:
    """Return a fill without its opacity; the word ``undefined`` for a missing fill."""
    if not isinstance(fill, str):
        return word(UNDEFINED)
    return " ".join(name for name in words(fill) if "opacity" not in name)


RULES: Final = (
    border_parts,
    button_margins,
    button_width,
    buttons_row,
    can_scroll,
    card_picture,
    feature_picture,
    is_video,
    old_card_picture,
    ornament,
    padding_sides,
    text_alignment,
    wide_column,
    without_opacity,
)
"""The rules that templates of this family may call."""
