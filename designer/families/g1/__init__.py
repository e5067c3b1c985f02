"""The family g1, older Microgen sites: the theme is part of the global document."""

from typing import Final

from designer.bundled import folder
from designer.families.family import Family, Theme
from designer.families.g1 import class_rules, theme
from designer.families.g1.markdown import DIALECT
from designer.families.g1.signs import matches
from designer.markdown import COMMONMARK

FAMILY: Final = Family(
    name="g1",
    types_folder=folder("templates") / "g1",
    frame_folder=folder("templates") / "_g1",
    variants_file=folder("resources") / "variants" / "g1.yaml",
    matches=matches,
    theme=Theme(
        css=theme.theme_css,
        site_css=theme.site_css,
        font_links=theme.font_links,
        text_kinds=lambda _theme: {},
        button_kinds=lambda _theme: {},
    ),
    dialects=(DIALECT, COMMONMARK),
    class_rules=class_rules.RULES,
)
