"""Rich text for the editor on the page: reads Markdown with source positions and writes it back.

``markdown_reader`` parses a text with the dialect's own parser. The result is a list of letters,
each with its marks and its bytes. Writing the letters of an untouched text yields its bytes; a
block for which this fails is opaque: shown, but read-only.

The editor in the page knows documents as JSON (``editor_schema``). ``markdown_writer`` aligns the
new document with the old one. Letters that existed keep their bytes, new ones take the style of
their neighbours. Every attempt is parsed again and compared with the intended document, first
without escapes, then with the necessary ones. If no attempt succeeds, ``CannotWriteMarkdown`` is
raised and nothing changes. An ``EditingSession`` writes every state as a change of the first
text, so undone edits restore its bytes.
"""

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
