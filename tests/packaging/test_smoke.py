"""The judge of a built program: what it takes for silence, and for a picture of a page."""

import json
import subprocess

import pytest
import smoke
from PySide6.QtGui import QColor, QImage, QPainter

REPORT = json.dumps({"ms": {"window": 90.0}, "lines_changed": 1})


def picture(folder, *, is_blank=False):
    image = QImage(1440, 900, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    for row in range(0, 900, 3):  # panels at both sides are always drawn
        painter.fillRect(0, row, row % 400, 1, QColor("black"))
        if not is_blank:
            painter.fillRect(500, row, row % 401, 1, QColor("black"))
    painter.end()
    file = folder / "window.png"
    image.save(str(file))
    return file


def ended(code=0, out=REPORT, err=""):
    return subprocess.CompletedProcess([], code, out, err)


def test_a_good_run_tells_its_times(tmp_path):
    noise = "Sandboxing disabled by user.\n\n[1:2:ERROR:bus.cc] Failed to connect to the bus: no\n"
    assert smoke.judge(ended(err=noise), picture(tmp_path)) == {"window": 90.0}


@pytest.mark.parametrize(
    ("done", "reason"),
    [
        (ended(1), "ended with 1"),
        (ended(-6, err="Aborted"), "Aborted"),
        (ended(err="qt.qpa: something new"), "something new"),
    ],
)
def test_a_bad_run_is_told(tmp_path, done, reason):
    with pytest.raises(smoke.SmokeError, match=reason):
        smoke.judge(done, picture(tmp_path))


def test_a_blank_page_is_told(tmp_path):
    with pytest.raises(smoke.SmokeError, match="no page"):
        smoke.judge(ended(), picture(tmp_path, is_blank=True))
    with pytest.raises(smoke.SmokeError, match="no page"):
        smoke.judge(ended(), tmp_path / "missing.png")
