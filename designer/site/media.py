"""Pictures and other files that pages name by an address within the site."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

FILES = "/~files/"
"""What stands before the path of a picture or font that lies among the site's sources."""

_PUBLIC_FOLDERS = ("public", "static")

# What a style sheet may name; of the sources themselves nothing is shown.
_SHOWN = {
    ".apng", ".avif", ".bmp", ".gif", ".ico", ".jpeg", ".jpg", ".otf", ".png", ".svg", ".ttf",
    ".webp", ".woff", ".woff2",
}  # fmt: skip


def public_folder(root: Path) -> Path:
    """The folder whose files the site publishes as they are.

    ``public`` for Next and Astro, ``static`` for Hugo and SvelteKit, the root otherwise.
    """
    return next((root / name for name in _PUBLIC_FOLDERS if (root / name).is_dir()), root)


def media_file(root: Path, address: str) -> Path | None:
    """The file that an address such as ``/uploads/a%20b.png`` means, None when there is none.

    The file is inside the public folder, whatever the address and the links on the way say;
    hidden files and folders are not published. An address below ``FILES`` means a picture or font
    that lies elsewhere in the site.
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    path = unquote(parts.path)
    if parts.scheme or parts.netloc or not path or "\0" in path or "\\" in path:
        return None
    elsewhere = path.startswith(FILES)
    names = [name for name in path.removeprefix(FILES).split("/") if name]
    if not names or any(name.startswith(".") or name == "node_modules" for name in names):
        return None
    if elsewhere and Path(names[-1]).suffix.lower() not in _SHOWN:
        return None
    public = root if elsewhere else public_folder(root)
    try:
        file = public.joinpath(*names).resolve(strict=True)
        inside = file.is_relative_to(public.resolve()) and file.is_file()
    except (OSError, RuntimeError):
        return None
    return file if inside else None
