"""The processor time of another process."""

from __future__ import annotations

import psutil


def processor_time(process: int) -> float:
    """Return the processor time that a process has used, in milliseconds.

    Returns:
        0.0 for a process that has not started, has ended, or may not be looked at.
    """
    try:
        times = psutil.Process(process).cpu_times() if process > 0 else None
    except psutil.Error:
        return 0.0
    return 0.0 if times is None else (times.user + times.system) * 1000
