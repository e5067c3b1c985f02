"""The template functions that write attributes, with or without the marks of the preview.

``field(block, "headline")`` and ``slot(tailwind, "headline")`` declare which field an element shows
and which slot styles it. In the preview they become ``data-fp-*`` attributes, by which a click is
mapped to a value; exported pages have none. The marks have no other effect.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from markupsafe import Markup, escape

from designer.families.template_values import UNDEFINED, Record, path_of, value_of, word
from designer.render.html_texts import mark_texts

_MARK_ATTRIBUTE = re.compile(r"data-fp-", re.IGNORECASE)

_EMPTY = Markup()


def attr(name: str, value: object) -> Markup:
    """Return ``name="value"``, or nothing for a missing value, as React does."""
    if value is None or value is UNDEFINED:
        return _EMPTY
    return Markup(f' {name}="{escape(value)}"')  # noqa: S704 - escaped


class MarkAttributes:
    """The template functions that depend on whether marks are written."""

    def __init__(self, *, marks: bool) -> None:
        self._marks = marks

    def functions(self) -> dict[str, Callable[..., Any]]:
        """Return the functions by their names in templates."""
        return {
            "slot": self.slot,
            "slot_mark": self.slot_mark,
            "field": self.field,
            "root_mark": self.root,
            "blocks_mark": self.blocks,
            "fallback_mark": self.fallback,
            "path_mark": self.path,
            "style_mark": self.style,
            "act_mark": self.act,
            "closed_mark": self.closed,
            "track_mark": self.track,
            "html": self.html,
            "attr": attr,
            "word": word,
        }

    def slot(self, record: Record, name: str, before: str = "", after: str = "") -> Markup:
        """Return the class attribute of an element that the slot ``name`` of ``record`` styles.

        With text around the slot the attribute is always present, and a missing slot becomes the
        word ``null`` or ``undefined``. Without such text a missing slot yields no attribute.
        """
        value = value_of(record, name)
        if before or after:
            value = f"{before}{word(value)}{after}"
        if value is None or value is UNDEFINED:
            return self.slot_mark(record, name)
        mark = self.slot_mark(record, name)
        return Markup(f' class="{escape(value)}"{mark}')  # noqa: S704 - escaped

    def slot_mark(self, record: Record, name: str) -> Markup:
        """Return the mark of a slot without the class attribute, for computed classes."""
        return self.style(path_of(record, name))

    def field(self, record: Record, name: str = "") -> Markup:
        """Return the mark of the field ``name`` of ``record``, or of the record itself."""
        return self.path(path_of(record, name))

    def path(self, path: str) -> Markup:
        """Return the mark of a field by its dotted path."""
        return self._mark("data-fp-path", path)

    def style(self, path: str) -> Markup:
        """Return the mark of a slot by its dotted path."""
        return self._mark("data-fp-slot", path)

    def root(self, root: str, kind: str = "") -> Markup:
        """Return the mark of the root element of a block, with its type, or of the header."""
        return self._mark("data-fp-root", root) + self._mark("data-fp-type", kind)

    def blocks(self) -> Markup:
        """Return the mark of the element whose children are the blocks of the page."""
        return Markup(' data-fp-blocks=""') if self._marks else _EMPTY

    def fallback(self, name: str) -> Markup:
        """Return the mark of a section that the generic template renders, with its type name."""
        return self._mark("data-fp-fallback", name or "?")

    def act(self, name: str, active: str = "") -> Markup:
        """Return the mark of an element that acts in browse mode (``browse_mode.js``, ``ACTS``).

        Args:
            name: ``accordion``, ``menu``, ``panel``, ``dropdown``, ``toggle``, ``previous`` or
                ``next``.
            active: Classes that the element has only while its target is open.
        """
        return self._mark("data-fp-act", name) + self._mark("data-fp-active", active)

    def closed(self, classes: str) -> Markup:
        """Return the mark with the classes that a part of a menu loses while the menu is open."""
        return self._mark("data-fp-closed", classes)

    def track(self) -> Markup:
        """Return the mark of a carousel's moving part; its children are the slides."""
        return Markup(' data-fp-track=""') if self._marks else _EMPTY

    def html(self, record: Record, name: str) -> Markup:
        """Return the HTML in the field ``name`` of ``record``, unescaped.

        In the preview its texts carry marks, e.g. ``markup.#3``. ``data-fp-*`` attributes in the
        field's own HTML are renamed, so that they cannot be mistaken for marks.
        """
        value = value_of(record, name)
        markup = value if isinstance(value, str) else ""
        if self._marks:
            path = path_of(record, name)
            markup = _MARK_ATTRIBUTE.sub("data-", markup)
            markup = mark_texts(markup, lambda number: self.path(f"{path}.#{number}"))
        return Markup(markup)  # noqa: S704 - an embed is raw by nature

    def _mark(self, attribute: str, value: str) -> Markup:
        return Markup(f' {attribute}="{escape(value)}"') if self._marks and value else _EMPTY  # noqa: S704 - escaped
