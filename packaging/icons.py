"""Makes the program's icon for each system from ``resources/look/frontispiece.svg``.

::

    python packaging/icons.py     writes build/icons: PNG files, frontispiece.ico, frontispiece.icns

Windows and macOS read pictures in PNG format inside their icon files, so the containers are a few
bytes around the same pictures that Linux takes.
"""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Final

from artifacts import NAME, ROOT
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SOURCE: Final = ROOT / "resources/look/frontispiece.svg"
FOLDER: Final = ROOT / "build/icons"

SIZES: Final = (16, 22, 24, 32, 48, 64, 128, 256, 512)  # of the icon theme of Linux
_ICO_SIZES: Final = (16, 24, 32, 48, 64, 128, 256)
_ICNS_TYPES: Final = {  # the size of a picture by its code; "at 2x" codes hold twice the name
    b"ic11": 32,
    b"ic12": 64,
    b"ic07": 128,
    b"ic13": 256,
    b"ic08": 256,
    b"ic14": 512,
    b"ic09": 512,
    b"ic10": 1024,
}


def png(size: int, source: Path = SOURCE) -> bytes:
    """Draw the icon as a PNG picture of some width and height in pixels.

    Raises:
        ValueError: The source is no drawing.
    """
    renderer = QSvgRenderer(str(source))
    if not renderer.isValid():
        raise ValueError(f"{source} is no SVG drawing.")
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """Pack PNG pictures, by their size, into an icon file of Windows."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(head) + 16 * len(pictures)
    entries = b""
    for size, picture in pictures.items():
        byte = size % 256  # 256 is written as 0
        entries += struct.pack("<BBBBHHII", byte, byte, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return head + entries + b"".join(pictures.values())


def icns(pictures: dict[bytes, bytes]) -> bytes:
    """Pack PNG pictures, by their code, into an icon file of macOS."""
    parts = b"".join(
        code + struct.pack(">I", 8 + len(picture)) + picture for code, picture in pictures.items()
    )
    return b"icns" + struct.pack(">I", 8 + len(parts)) + parts


def write(folder: Path = FOLDER) -> Path:
    """Write all icons into a folder: ``NAME-SIZE.png``, ``NAME.ico`` and ``NAME.icns``."""
    folder.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        (folder / f"{NAME}-{size}.png").write_bytes(png(size))
    (folder / f"{NAME}.ico").write_bytes(ico({size: png(size) for size in _ICO_SIZES}))
    packed = icns({code: png(size) for code, size in _ICNS_TYPES.items()})
    (folder / f"{NAME}.icns").write_bytes(packed)
    return folder


def main() -> None:
    """Write all icons; a drawing without words needs neither a display nor an application."""
    print(f"Icons: {write()}")


if __name__ == "__main__":
    main()
