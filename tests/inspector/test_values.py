"""Colours and dates are read as people write them, and written again in the same form."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtGui import QColor

from designer.inspector.entries.entry import FormEntry
from designer.inspector.entries.site_context import SiteContext
from designer.inspector.values.color_text import read_colour, written_like
from designer.inspector.values.date_text import read_date, with_date
from designer.inspector.values.value_hints import hint
from designer.schema import Option


@pytest.mark.parametrize(
    ("text", "rgba"),
    [
        ("#12343B", (0x12, 0x34, 0x3B, 255)),
        ("#abc", (0xAA, 0xBB, 0xCC, 255)),
        ("#11223380", (0x11, 0x22, 0x33, 0x80)),
        ("rgb(1, 2, 3)", (1, 2, 3, 255)),
        ("rgba(1 2 3 / 50%)", (1, 2, 3, 128)),
        ("teal", (0, 128, 128, 255)),
    ],
)
def test_a_colour_is_read(text, rgba):
    assert read_colour(text).getRgb() == rgba


@pytest.mark.parametrize("text", ["", "#12", "#1234567", "reddish", "var(--x)", "#ggg"])
def test_what_is_no_colour_is_none(text):
    assert read_colour(text) is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("#ABC", "#0A141E"),
        ("#abcdef", "#0a141e"),
        ("rgb(1,2,3)", "rgb(10, 20, 30)"),
        ("", "#0a141e"),
        ("red", "#0a141e"),
    ],
)
def test_a_colour_keeps_its_form(old, new):
    assert written_like(QColor(10, 20, 30), old) == new


def test_opacity_is_written_where_there_is_some():
    assert written_like(QColor(10, 20, 30, 128), "#FFF") == "#0A141E80"
    assert written_like(QColor(10, 20, 30, 51), "rgb(1,2,3)") == "rgba(10, 20, 30, 0.2)"


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("2024-03-01", "2025-11-09"),
        ("2024-03-01T10:30:00.000Z", "2025-11-09T10:30:00.000Z"),
        ("2024-03-01 10:30:00 +01:00", "2025-11-09 10:30:00 +01:00"),
        ("2024/3/1", "2025/11/9"),
        ("01.03.2024", "09.11.2025"),
        ("3/1/2024", "11/9/2025"),
    ],
)
def test_only_the_day_in_a_date_changes(text, changed):
    assert read_date(text) == date(2024, 3, 1)
    assert with_date(text, date(2025, 11, 9)) == changed


@pytest.mark.parametrize("text", ["", "soon", "2024-13-01", "2024-03-01 or so", "12"])
def test_what_is_no_date_gets_an_iso_date(text):
    assert read_date(text) is None
    assert with_date(text, date(2025, 11, 9)) == "2025-11-09"


# -- what is said about values --------------------------------------------------------------------


@pytest.fixture
def around(tmp_path):
    (tmp_path / "a.png").write_bytes(b"x")
    return SiteContext(
        pages=(("/", "Home"), ("/rooms", "Rooms")),
        anchors=lambda: ["boats"],
        file=lambda address: tmp_path / "a.png" if address == "/a.png" else None,
        has_site=True,
    )


def said(kind, value, around, **more):
    return hint(FormEntry(("x",), kind, "X", value, **more), value, around)


@pytest.mark.parametrize(
    "value",
    [
        "",
        None,
        "/",
        "/rooms",
        "/rooms/?a=b#c",
        "#boats",
        "#",
        "/a.png",
        "https://x.org",
        "mailto:a",
    ],
)
def test_a_good_link_needs_no_words(around, value):
    assert said("link", value, around) == ""


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("/rooms ", "space at its end"),
        (" /rooms", "space at its start"),
        ("/romos", "no page “/romos”"),
        ("#boat", "“#boat”"),
        ("www.example.org", "https://"),
        ("example.org/a", "https://"),
        ("http://[x", ""),
    ],
)
def test_an_odd_link_is_told_of(around, value, words):
    assert words in said("link", value, around)


def test_without_a_site_nothing_is_looked_up():
    nowhere = SiteContext()
    assert said("link", "/romos", nowhere) == ""
    assert said("image", "/b.png", nowhere) == ""


def test_pictures_choices_colours_and_dates_are_looked_at(around):
    assert said("image", "/a.png", around) == said("image", "https://x.org/a.png", around) == ""
    assert "no such file" in said("image", "/b.png", around)
    options = (Option("a", "First"),)
    assert said("select", "a", around, options=options) == ""
    assert "“b”" in said("select", "b", around, options=options)
    assert "colour" in said("color", "reddish", around)
    assert "date" in said("date", "soon", around)
    assert said("date", "2024-01-31", around) == said("color", "#fff", around) == ""


def test_a_long_title_is_told_of(around):
    assert said("string", "x" * 60, around, limit=60) == ""
    assert "60" in said("string", "x" * 61, around, limit=60)
