"""The folders of sites that tests read: our own, and the corpus of real sites if available.

Both have the same layout, ``SITE/content/pages/*.md`` and so on. The corpus of real sites lies
beside this checkout, or in the folder that ``FRONTISPIECE_CORPUS`` names; it also contains
measurements and histories.
"""

from __future__ import annotations

import os
from pathlib import Path

OWN = Path(__file__).parent / "sites"
_BESIDE = Path(__file__).parent.parent.parent / "shared" / "corpus"
REAL = Path(os.environ.get("FRONTISPIECE_CORPUS", _BESIDE)).resolve()

FOLDERS = [OWN, REAL] if REAL.is_dir() else [OWN]

SITES = [OWN / name for name in ("g1", "event", "g2")]
if REAL.is_dir():
    SITES += [REAL / name for name in ("bacalhau", "sustainable-blockchain-22", "microgen")]

_is_long = bool(os.environ.get("FRONTISPIECE_LONG"))
MAIN_FOLDERS = FOLDERS if _is_long else FOLDERS[-1:]
"""The folders for tests that take seconds with each: the corpus if available, else our own.

With ``FRONTISPIECE_LONG`` in the environment it is both.
"""

MAIN_SITES = [site for site in SITES if site.parent in MAIN_FOLDERS]
"""The sites for tests that take seconds with each."""

_ADDED = {
    "bacalhau": {"seed/architecture.md": "seed.md", "synthetic/g1-*.md": ""},
    "microgen": {"synthetic/g2-*.md": ""},
}


def name_of(folder: Path) -> str:
    """Return the name of a folder of sites, or of a site, for the id of a test."""
    return "own" if folder == OWN else "real" if folder == REAL else folder.name


def copy_of(site: Path, folder: Path) -> list[Path]:
    """Copy a site, with pages that the corpus stores elsewhere; return the pages of the copy."""
    copy = folder / site.name
    for source in (file for file in site.rglob("*") if file.is_file()):
        target = copy / source.relative_to(site)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(source.read_bytes())  # without the mode: the corpus may be read-only
    pages = copy / "content" / "pages"
    for pattern, renamed in _ADDED.get(site.name, {}).items():
        for source in site.parent.glob(pattern):
            (pages / (renamed or source.name)).write_bytes(source.read_bytes())
    return sorted(pages.glob("*.md"))
