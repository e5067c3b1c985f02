"""The commands that run without a window: render, check, apply."""
