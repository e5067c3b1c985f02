"""The editors for the selected block's fields and slots.

Data flows down: ``entries`` turns the selection into ``FormEntry`` values, ``form`` shows each
entry in a row, and ``rows`` and ``fields`` are the widgets. Requests go up as signals, commands
as calls that return whether something happened. Showing a value never counts as an edit.

Rows are recycled by a pool and laid out by hand, since creating widgets and asking Qt's layouts
cost more than a frame. A row repaints only if a value that it paints has changed: pass every
painted value to ``repaint_if_changed``, or the row goes stale. A form is not rebuilt while its
source value is the same object.

``style`` is the Style tab. It knows nothing of Tailwind: which utilities a property has, and
which one decides, are functions of ``designer.tailwind`` on the compiled sheet. Its controls and
their labels are data, ``resources/controls/style.yaml``.
"""

from designer.inspector.entries.list_items import fresh_item, item_like
from designer.inspector.entries.site_context import SiteContext
from designer.inspector.inspector import Inspector

__all__ = ["Inspector", "SiteContext", "fresh_item", "item_like"]
