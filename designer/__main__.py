"""Entry point of ``python -m designer``, the same as the command ``frontispiece``."""

from designer.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
