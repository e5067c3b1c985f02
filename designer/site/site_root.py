"""Find a site's root folder from a page within it."""

from __future__ import annotations

from pathlib import Path

CONTENT = "content"

# Files and folders that mark the root of a site, for common site generators.
_MARKERS = (
    ".tina",
    "tina",
    "package.json",
    "next.config.js",
    "next.config.mjs",
    "next.config.ts",
    "astro.config.mjs",
    "astro.config.js",
    "astro.config.ts",
    "svelte.config.js",
    "gatsby-config.js",
    "nuxt.config.ts",
    "eleventy.config.js",
    ".eleventy.js",
    "hugo.toml",
    "hugo.yaml",
    "hugo.json",
    "config/_default",
    "_config.yml",
    "mkdocs.yml",
    "zola.toml",
    "tailwind.config.js",
    "tailwind.config.cjs",
    "tailwind.config.ts",
)


def find_root(start: Path) -> Path | None:
    """Return the root of the site that contains a page or folder, or None.

    The nearest ancestor (or the folder itself) is chosen that has a ``content`` folder with the
    page inside, or contains a marker file of a site generator. Without such a folder, the root of a
    Git repository is used, unless it is the home folder.
    """
    place = start.absolute()
    if ".." in place.parts:
        place = place.resolve() if place.name == ".." else place.parent.resolve() / place.name
    folders = [place, *place.parents] if place.is_dir() else list(place.parents)
    for folder in folders:
        if _is_root(folder, place):
            return folder
    return next((folder for folder in folders if _is_repository(folder)), None)


def _is_root(folder: Path, place: Path) -> bool:
    """Return whether a folder looks like the root of a site that contains ``place``."""
    if folder.parent == folder or folder == Path.home():
        return False
    content = folder / CONTENT
    if content.is_dir() and (place == folder or place.is_relative_to(content)):
        return True
    return any((folder / marker).exists() for marker in _MARKERS)


def _is_repository(folder: Path) -> bool:
    """Return whether a folder is the root of a Git repository that can be a site."""
    home = folder == Path.home() or folder.parent == folder
    return not home and (folder / ".git").exists()
