"""The controls of the Style tab and their labels, read once from a YAML file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from designer import bundled

SIDES = ("top", "right", "bottom", "left")


@dataclass(frozen=True)
class ControlSpec:
    """One control: the property that it edits, its label, and its kind.

    ``kind`` is ``list``, ``swatches``, ``segment`` or ``spacing``; the last has no property.
    """

    property: str
    label: str
    kind: str


@dataclass(frozen=True)
class SectionSpec:
    """A group of controls, and whether it is initially expanded."""

    label: str
    controls: tuple[ControlSpec, ...]
    is_open: bool


@cache
def sections() -> tuple[SectionSpec, ...]:
    """Return the groups of controls, in their order."""
    return tuple(
        SectionSpec(
            raw["label"],
            tuple(
                ControlSpec(c.get("property", ""), c.get("label", ""), c.get("kind", "list"))
                for c in raw["controls"]
            ),
            bool(raw.get("open")),
        )
        for raw in _data()["sections"]
    )


@cache
def words(prop: str) -> Mapping[str, str]:
    """Return the labels for utilities of a property: utility → label."""
    found: Mapping[str, str] = _data()["words"].get(prop, {})
    return found


@cache
def _data() -> dict[str, Any]:
    file = bundled.folder("resources") / "controls" / "style.yaml"
    data: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return data
