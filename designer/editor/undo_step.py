"""One undo step: the document before and after."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtGui import QUndoCommand
from typing_extensions import override

from designer.document import Page
from designer.editor.documents import Address, Role

MAX_GROUP_GROWTH = 40
"""Growth in characters at which a merged step ends, so that one undo reverts a limited edit.

A drag, which replaces a value repeatedly without growth, stays one step.
"""

_MERGEABLE = 1

ReplacePage = Callable[[Role, Page, Page, Address | None], None]


class UndoStep(QUndoCommand):
    """A change of one document; the change is computed and checked before the step is created."""

    def __init__(
        self,
        replace_page: ReplacePage,
        text: str,
        role: Role,
        before: Page,
        after: Page,
        selection: Address | None,
        group: Hashable = None,
    ) -> None:
        super().__init__(text)
        self._replace_page = replace_page
        self._role = role
        self.before = before
        self.after = after
        self._selection = selection
        self.group = group

    @override
    def redo(self) -> None:
        self._replace_page(self._role, self.before, self.after, self._selection)

    @override
    def undo(self) -> None:
        self._replace_page(self._role, self.after, self.before, self._selection)

    @override
    def id(self) -> int:
        return -1 if self.group is None else _MERGEABLE

    @override
    def mergeWith(self, other: QUndoCommand) -> bool:
        """Merge a later edit with the same key into this step.

        A merged step that restores the original text is obsolete and removed from the stack.
        """
        if not isinstance(other, UndoStep) or other.group != self.group:
            return False
        grown = abs(len(self.after.text) - len(self.before.text))
        is_back = other.after.text == self.before.text
        if other.before is not self.after or (grown >= MAX_GROUP_GROWTH and not is_back):
            return False
        self.after = other.after
        self.setObsolete(is_back)
        return True
