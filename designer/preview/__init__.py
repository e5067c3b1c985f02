"""The page as visitors see it, in the window."""
