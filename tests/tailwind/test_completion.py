"""What is offered while a class is typed."""

from __future__ import annotations

import pytest

from designer.tailwind import completions, load_preset
from tests.tailwind.sheets import asked_for, sheet_of


def words(typed, sheet=None, **more):
    return [found.word for found in completions(typed, sheet or load_preset("g1"), **more)]


def test_what_begins_so_comes_before_what_holds_it_and_what_has_its_letters():
    found = words("sm", limit=1000)
    begins, holds = [word.startswith("sm") for word in found], ["sm" in word for word in found]
    assert begins == sorted(begins, reverse=True)
    assert holds == sorted(holds, reverse=True)
    assert not all(holds)
    assert "text-sm" in found
    assert words("text-")[0].startswith("text-")
    assert "text-accent1" in words("txacc1")
    assert not words("zzzz")


def test_what_the_site_uses_comes_first():
    assert words("text-")[0] != "text-accent2"
    assert words("text-", frequencies={"text-accent2": 9, "text-center": 3})[:2] == [
        "text-accent2",
        "text-center",
    ]
    assert words("p", frequencies={"mt-px": 99})[0].startswith("p")


def test_variants():
    assert words("s")[0] == "sm:" or "sm:" in words("s")
    found = words("sm:text-cen", frequencies={"sm:text-center": 1})
    assert found[0] == "sm:text-center"
    assert all(word.startswith("sm:") for word in found)
    assert not [word for word in words("sm:m") if word.endswith(":")]
    assert words("odd:bg-")
    assert not words("no-such:bg-")


def test_what_it_does_and_its_colour():
    found = {each.word: each for each in completions("bg-", load_preset("v3"))}
    assert found["bg-white"].color == "#ffffff"
    (spacing,) = [each for each in completions("pt-4", load_preset("g1")) if each.word == "pt-4"]
    assert (spacing.css, spacing.color) == ("padding-top: 1rem", None)


@pytest.mark.parametrize("preset", ["v2", "v3", "v4"])
def test_a_build_of_a_few_classes_offers_those_of_the_theme(preset):
    few = asked_for(load_preset(preset), ["flex"])
    found = {each.word: each for each in completions("pt-1", few)}
    assert found["pt-1"].css.startswith("padding-top")
    assert "sm:pt-1" in words("sm:pt-1", few)


def test_there_are_a_hundred_at_most_unless_told_otherwise():
    many = sheet_of({f"x{number}": f".x{number}{{top:0}}" for number in range(300)})
    assert len(completions("x", many)) == 100
    assert words("x", many, limit=3) == ["x0", "x1", "x2"]
    assert words("x", many, limit=0) == []
    assert len(completions("x", many, limit=1000)) == 300


def test_three_declarations_are_told():
    css = ".x{--mine:0;top:1px;left:2px;right:3px;bottom:4px}"
    (found,) = completions("x", sheet_of({"x": css}))
    assert found.css == "top: 1px; left: 2px; right: 3px"
