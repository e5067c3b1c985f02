"""The editors for the selected block's fields and slots."""

from designer.inspector.entries.list_items import fresh_item, item_like
from designer.inspector.entries.site_context import SiteContext
from designer.inspector.inspector import Inspector

__all__ = ["Inspector", "SiteContext", "fresh_item", "item_like"]
