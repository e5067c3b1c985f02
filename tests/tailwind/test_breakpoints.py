"""Screens: their limits, the window in the middle of each, and words that are written for them."""

import pytest

from designer.tailwind import Breakpoint, breakpoints, load_preset
from designer.tailwind.breakpoints import (
    active_breakpoints,
    from_screens,
    width_limits,
    window_width,
    with_variant,
    without_variant,
)
from tests.tailwind.sheets import sheet_of

WIDEST = from_screens([["lg", {"max": 1000}], ["md", {"max": 800}], ["sm", {"max": 700}]])
NARROWEST = from_screens([["sm", {"min": 640}], ["md", {"min": 768}], ["lg", {"min": 1024}]])
BOTH = from_screens([["tablet", {"min": 600, "max": 899}], ["desktop", {"min": 900}]])


def test_of_a_site():
    assert breakpoints(load_preset("g1")) == WIDEST
    assert breakpoints(load_preset("v4"))[:3] == (
        Breakpoint("", None, None),
        Breakpoint("sm", 640, None),
        Breakpoint("md", 768, None),
    )


def test_a_screen_of_another_kind_is_none():
    screens = [["print", {"raw": "@media print"}], ["sm", {"min": 640}]]
    assert [each.name for each in from_screens(screens)] == ["", "sm"]


@pytest.mark.parametrize(
    ("known", "at", "width", "held"),
    [
        (WIDEST, "", None, {""}),
        (WIDEST, "sm", 350, {"", "sm", "md", "lg"}),
        (WIDEST, "md", 750, {"", "md", "lg"}),
        (WIDEST, "lg", 900, {"", "lg"}),
        (NARROWEST, "sm", 704, {"", "sm"}),
        (NARROWEST, "md", 896, {"", "sm", "md"}),
        (NARROWEST, "lg", 1344, {"", "sm", "md", "lg"}),
        (BOTH, "tablet", 749.5, {"", "tablet"}),
        (BOTH, "desktop", 1220, {"", "desktop"}),
    ],
)
def test_the_window_of_a_breakpoint(known, at, width, held):
    assert window_width(known, at) == width
    assert active_breakpoints(known, at) == held


def test_a_theme_without_screens():
    assert breakpoints(sheet_of({})) == (Breakpoint("", None, None),)
    odd = from_screens([["sm", 640], [1, {"min": 1}], ["md", {}]])
    assert odd == (Breakpoint("", None, None), Breakpoint("md", None, None))


@pytest.mark.parametrize(
    ("point", "widths"),
    [
        (Breakpoint("", None, None), [0, 9999]),
        (Breakpoint("a", 600, 899), [600, 700, 899]),
        (Breakpoint("a", 600, None), [600, 9999]),
        (Breakpoint("a", None, 600), [0, 600]),
    ],
)
def test_where_it_holds(point, widths):
    assert all(point.contains(width) for width in widths)
    assert point.min is None or not point.contains(point.min - 0.1)
    assert point.max is None or not point.contains(point.max + 0.1)


def test_the_same_range_covers_itself():
    for point in (*WIDEST, *NARROWEST, *BOTH):
        assert point.covers(point)
    assert not BOTH[1].covers(BOTH[2])
    assert not Breakpoint("a", 600, 800).covers(Breakpoint("b", 600, None))
    assert not Breakpoint("a", 600, 800).covers(Breakpoint("b", None, 800))
    assert Breakpoint("a", 600, 800).covers(Breakpoint("b", 601, 799))


def test_there_is_no_such_breakpoint():
    with pytest.raises(KeyError):
        active_breakpoints(WIDEST, "xl")


def test_one_covers_another():
    everything, lg, md, _ = WIDEST
    assert everything.covers(md)
    assert lg.covers(md)
    assert not md.covers(lg)
    assert not md.covers(everything)
    assert NARROWEST[1].covers(NARROWEST[2])
    assert not NARROWEST[2].covers(NARROWEST[1])


@pytest.mark.parametrize(
    ("media", "span"),
    [
        ("@media (max-width: 700px)", (None, 700)),
        ("@media (min-width: 640px)", (640, None)),
        ("@media (min-width: 37.5em) and (max-width: 899px)", (600, 899)),
        ("@media (width >= 40rem)", (640, None)),
        ("@media (width < 40rem)", None),
        ("@media not all and (min-width: 640px)", None),
        ("@media print", None),
        ("@media (min-width:1px) and (max-width: 2rem)", (1, 32)),
        ("@media (width <= 40em)", (None, 640)),
        ("@media (width>=1px) and (width<=2px)", (1, 2)),
        ("@media (min-width: 1px) and (min-width: 2px)", None),
        ("@media (min-width: 1px), (max-width: 2px)", None),
        ("(max-width: .5rem)", (None, 8)),
        ("", None),
        ("@media (prefers-color-scheme: dark)", None),
    ],
)
def test_a_media_query(media, span):
    assert width_limits(media) == span


@pytest.mark.parametrize(
    ("utility", "at", "word"),
    [
        ("p-4", "", "p-4"),
        ("p-4", "sm", "sm:p-4"),
        ("-mt-4", "sm", "sm:-mt-4"),
        ("tw:p-4", "sm", "tw:sm:p-4"),
        ("tw:p-4", "", "tw:p-4"),
        ("p-4", "md.x", "md.x:p-4"),
    ],
)
def test_a_word_for_a_breakpoint(utility, at, word):
    assert with_variant(utility, at) == word
    assert without_variant(word, at) == utility


def test_a_word_for_another_breakpoint_stays():
    assert without_variant("md:p-4", "sm") == "md:p-4"
    assert without_variant("p-4", "sm") == "p-4"
    assert without_variant("smx:p-4", "sm.") == "smx:p-4"
