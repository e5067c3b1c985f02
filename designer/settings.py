"""The user's settings, and the folders of the program's files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings, QStandardPaths

from designer.schema import ListChoices

_NAME = "frontispiece"
_LISTS = "sites/lists"


def _folder(location: QStandardPaths.StandardLocation) -> Path:
    return Path(QStandardPaths.writableLocation(location)) / _NAME


def state_folder() -> Path:
    """Return the folder of recovery copies and the log."""
    return _folder(QStandardPaths.StandardLocation.GenericStateLocation)


def cache_folder() -> Path:
    """Return the folder of cached web files and compiled styles; may be deleted at any time."""
    return _folder(QStandardPaths.StandardLocation.GenericCacheLocation)


def data_folder() -> Path:
    """Return the folder of the user's copy of the sample site."""
    return _folder(QStandardPaths.StandardLocation.GenericDataLocation)


def settings_file() -> Path:
    """Return the file of the user's preferences."""
    return _folder(QStandardPaths.StandardLocation.GenericConfigLocation) / "settings.ini"


class Settings:
    """The user's preferences, stored as an INI file in the configuration folder.

    No content of a site is stored here, only the user's decisions about sites.
    """

    def __init__(self) -> None:
        self._store = QSettings(str(settings_file()), QSettings.Format.IniFormat)

    @property
    def appearance(self) -> str:
        """The appearance: ``system``, ``light`` or ``dark``."""
        return str(self._store.value("window/appearance", "system"))

    @appearance.setter
    def appearance(self, name: str) -> None:
        self._store.setValue("window/appearance", name)

    def allows_web(self, site: str) -> bool:
        """Return whether files from the web are always loaded for a site (folder or address)."""
        return site in self._web_sites()

    def allow_web(self, site: str) -> None:
        """Load files from the web for this site from now on."""
        self._store.setValue("web/sites", sorted({*self._web_sites(), site}))

    def _web_sites(self) -> list[str]:
        value = self._store.value("web/sites", [])
        return [str(v) for v in value] if isinstance(value, list) else [str(value)]

    def list_choices(self, site: str) -> ListChoices:
        """Return which lists of a site's pages hold blocks, as the user said.

        Args:
            site: The root folder of the site.
        """
        stored = self._store.value(_LISTS, "{}")
        try:
            chosen = json.loads(str(stored)).get(site, {})
            return ListChoices(
                *(frozenset(map(tuple, chosen.get(key, ()))) for key in ("blocks", "settings"))
            )
        except (ValueError, TypeError, AttributeError):  # not written by this program
            return ListChoices()

    def set_list_choices(self, site: str, choices: ListChoices) -> None:
        """Store which lists of a site's pages hold blocks."""
        try:
            stored = json.loads(str(self._store.value(_LISTS, "{}")))
        except ValueError:  # not written by this program
            stored = {}
        chosen = {"blocks": sorted(choices.blocks), "settings": sorted(choices.settings)}
        others = stored if isinstance(stored, dict) else {}
        self._store.setValue(_LISTS, json.dumps({**others, site: chosen}))

    def pages_folder(self, site: Path) -> Path | None:
        """Return the folder of pages that the user chose for a site, given by its root, or None."""
        folder = self._pages_folders().get(str(site.resolve()))
        return site / folder if folder is not None else None

    def choose_pages_folder(self, site: Path, folder: Path) -> None:
        """Take the pages of a site from this folder, inside the site's root, from now on."""
        folders = self._pages_folders()
        folders[str(site.resolve())] = folder.relative_to(site).as_posix()
        self._store.setValue("pages/folders", json.dumps(folders))

    def _pages_folders(self) -> dict[str, str]:
        try:
            value = json.loads(str(self._store.value("pages/folders", "{}")))
        except ValueError:
            return {}
        return value if isinstance(value, dict) else {}

    def load(self, key: str) -> Any:
        """Return a stored piece of window state (see ``remember``), or None."""
        return self._store.value(f"window/{key}")

    def remember(self, key: str, value: Any) -> None:
        """Store a piece of window state, such as a geometry."""
        self._store.setValue(f"window/{key}", value)
