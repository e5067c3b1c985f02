"""The compiled utilities of one Tailwind configuration, indexed by class."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from designer.errors import EngineError
from designer.tailwind.declarations import Declaration, declarations
from designer.tailwind.style_gaps import StyleGap

FORMAT = 2

_CLASS_ATTRIBUTE = re.compile(
    r"""\s(?:class|data-fp-active)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE
)


@dataclass(frozen=True)
class Sheet:
    """A build of Tailwind, cut into units that can be selected individually.

    A unit is one top-level rule, or one rule inside its media query, as CSS text. The number of a
    unit is its index in Tailwind's output: units in ascending order give the same cascade as the
    whole sheet.

    Tailwind 2 builds all classes that it knows. Later versions build only the requested classes; a
    sheet with more classes contains all units of the previous one in the same order, with new ones
    between them.

    Attributes:
        engine: The compiler, e.g. ``tailwindcss 2.2.19``.
        units: The CSS text of every unit.
        classes: Class name as written in HTML → numbers of its units.
        always: Numbers of the units without a class (base styles, key frames).
        site_at: The number of the unit before which the site's own styles belong: after Tailwind's
            base, before its components and utilities.
        theme: The resolved theme of the configuration.
        own: Whether the site's own style sheet was built, so the units contain its rules.
        imports: Web addresses of style sheets that the site's own one imports.
        requested: The requested classes; None for a complete build.
        gaps: Packages and plug-ins whose utilities are missing.
    """

    engine: str
    units: tuple[str, ...]
    classes: Mapping[str, tuple[int, ...]]
    always: tuple[int, ...]
    site_at: int
    theme: Mapping[str, Any] = field(default_factory=dict)
    own: bool = False
    imports: tuple[str, ...] = ()
    requested: frozenset[str] | None = None
    gaps: tuple[StyleGap, ...] = ()

    @classmethod
    def from_json(cls, data: bytes | str) -> Sheet:
        """Parse the output of the engine's build.

        Raises:
            EngineError: The data is not a sheet of this format.
        """
        try:
            raw = json.loads(data)
            if raw["format"] != FORMAT:
                raise EngineError(f"The compiled styles have format {raw['format']}, not {FORMAT}.")
            return cls(
                engine=raw["engine"],
                units=tuple(raw["units"]),
                classes={name: tuple(numbers) for name, numbers in raw["classes"].items()},
                always=tuple(raw["always"]),
                site_at=raw["site_at"],
                theme=raw.get("theme", {}),
                own=raw.get("own", False),
                imports=tuple(raw.get("imports", ())),
                requested=None if raw.get("asked") is None else frozenset(raw["asked"]),
                gaps=tuple(StyleGap(**each) for each in raw.get("gaps", ())),
            )
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise EngineError("The compiled styles cannot be read; build them again.") from error

    def numbers(self, classes: Iterable[str]) -> list[int]:
        """Return the units of these classes in source order; unknown classes have none.

        Units without a class are not included: see ``always``.
        """
        known = self.classes
        return sorted({number for name in classes for number in known.get(name, ())})

    def not_requested(self, classes: Iterable[str]) -> set[str]:
        """Return the classes that were not requested, so that their existence is unknown."""
        return set() if self.requested is None else set(classes) - self.requested

    def declares(self, name: str) -> list[Declaration]:
        """Return the declarations of a class in source order: later ones override earlier ones."""
        return [each for n in self.numbers([name]) for each in declarations(self.units[n], name)]

    def base_css(self) -> str:
        """Return the styles before the site's own styles."""
        return "\n".join(self.units[n] for n in self.always if n < self.site_at)

    def units_after_site(self, classes: Iterable[str]) -> list[int]:
        """Return the units after the site's own styles, for a page with these classes."""
        wanted = {n for n in self.always if n >= self.site_at}
        wanted.update(self.numbers(classes))
        return sorted(wanted)

    def utilities_css(self, classes: Iterable[str]) -> str:
        """Return the styles after the site's own styles, for a page with these classes."""
        return "\n".join(self.units[n] for n in self.units_after_site(classes))


def classes_in(markup: str) -> set[str]:
    """Return every class name in HTML, including classes that elements get in browse mode."""
    found: set[str] = set()
    for match in _CLASS_ATTRIBUTE.finditer(markup):
        value = match[1] or match[2] or match[3] or ""
        found.update(html.unescape(value).split() if "&" in value else value.split())
    return found
