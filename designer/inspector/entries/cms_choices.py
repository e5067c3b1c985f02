"""Strings that a site's CMS writes as one choice after the other, and what is offered for each."""

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

# What can follow the letters with which a word begins, by how the choice is written.
_FORMS: Final = {
    "number": re.compile(r"\d{1,5}"),
    "signed": re.compile(r"-?\d{1,5}"),
    "length": re.compile(r"auto|-?\d{1,5}(\.\d{1,3})?(px|%|r?em|v[wh]|ch)"),
}


@dataclass(frozen=True)
class CmsChoice:
    """One choice of a string that a site's CMS writes.

    Attributes:
        label: What it is called.
        options: Word → what it means; '' for none of them.
        number: What the word begins with if a value follows instead; '' if it is a mere word.
        form: What that value looks like: ``number`` or ``signed`` without a unit, or ``length``
            with it.
    """

    label: str
    options: Mapping[str, str]
    number: str = ""
    form: str = "number"

    @property
    def allowed(self) -> re.Pattern[str]:
        """The values that can follow."""
        return _FORMS[self.form]

    def words(self, slot: str) -> list[str]:
        """The words that this choice can be in a slot."""
        if self.number:
            begin, value = self.number, self.allowed
            there = (word for word in words_of(slot) if word.startswith(begin))
            return [word for word in there if value.fullmatch(word.removeprefix(begin))]
        return [word for word in self.options if word]


def word_choices(
    control: str, at: str = "", kinds: Mapping[str, str] = _NONE
) -> tuple[CmsChoice, ...]:
    """The choices of a control; none of one that is nothing but utilities.

    Args:
        control: The control's name.
        at: The breakpoint for which they are meant. Those that can be others there are other words.
        kinds: The theme's kinds of text: class → what it is called.
    """
    file = bundled.folder("resources") / "controls" / "words.yaml"
    found = []
    for raw in _words_file(file).get(control, []):
        sizes = raw.get("sizes")
        form = next((name for name in _FORMS if name in raw), "")
        options = kinds if raw.get("kinds") else raw.get("options", _NONE)
        if (sizes and at not in ("", sizes)) or not (options or form):
            continue
        start = f"{at}:" if at and sizes else ""
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
