"""The progress of a command on a terminal, and on another stream."""

import io
import time

import pytest

from designer.command_line.progress import Progress


class Terminal(io.StringIO):
    """A terminal that remembers all that was written to it."""

    def isatty(self):
        return True

    @property
    def line(self):
        """What the last line shows."""
        shown = ""
        for part in self.getvalue().split("\n")[-1].split("\r"):
            shown = part + shown[len(part) :]
        return shown.rstrip()


def until(condition):
    end = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_a_terminal_shows_a_bar_that_goes_away():
    terminal = Terminal()
    with Progress(terminal, bar_delay=0.01) as progress:
        progress.step("Reading", 1, 4)
        until(lambda: terminal.line == "Reading [######..................]  25 %")
        progress.step("Building", 0, 0)
        until(lambda: terminal.line == "Building …")
        progress.say("A sentence.")
        assert "\nBuilding" not in terminal.getvalue()
        until(lambda: terminal.line == "Building …")
    assert terminal.line == ""
    assert terminal.getvalue().count("\n") == 1


def test_a_bar_is_not_wider_than_the_terminal():
    terminal = Terminal()
    with Progress(terminal, bar_delay=0.01) as progress:
        progress.step("x" * 200, 0, 0)
        until(lambda: terminal.line)
        assert terminal.line == "x" * 79


def test_another_stream_gets_lines():
    stream = io.StringIO()
    with Progress(stream, line_delay=0.05) as progress:
        progress.step("Reading", 1, 4)
        until(stream.getvalue)
        time.sleep(0.2)
        progress.step("Reading", 2, 4)
        until(lambda: stream.getvalue().count("\n") == 2)
    assert stream.getvalue() == "Reading: 25 %\nReading: 50 %\n"


@pytest.mark.parametrize("stream", [io.StringIO(), Terminal()])
def test_short_work_shows_nothing(stream):
    with Progress(stream) as progress:
        progress.step("Reading", 1, 4)
        time.sleep(0.1)
    assert stream.getvalue() == ""


@pytest.mark.parametrize("stream", [io.StringIO(), Terminal()])
def test_quiet_shows_nothing(stream):
    with Progress(stream, quiet=True, bar_delay=0.01, line_delay=0.01) as progress:
        progress.step("Reading", 1, 4)
        progress.say("A sentence.")
        time.sleep(0.1)
    assert stream.getvalue() == ""
