"""Evaluate the expressions of a script as far as they can be read."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from tree_sitter import Node

from designer.script.built_in import OBJECT_FUNCTIONS, call_method, has_method, operate, truth
from designer.script.module import Module, declared_names, pattern_names, property_name
from designer.script.syntax import line_of, number_of, string_of, string_part, text_of
from designer.script.values import Call, Function, Imported, Member, ScriptError, Unknown, Value

MAX_STEPS: Final = 300_000
"""The number of expressions that are evaluated for the schemas of one site."""

MAX_DEPTH: Final = 100
"""The nesting depth of expressions and calls."""

_FUNCTIONS = frozenset({"arrow_function", "function_expression", "function_declaration"})
_CONSTANTS: Final[Mapping[str, Value]] = {
    "true": True, "false": False, "null": None, "undefined": None,
}  # fmt: skip


@dataclass(frozen=True)
class _Scope:
    """Where a name is looked up: local names first, then those of the module."""

    module: Module
    names: Mapping[str, Value]


class Evaluator:
    """Evaluates expressions; the number of steps and their depth are limited."""

    def __init__(
        self,
        lookup: Callable[[str, Module], Value],
        require: Callable[[str, Module], Value],
    ) -> None:
        """Create an evaluator.

        Args:
            lookup: Returns the value of a name at the top level of a module.
            require: Returns what ``require`` returns for a path in a module.
        """
        self._lookup = lookup
        self._require = require
        self._steps = 0
        self._depth = 0
        self._evaluators: Mapping[str, Callable[[Node, _Scope], Value]] = {
            "object": self._object,
            "array": self._array,
            "identifier": self._identifier,
            "shorthand_property_identifier": self._identifier,
            "call_expression": self._call,
            "new_expression": self._new,
            "member_expression": self._member,
            "subscript_expression": self._subscript,
            "template_string": self._template,
            "ternary_expression": self._ternary,
            "binary_expression": self._binary,
            "unary_expression": self._unary,
            "enum_declaration": self._enum,
            "parenthesized_expression": self._first,
            "as_expression": self._first,
            "satisfies_expression": self._first,
            "non_null_expression": self._first,
            "type_assertion": self._last,
        }

    def value(self, node: Node, module: Module) -> Value:
        """Return the value of an expression at the top level of a module.

        Raises:
            ScriptError: A limit is exceeded, or an imported script is broken.
        """
        return self._value(node, _Scope(module, {}))

    def apply(self, function: Value, *arguments: Value) -> Value:
        """Return the result of a function of the site; ``Unknown`` if it cannot be read.

        Raises:
            ScriptError: A limit is exceeded, or an imported script is broken.
        """
        if not isinstance(function, Function):
            return Unknown(0)
        names, node = dict(function.names), function.node
        scope = _Scope(function.module, names)
        self._deeper(node, function.module)
        try:
            self._bind_parameters(node, arguments, names, scope)
            body = node.child_by_field_name("body")
            if body is None:
                return Unknown(line_of(node))
            if body.type != "statement_block":
                return self._value(body, scope)
            return self._result(body, names, scope)
        finally:
            self._depth -= 1

    def _value(self, node: Node, scope: _Scope) -> Value:
        self._deeper(node, scope.module)
        try:
            kind = node.type
            if kind == "string":
                return string_of(node)
            if kind == "number":
                return number_of(text_of(node))
            if kind in _CONSTANTS:
                return _CONSTANTS[kind]
            if kind in _FUNCTIONS:
                return Function(node, scope.module, scope.names)
            evaluate = self._evaluators.get(kind)
            return Unknown(line_of(node)) if evaluate is None else evaluate(node, scope)
        finally:
            self._depth -= 1

    def _deeper(self, node: Node, module: Module) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            self._depth -= 1
            raise ScriptError("it is nested too deeply or never ends", module.file, line_of(node))
        self._count(1, node, module)

    def _count(self, steps: int, node: Node, module: Module) -> None:
        self._steps += steps
        if self._steps > MAX_STEPS:
            raise ScriptError("it is too large or never ends", module.file, line_of(node))

    def _field(self, node: Node, name: str, scope: _Scope) -> Value:
        inner = node.child_by_field_name(name)
        return Unknown(line_of(node)) if inner is None else self._value(inner, scope)

    def _first(self, node: Node, scope: _Scope) -> Value:
        inner = [each for each in node.named_children if each.type != "comment"]
        return self._value(inner[0], scope) if inner else Unknown(line_of(node))

    def _last(self, node: Node, scope: _Scope) -> Value:
        return self._value(node.named_children[-1], scope)

    def _object(self, node: Node, scope: _Scope) -> Value:
        data: dict[str, Value] = {}
        for each in node.named_children:
            if each.type == "pair":
                key = each.child_by_field_name("key")
                name = None if key is None else self._key(key, scope)
                if name is not None:
                    data[name] = self._field(each, "value", scope)
            elif each.type == "shorthand_property_identifier":
                data[text_of(each)] = self._value(each, scope)
            elif each.type == "method_definition":
                name_node = each.child_by_field_name("name")
                if name_node is not None:
                    data[property_name(name_node)] = Function(each, scope.module, scope.names)
            elif each.type == "spread_element":
                spread = self._first(each, scope)
                if isinstance(spread, dict):
                    self._count(len(spread), each, scope.module)
                    data.update(spread)
                elif spread is not None and spread is not False:
                    data[f"...{text_of(each)[3:]}"] = Unknown(line_of(each))
        return data

    def _key(self, node: Node, scope: _Scope) -> str | None:
        if node.type != "computed_property_name":
            return property_name(node)
        value = self._first(node, scope)
        return str(value) if isinstance(value, str | int) else None

    def _array(self, node: Node, scope: _Scope) -> Value:
        items: list[Value] = []
        for each in node.named_children:
            if each.type == "spread_element":
                spread = self._first(each, scope)
                self._count(len(spread) if isinstance(spread, list) else 1, each, scope.module)
                items += spread if isinstance(spread, list) else [Unknown(line_of(each))]
            elif each.type != "comment":
                items.append(self._value(each, scope))
        return items

    def _identifier(self, node: Node, scope: _Scope) -> Value:
        name = text_of(node)
        if name in _CONSTANTS:
            return _CONSTANTS[name]
        return scope.names[name] if name in scope.names else self._lookup(name, scope.module)

    def _member(self, node: Node, scope: _Scope) -> Value:
        name = node.child_by_field_name("property")
        owner = self._field(node, "object", scope)
        return (
            Unknown(line_of(node)) if name is None else item_of(owner, text_of(name), line_of(node))
        )

    def _subscript(self, node: Node, scope: _Scope) -> Value:
        owner, key = self._field(node, "object", scope), self._field(node, "index", scope)
        usable = isinstance(key, str | int) and not isinstance(key, bool)
        return item_of(owner, key, line_of(node)) if usable else Unknown(line_of(node))

    def _template(self, node: Node, scope: _Scope) -> Value:
        parts: list[str] = []
        for each in node.named_children:
            if each.type == "template_substitution":
                value = self._first(each, scope)
                if not isinstance(value, str | int | float):
                    return Unknown(line_of(node))
                parts.append(value if isinstance(value, str) else json.dumps(value))
                self._count(len(parts[-1]) // 100, each, scope.module)
            else:
                parts.append(string_part(each))
        return "".join(parts)

    def _ternary(self, node: Node, scope: _Scope) -> Value:
        test = truth(self._field(node, "condition", scope))
        if test is None:
            return Unknown(line_of(node))
        return self._field(node, "consequence" if test else "alternative", scope)

    def _binary(self, node: Node, scope: _Scope) -> Value:
        operator = node.child_by_field_name("operator")
        left, right = self._field(node, "left", scope), self._field(node, "right", scope)
        value = operate(text_of(operator) if operator else "", left, right)
        if isinstance(value, str | list):
            self._count(len(value) // 100, node, scope.module)
        return Unknown(line_of(node)) if value is NotImplemented else value

    def _unary(self, node: Node, scope: _Scope) -> Value:
        operator = node.child_by_field_name("operator")
        value, sign = self._field(node, "argument", scope), text_of(operator) if operator else ""
        if sign == "!" and truth(value) is not None:
            return not truth(value)
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        return -value if sign == "-" and is_number else Unknown(line_of(node))

    def _enum(self, node: Node, scope: _Scope) -> Value:
        body = node.child_by_field_name("body")
        members: dict[str, Value] = {}
        for each in body.named_children if body else ():
            if each.type == "enum_assignment":
                name = each.child_by_field_name("name")
                if name is not None:
                    members[property_name(name)] = self._field(each, "value", scope)
            elif each.type == "property_identifier":
                members[text_of(each)] = len(members)
        return members

    # -- calls -------------------------------------------------------------------------------------

    def _arguments(self, node: Node, scope: _Scope) -> list[Value]:
        found = node.child_by_field_name("arguments")
        if found is None or found.type != "arguments":
            return []
        items: list[Value] = self._array(found, scope)
        return items

    def _new(self, node: Node, scope: _Scope) -> Value:
        made = self._field(node, "constructor", scope)
        return Call(made, tuple(self._arguments(node, scope)), line_of(node))

    def _call(self, node: Node, scope: _Scope) -> Value:
        called, line = node.child_by_field_name("function"), line_of(node)
        if called is None:
            return Unknown(line)
        if called.type == "member_expression":
            owner = self._field(called, "object", scope)
            name_node = called.child_by_field_name("property")
            name = text_of(name_node) if name_node else ""
            if has_method(owner, name):
                return self._method(owner, name, node, scope)
            function = item_of(owner, name, line)
        else:
            function = self._value(called, scope)
        arguments = self._arguments(node, scope)
        if isinstance(function, Function):
            return self.apply(function, *arguments)
        if function == Imported("", "require") and arguments and isinstance(arguments[0], str):
            return self._require(arguments[0], scope.module)
        if isinstance(function, Member) and function.owner == Imported("", "Object"):
            known = OBJECT_FUNCTIONS.get(function.name)
            value = NotImplemented if known is None else known(arguments)
            return Unknown(line) if value is NotImplemented else value
        if isinstance(function, Imported | Member | Call):
            return Call(function, tuple(arguments), line)
        return Unknown(line)

    def _method(self, owner: Value, name: str, node: Node, scope: _Scope) -> Value:
        arguments = self._arguments(node, scope)
        value = call_method(owner, name, arguments, self.apply)
        if isinstance(value, str | list):
            self._count(len(value), node, scope.module)
        return Unknown(line_of(node)) if value is NotImplemented else value

    def _bind_parameters(
        self, node: Node, arguments: Iterable[Value], names: dict[str, Value], scope: _Scope
    ) -> None:
        """Bind the parameters of a function to arguments, or to their defaults."""
        given = [*arguments]
        single = node.child_by_field_name("parameter")  # an arrow function without parentheses
        if single is not None:
            names[text_of(single)] = given[0] if given else None
            return
        listed = node.child_by_field_name("parameters")
        for index, each in enumerate(listed.named_children if listed else ()):
            pattern, default = (
                each.child_by_field_name("pattern"),
                each.child_by_field_name("value"),
            )
            value = given[index] if index < len(given) else None
            if value is None and default is not None:
                value = self._value(default, scope)
            for name, path in pattern_names(pattern or each):
                names[name] = item_at(value, path)

    def _result(self, body: Node, names: dict[str, Value], scope: _Scope) -> Value:
        """Return what a body of declarations and one final ``return`` returns."""
        for statement in body.named_children:
            if statement.type == "return_statement":
                return self._first(statement, scope)
            declared = declared_names(statement)
            if not declared and statement.type not in ("comment", "empty_statement"):
                return Unknown(line_of(statement))
            for name, binding in declared.items():
                names[name] = item_at(self._value(binding.node, scope), binding.path)
        return Unknown(line_of(body))


def item_of(owner: Value, key: str | int, line: int) -> Value:
    """Return the property of a value: a symbol for a symbol, ``Unknown`` if there is none."""
    if isinstance(owner, dict):
        unread = any(isinstance(name, str) and name.startswith("...") for name in owner)
        return owner.get(str(key), Unknown(line) if unread else None)
    if isinstance(owner, list):
        if isinstance(key, int):
            return owner[key] if 0 <= key < len(owner) else None
        return len(owner) if key == "length" else Unknown(line)
    if isinstance(owner, Imported | Member | Call) and isinstance(key, str):
        return Member(owner, key)
    return Unknown(line)


def item_at(value: Value, path: Iterable[str | int]) -> Value:
    """Return the value at a path inside a value."""
    for key in path:
        value = item_of(value, key, 0)
    return value
