"""The appearance of the window: colours, style sheet, icons."""

from designer.look.icons import icon
from designer.look.style_sheet import apply_look, style_sheet
from designer.look.tokens import DARK, LIGHT, Tokens, tokens_for

__all__ = [
    "DARK",
    "LIGHT",
    "Tokens",
    "apply_look",
    "icon",
    "style_sheet",
    "tokens_for",
]
