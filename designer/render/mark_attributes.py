"""The pieces of a tag that templates ask for, with the preview's marks or without.

``field(block, "headline")`` and ``slot(tailwind, "headline")`` say which part of the block an
element shows and what styles it. In the preview they become ``data-fp-*`` attributes, by which a
click finds the value; in exported pages there are none. Nothing else depends on the marks.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from markupsafe import Markup, escape

from designer.families.template_values import UNDEFINED, Record, path_of, value_of, word
from designer.render.html_texts import mark_texts

_OUR_ATTRIBUTE = re.compile(r"data-fp-", re.IGNORECASE)

_EMPTY = Markup()

# A quiet label on blocks without a template. It hangs on the mark, so exported pages have none.
MARKS_CSS: Final = """\
[data-fp-standin]::after {
  content: attr(data-fp-standin) " · stand-in";
  position: absolute; top: 8px; right: 8px; padding: 2px 8px; border-radius: 4px;
  font: 12px/16px system-ui, sans-serif; letter-spacing: 0; text-transform: none;
  color: #4a4f57; background: rgba(236, 237, 240, .9); pointer-events: none;
}
"""


def attr(name: str, value: object) -> Markup:
    """`` name="value"``, or nothing when the value is missing, as React does."""
    if value is None or value is UNDEFINED:
        return _EMPTY
    return Markup(f' {name}="{escape(value)}"')  # noqa: S704 - escaped


class MarkAttributes:
    """The functions of templates that know whether the preview is meant."""

    def __init__(self, *, marks: bool) -> None:
        self._marks = marks

    def functions(self) -> dict[str, Callable[..., Any]]:
        """The functions by the names that templates use."""
        return {
            "slot": self.slot,
            "slot_mark": self.slot_mark,
            "field": self.field,
            "root_mark": self.root,
            "blocks_mark": self.blocks,
            "standin_mark": self.standin,
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
        """The class attribute of an element styled by the slot ``name`` of ``record``.

        With text around the slot, the attribute is always there and a missing slot leaves the
        word ``null`` or ``undefined``; a slot that is missing alone gives no attribute.
        """
        value = value_of(record, name)
        if before or after:
            value = f"{before}{word(value)}{after}"
        if value is None or value is UNDEFINED:
            return self.slot_mark(record, name)
        mark = self.slot_mark(record, name)
        return Markup(f' class="{escape(value)}"{mark}')  # noqa: S704 - escaped

    def slot_mark(self, record: Record, name: str) -> Markup:
        """The mark alone, for an element whose classes are computed."""
        return self.style(path_of(record, name))

    def field(self, record: Record, name: str = "") -> Markup:
        """The mark of the field ``name`` of ``record``, or of the record itself."""
        return self.path(path_of(record, name))

    def path(self, path: str) -> Markup:
        """The mark of a field given by its dotted path."""
        return self._mark("data-fp-path", path)

    def style(self, path: str) -> Markup:
        """The mark of a slot given by its dotted path."""
        return self._mark("data-fp-slot", path)

    def root(self, root: str, kind: str = "") -> Markup:
        """The mark of a block's, or of the header's, outermost element, with a block's type."""
        return self._mark("data-fp-root", root) + self._mark("data-fp-type", kind)

    def blocks(self) -> Markup:
        """The mark of the element whose children are the page's blocks."""
        return Markup(' data-fp-blocks=""') if self._marks else _EMPTY

    def standin(self, name: str) -> Markup:
        """The mark of a section that is drawn by the stand-in, with the name of its type."""
        return self._mark("data-fp-standin", name or "?")

    def act(self, name: str, active: str = "") -> Markup:
        """The mark of an element that does something in browse mode (``browse.js``, ``ACTS``).

        Args:
            name: ``accordion``, ``menu``, ``panel``, ``dropdown``, ``toggle``, ``previous`` or
                ``next``.
            active: The classes that the element has besides while what it opens is open.
        """
        return self._mark("data-fp-act", name) + self._mark("data-fp-active", active)

    def closed(self, classes: str) -> Markup:
        """The mark of a part of a menu: the classes that it loses while the menu is open."""
        return self._mark("data-fp-closed", classes)

    def track(self) -> Markup:
        """The mark of the part of a carousel that moves; its children are the slides."""
        return Markup(' data-fp-track=""') if self._marks else _EMPTY

    def html(self, record: Record, name: str) -> Markup:
        """The HTML in the field ``name`` of ``record``, as it is.

        In the preview its texts carry marks, ``markup.#3`` for instance, and it cannot pretend to
        carry marks of ours.
        """
        value = value_of(record, name)
        markup = value if isinstance(value, str) else ""
        if self._marks:
            path = path_of(record, name)
            markup = _OUR_ATTRIBUTE.sub("data-", markup)
            markup = mark_texts(markup, lambda number: self.path(f"{path}.#{number}"))
        return Markup(markup)  # noqa: S704 - an embed is raw by nature

    def _mark(self, attribute: str, value: str) -> Markup:
        return Markup(f' {attribute}="{escape(value)}"') if self._marks and value else _EMPTY  # noqa: S704 - escaped
