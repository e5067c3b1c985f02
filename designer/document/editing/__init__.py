"""Edits of a page: plain functions that take a page and return a page, or refuse."""
