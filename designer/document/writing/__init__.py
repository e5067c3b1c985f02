"""Writes values as YAML in the style of the text around them."""
