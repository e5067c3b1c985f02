"""The commands that work without a window: render, check, apply."""
