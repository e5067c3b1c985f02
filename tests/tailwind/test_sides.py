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
