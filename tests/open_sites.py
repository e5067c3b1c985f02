"""What is open, for tests of parts that take an ``OpenSite`` without the whole program."""

from dataclasses import replace

from designer.document import Page
from designer.project import OpenSite, PageLocation, SharedSite

EMPTY = b"---\nblocks: []\n---\n"


def open_site(file, site=None, source=EMPTY, **changes):
    """A page of a site; ``changes`` replaces attributes of the value."""
    found = OpenSite.of(PageLocation(file, site), SharedSite(site), Page.from_bytes(source))
    return replace(found, **changes)
