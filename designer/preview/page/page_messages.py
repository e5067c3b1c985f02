"""Messages for the page's script, rendered from the open documents."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from designer.document import Block, Diff, Page
from designer.families import Scope, theme_fonts
from designer.preview.page.dom_addresses import block_root
from designer.render import HEADING, Renderer, fallback_css, language
from designer.tailwind import Sheet, classes_in, font_families_of


@dataclass
class PageMessages:
    """Renders the open documents and keeps track of the styles and rules that the page has.

    Attributes:
        renderer: Renders blocks to HTML with marks.
        sheet: The site's compiled Tailwind utilities.
        page: The current page.
        site: The data of the site document (or the default theme).
        theme: The data of the theme document, where the theme is a document of its own.
        route: The path of the page's URL on the site.
        classes: All classes that the page has had since the last full render.
    """

    renderer: Renderer
    sheet: Sheet
    page: Page
    site: Mapping[str, Any]
    theme: Mapping[str, Any] = field(default_factory=dict)
    route: str = "/"
    classes: set[str] = field(default_factory=set)
    _styles: dict[str, str] = field(default_factory=dict)
    _rules: list[str] = field(default_factory=list)
    _frame: str = ""

    @property
    def scope(self) -> Scope:
        """The data that templates can read besides their block."""
        return Scope(self.page.data, self.site, self.theme, self.route, self.page.blocks)

    def full_message(self) -> dict[str, Any]:
        """Render the whole page and return the message that shows it."""
        scope = self.scope
        html = self.renderer.page(scope, ())
        self._frame = self.renderer.frame(scope)
        blocks = [self._rendered(block, scope) for block in self.page.blocks]
        self.classes = classes_in(html).union(*(classes_in(drawn) for _, drawn in blocks))
        self._styles = self._current_styles()
        self._rules = self._needed_rules()
        theme = self.renderer.variant.theme_css(scope)
        return {
            "styles": {"theme": theme} | self._styles,
            "rules": list(enumerate(self._rules)),
            "html": html,
            "language": language(self.page.data),
            "blocks": blocks,
        }

    @property
    def fonts(self) -> list[str]:
        """The font families that the theme, the site's styles and the rules of the page name."""
        theme = theme_fonts(self.renderer.variant.theme_css(self.scope))
        return [*theme, *font_families_of([*self._styles.values(), *self._rules])]

    def use_sheet(self, sheet: Sheet) -> dict[str, Any] | None:
        """Switch to another sheet; return a message with the differences, None without any."""
        self.sheet = sheet
        styles, before = self._current_styles(), self._styles
        self._styles = styles
        message = {
            "styles": {name: css for name, css in styles.items() if css != before.get(name)},
            **self._new_rules(),
        }
        return message if any(message.values()) else None

    def page_changes(self, changes: Iterable[Diff], before: Page) -> dict[str, Any] | None:
        """Return the message that updates the page from its value ``before`` to the current one.

        Return None if the frame around header and blocks has changed too. Then the caller has to
        render everything.
        """
        old_ids = {block.id for block in before.blocks}
        blocks_by_id = {block.id: block for block in self.page.blocks}
        edited = {number for change in changes for number in change.changed}
        placed = {number for change in changes for number in (*change.moved, *change.added)}
        edited |= self._changed_headings(before)
        to_render = [n for n in blocks_by_id if n in edited or n not in old_ids]
        scope = self.scope
        frame_changed = any(change.rest for change in changes) or self._labels_changed(
            before, {*edited, *placed, *(old_ids - blocks_by_id.keys())}
        )
        if frame_changed and self.renderer.frame(scope) != self._frame:
            return None
        changed = [self._rendered(blocks_by_id[n], scope) for n in to_render]
        if frame_changed:
            changed.append(("header", self.renderer.header(scope)))
        classes = set().union(*(classes_in(html) for _, html in changed))
        is_new = not classes <= self.classes
        self.classes |= classes
        return {
            **(self._new_rules() if is_new else _NO_RULES),
            "changed": changed,
            "removed": [block_root(n) for n in old_ids if n not in blocks_by_id],
            "places": _places(list(blocks_by_id), placed),
        }

    def _labels_changed(self, before: Page, numbers: set[int]) -> bool:
        """Whether these blocks change the navigation labels that the header shows."""
        blocks = (block for page in (before, self.page) for block in page.blocks)
        if not any(block.id in numbers and _label(block.data) for block in blocks):
            return False
        return _labels(before) != _labels(self.page)

    def root_message(self, root: str) -> dict[str, Any]:
        """Return the message that renders one root again: the header, a block or a footer block."""
        scope = self.scope
        if root == "header":
            return {"changed": [(root, self.renderer.header(scope))]}
        footers = enumerate(self.site.get("blocks") or ())
        drawn = [
            self._rendered(block, scope)
            for block in self.page.blocks
            if block_root(block.id) == root
        ]
        drawn += [
            (root, self.renderer.block(data, scope, root=root))
            for number, data in footers
            if f"footer:{number}" == root
        ]
        return {"changed": drawn}

    def _rendered(self, block: Block, scope: Scope) -> tuple[str, str]:
        """Return the root mark of a block and its HTML."""
        root = block_root(block.id)
        return root, self.renderer.block(block.data, scope, root=root, name=block.type)

    def _changed_headings(self, before: Page) -> set[int]:
        """Return the blocks whose heading element changes because another block is the first."""
        firsts = {page.blocks[0].id for page in (before, self.page) if page.blocks}
        is_same = self.renderer.first_heading == HEADING or len(firsts) == 1
        return set() if is_same else firsts

    def _current_styles(self) -> dict[str, str]:
        """Return the styles that do not depend on the classes of the page."""
        site = "" if self.sheet.own else self.renderer.variant.site_css
        theme = self.renderer.variant.theme_css(self.scope)
        fallback = fallback_css(self.sheet, theme, site)
        return {"base": self.sheet.base_css(), "site": site + fallback}

    def _needed_rules(self) -> list[str]:
        return [self.sheet.units[number] for number in self.sheet.units_after_site(self.classes)]

    def _new_rules(self) -> dict[str, Any]:
        """Update the rules to the page's classes; return the changes as a part of a message."""
        before, self._rules = self._rules, self._needed_rules()
        added = _insertions(before, self._rules)
        if added is None:
            return {"rules": list(enumerate(self._rules)), "anew": True}
        return {"rules": added, "anew": False}


_NO_RULES: Final[dict[str, Any]] = {"rules": [], "anew": False}


def _insertions(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, str]] | None:
    """Return the insertions that turn one list into the other; None if that is impossible."""
    added = []
    at = 0
    for place, rule in enumerate(after):
        if at < len(before) and before[at] == rule:
            at += 1
        else:
            added.append((place, rule))
    return added if at == len(before) else None


def _places(order: Sequence[int], placed: Collection[int]) -> list[tuple[str, str | None]]:
    """Return the blocks to move, last block first, each with the root of the block below it."""
    places: list[tuple[str, str | None]] = []
    below = None
    for number in reversed(order):
        root = block_root(number)
        if number in placed:
            places.append((root, below))
        below = root
    return places


def _labels(page: Page) -> list[Any]:
    """Return the navigation labels of the page's blocks, which the header shows."""
    return [label for block in page.blocks if (label := _label(block.data))]


def _label(data: Any) -> Any:
    return data.get("navigationLabel") if isinstance(data, dict) else None
