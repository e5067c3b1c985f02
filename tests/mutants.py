#!/usr/bin/env python3
"""Mutation tests of one package of the core: do its tests notice when its code is wrong?

::

    .venv/bin/python tests/mutants.py document --sample 200 --seed 1
    .venv/bin/python tests/mutants.py document --module edit_scope   all mutants of one module
    .venv/bin/python tests/mutants.py document --again             what survived the last time

mutmut's operators make the mutants, also of constants of modules and classes. A mutant is one
change at one place. For each mutant a process is forked that imports the changed module and runs
the tests in the package's folder: those first that run the changed line, the quick ones before the
slow ones, until one fails. All of this happens in a copy of the checkout, because wrong code may
delete files.

A mutant that survives is explained by a rule of ``explanation`` or by an entry in
``tests/mutants.toml``. What survives besides is written to ``build/mutants``.
"""

from __future__ import annotations

import argparse
import ast
import difflib
import gc
import importlib
import json
import math
import os
import pickle
import random
import re
import resource
import shutil
import signal
import sys
import tempfile
import time
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
REPORTS = ROOT / "build/mutants"
EXPLAINED = ROOT / "tests/mutants.toml"
PACKAGES = ("document", "tailwind", "richtext", "schema", "script", "site")

# What is copied; the rest of the checkout is not needed by tests of the core.
COPIED = ("designer", "tests", "templates", "resources", "pyproject.toml")

# Left out, since they take long; what only these tests say counts as not said.
SLOW = frozenset(
    {"test_a_page_may_not_grow_beyond_what_can_be_opened", "test_forty_thousand_files"}
)

# Fixtures of tests that start another program or read files that are not in the repository.
OUTSIDE = frozenset({"javascript", "corpus"})

SECONDS = 20.0  # for starting and for the tests; a mutant that takes longer is killed
MEMORY = 4 << 30

NO_TESTS = 5  # pytest's exit code if there are no tests of these names any more

SURVIVED, KILLED, LATE, ALLOWED = "survived", "killed", "killed by time", "explained"


@dataclass(frozen=True)
class Mutant:
    """One change of one file.

    Attributes:
        file: The file, from the root of the checkout.
        number: Its number among the mutants of the file.
        first: The first line of the statement that is changed.
        last: Its last line.
        module_level: Whether it runs when the module is imported.
        before: The changed lines as they were, without indentation.
        after: As they are in the mutant.
        message: Whether only words in a ``raise`` are changed.
    """

    file: str
    number: int
    first: int
    last: int
    module_level: bool
    before: str
    after: str
    message: bool


@dataclass(frozen=True)
class Statement:
    """The lines of a statement; of one with a body, those before the body."""

    first: int
    last: int
    in_function: bool
    raises: bool


@dataclass(frozen=True)
class Known:
    """What the tests of a package do when nothing is wrong.

    Attributes:
        seconds: How long each takes.
        covering: File and line → the tests that run it.
        modules: What was imported that mutants do not change.
    """

    seconds: dict[str, float]
    covering: dict[tuple[str, int], frozenset[str]]
    modules: tuple[str, ...]


# -- mutants ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Source:
    """A file of which mutants are made."""

    name: str
    module: Any
    changes: Sequence[Any]
    lines: tuple[str, ...]
    statements: tuple[Statement, ...]

    def mutant(self, number: int) -> tuple[Mutant, str]:
        """A mutant, and the whole text of its file."""
        mutation = self.changes[number]
        text = str(self.module.deep_replace(mutation.original_node, mutation.mutated_node).code)
        changed = text.splitlines()
        start, end, gone = _difference(self.lines, changed)
        around = _smallest(self.statements, start + 1, max(end, start + 1))
        mutant = Mutant(
            file=self.name,
            number=number,
            first=around.first,
            last=around.last,
            module_level=not around.in_function,
            before="\n".join(line.strip() for line in self.lines[start:end]),
            after="\n".join(line.strip() for line in changed[start:gone]),
            message=around.raises and _are_words(mutation),
        )
        return mutant, text


def _are_words(mutation: Any) -> bool:
    """Whether only a text is changed, or given to a call or not."""
    import libcst  # noqa: PLC0415 (slow to import)

    old, new = mutation.original_node, mutation.mutated_node
    if isinstance(old, libcst.Call) and isinstance(new, libcst.Call):
        gone = [each.value for each in old.args if all(each is not other for other in new.args)]
        return bool(gone) and all(isinstance(each, libcst.BaseString) for each in gone)
    return isinstance(old, libcst.BaseString)


def mutations(package: str, module: str | None) -> list[tuple[Source, int]]:
    """All mutants of a package, or of one of its modules, by their numbers."""
    from mutmut.mutation.file_mutation import create_mutations  # noqa: PLC0415 (slow to import)

    found = list[tuple[Source, int]]()
    for file in sorted(Path(f"designer/{package}").rglob("*.py")):
        if module in (None, file.stem):
            name, text = file.as_posix(), file.read_text(encoding="utf-8")
            tree, changes, *_ = create_mutations(name, text)
            source = Source(name, tree, changes, tuple(text.splitlines()), _statements(text))
            found += [(source, number) for number in range(len(changes))]
    return found


def _difference(old: Sequence[str], new: Sequence[str]) -> tuple[int, int, int]:
    """Where the lines differ: the start in both, the end in the old and in the new ones."""
    start, shorter = 0, min(len(old), len(new))
    while start < shorter and old[start] == new[start]:
        start += 1
    rest = 0
    while rest < shorter - start and old[-1 - rest] == new[-1 - rest]:
        rest += 1
    return start, len(old) - rest, len(new) - rest


def _statements(source: str) -> tuple[Statement, ...]:
    found = list[Statement]()

    def walk(node: ast.AST, *, inside: bool) -> None:
        for child in ast.iter_child_nodes(node):
            below = inside
            if isinstance(child, ast.stmt):
                body = getattr(child, "body", None)
                end = body[0].lineno - 1 if body else child.end_lineno or child.lineno
                at = min([child.lineno, *(d.lineno for d in getattr(child, "decorator_list", ()))])
                found.append(Statement(at, max(end, at), inside, isinstance(child, ast.Raise)))
                below = inside or isinstance(child, ast.FunctionDef)
            walk(child, inside=below)

    walk(ast.parse(source), inside=False)
    return tuple(found)


def _smallest(statements: Sequence[Statement], first: int, last: int) -> Statement:
    around = [each for each in statements if each.first <= first and last <= each.last]
    if not around:
        return Statement(first, last, in_function=True, raises=False)
    return min(around, key=lambda each: each.last - each.first)


# -- explained -------------------------------------------------------------------------------------


_ENCODING = re.compile(r'(?:, )?encoding="utf-8(-sig)?"', re.IGNORECASE)
_NO_ENCODING = re.compile(r"(?:, )?encoding=None")
_TYPE = re.compile(r"\w+ = (?:TypeVar|NewType)\(|\w+(?:: TypeAlias)? = (?:tuple|dict|list)\[")
_DEFAULTS = ("strict=False", "None)", "maxsplit=-1", "reverse=False")


def explanation(mutant: Mutant, listed: Mapping[tuple[str, str], str]) -> str:
    """Why a mutant may survive, '' if it may not; ``tests/mutants.toml`` has the reasons."""
    if mutant.message:
        return "message"
    if mutant.file.endswith("__init__.py") and mutant.before.startswith('"'):
        return "name"
    if _ENCODING.search(mutant.before) and _same_without_encoding(mutant):
        return "encoding"
    if mutant.before.startswith("@lru_cache("):
        return "cache"
    if _TYPE.match(mutant.before):
        return "type"
    if any(_without(mutant.before, each) == _closed(mutant.after) for each in _DEFAULTS):
        return "default"
    return listed.get((mutant.before, mutant.after), "")


def _same_without_encoding(mutant: Mutant) -> bool:
    after = _closed(_NO_ENCODING.sub("", _ENCODING.sub("", mutant.after)))
    return _closed(_ENCODING.sub("", mutant.before)) == after


def _without(line: str, argument: str) -> str:
    """A line without an argument that is there once, and is the last one of a look-up."""
    if argument == "None)":
        return re.sub(r"(\.get\([^()]*), None\)", r"\1)", line)
    return line.replace(f", {argument}", "")


def _closed(line: str) -> str:
    return line.replace(", )", ")").replace("(, ", "(")


def read_explained(package: str) -> dict[tuple[str, str], str]:
    """The explained mutants of a package: lines before and after → kind."""
    data = tomllib.loads(EXPLAINED.read_text(encoding="utf-8"))
    found = {}
    for each in data.get(package, ()):
        for after in each["after"]:
            found[each["before"], after] = each["kind"]
    return found


# -- tests -----------------------------------------------------------------------------------------


class Tests:
    """A pytest plug-in that chooses and orders tests, and may note what they cover."""

    def __init__(self, order: Sequence[str] | None = None, coverage: Any = None) -> None:
        self.seconds = dict[str, float]()
        self._place = None if order is None else {name: at for at, name in enumerate(order)}
        self._coverage = coverage

    def pytest_configure(self) -> None:
        """Take the same examples each time, and do not look for simpler ones after a failure."""
        from hypothesis import Phase, settings  # noqa: PLC0415

        settings.register_profile(
            "mutants",
            deadline=None,
            derandomize=True,
            database=None,
            phases=(Phase.explicit, Phase.generate),
        )
        settings.load_profile("mutants")

    def pytest_collection_modifyitems(self, items: list[Any]) -> None:
        """Keep the tests that were chosen, in their order."""
        items[:] = [
            item
            for item in items
            if getattr(item, "originalname", item.name) not in SLOW
            and not OUTSIDE & set(getattr(item, "fixturenames", ()))
        ]
        if self._place is not None:
            place = self._place
            items[:] = [item for item in items if item.nodeid in place]
            items.sort(key=lambda item: place[item.nodeid])

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """Note from now on which lines this test runs."""
        if self._coverage is not None:
            self._coverage.switch_context(nodeid)

    def pytest_runtest_logreport(self, report: Any) -> None:
        """Note how long a test takes."""
        self.seconds[report.nodeid] = self.seconds.get(report.nodeid, 0.0) + report.duration


def run_pytest(arguments: Sequence[str], plugin: Tests) -> int:
    """Run tests in this process; gives pytest's exit code."""
    import pytest  # noqa: PLC0415

    common = ["-c", "tests/core.ini", "--rootdir", ".", "-q", "-x", "-p", "no:cacheprovider"]
    return int(pytest.main([*common, *arguments], plugins=[plugin]))


def know(package: str) -> Known:
    """Run the tests of a package once, and note what each of them covers."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "known"
        code = in_child(lambda: _measured(package, out), seconds=900, quiet=False)
        if code != 0:
            sys.exit(f"The tests of {package} fail without any mutant.")
        known = Known(*pickle.loads(out.read_bytes()))  # noqa: S301 (written a moment ago)
    for name in known.modules:  # so that they need not be imported for each mutant
        with suppress(ImportError):
            importlib.import_module(name)
    gc.freeze()
    if failing(sorted(known.seconds, key=lambda name: known.seconds[name]), known) != 0:
        sys.exit(f"The tests of {package} fail in another order without any mutant.")
    return known


def _measured(package: str, out: Path) -> int:
    import coverage  # noqa: PLC0415

    source = Path(f"designer/{package}").resolve()
    measured = coverage.Coverage(data_file=None, include=[f"{source}/*"], config_file=False)
    plugin = Tests(coverage=measured)
    measured.start()
    code = run_pytest([f"tests/{package}"], plugin)
    measured.stop()
    data = measured.get_data()
    covering = {
        (Path(file).relative_to(Path.cwd()).as_posix(), line): frozenset(contexts) - {""}
        for file in data.measured_files()
        for line, contexts in data.contexts_by_lineno(file).items()
    }
    own = ("designer", "tests", "__main__")
    modules = tuple(name for name in sys.modules if name.split(".")[0] not in own)
    out.write_bytes(pickle.dumps((plugin.seconds, covering, modules)))
    return code


def chosen(mutant: Mutant, known: Known) -> tuple[list[str], list[str]]:
    """The tests that run what is changed, and all others, each in the order to run them."""
    if mutant.module_level:
        places = [place for place in known.covering if place[0] == mutant.file]
    else:
        places = [(mutant.file, line) for line in range(mutant.first, mutant.last + 1)]
    near = frozenset[str]().union(*(known.covering.get(place, frozenset()) for place in places))
    by_time = sorted(known.seconds, key=lambda name: known.seconds[name])
    return [n for n in by_time if n in near], [n for n in by_time if n not in near]


def killed(source: str, mutant: Mutant, known: Known) -> str:
    """What becomes of a mutant."""
    for tests in chosen(mutant, known):
        code = failing(tests, known, mutant.file, source) if tests else 0
        if code not in (0, NO_TESTS):
            return LATE if code is None else KILLED
    return SURVIVED


def failing(tests: Sequence[str], known: Known, file: str = "", source: str = "") -> int | None:
    """Run tests in this order, with another text of a file; None if it took too long."""
    limit = SECONDS + 6 * sum(known.seconds[name] for name in tests)

    def job() -> int:
        if file:
            _change(Path(file).resolve(), source)
        return run_pytest(sorted({name.split("::", 1)[0] for name in tests}), Tests(order=tests))

    return in_child(job, seconds=limit)


def _change(file: Path, source: str) -> None:
    """Let a module be imported from another text."""
    plain = SourceFileLoader.get_code

    def get_code(self: SourceFileLoader, fullname: str) -> CodeType | None:
        if Path(self.path) == file:
            return compile(source, self.path, "exec", dont_inherit=True)
        return plain(self, fullname)

    SourceFileLoader.get_code = get_code  # type: ignore[assignment,method-assign]


def in_child(job: Callable[[], int], *, seconds: float, quiet: bool = True) -> int | None:
    """Run something in a forked process; gives its exit code, None if it took too long."""
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        os.setsid()
        code = 99
        try:
            if quiet:
                resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
                nowhere = os.open(os.devnull, os.O_RDWR)
                for stream in (0, 1, 2):
                    os.dup2(nowhere, stream)
            code = job()
        finally:
            os._exit(code)
    end, wait = time.monotonic() + seconds, 0.005
    while True:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        if time.monotonic() > end:
            os.killpg(child, signal.SIGKILL)
            os.waitpid(child, 0)
            return None
        time.sleep(wait)
        wait = min(wait * 1.5, 0.1)


# -- the whole -------------------------------------------------------------------------------------


def interval(killed: int, tried: int) -> tuple[float, float]:
    """The 95 % interval of a share by Wilson."""
    if not tried:
        return 0.0, 1.0
    z, p = 1.96, killed / tried
    middle, half = (
        p + z * z / (2 * tried),
        z * math.sqrt(p * (1 - p) / tried + (z / tried / 2) ** 2),
    )
    return (middle - half) / (1 + z * z / tried), (middle + half) / (1 + z * z / tried)


def copy_checkout(folder: Path) -> None:
    """Copy what tests of the core need."""
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name)
        else:
            shutil.copy2(source, folder / name)


def prepare(folder: Path) -> None:
    """Make this process one whose children find the copy, and no Qt."""
    copy_checkout(folder)
    os.chdir(folder)
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    os.environ["FRONTISPIECE_CORPUS"] = str(folder / "none")
    os.environ["TMPDIR"] = str(folder / "tmp")
    (folder / "tmp").mkdir()
    sys.modules["PySide6"] = None  # type: ignore[assignment]
    sys.path.insert(0, str(folder))
    sys.path[:] = [each for each in sys.path if Path(each or ".").resolve() != ROOT]
    import designer  # noqa: PLC0415

    if not designer.__path__[0].startswith(str(folder)):
        sys.exit(f"The package was found in {designer.__path__[0]}, not in the copy.")


def tried(
    chosen: Sequence[tuple[Source, int]],
    known: Known,
    listed: Mapping[tuple[str, str], str],
    until: float,
) -> Iterator[tuple[Mutant, str, str]]:
    """Each mutant with what becomes of it and why that is so."""
    for place, (source, number) in enumerate(chosen, 1):
        if time.monotonic() > until:
            print(f"The time is over after {place - 1} of {len(chosen)}.")
            return
        mutant, text = source.mutant(number)
        state, why = killed(text, mutant, known), ""
        if state == SURVIVED and (why := explanation(mutant, listed)):
            state = ALLOWED
        if state == SURVIVED:
            print(f"{place}/{len(chosen)} {mutant.file}:{mutant.first}", flush=True)
        yield mutant, state, why


def report(package: str, results: Sequence[tuple[Mutant, str, str]]) -> None:
    """Write what survived, and print the score."""
    REPORTS.mkdir(parents=True, exist_ok=True)
    lines, left = [], []
    for mutant, state, why in results:
        if state in (SURVIVED, ALLOWED):
            lines.append(f"{mutant.file}:{mutant.first} {state} {why}".rstrip())
            differing = difflib.ndiff(mutant.before.splitlines(), mutant.after.splitlines())
            lines += [f"    {line}" for line in differing if not line.startswith("?")]
        if state == SURVIVED:
            left.append([mutant.file, mutant.number])
    (REPORTS / f"{package}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (REPORTS / f"{package}.json").write_text(json.dumps(left), encoding="utf-8")
    states = Counter(state for _, state, _ in results)
    good = states[KILLED] + states[LATE] + states[ALLOWED]
    low, high = interval(good, len(results))
    kinds = Counter(why for *_, why in results if why)
    print(
        f"{package}: {len(results)} tried, {states[KILLED] + states[LATE]} killed "
        f"({states[LATE]} by time), {states[ALLOWED]} explained {dict(kinds)}, "
        f"{states[SURVIVED]} survived: {good / max(len(results), 1):.1%} "
        f"(95 % interval {low:.1%} to {high:.1%})"
    )


def main() -> int:
    """Read the command line, try the mutants, and print the score."""
    parser = argparse.ArgumentParser(description="Mutation tests of a package of the core.")
    parser.add_argument("package", choices=PACKAGES)
    parser.add_argument("--sample", type=int, metavar="N", help="try N mutants chosen at random")
    parser.add_argument("--seed", type=int, default=1, help="which ones (1)")
    parser.add_argument("--module", help="only mutants of this module")
    parser.add_argument("--again", action="store_true", help="only those that survived last time")
    parser.add_argument("--minutes", type=float, default=600.0, help="stop after so many minutes")
    options = parser.parse_args()
    until = time.monotonic() + options.minutes * 60
    listed = read_explained(options.package)
    os.nice(10)
    with tempfile.TemporaryDirectory() as folder:
        prepare(Path(folder).resolve())
        found = mutations(options.package, options.module)
        if options.again:
            last = json.loads((REPORTS / f"{options.package}.json").read_text(encoding="utf-8"))
            found = [(source, number) for source, number in found if [source.name, number] in last]
        total = len(found)
        if options.sample and options.sample < total:
            found = random.Random(options.seed).sample(found, options.sample)
        print(f"{options.package}: {total} mutants, {len(found)} of them are tried.", flush=True)
        report(options.package, list(tried(found, know(options.package), listed, until)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
