"""The words in a site's sources that may be CSS classes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from designer.site.stylesheet import read_text

# Matches by the possible first and last characters of a utility; the middle is not checked.
_WORD = re.compile(r"""(?<![^\s"'`>])[!-]?[a-z@*\[][^\s"'`<>{}|\\]{0,100}(?<![.,;:?!])""")


def count_words(files: Iterable[Path]) -> Counter[str]:
    """Return how often each word that may be a class occurs in these files.

    Most of the words are not classes. A file that cannot be read has no words.
    """
    words = Counter[str]()
    for file in files:
        words.update(_WORD.findall(read_text(file) or ""))
    return words
