"""What the frozen program leaves out, and what it may not contain."""

import pytest
from bundle_trim import EXCLUDED_MODULES, trim

LIB = "PySide6/Qt/lib"
IMPORTS = {
    "QtWidgets": ["libQt6Widgets.so.6", "libc.so.6"],
    "libQt6Widgets": ["libQt6Gui.so.6"],
    "libqxcb": ["libQt6XcbQpa.so.6", "libX11.so.6"],
    "libqpdf": ["libQt6Pdf.so.6"],
    "QtQml": ["libQt6Charts.so.6"],
}
BINARIES = [
    "libpython3.11.so.1.0", "libX11.so.6", "libffi.so.8", "python3.11/lib-dynload/math.so",
    "PySide6/QtWidgets.abi3.so", "PySide6/QtQml.abi3.so", "PySide6/Qt/plugins/platforms/libqxcb.so",
    "PySide6/Qt/plugins/imageformats/libqpdf.so", "PySide6/Qt/libexec/QtWebEngineProcess",
    f"{LIB}/libQt6Widgets.so.6", f"{LIB}/libQt6Gui.so.6", f"{LIB}/libQt6XcbQpa.so.6",
    f"{LIB}/libQt6Pdf.so.6", f"{LIB}/libQt6Charts.so.6",
]  # fmt: skip
DATA = [
    "designer/resources/a.yaml", "PySide6/Qt/resources/icudtl.dat",
    "PySide6/Qt/resources/qtwebengine_devtools_resources.pak",
    "PySide6/Qt/resources/v8_context_snapshot.debug.bin", "PySide6/Qt/qml/QtQuick/qmldir",
    "PySide6/Qt/translations/qtbase_de.qm",
    "PySide6/Qt/translations/qtwebengine_locales/de.pak",
    "PySide6/Qt/translations/qtwebengine_locales/en-US.pak",
]  # fmt: skip


def imports_of(source):
    name = source.rpartition("/")[2].partition(".")[0]
    return IMPORTS.get(name, [])


def files(names, kind="BINARY"):
    return [(name, f"/build/{name}", kind) for name in names]


def kept(binaries, datas=(), platform="linux"):
    found = trim(files(binaries), datas, imports_of, platform)
    return [[each[0] for each in part] for part in found]


def test_only_what_is_reached_stays():
    binaries, _ = kept(BINARIES)
    assert binaries == [
        "libpython3.11.so.1.0", "libffi.so.8", "python3.11/lib-dynload/math.so",
        "PySide6/QtWidgets.abi3.so", "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/libexec/QtWebEngineProcess", f"{LIB}/libQt6Widgets.so.6",
        f"{LIB}/libQt6Gui.so.6", f"{LIB}/libQt6XcbQpa.so.6",
    ]  # fmt: skip


def test_libraries_of_other_systems_stay():
    assert kept(["vcruntime140.dll", "libssl-3.dll"], platform="win32")[0] == [
        "vcruntime140.dll",
        "libssl-3.dll",
    ]


def test_windows_has_other_paths():
    names = [r"PySide6\QtWidgets.pyd", r"PySide6\Qt6Pdf.dll", r"PySide6\QtWebEngineProcess.exe"]
    assert kept(names, platform="win32")[0] == [names[0], names[2]]


def test_data_that_nothing_reads_goes():
    assert kept([], files(DATA, "DATA"))[1] == [
        "designer/resources/a.yaml",
        "PySide6/Qt/resources/icudtl.dat",
        "PySide6/Qt/translations/qtwebengine_locales/en-US.pak",
    ]


def test_links_stay_with_their_targets():
    links = [
        ("libQt6Gui.so.6", f"{LIB}/libQt6Gui.so.6", "SYMLINK"),
        ("libQt6Pdf.so.6", f"{LIB}/libQt6Pdf.so.6", "SYMLINK"),
    ]
    assert kept(BINARIES, links)[1] == ["libQt6Gui.so.6"]


def test_frameworks_of_macos_stay_whole():
    core = "PySide6/Qt/lib/QtWebEngineCore.framework"
    charts = "PySide6/Qt/lib/QtPdf.framework"
    binaries = [f"{core}/Helpers/QtWebEngineProcess", f"{charts}/QtPdf"]
    data = files([f"{core}/Resources/icudtl.dat", f"{charts}/Resources/Info.plist"], "DATA")
    assert kept(binaries, data, "darwin")[1] == [f"{core}/Resources/icudtl.dat"]


@pytest.mark.parametrize(
    "name", ["PySide6/QtWebEngineProcess/libQt6Charts.so.6", "libreadline.so.8"]
)
def test_what_may_not_be_shipped_is_an_error(name):
    program = "PySide6/Qt/libexec/QtWebEngineProcess"
    imports = {program: [name]}
    with pytest.raises(ValueError, match="may not be shipped"):
        trim(
            files([program, name]),
            [],
            lambda source: imports.get(source.removeprefix("/build/"), []),
            "win32",
        )
    assert "readline" in EXCLUDED_MODULES
