"""Writes values as YAML, JSON or TOML in the style of the surrounding text."""
