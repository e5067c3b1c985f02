"""What the page shows: turns documents into messages for the page's script."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from designer.document import Diff, Page
from designer.render import HEADING, MARKS_CSS, Renderer, Scope, site_css, theme_css
from designer.tailwind import Sheet, classes_in


def block_root(number: int) -> str:
    """The mark of a block's outermost element."""
    return f"block:{number}"


@dataclass
class Content:
    """Renders the open documents, and remembers what the page has already got.

    Attributes:
        renderer: Blocks to HTML, with marks.
        sheet: The site's Tailwind.
        page: The page's value.
        site: The data of the site document (or the default theme).
        theme: The data of the theme document, where the theme is a document of its own.
        route: Where the site shows the page.
    """

    renderer: Renderer
    sheet: Sheet
    page: Page
    site: Mapping[str, Any]
    theme: Mapping[str, Any] = field(default_factory=dict)
    route: str = "/"
    _sent_rules: set[int] = field(default_factory=set)
    _frame: str = ""

    @property
    def scope(self) -> Scope:
        """What templates may look at besides their block."""
        return Scope(self.page.data, self.site, self.theme, self.route)

    def everything(self) -> dict[str, Any]:
        """The message that shows the whole page anew."""
        self._sent_rules.clear()
        scope = self.scope
        html = self.renderer.page(scope, ())
        self._frame = self.renderer.frame(scope)
        roots = [(block_root(block.id), block.data) for block in self.page.blocks]
        blocks = [(root, self.renderer.block(data, scope, root=root)) for root, data in roots]
        classes = classes_in(html).union(*(classes_in(drawn) for _, drawn in blocks))
        return {
            "styles": {
                "theme": theme_css(scope, self.renderer.family),
                "base": self.sheet.base_css(),
                "site": site_css(self.renderer.family) + MARKS_CSS,
            },
            "rules": self._new_rules(classes, self.sheet.later(())),
            "html": html,
            "blocks": blocks,
        }

    def page_changes(self, changes: Iterable[Diff], before: Page) -> dict[str, Any] | None:
        """The message that brings the page from an older value of the page to the present one.

        None when what surrounds header and blocks has changed too: then show everything.
        """
        there = {block.id for block in before.blocks}
        here = {block.id: block for block in self.page.blocks}
        touched = {number for change in changes for number in change.changed}
        loose = {number for change in changes for number in (*change.moved, *change.added)}
        touched |= self._other_headings(before)
        dirty = [n for n in here if n in touched or n not in there]
        scope = self.scope
        around = _labels(before) != _labels(self.page) or any(change.rest for change in changes)
        if around and self.renderer.frame(scope) != self._frame:
            return None
        changed = [
            (root, self.renderer.block(here[n].data, scope, root=root))
            for n in dirty
            for root in [block_root(n)]
        ]
        if around:
            changed.append(("header", self.renderer.header(scope)))
        return {
            "rules": self._new_rules(set().union(*(classes_in(html) for _, html in changed))),
            "changed": changed,
            "removed": [block_root(n) for n in there if n not in here],
            "order": [block_root(n) for n in here] if loose else [],
            "loose": [block_root(n) for n in loose if n in here],
        }

    def _other_headings(self, before: Page) -> set[int]:
        """The blocks whose headline is another element now, since another block is the first."""
        firsts = {page.blocks[0].id for page in (before, self.page) if page.blocks}
        alike = self.renderer.first_heading == HEADING or len(firsts) == 1
        return set() if alike else firsts

    def _new_rules(self, classes: set[str], more: Iterable[int] = ()) -> list[tuple[int, str]]:
        numbers = [n for n in (*more, *self.sheet.numbers(classes)) if n not in self._sent_rules]
        self._sent_rules.update(numbers)
        return [(n, self.sheet.units[n]) for n in sorted(set(numbers))]


def _labels(page: Page) -> list[Any]:
    """What the header's navigation shows of the page's blocks."""
    blocks = (block.data for block in page.blocks if isinstance(block.data, dict))
    return [label for data in blocks if (label := data.get("navigationLabel"))]
