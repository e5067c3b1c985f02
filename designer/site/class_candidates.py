"""The words of a site's sources among which its classes are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from designer.site.stylesheet import read_text

# How a utility can begin and end; what stands between is not looked at.
_WORD = re.compile(r"""(?<![^\s"'`>])[!-]?[a-z@*\[][^\s"'`<>{}|\\]{0,100}(?<![.,;:?!])""")


def class_words(files: Iterable[Path]) -> set[str]:
    """Every word of these files that may be a class; most of them are none."""
    return set(count_words(files))


def count_words(files: Iterable[Path]) -> Counter[str]:
    """The same words, and how often each is there."""
    words = Counter[str]()
    for file in files:
        words.update(_WORD.findall(read_text(file) or ""))
    return words
