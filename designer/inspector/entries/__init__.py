"""The entries of a form as immutable values, built from block types and data."""
