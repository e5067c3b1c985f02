"""Images and other files that pages refer to by a URL path within the site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit

from designer.errors import SaveError
from designer.file_names import portable_stem
from designer.site.file_state import files_in, is_file, is_folder, regular
from designer.site.media_folders import media_folders
from designer.site.site_kinds import site_kinds

IMAGE_SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".ico"})
"""File suffixes that a page can show as an image."""

SOURCE_PREFIX = "/~files/"
"""URL prefix for images and fonts that are among the site's sources."""

_UPLOADS = "uploads"
_SKIPPED_FOLDERS = ("content", "_site", "dist")
_MAX_SAMPLED = 2000

# The file types that a style sheet may refer to; other source files are not served.
_SERVED_SUFFIXES = {
    ".apng", ".avif", ".bmp", ".gif", ".ico", ".jpeg", ".jpg", ".otf", ".png", ".svg", ".ttf",
    ".webp", ".woff", ".woff2",
}  # fmt: skip


def public_folder(root: Path) -> Path:
    """Return the folder whose files the site publishes unchanged, by the kind of site.

    ``public`` for Next and Astro, ``static`` for Hugo and SvelteKit, the root for Jekyll. For an
    unknown kind the one that exists, else the root.
    """
    return media_folders(root).public


def media_file(root: Path, address: str) -> Path | None:
    """Return the file for an address such as ``/uploads/a%20b.png``, or None.

    The result is always inside a folder with published files, even with ``..`` or symbolic links in
    the path. Hidden files and folders are not published. An address below ``SOURCE_PREFIX`` refers
    to an image or font elsewhere in the site.
    """
    path = _path_of(address)
    if path is None:
        return None
    elsewhere = path.startswith(SOURCE_PREFIX)
    names = [name for name in path.removeprefix(SOURCE_PREFIX).split("/") if name]
    if not names or any(name.startswith(".") or name == "node_modules" for name in names):
        return None
    if elsewhere:
        return _source_file(root, root.joinpath(*names))
    folders = media_folders(root)
    whole = "/" + "/".join(names)
    for mount in folders.mounts:
        if whole.startswith(mount.address):
            rest = whole.removeprefix(mount.address)
            if file := _inside(mount.folder, mount.folder / rest):
                return file
    sources = folders.aliased(whole.lstrip("/"))
    return next((file for place in sources if (file := _source_file(root, place))), None)


def page_media(root: Path, address: str, page: Path, route: str) -> Path | None:
    """Return the file for an address in a page, or None.

    A relative address begins in the folder of the page's file, or at the address of the page.

    Args:
        root: The folder of the site.
        address: The address as the page has it.
        page: The file of the page.
        route: The address of the page.
    """
    path = _path_of(address)
    if path is None or path.startswith("/"):
        return media_file(root, address)
    folders = media_folders(root)
    places = [page.parent / path, *folders.aliased(path)]
    for place in places:
        if file := _source_file(root, place):
            return file
    bases = [route, route.rstrip("/") + "/", *(["/"] if folders.is_loose else [])]
    found = (media_file(root, quote(urljoin(base, path))) for base in bases)
    return next((file for file in found if file), None)


def served_file(root: Path, address: str, page: Path, route: str) -> Path | None:
    """Return the file for an address that a browser has made absolute, or None.

    The preview shows every page at the address ``/``, so ``../a.png`` arrives as ``/a.png``.
    A published file counts first, then one beside the page's file or in a folder around it.

    Args:
        root: The folder of the site.
        address: The absolute address.
        page: The file of the page.
        route: The address of the page.
    """
    if file := media_file(root, address):
        return file
    relative = address.lstrip("/")
    if file := page_media(root, relative, page, route):
        return file
    path = _path_of(relative)
    around = [folder for folder in page.parents if folder.is_relative_to(root)] if path else []
    found = (_source_file(root, folder / str(path)) for folder in around)
    return next((file for file in found if file), None)


def _path_of(address: str) -> str | None:
    """Return the decoded path of an address within the site; None for any other address."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    path = unquote(parts.path)
    if parts.scheme or parts.netloc or not path or "\0" in path or "\\" in path:
        return None
    return path


def _source_file(root: Path, place: Path) -> Path | None:
    """Return an image or font among the sources of a site; None for any other file."""
    if place.suffix.lower() not in _SERVED_SUFFIXES:
        return None
    file = _inside(root, place)
    if file is None or any(
        name.startswith(".") or name == "node_modules"
        for name in file.relative_to(root.resolve()).parts
    ):
        return None
    return file


def _inside(folder: Path, place: Path) -> Path | None:
    """Return the real path of a file in a folder; None if it lies elsewhere."""
    try:
        file = place.resolve(strict=True)
        inside = file.is_relative_to(folder.resolve()) and is_file(file)
    except (OSError, RuntimeError, ValueError):
        return None
    return file if inside else None


def address_of(root: Path, file: Path) -> str | None:
    """Return the URL path of a published file; None for a file that is not published."""
    for mount in media_folders(root).mounts:
        try:
            inside = file.resolve().relative_to(mount.folder.resolve())
        except (OSError, ValueError):
            continue
        address = quote(mount.address + inside.as_posix())
        if media_file(root, address) == file.resolve():
            return address
    return None


def images_folder(root: Path) -> Path:
    """Return the folder for new images.

    It is the one that the site's configuration names, else ``uploads``, else the folder with most
    images.
    """
    folders = media_folders(root)
    if folders.uploads is not None and is_folder(folders.uploads):
        return folders.uploads
    public = folders.public
    uploads = public / _UPLOADS
    if is_folder(uploads):
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
        data = regular(file).read_bytes()
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
    return address_of(root, copy) or "/" + quote(copy.relative_to(public_folder(root)).as_posix())


def _write_new(folder: Path, file: Path, data: bytes) -> Path:
    """Write a new file; a number is added to a name that is in use."""
    stem = portable_stem("-".join(file.stem.lstrip(".").split()), "picture")
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
    """Yield the images in a folder and below it, without hidden ones; links are not followed."""
    skipped = {*site_kinds().never_walked, *_SKIPPED_FOLDERS}
    for file in files_in(folder, skipped.__contains__):
        if file.suffix.lower() in IMAGE_SUFFIXES:
            yield file
