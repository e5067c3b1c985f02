"""The theme of the family tina: a font, and colours for sites without styles of their own."""

from __future__ import annotations

from typing import Final

from designer.families.family import Axes
from designer.families.render_scope import Scope
from designer.families.template_values import text

_FONTS: Final = {"nunito": "Nunito", "lato": "Lato"}
_FONT_SERVICE = "https://fonts.googleapis.com/css2?family={}:wght@400;700;800&display=swap"

# The sites load these fonts by their code and name them by variables.
_FONT_NAMES: Final = """\
:root {
  --font-sans: Inter, ui-sans-serif, system-ui, sans-serif;
  --font-nunito: Nunito, ui-sans-serif, system-ui, sans-serif;
  --font-lato: Lato, ui-sans-serif, system-ui, sans-serif;
}
"""

# The site's own style sheet follows and sets these anew; a preset of Tailwind has none of them.
_TOKENS: Final = """\
:root {
  --background: #fff; --foreground: #171717; --card: #fff; --card-foreground: #171717;
  --primary: #262626; --primary-foreground: #fafafa; --muted: #f5f5f5;
  --muted-foreground: #737373; --border: #e5e5e5; --radius: .625rem;
}
.dark {
  --background: #171717; --foreground: #fafafa; --card: #262626; --card-foreground: #fafafa;
  --primary: #e5e5e5; --primary-foreground: #262626; --muted: #404040;
  --muted-foreground: #a3a3a3; --border: #404040;
}
"""


def theme_css(scope: Scope, axes: Axes) -> str:
    """Return the variables and rules that precede Tailwind's base styles."""
    font = _font(scope)
    rule = f"body {{ font-family: {font}, ui-sans-serif, system-ui, sans-serif }}\n" if font else ""
    tokens = "" if axes["look"] == "classic" else _TOKENS
    return _FONT_NAMES + tokens + rule


def font_links(scope: Scope) -> tuple[str, ...]:
    """Return the address of the style sheet of the theme's web font."""
    font = _font(scope)
    return (_FONT_SERVICE.format(font),) if font else ()


def _font(scope: Scope) -> str:
    """Return the web font that the theme names, or ''."""
    theme = scope.site.get("theme")
    return _FONTS.get(text(theme.get("font")) or "", "") if isinstance(theme, dict) else ""
