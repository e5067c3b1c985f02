"""The limits of a page; beyond them a file is refused with a message, never read partially."""

from __future__ import annotations

from typing import Final

MAX_BYTES: Final = 16 * 1024 * 1024
"""The largest file that is opened, in bytes."""

MAX_DEPTH: Final = 200
"""The maximum nesting depth of lists and mappings, in a file and in a value to write."""

MAX_NODES: Final = 1_000_000
"""The maximum number of values of a page; an alias counts as all values that it refers to."""

MAX_KEY: Final = 1000
"""The longest key that is written; libyaml reads simple keys of up to 1,024 characters."""
