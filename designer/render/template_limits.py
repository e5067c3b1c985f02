"""Limits the iterations and value sizes of a template, so that none can block the window."""

from __future__ import annotations

from typing import Any, Final

from jinja2 import Environment, nodes, pass_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context

MAX_ITERATIONS: Final = 200_000
"""Maximum number of loop iterations and macro calls for rendering one block."""

MAX_SIZE: Final = 1_000_000
"""Maximum length of a text or list made by a product, and maximum bits of a power."""

_SPEND: Final = "_spend"


class TemplateLimits:
    """Counts the iterations of the current template; templates are rendered one at a time."""

    def __init__(self) -> None:
        self._left = MAX_ITERATIONS

    def reset(self) -> None:
        """Reset the counter before another block."""
        self._left = MAX_ITERATIONS

    def filters(self) -> dict[str, Any]:
        """Return the filter that counts an iteration; ``insert_counters`` inserts it."""

        @pass_context  # prevents constant folding
        def spend(_context: Context, value: object) -> object:
            self._left -= 1
            if self._left < 0:
                raise SecurityError(
                    f"it goes through more than {MAX_ITERATIONS:,} rounds of its loops"
                )
            return value

        return {_SPEND: spend}


def insert_counters(template: nodes.Template, environment: Environment) -> None:
    """Insert a counter into every loop body, macro, call block and included file.

    Args:
        template: A parsed template, which is changed in place.
        environment: Its environment, which has the counting filter.
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
    """Refuse a product or power that is too large.

    Raises:
        SecurityError: The result would exceed the limit.
    """
    if isinstance(left, int) and isinstance(right, int):
        if operator == "**" and left.bit_length() * right > MAX_SIZE:
            raise SecurityError("a power is too large")
        return
    times, value = (left, right) if isinstance(left, int) else (right, left)
    many = isinstance(times, int) and isinstance(value, str | list | tuple)
    if many and times * len(value) > MAX_SIZE:
        raise SecurityError(f"a text or a list would have more than {MAX_SIZE:,} parts")
