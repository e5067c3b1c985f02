"""The icon of the program: drawn in all sizes, packed for each system."""

import artifacts
import icons
import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageReader


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return icons.write(tmp_path_factory.mktemp("icons"))


def sizes(file):
    reader = QImageReader(str(file))
    found = []
    while True:
        image = reader.read()
        assert (image.width(), image.isNull()) == (image.height(), False)
        found.append(image.width())
        if not reader.jumpToNextImage():
            return found


@pytest.mark.parametrize("size", icons.SIZES)
def test_every_size_is_drawn(folder, size):
    image = QImage(str(folder / f"{artifacts.NAME}-{size}.png"))
    assert (image.width(), image.height()) == (size, size)
    assert image.pixelColor(0, 0).alpha() == 0
    assert image.pixelColor(size // 2, size // 8).alpha() == 255
    assert len({image.pixel(x, y) for x in range(size) for y in range(size)}) > 20


def test_windows_reads_its_icon(folder):
    assert sizes(folder / "frontispiece.ico") == [16, 24, 32, 48, 64, 128, 256]


def test_macos_reads_its_icon(folder):
    assert set(sizes(folder / "frontispiece.icns")) == {32, 64, 128, 256, 512, 1024}


def test_what_stands_in_an_icon_of_windows_are_the_pictures():
    pictures = {16: icons.png(16), 256: icons.png(256)}
    packed = icons.ico(pictures)
    assert packed.endswith(pictures[16] + pictures[256])
    data = QByteArray(packed)
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    assert QImageReader(buffer, QByteArray(b"ico")).imageCount() == 2


@pytest.mark.qt_log_ignore("Cannot open file")
def test_a_file_that_is_no_drawing_is_refused(tmp_path):
    with pytest.raises(ValueError, match="no SVG drawing"):
        icons.png(16, tmp_path / "nothing.svg")
