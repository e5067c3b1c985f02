"""The editors for the selected block's fields and slots."""

from designer.inspector.inspector import Inspector

__all__ = ["Inspector"]
