"""Counts how often random examples are left out, so that a test of few examples fails."""

from __future__ import annotations

from collections import Counter
from typing import NoReturn

from hypothesis import event, reject


class Refusals:
    """Counts the examples of one test, and those of them that say nothing.

    A test calls ``begin`` for each example and ``refuse`` for one that it leaves out. After all
    examples it calls ``check``: Hypothesis itself accepts that most examples are left out.
    """

    def __init__(self) -> None:
        self.tried = 0
        self.refused: Counter[str] = Counter()

    def begin(self) -> None:
        """Count an example."""
        self.tried += 1

    def count(self, reason: str) -> None:
        """Count a refusal in an example that goes on."""
        event(reason)
        self.refused[reason] += 1

    def refuse(self, reason: str) -> NoReturn:
        """Count the example as refused, and end it."""
        self.count(reason)
        reject()

    def check(self, at_most: dict[str, float], at_least: int = 20) -> None:
        """Fail if a reason was too frequent.

        Args:
            at_most: The greatest allowed share of refused examples, for each reason.
            at_least: The number of examples without which the shares say nothing.
        """
        assert self.tried >= at_least, f"only {self.tried} examples"
        assert set(self.refused) <= set(at_most), f"unexpected: {self.refused}"
        for reason, bound in at_most.items():
            share = self.refused[reason] / self.tried
            assert share <= bound, (
                f"{reason}: {share:.1%} of {self.tried} examples, not {bound:.1%}"
            )
