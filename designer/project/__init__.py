"""The open page and site: the location of a page, and the shared data of its site."""

from designer.project.location import PageLocation
from designer.project.open_site import OpenSite
from designer.project.shared_site import SharedSite

__all__ = ["OpenSite", "PageLocation", "SharedSite"]
