"""The command line: starts the window, or runs a command without it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from designer import __version__
from designer.errors import DesignerError, SourceError

EXIT_OK, EXIT_FINDINGS, EXIT_ERROR = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program.

    Returns:
        0 for success, 1 when a check found something, 2 when something could not be read or done;
        then one sentence on standard error gives the reason.
    """
    args = list(sys.argv[1:] if arguments is None else arguments)
    try:
        if args[:1] == ["render"]:
            return _render(_render_parser().parse_args(args[1:]))
        if args[:1] == ["check"]:
            return _check(_check_parser().parse_args(args[1:]))
        if args[:1] == ["apply"]:
            return _apply(_apply_parser().parse_args(args[1:]))
        return _open(_parser().parse_args(args))
    except SourceError as error:
        print(f"frontispiece: {_with_position(error)}", file=sys.stderr)
    except DesignerError as error:
        print(f"frontispiece: {error}", file=sys.stderr)
    return EXIT_ERROR


def _with_position(error: SourceError) -> str:
    if error.line is None or str(error.line) in str(error):
        return str(error)
    return f"{error} (line {error.line}, column {error.column})"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="frontispiece",
        description="Design pages of a website and save them as Markdown with front matter.",
        epilog="frontispiece render PAGE writes a page as static HTML or as a picture;"
        " frontispiece apply PAGE EDITS makes edits from a script;"
        " frontispiece check SITE lists what could not be understood.",
    )
    parser.add_argument(
        "target",
        nargs="?",
        type=Path,
        metavar="PAGE|SITE",
        help="a page (.md), or the folder of a site; the sample site without it",
    )
    parser.add_argument(
        "--site", type=Path, metavar="DIR", help="the site of a page that lies elsewhere"
    )
    parser.add_argument(
        "--smoke",
        action="store_true",
        help="drive the window once through its main job on a copy, and end",
    )
    parser.add_argument(
        "--shot", type=Path, metavar="OUT.png", help="leave a picture of the window, and end"
    )
    parser.add_argument(
        "--size",
        type=_size,
        default=(1440, 900),
        metavar="WxH",
        help="size of the window for --smoke and --shot (1440x900)",
    )
    parser.add_argument("--version", action="version", version=f"frontispiece {__version__}")
    return parser


def _render_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="frontispiece render", description="Write a page as the site would build it."
    )
    parser.add_argument("page", type=Path, metavar="PAGE")
    parser.add_argument(
        "--site", type=Path, metavar="DIR", help="the site of a page that lies elsewhere"
    )
    parser.add_argument(
        "--html", type=Path, metavar="OUT.html", help="one static file with its CSS inside"
    )
    parser.add_argument(
        "--embed",
        action="store_true",
        help="put pictures and fonts that are here inside the HTML, too",
    )
    parser.add_argument("--png", type=Path, metavar="OUT.png", help="a picture of the whole page")
    parser.add_argument(
        "--width",
        type=_width,
        default=1440,
        metavar="N",
        help="width of the picture in pixels (1440)",
    )
    return parser


def _apply_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="frontispiece apply", description="Make the edits of a script: all of them, or none."
    )
    parser.add_argument("page", type=Path, metavar="PAGE")
    parser.add_argument(
        "edits", metavar="EDITS.jsonl", help="one edit a line, as JSON; - reads standard input"
    )
    parser.add_argument(
        "--out", type=Path, metavar="FILE", help="write there, and leave the page as it is"
    )
    parser.add_argument(
        "--diff", action="store_true", help="print what would change; the page is not written"
    )
    return parser


def _check_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="frontispiece check",
        description="List what of a site could not be understood; the exit code is 1 then.",
    )
    parser.add_argument("target", type=Path, metavar="PAGE|SITE")
    parser.add_argument(
        "--site", type=Path, metavar="DIR", help="the site of a page that lies elsewhere"
    )
    parser.add_argument("--json", action="store_true", help="the list as JSON")
    return parser


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.lower().partition("x")
    return int(width), int(height)


def _width(text: str) -> int:
    width = int(text)
    if not 100 <= width <= 8000:
        raise argparse.ArgumentTypeError("between 100 and 8000")
    return width


def _open(options: argparse.Namespace) -> int:
    from designer.app.launch import LaunchOptions, run
    from designer.document import require_libyaml

    require_libyaml()
    return run(
        LaunchOptions(options.target, options.site, options.smoke, options.shot, options.size)
    )


def _apply(options: argparse.Namespace) -> int:
    from designer.commands.apply_edits import apply_edits
    from designer.document import require_libyaml

    require_libyaml()
    print(
        apply_edits(options.page, options.edits, out=options.out, diff=options.diff),
        end="",
    )
    return EXIT_OK


def _check(options: argparse.Namespace) -> int:
    from designer.commands.check import run
    from designer.document import require_libyaml
    from designer.settings import Settings

    require_libyaml()
    report, found = run(
        options.target,
        options.site,
        json_output=options.json,
        chosen=Settings().pages_folder,
    )
    print(report)
    return EXIT_FINDINGS if found else EXIT_OK


def _render(options: argparse.Namespace) -> int:
    if options.html is None and options.png is None:
        print("frontispiece render: say where to write: --html or --png.", file=sys.stderr)
        return EXIT_ERROR
    from designer.document import require_libyaml
    from designer.project import PageLocation
    from designer.settings import Settings

    require_libyaml()
    location = PageLocation.find(options.page, options.site, Settings().pages_folder)
    reported: set[str] = set()

    def warn(error: DesignerError) -> None:
        text = f"{str(error).rstrip('.')}; the styles of the preset stand for its own."
        if text not in reported:
            print(f"frontispiece: {text}", file=sys.stderr)
        reported.add(text)

    if options.html is not None:
        from designer.commands.render_html import write_html

        write_html(location, options.html, embed=options.embed, on_failure=warn)
    if options.png is not None:
        from designer.commands.render_png import write_picture

        write_picture(location, options.png, options.width, warn)
    return EXIT_OK
