"""Ctrl+C in a command: it ends the process at once, but never in the middle of a file.

Python's own ``KeyboardInterrupt`` does not do: it is raised only when the interpreter gets control,
it is lost in a slot of Qt, and it ends the process with a fatal error while Qt is imported. The
terminal sends Ctrl+C to the processes of the page engine as well, and the engine aborts as soon as
it misses them. So a thread waits for the signal.
"""

from __future__ import annotations

import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Final

_WRITING: Final = threading.RLock()


def held() -> AbstractContextManager[object]:
    """Hold Ctrl+C back until the end of the block, which should be short."""
    return _WRITING


@contextmanager
def stopping(stop: Callable[[], object]) -> Iterator[None]:
    """Call a function when Ctrl+C is pressed in the block, but in no ``held`` block.

    Does nothing in other threads than the main one, and where Ctrl+C is ignored, as in the
    background of a shell script.

    Args:
        stop: Called from a thread; it should end the process.
    """
    is_main = threading.current_thread() is threading.main_thread()
    if not is_main or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield
        return
    receiver, sender = socket.socketpair()
    sender.setblocking(False)

    def wait() -> None:
        if receiver.recv(1):  # empty when the block has ended
            with held():
                stop()

    thread = threading.Thread(target=wait, name="interrupts", daemon=True)
    thread.start()
    before = signal.set_wakeup_fd(sender.fileno(), warn_on_full_buffer=False)
    signal.signal(signal.SIGINT, lambda *_: None)  # the byte in the socket says it all
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.set_wakeup_fd(before)
        sender.close()
        thread.join()
        receiver.close()
