"""Writes values as YAML in the style of the surrounding text."""
