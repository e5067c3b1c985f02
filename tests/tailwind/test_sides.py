"""Picture and text of a block change places by one word."""

import pytest

from designer.tailwind import swapped


@pytest.mark.parametrize(
    ("block", "found"),
    [
        ({"style": {"alignment": "flex-row  text-left"}}, "flex-row-reverse  text-left"),
        ({"style": {"alignment": "x flex-row-reverse"}}, "x flex-row"),
        ({"tailwind": {"wrap": "a flex-col sm:flex-col"}}, "a flex-col-reverse sm:flex-col"),
        ({"tailwind": {"wrap": "flex items-center"}}, "flex flex-row-reverse items-center"),
    ],
)
def test_one_word_changes(block, found):
    assert swapped(block)[1] == found


@pytest.mark.parametrize(
    "block", [{}, {"style": "x"}, {"style": {"alignment": None}}, {"tailwind": {"wrap": "sm:flex"}}]
)
def test_blocks_without_sides(block):
    assert swapped(block) is None


@pytest.mark.parametrize("path", [("style", "alignment"), ("tailwind", "wrap")])
@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("flex-row", "flex-row-reverse"),
        ("flex-row-reverse", "flex-row"),
        ("flex-col", "flex-col-reverse"),
        ("flex-col-reverse", "flex-col"),
    ],
)
def test_each_word_has_another(path, word, other):
    block = {path[0]: {path[1]: f"flex  {word} x"}}
    assert swapped(block) == (path, f"flex  {other} x")


def test_the_first_place_that_says_it_counts():
    both = {"style": {"alignment": "flex-row"}, "tailwind": {"wrap": "flex-col"}}
    assert swapped(both) == (("style", "alignment"), "flex-row-reverse")
    both["style"]["alignment"] = "text-left"
    assert swapped(both) == (("tailwind", "wrap"), "flex-col-reverse")
    assert swapped({"style": {"alignment": "x flex"}})[1] == "x flex flex-row-reverse"
