"""Images and other files that pages refer to by a URL path within the site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from designer.errors import SaveError

IMAGE_SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".ico"})
"""File suffixes that a page can show as an image."""

SOURCE_PREFIX = "/~files/"
"""URL prefix for images and fonts that are among the site's sources."""

_PUBLIC_FOLDERS = ("public", "static")
_UPLOADS = "uploads"
_SKIPPED_FOLDERS = frozenset({"node_modules", "content"})
_MAX_SAMPLED = 2000

# The file types that a style sheet may refer to; other source files are not served.
_SERVED_SUFFIXES = {
    ".apng", ".avif", ".bmp", ".gif", ".ico", ".jpeg", ".jpg", ".otf", ".png", ".svg", ".ttf",
    ".webp", ".woff", ".woff2",
}  # fmt: skip


def public_folder(root: Path) -> Path:
    """Return the folder whose files the site publishes unchanged.

    ``public`` for Next and Astro, ``static`` for Hugo and SvelteKit, the root otherwise.
    """
    return next((root / name for name in _PUBLIC_FOLDERS if (root / name).is_dir()), root)


def media_file(root: Path, address: str) -> Path | None:
    """Return the file for an address such as ``/uploads/a%20b.png``, or None.

    The result is always inside the public folder, even with ``..`` or symbolic links in the path.
    Hidden files and folders are not published. An address below ``SOURCE_PREFIX`` refers to an
    image or font elsewhere in the site.
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    path = unquote(parts.path)
    if parts.scheme or parts.netloc or not path or "\0" in path or "\\" in path:
        return None
    elsewhere = path.startswith(SOURCE_PREFIX)
    names = [name for name in path.removeprefix(SOURCE_PREFIX).split("/") if name]
    if not names or any(name.startswith(".") or name == "node_modules" for name in names):
        return None
    if elsewhere and Path(names[-1]).suffix.lower() not in _SERVED_SUFFIXES:
        return None
    public = root if elsewhere else public_folder(root)
    try:
        file = public.joinpath(*names).resolve(strict=True)
        inside = file.is_relative_to(public.resolve()) and file.is_file()
    except (OSError, RuntimeError):
        return None
    return file if inside else None


def address_of(root: Path, file: Path) -> str | None:
    """Return the URL path of a published file; None for a file that is not published."""
    public = public_folder(root).resolve()
    try:
        inside = file.resolve().relative_to(public)
    except (OSError, ValueError):
        return None
    address = "/" + quote(inside.as_posix())
    return address if media_file(root, address) else None


def images_folder(root: Path) -> Path:
    """Return the folder for new images: ``uploads``, else the folder with most images."""
    public = public_folder(root)
    uploads = public / _UPLOADS
    if uploads.is_dir():
        return uploads
    counts = Counter(file.parent for file in islice(_images(public), _MAX_SAMPLED))
    counts.pop(public, None)  # the public folder itself holds icons and the like
    return counts.most_common(1)[0][0] if counts else uploads


def add_image(root: Path, file: Path) -> str:
    """Copy an image into the site's image folder, under an unused name.

    Returns:
        Its address. Existing files are never overwritten.

    Raises:
        SaveError: The image cannot be read or written.
    """
    try:
        data = file.read_bytes()
    except OSError as error:
        raise SaveError(f"{file.name} could not be read, so nothing changed: {error}") from error
    return save_image(root, file.name, data)


def save_image(root: Path, name: str, data: bytes) -> str:
    """Write an image into the site's image folder, under its name or a similar unused one.

    Returns:
        Its address. Existing files are never overwritten.

    Raises:
        SaveError: The image cannot be written.
    """
    folder = images_folder(root)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        copy = _write_new(folder, Path(name), data)
    except OSError as error:
        raise SaveError(f"{name} could not be saved, so nothing changed: {error}") from error
    return "/" + quote(copy.relative_to(public_folder(root)).as_posix())


def _write_new(folder: Path, file: Path, data: bytes) -> Path:
    """Write a new file; a number is added to a name that is in use."""
    stem = "-".join(file.stem.lstrip(".").split()) or "picture"
    target, number = folder / f"{stem}{file.suffix}", 1
    while True:
        try:
            with target.open("xb") as new:
                new.write(data)
        except FileExistsError:
            number += 1
            target = folder / f"{stem}-{number}{file.suffix}"
        else:
            return target


def _images(folder: Path) -> Iterator[Path]:
    """Yield the images in a folder and below it, without hidden ones."""
    try:
        entries = sorted(folder.iterdir())
    except OSError:  # an unreadable folder is treated as empty
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name in _SKIPPED_FOLDERS:
            continue
        if entry.is_dir() and not entry.is_symlink():
            yield from _images(entry)
        elif entry.suffix.lower() in IMAGE_SUFFIXES:
            yield entry
