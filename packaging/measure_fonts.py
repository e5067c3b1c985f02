#!/usr/bin/env python3
"""Measure web fonts, so that a fallback can be fitted to them where they are missing.

::

    pip install fonttools brotli
    python packaging/measure_fonts.py        # writes resources/fonts/metrics.json

Takes the regular Latin cut of each family from the npm packages of Fontsource. Needed only when a
family is to be added to ``FAMILIES``; the program ships the figures, never the fonts. All figures
are fractions of the font's size.
"""

from __future__ import annotations

import io
import json
import subprocess
import tarfile
import tempfile
from pathlib import Path

from fontTools.ttLib import TTFont

FAMILIES = {
    "sans": (
        "Archivo, Barlow, Bebas Neue, Cabin, DM Sans, Epilogue, Exo 2, Figtree, Fira Sans, Heebo, "
        "IBM Plex Sans, Inter, Josefin Sans, Jost, Karla, Khula, Lato, Lexend, Libre Franklin, "
        "Manrope, Montserrat, Mulish, Noto Sans, Nunito, Nunito Sans, Open Sans, Oswald, Outfit, "
        "Plus Jakarta Sans, Poppins, Quicksand, Raleway, Red Hat Display, Roboto, Rubik, Sora, "
        "Source Sans 3, Space Grotesk, Titillium Web, Ubuntu, Urbanist, Work Sans"
    ),
    "serif": (
        "Bitter, Cormorant Garamond, Crimson Text, DM Serif Display, EB Garamond, "
        "Libre Baskerville, Lora, Merriweather, Noto Serif, PT Serif, Playfair Display, Rufina, "
        "Source Serif 4"
    ),
    "mono": (
        "Fira Code, IBM Plex Mono, Inconsolata, JetBrains Mono, Roboto Mono, Source Code Pro, "
        "Space Mono"
    ),
}
OUT = Path(__file__).resolve().parent.parent / "resources/fonts/metrics.json"

# How often characters occur in a thousand of English text.
FREQUENCIES = {
    " ": 170, "e": 105, "t": 75, "a": 68, "o": 62, "i": 58, "n": 58, "s": 52, "r": 50, "h": 50,
    "d": 35, "l": 33, "c": 23, "u": 23, "m": 20, "w": 19, "f": 18, "g": 17, "y": 16, "p": 16,
    "b": 12, "v": 8, "k": 6,
}  # fmt: skip


def measured(font: TTFont, kind: str) -> dict[str, float | str]:
    """Average width, ascent, descent and line gap of a font."""
    unit = font["head"].unitsPerEm
    glyphs, widths = font.getBestCmap(), font["hmtx"]
    total = sum(widths[glyphs[ord(c)]][0] * n for c, n in FREQUENCIES.items())
    lines = font["hhea"]
    return {
        "kind": kind,
        "width": round(total / sum(FREQUENCIES.values()) / unit, 4),
        "ascent": round(lines.ascent / unit, 4),
        "descent": round(-lines.descent / unit, 4),
        "gap": round(lines.lineGap / unit, 4),
    }


def regular(family: str, folder: Path) -> TTFont:
    """The regular cut of a family from its npm package."""
    name = family.lower().replace(" ", "-")
    done = subprocess.run(
        ["npm", "pack", "--silent", f"@fontsource/{name}"],
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
    )
    with tarfile.open(folder / done.stdout.strip()) as package:
        file = package.extractfile(f"package/files/{name}-latin-400-normal.woff2")
        if file is None:
            raise FileNotFoundError(family)
        return TTFont(io.BytesIO(file.read()))


def main() -> None:
    """Measure every family and write the file."""
    figures = {}
    with tempfile.TemporaryDirectory() as folder:
        for kind, names in FAMILIES.items():
            for family in names.split(", "):
                figures[family] = measured(regular(family, Path(folder)), kind)
                print(family, figures[family])
    OUT.parent.mkdir(exist_ok=True)
    lines = [f"  {json.dumps(name)}: {json.dumps(figures[name])}" for name in sorted(figures)]
    OUT.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
