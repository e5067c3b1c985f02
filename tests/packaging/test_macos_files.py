"""The app bundle and the disk image for macOS, as far as another system can tell."""

import os
import plistlib
import subprocess
import sys
from pathlib import Path

import artifacts
import info
import pytest

from designer.site.page_files import MARKDOWN_SUFFIXES

MACOS = Path(__file__).parent.parent.parent / "packaging/macos"
BUILD = MACOS / "build_dmg.sh"

# Stands for a tool of macOS: remembers how it was called. The disk image is a file with words.
STAND_IN = """#!/bin/sh
echo "$(basename "$0")" "$@" >> "$CALLS"
case "$(basename "$0") $1" in
    "hdiutil create") for last; do :; done; echo image > "$last" ;;
esac
"""


def test_every_page_that_the_program_opens_is_declared():
    plist = info.plist()
    suffixes = {
        f".{each}"
        for declared in plist["UTImportedTypeDeclarations"]
        for each in declared["UTTypeTagSpecification"]["public.filename-extension"]
    }
    assert suffixes == MARKDOWN_SUFFIXES
    declared = {each["UTTypeIdentifier"] for each in plist["UTImportedTypeDeclarations"]}
    offered = {t for each in plist["CFBundleDocumentTypes"] for t in each["LSItemContentTypes"]}
    assert offered == declared | {"public.folder"}


def test_another_program_stays_the_default():
    ranks = {each["LSHandlerRank"] for each in info.plist()["CFBundleDocumentTypes"]}
    assert ranks == {"Alternate"}


def test_the_keys_can_be_written_and_name_this_version():
    again = plistlib.loads(plistlib.dumps(info.plist()))
    assert again["CFBundleShortVersionString"] == artifacts.version()
    assert again["CFBundleIdentifier"] == artifacts.IDENTIFIER


@pytest.mark.parametrize(
    ("tags", "system"),
    [
        ("Wheel-Version: 1.0\nTag: cp310-abi3-macosx_13_0_universal2\n", "13.0"),
        ("Tag: cp310-abi3-macosx_14_0_universal2\n", "14.0"),
        ("Tag: cp310-abi3-manylinux_2_34_x86_64\n", ""),
    ],
)
def test_the_oldest_system_is_that_of_the_wheel(tags, system):
    assert info.minimum_system(tags) == system


@pytest.mark.parametrize("name", ["program", "engine"])
def test_scripts_may_be_compiled_while_they_run(name):
    allowed = plistlib.loads((MACOS / f"{name}.entitlements").read_bytes())
    assert allowed["com.apple.security.cs.allow-jit"] is True
    assert "com.apple.security.cs.disable-library-validation" not in allowed


@pytest.fixture
def app(tmp_path):
    """A bundle as PyInstaller lays it out, with empty files."""
    app = tmp_path / "dist/Frontispiece.app"
    core = "Contents/Frameworks/QtWebEngineCore.framework"
    for name in (
        "Contents/MacOS/frontispiece",
        "Contents/Frameworks/libssl.dylib",
        "Contents/Frameworks/a folder/_yaml.so",
        f"{core}/Versions/A/Helpers/QtWebEngineProcess.app/Contents/MacOS/QtWebEngineProcess",
    ):
        (app / name).parent.mkdir(parents=True, exist_ok=True)
        (app / name).touch()
    return app


def build(app, **variables):
    """Run the script with stand-ins; its exit code, what it wrote, and the calls it made."""
    tools, calls = app.parent.parent / "tools", app.parent.parent / "calls"
    tools.mkdir()
    for tool in ("codesign", "hdiutil", "xcrun"):
        (tools / tool).write_text(STAND_IN)
        (tools / tool).chmod(0o755)
    (tools / "python3").symlink_to(sys.executable)
    given = {"PATH": f"{tools}:{os.environ['PATH']}", "CALLS": str(calls)}
    done = subprocess.run(
        ["bash", BUILD], env=os.environ | given | {"FRONTISPIECE_APP": str(app)} | variables,
        check=False, capture_output=True, text=True,
    )  # fmt: skip
    made = calls.read_text().splitlines() if calls.exists() else []
    return done, [call.replace(f"{app.parent}/", "") for call in made]


pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the script is one for bash")


def test_without_a_certificate_the_signature_is_ad_hoc(app):
    done, calls = build(app)
    assert (done.returncode, done.stderr) == (0, "")
    signed = [call.split()[-1] for call in calls if call.startswith("codesign --force --sign - ")]
    assert {Path(each).name for each in signed[:2]} == {"libssl.dylib", "_yaml.so"}
    assert [Path(each).name for each in signed[2:]] == [
        "QtWebEngineProcess.app",
        "QtWebEngineCore.framework",
        "Frontispiece.app",
    ]
    assert "codesign --verify --deep --strict Frontispiece.app" in calls
    assert not [call for call in calls if "--options runtime" in call or "xcrun" in call]
    assert (app.parent / artifacts.names()["dmg"]).read_text() == "image\n"


def test_with_a_certificate_the_runtime_is_hardened_and_the_image_notarised(app):
    identity = "Developer ID Application: Somebody"
    done, calls = build(app, MACOS_IDENTITY=identity, MACOS_NOTARY_PROFILE="profile")
    assert done.returncode == 0
    image = artifacts.names()["dmg"]
    head = f"codesign --force --sign {identity} --timestamp"
    inside = [call for call in calls if call.startswith(f"{head} --options runtime")]
    assert len(inside) == 5
    assert f"--entitlements {MACOS}/engine.entitlements" in inside[2]
    assert f"--entitlements {MACOS}/program.entitlements Frontispiece.app" in inside[4]
    assert calls[-3:] == [
        f"{head} {image}",
        f"xcrun notarytool submit {image} --keychain-profile profile --wait",
        f"xcrun stapler staple {image}",
    ]


def test_without_a_bundle_it_says_what_to_do(app):
    done, calls = build(app.parent / "None.app")
    assert (done.returncode, calls) == (1, [])
    assert "freeze.py" in done.stderr
