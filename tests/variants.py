"""What sites of each kind show of themselves, and the kinds that follow from it."""

import json

import yaml

from designer.document import Page
from designer.families import Signs, recognise
from designer.project import SharedSite

THEME = {
    "colors": {"primary": "red"},
    "fonts": {},
    "buttons": {},
    "nav": {"navItems": []},
    "blocks": [],
}
COMMON = {"feature", "banner", "tailwindCards"}


def theme(*without, **more):
    """A global document of the family g1."""
    return {key: value for key, value in THEME.items() if key not in without} | more


SIGNS = {
    "sustainable-blockchain-22": Signs(
        theme(), types=COMMON | {"hero", "cta", "rule", "video", "schedule", "speakerCards"}
    ),
    "connectivity": Signs(theme("blocks"), types=COMMON | {"sidebarCards", "support"}),
    "orbit": Signs(
        theme(backgroundColor="black"), types=COMMON | {"map", "sliderCards", "leaderCards"}
    ),
    "pl-summit": Signs(
        theme("blocks", backgroundColor="black"), types=COMMON | {"accordian", "split"}
    ),
    "cryptonet": Signs(
        {"colors": {}, "gtmId": "", "nav": {"navTextColor": "white"}, "siteUrl": "x"}, types=COMMON
    ),
    "bacalhau-1": Signs(theme("blocks", nav={"padding": "p-4"}), types=COMMON),
    "bacalhau": Signs(theme(), types=COMMON),
}
"""The variants of the family g1 by the signs that their schemas and documents give."""


def family(name):
    """The kind of site that a variant of the family g1 is."""
    found = recognise(SIGNS[name])
    assert found.name == name
    return found


def write_site(folder, name, **pages):
    """Write a site of a variant into a folder: its schema, its global document and pages."""
    (folder / ".tina" / "__generated__").mkdir(parents=True)
    blocks = {
        "name": "blocks",
        "type": "object",
        "list": True,
        "templates": [{"name": each} for each in SIGNS[name].types],
    }
    schema = {"collections": [{"fields": [blocks]}]}
    (folder / ".tina" / "__generated__" / "_schema.json").write_text(json.dumps(schema))
    document = folder / "content" / "global" / "index.json"
    document.parent.mkdir(parents=True)
    document.write_text(json.dumps(SIGNS[name].site))
    (folder / "content" / "pages").mkdir()
    for page, data in pages.items():
        text = f"---\n{yaml.safe_dump(data, sort_keys=False)}---\n"
        (folder / "content" / "pages" / f"{page}.md").write_text(text)
    return folder


def variant_of(site):
    """The variant of a site, for a page without blocks."""
    return SharedSite(site).variant(Page.from_bytes(b"---\ntitle: A\n---\n"))
