"""Sites of no known family: no bundled header, footer or theme; GitHub's Markdown or CommonMark."""

from typing import Final

from designer.bundled import folder
from designer.families.family import Family, Theme
from designer.markdown import COMMONMARK, GITHUB

FAMILY: Final = Family(
    name="plain",
    types_folder=None,
    frame_folder=folder("templates") / "_plain",
    variants_file=folder("resources") / "variants" / "plain.yaml",
    matches=lambda _signs: True,
    theme=Theme(
        css=lambda _scope, _axes: "",
        site_css=lambda _axes: "",
        font_links=lambda _scope: (),
        text_kinds=lambda _theme: {},
        button_kinds=lambda _theme: {},
    ),
    dialects=(GITHUB, COMMONMARK),
    class_rules=(),
)
