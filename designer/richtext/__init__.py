"""Rich text for the editor on the page: reads Markdown with source positions and writes it back."""

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
