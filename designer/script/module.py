"""The declarations, imports and exports of one script."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeAlias

from tree_sitter import Node

from designer.script.syntax import parse, string_of, syntax_error, text_of
from designer.script.values import ScriptError

DEFAULT: Final = "default"
EVERYTHING: Final = "*"

PatternPath: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True)
class FromModule:
    """A name that another module exports."""

    source: str
    name: str


@dataclass(frozen=True)
class Declared:
    """An expression or declaration, and the path of the name inside a destructured value."""

    node: Node
    path: PatternPath = ()


@dataclass(frozen=True)
class Local:
    """A name of the same module."""

    name: str


Binding: TypeAlias = FromModule | Declared | Local


@dataclass(eq=False)
class Module:
    """One parsed script.

    Attributes:
        file: The script.
        error: The line of its first syntax error, or None.
        names: What its top-level names are bound to.
        exports: What it exports, by name.
        sources: Modules all of whose names it exports.
    """

    file: Path
    error: int | None = None
    names: dict[str, Binding] = field(default_factory=dict)
    exports: dict[str, Binding] = field(default_factory=dict)
    sources: list[str] = field(default_factory=list)


def read_module(file: Path) -> Module:
    """Parse a script and collect its names.

    Raises:
        ScriptError: The file cannot be read, or is too large.
    """
    tree = parse(file)
    module = Module(file, syntax_error(tree))
    for statement in tree.root_node.named_children:
        _collect(statement, module)
    return module


def check_syntax(module: Module) -> None:
    """Raise the syntax error of a module.

    Raises:
        ScriptError: It has one.
    """
    if module.error is not None:
        raise ScriptError("something is missing or misplaced there", module.file, module.error)


def _collect(statement: Node, module: Module) -> None:
    if statement.type == "import_statement":
        _collect_import(statement, module)
    elif statement.type == "export_statement":
        _collect_export(statement, module)
    elif statement.type == "expression_statement":
        _collect_assignment(statement, module)
    else:
        module.names.update(declared_names(statement))


def declared_names(statement: Node) -> dict[str, Declared]:
    """Return the names that a declaration binds; none for another statement."""
    names: dict[str, Declared] = {}
    if statement.type in ("lexical_declaration", "variable_declaration"):
        for each in statement.named_children:
            target, value = each.child_by_field_name("name"), each.child_by_field_name("value")
            if target is not None and value is not None:
                for name, path in pattern_names(target):
                    names[name] = Declared(value, path)
    elif statement.type in ("function_declaration", "enum_declaration", "class_declaration"):
        name_node = statement.child_by_field_name("name")
        if name_node is not None:
            names[text_of(name_node)] = Declared(statement)
    return names


def pattern_names(pattern: Node, path: PatternPath = ()) -> list[tuple[str, PatternPath]]:
    """Return the names that a pattern binds, each with its path in the value."""
    if pattern.type in ("identifier", "shorthand_property_identifier_pattern"):
        return [(text_of(pattern), path)]
    found: list[tuple[str, PatternPath]] = []
    if pattern.type == "object_pattern":
        for each in pattern.named_children:
            found += _property_names(each, path)
    elif pattern.type == "array_pattern":
        index = 0
        for each in pattern.children:
            index += each.type == ","
            if each.is_named:
                found += pattern_names(each, (*path, index))
    elif pattern.type == "assignment_pattern":
        left = pattern.child_by_field_name("left")
        found += pattern_names(left, path) if left is not None else []
    return found


def _property_names(node: Node, path: PatternPath) -> list[tuple[str, PatternPath]]:
    if node.type == "shorthand_property_identifier_pattern":
        return [(text_of(node), (*path, text_of(node)))]
    if node.type == "pair_pattern":
        key, value = node.child_by_field_name("key"), node.child_by_field_name("value")
        if key is not None and value is not None:
            return pattern_names(value, (*path, property_name(key)))
    if node.type == "object_assignment_pattern":
        left = node.child_by_field_name("left")
        return _property_names(left, path) if left is not None else []
    return []


def property_name(node: Node) -> str:
    """Return the name that a key of an object or a pattern denotes."""
    return string_of(node) if node.type == "string" else text_of(node)


def _collect_import(statement: Node, module: Module) -> None:
    source = statement.child_by_field_name("source")
    clause = next((each for each in statement.named_children if each.type == "import_clause"), None)
    if source is None or clause is None:
        return
    for each in clause.named_children:
        if each.type == "identifier":
            module.names[text_of(each)] = FromModule(string_of(source), DEFAULT)
        elif each.type == "namespace_import":
            name = text_of(each.named_children[-1])
            module.names[name] = FromModule(string_of(source), EVERYTHING)
        elif each.type == "named_imports":
            for name, alias in _specifiers(each):
                module.names[alias] = FromModule(string_of(source), name)


def _specifiers(clause: Node) -> list[tuple[str, str]]:
    """Return the names in braces, each with the name that it gets."""
    found = []
    for each in clause.named_children:
        name, alias = each.child_by_field_name("name"), each.child_by_field_name("alias")
        if name is not None:
            found.append((property_name(name), property_name(alias or name)))
    return found


def _collect_export(statement: Node, module: Module) -> None:
    source = statement.child_by_field_name("source")
    declaration = statement.child_by_field_name("declaration")
    value = statement.child_by_field_name("value")
    is_default = any(each.type == "default" for each in statement.children)
    if value is not None:
        module.exports[DEFAULT] = Declared(value)
    elif declaration is not None:
        names = declared_names(declaration)
        module.names.update(names)
        module.exports.update({name: Local(name) for name in names})
        if is_default:
            module.exports[DEFAULT] = Declared(declaration)
    elif source is not None:
        _collect_reexport(statement, string_of(source), module)
    else:
        for each in statement.named_children:
            if each.type == "export_clause":
                module.exports.update({alias: Local(name) for name, alias in _specifiers(each)})
            elif any(child.type == "=" for child in statement.children):  # export = value
                module.exports[DEFAULT] = Declared(each)


def _collect_reexport(statement: Node, source: str, module: Module) -> None:
    kinds = {each.type: each for each in statement.named_children}
    if "export_clause" in kinds:
        for name, alias in _specifiers(kinds["export_clause"]):
            module.exports[alias] = FromModule(source, name)
    elif "namespace_export" in kinds:
        name = text_of(kinds["namespace_export"].named_children[-1])
        module.exports[name] = FromModule(source, EVERYTHING)
    else:
        module.sources.append(source)


def _collect_assignment(statement: Node, module: Module) -> None:
    """Collect ``module.exports = …`` and ``exports.name = …``."""
    node = statement.named_children[0] if statement.named_children else None
    if node is None or node.type != "assignment_expression":
        return
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    if left is None or right is None:
        return
    target = text_of(left)
    if target == "module.exports":
        module.exports[DEFAULT] = Declared(right)
    else:
        for prefix in ("module.exports.", "exports."):
            if target.startswith(prefix):
                module.exports[target.removeprefix(prefix)] = Declared(right)
