"""The family tina: sites made from the starters of TinaCMS for Next.js and Astro.

Their pages consist of the starters' blocks. A site of the Next.js starter has a global document
with header, footer and theme; the Astro starter has none that is known here.
"""

from typing import Final

from designer.bundled import folder
from designer.families.family import Family, Theme
from designer.families.g2.markdown import DIALECT
from designer.families.tina import class_rules, theme
from designer.families.tina.signs import matches

FAMILY: Final = Family(
    name="tina",
    types_folder=folder("templates") / "tina",
    frame_folder=folder("templates") / "_tina",
    variants_file=folder("resources") / "variants" / "tina.yaml",
    matches=matches,
    theme=Theme(
        css=theme.theme_css,
        site_css=lambda _axes: "",
        font_links=theme.font_links,
        text_kinds=lambda _theme: {},
        button_kinds=lambda _theme: {},
    ),
    # The rich text of TinaCMS is that of the family g2, whose sites use its component too.
    dialects=(DIALECT,),
    class_rules=class_rules.RULES,
)
