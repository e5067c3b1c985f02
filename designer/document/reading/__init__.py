"""Parses a file's text: front matter fence, YAML, TOML, JSON, and the span of every value."""
