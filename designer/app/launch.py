"""Launches the window: interactively, for a smoke test, or for a screenshot."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from designer import log
from designer.engine.application import application
from designer.engine.surroundings import draw_offscreen, is_without_display
from designer.errors import DesignerError, EngineUnavailable
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

    A page that cannot be opened is an error of the smoke test and of the screenshot only: whoever
    starts the program from a desktop sees no terminal, so the window says it.

    Returns:
        The exit code.

    Raises:
        DesignerError: The window cannot be shown, or the smoke test or the screenshot failed.
    """
    is_interactive = not (options.smoke or options.shot)
    if is_without_display(os.environ):
        if is_interactive:
            raise EngineUnavailable(
                "There is no display here, so the window cannot be shown; the commands check, apply"
                " and render work without one (frontispiece --help)."
            )
        draw_offscreen(os.environ)
    app = application()
    log.set_up(state_folder())
    found = None if is_interactive else _find(options)
    from designer.app.program import Program  # noqa: PLC0415 - needs the scheme registered

    program = Program(app)
    try:
        if found is not None:
            _drive(program, found, options)
            return 0
        app.file_requested.connect(program.open_other)
        try:
            _open(program, options)
            program.window.show()
            QTimer.singleShot(0, partial(fit_to_screen, program.window))
            return app.exec()
        finally:  # the application outlives the window
            app.file_requested.disconnect(program.open_other)
    finally:
        program.shut_down()


def _open(program: Program, options: LaunchOptions) -> None:
    """Open what the options name; the window says so if that cannot be done."""
    folder = data_folder()
    try:
        target = options.target or own_copy(folder)
    except DesignerError as error:
        program.window.show_error(error, folder, b"")
    else:
        program.show(target, options.site)


def _find(options: LaunchOptions) -> PageLocation | NoPagesError:
    """Return the page to drive, or the error that the window shows for a folder without pages."""
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
