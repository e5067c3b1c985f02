"""What a form lists, as plain values built from block types and data."""
