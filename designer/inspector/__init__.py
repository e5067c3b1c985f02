"""The editors for the selected block's fields and slots."""

from designer.inspector.inspector import Inspector
from designer.inspector.items import fresh_item, item_like
from designer.inspector.surroundings import Surroundings

__all__ = ["Inspector", "Surroundings", "fresh_item", "item_like"]
