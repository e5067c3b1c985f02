"""The licences that every package carries."""

import re
from importlib import metadata

import notices
import pytest
import shipped


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return notices.write(tmp_path_factory.mktemp("build") / "licenses")


@pytest.fixture(scope="module")
def text(folder):
    return (folder / "THIRD-PARTY.md").read_text(encoding="utf-8")


def test_every_shipped_part_is_named_with_its_licence(text):
    for part in [*shipped.python_parts(), *shipped.script_parts()]:
        entry = text.split(f"### {part.name} {part.version}\n", 1)[1].split("\n### ", 1)[0]
        assert f"Licence: {part.licence}" in entry
        assert all(each in entry for each in part.texts)


def test_every_text_that_is_referred_to_lies_beside(folder, text):
    named = set(re.findall(r"`([\w.-]+\.txt)`", text))
    assert named == {file.name for file in folder.iterdir()} - {"THIRD-PARTY.md"}


def test_the_sources_of_exactly_this_qt_are_named(text):
    version = metadata.version("PySide6")
    assert f"/qt/{version.rpartition('.')[0]}/{version}/single/" in text
    assert f"PySide6-{version}-src/" in text


def test_no_place_is_left_open(text):
    head = text.split("## Python packages")[0]
    assert "$" not in head
    assert re.search(r"Chromium \d+\.\d+\.\d+\.\d+, with security\s+fixes up to Chromium \d+", head)
    assert "PYTHON SOFTWARE FOUNDATION LICENSE" in head or "PSF-2.0" in head


def test_licence_texts_are_whole(folder):
    for name in ("LGPL-3.0", "GPL-3.0", "LGPL-2.1", "Apache-2.0"):
        words = (folder / f"{name}.txt").read_text(encoding="utf-8")
        assert words.lstrip().startswith(("GNU ", "Apache License"))
        assert len(words) > 7000


def test_a_quoted_text_cannot_end_its_fence():
    fence = notices._quoted("before\n````\nafter").splitlines()
    assert fence == ["`````text", "before", "````", "after", "`````"]


def test_a_second_writing_leaves_nothing_of_the_first(tmp_path):
    folder = notices.write(tmp_path / "licenses")
    (folder / "old.txt").touch()
    notices.write(folder)
    assert not (folder / "old.txt").exists()
