"""The lists of pages and blocks."""

from designer.tree.tree import LeftPanel

__all__ = ["LeftPanel"]
