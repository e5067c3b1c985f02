"""Find the sections of a page without a list of blocks: keys whose values are sections."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from designer.document import Value
from designer.schema.content_roles import Role, role_of

# Keys that describe a page and are not shown on it.
_ABOUT_PAGE: Final = frozenset(
    {
        "aliases", "author", "authors", "build", "cascade", "categories", "config", "cover", "date",
        "eleventycomputed", "eleventynavigation", "featured", "featured_image", "featuredimage",
        "head", "header_image", "i18n", "image", "images", "lang", "layout", "links", "menu",
        "menus", "meta", "metadata", "nav", "navigation", "og", "opengraph", "open_graph",
        "options", "outputs", "pagination", "params", "permalink", "publication", "redirect_from",
        "related", "resources", "robots", "schema", "seo", "settings", "sidebar", "sitemap", "slug",
        "social", "tags", "thumbnail", "toc", "translations", "twitter",
    }
)  # fmt: skip

_WORDS: Final = frozenset(
    {
        "body", "content", "cta", "description", "eyebrow", "heading", "headline", "label", "name",
        "question", "quote", "subheading", "subtitle", "text", "title",
    }
)  # fmt: skip
"""Keys whose texts are shown on a page."""

_SHOWN: Final[frozenset[Role]] = frozenset(
    {"button", "figure", "heading", "image", "label", "subhead", "text", "video"}
)
_MIN_SECTIONS = 2

_HEAD: Final = frozenset(
    {
        "cover", "cover_image", "coverimage", "description", "excerpt", "featured_image",
        "featuredimage", "heading", "headline", "hero_image", "heroimage", "image", "intro",
        "lead", "name", "subheading", "subtitle", "summary", "tagline", "thumbnail", "title",
    }
)  # fmt: skip
"""Keys that are shown above the body of an article."""


def section_keys(data: Value, *, has_body: bool) -> tuple[str, ...]:
    """Return the keys of the front matter whose values are sections of the page, in file order.

    A page with a body and a single such key is an article with some data, not a page of sections.

    Args:
        data: The front matter.
        has_body: Whether there is text below it.
    """
    if not isinstance(data, Mapping):
        return ()
    keys = tuple(key for key, value in data.items() if is_section_key(key, value))
    return keys if len(keys) >= (_MIN_SECTIONS if has_body else 1) else ()


def is_section_key(key: object, value: Any) -> bool:
    """Return whether a value of the front matter is a section of the page, by its key too."""
    return isinstance(key, str) and key.lower() not in _ABOUT_PAGE and _is_section(value)


def head_keys(data: Value, *, has_body: bool) -> tuple[str, ...]:
    """Return the keys whose values are the title and other content of a page without blocks.

    Args:
        data: The front matter.
        has_body: Whether there is text below it. Without it, all content of the front matter is
            the page.
    """
    if not isinstance(data, Mapping):
        return ()
    keys = [key for key in data if isinstance(key, str)]
    if has_body:
        return tuple(k for k in keys if k.lower() in _HEAD and isinstance(data[k], str))
    return tuple(k for k in keys if k.lower() in _HEAD or _is_content(k, data[k]))


def _is_content(key: str, value: Any) -> bool:
    """Return whether a value of a page without a body is shown."""
    if key.lower() in _ABOUT_PAGE:
        return False
    if isinstance(value, str):
        return " " in value.strip() or key.lower() in _WORDS
    return _is_section(value) or (
        isinstance(value, list) and bool(value) and all(isinstance(each, str) for each in value)
    )


def _is_section(value: Any) -> bool:
    """Return whether a value holds content: a mapping with a text, or a list with one."""
    if isinstance(value, Mapping):
        return any(_is_words(key, inner) for key, inner in value.items()) or any(
            map(_is_section, value.values())
        )
    return isinstance(value, list) and any(map(_is_section, value))


def _is_words(key: object, value: Any) -> bool:
    """Return whether a value is a text, a picture or a figure that is shown."""
    if not isinstance(value, str) or not value.strip():
        return False
    return str(key).lower() in _WORDS or role_of(str(key), value) in _SHOWN
