#!/usr/bin/env python3
"""Starts a built program and judges its smoke test: ``smoke.py EXECUTABLE [PAGE]``.

The program drives its window once through its main job on a copy of a page. It must end well, tell
its times, be silent on standard error but for a few known lines, and leave a picture whose page is
not blank. No packages are needed, so this runs on any machine.
"""

from __future__ import annotations

import json
import os
import re
import struct
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path
from typing import Final

import dev

SIZE: Final = (1440, 900)
LIMIT: Final = 300  # seconds; a cold start on a loaded machine takes many
_ROWS = 60  # different rows of pixels that a page has at least; a blank one has a handful

KNOWN_LINES: Final = re.compile(
    r"Sandboxing disabled by user|Failed to connect to the bus|GPUInfo not initialized"
    r"|propagateSizeHints|QRhiGles2: Failed to create|Failed to create RHI for backend"
    r"|libva error|MESA|Fontconfig (error|warning)|createPlatformVulkanInstance"
    r"|Failed to initialize Vulkan|GBM is not supported|inotify_init\(\) failed"
)
"""What Qt, its web engine or the system may say of a machine without a desktop, user or GPU."""


class SmokeError(Exception):
    """The smoke test failed; the text says how."""


def smoke(executable: Path, page: Path | None = None) -> dict[str, float]:
    """Run the smoke test of a built program.

    Args:
        executable: The program.
        page: A page to use instead of the one of the sample site.

    Returns:
        The milliseconds until the window, the page and an edit were shown.

    Raises:
        SmokeError: The program failed, was not silent, or drew nothing.
    """
    with tempfile.TemporaryDirectory(prefix="frontispiece-") as folder:
        picture = Path(folder) / "window.png"
        size = "x".join(map(str, SIZE))
        command = [
            str(_with_terminal(executable)),
            "--smoke",
            "--shot",
            str(picture),
            "--size",
            size,
        ]
        command += [str(page)] if page else []
        offscreen = not dev.has_display(sys.platform, os.environ)
        variables = dev.surroundings(offscreen=offscreen)
        done = subprocess.run(
            command, env=variables, capture_output=True, text=True, check=False, timeout=LIMIT
        )
        return judge(done, picture)


def _with_terminal(executable: Path) -> Path:
    """Return the program that writes to a terminal, which on Windows is another one."""
    other = executable.with_name(f"{executable.stem}-console{executable.suffix}")
    return other if other.exists() else executable


def judge(done: subprocess.CompletedProcess[str], picture: Path) -> dict[str, float]:
    """Judge a smoke test that has ended; returns its times in milliseconds.

    Raises:
        SmokeError: The program failed, was not silent, or drew nothing.
    """
    noise = [line for line in done.stderr.splitlines() if not KNOWN_LINES.search(line)]
    if done.returncode != 0 or any(line.strip() for line in noise):
        raise SmokeError(f"It ended with {done.returncode}:\n" + "\n".join(noise))
    if not picture.exists() or different_rows(picture.read_bytes()) < _ROWS:
        raise SmokeError("The picture of the window shows no page.")
    times: dict[str, float] = json.loads(done.stdout.splitlines()[-1])["ms"]
    return times


def different_rows(png: bytes) -> int:
    """Return how many different rows the middle third of a PNG has, where the page is.

    Rows are compared as they are filtered in the file: of one colour, they are alike.
    """
    width, height = struct.unpack(">II", png[16:24])
    data, at = b"", 8
    while at < len(png):
        length = int.from_bytes(png[at : at + 4], "big")
        if png[at + 4 : at + 8] == b"IDAT":
            data += png[at + 8 : at + 8 + length]
        at += length + 12
    pixels = zlib.decompress(data)
    row = len(pixels) // height
    bytes_of_pixel = (row - 1) // width
    left, right = (1 + part * width // 3 * bytes_of_pixel for part in (1, 2))
    return len({pixels[start + left : start + right] for start in range(0, len(pixels), row)})


def main() -> int:
    """Run the smoke test of the program that the command line names."""
    try:
        times = smoke(Path(sys.argv[1]).resolve(), *(Path(each) for each in sys.argv[2:3]))
    except (SmokeError, OSError, subprocess.SubprocessError) as error:
        print(error)
        return 1
    print("Smoke test passed: " + ", ".join(f"{name} {ms:.0f} ms" for name, ms in times.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
