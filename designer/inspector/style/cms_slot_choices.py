"""The choices of a slot that the site's CMS composes, with the CMS's own labels."""

from __future__ import annotations

from designer.inspector.entries.cms_choices import control_choices
from designer.inspector.fields.cms_choice_field import CmsChoiceFields
from designer.inspector.style.style_context import StyleContext


class SlotChoices(CmsChoiceFields):
    """One field for each choice; hidden for slots without choices."""

    def __init__(self, context: StyleContext) -> None:
        super().__init__()
        self._context = context
        self.setContentsMargins(0, 4, 0, 8)
        self.hide()

    def show_control(self, control: str) -> None:
        """Show the choices of a control and their values in the slot."""
        context = self._context
        parts = control_choices(control, context.breakpoint_name, context.kinds)
        self.show_words(parts, context.slot)
        self.setVisible(bool(parts))
