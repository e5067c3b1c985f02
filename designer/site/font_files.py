"""Font files in a site's public folder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from urllib.parse import quote

from designer.site.file_state import files_in
from designer.site.site_kinds import site_kinds

_FORMATS = {".woff2": "woff2", ".woff": "woff", ".ttf": "truetype", ".otf": "opentype"}
_WEIGHTS = {
    "thin": 100, "hairline": 100, "extralight": 200, "ultralight": 200, "light": 300,
    "regular": 400, "normal": 400, "book": 400, "roman": 400, "medium": 500, "semibold": 600,
    "demibold": 600, "extrabold": 800, "ultrabold": 800, "bold": 700, "black": 900, "heavy": 900,
}  # fmt: skip
_MAX_FILES = 2_000  # maximum number of files examined


@dataclass(frozen=True)
class FontFile:
    """One font file of a family.

    Attributes:
        address: The URL path on the site, as ``/fonts/Name-Bold.woff2``.
        format: The format as named in CSS.
        weight: 100 to 900.
        italic: Whether the font is italic or oblique.
    """

    address: str
    format: str
    weight: int
    italic: bool

    def css(self, family: str) -> str:
        """Return the ``@font-face`` rule."""
        style = "italic" if self.italic else "normal"
        return (
            f'@font-face{{font-family:"{family}";font-weight:{self.weight};font-style:{style};'
            f'font-display:swap;src:url("{self.address}") format("{self.format}")}}'
        )


def font_files(public: Path, family: str) -> tuple[FontFile, ...]:
    """Find the font files of a family in a public folder by name; the best format of each style.

    Args:
        public: The public folder.
        family: The name of the font; case, spaces and hyphens are ignored.
    """
    wanted = _normalized(family)
    found: dict[tuple[int, bool], FontFile] = {}
    for file in _font_paths(public):
        rest = _normalized(file.stem)
        if not wanted or not rest.startswith(wanted):
            continue
        style = _parse_style(rest.removeprefix(wanted))
        if style is None:
            continue
        address = "/" + quote(file.relative_to(public).as_posix())
        fresh = FontFile(address, _FORMATS[file.suffix.lower()], *style)
        known = found.get(style)
        if known is None or _rank(fresh) < _rank(known):
            found[style] = fresh
    return tuple(found[style] for style in sorted(found))


def _font_paths(public: Path) -> Iterator[Path]:
    for file in islice(files_in(public, site_kinds().never_walked.__contains__), _MAX_FILES):
        if file.suffix.lower() in _FORMATS:
            yield file


def _rank(file: FontFile) -> int:
    return list(_FORMATS.values()).index(file.format)


def _normalized(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())


def _parse_style(words: str) -> tuple[int, bool] | None:
    """Parse weight and slant from the rest of a file's name; None for another family."""
    italic = "italic" in words or "oblique" in words
    bare = words.replace("italic", "").replace("oblique", "")
    if not bare:
        return 400, italic
    if bare.isdecimal() and 100 <= int(bare) <= 900:
        return int(bare), italic
    return (_WEIGHTS[bare], italic) if bare in _WEIGHTS else None
