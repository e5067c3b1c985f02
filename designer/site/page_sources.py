"""The folders that hold a site's pages, by its kind, its configuration or the user's choice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from designer.site.file_state import exists, is_folder
from designer.site.page_files import PageFolder, pages_in
from designer.site.site_kinds import PageRule, SiteKind, site_kinds
from designer.site.site_setup import SiteSetup
from designer.site.told_folders import told_rules


def page_folders(setup: SiteSetup, chosen: Path | None = None) -> tuple[PageFolder, ...]:
    """Return the folders that hold a site's pages; without any page the root.

    Args:
        setup: The kind of the site and its configuration.
        chosen: The folder of pages that the user chose for the site; nothing else is looked at.
    """
    if chosen is not None:
        return (PageFolder(chosen, "", PageRule("", data=True)),)
    usual = site_kinds().everywhere
    managed = [*filter(_has_page, _folders(setup, setup.generator.named))]
    managed += _managed(setup, joins=True)
    for group in (*setup.generator.pages, *usual):
        folders = [each for each in _folders(setup, group) if _has_page(each)]
        if group is usual[-1] and (told := managed or list(_managed(setup, joins=False))):
            return _joined([], told)
        if any(not each.rule.beside for each in folders):
            return _joined(folders, managed)
    return (PageFolder(setup.root, "", PageRule("."), is_root=True),)


def may_hold(setup: SiteSetup, place: Path) -> bool:
    """Return whether a place lies in a folder in which such a site can have pages."""
    groups = (*setup.generator.pages, setup.generator.named, *site_kinds().everywhere)
    folders = [each for group in groups for each in _folders(setup, group)]
    last = site_kinds().everywhere[-1]
    likely = [each for each in folders if not each.is_root or each.rule not in last]
    return any(place.is_relative_to(each.path) for each in likely) or any(
        place.is_relative_to(setup.root / path)
        for manager in setup.managers
        for role in ("pages", "files")
        for path in setup.manager_values(manager, role)
    )


def _folders(setup: SiteSetup, group: Sequence[PageRule]) -> Iterator[PageFolder]:
    """Yield the existing folders of a group, with the folders of the site's languages."""
    for rule in (each for told in group for each in told_rules(setup, told)):
        routes = setup.expand(rule.route) if rule.route else [""]
        for number, path in enumerate(setup.expand(rule.folder)):
            folder = setup.root / path
            route = routes[number] if len(routes) > 1 else routes[0]
            if is_folder(folder):
                yield PageFolder(folder, _prefix(route), rule, is_root=folder == setup.root)
    if setup.generator.languages and group in setup.generator.pages and not group[0].beside:
        yield from _language_folders(setup, group[0])


def _language_folders(setup: SiteSetup, rule: PageRule) -> Iterator[PageFolder]:
    for code, path in setup.languages().items():
        if path and is_folder(setup.root / path):
            is_default = code.lower() == setup.default_language
            yield PageFolder(setup.root / path, "" if is_default else _prefix(code), rule)


def _managed(setup: SiteSetup, *, joins: bool) -> Iterator[PageFolder]:
    """Yield the folders and single pages that content management systems name."""
    for manager in setup.managers:
        if manager.joins is joins:
            for path in setup.manager_values(manager, "pages"):
                yield from _told(setup, manager, path)
            for path in setup.manager_values(manager, "files"):
                yield from _told(setup, manager, path)


def _told(setup: SiteSetup, manager: SiteKind, path: str) -> Iterator[PageFolder]:
    """Yield the folder or page of a path that a content management system names."""
    kinds = site_kinds()
    place = setup.root / path
    name = place.stem.lower()
    if name in kinds.shared:
        return
    is_page = name in kinds.pages_named or name in kinds.home_names
    if not exists(place) and is_page:
        endings = (".yaml", ".yml", ".json", ".md", ".mdx")
        place = next((f for end in endings if exists(f := setup.root / (path + end))), place)
    if path and exists(place):
        is_routed = is_folder(place) and name not in kinds.pages_named
        route = _prefix(place.name.lstrip("_")) if is_routed else ""
        folder = PageFolder(place, route, PageRule(path, data=is_page))
        if _has_page(folder):
            yield folder


def _has_page(folder: PageFolder) -> bool:
    return next(pages_in(folder), None) is not None


def _joined(folders: Iterable[PageFolder], managed: Iterable[PageFolder]) -> tuple[PageFolder, ...]:
    """Join the folders of a kind with those that content management systems name.

    What lies in a folder of the kind keeps the address that follows from that folder.
    """
    found: dict[Path, PageFolder] = {}
    for each in folders:
        found.setdefault(each.path, each)
    for each in managed:
        outer = next((other for other in found.values() if other.reaches(each.path)), None)
        if outer is None:
            found.setdefault(each.path, each)
        elif each.rule.data and each.path not in found:
            place = each.path if is_folder(each.path) else each.path.parent
            inside = place.relative_to(outer.path).as_posix()
            found[each.path] = replace(each, route=outer.route + _prefix(inside))
    return tuple(found.values())


def _prefix(route: str) -> str:
    return "/" + route.strip("/") if route.strip("/.") else ""
