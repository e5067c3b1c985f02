"""Rich text for the editor on the page: Markdown read with its places, and written back."""

from designer.richtext.editing_session import Session
from designer.richtext.editor_schema import to_json
from designer.richtext.markdown_reader import CannotEdit, Document, read
from designer.richtext.markdown_writer import CannotWrite, write

__all__ = [
    "CannotEdit",
    "CannotWrite",
    "Document",
    "Session",
    "read",
    "to_json",
    "write",
]
