"""What the program remembers for a person, and where its files lie."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings, QStandardPaths

_NAME = "frontispiece"


def _folder(location: QStandardPaths.StandardLocation) -> Path:
    return Path(QStandardPaths.writableLocation(location)) / _NAME


def state_folder() -> Path:
    """Where recovery copies and the log lie."""
    return _folder(QStandardPaths.StandardLocation.GenericStateLocation)


def cache_folder() -> Path:
    """Where files from the web and compiled styles are kept; may be deleted at any time."""
    return _folder(QStandardPaths.StandardLocation.GenericCacheLocation)


def data_folder() -> Path:
    """Where the person's own copy of the sample site lies."""
    return _folder(QStandardPaths.StandardLocation.GenericDataLocation)


class Settings:
    """The person's preferences, kept as an INI file in the configuration folder.

    Nothing about the content of a site is kept here, only what the person decided about it.
    """

    def __init__(self) -> None:
        folder = _folder(QStandardPaths.StandardLocation.GenericConfigLocation)
        self._store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)

    @property
    def appearance(self) -> str:
        """``system``, ``light`` or ``dark``."""
        return str(self._store.value("window/appearance", "system"))

    @appearance.setter
    def appearance(self, name: str) -> None:
        self._store.setValue("window/appearance", name)

    def allows_web(self, site: str) -> bool:
        """Whether files from the web are always loaded for this site (its folder or address)."""
        return site in self._web_sites()

    def allow_web(self, site: str) -> None:
        """Load files from the web for this site from now on."""
        self._store.setValue("web/sites", sorted({*self._web_sites(), site}))

    def _web_sites(self) -> list[str]:
        value = self._store.value("web/sites", [])
        return [str(v) for v in value] if isinstance(value, list) else [str(value)]

    def load(self, key: str) -> Any:
        """A remembered piece of window state (see ``remember``), or None."""
        return self._store.value(f"window/{key}")

    def remember(self, key: str, value: Any) -> None:
        """Keep a piece of window state, such as a geometry."""
        self._store.setValue(f"window/{key}", value)
