"""The registered families. To add a family, add its folder and one line to ``FAMILIES``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Any, Final

import yaml

from designer.families import class_rules
from designer.families.family import Family
from designer.families.g1 import FAMILY as G1
from designer.families.g2 import FAMILY as G2
from designer.families.plain import FAMILY as PLAIN
from designer.families.tina import FAMILY as TINA

FAMILIES: Final[list[Family]] = [
    TINA,
    G2,
    G1,
    PLAIN,
]
"""All families in matching order; the last one matches every site."""

_SHARED: Final = (
    class_rules.anchor_id,
    class_rules.link_target,
    class_rules.navigation_target,
    class_rules.web_target,
)


def check_family(family: Family) -> None:
    """Check that a family is complete.

    Raises:
        ValueError: A folder, the variants file, a variant or a dialect is missing.
    """
    for folder in (family.types_folder, family.frame_folder):
        if folder is not None and not folder.is_dir():
            raise ValueError(f"The family “{family.name}” has no folder {folder}.")
    if not (family.frame_folder / "page.html").is_file():
        raise ValueError(f"The family “{family.name}” has no page.html in {family.frame_folder}.")
    if not family.variants_file.is_file():
        raise ValueError(f"The family “{family.name}” has no file {family.variants_file}.")
    entries = variants_of(family)
    names = {dialect.name for dialect in family.dialects}
    axes = {**entries[-1]["axes"]}
    for axis in ("preset", "markdown", "header", "footer"):
        if axis not in axes:
            raise ValueError(f"The last variant of “{family.name}” has no axis “{axis}”.")
    for entry in entries:
        dialect = entry["axes"].get("markdown", axes["markdown"])
        if dialect not in names:
            raise ValueError(f"The family “{family.name}” has no dialect “{dialect}”.")


@contextmanager
def registered(family: Family) -> Iterator[None]:
    """Register a family ahead of the others while the context is active.

    Raises:
        ValueError: The family is incomplete.
    """
    check_family(family)
    FAMILIES.insert(0, family)
    try:
        yield
    finally:
        FAMILIES.remove(family)


@cache
def variants_of(family: Family) -> list[dict[str, Any]]:
    """Return the entries of a family's variants file; the last one has the value of every axis."""
    entries: list[dict[str, Any]] = yaml.safe_load(family.variants_file.read_text(encoding="utf-8"))
    return entries


def rules_for(family: Family) -> Mapping[str, Callable[..., Any]]:
    """Return the class rules that templates may call, by name.

    A site's own block type may use the shared parts of every family (``templates/_parts``), so the
    rules of all families are available. The family's own rules take precedence.
    """
    groups = (_SHARED, *(each.class_rules for each in FAMILIES), family.class_rules)
    return {rule.__name__: rule for group in groups for rule in group}


for _family in FAMILIES:
    check_family(_family)
