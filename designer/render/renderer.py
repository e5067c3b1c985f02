"""Renders blocks and pages as HTML, with the DOM that the site's own code produces."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Template, TemplateSyntaxError
from markupsafe import Markup

from designer import bundled
from designer.document import BODY_TYPE, HEAD_TYPE, HTML_BODY_TYPE, Block
from designer.families import Scope, Variant
from designer.families.class_rules import anchor_id
from designer.families.template_values import Record, Shape, text
from designer.markdown import Dialect, markdown
from designer.render.fallback import fallback_block
from designer.render.mark_attributes import MarkAttributes
from designer.render.template_environment import make_environment, template_location
from designer.schema import BlockType, frame_type, page_type, type_name

_log = logging.getLogger(__name__)

HEADING = "h2"
"""The default element of a block's headline; some sites use another in a page's first block."""

_NAMES = {
    HEAD_TYPE: "The site's own template makes this page; its file has no text.",
    BODY_TYPE: "Text",
    HTML_BODY_TYPE: "HTML",
}
"""What the fallback shows for an empty block that belongs to the page itself."""

Blocks = Iterable[tuple[str, Block]]
"""Blocks of a page, each with the mark of its wrapper."""

_CARD = Markup(
    '<section style="position:relative"><div style="margin:16px;padding:16px 20px;'
    "border:1px solid #d9a5a0;border-radius:8px;background:#fdf4f3;color:#5b1f1a;"
    'font:14px/20px system-ui,sans-serif"><strong>{title}</strong><div>{cause}</div>'
    '<div style="opacity:.7">{place}</div></div></section>'
)


@dataclass(frozen=True)
class Anchor:
    """An entry of the navigation that links to a block."""

    id: str
    label: str


@dataclass(frozen=True)
class Failure:
    """A template that could not be rendered.

    Attributes:
        type_name: The type of the block; '' for a part of the page frame.
        cause: The error message.
        place: Template file and line, or ''.
    """

    type_name: str
    cause: str
    place: str


class Renderer:
    """Renders blocks with the templates of their types.

    Rendering is a pure function of its arguments. The only caches are the compiled templates and
    the rendered rich texts.
    """

    def __init__(self, types: Mapping[str, BlockType], *, marks: bool, variant: Variant) -> None:
        """Prepare the templates of some block types.

        Args:
            types: The known block types; other blocks get the generic fallback.
            marks: Whether to write the marks of the preview.
            variant: The kind of site; templates see its axes as ``variant``.
        """
        self.variant = variant
        self.first_heading = str(self.variant.axes.get("first_heading", HEADING))
        self._types = {name: kind for name, kind in types.items() if kind.folder is not None}
        self._marks = MarkAttributes(marks=marks)
        self.on_failure: Callable[[Failure], None] = lambda _failure: None
        frame_folder = self.variant.family.frame_folder
        frame = frame_type(frame_folder)
        self._frame = f"_{self.variant.family.name}"
        homes = (kind.folder for kind in self._types.values())
        self._folders = [
            bundled.folder("templates"),
            frame_folder,
            *(home for home in homes if home),
        ]
        self._site_shape = Shape.of(frame.fields, frame.slots)
        page = page_type(frame_folder)
        self._page_shape = Shape.of(page.fields, page.slots) if page else Shape({}, {})
        self._shapes = {
            name: Shape.of(kind.fields, kind.slots) for name, kind in self._types.items()
        }
        functions: dict[str, Callable[..., Any]] = {
            **self._marks.functions(),
            "markdown": partial(_rich_text, self.variant.dialect),
        }
        self._environment = make_environment(self._types, functions, self.variant)

    def block(self, data: object, scope: Scope, *, root: str = "", name: str | None = None) -> str:
        """Render one block with its wrapper.

        If the template fails, an error card replaces the block.

        Args:
            data: The block; anything but a mapping renders as an empty block.
            scope: The data of the page and of its site.
            root: The mark of the wrapper, e.g. ``block:12``.
            name: The name of the block's type; by default the one that the block itself names.
        """
        data = data if isinstance(data, Mapping) else {}
        if name is None:
            name = type_name(data) or ""
        if name in self._types:
            record = Record(self._shapes[name], data)
            heading = self._heading(data, scope)
            inner = self._render(
                f"{name}/template.html", name, block=record, heading=heading, scope=scope
            )
        else:
            key = next((key for key, value in data.items() if name and value == name), "")
            parts = fallback_block(data, _NAMES.get(name, name), key)
            inner = self._render("_fallback/template.html", name, block=parts, scope=scope)
        return Markup(f"<div{self._marks.root(root, name)}>{inner}</div>")  # noqa: S704 - both are markup

    def _heading(self, block: Mapping[str, Any], scope: Scope) -> str:
        """Return the element of a block's headline."""
        blocks = scope.blocks
        return self.first_heading if blocks and blocks[0].data is block else HEADING

    def header(self, scope: Scope) -> str:
        """Render the header of the site with its navigation; empty for sites without a header."""
        return self._frame_part("header", scope, anchors=self.anchors(scope.blocks))

    def footer(self, scope: Scope) -> str:
        """Render the footer: blocks of the global document, or the footer of the variant."""
        drawn = Markup().join(
            self.block(block, scope, root=f"footer:{number}")
            for number, block in enumerate(_list(scope.site.get("blocks")))
        )
        if self.variant.axes["footer"] == "blocks":
            return drawn
        return self._frame_part("footer", scope, anchors=self.anchors(scope.blocks), blocks=drawn)

    def _frame_part(self, name: str, scope: Scope, **values: object) -> Markup:
        """Render a part of the frame in the form that the variant's axis selects."""
        form = self.variant.axes[name]
        if form == "none":
            return Markup()
        return self._render(f"{self._frame}/{name}-{form}.html", "", scope=scope, **values)

    def page(self, scope: Scope, blocks: Blocks) -> str:
        """Render the whole body: frame, header, the blocks with their root marks, footer."""
        return self._body(
            scope, self.header(scope), self._render_blocks(blocks, scope), self.footer(scope)
        )

    def frame(self, scope: Scope) -> str:
        """Render the body without header and blocks, which are rendered separately."""
        return self._body(scope, Markup(), Markup(), self.footer(scope))

    def empty_page(self, scope: Scope) -> str:
        """Render the body without header, blocks and footer, for a page with a single block."""
        return self._body(scope, Markup(), Markup(), Markup())

    def _body(self, scope: Scope, header: str, blocks: str, footer: str) -> Markup:
        return self._render(
            f"{self._frame}/page.html",
            "",
            scope=scope,
            own=Record(self._page_shape, scope.page),
            header=header,
            blocks=blocks,
            footer=footer,
        )

    def _render_blocks(self, blocks: Blocks, scope: Scope) -> Markup:
        return Markup().join(
            self.block(block.data, scope, root=root, name=block.type) for root, block in blocks
        )

    def _render(self, template: str, name: str, *, scope: Scope, **values: object) -> Markup:
        """Render a template; returns an error card if it fails."""
        site = Record(self._site_shape, self._site_data(scope))
        try:
            self._environment.limits.reset()
            found: Template = self._environment.get_template(template)
            return Markup(found.render(site=site, page=scope.page, theme=scope.theme, **values))  # noqa: S704 - autoescaped
        except Exception as error:  # noqa: BLE001 - a site's template can fail in any way
            _log.debug("template %s failed", template, exc_info=True)
            return self._error_card(name, error)

    def _site_data(self, scope: Scope) -> Mapping[str, Any]:
        """Return the global document as templates see it.

        On some sites only the home page receives the button styles of the theme.
        """
        hidden = self.variant.axes.get("button_theme_pages") == "index" and scope.route != "/"
        return {**scope.site, "buttons": None} if hidden else scope.site

    def anchors(self, blocks: Iterable[Block]) -> list[Anchor]:
        """Return the navigation entries of the page's blocks.

        A block type without a ``navigationLabel`` field adds no entry.
        """
        found = []
        for block in blocks:
            if not isinstance(block.data, Mapping):
                continue
            shape = self._shapes.get(block.type)
            named = shape is None or "navigationLabel" in shape.keys
            label = text(block.data.get("navigationLabel")) if named else None
            identity = anchor_id(label)
            if label and identity:
                found.append(Anchor(identity, label))
        return found

    def _error_card(self, name: str, error: Exception) -> Markup:
        """Return the error card that replaces a block, and report the failure."""
        if isinstance(error, TemplateSyntaxError):
            place: tuple[str, int] | None = (error.filename or "", error.lineno)
        else:
            place = template_location(error, self._folders)
        where = f"{_short(place[0])}, line {place[1]}" if place else ""
        cause = str(error) or type(error).__name__
        self.on_failure(Failure(name, cause, where))
        return _CARD.format(
            title=f"“{name}” cannot be drawn; its content is safe."
            if name
            else "This cannot be drawn.",
            cause=cause,
            place=where,
        )


def _short(file: str) -> str:
    """Return the last three parts of a file's path, enough to identify it."""
    return "/".join(Path(file).parts[-3:])


def _rich_text(dialect: Dialect, value: object) -> str:
    """Render rich text for templates; a missing text is empty."""
    source = text(value)
    return markdown(source, dialect) if source else Markup()


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
