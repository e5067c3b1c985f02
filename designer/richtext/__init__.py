"""Rich text for the editor on the page: Markdown read with its places, and written back."""

from designer.richtext.editing_session import EditingSession
from designer.richtext.editor_schema import to_json
from designer.richtext.markdown_reader import CannotEdit, RichText, read
from designer.richtext.markdown_writer import CannotWriteMarkdown, write

__all__ = [
    "CannotEdit",
    "CannotWriteMarkdown",
    "EditingSession",
    "RichText",
    "read",
    "to_json",
    "write",
]
