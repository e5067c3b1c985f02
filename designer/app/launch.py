"""Launches the window: interactively, for a smoke test, or for a screenshot."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from designer import log
from designer.engine.application import application
from designer.project import NoPagesError, PageLocation
from designer.project.sample_site import own_copy
from designer.settings import Settings, data_folder, state_folder
from designer.window.layout.window_geometry import fit_to_screen

if TYPE_CHECKING:
    from designer.app.program import Program


@dataclass(frozen=True)
class LaunchOptions:
    """The options of the command line.

    Attributes:
        target: A page or the folder of a site; None means the user's copy of the sample site.
        site: The site of a page outside of its folder.
        smoke: Whether to run the smoke test and exit.
        shot: The file for a screenshot of the window; without ``smoke`` the program exits after it.
        size: Width and height of the window in pixels, for screenshots.
    """

    target: Path | None = None
    site: Path | None = None
    smoke: bool = False
    shot: Path | None = None
    size: tuple[int, int] = (1440, 900)


def run(options: LaunchOptions) -> int:
    """Open the window and run until it is closed, or run the smoke test or screenshot.

    Returns:
        The exit code.

    Raises:
        DesignerError: The page cannot be opened, or the smoke test failed.
    """
    app = application()
    log.set_up(state_folder())
    found = _find(options)
    from designer.app.program import Program  # noqa: PLC0415 - needs the scheme registered

    program = Program(app)
    try:
        if options.smoke or options.shot:
            _drive(program, found, options)
            return 0
        if isinstance(found, PageLocation):
            program.open(found)
        else:
            program.show_no_pages(found.search)
        program.window.show()
        QTimer.singleShot(0, partial(fit_to_screen, program.window))
        return app.exec()
    finally:
        program.shut_down()


def _find(options: LaunchOptions) -> PageLocation | NoPagesError:
    """Return the page to open, or the error that the window shows for a folder without pages."""
    target = options.target or own_copy(data_folder())
    try:
        return PageLocation.find(target, options.site, Settings().pages_folder)
    except NoPagesError as error:
        return error


def _drive(program: Program, found: PageLocation | NoPagesError, options: LaunchOptions) -> None:
    from designer.app.smoke import show, show_no_pages, smoke, take_picture  # noqa: PLC0415

    if options.smoke:
        if isinstance(found, NoPagesError):
            raise found
        smoke(program, found, options.size, options.shot)
    elif options.shot is not None:
        if isinstance(found, NoPagesError):
            show_no_pages(program, found.search, options.size)
        else:
            show(program, found, options.size)
        take_picture(program, options.shot)
