"""The open documents, their undo stack, the selection and their files.

``Editor.apply`` is the only way a document changes. The editor holds up to three documents by
role: the page, the global document, and the theme document where the theme is a file of its own.
One undo stack serves them all; each step names its document.

The selection is one ``Address`` and possibly further blocks. Block ids survive edits and moves,
so an address stays valid. Unsaved work is copied to the state folder one second after a change.
Each run locks its own recovery copies; a copy is offered only when its writer is no longer alive.
"""

from designer.editor.block_editor import BlockEditor
from designer.editor.documents import Address, DocumentChange, OpenDocument, Role
from designer.editor.editor import Editor
from designer.editor.recovery import RecoveredCopy, Recovery

__all__ = [
    "Address",
    "BlockEditor",
    "DocumentChange",
    "Editor",
    "OpenDocument",
    "RecoveredCopy",
    "Recovery",
    "Role",
]
