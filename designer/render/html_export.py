"""Exports a page as one static HTML file with the required styles embedded."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup

from designer.families import Scope
from designer.families.template_values import text
from designer.render.fallback.styles import fallback_css
from designer.render.renderer import Renderer
from designer.tailwind import Sheet, classes_in

_AUTHOR = "Protocol Labs"
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]+)*")


def export_html(
    scope: Scope, renderer: Renderer, sheet: Sheet, fonts_css: str | None = None
) -> str:
    """Return the page as an HTML document.

    Images and links keep their addresses. The styles contain only the utilities that occur on the
    page, in the order of the full sheet, so the cascade is that of the site.

    Args:
        scope: The data of the page and of its site.
        renderer: A renderer without marks; exported pages contain no ``data-fp-*`` attributes.
        sheet: The compiled utilities of the site.
        fonts_css: Rules for the fonts of the page; they replace the link to a font service.
    """
    variant = renderer.variant
    body = page_body(scope, renderer)
    between = "" if sheet.own else variant.site_css
    if "data-standin" in body:
        between += fallback_css(sheet, variant.theme_css(scope), between)
    styles = "\n".join((sheet.base_css(), between, sheet.utilities_css(classes_in(body))))
    styles = styles.replace("</", "<\\/")  # text of the site cannot end the style element
    links = (*variant.font_links(scope), *sheet.imports)
    return (
        "<!DOCTYPE html>\n"
        f'<html lang="{language(scope.page)}">\n<head>\n{_head(scope, links, fonts_css)}\n'
        f"<style>\n{variant.theme_css(scope)}</style>\n<style>\n{styles}\n</style>\n</head>\n"
        f"<body>{body}</body>\n</html>\n"
    )


def page_body(scope: Scope, renderer: Renderer) -> str:
    """Return the content of the page's ``body``."""
    return renderer.page(scope, [("", block) for block in scope.blocks])


def language(page: Mapping[str, Any]) -> str:
    """Return the language that the page declares; the default is English."""
    said = page.get("language")
    return said if isinstance(said, str) and _LANGUAGE.fullmatch(said) else "en"


def _head(scope: Scope, links: Iterable[str], fonts_css: str | None) -> str:
    """Return the content of the site's ``head`` without its analytics."""
    page, site = scope.page, scope.site
    meta = page.get("meta")
    meta = meta if isinstance(meta, Mapping) else {}
    title = _text(meta, "pageTitle", "title")
    description = _text(meta, "pageDescription", "description")
    address = _text(site, "siteUrl")
    lines: list[str] = [
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
    if fonts_css is not None:
        rules = fonts_css.replace("</", "<\\/")
        lines.append(f"<style>\n{rules}\n</style>")
    else:
        sheet = Markup('<link rel="stylesheet" href="{}">')
        lines += [sheet.format(link) for link in links]
    return "\n".join(lines)


def _meta(kind: str, name: str, content: str) -> Markup:
    return Markup('<meta {}="{}" content="{}">').format(kind, name, content)


def _text(values: Mapping[str, Any], *keys: str) -> str:
    """Return the first text under these keys, or ''."""
    return next((found for key in keys if (found := text(values.get(key))) is not None), "")
