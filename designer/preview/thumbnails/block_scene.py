"""The message that shows a single block on the background of its site."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from designer.families import Scope
from designer.preview.page.dom_addresses import block_root
from designer.render import Renderer, fallback_css, language
from designer.tailwind import Sheet, classes_in

_WITHOUT_NOTE: Final = "[data-standin]::after{content:none}"

ROOT: Final = block_root(0)
"""The root mark of the block; no block of a page has the number 0."""


@dataclass(frozen=True)
class BlockScene:
    """The data with which a block is rendered.

    Attributes:
        renderer: Renders blocks to HTML.
        sheet: The site's compiled Tailwind utilities.
        scope: The page and the site, without the page's blocks.
        fonts: The ``@font-face`` rules of the site.
    """

    renderer: Renderer
    sheet: Sheet
    scope: Scope
    fonts: str = ""

    def render(self, block: Mapping[str, Any]) -> str:
        """Return the block's HTML."""
        return self.renderer.block(block, self.scope, root=ROOT)

    def background(self) -> str:
        """Return the body's HTML without header, blocks and footer."""
        return self.renderer.empty_page(self.scope)

    @cached_property
    def styles(self) -> dict[str, str]:
        """The styles that are the same for all blocks."""
        variant, sheet = self.renderer.variant, self.sheet
        theme, site = variant.theme_css(self.scope), "" if sheet.own else variant.site_css
        return {
            "theme": theme,
            "base": sheet.base_css(),
            "site": site + fallback_css(sheet, theme, site) + _WITHOUT_NOTE,
            "fonts": self.fonts,
        }

    @cached_property
    def _styles_digest(self) -> str:
        return _hash(self.styles)

    def digest(self, message: Mapping[str, Any], folder: str) -> str:
        """Return the cache key of an image: a hash of its message and of its public folder."""
        unshared = {key: value for key, value in message.items() if key != "styles"}
        return _hash([folder, self._styles_digest, unshared])

    def message(self, html: str, background: str) -> dict[str, Any]:
        """Return the message that shows a rendered block."""
        sheet = self.sheet
        rules = [
            sheet.units[n]
            for n in sheet.units_after_site(classes_in(html) | classes_in(background))
        ]
        return {
            "styles": self.styles,
            "rules": list(enumerate(rules)),
            "html": background,
            "language": language(self.scope.page),
            "blocks": [(ROOT, html)],
        }


def _hash(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
