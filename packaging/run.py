"""The entry of the frozen program, the same as the command ``frontispiece``."""

import sys

from designer.cli import main

sys.exit(main())
