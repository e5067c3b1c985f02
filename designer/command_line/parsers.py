"""The arguments of the program and of its commands, with their help."""

from __future__ import annotations

import argparse
from pathlib import Path

from designer import __version__

_OPEN_HELP = """\
commands:
  frontispiece check PAGE|SITE     list what could not be understood
  frontispiece apply PAGE EDITS    make edits from a script
  frontispiece render PAGE         write a page as static HTML or as a picture

  They need no display. frontispiece COMMAND --help tells more.

examples:
  frontispiece                                  open your copy of the sample site
  frontispiece ~/sites/harbour                  open a site at its home page
  frontispiece ~/sites/harbour/pages/about.md   open a page
"""

_RENDER_HELP = """\
examples:
  frontispiece render pages/about.md --html about.html --embed
  frontispiece render pages/about.md --png phone.png --width 390

As root, a picture needs QTWEBENGINE_DISABLE_SANDBOX=1 in the environment.
"""

_APPLY_HELP = """\
examples:
  frontispiece apply pages/about.md edits.jsonl --diff
  echo '{"op": "set", "path": ["title"], "value": "About us"}' \\
    | frontispiece apply pages/about.md -
"""

_CHECK_HELP = """\
examples:
  frontispiece check ~/sites/harbour
  frontispiece check pages/about.md --json > findings.json

The exit code is 0 if everything was understood, 1 if something was found, 2 if nothing could be
checked. As root, styles of the site's own need QTWEBENGINE_DISABLE_SANDBOX=1 in the environment.
"""


def open_parser() -> argparse.ArgumentParser:
    """Return the parser for opening the window."""
    parser = _parser("", "Design pages of a website and save them as text files.", _OPEN_HELP)
    parser.add_argument(
        "target",
        nargs="?",
        type=Path,
        metavar="PAGE|SITE",
        help="a page (.md), or the folder of a site; the sample site without it",
    )
    _add_site(parser)
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


def render_parser() -> argparse.ArgumentParser:
    """Return the parser of ``render``."""
    parser = _parser("render", "Write a page as the site would build it.", _RENDER_HELP)
    parser.add_argument("page", type=Path, metavar="PAGE", help="a page, or the folder of a site")
    _add_site(parser)
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
    _add_output(parser, "what was written, and the warnings, as JSON")
    return parser


def apply_parser() -> argparse.ArgumentParser:
    """Return the parser of ``apply``."""
    parser = _parser("apply", "Make the edits of a script: all of them, or none.", _APPLY_HELP)
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
    _add_output(parser, "what was written, the warnings and the changes, as JSON")
    return parser


def check_parser() -> argparse.ArgumentParser:
    """Return the parser of ``check``."""
    parser = _parser("check", "List what of a site could not be understood.", _CHECK_HELP)
    parser.add_argument("target", type=Path, metavar="PAGE|SITE")
    _add_site(parser)
    _add_output(parser, "the list as JSON")
    return parser


def _parser(command: str, description: str, help_below: str) -> argparse.ArgumentParser:
    return argparse.ArgumentParser(
        prog=f"frontispiece {command}".strip(),
        description=description,
        epilog=help_below,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def _add_site(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--site", type=Path, metavar="DIR", help="the site of a page that lies elsewhere"
    )


def _add_output(parser: argparse.ArgumentParser, json_help: str) -> None:
    parser.add_argument("--json", action="store_true", help=json_help)
    parser.add_argument(
        "--quiet", "-q", action="store_true", help="show neither progress nor warnings"
    )


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.lower().partition("x")
    return int(width), int(height)


def _width(text: str) -> int:
    width = int(text)
    if not 100 <= width <= 8000:
        raise argparse.ArgumentTypeError("between 100 and 8000")
    return width
