"""Markdown: the record of a dialect, CommonMark, and the parser rules that dialects share."""

from designer.markdown.commonmark import COMMONMARK, GITHUB
from designer.markdown.dialect import Dialect, EditorSchema
from designer.markdown.rendering import check, markdown

__all__ = ["COMMONMARK", "GITHUB", "Dialect", "EditorSchema", "check", "markdown"]
