"""What the app bundle tells macOS about the program: the keys of its ``Info.plist``."""

from __future__ import annotations

import re
from importlib import metadata
from typing import Any, Final

import artifacts

_MARKDOWN: Final = "net.daringfireball.markdown"  # the type that other editors declare as well
_MDX: Final = f"{artifacts.IDENTIFIER}.mdx"
_MARKDOC: Final = f"{artifacts.IDENTIFIER}.markdoc"
_FOLDERS: Final = "So that you can open a site that lies there, and save its pages."


def plist() -> dict[str, Any]:
    """Return the keys for the bundle that is built from the installed Qt."""
    return {
        "CFBundleName": artifacts.TITLE,
        "CFBundleDisplayName": artifacts.TITLE,
        "CFBundleIdentifier": artifacts.IDENTIFIER,
        "CFBundleVersion": artifacts.version(),
        "CFBundleShortVersionString": artifacts.version(),
        "CFBundleDocumentTypes": [
            _offered("Markdown page", _MARKDOWN, _MDX, _MARKDOC),
            _offered("Folder of a site", "public.folder"),
        ],
        "UTImportedTypeDeclarations": [
            _type(_MARKDOWN, "Markdown page", "public.plain-text", ["md", "markdown"]),
            _type(_MDX, "Markdown page with components", _MARKDOWN, ["mdx"]),
            _type(_MARKDOC, "Markdoc page", _MARKDOWN, ["mdoc"]),
        ],
        "LSApplicationCategoryType": "public.app-category.developer-tools",
        "LSMinimumSystemVersion": minimum_system(_wheel_tags("PySide6_Essentials")),
        "NSDesktopFolderUsageDescription": _FOLDERS,
        "NSDocumentsFolderUsageDescription": _FOLDERS,
        "NSDownloadsFolderUsageDescription": _FOLDERS,
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": f"{artifacts.PUBLISHER}, MIT licence",
        "NSPrincipalClass": "NSApplication",
        "NSRequiresAquaSystemAppearance": False,  # the program has a dark appearance
    }


def minimum_system(tags: str) -> str:
    """Return the oldest macOS on which a wheel with these tags runs; empty for other systems."""
    found = re.search(r"macosx_(\d+)_(\d+)_", tags)
    return f"{found[1]}.{found[2]}" if found else ""


def _wheel_tags(distribution: str) -> str:
    return metadata.distribution(distribution).read_text("WHEEL") or ""


def _offered(name: str, *types: str) -> dict[str, Any]:
    """Offer the program for types of files; another program stays the default."""
    return {
        "CFBundleTypeName": name,
        "CFBundleTypeRole": "Editor",
        "LSHandlerRank": "Alternate",
        "LSItemContentTypes": list(types),
    }


def _type(identifier: str, name: str, parent: str, suffixes: list[str]) -> dict[str, Any]:
    return {
        "UTTypeIdentifier": identifier,
        "UTTypeDescription": name,
        "UTTypeConformsTo": [parent],
        "UTTypeTagSpecification": {"public.filename-extension": suffixes},
    }
