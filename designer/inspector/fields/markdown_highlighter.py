"""Syntax highlighting of Markdown source."""

from __future__ import annotations

import re

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument
from typing_extensions import override

from designer.look import Tokens

_HEADING = re.compile(r"^(#{1,6}\s+)(.*)$")
_LIST = re.compile(r"^\s*(?:[-*+]|\d{1,9}[.)])(?=\s)")
_QUOTE = re.compile(r"^\s*>")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_ITALIC = re.compile(r"(?<![*\w])([*_])(?![*\s])(.+?)(?<![*\s])\1(?![*\w])")
_LINK = re.compile(r"!?\[([^\]]*)\]\(([^)\s]*)[^)]*\)")
_CODE = re.compile(r"`[^`]+`")


class MarkdownHighlighter(QSyntaxHighlighter):
    """Shows bold text bold, delimiters muted, and links in the accent colour."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._quiet, self._strong, self._slanted, self._link, self._code = (
            QTextCharFormat() for _ in range(5)
        )
        self._strong.setFontWeight(QFont.Weight.Bold)
        self._slanted.setFontItalic(True)
        self._code.setFontFixedPitch(True)

    def set_tokens(self, tokens: Tokens) -> None:
        """Apply other colours."""
        self._quiet.setForeground(QColor(tokens.muted))
        self._code.setForeground(QColor(tokens.muted))
        self._link.setForeground(QColor(tokens.accent))
        self.rehighlight()

    @override
    def highlightBlock(self, text: str) -> None:
        for form in (_LIST, _QUOTE):
            if match := form.match(text):
                self._mark(match.start(), match.end(), self._quiet)
        if match := _HEADING.match(text):
            self._mark(0, match.end(1), self._quiet)
            self._mark(match.start(2), match.end(2), self._strong)
        for form, style in ((_BOLD, self._strong), (_ITALIC, self._slanted)):
            for match in form.finditer(text):
                self._mark(match.start(2), match.end(2), style)
                self._mark(match.start(1), match.end(1), self._quiet)
                self._mark(match.end(2), match.end(), self._quiet)
        for match in _LINK.finditer(text):
            self._mark(match.start(), match.end(), self._quiet)
            self._mark(match.start(1), match.end(1), self._link)
        for match in _CODE.finditer(text):
            self._mark(match.start(), match.end(), self._code)

    def _mark(self, start: int, end: int, style: QTextCharFormat) -> None:
        """Merge a character format into the format of a range."""
        joined = QTextCharFormat(self.format(start))
        joined.merge(style)
        self.setFormat(start, end - start, joined)
