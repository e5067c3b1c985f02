"""The kinds of sites as data: reads ``resources/site_kinds.yaml`` into frozen records.

The file describes every key. ``site_setup`` decides which kinds fit a folder.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, Final

import yaml

from designer.bundled import folder

_SHARED: Final = "shared"  # in `skip`: the names of what pages share

_USUAL_INDEX: Final = ("index", "home", "_index")


@dataclass(frozen=True)
class Sign:
    """A sign of a kind of site.

    Attributes:
        paths: Globs of paths from the root; all of them must exist.
        package: The name of a package that the site requires, or None.
    """

    paths: tuple[str, ...]
    package: str | None = None


@dataclass(frozen=True)
class Reading:
    """What is read from configuration files.

    Attributes:
        files: Globs of paths from the root.
        keys: The paths of keys that lead to the values of each role, for files of data.
        patterns: An expression that finds the values of a role, for files of code.
        under: The key below which the data of a file is put; empty for none.
    """

    files: tuple[str, ...]
    keys: Mapping[str, tuple[str, ...]]
    patterns: Mapping[str, re.Pattern[str]]
    under: str


@dataclass(frozen=True)
class Languages:
    """Where a configuration names the languages of a site.

    Attributes:
        at: The path of keys of a mapping from language to its settings.
        folder: The key of a language's own folder of pages.
    """

    at: str
    folder: str


@dataclass(frozen=True)
class RouteRules:
    """How the address of a page follows from its file.

    Attributes:
        index: Names that stand for their folder.
        front_matter: Keys of front matter that give the address, or its last part.
        slugs: What a name or a path in front matter begins at: the folder around the page and the
            site; ``base``, that folder and the folder of pages; ``alone``, the folder of pages.
        dates: What becomes of a date before a name: ``strip``, ``path`` or empty.
        dated_folders: Whether it may stand before the name of a folder that a page stands for.
        numbers: The number before a name, which is left out; None for no such number.
        languages: Whether the end of ``name.en.md`` is a language.
        groups: Whether names in parentheses are left out.
        folder_named: Whether a file with the name of its folder stands for the folder.
    """

    index: tuple[str, ...] = _USUAL_INDEX
    front_matter: tuple[str, ...] = ()
    slugs: str = ""
    dates: str = ""
    dated_folders: bool = False
    numbers: re.Pattern[str] | None = None
    languages: bool = True
    groups: bool = False
    folder_named: bool = False


@dataclass(frozen=True)
class ToldFolders:
    """Where a configuration names folders of pages: in one mapping each.

    Attributes:
        files: Globs of configuration files from the root.
        at: The paths of keys that lead to the mappings.
        folder: The keys of the parts of the folder's path. Without a value that of the rule counts.
        route: The key of what the addresses of its pages begin with, as above.
        permalink: The key of the pattern of their addresses.
        needs: A key that must be true; empty for none.
        shared: Whether a folder counts whose name says that it holds what pages share.
    """

    files: tuple[str, ...]
    at: tuple[str, ...]
    folder: tuple[str, ...] = ()
    route: str = ""
    permalink: str = ""
    needs: str = ""
    shared: bool = True


@dataclass(frozen=True)
class PageRule:
    """A folder that holds pages. ``{NAME}`` in ``folder`` and ``route`` is a place.

    Attributes:
        folder: The path from the root; empty if only a configuration names it.
        route: What the addresses of its pages begin with; empty for nothing.
        data: Whether documents of data are pages.
        index: Names that stand for their folder, besides those of the kind.
        only: The only names of pages; empty for any.
        skip: Globs of names of files and folders that are left out.
        collections: Whether what it holds for all pages, by its name, is left out.
        beside: Whether the folder counts only together with another one of its group.
        strict: Whether Markdown without front matter is no page.
        routes: How the addresses of its pages follow; None for the rules of the kind.
        permalink: The pattern of the addresses of its pages, ``/work/:name/``; empty for none.
        told: Where the configuration names such folders; None if it does not.
    """

    folder: str = ""
    route: str = ""
    data: bool = False
    index: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    collections: bool = False
    beside: bool = False
    strict: bool = False
    routes: RouteRules | None = None
    permalink: str = ""
    told: ToldFolders | None = None


@dataclass(frozen=True)
class SiteKind:
    """A site generator or a content management system. The file of the kinds explains the keys."""

    name: str
    label: str
    signs: tuple[Sign, ...] = ()
    root: bool = True
    places: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    reads: tuple[Reading, ...] = ()
    languages: Languages | None = None
    pages: tuple[tuple[PageRule, ...], ...] = ()
    named: tuple[PageRule, ...] = ()
    public: tuple[str, ...] = ()
    mounts: Mapping[str, str] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)
    loose: bool = False
    joins: bool = True
    routes: RouteRules = field(default_factory=RouteRules)


@dataclass(frozen=True)
class SiteKinds:
    """All kinds of sites, and what holds for each of them.

    Attributes:
        generators: The site generators, in the order in which they are tried.
        managers: The content management systems; a site can have several.
        everywhere: Groups of page folders that follow those of every kind.
        never_walked: Names of folders that are never looked into.
        outputs: Names of folders that are not looked into from the root of a site.
        documents: Names of files about a repository, in lower case.
        shared: Names of folders and documents that hold what pages share.
        pages_named: Names of folders whose documents of data are pages.
        home_names: Names of a home page with another address than ``/``.
        never_home: Names of pages that are the last to be opened first.
        not_data: Names of documents of data that are never pages.
        languages: The codes of all languages.
    """

    generators: tuple[SiteKind, ...]
    managers: tuple[SiteKind, ...]
    everywhere: tuple[tuple[PageRule, ...], ...]
    never_walked: frozenset[str]
    outputs: frozenset[str]
    documents: frozenset[str]
    shared: frozenset[str]
    pages_named: frozenset[str]
    home_names: tuple[str, ...]
    never_home: frozenset[str]
    not_data: frozenset[str]
    languages: frozenset[str]


PLAIN: Final = SiteKind("plain", "")
"""A folder that no generator is known to build."""


@cache
def site_kinds() -> SiteKinds:
    """Return the kinds of sites that the program knows."""
    text = (folder("resources") / "site_kinds.yaml").read_text(encoding="utf-8")
    data = yaml.load(text, yaml.CSafeLoader)
    return SiteKinds(
        generators=tuple(_kind(each) for each in data["generators"]),
        managers=tuple(_kind(each) for each in data["managers"]),
        everywhere=_groups(data["everywhere"], RouteRules()),
        never_walked=frozenset(data["never_walked"]),
        outputs=frozenset(data["outputs"]),
        documents=frozenset(data["documents"]),
        shared=frozenset(data["shared"]),
        pages_named=frozenset(data["pages_named"]),
        home_names=tuple(data["home_names"]),
        never_home=frozenset(data["never_home"]),
        not_data=frozenset(data["not_data"]),
        languages=frozenset(data["languages"]),
    )


def _kind(data: Mapping[str, Any]) -> SiteKind:
    routes = _route_rules(data.get("routes", {}), RouteRules())
    languages = data.get("languages")
    return SiteKind(
        name=data["name"],
        label=data["label"],
        signs=tuple(map(_sign, data["signs"])),
        root=data.get("root", True),
        places={name: _texts(value) for name, value in data.get("places", {}).items()},
        reads=tuple(map(_reading, data.get("reads", ()))),
        languages=Languages(**languages) if languages else None,
        pages=_groups(data.get("pages", ()), routes),
        named=tuple(_page_rule(each, routes) for each in data.get("named", ())),
        public=tuple(data.get("public", ())),
        mounts=data.get("mounts", {}),
        aliases=data.get("aliases", {}),
        loose=data.get("loose", False),
        joins=data.get("joins", True),
        routes=routes,
    )


def _route_rules(data: Mapping[str, Any], usual: RouteRules) -> RouteRules:
    values: dict[str, Any] = {
        key: tuple(each) if isinstance(each, list) else each for key, each in data.items()
    }
    if "numbers" in values:
        values["numbers"] = re.compile(values["numbers"])
    return replace(usual, **values)


def _sign(data: Any) -> Sign:
    if isinstance(data, Mapping):
        return Sign((), data["package"])
    return Sign(_texts(data))


def _reading(data: Mapping[str, Any]) -> Reading:
    return Reading(
        files=tuple(data["files"]),
        keys={role: _texts(paths) for role, paths in data.get("keys", {}).items()},
        patterns={role: re.compile(text) for role, text in data.get("patterns", {}).items()},
        under=data.get("under", ""),
    )


def _groups(data: Iterable[Any], routes: RouteRules) -> tuple[tuple[PageRule, ...], ...]:
    return tuple(tuple(_page_rule(each, routes) for each in group) for group in data)


def _page_rule(data: Any, routes: RouteRules) -> PageRule:
    if isinstance(data, str):
        return PageRule(data, strict=data == ".")
    values = dict(data)
    for key in ("index", "only", "skip"):
        values[key] = _texts(values.get(key, ()))
    values["collections"] = _SHARED in values["skip"]
    values["skip"] = tuple(each for each in values["skip"] if each != _SHARED)
    if "routes" in values:
        values["routes"] = _route_rules(values["routes"], routes)
    if "told" in values:
        lists = {key: _texts(values["told"].get(key, ())) for key in ("files", "at", "folder")}
        values["told"] = ToldFolders(**{**values["told"], **lists})
    return PageRule(**values)


def _texts(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)
