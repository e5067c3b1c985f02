"""The open page and site: the location of a page, and the shared data of its site.

``OpenSite`` is the one value that says what is open. ``SharedSite`` computes what all pages of a
site share and caches it by the state of the files; ``refresh`` begins a new round of looking at
them. A command over many pages is one round.
"""

from designer.project.location import ChosenFolder, NoPagesError, PageLocation
from designer.project.open_site import OpenSite
from designer.project.shared_site import SharedSite

__all__ = ["ChosenFolder", "NoPagesError", "OpenSite", "PageLocation", "SharedSite"]
