"""Chooses the files of a frozen program: of Qt only what the program reaches.

PyInstaller collects every module of Qt that QtQml mentions, 200 MB more than are used. ``trim``
follows the imports of the libraries, beginning at the Python modules and plug-ins that the program
uses. Lists of files are PyInstaller's: tuples of the path in the bundle, the source and the kind.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePosixPath
from typing import Final, TypeAlias

File: TypeAlias = tuple[str, str, str]

EXCLUDED_MODULES: Final = [
    "readline",  # GPL-3
    "_hashlib",  # only a faster way, with OpenSSL
    "bz2", "curses", "idlelib", "lzma", "pip", "pydoc", "setuptools", "sqlite3", "ssl", "tkinter",
    "unittest",
]  # fmt: skip
"""Modules that nothing needs and that bring libraries of the system that builds."""

MODULES: Final = frozenset(
    {
        "QtCore", "QtGui", "QtNetwork", "QtPrintSupport", "QtSvg", "QtTest", "QtWebChannel",
        "QtWebEngineCore", "QtWebEngineWidgets", "QtWidgets",
    }
)  # fmt: skip
"""The Python modules of PySide6 that the program uses, or that these import."""

PLUGINS: Final = frozenset(
    {
        "egldeviceintegrations", "generic", "iconengines", "imageformats", "networkinformation",
        "platforminputcontexts", "platforms", "platformthemes", "styles", "tls",
        "wayland-decoration-client", "wayland-graphics-integration-client",
        "wayland-shell-integration", "xcbglintegrations",
    }
)  # fmt: skip
"""The folders of Qt's plug-ins that a desktop program uses."""

_UNUSED_PLUGINS = re.compile(
    r"q(vnc|linuxfb|minimalegl|vkkhrdisplay|eglfs|direct2d|pdf|tiff|tga|wbmp|icns|tuiotouch"
    r"|tvirtualkeyboard|evdev\w+|libinput|networkmanager|glib)|libq?tuiotouch",
    re.IGNORECASE,
)

GPL_ONLY: Final = re.compile(
    r"Qt6?(Charts|DataVisualization|Graphs|VirtualKeyboard|Quick3D|QuickTimeline|Lottie|Coap|Mqtt"
    r"|NetworkAuth|HttpServer|Grpc|ShaderTools|WaylandCompositor|Designer|UiTools|Help)"
)
"""Modules of Qt that are under the GPL or a commercial licence, and tools that bring them."""

_UNUSED_DATA = re.compile(
    r"/qml/|/(metatypes|typesystems|glue|include|doc|support)/|\.(pyi|debug\.pak|debug\.bin)$"
    r"|devtools_resources|/translations/(?!qtwebengine_locales/en-US\.pak)"
)

# On Linux the package system brings all other libraries, in the version that fits its drivers.
_SYSTEM_LIBRARIES_KEPT = re.compile(r"libpython|libffi")

_EXTENSION = re.compile(r"\.(abi3\.|cpython-[\w-]+\.|cp\d+-\w+\.)?(so|pyd|dylib)$")


def trim(
    binaries: Iterable[File],
    datas: Iterable[File],
    imports_of: Callable[[str], Iterable[str]] | None = None,
    platform: str = sys.platform,
) -> tuple[list[File], list[File]]:
    """Return the binaries and the data of a bundle without what the program cannot reach.

    Args:
        binaries: All libraries and programs that were collected.
        datas: All other files that were collected.
        imports_of: Returns the names of the libraries that a binary imports.
        platform: The system for which the program is frozen.

    Raises:
        ValueError: A library is left that may not be shipped.
    """
    binaries, datas = [*binaries], [*datas]
    imports_of = imports_of or _imports_of
    reached = _reached(binaries, imports_of)
    kept = [
        file
        for file in binaries
        if (file[0] in reached or not _is_qt(file[0])) and not _is_system_library(file, platform)
    ]
    targets = {dest for dest, _, _ in kept}
    frameworks = {_framework(dest) for dest, _, _ in kept} - {""}
    data = [
        file
        for file in datas
        if not _UNUSED_DATA.search("/" + file[0].replace("\\", "/"))
        and _is_kept_data(file, targets, frameworks)
    ]
    for dest, _, _ in (*kept, *data):
        if GPL_ONLY.search(PurePosixPath(dest.replace("\\", "/")).name) or "readline" in dest:
            raise ValueError(f"{dest} may not be shipped; leave it out in packaging/bundle_trim.py")
    return kept, data


def _reached(binaries: list[File], imports_of: Callable[[str], Iterable[str]]) -> frozenset[str]:
    """Return the paths of Qt's binaries that the program reaches."""
    named: dict[str, File] = {_name(dest): (dest, source, kind) for dest, source, kind in binaries}
    todo = [file for file in binaries if _is_root(file[0])]
    reached: set[str] = set()
    while todo:
        dest, source, _ = todo.pop()
        if dest in reached:
            continue
        reached.add(dest)
        todo += [named[name] for name in map(_name, imports_of(source)) if name in named]
    return frozenset(reached)


def _imports_of(source: str) -> Iterator[str]:
    from PyInstaller.depend.bindepend import get_imports  # noqa: PLC0415 - only while freezing

    return (name for name, _ in get_imports(source))


def _name(path: str) -> str:
    """Return the name of a library as others import it."""
    return path.replace("\\", "/").rpartition("/")[2].lower()


def _is_qt(dest: str) -> bool:
    return dest.replace("\\", "/").startswith("PySide6/")


def _is_root(dest: str) -> bool:
    """Return whether a binary is used without being imported by another one."""
    path = PurePosixPath(dest.replace("\\", "/"))
    if not _is_qt(dest):
        return True
    if "plugins" in path.parts:
        folder = path.parts[path.parts.index("plugins") + 1]
        return folder in PLUGINS and not _UNUSED_PLUGINS.search(path.name)
    stem = _EXTENSION.sub("", path.name)
    return stem in MODULES or path.name.startswith("QtWebEngineProcess")


def _is_system_library(file: File, platform: str) -> bool:
    """Return whether a library belongs to the Linux system on which the program is frozen."""
    dest, _, kind = file
    if not platform.startswith("linux") or kind == "EXTENSION" or "/" in dest:
        return False
    return not _SYSTEM_LIBRARIES_KEPT.match(dest)


def _gone(source: str, targets: set[str]) -> bool:
    """Return whether the target of a link is not among the files of the bundle."""
    target = source.replace("\\", "/")
    return target.startswith("PySide6/") and target not in targets


def _framework(dest: str) -> str:
    """Return the framework of macOS that contains a file; '' for none."""
    head, found, _ = dest.partition(".framework/")
    return head.rpartition("/")[2] if found else ""


def _is_kept_data(file: File, targets: set[str], frameworks: set[str]) -> bool:
    dest, source, kind = file
    framework = _framework(dest)
    if framework:
        return framework in frameworks
    return kind != "SYMLINK" or not _gone(source, targets)
