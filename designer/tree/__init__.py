"""The lists of pages and blocks."""

from designer.tree.left_panel import LeftPanel

__all__ = ["LeftPanel"]
