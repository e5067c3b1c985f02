"""Parses a file's text: front matter fence, YAML, JSON, and the span of every value."""
