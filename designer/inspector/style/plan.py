"""Which controls the Style tab has, and their words: data, read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from designer import bundled
from designer.tailwind import words as words_of

_NONE: Mapping[str, str] = MappingProxyType({})
SIDES = ("top", "right", "bottom", "left")


@dataclass(frozen=True)
class ControlPlan:
    """One control: the property that it edits, its label, and how it looks.

    ``kind`` is ``list``, ``swatches``, ``segment`` or ``spacing``; the last has no property.
    """

    property: str
    label: str
    kind: str


@dataclass(frozen=True)
class SectionPlan:
    """A group of controls, open at first or not."""

    label: str
    controls: tuple[ControlPlan, ...]
    is_open: bool


@cache
def sections() -> tuple[SectionPlan, ...]:
    """The groups of controls, in their order."""
    return tuple(
        SectionPlan(
            raw["label"],
            tuple(
                ControlPlan(c.get("property", ""), c.get("label", ""), c.get("kind", "list"))
                for c in raw["controls"]
            ),
            bool(raw.get("open")),
        )
        for raw in _data()["sections"]
    )


@cache
def words(prop: str) -> Mapping[str, str]:
    """The words for utilities of a property."""
    found: Mapping[str, str] = _data()["words"].get(prop, {})
    return found


@dataclass(frozen=True)
class WordChoice:
    """One choice of a string that a site's CMS writes.

    Attributes:
        label: What it is called.
        options: Word → what it means; '' for none of them.
        number: What the word begins with if it is a number of pixels instead; '' if it is not.
    """

    label: str
    options: Mapping[str, str]
    number: str = ""

    def words(self, slot: str) -> list[str]:
        """The words that this choice can be in a slot."""
        if self.number:
            begin = self.number
            return [w for w in words_of(slot) if w.startswith(begin) and _is_count(w, begin)]
        return [word for word in self.options if word]


def word_choices(
    control: str, at: str = "", kinds: Mapping[str, str] = _NONE
) -> tuple[WordChoice, ...]:
    """The choices of a control; none of one that is nothing but utilities.

    Args:
        control: The control's name.
        at: The breakpoint for which they are meant. Those that can be others there are other words.
        kinds: The theme's kinds of text: class → what it is called.
    """
    file = bundled.folder("resources") / "controls" / "words.yaml"
    found = []
    for raw in _words_file(file).get(control, []):
        sizes, number = raw.get("sizes"), raw.get("number", "")
        options = kinds if raw.get("kinds") else raw.get("options", _NONE)
        if (sizes and at not in ("", sizes)) or not (options or number):
            continue
        start = f"{at}:" if at and sizes else ""
        named = {start + word if word else "": text for word, text in options.items()}
        found.append(WordChoice(raw["label"], named, start + number if number else ""))
    return tuple(found)


def _is_count(word: str, begin: str) -> bool:
    return word.removeprefix(begin).isdecimal()


@cache
def _words_file(file: Path) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return data


@cache
def _data() -> dict[str, Any]:
    file = bundled.folder("resources") / "controls" / "style.yaml"
    data: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return data
