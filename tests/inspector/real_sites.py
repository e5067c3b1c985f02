"""The real sites as folders whose pages can be opened, those of the synthetic pages among them."""

import shutil

SITES = ("bacalhau", "sustainable-blockchain-22", "microgen")
_ADDED = {
    "bacalhau": {"seed/architecture.md": "seed.md", "synthetic/g1-*.md": ""},
    "microgen": {"synthetic/g2-*.md": ""},
}


def site_of(corpus, name, folder):
    """A copy of a site, with the pages of the corpus that belong to it; returns its pages."""
    site = folder / name
    for source in (file for file in (corpus / name).rglob("*") if file.is_file()):
        target = site / source.relative_to(corpus / name)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(source.read_bytes())  # not its mode: the corpus may be read-only
    pages = site / "content" / "pages"
    for pattern, renamed in _ADDED.get(name, {}).items():
        for source in corpus.glob(pattern):
            shutil.copyfile(source, pages / (renamed or source.name))
    return sorted(pages.glob("*.md"))
