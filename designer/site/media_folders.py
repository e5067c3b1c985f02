"""The folders of a site with published files, and the addresses of these folders."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final

from designer.site.file_state import is_folder
from designer.site.site_config import quoted
from designer.site.site_setup import SiteSetup, clean_path, site_setup

_USUAL: Final = ("public", "static")


@dataclass(frozen=True)
class Mount:
    """A folder with published files.

    Attributes:
        address: What the addresses of its files begin with: ``/`` or ``/img/``.
        folder: The folder.
    """

    address: str
    folder: Path


@dataclass(frozen=True)
class MediaFolders:
    """Where the files of a site lie that pages refer to.

    Attributes:
        root: The folder of the site.
        public: The folder whose files are published unchanged; it need not exist.
        mounts: All folders with published files, those that a configuration names first.
        uploads: The folder for new pictures that a configuration names, or None.
        aliases: Prefixes of paths that the bundler of the site replaces, with their folders.
        is_loose: Whether relative addresses also begin in the public folder.
    """

    root: Path
    public: Path
    mounts: tuple[Mount, ...]
    uploads: Path | None
    aliases: tuple[tuple[str, str], ...]
    is_loose: bool

    def aliased(self, path: str) -> Iterator[Path]:
        """Yield the places of a path that begins with an alias: ``@/assets/a.png``."""
        for prefix, folder in self.aliases:
            parts = path.split("/")
            count = prefix.count("/")
            if len(parts) > count and fnmatchcase("/".join(parts[:count]) + "/", prefix):
                yield self.root.joinpath(folder, *parts[count:])


def media_folders(root: Path) -> MediaFolders:
    """Find the folders with published files, by the site's kind and its configuration."""
    setup = site_setup(root)
    told = list(_told(setup))
    uploads = next((mount.folder for mount in told if mount.address != "/"), None)
    told += _copied(setup)
    whole = next((mount.folder for mount in told if mount.address == "/"), None)
    public = whole if whole is not None and is_folder(whole) else _public(setup)
    kind = setup.generator
    usual = [Mount(address, root / setup.expand(path)[0]) for address, path in kind.mounts.items()]
    mounts = dict.fromkeys((*told, Mount("/", public), *usual))
    aliases = tuple(
        (prefix, setup.expand(path)[0] if path else "") for prefix, path in kind.aliases.items()
    )
    return MediaFolders(root, public, tuple(mounts), uploads, aliases, kind.loose)


def _public(setup: SiteSetup) -> Path:
    """Return the public folder of a kind of site; the root if the kind is unknown."""
    root = setup.root
    paths = [path for pattern in setup.generator.public for path in setup.expand(pattern)]
    found = next((root / path for path in paths if is_folder(root / path)), None)
    if found is not None:
        return found
    if paths:
        return root / paths[0]
    return next((root / name for name in _USUAL if is_folder(root / name)), root)


def _told(setup: SiteSetup) -> Iterator[Mount]:
    """Yield the folders of pictures that content management systems name."""
    for manager in setup.managers:
        folders = setup.manager_values(manager, "media_folder")
        addresses = setup.manager_values(manager, "media_address")
        for number, path in enumerate(folders):
            if path and _is_visible(path):
                address = addresses[number] if number < len(addresses) else None
                yield Mount(_address(address if address is not None else path), setup.root / path)


def _copied(setup: SiteSetup) -> Iterator[Mount]:
    """Yield the folders that a configuration copies to the built site."""
    source = setup.expand("{input}")[0] if "input" in setup.generator.places else "."
    for text in setup.values.get("copied", ()):
        names = [clean_path(each) for each in quoted(text)]
        if text.startswith("{"):
            pairs = zip(names[::2], names[1::2], strict=False)
        else:
            pairs = zip(names, (_below(name, source) for name in names), strict=True)
        for path, address in pairs:
            if path is not None and address is not None and _is_visible(path):
                yield Mount(_address(address), setup.root / path)


def _below(path: str | None, source: str) -> str | None:
    return path.removeprefix(f"{source}/") if path is not None else None


def _is_visible(path: str) -> bool:
    return not any(name.startswith(".") or name == "node_modules" for name in path.split("/"))


def _address(path: str) -> str:
    return f"/{path.strip('/')}/" if path.strip("/") else "/"
