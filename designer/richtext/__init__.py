"""Rich text for the editor on the page: Markdown read with its places, and written back."""

from designer.richtext.dialects import Offer, offer
from designer.richtext.reading import CannotEdit, Document, read
from designer.richtext.schema import to_json
from designer.richtext.session import Session
from designer.richtext.writing import CannotWrite, write

__all__ = [
    "CannotEdit",
    "CannotWrite",
    "Document",
    "Offer",
    "Session",
    "offer",
    "read",
    "to_json",
    "write",
]
