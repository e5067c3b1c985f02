"""The site's own style sheet: find it, list its imports, and rewrite its image and font URLs.

Only the text is examined; Tailwind interprets the rules.
"""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

from designer.site.file_state import regular
from designer.site.media import SOURCE_PREFIX, public_folder

_SUFFIXES = (".css", ".pcss", ".postcss")
_MAX_DEPTH = 6  # maximum depth of folders between the site's root and its style sheet
_MAX_BYTES = 1_000_000  # bytes; larger files are generated

# Folders that do not contain the sources of a site.
_SKIPPED_FOLDERS = {
    "node_modules", "bower_components", "vendor", "venv", "dist", "build", "out", "coverage",
    "_site", "storybook-static", "target", "__pycache__",
}  # fmt: skip

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_TAILWIND = re.compile(
    r"""@tailwind\s+(?:base|preflight|components|utilities)\b
      | @import\s+(?:url\(\s*)?["']tailwindcss
        (?:["']|/(?:base|components|utilities|theme|preflight|index))
    """,
    re.VERBOSE,
)
_TAILWIND_4 = re.compile(
    r"""@import\s+(?:url\(\s*)?["']tailwindcss(?:/(?:theme|preflight|index)(?:\.css)?)?["']"""
)
_IMPORT = re.compile(
    r"""@(?:import|reference)\s+(?:url\(\s*)?(?:"([^"]+)"|'([^']+)'|([^\s"');]+))"""
)
_MODULE = re.compile(r"""@(?:plugin|config)\s+(?:"([^"]+)"|'([^']+)')""")
_CONFIG = re.compile(r"""@config\s+(?:"([^"]+)"|'([^']+)')""")
_URL = re.compile(
    r"""(?P<start>(?<![\w-])url\(\s*)(?P<quote>["']?)(?P<address>[^"'()\s]+)(?P=quote)(?=\s*\))"""
)
_ELSEWHERE = re.compile(r"(?:[a-z][a-z0-9+.-]*:|//)|tailwindcss(?:/|$)", re.IGNORECASE)
_NOT_A_FILE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|/|#|~|@)", re.IGNORECASE)


def find_stylesheet(root: Path) -> Path | None:
    """Return the style sheet that imports Tailwind, the one nearest to the root."""
    return next(filter(imports_tailwind, _sheets(root)), None)


def imports_tailwind(file: Path) -> bool:
    """Return whether a style sheet imports Tailwind's styles."""
    return bool(_TAILWIND.search(_COMMENT.sub("", read_text(file) or "")))


def imports_tailwind_4(file: Path) -> bool:
    """Return whether a style sheet imports Tailwind in the way that only Tailwind 4 knows."""
    return bool(_TAILWIND_4.search(_COMMENT.sub("", read_text(file) or "")))


def _sheets(root: Path) -> Iterator[Path]:
    """Yield all style sheets of a site's sources, breadth first."""
    level = [root]
    for _ in range(_MAX_DEPTH):
        below: list[Path] = []
        for folder in level:
            files, folders = _entries(folder)
            yield from files
            below += folders
        level = below


def _entries(folder: Path) -> tuple[list[Path], list[Path]]:
    """Return the style sheets in a folder, and the subfolders to search."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:  # an unreadable folder is treated as empty
        return [], []
    entries = [entry for entry in entries if not entry.name.startswith(".")]
    files = [e for e in entries if e.name.endswith(_SUFFIXES) and e.is_file(follow_symlinks=False)]
    folders = [
        e for e in entries if e.name not in _SKIPPED_FOLDERS and e.is_dir(follow_symlinks=False)
    ]
    return [Path(e.path) for e in files], [Path(e.path) for e in folders]


def read_text(file: Path) -> str | None:
    """Return the text of a source file; None when it cannot be read or is too large."""
    try:
        if regular(file).stat().st_size > _MAX_BYTES:
            return None
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return None


def imports_of(css: str) -> list[str]:
    """Return the imports of a style sheet, as written."""
    return [_first(match) for match in _IMPORT.finditer(_COMMENT.sub("", css))]


def imports_with_lines(css: str) -> list[tuple[str, int]]:
    """Return the imports of site files or packages with their line numbers, from 1."""
    bare = _COMMENT.sub(lambda match: "\n" * match[0].count("\n"), css)
    found = (
        (_first(match), bare.count("\n", 0, match.start()) + 1) for match in _IMPORT.finditer(bare)
    )
    return [(name, line) for name, line in found if not _ELSEWHERE.match(name)]


def modules_of(css: str) -> list[str]:
    """Return the configurations and plug-ins that a style sheet refers to."""
    return [_first(match) for match in _MODULE.finditer(_COMMENT.sub("", css))]


def config_of(css: str) -> str | None:
    """Return the configuration that a style sheet refers to, or None."""
    match = _CONFIG.search(_COMMENT.sub("", css))
    return _first(match) if match else None


def _first(match: re.Match[str]) -> str:
    return next(group for group in match.groups() if group is not None)


def rewrite_urls(css: str, folder: str, root: Path) -> str:
    """Rewrite the image and font URLs of a style sheet for the preview and the built site.

    A URL relative to the style sheet becomes absolute: the URL of the published file, or one below
    ``/~files/`` for a file that a bundler would publish.

    Args:
        css: The text of the style sheet.
        folder: Its folder in the site, ``""`` for the root.
        root: The site's folder.
    """
    public = public_folder(root).relative_to(root).as_posix()

    def replaced(match: re.Match[str]) -> str:
        address = match["address"]
        if _NOT_A_FILE.match(address):
            return match[0]
        path = posixpath.normpath(posixpath.join(folder, address))
        if public != "." and path.startswith(f"{public}/"):
            full = path.removeprefix(public)
        else:
            full = f"/{path}" if public == "." else f"{SOURCE_PREFIX}{path}"
        return f"{match['start']}{match['quote']}{full}{match['quote']}"

    return _URL.sub(lambda m: m[0] if _is_import(css, m.start()) else replaced(m), css)


def _is_import(css: str, offset: int) -> bool:
    return css[:offset].rstrip().endswith("@import")
