"""The commands on a machine without a display and without any setting, and Ctrl+C."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil
import pytest
from PySide6.QtGui import QImage

from tests.patience import PROCESS_S, WAIT_MS
from tests.process import ROOT, command, run

pytestmark = [
    pytest.mark.engine,
    pytest.mark.scenario,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="others have a display"),
]

STOPPED = (130, "", "frontispiece: Stopped; nothing was written.\n")
NO_SANDBOX = "QTWEBENGINE_DISABLE_SANDBOX"
ENDLESS = "for (const end = Date.now() + 600000; Date.now() < end; );\nmodule.exports = {}\n"


@pytest.fixture
def bare(tmp_path):
    """The environment of a service: no display, no settings of Qt."""
    variables = {"HOME": str(tmp_path / "home"), "PATH": os.environ["PATH"]}
    return variables | ({NO_SANDBOX: "1"} if os.geteuid() == 0 else {})


@pytest.fixture
def styled(sample):
    """A site that needs a build of its own Tailwind."""
    (sample / "tailwind.config.js").write_text("module.exports = {}\n")
    return sample


@pytest.fixture
def endless(sample):
    """A site whose Tailwind is never built."""
    (sample / "tailwind.config.js").write_text(ENDLESS)
    return sample


def outcome(done):
    return done.returncode, done.stdout, done.stderr


def test_check_builds_the_styles_silently(styled, bare):
    done = run("check", styled, "--quiet", environment=bare)
    assert (done.returncode, done.stderr) == (1, "")
    assert "“bg-accent2” is no class" in done.stdout  # its own configuration has no such colour


@pytest.mark.parametrize("kind", ["--html", "--png"])
def test_render_is_silent(styled, bare, tmp_path, kind):
    out = tmp_path / "out.png"
    done = run("render", styled, kind, out, "--quiet", environment=bare)
    assert outcome(done) == (0, "", "")
    assert out.stat().st_size > 1000
    assert QImage(str(out)).isNull() is (kind == "--html")


def test_embedded_fonts_need_no_display(sample, bare, tmp_path):
    out = tmp_path / "out.html"
    done = run("render", sample, "--html", out, "--embed", "--quiet", environment=bare)
    assert outcome(done) == (0, "", "")
    assert "base64," in out.read_text(encoding="utf-8")


def test_apply_is_silent(sample, bare):
    page = sample / "content" / "pages" / "index.md"
    edit = json.dumps({"op": "set", "path": ["blocks", 0, "headline"], "value": "Another"})
    done = run("apply", page, "-", "--diff", stdin=edit, environment=bare)
    assert (done.returncode, done.stderr) == (0, "")
    assert "+    headline: Another" in done.stdout


def test_a_display_that_refuses_does_no_harm(styled, bare):
    done = run("check", styled, "--quiet", environment=bare | {"DISPLAY": ":4711"})
    assert (done.returncode, done.stderr) == (1, "")


def test_a_picture_of_the_window_needs_no_display(sample, bare, tmp_path):
    done = run(sample, "--shot", tmp_path / "shot.png", environment=bare)
    assert done.returncode == 0
    assert QImage(str(tmp_path / "shot.png")).width() == 1440


def test_the_window_says_that_there_is_no_display(sample, bare):
    done = run(sample, environment=bare)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("frontispiece: There is no display here")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("has_own_styles", [True, False])
def test_the_engine_is_loaded_only_if_it_is_used(sample, bare, tmp_path, has_own_styles):
    if has_own_styles:
        (sample / "tailwind.config.js").write_text("module.exports = {}\n")
        assert run("check", sample, environment=bare).returncode == 1
        page = ("render", sample / "content/pages/index.md", "--html", tmp_path / "out.html")
        assert run(*page, environment=bare).returncode == 0
    bare.pop(NO_SANDBOX, None)  # not needed, not even as root
    for words in (("check", sample), ("render", sample, "--html", tmp_path / "out.html")):
        done = run(*words, options=("-X", "importtime"), environment=bare)
        assert done.returncode == (1 if has_own_styles and "check" in words else 0)
        assert "PySide6.QtCore" in done.stderr
        for module in ("QtGui", "QtWidgets", "QtWebEngineCore", "QtWebEngineWidgets"):
            assert f"PySide6.{module}" not in done.stderr


@pytest.mark.skipif(os.geteuid() != 0, reason="only root is refused")
@pytest.mark.parametrize(
    ("words", "has_own_styles"),
    [
        (("check",), True),
        (("render", "--html"), True),
        (("render", "--png"), True),
        (("render", "--png"), False),
    ],
)
def test_root_is_told_what_to_set(styled, bare, tmp_path, words, has_own_styles):
    out = tmp_path / "out"
    name, *kind = words
    del bare[NO_SANDBOX]
    if not has_own_styles:
        (styled / "tailwind.config.js").unlink()
    done = run(name, styled, *kind, *([out] if kind else []), environment=bare)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"set {NO_SANDBOX}=1" in done.stderr
    assert done.stderr.count("\n") == 1
    assert not out.exists()


@pytest.mark.skipif(
    os.geteuid() != 0 or shutil.which("setpriv") is None, reason="root becomes somebody else"
)
def test_an_ordinary_user_keeps_the_sandbox(styled, bare):
    # A folder that everybody can reach; those of pytest are for their owner only.
    user = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    if subprocess.run([*user, "unshare", "--user", "true"], check=False).returncode != 0:
        pytest.skip("this machine has no user namespaces")
    reading = [*user, sys.executable, "-c", "import designer"]
    if subprocess.run(reading, cwd=ROOT, check=False).returncode != 0:
        pytest.skip("the checkout is closed to other users")
    place = Path(tempfile.mkdtemp(prefix="frontispiece-"))
    shutil.copytree(styled, place / "site")
    shutil.chown(place, 65534)
    try:
        done = subprocess.run(
            [*user, *command("render", place / "site", "--png", place / "page.png", "--quiet")],
            cwd=ROOT,
            env={"HOME": str(place), "PATH": bare["PATH"], "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            timeout=PROCESS_S,
            check=False,
        )
        assert outcome(done) == (0, "", "")
        assert not QImage(str(place / "page.png")).isNull()
    finally:
        shutil.rmtree(place)


def interrupted(words, environment, *, group=True, delay=1.0):
    """Run the program, and press Ctrl+C some seconds after the page engine has started.

    A terminal sends the signal to the processes of the engine as well.
    """
    with subprocess.Popen(
        command(*words, "--quiet"),
        cwd=ROOT,
        env=environment | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        end = time.monotonic() + WAIT_MS / 1000
        while not psutil.Process(process.pid).children():
            assert time.monotonic() < end
            time.sleep(0.01)
        time.sleep(delay)
        (os.killpg if group else os.kill)(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=PROCESS_S)
    return process.returncode, out, err


@pytest.mark.parametrize("group", [True, False])
def test_ctrl_c_during_a_check(endless, bare, group):
    assert interrupted(("check", endless), bare, group=group) == STOPPED


@pytest.mark.parametrize("kind", ["--html", "--png"])
def test_ctrl_c_during_a_rendering(endless, bare, tmp_path, kind):
    folder = tmp_path / "out"
    folder.mkdir()
    old = folder / "page.out"
    old.write_text("old")
    assert interrupted(("render", endless, kind, old), bare) == STOPPED
    assert [file.name for file in folder.iterdir()] == ["page.out"]
    assert old.read_text() == "old"


def test_ctrl_c_names_what_was_written_before(sample, bare, tmp_path):
    html, png = tmp_path / "out.html", tmp_path / "out.png"
    words = ("render", sample, "--html", html, "--png", png)
    code, _, err = interrupted(words, bare, delay=0)
    assert (code, err) == (130, f"frontispiece: Stopped after writing {html}.\n")
    assert html.read_text().rstrip().endswith("</html>")
    assert not png.exists()
