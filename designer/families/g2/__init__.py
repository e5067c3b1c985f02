"""The family g2, newer Microgen sites: the theme is a document of its own."""

from typing import Final

from designer.bundled import folder
from designer.families.family import Family, Theme
from designer.families.g2 import class_rules, theme
from designer.families.g2.markdown import DIALECT
from designer.families.g2.signs import matches

FAMILY: Final = Family(
    name="g2",
    types_folder=folder("templates") / "g2",
    frame_folder=folder("templates") / "_g2",
    variants_file=folder("resources") / "variants" / "g2.yaml",
    matches=matches,
    theme=Theme(
        css=theme.theme_css,
        site_css=lambda _axes: "",
        font_links=theme.font_links,
        text_kinds=theme.text_kinds,
        button_kinds=theme.button_kinds,
    ),
    dialects=(DIALECT,),
    class_rules=class_rules.RULES,
)
