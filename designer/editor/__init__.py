"""The open documents, their undo stack, the selection and the life of their files."""

from designer.editor.block_editor import BlockEditor
from designer.editor.documents import Address, Change, OpenDocument, Role
from designer.editor.editor import Editor
from designer.editor.recovery import Recovered, Recovery

__all__ = [
    "Address",
    "BlockEditor",
    "Change",
    "Editor",
    "OpenDocument",
    "Recovered",
    "Recovery",
    "Role",
]
