"""The lists of pages and blocks."""
