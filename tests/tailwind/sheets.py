"""Sheets for tests, and the slots of the real sites."""

import json
import re
from dataclasses import replace

import yaml

from designer.tailwind import Sheet

SLOTS = ("style", "tailwind", "tw")
NAMED_LIKE_A_SLOT = re.compile(r"(Style|Styles|Padding|Typography|Border|Rounded|Alignment)$")


def sheet_of(rules, *, engine="tailwindcss 2.2.19", **more):
    """A sheet of these rules: class → the unit that it needs, or several."""
    units, classes = [], {}
    for name, css in rules.items():
        for unit in [css] if isinstance(css, str) else css:
            classes[name] = (*classes.get(name, ()), len(units))
            units.append(unit)
    return Sheet(engine, tuple(units), classes, (), 0, **more)


def asked_for(sheet, names):
    """The sheet as it would be if it had been asked for these classes only."""
    needed = {number for name in names for number in sheet.classes.get(name, ())}
    kept = sorted(needed.union(sheet.always))
    place = {number: at for at, number in enumerate(kept)}
    return replace(
        sheet,
        units=tuple(sheet.units[number] for number in kept),
        classes={
            name: tuple(place[number] for number in sheet.classes[name])
            for name in names
            if name in sheet.classes
        },
        always=tuple(place[number] for number in sheet.always),
        site_at=0,
        requested=frozenset(names),
    )


def slots_of(corpus):
    """Every string of the real sites that stands in a slot, in a fixed order."""
    files = [*corpus.glob("*/content/**/*.md"), *corpus.glob("seed/*.md")]
    files += [*corpus.glob("synthetic/*.md"), *corpus.glob("replay/blobs/*.md")]
    found = set()
    for file in sorted(files):
        front_matter = file.read_text(encoding="utf-8").split("\n---", 1)[0]
        try:
            found.update(_strings(yaml.load(front_matter, yaml.CSafeLoader)))
        except yaml.YAMLError:  # some of the old versions were broken when they were saved
            continue
    for file in sorted(corpus.glob("*/content/global/*.json")):
        found.update(_strings(json.loads(file.read_text(encoding="utf-8"))))
    return sorted(found)


def _strings(value, *, inside=False):
    if isinstance(value, dict):
        for key, each in value.items():
            named = isinstance(key, str) and bool(NAMED_LIKE_A_SLOT.search(key))
            yield from _strings(each, inside=inside or key in SLOTS or named)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each, inside=inside)
    elif isinstance(value, str) and inside:
        yield value
