"""Fonts that are not installed: the site's own font files, and similar fallback fonts.

A fallback is an ``@font-face`` rule under the name of the missing font; the site's font lists stay
unchanged. The rule uses an installed font, scaled to the letter width of the missing font, with the
line height of the missing font (``resources/fonts/metrics.json``).
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QRawFont

from designer import bundled
from designer.site import FontFile, font_files

_FALLBACKS = {
    "sans": ("Arial", "Helvetica", "Liberation Sans", "Noto Sans", "DejaVu Sans"),
    "serif": ("Georgia", "Times New Roman", "Liberation Serif", "Noto Serif", "DejaVu Serif"),
    "mono": ("Courier New", "Liberation Mono", "Noto Sans Mono", "DejaVu Sans Mono"),
}
_KINDS = {
    "Georgia": "serif", "Palatino": "serif", "Times New Roman": "serif", "Courier": "mono",
    "Courier New": "mono", "Lucida Console": "mono", "Monaco": "mono",
}  # fmt: skip
_SAMPLE = "the quick brown fox jumps over the lazy dog and then some other animals eat a tree "
_FACE = re.compile(r"""@font-face\s*\{[^}]*?font-family:\s*["']?([^;"'}]+)""")
_UNSAFE = frozenset('"\\<>{};\n\r')


class FontFallback:
    """The ``@font-face`` rules for the fonts of a page that are not installed.

    Attributes:
        families: Names of fonts that the page uses.
        service_css: Rules of a font service whose files are in the cache; '' without them.
    """

    def __init__(self, public: Path | None) -> None:
        """Create the fallbacks for a site; the font files of its public folder are used."""
        self.families: Sequence[str] = ()
        self.service_css = ""
        self._public = public
        self._installed = frozenset(name.lower() for name in QFontDatabase.families())
        self._files: dict[str, tuple[FontFile, ...]] = {}

    def css(self) -> str:
        """Return the ``@font-face`` rules of the missing fonts, then ``service_css``.

        A missing font is loaded from the site's own font files; without such files a similar
        installed font replaces it.
        """
        rules: list[str] = []
        for family in self._missing():
            files = self._files_of(family)
            rules += [file.css(family) for file in files] if files else [_fallback_rules(family)]
        return "\n".join([*filter(None, rules), self.service_css])

    @property
    def replaced(self) -> tuple[str, ...]:
        """The families that are shown in a fallback font."""
        return tuple(f for f in self._missing() if not self._files_of(f) and _fallback_rules(f))

    def _missing(self) -> list[str]:
        provided = {match[1] for match in _FACE.finditer(self.service_css)}
        return [
            family
            for family in dict.fromkeys(self.families)
            if family.lower() not in self._installed
            and family not in provided
            and not _UNSAFE.intersection(family)
        ]

    def _files_of(self, family: str) -> tuple[FontFile, ...]:
        if family not in self._files:
            public = self._public
            self._files[family] = () if public is None else font_files(public, family)
        return self._files[family]


@cache
def _fallback_rules(family: str) -> str:
    """Return the rules of a family's fallback, '' without a similar installed font."""
    known = _metrics().get(family)
    kind = str(known["kind"]) if known else _guess_kind(family)
    fallback = next((name for name in _FALLBACKS[kind] if QFontDatabase.hasFamily(name)), None)
    if fallback is None:
        return ""
    fitted = ""
    if known is not None:
        scale = float(known["width"]) / _width(fallback)
        lines = {"ascent": "ascent", "descent": "descent", "line-gap": "gap"}
        fitted = f";size-adjust:{scale:.1%}" + "".join(
            f";{name}-override:{float(known[key]) / scale:.1%}" for name, key in lines.items()
        )
    return "\n".join(
        f'@font-face{{font-family:"{family}";font-weight:{weights};'
        f"src:{_local(fallback, cut)}{fitted}}}"
        for weights, cut in (("100 549", ""), ("550 900", " Bold"))
    )


def _local(family: str, cut: str) -> str:
    """Return the CSS sources of a font style, by the names that browsers know."""
    compact = family.replace(" ", "")
    names = [f"{family}{cut}", f"{compact}{cut.replace(' ', '-')}"]
    if not cut:  # some fonts say in their full name that they are the regular cut
        names += [f"{family} Regular", f"{compact}-Regular"]
    return ",".join(f'local("{name}")' for name in names)


def _guess_kind(family: str) -> str:
    """Return the kind of font that a name suggests."""
    if family in _KINDS:
        return _KINDS[family]
    words: Sequence[str] = family.lower().split()
    if "mono" in words or "code" in words:
        return "mono"
    return "serif" if {"serif", "slab", "garamond", "times"} & set(words) else "sans"


def _width(family: str) -> float:
    """Return the average letter width of an installed font, as a fraction of its size."""
    font = QFont(family)
    font.setPixelSize(1000)
    raw = QRawFont.fromFont(font)
    advances = raw.advancesForGlyphIndexes(raw.glyphIndexesForString(_SAMPLE))
    return float(sum(point.x() for point in advances)) / len(advances) / 1000


@cache
def _metrics() -> dict[str, dict[str, float | str]]:
    file = bundled.folder("resources") / "fonts" / "metrics.json"
    figures: dict[str, dict[str, float | str]] = json.loads(file.read_text(encoding="utf-8"))
    return figures
