"""The stated limits of a page; beyond them it is refused in words, never read in part."""

from __future__ import annotations

from typing import Final

MAX_BYTES: Final = 16 * 1024 * 1024
"""The largest file that is opened."""

MAX_DEPTH: Final = 200
"""How deep lists and mappings may lie in one another, in a file and in a value to write."""

MAX_NODES: Final = 1_000_000
"""How many values a page may have, every alias counted as what it stands for."""

MAX_KEY: Final = 1000
"""The longest key that is written; libyaml reads simple keys of up to 1,024 characters."""
