"""The sources of a site's Tailwind: its configuration, its style sheet, and their imports."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from designer.site.file_state import is_file
from designer.site.stylesheet import config_of, find_stylesheet
from designer.site.tailwind_files import MissingSheet, TailwindFiles

CONFIG_NAMES = tuple(f"tailwind.config.{end}" for end in ("js", "cjs", "mjs", "ts"))

# The just-in-time mode of Tailwind 2. Only the evaluated configuration tells for certain.
_JIT = re.compile(r"""\bmode["']?\s*:[^\n]*["'`]jit["'`]""")

Links = Mapping[str, Mapping[str, str]]
"""For each file, the names of packages in it, with the paths of the files that they mean."""


@dataclass(frozen=True)
class TailwindSource:
    """The sources of a site's Tailwind as texts; none of their code has been run.

    Attributes:
        major: The major version of Tailwind: 2, 3 or 4.
        files: The texts, by their paths in the site's folder. A path with ``..`` is that of a
            package that is linked from elsewhere in the repository.
        config: The path of the configuration, or None.
        css: The path of the site's style sheet; None to use Tailwind's default one.
        missing: Imports of the style sheets that were not found; they are left out of the styles.
        modules: The modules of installed packages that files name.
        sheets: The style sheets of installed packages that files name.
        watched: Paths of other files and folders on which the sources depend, existing or not.
    """

    major: int
    files: Mapping[str, str]
    config: str | None = None
    css: str | None = None
    missing: tuple[MissingSheet, ...] = ()
    modules: Links = field(default_factory=dict)
    sheets: Links = field(default_factory=dict)
    watched: tuple[str, ...] = ()

    @property
    def is_complete(self) -> bool:
        """Whether a build has all classes, requested or not: Tailwind 2 without mode ``jit``."""
        return self.major == 2 and not any(map(_JIT.search, self.files.values()))

    def to_data(self) -> dict[str, object]:
        """Serialize the sources for an engine."""
        data: dict[str, object] = {
            "files": dict(self.files),
            "config": self.config,
            "css": self.css,
        }
        links = {"modules": self.modules, "sheets": self.sheets}
        data.update({name: each for name, each in links.items() if each})
        if self.major == 2 and not self.is_complete:
            data["jit"] = True
        return data


def find_config(root: Path) -> Path | None:
    """Return the Tailwind configuration in a site's root folder, or None."""
    files = (root / name for name in CONFIG_NAMES)
    return next((file for file in files if is_file(file)), None)


def read_source(root: Path, major: int) -> TailwindSource | None:
    """Read the sources of a site's Tailwind.

    Args:
        root: The site's folder.
        major: The major version of the site's Tailwind: 2, 3 or 4.

    Returns:
        None for a site of Tailwind 2 without a configuration; a preset is used instead.

    Raises:
        SourceError: The configuration or the style sheet exists but cannot be read.
    """
    config = find_config(root)
    if config is None and major == 2:
        return None
    sheet = find_stylesheet(root)
    files = TailwindFiles(root)
    css = files.add_style(_inside(root, sheet)) if sheet else None
    path = _inside(root, config) if config else None
    if css is not None and major == 3 and (named := config_of(files.texts[css])):
        path = files.find_config(named, css) or path
    if css is not None and major == 4:
        path = None  # Tailwind 4 uses only a configuration that its style sheet names
    if path is not None:
        files.add_module(path)
    return TailwindSource(
        major,
        files.texts,
        path,
        css,
        tuple(sorted(files.missing, key=lambda sheet: (sheet.file, sheet.line))),
        files.modules,
        files.sheets,
        files.watched,
    )


def _inside(root: Path, file: Path) -> str:
    return file.relative_to(root).as_posix()
