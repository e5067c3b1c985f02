"""Ctrl+C ends a process at once, but never in the middle of a file."""

import os
import signal
import subprocess
import sys
import textwrap

import pytest

from designer import interrupts
from tests.patience import PROCESS_S
from tests.process import ROOT

pytestmark = pytest.mark.skipif(os.name == "nt", reason="sends a signal of POSIX")

START = """
import os, signal, time
from designer.interrupts import held, stopping

def stop():
    print("stopped", flush=True)
    os._exit(130)

def press():
    os.kill(os.getpid(), signal.SIGINT)
    time.sleep(0.3)
"""


def outcome(script, before=None):
    done = subprocess.run(
        [sys.executable, "-c", START + textwrap.dedent(script)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=PROCESS_S,
        check=False,
        preexec_fn=before,
    )
    return done.returncode, done.stdout.split(), done.stderr


def test_the_process_ends_while_it_waits():
    assert outcome(
        """
        with stopping(stop):
            press()
            print("went on")
        """
    ) == (130, ["stopped"], "")


def test_the_process_ends_while_it_reads_standard_input():
    with subprocess.Popen(
        [sys.executable, "-c", START + "with stopping(stop):\n print(1, flush=True)\n input()"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout.readline() == "1\n"
        process.send_signal(signal.SIGINT)
        assert process.wait(PROCESS_S) == 130


def test_a_file_is_written_first():
    assert outcome(
        """
        with stopping(stop):
            with held():
                press()
                print("written", flush=True)
            time.sleep(60)
        """
    ) == (130, ["written", "stopped"], "")


def test_ctrl_c_is_ignored_in_the_background_of_a_script():
    script = """
    with stopping(stop):
        press()
        print("went on")
    """
    ignore = lambda: signal.signal(signal.SIGINT, signal.SIG_IGN)  # noqa: E731
    assert outcome(script, ignore) == (0, ["went", "on"], "")


def test_pythons_own_handling_comes_back():
    with interrupts.stopping(lambda: None):
        assert signal.getsignal(signal.SIGINT) is not signal.default_int_handler
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    assert signal.set_wakeup_fd(-1) == -1
