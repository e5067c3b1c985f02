"""The open documents, their undo stack, the selection and their files."""

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
