"""Edits of a page: pure functions that take a page and return a page, or refuse."""
