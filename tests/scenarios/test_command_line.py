"""The program as a process: exit codes, sentences, static pages, pictures, the smoke run."""

from __future__ import annotations

import json
import os
import shutil

import pytest
from PySide6.QtGui import QImage

from tests.process import run

pytestmark = [pytest.mark.engine, pytest.mark.scenario]

BROKEN = {
    "broken YAML": (b"---\ntitle: a\nblocks:\n  - a: [1\n---\n", ("line",)),
    "not UTF-8": (b"---\ntitle: caf\xe9\n---\n", ("UTF-8",)),
    "a list": (b"---\n- a\n---\n", ("page.md", "names")),
    "duplicate key": (b"---\na: 1\na: 2\n---\n", ("line 3",)),
}


@pytest.mark.parametrize("name", BROKEN)
@pytest.mark.parametrize("kind", ["--shot", "--smoke", "render"])
def test_unreadable_page(tmp_path, name, kind):
    data, words = BROKEN[name]
    page = tmp_path / "page.md"
    page.write_bytes(data)
    out = tmp_path / "out"
    command = {
        "--shot": (page, "--shot", out),
        "--smoke": (page, "--smoke"),
        "render": ("render", page, "--html", out),
    }
    done = run(*command[kind])
    assert not out.exists()
    assert done.returncode == 2
    sentences = [line for line in done.stderr.splitlines() if line.startswith("frontispiece: ")]
    assert len(sentences) == 1
    for word in words:
        assert word.lower() in sentences[0].lower()
    assert "Traceback" not in done.stderr
    assert page.read_bytes() == data


def test_missing_page(tmp_path):
    done = run(tmp_path / "gone.md", "--shot", tmp_path / "shot.png")
    assert done.returncode == 2
    assert "gone.md" in done.stderr


@pytest.mark.parametrize("command", [("--smoke",), ("check",), ("render", "--html", "out.html")])
def test_empty_site(tmp_path, command):
    (tmp_path / "README.md").write_text("# Words\n")
    first, *rest = command
    done = run(tmp_path, first) if first == "--smoke" else run(first, tmp_path, *rest)
    assert done.returncode == 2
    sentences = [line for line in done.stderr.splitlines() if line.startswith("frontispiece: ")]
    assert len(sentences) == 1
    assert "no page" in sentences[0]


def test_the_window_opens_on_an_empty_site(tmp_path):
    done = run(tmp_path, "--shot", tmp_path / "window.png")
    assert done.returncode == 0
    assert not QImage(str(tmp_path / "window.png")).isNull()


def test_version():
    assert run("--version").stdout.startswith("frontispiece ")


def test_smoke(sample, tmp_path):
    page = sample / "content" / "pages" / "index.md"
    before = page.read_bytes()
    shot = tmp_path / "shot.png"
    done = run("--smoke", page, "--shot", shot)
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert set(report["ms"]) == {"start", "window", "page", "edit"}
    assert report["lines_changed"] == 1
    assert QImage(str(shot)).width() == 1440
    assert page.read_bytes() == before


def test_shot_of_the_sample_site(tmp_path):
    shot = tmp_path / "shot.png"
    done = run("--shot", shot, "--size", "1024x700")
    assert done.returncode == 0, done.stderr
    assert (QImage(str(shot)).width(), QImage(str(shot)).height()) == (1024, 700)


def test_render_html(sample, tmp_path):
    out = tmp_path / "out.html"
    page = sample / "content" / "pages" / "index.md"
    assert run("render", page, "--html", out).returncode == 0
    html = out.read_text(encoding="utf-8")
    assert "data-fp-" not in html
    assert 'src="/img/room.svg"' in html
    assert ".font-1" in html
    assert ".animate-spin" not in html


def test_render_embed(sample, tmp_path):
    out = tmp_path / "out.html"
    page = sample / "content" / "pages" / "index.md"
    assert run("render", page, "--html", out, "--embed").returncode == 0
    html = out.read_text(encoding="utf-8")
    assert 'src="/img/' not in html
    assert 'src="data:image/svg+xml;base64,' in html


def test_render_png(sample, tmp_path):
    out = tmp_path / "out.png"
    page = sample / "content" / "pages" / "rooms.md"
    done = run("render", page, "--png", out, "--width", 390)
    assert done.returncode == 0, done.stderr
    image = QImage(str(out))
    assert image.width() == 390
    assert image.height() > 1500
    bottom = image.pixelColor(20, image.height() - 20)
    assert bottom.name() == "#12343b"  # the footer's ground: nothing is cut off


def test_render_says_where_it_cannot_write(sample, tmp_path):
    page = sample / "content" / "pages" / "rooms.md"
    done = run("render", page, "--html", tmp_path / "no" / "folder.html")
    assert done.returncode == 2
    assert "cannot be written" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such file")
def test_render_to_a_pipe(sample):
    page = sample / "content" / "pages" / "rooms.md"
    done = run("render", page, "--html", "/dev/stdout", "--quiet")
    assert done.returncode == 0
    assert done.stdout.startswith("<!DOCTYPE html>")
    assert done.stdout.endswith("</html>\n")


def test_a_picture_is_a_png_under_any_name(sample, tmp_path):
    out = tmp_path / "picture"
    page = sample / "content" / "pages" / "rooms.md"
    assert run("render", page, "--png", out, "--width", 390).returncode == 0
    assert out.read_bytes().startswith(b"\x89PNG")


def test_render_tells_what_it_wrote_as_json(sample, tmp_path):
    (sample / "tailwind.config.js").write_text("module.exports = {\n  theme: nothing\n}\n")
    page, out = sample / "content" / "pages" / "rooms.md", tmp_path / "out.html"
    done = run("render", page, "--html", out, "--json")
    told = json.loads(done.stdout)
    assert told["written"] == [str(out)]
    (warning,) = told["warnings"]
    assert done.stderr == f"frontispiece: {warning}\n"
    assert "nothing is not defined" in warning
    quiet = run("render", page, "--html", out, "--json", "--quiet")
    assert json.loads(quiet.stdout) == told
    assert quiet.stderr == ""


@pytest.mark.parametrize("command", ["", "render", "apply", "check"])
def test_every_help_has_examples(command):
    done = run(*filter(None, (command, "--help")))
    _, examples = done.stdout.split("examples:\n")
    assert f"  frontispiece {command}" in examples
    if command:
        assert f"frontispiece {command} " in run("--help").stdout


def test_site_of_a_page_that_lies_elsewhere(sample, tmp_path):
    page = tmp_path / "elsewhere.md"
    shutil.copy(sample / "content" / "pages" / "visit.md", page)
    out = tmp_path / "out.html"
    assert run("render", page, "--site", sample, "--html", out).returncode == 0
    assert "--primary-color: #12343B" in out.read_text(encoding="utf-8").replace(
        "--primary-color:#", "--primary-color: #"
    )


def test_smoke_finds_a_slot_further_down(sample):
    page = sample / "content" / "pages" / "odd.md"
    page.write_text(
        "---\nblocks:\n  - _template: odd\n    words: x\n  - _template: tailwindFeature\n"
        "    headline: Two\n    tailwind:\n      background: ''\n"
        "      headline: text-3xl opacity-50\n---\n",
        encoding="utf-8",
    )
    done = run("--smoke", page)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["lines_changed"] == 1


@pytest.mark.parametrize("kind", ["--html", "--png"])
def test_a_page_is_not_overwritten_by_what_is_made_of_it(sample, kind):
    page = sample / "content" / "pages" / "visit.md"
    before = page.read_bytes()
    done = run("render", page, kind, page)
    assert done.returncode == 2
    assert "nothing was written" in done.stderr
    assert page.read_bytes() == before


@pytest.mark.parametrize("config", [b"\xff", b"module.exports = {\n  theme: nothing\n}\n"])
def test_a_page_with_a_broken_configuration_is_written_with_the_preset(sample, tmp_path, config):
    out = tmp_path / "out.html"
    assert run("render", sample, "--html", out).returncode == 0
    before = out.read_text(encoding="utf-8")
    (sample / "tailwind.config.js").write_bytes(config)
    done = run("render", sample, "--html", out)
    assert done.returncode == 0
    assert out.read_text(encoding="utf-8") == before
    (line,) = [each for each in done.stderr.splitlines() if each.startswith("frontispiece")]
    assert "tailwind.config.js" in line
    assert "preset" in line


def test_a_picture_without_a_place_is_one_sentence(sample, tmp_path):
    (tmp_path / "file").write_text("x")
    done = run(sample, "--shot", tmp_path / "file" / "x.png")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
