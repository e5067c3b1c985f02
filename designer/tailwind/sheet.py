"""The compiled utilities of one Tailwind configuration: which class makes which rules."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from designer.errors import EngineError
from designer.tailwind.declarations import Declaration, declarations

FORMAT = 2

_CLASS_ATTRIBUTE = re.compile(
    r"""\s(?:class|data-fp-active)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE
)


@dataclass(frozen=True)
class Sheet:
    """A build of Tailwind, cut into units that can be handed out one by one.

    A unit is one top-level rule, or one rule inside its media query, as CSS text. Its number is
    its place in Tailwind's own output: putting units together in ascending order gives the same
    cascade as the whole sheet.

    Tailwind 2 builds all classes that it knows. The later ones build the classes that they are
    asked for; a sheet with more classes has all units of the one before, in the same order, and
    new ones among them.

    Attributes:
        engine: What built it, for instance ``tailwindcss 2.2.19``.
        units: The CSS text of every unit.
        classes: Class name as it is written in HTML → numbers of the units that it needs.
        always: Numbers of the units that need no class (base styles, key frames).
        site_at: The site's own styles stand before the unit of this number: after Tailwind's
            base, before its components and utilities.
        theme: The resolved theme of the configuration.
        own: Whether the site's own style sheet was built, so that its rules are among the units.
        imports: Addresses of style sheets on the web that the site's own one imports.
        asked: The classes that the build was asked for; None when it has all that there are.
    """

    engine: str
    units: tuple[str, ...]
    classes: Mapping[str, tuple[int, ...]]
    always: tuple[int, ...]
    site_at: int
    theme: Mapping[str, Any] = field(default_factory=dict)
    own: bool = False
    imports: tuple[str, ...] = ()
    asked: frozenset[str] | None = None

    @classmethod
    def from_json(cls, data: bytes | str) -> Sheet:
        """Read what the engine's build wrote.

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
                asked=None if raw.get("asked") is None else frozenset(raw["asked"]),
            )
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise EngineError("The compiled styles cannot be read; build them again.") from error

    def numbers(self, classes: Iterable[str]) -> list[int]:
        """The units that these classes need, in source order; unknown classes need none.

        Units that need no class are not among them: see ``always``.
        """
        known = self.classes
        return sorted({number for name in classes for number in known.get(name, ())})

    def unseen(self, classes: Iterable[str]) -> set[str]:
        """The classes of which this sheet does not know whether they exist."""
        return set() if self.asked is None else set(classes) - self.asked

    def declares(self, name: str) -> list[Declaration]:
        """What a class declares, in source order: a later one wins over those before."""
        return [each for n in self.numbers([name]) for each in declarations(self.units[n], name)]

    def base_css(self) -> str:
        """The styles which stand before the site's own ones."""
        return "\n".join(self.units[n] for n in self.always if n < self.site_at)

    def later(self, classes: Iterable[str]) -> list[int]:
        """The units that stand after the site's own styles on a page with these classes."""
        wanted = {n for n in self.always if n >= self.site_at}
        wanted.update(self.numbers(classes))
        return sorted(wanted)

    def utilities_css(self, classes: Iterable[str]) -> str:
        """The styles which stand after the site's own ones on a page with these classes."""
        return "\n".join(self.units[n] for n in self.later(classes))


def classes_in(markup: str) -> set[str]:
    """Every class name that occurs in an HTML text, also those that elements get in browse mode."""
    found: set[str] = set()
    for match in _CLASS_ATTRIBUTE.finditer(markup):
        value = match[1] or match[2] or match[3] or ""
        found.update(html.unescape(value).split() if "&" in value else value.split())
    return found
