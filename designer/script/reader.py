"""Read the scripts of a site: what they declare, import and export."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from designer.script.evaluator import Evaluator, item_at, item_of
from designer.script.module import (
    DEFAULT,
    EVERYTHING,
    Binding,
    FromModule,
    Local,
    Module,
    check_syntax,
    read_module,
)
from designer.script.resolver import Resolver, read_json
from designer.script.values import Function, Imported, ScriptError, Unknown, Value

MAX_FILES: Final = 300
"""The number of files that one schema may import."""

_IN_PROGRESS: Final = object()


@contextmanager
def _limited(file: Path) -> Iterator[None]:
    """Raise a ``ScriptError`` for a script that is nested more deeply than Python can follow."""
    try:
        yield
    except RecursionError as error:
        raise ScriptError("it is nested too deeply or never ends", file) from error


class Script:
    """A script that was read: the values that it exports."""

    def __init__(self, reader: ScriptReader, module: Module) -> None:
        self._reader = reader
        self._module = module

    @property
    def default(self) -> Value:
        """The default export, or what ``module.exports`` is; ``Unknown`` without one.

        Raises:
            ScriptError: A limit is exceeded, or an imported script is broken.
        """
        return self.export(DEFAULT)

    @property
    def names(self) -> tuple[str, ...]:
        """The names that it exports, without ``default``."""
        return tuple(name for name in self._module.exports if name != DEFAULT)

    def export(self, name: str) -> Value:
        """Return the value that it exports under a name; ``Unknown`` without one.

        Raises:
            ScriptError: A limit is exceeded, or an imported script is broken.
        """
        with _limited(self._module.file):
            return self._reader.exported(self._module, name)


class ScriptReader:
    """Reads the scripts of one site.

    Attributes:
        root: The folder of the site. Files outside are not read.
        files: The files that were read, and those that say what import paths mean.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._resolver = Resolver(root)
        self.files = dict.fromkeys(self._resolver.configs)
        self._modules: dict[Path, Module] = {}
        self._values: dict[tuple[Path, str], Value] = {}
        self._evaluator = Evaluator(self._named, self._required)

    def read(self, file: Path) -> Script:
        """Parse a script.

        Raises:
            ScriptError: The file cannot be read, is too large, or has a syntax error.
        """
        with _limited(file):
            module = self._module(file.resolve())
        check_syntax(module)
        return Script(self, module)

    def apply(self, function: Value, *arguments: Value) -> Value:
        """Return the result of a function of the site; ``Unknown`` if it cannot be read.

        Raises:
            ScriptError: A limit is exceeded, or an imported script is broken.
        """
        with _limited(function.module.file if isinstance(function, Function) else self.root):
            return self._evaluator.apply(function, *arguments)

    def exported(self, module: Module, name: str) -> Value:
        """Return the value that a module exports; ``Unknown`` if it exports no such name."""
        if name == EVERYTHING:
            check_syntax(module)
            return {each: self.exported(module, each) for each in self._exports(module)}
        binding = module.exports.get(name)
        if binding is not None:
            return self._bound(module, f"export {name}", binding)
        for source in module.sources:
            inner = self._import(source, module)
            if inner is not None and name in self._exports(inner):
                return self.exported(inner, name)
        check_syntax(module)
        whole = self.exported(module, DEFAULT) if DEFAULT in module.exports else None
        return whole[name] if isinstance(whole, dict) and name in whole else Unknown(0)

    # -- modules and names -------------------------------------------------------------------------

    def _module(self, file: Path) -> Module:
        if file not in self._modules:
            if len(self._modules) >= MAX_FILES:
                raise ScriptError(f"it imports more than {MAX_FILES} files", file)
            self.files[file] = None
            self._modules[file] = read_module(file)
        return self._modules[file]

    def _import(self, source: str, importer: Module) -> Module | None:
        file = self._resolver.resolve(source, importer.file)
        return None if file is None or file.suffix == ".json" else self._module(file)

    def _exports(self, module: Module, seen: frozenset[Path] = frozenset()) -> list[str]:
        """Return all names that a module exports."""
        names = dict.fromkeys(module.exports)
        for source in module.sources:
            inner = self._import(source, module)
            if inner is not None and inner.file not in seen:
                more = self._exports(inner, seen | {module.file})
                names.update(dict.fromkeys(name for name in more if name != DEFAULT))
        return list(names)

    def _imported(self, source: str, name: str, importer: Module) -> Value:
        """Return what another module exports: a symbol if it belongs to a package."""
        file = self._resolver.resolve(source, importer.file)
        if file is None:
            return Imported(source, name)
        if file.suffix == ".json":
            self.files[file] = None
            data = read_json(file)
            return data if name in (DEFAULT, EVERYTHING) else item_of(data, name, 0)
        return self.exported(self._module(file), name)

    def _required(self, source: str, importer: Module) -> Value:
        """Return what ``require`` returns: ``module.exports``, or all exports."""
        module = self._import(source, importer)
        is_script = module is not None and DEFAULT not in module.exports
        return self._imported(source, EVERYTHING if is_script else DEFAULT, importer)

    def _bound(self, module: Module, key: str, binding: Binding) -> Value:
        """Return the value of a binding, which is evaluated once; ``Unknown`` inside itself."""
        place = (module.file, key)
        if place not in self._values:
            self._values[place] = _IN_PROGRESS
            try:
                self._values[place] = self._value_of(module, binding)
            except (ScriptError, RecursionError):
                del self._values[place]
                raise
        value = self._values[place]
        return Unknown(0) if value is _IN_PROGRESS else value

    def _value_of(self, module: Module, binding: Binding) -> Value:
        if isinstance(binding, FromModule):
            return self._imported(binding.source, binding.name, module)
        if isinstance(binding, Local):
            return self._named(binding.name, module)
        if binding.node.has_error:
            check_syntax(module)
        return item_at(self._evaluator.value(binding.node, module), binding.path)

    def _named(self, name: str, module: Module) -> Value:
        """Return the value of a name at the top level of a module, or a symbol."""
        binding = module.names.get(name)
        if binding is not None:
            return self._bound(module, name, binding)
        check_syntax(module)  # its declaration may be in the broken part
        return Imported("", name)
