"""The entry of the frozen program, the same as the command ``frontispiece``."""

import os
import sys
from pathlib import Path

# On Windows a program without a terminal has no standard streams at all.
for _name in ("stdout", "stderr"):
    if getattr(sys, _name) is None:
        setattr(sys, _name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - stays

from designer.cli import main  # noqa: E402 - what it imports may write

sys.exit(main())
