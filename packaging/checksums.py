"""Writes ``SHA256SUMS``, with which people check what they downloaded.

::

    python packaging/checksums.py FOLDER     then there: sha256sum --check SHA256SUMS

The lines have the format of ``sha256sum``, on all systems.
"""

from __future__ import annotations

import argparse
import hashlib
from pathlib import Path

from artifacts import CHECKSUMS


def write(folder: Path) -> Path:
    """Write the checksums of all files of a folder into it, sorted by name."""
    sums = folder / CHECKSUMS
    files = sorted(file for file in folder.iterdir() if file.is_file() and file != sums)
    lines = [f"{_sum(file)}  {file.name}\n" for file in files]
    sums.write_text("".join(lines), encoding="utf-8", newline="\n")
    return sums


def _sum(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def main() -> None:
    """Read the command line and write the file."""
    parser = argparse.ArgumentParser(description="Write the checksums of all files of a folder.")
    parser.add_argument("folder", type=Path)
    print(f"Checksums: {write(parser.parse_args().folder)}")


if __name__ == "__main__":
    main()
