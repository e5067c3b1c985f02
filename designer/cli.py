"""The command line: starts the window, or runs a command without it."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from designer import interrupts, log
from designer.command_line import parsers
from designer.command_line.progress import Progress
from designer.errors import DesignerError, SourceError

if TYPE_CHECKING:
    from designer.commands.report import Report

    Command = Callable[[argparse.Namespace, Report], tuple[str, int]]

EXIT_OK, EXIT_FINDINGS, EXIT_ERROR, EXIT_STOPPED = 0, 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program.

    Returns:
        0 for success, 1 when a check found something, 2 when something could not be read or done,
        130 when Ctrl+C stopped a command; then one sentence on standard error gives the reason.
    """
    args = list(sys.argv[1:] if arguments is None else arguments)
    try:
        if args[:1] == ["render"]:
            return _run(_render, parsers.render_parser().parse_args(args[1:]))
        if args[:1] == ["check"]:
            return _run(_check, parsers.check_parser().parse_args(args[1:]))
        if args[:1] == ["apply"]:
            return _run(_apply, parsers.apply_parser().parse_args(args[1:]))
        return _open(parsers.open_parser().parse_args(args))
    except SourceError as error:
        _say(_with_position(error))
    except DesignerError as error:
        _say(str(error))
    return EXIT_ERROR


def _say(text: str) -> None:
    print(f"frontispiece: {text}", file=sys.stderr)


def _with_position(error: SourceError) -> str:
    if error.line is None or str(error.line) in str(error):
        return str(error)
    return f"{error} (line {error.line}, column {error.column})"


def _open(options: argparse.Namespace) -> int:
    from designer.app.launch import LaunchOptions, run
    from designer.document import require_libyaml

    require_libyaml()
    return run(
        LaunchOptions(options.target, options.site, options.smoke, options.shot, options.size)
    )


def _run(command: Command, options: argparse.Namespace) -> int:
    """Run a command, show its progress, print its result, and stop it at Ctrl+C."""
    progress, written = Progress(sys.stderr, quiet=options.quiet), list[Path]()
    with interrupts.stopping(partial(_stop, progress, written)):
        from designer.commands.report import Report
        from designer.document import require_libyaml

        require_libyaml()
        log.keep_silent()
        with progress:
            text, code = command(options, Report(progress.step, partial(_warn, progress), written))
        print(text, end="", flush=True)
    return code


def _stop(progress: Progress, written: Sequence[Path]) -> NoReturn:
    """End the process. Nothing is cleaned up: the page engine may no longer work."""
    names = ", ".join(map(str, written))
    progress.end()
    _say(f"Stopped after writing {names}." if names else "Stopped; nothing was written.")
    os._exit(EXIT_STOPPED)


def _warn(progress: Progress, text: str) -> None:
    progress.say(f"frontispiece: {text}")


def _apply(options: argparse.Namespace, report: Report) -> tuple[str, int]:
    from designer.commands.apply_edits import apply_edits

    diff = apply_edits(options.page, options.edits, report, out=options.out, diff=options.diff)
    return report.as_json(diff=diff) if options.json else diff, EXIT_OK


def _check(options: argparse.Namespace, report: Report) -> tuple[str, int]:
    from designer.commands.check import run
    from designer.settings import Settings

    text, found = run(
        options.target,
        options.site,
        json_output=options.json,
        chosen=Settings().pages_folder,
        on_step=report.step,
    )
    return f"{text}\n", EXIT_FINDINGS if found else EXIT_OK


def _render(options: argparse.Namespace, report: Report) -> tuple[str, int]:
    if options.html is None and options.png is None:
        raise DesignerError("Say where to write: --html or --png; nothing was written.")
    from designer.project import PageLocation
    from designer.settings import Settings

    location = PageLocation.find(options.page, options.site, Settings().pages_folder)
    if options.html is not None:
        from designer.commands.render_html import write_html

        write_html(location, options.html, report, embed=options.embed)
    if options.png is not None:
        from designer.commands.render_png import write_picture

        write_picture(location, options.png, options.width, report)
    return report.as_json() if options.json else "", EXIT_OK
