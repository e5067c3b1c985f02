"""Frontispiece: a desktop WYSIWYG designer for pages kept as Markdown with front matter."""

__version__ = "0.1.0"
