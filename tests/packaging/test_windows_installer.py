"""The installer for Windows: compiled with a small payload and, where Wine is, run."""

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

import artifacts
import build_setup
import pytest

from designer.site.page_files import MARKDOWN_SUFFIXES
from tests.patience import PROCESS_S

SCRIPT = build_setup.SCRIPT.read_text(encoding="utf-8")
NAMES = ["_internal/a folder/library.dll", "_internal/costs-$5-é.txt", "frontispiece.exe"]


def payload_in(folder, program=b"MZ"):
    for name in NAMES:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(program)
    return folder


@pytest.fixture
def payload(tmp_path):
    return payload_in(tmp_path / "payload")


def compiled(payload, folder, **options):
    if shutil.which("makensis") is None:
        pytest.skip("makensis is not installed (packaging/linux/apt-test-tools.txt)")
    return build_setup.build(payload, folder / artifacts.names()["setup"], folder, **options)


def test_the_installer_is_compiled_without_a_warning(payload, tmp_path):
    setup = compiled(payload, tmp_path / "work")
    assert setup.read_bytes()[:2] == b"MZ"
    assert setup.stat().st_size > 50_000


def test_a_warning_of_the_compiler_is_an_error(payload, tmp_path, monkeypatch):
    script = tmp_path / "installer.nsi"
    script.write_text(SCRIPT + "\nFunction nobodyCallsThis\nFunctionEnd\n", encoding="utf-8")
    monkeypatch.setattr(build_setup, "SCRIPT", script)
    with pytest.raises(build_setup.SetupError, match="nobodyCallsThis"):
        compiled(payload, tmp_path / "work")


def test_a_missing_compiler_is_told(payload, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(build_setup.SetupError, match="NSIS is not installed"):
        build_setup.build(payload, tmp_path / "setup.exe", tmp_path)


def test_what_is_installed_is_removed_and_nothing_else(payload):
    install, remove = build_setup.file_macros(payload).split("!macroend")[:2]
    assert [Path(name).name for name in re.findall(r'File "(.*)"', install)] == [
        Path(name).name for name in NAMES
    ]
    assert re.findall(r'(?:Delete|RMDir) "\$INSTDIR\\(.*)"', remove) == [
        "_internal\\a folder\\library.dll",
        "_internal\\costs-$$5-é.txt",
        "frontispiece.exe",
        "_internal\\a folder",
        "_internal",
    ]
    assert not re.search(r"RMDir\s+/r|Delete.*\*", SCRIPT)


@pytest.mark.parametrize("suffix", sorted(MARKDOWN_SUFFIXES))
@pytest.mark.parametrize("macro", ["OfferFor", "WithdrawFor"])
def test_every_page_is_offered_and_withdrawn(macro, suffix):
    assert f'!insertmacro {macro} "{suffix}"' in SCRIPT


def test_the_default_program_for_pages_is_not_touched():
    written = re.findall(r'WriteRegStr HKCU "\$\{CLASSES\}\\(\$\{SUFFIX\}\S*)"', SCRIPT)
    assert written == ["${SUFFIX}\\OpenWithProgids"]
    assert "HKLM" not in SCRIPT


def test_the_installer_names_the_program_as_all_do():
    defined = dict(re.findall(r'^!define (\w+) "(.*)"$', SCRIPT, re.MULTILINE))
    assert defined["NAME"] == artifacts.TITLE
    assert defined["PROGRAM"] == artifacts.program("win32").name
    assert defined["PUBLISHER"] == artifacts.PUBLISHER
    assert defined["HOMEPAGE"] == artifacts.HOMEPAGE


class Wine:
    """A Windows 10 in a folder; programs run in it without a display."""

    def __init__(self, folder):
        places = f"{os.environ['PATH']}:/usr/lib/wine"
        self.program = shutil.which("wine64", path=places)
        self.server = shutil.which("wineserver64", path=places)
        if self.program is None or self.server is None:
            pytest.skip("Wine is not installed: apt-get install wine64")
        self.folder = folder
        self.variables = os.environ | {"WINEPREFIX": str(folder), "WINEDEBUG": "-all"}
        self.variables.pop("DISPLAY", None)
        self.run("wineboot", "-i")
        self.run("winecfg", "-v", "win10")

    def run(self, *command):
        """Run a program; its exit code and what it printed.

        It prints into a file: a pipe would be held open by the services of Wine.
        """
        with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as printed:
            done = subprocess.run(
                [self.program, *map(str, command)],
                check=False, stdin=subprocess.DEVNULL, stdout=printed, stderr=subprocess.DEVNULL,
                env=self.variables, timeout=PROCESS_S,
            )  # fmt: skip
            printed.seek(0)
            return done.returncode, printed.read()

    def uninstall(self, folder):
        """Run the uninstaller, which goes on as a copy of itself, and wait for its end."""
        assert self.run(folder / "uninstall.exe", "/S")[0] == 0
        subprocess.run([self.server, "-w"], check=True, env=self.variables, timeout=PROCESS_S)

    def start(self, file):
        """Start a program that runs until its standard input ends."""
        return subprocess.Popen(
            [self.program, str(file)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            env=self.variables, text=True,
        )  # fmt: skip

    def key(self, name):
        """All values of a key of the person's registry and below, or None without the key."""
        code, printed = self.run("reg", "query", f"HKCU\\Software\\{name}", "/s")
        return printed if code == 0 else None

    def add(self, name, value):
        self.run("reg", "add", f"HKCU\\Software\\{name}", "/v", value, "/f")

    def files(self):
        """The files of the person whose name or folder is that of the program."""
        found = (self.folder / "drive_c/users").rglob("*")
        return {
            each.relative_to(self.folder).as_posix().split("/AppData/")[-1]
            for each in found
            if each.is_file() and "rontispiece" in str(each.relative_to(self.folder))
        }


@pytest.fixture(scope="module")
def wine(tmp_path_factory):
    return Wine(tmp_path_factory.mktemp("wine"))


@pytest.fixture(scope="module")
def setup(wine, tmp_path_factory):
    """The installer with a program of 64 bits, as this Wine runs no others."""
    [program, *_] = Path("/usr/lib").glob("*/wine/x86_64-windows/cmd.exe")
    folder = tmp_path_factory.mktemp("setup")
    payload = payload_in(folder / "payload", program.read_bytes())
    return compiled(payload, folder, target="amd64-unicode")


def place_of(wine):
    [folder] = (wine.folder / "drive_c/users").glob("*/AppData/Local/Programs/Frontispiece")
    return folder


INSTALLED = {f"Local/Programs/Frontispiece/{name}" for name in [*NAMES, "uninstall.exe"]}
INSTALLED |= {"Roaming/Microsoft/Windows/Start Menu/Programs/Frontispiece.lnk"}


def test_it_installs_upgrades_and_removes_itself_without_a_trace(wine, setup):
    wine.add(r"Classes\.md\OpenWithProgids", "Another.Program")
    assert wine.run(setup, "/S")[0] == 0
    assert wine.files() == INSTALLED
    entry = wine.key(r"Microsoft\Windows\CurrentVersion\Uninstall\Frontispiece")
    assert re.search(rf"DisplayVersion\s+REG_SZ\s+{re.escape(artifacts.version())}", entry)
    for suffix in MARKDOWN_SUFFIXES:
        assert "Frontispiece.Page" in wine.key(rf"Classes\{suffix}\OpenWithProgids")
    command = wine.key(r"Classes\Directory\shell\Frontispiece\command")
    assert re.search(r'"C:\\.*\\frontispiece\.exe" "%1"', command)

    own = place_of(wine) / "my own.txt"
    own.write_text("words")
    assert wine.run(setup, "/S")[0] == 0  # once more, over the first one
    assert wine.files() == INSTALLED | {"Local/Programs/Frontispiece/my own.txt"}

    wine.uninstall(place_of(wine))
    assert wine.files() == {"Local/Programs/Frontispiece/my own.txt"}
    own.unlink()
    for gone in (
        r"Microsoft\Windows\CurrentVersion\Uninstall\Frontispiece",
        r"Microsoft\Windows\CurrentVersion\App Paths\frontispiece.exe",
        r"Classes\Frontispiece.Page",
        r"Classes\Applications\frontispiece.exe",
        r"Classes\Directory\shell\Frontispiece",
        r"Classes\Directory\Background\shell\Frontispiece",
        r"Classes\.mdx",
    ):
        assert wine.key(gone) is None
    assert "Another.Program" in wine.key(r"Classes\.md\OpenWithProgids")


def test_while_the_program_runs_it_is_neither_replaced_nor_removed(wine, setup):
    assert wine.run(setup, "/S")[0] == 0
    running = wine.start(place_of(wine) / "frontispiece.exe")
    assert running.stdout.readline()
    try:
        assert wine.run(setup, "/S")[0] == 2
        assert wine.files() == INSTALLED
    finally:
        running.communicate("exit\n", timeout=PROCESS_S)
    wine.uninstall(place_of(wine))
    assert wine.files() == set()


def test_an_older_windows_is_told_and_left_alone(wine, setup):
    wine.run("winecfg", "-v", "win7")
    try:
        assert wine.run(setup, "/S")[0] == 3
        assert wine.files() == set()
    finally:
        wine.run("winecfg", "-v", "win10")
