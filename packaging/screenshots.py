#!/usr/bin/env python3
"""Makes the pictures of the window that README.md and software centres show.

::

    .venv/bin/python packaging/screenshots.py     writes packaging/screenshots/{light,dark}.png

The sample site is opened as on the first start, and a headline of it is selected.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import dev

FOLDER = Path(__file__).parent / "screenshots"
_SIZE = (1440, 900)


def take(appearance: str, folder: Path = FOLDER) -> Path:
    """Draw the window in an appearance and save its picture.

    Raises:
        DesignerError: The window could not be drawn.
    """
    from designer.app.program import Program  # noqa: PLC0415 - after the environment is set
    from designer.app.smoke import show, take_picture  # noqa: PLC0415
    from designer.editor import Address, Role  # noqa: PLC0415
    from designer.engine.application import application  # noqa: PLC0415
    from designer.engine.event_loop import wait_until  # noqa: PLC0415
    from designer.project import PageLocation  # noqa: PLC0415
    from designer.project.sample_site import own_copy  # noqa: PLC0415
    from designer.settings import data_folder  # noqa: PLC0415

    program = Program(application())
    try:
        program.window.set_appearance(appearance)
        show(program, PageLocation.find(own_copy(data_folder())), _SIZE)
        page = program.editor.page()
        if page is not None:
            program.editor.select(Address(Role.PAGE, page.blocks[0].id, ("headline",)))
        wait_until(lambda: program.preview.is_current, "Showing the selection")
        file = folder / f"{appearance}.png"
        take_picture(program, file)
    finally:
        program.shut_down()
    return file


def main() -> None:
    """Make all pictures with settings of their own."""
    with tempfile.TemporaryDirectory(prefix="frontispiece-") as home:
        os.environ.update(dev.surroundings(offscreen=True))
        for name in ("CONFIG", "DATA", "STATE", "CACHE"):
            os.environ[f"XDG_{name}_HOME"] = home
        for appearance in ("light", "dark"):
            print(take(appearance))


if __name__ == "__main__":
    main()
