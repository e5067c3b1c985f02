"""A build on a busy machine gets its processor time; one that only waits does not."""

import os
import signal
import time

import pytest
import shiboken6
from PySide6.QtCore import QObject, QTimer

from designer.engine.event_loop import wait_until
from designer.engine.processor_time import processor_time
from designer.engine.sandbox_worker import SandboxProfile, SandboxWorker
from tests.patience import WAIT_MS

pytestmark = pytest.mark.engine

# Works for a second of processor time: a pause of the process is one long slice.
BUSY = """
onmessage = () => {
  for (let slice = 0; slice < 100; slice++) {
    const end = performance.now() + 10
    while (performance.now() < end) {}
  }
  postMessage("done")
}
"""
LIMIT = 2500  # milliseconds


@pytest.fixture
def worker(qapp):
    made, parent, profile = [], QObject(), SandboxProfile()

    def start(script):
        made.append(SandboxWorker(profile, script, LIMIT, parent))
        return made[-1]

    yield start
    for each in made:
        each.stop()
    shiboken6.delete(profile)


def outcome(worker, question):
    found = []
    worker.answered.connect(found.append)
    worker.expired.connect(lambda: found.append("expired"))
    worker.ask(question)
    return found


def test_the_processor_time_of_a_process():
    begin = processor_time(os.getpid())
    end = time.process_time() + 0.2
    while time.process_time() < end:
        pass
    assert processor_time(os.getpid()) - begin >= 100
    assert processor_time(0) == processor_time(2**22 + 1) == 0


def test_a_starved_build_gets_more_time(worker):
    running = worker(BUSY)
    found = outcome(running, "go")
    wait_until(lambda: running.process > 0 and processor_time(running.process) > 300, "it", WAIT_MS)
    process = running.process
    os.kill(process, signal.SIGSTOP)
    QTimer.singleShot(LIMIT, lambda: os.kill(process, signal.SIGCONT))
    wait_until(lambda: bool(found), "the answer", WAIT_MS)
    assert found == ["done"]


def test_a_build_that_only_waits_expires(worker):
    begin = time.monotonic()
    found = outcome(worker("onmessage = () => {}"), "go")
    wait_until(lambda: bool(found), "the end", WAIT_MS)
    assert found == ["expired"]
    assert time.monotonic() - begin >= 0.9 * LIMIT / 1000  # timers of Qt are coarse
