"""The words in a site's sources that may be CSS classes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from designer.site.stylesheet import read_text

# Matches by the possible first and last characters of a utility; the middle is not checked.
_WORD = re.compile(r"""(?<![^\s"'`>])[!-]?[a-z@*\[][^\s"'`<>{}|\\]{0,100}(?<![.,;:?!])""")


def class_words(files: Iterable[Path]) -> set[str]:
    """Return every word of these files that may be a class; most words are not."""
    return set(count_words(files))


def count_words(files: Iterable[Path]) -> Counter[str]:
    """Count these words."""
    words = Counter[str]()
    for file in files:
        words.update(_WORD.findall(read_text(file) or ""))
    return words
