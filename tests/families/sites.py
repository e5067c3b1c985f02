"""A site of the family that the tests add."""

PAGE = b"""\
---
title: Today
blocks:
  # The first note of the day.
  - _template: note
    words: Buy bread
    body: |
      And *milk*.
    classes: {words: text-2xl}
---
"""


def write_site(folder, notebook='{"ink": "navy"}'):
    """Write the site and give the file of its page."""
    page = folder / "content" / "pages" / "index.md"
    page.parent.mkdir(parents=True)
    page.write_bytes(PAGE)
    theme = folder / "content" / "global" / "index.json"
    theme.parent.mkdir()
    theme.write_text(f'{{"title": "My notes", "notebook": {notebook}}}', encoding="utf-8")
    return page
