"""Strings that the site's CMS composes of one word per choice, and the options of each choice."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import yaml

from designer import bundled
from designer.tailwind import words as words_of

_NONE: Final[Mapping[str, str]] = MappingProxyType({})

# Patterns for a value that follows the prefix of a word, by notation.
_FORMS: Final = {
    "number": re.compile(r"\d{1,5}"),
    "signed": re.compile(r"-?\d{1,5}"),
    "length": re.compile(r"auto|-?\d{1,5}(\.\d{1,3})?(px|%|r?em|v[wh]|ch)"),
}


@dataclass(frozen=True)
class CmsChoice:
    """One choice of a string that the site's CMS composes.

    Attributes:
        label: The visible name.
        options: Word → label; '' for no word.
        number: The prefix of a word with a value; '' if the choice has fixed words.
        form: The notation of that value: ``number`` or ``signed`` without a unit, or ``length``
            with a unit.
    """

    label: str
    options: Mapping[str, str]
    number: str = ""
    form: str = "number"

    @property
    def allowed(self) -> re.Pattern[str]:
        """The pattern of the values that can follow the prefix."""
        return _FORMS[self.form]

    def words(self, slot: str) -> list[str]:
        """Return the words that this choice can take in a slot."""
        if self.number:
            begin, value = self.number, self.allowed
            there = (word for word in words_of(slot) if word.startswith(begin))
            return [word for word in there if value.fullmatch(word.removeprefix(begin))]
        return [word for word in self.options if word]


def control_choices(
    control: str, breakpoint_name: str = "", kinds: Mapping[str, str] = _NONE
) -> tuple[CmsChoice, ...]:
    """Return the choices of a control; empty if the control uses utilities only.

    Args:
        control: The control's name.
        breakpoint_name: The breakpoint of the words. Choices that vary by breakpoint use prefixed
            words there; the other choices are omitted.
        kinds: The theme's kinds of text: class → label.
    """
    file = bundled.folder("resources") / "controls" / "words.yaml"
    found = []
    for raw in _words_file(file).get(control, []):
        sizes = raw.get("sizes")
        form = next((name for name in _FORMS if name in raw), "")
        options = kinds if raw.get("kinds") else raw.get("options", _NONE)
        if (sizes and breakpoint_name not in ("", sizes)) or not (options or form):
            continue
        start = f"{breakpoint_name}:" if breakpoint_name and sizes else ""
        if form:
            found.append(CmsChoice(raw["label"], _NONE, start + raw[form], form))
        else:
            named = {start + word if word else "": text for word, text in options.items()}
            found.append(CmsChoice(raw["label"], named))
    return tuple(found)


@cache
def _words_file(file: Path) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return data
