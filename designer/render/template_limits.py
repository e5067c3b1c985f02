"""How much a template may do, so that none can hold up the window: rounds, and sizes of values."""

from __future__ import annotations

from typing import Any, Final

from jinja2 import Environment, nodes, pass_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context

ROUNDS: Final = 200_000
"""Rounds of loops and calls of macros for which the drawing of one block is allowed."""

LARGEST: Final = 1_000_000
"""Characters of a text or items of a list that a product may have, and bits of a power."""

_SPEND: Final = "_spend"


class TemplateLimits:
    """Counts the rounds of the template that is being filled; templates are filled one by one."""

    def __init__(self) -> None:
        self._left = ROUNDS

    def renew(self) -> None:
        """Begin with another block."""
        self._left = ROUNDS

    def filters(self) -> dict[str, Any]:
        """The filter by which ``count_rounds`` counts."""

        @pass_context  # so that it is never worked out in advance
        def spend(_context: Context, value: object) -> object:
            self._left -= 1
            if self._left < 0:
                raise SecurityError(f"it goes through more than {ROUNDS:,} rounds of its loops")
            return value

        return {_SPEND: spend}


def count_rounds(template: nodes.Template, environment: Environment) -> None:
    """Have every round of a loop, every call of a macro and every included file counted.

    Args:
        template: A parsed template, which is changed.
        environment: Its environment, which has the budget's filters.
    """
    bodies = [(template.lineno, template.body)]
    bodies += [(loop.lineno, loop.body) for loop in template.find_all(nodes.For)]
    bodies += [(macro.lineno, macro.body) for macro in template.find_all(nodes.Macro)]
    bodies += [(call.lineno, call.body) for call in template.find_all(nodes.CallBlock)]
    for line, body in bodies:
        step = nodes.Filter(nodes.Const(None), _SPEND, [], [], None, None)
        statement = nodes.ExprStmt(step)
        statement.set_lineno(line)
        statement.set_environment(environment)
        body.insert(0, statement)


def check_product(operator: str, left: Any, right: Any) -> None:
    """Refuse a product or a power that is too large to be held.

    Raises:
        SecurityError: It is.
    """
    if isinstance(left, int) and isinstance(right, int):
        if operator == "**" and left.bit_length() * right > LARGEST:
            raise SecurityError("a power is too large")
        return
    times, value = (left, right) if isinstance(left, int) else (right, left)
    many = isinstance(times, int) and isinstance(value, str | list | tuple)
    if many and times * len(value) > LARGEST:
        raise SecurityError(f"a text or a list would have more than {LARGEST:,} parts")
