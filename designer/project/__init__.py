"""What is open: the location of a page, what its site shares, and both as one value."""

from designer.project.location import PageLocation
from designer.project.open_site import OpenSite
from designer.project.shared_site import SharedSite

__all__ = ["OpenSite", "PageLocation", "SharedSite"]
