"""A small third family, as a contributor would add one: sites whose blocks are notes."""

from pathlib import Path
from typing import Any

from designer.families import Family, Scope, Signs, Theme
from designer.markdown import COMMONMARK

_FOLDER = Path(__file__).parent


def matches(signs: Signs) -> bool:
    """Whether the global document has a ``notebook``."""
    return "notebook" in signs.site


def theme_css(scope: Scope, _axes: Any) -> str:
    """The colour of the notebook's ink as a CSS variable."""
    return f":root {{ --ink: {scope.site['notebook'].get('ink', 'black')} }}\n"


def shout(value: object) -> str:
    """The text of a loud note."""
    return str(value).upper()


FAMILY = Family(
    name="notebook",
    types_folder=_FOLDER / "types",
    frame_folder=_FOLDER / "frame",
    variants_file=_FOLDER / "variants.yaml",
    matches=matches,
    theme=Theme(
        css=theme_css,
        site_css=lambda _axes: ".note { color: var(--ink) }\n",
        font_links=lambda _scope: (),
        text_kinds=lambda _theme: {},
        button_kinds=lambda _theme: {},
    ),
    dialects=(COMMONMARK,),
    class_rules=(shout,),
)
