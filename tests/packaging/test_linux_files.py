"""The files with which a Linux desktop knows the program, judged by the tools of that desktop."""

import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from configparser import ConfigParser
from pathlib import Path

import artifacts
import icons
import pytest

from designer.site.page_files import MARKDOWN_SUFFIXES
from tests.packaging.tools import assert_accepts, run

LINUX = Path(__file__).parent.parent.parent / "packaging/linux"
DESKTOP = LINUX / "frontispiece.desktop"
METAINFO = LINUX / "frontispiece.metainfo.xml"
MIME = LINUX / "frontispiece-mime.xml"
APPARMOR = LINUX / "frontispiece.apparmor"

MIME_OF_A_FILE = """
import sys
from PySide6.QtCore import QMimeDatabase
kind = QMimeDatabase().mimeTypeForFile(sys.argv[1])
print(kind.name(), kind.inherits("text/markdown"))
"""


def desktop_entry():
    parser = ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(DESKTOP, encoding="utf-8")
    return parser["Desktop Entry"]


def offered_types():
    return set(desktop_entry()["MimeType"].strip(";").split(";"))


def test_the_desktop_entry_is_valid():
    assert assert_accepts("desktop-file-validate", DESKTOP) == ""


def test_the_desktop_entry_has_the_name_that_the_program_tells_the_desktop():
    entry = desktop_entry()
    assert DESKTOP.stem == artifacts.NAME
    assert icons.SOURCE.stem == entry["Icon"]
    assert icons.SOURCE.is_file()
    assert entry["Exec"] == f"{artifacts.NAME} %f"


def test_the_metainfo_is_valid():
    done = run("appstreamcli", "validate", "--no-net", METAINFO)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_validator_finds_what_is_wrong_with_metainfo(tmp_path):
    broken = tmp_path / METAINFO.name
    text = METAINFO.read_text(encoding="utf-8")
    broken.write_text(text.replace("<name>Frontispiece</name>", ""), encoding="utf-8")
    assert run("appstreamcli", "validate", "--no-net", broken).returncode != 0


def test_the_metainfo_says_what_the_other_files_say():
    root = ET.parse(METAINFO).getroot()  # noqa: S314 (our own file)
    assert root.findtext("id") == artifacts.IDENTIFIER
    assert root.findtext("launchable") == DESKTOP.name
    assert root.findtext("name") == desktop_entry()["Name"] == artifacts.TITLE
    assert root.findtext("summary") == desktop_entry()["Comment"] == artifacts.SUMMARY
    assert root.findtext("provides/binary") == artifacts.NAME
    assert root.find("releases/release").get("version") == artifacts.version()
    types = {each.text for each in root.findall("provides/mediatype")}
    assert types == offered_types() - {"text/x-markdown"}  # another name of text/markdown
    addresses = re.findall(r"https://[^<\"]+", METAINFO.read_text(encoding="utf-8"))
    assert len(addresses) == 5
    assert all(each.startswith(artifacts.HOMEPAGE) for each in addresses)


def test_the_program_is_offered_for_pages_and_for_folders():
    assert {"text/markdown", "text/mdx", "text/x-markdoc", "inode/directory"} <= offered_types()


@pytest.mark.parametrize("suffix", sorted(MARKDOWN_SUFFIXES))
def test_every_page_that_the_program_opens_is_offered(suffix, tmp_path):
    page = tmp_path / f"page{suffix}"
    page.write_text("---\ntitle: Words\n---\n", encoding="utf-8")
    kind, is_markdown = type_of(page, tmp_path)
    assert kind in offered_types()
    assert is_markdown


def test_a_game_keeps_its_type(tmp_path):
    game = tmp_path / "game.mdx"
    game.write_bytes(bytes(256) + b"SEGA 32X" + bytes(64))
    assert type_of(game, tmp_path) == ("application/x-genesis-32x-rom", False)


def type_of(file, folder):
    """The type of a file on a system with the types of the package, and if it is Markdown."""
    data = folder / "share"
    (data / "mime/packages").mkdir(parents=True)
    (data / "mime/packages/frontispiece.xml").write_bytes(MIME.read_bytes())
    variables = {"XDG_DATA_DIRS": f"{data}:/usr/share", "XDG_DATA_HOME": str(folder / "none")}
    assert_accepts("update-mime-database", data / "mime", env=os.environ | variables)
    done = subprocess.run(
        [sys.executable, "-c", MIME_OF_A_FILE, file],
        env=os.environ | variables, check=True, capture_output=True, text=True,
    )  # fmt: skip
    name, inherits = done.stdout.split()
    return name, inherits == "True"


def test_the_manual_is_typeset_without_a_warning():
    text = assert_accepts("groff", "-man", "-Tutf8", "-ww", "-P-cbou", LINUX / "frontispiece.1")
    assert "\nEXIT STATUS\n" in text


def test_the_manual_is_no_description_of_one_version():
    assert artifacts.version() not in (LINUX / "frontispiece.1").read_text(encoding="utf-8")


def parse_profile(text):
    return run("apparmor_parser", "-Q", "-K", "-T", input=text)


def test_the_apparmor_profile_is_read():
    """User namespaces are a rule since AppArmor 4, so an older parser reads the rest."""
    profile = APPARMOR.read_text(encoding="utf-8")
    is_new = Path("/etc/apparmor.d/abi/4.0").exists()
    older = profile.replace("abi/4.0", "abi/3.0").replace("userns,", "")
    done = parse_profile(profile if is_new else older)
    assert done.returncode == 0, done.stderr
    assert parse_profile(older.replace("flags=", "flag")).returncode != 0


def test_the_apparmor_profile_allows_user_namespaces_to_the_engine():
    profile = APPARMOR.read_text(encoding="utf-8")
    assert re.search(r"^  userns,$", profile, re.MULTILINE)
    assert "/usr/lib/frontispiece/{frontispiece,**/QtWebEngineProcess}" in profile
