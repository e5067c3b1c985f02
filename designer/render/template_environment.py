"""The Jinja environment of block templates: sandboxed, strict, without template white space."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
    nodes,
)
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from typing_extensions import override

from designer.bundled import folder as bundled_folder
from designer.families import Family, Variant, rules_for
from designer.families.template_values import UNDEFINED, Record
from designer.render.template_limits import TemplateLimits, check_product, insert_counters
from designer.schema import BlockType

_LINE_BREAK = re.compile(r"[ \t]*\r?\n\s*")
_BUNDLED_PREFIX = "_"


class TypeLoader(BaseLoader):
    """Loads ``<type>/<file>`` from a type's folder, ``_<name>/<file>`` from bundled parts."""

    def __init__(self, types: Mapping[str, BlockType], family: Family) -> None:
        self._types = types
        self._frame = f"{_BUNDLED_PREFIX}{family.name}", family.frame_folder

    @override
    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        """Return the text of a template file.

        Raises:
            TemplateNotFound: The folder of the type contains no such file.
            TemplateSyntaxError: The file is not UTF-8 text.
        """
        name, _, rest = template.partition("/")
        home: Path | None
        if name == self._frame[0]:
            home = self._frame[1]
        elif name.startswith(_BUNDLED_PREFIX):
            home = bundled_folder("templates") / name
        elif name in self._types:
            home = self._types[name].folder
        else:
            home = None
        if home is None:
            raise TemplateNotFound(template)
        file = (home / rest).resolve()
        if not file.is_relative_to(home.resolve()) or not file.is_file():
            raise TemplateNotFound(template)
        return _text(file, template), str(file), None


def _text(file: Path, template: str) -> str:
    """Decode a template; an error has a file and a line, as syntax errors of Jinja have."""
    data = file.read_bytes()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        cause = f"the byte {data[error.start]:#04x} is no UTF-8; save the file in UTF-8"
        found = TemplateSyntaxError(cause, line, template, str(file))
        found.translated = True  # otherwise Jinja appends the location to the message
        raise found from error


class TemplateSandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox with limits, and without attribute checks on records, which hide nothing.

    Attributes:
        budget: The remaining limits of the template that is being rendered.
    """

    intercepted_binops = frozenset(("*", "**"))

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.limits = TemplateLimits()
        self.filters |= self.limits.filters()

    @override
    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,
    ) -> str:
        insert_counters(source, self)
        return super()._generate(source, name, filename, defer_init)

    @override
    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Evaluate a product or power whose size is limited."""
        check_product(operator, left, right)
        return super().call_binop(context, operator, left, right)

    @override
    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return ``obj.attribute``; a key that is not in the schema of the block is an error."""
        if type(obj) is not Record or attribute.startswith("_"):
            return super().getattr(obj, attribute)
        try:
            return getattr(obj, attribute)
        except AttributeError:
            return self.undefined(f"the schema has no “{attribute}” in {obj!r}")


class TightWhitespace(Extension):
    """Drops line breaks and indentation of the template, as JSX does.

    The DOM of the sites has no white space between elements; between inline elements it would be
    visible. A line break inside text becomes one space; beside a tag or expression it is dropped.
    """

    @override
    def filter_stream(self, stream: TokenStream) -> Iterable[Token]:
        """Shorten the template's own text token by token, so that line numbers stay correct."""
        for token in stream:
            if token.type == "data":
                text = _without_line_breaks(token.value)
                if not text:
                    continue
                yield Token(token.lineno, token.type, text)
            else:
                yield token


def _without_line_breaks(text: str) -> str:
    """Remove the line breaks from one piece of template text."""

    def one(match: re.Match[str]) -> str:
        start, end = match.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        return "" if not before or not after or before == ">" or after in "<>" else " "

    return _LINE_BREAK.sub(one, text)


def _finalize(value: object) -> object:
    """Print a missing value as nothing, as React does."""
    return "" if value is None or value is UNDEFINED else value


def make_environment(
    types: Mapping[str, BlockType],
    functions: Mapping[str, Callable[..., Any]],
    variant: Variant,
) -> TemplateSandbox:
    """Create the environment for the templates of these types.

    Args:
        types: The block types, whose folders contain the templates.
        functions: The functions of templates, besides the derived class rules.
        variant: The kind of site; templates see its axes as ``variant``.
    """
    environment = TemplateSandbox(
        loader=TypeLoader(types, variant.family),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        extensions=[TightWhitespace],
        auto_reload=False,
        cache_size=-1,
    )
    plain = {name: environment.globals[name] for name in ("range", "dict", "namespace")}
    environment.globals.clear()
    environment.globals.update(plain)
    environment.globals.update(rules_for(variant.family))
    environment.globals.update(functions)
    environment.globals["variant"] = variant.axes
    environment.filters.pop("random")
    return environment


def template_location(error: BaseException, folders: Iterable[Path]) -> tuple[str, int] | None:
    """Return the template file and line of an error, or None if no template is involved."""
    homes = [str(folder) for folder in folders]
    found = None
    trace = error.__traceback__
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if any(name.startswith(home) for home in homes):
            found = name, trace.tb_lineno
        trace = trace.tb_next
    return found
