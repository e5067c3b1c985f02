"""Starting the window: for a person, for a smoke run, for a picture."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from designer import log
from designer.engine.application import application
from designer.project import PageLocation
from designer.project.sample_site import own_copy
from designer.settings import data_folder, state_folder

if TYPE_CHECKING:
    from designer.app.program import Program


@dataclass(frozen=True)
class LaunchOptions:
    """What the command line asked for.

    Attributes:
        target: A page or the folder of a site; None means the person's copy of the sample site.
        site: The site of a page that lies elsewhere.
        smoke: Drive the window once through its main job, and end.
        shot: Where a picture of the window is left; without ``smoke`` the program ends after it.
        size: Width and height of the window in pixels, for pictures.
    """

    target: Path | None = None
    site: Path | None = None
    smoke: bool = False
    shot: Path | None = None
    size: tuple[int, int] = (1440, 900)


def run(options: LaunchOptions) -> int:
    """Open the window and run until it is closed, or drive it as the options say.

    Returns:
        The exit code.

    Raises:
        DesignerError: The page cannot be opened, or a driven run found something wrong.
    """
    app = application()
    log.set_up(state_folder())
    location = PageLocation.find(options.target or own_copy(data_folder()), options.site)
    from designer.app.program import Program  # noqa: PLC0415 - needs the scheme registered

    program = Program(app)
    try:
        if options.smoke or options.shot:
            _drive(program, location, options)
            return 0
        program.open(location)
        program.window.show()
        return app.exec()
    finally:
        program.shut_down()


def _drive(program: Program, location: PageLocation, options: LaunchOptions) -> None:
    from designer.app.smoke import show, smoke, take_picture  # noqa: PLC0415

    if options.smoke:
        smoke(program, location, options.size, options.shot)
    elif options.shot is not None:
        show(program, location, options.size)
        take_picture(program, options.shot)
