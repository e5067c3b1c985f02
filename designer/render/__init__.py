"""Blocks and pages to HTML, Markdown to HTML, the theme to CSS."""
