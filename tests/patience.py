"""How long tests wait. A busy machine is no failure: the limits only end what hangs."""

from __future__ import annotations

from typing import Final

WAIT_MS: Final = 240_000
"""Milliseconds to wait for a condition in this process."""

PROCESS_S: Final = 600
"""Seconds to wait for another process."""
