"""A law whose examples are mostly left out fails."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.refusals import Refusals


def counted(refused: int) -> Refusals:
    """The refusals of a law of 100 examples or more that leaves some out of ten out."""
    refusals = Refusals()

    @given(st.integers(0, 9999))
    def law(number: int) -> None:
        refusals.begin()
        if number % 10 < refused:
            refusals.refuse("small")

    law()
    return refusals


def test_a_law_may_leave_few_examples_out() -> None:
    counted(0).check({"small": 0})
    counted(2).check({"small": 0.5})


def test_a_law_may_not_leave_out_more() -> None:
    with pytest.raises(AssertionError, match="small"):
        counted(2).check({"small": 0.02})
    with pytest.raises(AssertionError, match="unexpected"):
        counted(2).check({})
    with pytest.raises(AssertionError, match="only 0"):
        Refusals().check({})
