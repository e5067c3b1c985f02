"""How long programs need to start: ``bench_start.py EXECUTABLE …``, each several times in turn.

The first one is the baseline. The table has medians in milliseconds from the start of the process
until the window, and until the page is shown.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "packaging"))
import smoke


def main() -> None:
    """Start each program in turn, and print the table."""
    parser = argparse.ArgumentParser(description="Time the start of built programs.")
    parser.add_argument("programs", nargs="+", type=Path, metavar="EXECUTABLE")
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    times: dict[Path, list[tuple[float, float]]] = {each: [] for each in options.programs}
    for _ in range(options.runs):
        for program, found in times.items():
            ms = smoke.smoke(program.resolve())
            found.append((ms["start"] + ms["window"], ms["start"] + ms["page"]))
    base = [median(each) for each in zip(*times[options.programs[0]], strict=True)]
    print(f"{'program':60} {'window':>8} {'ratio':>6} {'page':>8} {'ratio':>6}")
    for program, found in times.items():
        cells = [median(each) for each in zip(*found, strict=True)]
        shown = "".join(f" {ms:8.0f} {ms / old:6.2f}" for ms, old in zip(cells, base, strict=True))
        print(f"{str(program)[-60:]:60}{shown}")


if __name__ == "__main__":
    main()
