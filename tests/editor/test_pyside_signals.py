"""The one fault of PySide6 that would end the program in mid-session (6.12.0 on Python 3.11)."""

import sys

from PySide6.QtCore import QObject, Signal


class Sender(QObject):
    sent = Signal(int)


def test_a_signal_takes_no_reference_to_true_away():
    sender = Sender()
    received = []
    sender.sent.connect(received.append)
    before = sys.getrefcount(True)
    for number in range(5000):
        sender.sent.emit(number)
    after = sys.getrefcount(True)
    assert len(received) == 5000
    assert abs(after - before) < 100
