"""Spell checking, if a dictionary for the page's language is installed."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale
from PySide6.QtWebEngineCore import QWebEngineProfile

_VARIABLE = "QTWEBENGINE_DICTIONARIES_PATH"
_NAME = "qtwebengine_dictionaries"
_SYSTEM_FOLDERS = (Path("/usr/share/qt6") / _NAME, Path("/usr/share/hunspell-bdic"))
_SUFFIX = ".bdic"


def find_dictionaries() -> None:
    """Point the engine to the system's dictionaries if it would find none; call before it starts.

    The engine searches the folder in the environment variable, else the folders of the program and
    of Qt.
    """
    if not os.environ.get(_VARIABLE) and not any(
        _dictionary_names(folder) for folder in _default_folders()
    ):
        found = next((folder for folder in _SYSTEM_FOLDERS if _dictionary_names(folder)), None)
        if found is not None:
            os.environ[_VARIABLE] = str(found)


def check_spelling(profile: QWebEngineProfile, language: str) -> None:
    """Enable spell checking in the pages of a profile, if a dictionary is installed.

    Args:
        profile: The profile.
        language: The language of the page, as ``de`` or ``pt-BR``.
    """
    named = os.environ.get(_VARIABLE)
    folders = [Path(named)] if named else _default_folders()
    names = next((names for folder in folders if (names := _dictionary_names(folder))), [])
    found = best_dictionary(language, names, QLocale().bcp47Name())
    wanted = [found] if found is not None else []
    if profile.spellCheckLanguages() != wanted:
        profile.setSpellCheckLanguages(wanted)
    if profile.isSpellCheckEnabled() != bool(wanted):
        profile.setSpellCheckEnabled(bool(wanted))


def best_dictionary(language: str, names: Iterable[str], own: str = "") -> str | None:
    """Return the dictionary of a language: for its region, else the user's region, else any."""
    wanted, held = _subtags(language), _subtags(own)
    fitting = [name for name in sorted(names) if _subtags(name)[:1] == wanted[:1] != []]
    for words in (wanted, held, wanted[:1]):
        exact = next((name for name in fitting if _subtags(name) == words), None)
        if exact is not None:
            return exact
    return fitting[0] if fitting else None


def _subtags(name: str) -> list[str]:
    """Split a language name into parts; ``pt-BR`` and ``pt_BR`` are equal."""
    return [word for word in name.lower().replace("_", "-").split("-") if word]


def _default_folders() -> list[Path]:
    beside = QCoreApplication.applicationDirPath()
    data = QLibraryInfo.path(QLibraryInfo.LibraryPath.DataPath)
    return [Path(folder) / _NAME for folder in (beside, data) if folder]


def _dictionary_names(folder: Path) -> list[str]:
    try:
        return [file.stem for file in folder.iterdir() if file.suffix == _SUFFIX]
    except OSError:  # the folder does not exist
        return []
