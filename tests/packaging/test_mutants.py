"""The tool for mutation tests: which mutants there are, and which of them are explained."""

import tomllib
from types import SimpleNamespace

import libcst
import pytest

from tests import mutants

EXPLAINED = tomllib.loads(mutants.EXPLAINED.read_text(encoding="utf-8"))


def mutant(before, after, file="designer/x/y.py", *, message=False):
    return mutants.Mutant(file, 0, 1, 1, False, before, after, message)


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("x = 1", "x = 2", ""),
        ("x = 1", "x = 3", "equivalent"),
        ('f.read_text(encoding="utf-8")', 'f.read_text(encoding="UTF-8")', "encoding"),
        ('f.read_text(encoding="utf-8")', "f.read_text(encoding=None)", "encoding"),
        ('f.read_text(encoding="utf-8", errors="x")', 'f.read_text(errors="x")', "encoding"),
        ('f.read_text(encoding="utf-8")', "f.read_text()", "encoding"),
        ('f.read_text(encoding="utf-8")', 'f.read_text(encoding="XXutf-8XX")', ""),
        ('f.read_text(encoding="utf-8", errors="x")', 'f.read_text(encoding="utf-8")', ""),
        ("@lru_cache(maxsize=4)", "@lru_cache(maxsize=5)", "cache"),
        ("Part = tuple[float, str]", "Part = None", "type"),
        ("Part = tuple(x)", "Part = None", ""),
        ("zip(a, b, strict=False)", "zip(a, b, )", "default"),
        ("zip(a, b, strict=True)", "zip(a, b, )", ""),
        ('a.get("b", None)', 'a.get("b", )', "default"),
        ("next(a, None)", "next(a, )", ""),
    ],
)
def test_what_is_explained(before, after, kind):
    listed = {("x = 1", "x = 3"): "equivalent"}
    assert mutants.explanation(mutant(before, after), listed) == kind


def test_names_for_a_star_and_words_of_exceptions_are_explained():
    assert mutants.explanation(mutant('"A",', '"XXAXX",', "designer/x/__init__.py"), {}) == "name"
    assert mutants.explanation(mutant('"A",', '"XXAXX",'), {}) == ""
    assert mutants.explanation(mutant("raise A(b)", "raise A(None)", message=True), {}) == "message"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('"a"', '"XXaXX"', True),
        ("1", "2", False),
        ("a + b", "a - b", False),
    ],
)
def test_only_words_are_a_message(old, new, words):
    nodes = map(libcst.parse_expression, (old, new))
    mutation = SimpleNamespace(**dict(zip(("original_node", "mutated_node"), nodes, strict=True)))
    assert mutants._are_words(mutation) == words


def test_an_argument_that_is_a_text_is_a_message():
    call = libcst.parse_expression('A("a" "b", 1)')
    for gone, words in ((0, True), (1, False)):
        rest = [arg for number, arg in enumerate(call.args) if number != gone]
        mutation = SimpleNamespace(original_node=call, mutated_node=call.with_changes(args=rest))
        assert mutants._are_words(mutation) == words


def test_the_lines_of_statements():
    source = "A = (\n    1,\n)\n\n\n@x\ndef f(\n    a=1,\n):\n    raise B(\n        2\n    )\n"
    found = {(each.first, each.last): each for each in mutants._statements(source)}
    assert list(found) == [(1, 3), (6, 9), (10, 12)]
    assert [each.in_function for each in found.values()] == [False, False, True]
    assert [each.raises for each in found.values()] == [False, False, True]
    statements = tuple(found.values())
    assert mutants._smallest(statements, 11, 11) is statements[2]
    assert mutants._smallest(statements, 8, 8) is statements[1]


@pytest.mark.parametrize(
    ("old", "new", "places"),
    [("abc", "axc", (1, 2, 2)), ("abc", "ac", (1, 2, 1)), ("aab", "aaab", (2, 2, 3))],
)
def test_where_lines_differ(old, new, places):
    assert mutants._difference(old, new) == places


def test_the_interval_of_a_share():
    low, high = mutants.interval(85, 100)
    assert (round(low, 3), round(high, 3)) == (0.767, 0.907)
    assert mutants.interval(0, 0) == (0.0, 1.0)
    low, high = mutants.interval(200, 200)
    assert 0.98 < low < high == pytest.approx(1)


def test_tests_that_run_the_changed_line_come_first_and_quick_ones_before_slow_ones():
    seconds = {"a": 3.0, "b": 1.0, "c": 2.0, "d": 0.5}
    covering = {("x", 2): frozenset("ac"), ("x", 9): frozenset("b")}
    known = mutants.Known(seconds, covering, ())
    inside = mutants.Mutant("x", 0, 1, 3, False, "", "", False)
    assert mutants.chosen(inside, known) == (["c", "a"], ["d", "b"])
    outside = mutants.Mutant("x", 0, 1, 3, True, "", "", False)
    assert mutants.chosen(outside, known) == (["b", "c", "a"], ["d"])


@pytest.mark.parametrize("package", mutants.PACKAGES)
def test_every_explained_line_is_still_there(package):
    folder = mutants.ROOT / "designer" / package
    code = "\n".join(
        "\n".join(line.strip() for line in file.read_text(encoding="utf-8").splitlines())
        for file in sorted(folder.rglob("*.py"))
    )
    for entry in EXPLAINED.get(package, ()):
        assert entry["kind"] in EXPLAINED["kinds"]
        assert entry["before"] in code
        assert entry["before"] not in entry["after"]
