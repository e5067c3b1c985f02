"""The folders of pages that a generator's configuration names, with their addresses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from designer.site.site_config import matching_files, read_data, values_at
from designer.site.site_kinds import PageRule, ToldFolders, site_kinds
from designer.site.site_setup import SiteSetup, clean_path

_NAME = "{name}"


def told_rules(setup: SiteSetup, rule: PageRule) -> Iterator[PageRule]:
    """Yield the rule of each folder that the configuration names where a rule says.

    A rule that no configuration is asked for, or of which it says nothing, is yielded as it is.
    """
    told = rule.told
    found = [] if told is None else list(_values(setup, told))
    if told is None or not found:
        if rule.folder and _NAME not in rule.folder:
            yield rule
        return
    for name, value in found:
        if isinstance(value, Mapping) and _counts(told, name, value):
            folder = _folder(told, value, rule.folder.replace(_NAME, name))
            if folder:
                route = _text(value, told.route, rule.route.replace(_NAME, name))
                permalink = _text(value, told.permalink, rule.permalink)
                yield replace(rule, folder=folder, route=route, permalink=permalink)


def _values(setup: SiteSetup, told: ToldFolders) -> Iterator[tuple[str, Any]]:
    patterns = (path for pattern in told.files for path in setup.filled(pattern))
    for file in matching_files(setup.root, patterns):
        for path in told.at:
            yield from values_at(read_data(setup.root, file), path)


def _counts(told: ToldFolders, name: str, value: Mapping[str, Any]) -> bool:
    if told.needs and value.get(told.needs) is not True:
        return False
    return told.shared or name.lower() not in site_kinds().shared


def _folder(told: ToldFolders, value: Mapping[str, Any], usual: str) -> str:
    """Return the path of a folder from the root of the site; the usual one if none can be read."""
    given = [value[key] for key in told.folder if key in value]
    parts = [each[0] if isinstance(each, list) and each else each for each in given]
    if not all(isinstance(part, str) for part in parts):
        return usual
    return clean_path("/".join(parts)) or usual


def _text(value: Mapping[str, Any], key: str, usual: str) -> str:
    text = value.get(key)
    return text if isinstance(text, str) else usual
