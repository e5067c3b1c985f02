"""A page as one static HTML file, with the styles that it needs inside."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from designer.render.renderer import Renderer, Scope
from designer.render.theme import font_links, site_css, theme_css
from designer.render.values import text
from designer.site import Family
from designer.tailwind import Sheet, classes_in

_AUTHOR = "Protocol Labs"
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]+)*")


def export_html(scope: Scope, renderer: Renderer, sheet: Sheet) -> str:
    """The page as an HTML document.

    Images and links stay as the page names them. Of the utilities exactly those are included that
    occur, in the order of the full sheet, so that the cascade is that of the site.

    Args:
        scope: The data of the page and of its site.
        renderer: One without marks, since a published page has none of our attributes.
        sheet: The site's compiled utilities.
    """
    family = renderer.family
    blocks = scope.page.get("blocks")
    body = renderer.page(scope, [("", b) for b in blocks] if isinstance(blocks, list) else [])
    styles = "\n".join((sheet.base_css(), site_css(family), sheet.utilities_css(classes_in(body))))
    styles = styles.replace("</", "<\\/")  # a configuration's text cannot end the style element
    return (
        "<!DOCTYPE html>\n"
        f'<html lang="{_language(scope.page)}">\n<head>\n{_head(scope, family)}\n'
        f"<style>\n{theme_css(scope, family)}</style>\n<style>\n{styles}\n</style>\n</head>\n"
        f"<body>{body}</body>\n</html>\n"
    )


def _language(page: Mapping[str, Any]) -> str:
    """The language that a page says it is written in; English, when it says nothing."""
    language = page.get("language")
    return language if isinstance(language, str) and _LANGUAGE.fullmatch(language) else "en"


def _head(scope: Scope, family: Family) -> str:
    """What the site puts into the head, but for its statistics."""
    page, site = scope.page, scope.site
    meta = page.get("meta")
    meta = meta if isinstance(meta, Mapping) else {}
    title = _text(meta, "pageTitle", "title")
    description = _text(meta, "pageDescription", "description")
    address = _text(site, "siteUrl")
    lines = [
        Markup('<meta charset="utf-8">'),
        Markup("<title>{}</title>").format(title),
        _meta("name", "description", description),
        _meta("name", "author", _AUTHOR),
        Markup('<link rel="icon" type="image/png" sizes="48x48" href="{}">').format(
            _text(site, "favicon")
        ),
        _meta("name", "viewport", "width=device-width, initial-scale=1"),
        _meta("name", "twitter:card", "summary_large_image"),
        _meta("property", "og:site_name", address),
        _meta("property", "og:url", address),
        _meta("property", "og:title", title),
        _meta("property", "og:description", description),
    ]
    if picture := _text(meta, "siteImageSrc", "ogImage"):
        lines.append(_meta("property", "og:image", picture))
    sheet = Markup('<link rel="stylesheet" href="{}">')
    lines += [sheet.format(link) for link in font_links(scope, family)]
    return "\n".join(lines)


def _meta(kind: str, name: str, content: str) -> Markup:
    return Markup('<meta {}="{}" content="{}">').format(kind, name, content)


def _text(values: Mapping[str, Any], *keys: str) -> str:
    """The text under the first of these keys that has one."""
    return next((found for key in keys if (found := text(values.get(key))) is not None), "")
