"""Widgets that several fields and rows share."""
