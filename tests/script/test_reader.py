"""Scripts are read as data: nothing runs, and what cannot be read is told apart."""

import pytest

from designer.script import (
    Call,
    Function,
    Imported,
    Member,
    ScriptError,
    ScriptReader,
    Unknown,
    chain_of,
    evaluator,
    is_known,
    method_name,
    reader,
)


@pytest.fixture
def site(tmp_path):
    """Writes files of a site and returns what one of them exports."""

    def read(text, name="a.ts", **others):
        for each, content in {name: text, **others}.items():
            file = tmp_path / each
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content, encoding="utf-8")
        return ScriptReader(tmp_path).read(tmp_path / name)

    return read


@pytest.fixture
def value(site):
    """The value of an expression of a script; `before` stands above it."""

    def read(expression, before="", name="a.ts", **others):
        return site(f"{before}\nexport default {expression};", name, **others).default

    return read


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("'a'", "a"),
        (r"'a\n\t\'\"\\\u0041\u{1F600}\x41\0'", "a\n\t'\"\\A\U0001f600A\0"),
        ("'a\\\nb'", "ab"),
        ("'a\\\r\nb'", "ab"),
        (r"'\r\b\f\v\q'", "\r\b\f\vq"),
        ("pair", "lr"),
        ("withDefault", "lx"),
        ("o3.double('a')", "aa"),
        ("0B101 + 0o17", 20),
        (r'"\u{FFFFFF}"', "\ufffd"),
        ("``", ""),
        ("`a\\tb`", "a\tb"),
        ("`a ${1 + 1} ${'x'}${true}`", "a 2 xtrue"),
        ("1", 1),
        ("0", 0),
        ("1_000", 1000),
        ("0x1F", 31),
        ("1.5e3", 1500.0),
        ("-2", -2),
        ("[true, false, null, undefined]", [True, False, None, None]),
        ("{a: 1, 'b-c': 2, [`d`]: 3, 4: 5}", {"a": 1, "b-c": 2, "d": 3, "4": 5}),
        ("[1, /* two */ ...[2, 3],\n// no\n4]", [1, 2, 3, 4]),
        ("{a: 1, ...{a: 2, b: 3}, ...null}", {"a": 2, "b": 3}),
        ("({a: [1] as const, b: {} satisfies B, c: d!})", {"a": [1], "b": {}, "c": 7}),
        ("<any>[1]", [1]),
        ("o.list[1]", "y"),
        ("o?.list?.[0]", "x"),
        ("o['list'].length", 2),
        ("o.none", None),
        ("o.list[9]", None),
        ("true ? 1 : unknown()", 1),
        ("'' ? 1 : 2", 2),
        ("[] ? 1 : 2", 1),
        ("'' || 'b'", "b"),
        ("'a' && 'b'", "b"),
        ("0 && x", 0),
        ("null ?? 'b'", "b"),
        ("'' ?? 'b'", ""),
        ("[1 === 1, 1 != 1, 'a' == 'b', 'a' !== 'b']", [True, False, False, True]),
        ("[!1, !'']", [False, True]),
        ("'a' + 'b'", "ab"),
        ("1 + 2", 3),
        ("o.list.map((x, i) => ({x, i}))", [{"x": "x", "i": 0}, {"x": "y", "i": 1}]),
        ("[[1], 2].flat()", [1, 2]),
        ("o.list.flatMap(x => [x, x])", ["x", "x", "y", "y"]),
        ("[1].concat([2], 3)", [1, 2, 3]),
        ("[0, 1, null, 'a'].filter(Boolean)", [1, "a"]),
        ("['a', 'b'].filter(x => x !== 'a')", ["b"]),
        ("' A '.trim().toLowerCase() + 'b'.toUpperCase() + 'c'.toString()", "aBc"),
        ("Object.keys({a: 1, b: 2})", ["a", "b"]),
        ("Object.values({a: 1, b: 2})", [1, 2]),
        ("Object.entries({a: 1})", [["a", 1]]),
        ("Object.fromEntries([['a', 1]])", {"a": 1}),
        ("Object.assign({a: 1}, {b: 2})", {"a": 1, "b": 2}),
        ("Object.freeze([1])", [1]),
        ("f(1)", {"given": 1, "other": "o", "inner": 2}),
        ("f(1, {other: 'p', more: {inner: 3}})", {"given": 1, "other": "p", "inner": 3}),
        ("g('x')", "x!"),
        ("(a => a)(5)", 5),
        ("(() => { const k = 1; /* b */ const {a: [, b]} = o2; return [k, b] })()", [1, 2]),
        ("Colour.Red + Colour.Blue", "redblue"),
        ("Number.One", 1),
        ("rest.b", Unknown(0)),
    ],
)  # fmt: skip
def test_what_is_written_down_is_read(value, expression, expected):
    before = """
        const o = {list: ['x', 'y']}, d = 7, o2 = {a: [1, 2]};
        function f(given, {other = 'no', more = {inner: 2}} = {other: 'o', more: {inner: 2}}) {
            return {given, other, inner: more.inner};
        }
        const g = function (x: string) { return x + '!' };
        enum Colour { Red = 'red', Blue = 'blue' }
        enum Number { None, One }
        const {...rest} = o;
        const [left, , right] = ['l', 'm', 'r'], pair = left + right;
        const [first, third = 'x'] = ['l', 'x'], withDefault = first + third;
        const o3 = {double(x) { return x + x }};
    """
    found = value(expression, before)
    if isinstance(expected, Unknown):
        assert found == Member(Imported("", "rest"), "b")
    else:
        assert found == expected
        assert type(found) is type(expected)


@pytest.mark.parametrize(
    "expression",
    [
        "unknown ? 1 : 2",
        "unknown + 'a'",
        "unknown === 1",
        "1 === unknown",
        "unknown || 'a'",
        "unknown ?? 'a'",
        "`a ${unknown}`",
        "1 * 2",
        "-'a'",
        "!unknown",
        "/a/",
        "class {}",
        "await f()",
        "'a'.repeat(3)",
        "'a'.trim(1)",
        "Object.groupBy([])",
        "Object.keys(5)",
        "Object.values()",
        "Object.entries(1)",
        "Object.entries()",
        "Object.fromEntries([1])",
        "Object.fromEntries(1)",
        "Object.assign({}, unknown)",
        "(() => { if (a) { return 1 } return 2 })()",
        "(() => { const a = 1 })()",
        "5[0]",
        "[1].nothing",
        "({})[unknown]",
        "(() => {})()",
        "'a'()",
    ],
)
def test_what_only_running_would_tell_is_unknown(value, expression):
    assert value(expression) == Unknown(2)


def test_a_part_that_is_unknown_leaves_the_others(value):
    found = value("{a: 1, b: 2 * 2, ...unknown, c: [...unknown, 3]}")
    assert found.pop("...unknown") == Unknown(2)
    assert found == {"a": 1, "b": Unknown(2), "c": [Unknown(2), 3]}
    assert [is_known(each) for each in (found["a"], found["b"], found["c"])] == [True, False, False]
    assert value("({a: 1, ...unknown}).b") == Unknown(2)


def test_what_a_package_exports_is_a_symbol(value):
    imports = "import z, {a as b, type C} from 'zod';\nimport * as all from '@x/y';"
    z = Imported("zod", "default")
    assert value("z.string().min(1)", imports) == Call(
        Member(Call(Member(z, "string"), (), 3), "min"), (1,), 3
    )
    assert value("[b, all.c]", imports) == [
        Imported("zod", "a"),
        Member(Imported("@x/y", "*"), "c"),
    ]
    assert value("new all.Source({d: 1})", imports).arguments == ({"d": 1},)
    assert value("new Set", imports) == Call(Imported("", "Set"), (), 3)
    assert value("a`x`") == Call(Imported("", "a"), (), 2)
    assert value("process.env.X!") == Member(Member(Imported("", "process"), "env"), "X")


def test_chains_and_names_of_calls(value):
    chain = value("z.string().optional()")
    assert [method_name(each) for each in chain_of(chain)] == ["string", "optional"]
    assert method_name(value("text({})")) == "text"
    assert [method_name(each) for each in ("a", value("z"), value("f()()"))] == ["", "", ""]
    assert chain_of("a") == []


def test_modules_of_the_site(value):
    files = {
        "lib/index.ts": "export * from './b'; export {y as z, default as e} from './c.js';"
        "export * as inside from './b'; export const own = 1;",
        "lib/b.tsx": "export const x = 'x'; export function f() { return <p>a</p> }",
        "lib/c.ts": "const w = 1; export {w as y}; export default {k: [w]}",
        "data.json": '{"d": 4}',
    }
    before = (
        "import e, {x, z, inside, own, e as c, none} from './lib';\n"
        "import * as all from './lib'; import data, {d} from './data.json'; import './side.css';"
    )
    assert value("[x, z, inside.x, own, c, data, d]", before, **files) == [
        "x", 1, "x", 1, {"k": [1]}, {"d": 4}, 4,
    ]  # fmt: skip
    assert value("[e, none]", before, **files) == [Unknown(0), Unknown(0)]
    assert list(value("all", before, **files)) == ["z", "e", "inside", "own", "x", "f"]
    assert isinstance(value("all.f", before, **files), Function)


def test_common_js(site, value):
    files = {"b.cjs": "exports.b = 1; module.exports.c = 2;", "c.js": "module.exports = {d: 3}"}
    script = site(
        "const {d} = require('./c'); module.exports = {...require('./b.cjs'), d}", "a.js", **files
    )
    assert script.default == {"b": 1, "c": 2, "d": 3}
    assert script.export("d") == 3
    assert script.export("none") == Unknown(0)
    assert value("[b, d]", "import {b} from './b.cjs'; import {d} from './c';", **files) == [1, 3]
    assert value("require('path')") == Imported("path", "default")
    assert method_name(value("other('./b.cjs')", **files)) == "other"
    assert site("const a = 1; export = a;").default == 1
    assert site("export default function f() { return 1 }").names == ("f",)


@pytest.mark.parametrize(
    ("config", "name"),
    [
        ('{"compilerOptions": {"paths": {"@b/*": ["./lib/*"]}}}', "@b/x"),
        ('{"compilerOptions": {"baseUrl": "lib", "paths": {"exact": ["x.ts"]}}}', "exact"),
        ('{\n// a "comment"\n"compilerOptions": {"baseUrl": "lib", /* b */ },}', "x"),
        ('{"compilerOptions": {"baseUrl": "."}}', "lib/x"),
        ('{"compilerOptions": 1}', "~/lib/x"),
        ("{", "/lib/x"),
        ('{"compilerOptions": {"paths": {"@/*": 5}}}', "@/lib/x"),
        ("{}", "./lib/x.js"),
        ("{}", "./lib/x.mjs"),
        ("{}", "./lib/x.cjs"),
    ],
)
def test_paths_of_the_compiler(value, config, name):
    files = {"tsconfig.json": config, "lib/x.ts": "export const x = 1"}
    assert value("x", f"import {{x}} from '{name}';", **files) == 1


@pytest.mark.parametrize(
    "name", ["../outside", "./none", "pkg", "./node_modules/p/x", "./l", "\\0"]
)
def test_what_is_outside_or_missing_is_not_read(tmp_path, name):
    site = tmp_path / "site"
    (site / "node_modules/p").mkdir(parents=True)
    (tmp_path / "outside.ts").write_text("export const x = 1")
    (site / "node_modules/p/x.ts").write_text("export const x = 1")
    (site / "l").symlink_to(site / "l")
    (site / "a.ts").write_text(f"import {{x}} from '{name}'; export default x")
    found = ScriptReader(site)
    assert found.read(site / "a.ts").default.name == "x"
    assert [each.name for each in found.files] == ["tsconfig.json", "jsconfig.json", "a.ts"]


def test_files_that_were_read_are_told(tmp_path):
    (tmp_path / "a.ts").write_text(
        "import {x} from './b'; import d from './d.json'; export default [x, d]"
    )
    (tmp_path / "b.ts").write_text("export const x = 1")
    (tmp_path / "d.json").write_text("{")
    found = ScriptReader(tmp_path)
    assert found.read(tmp_path / "a.ts").default == [1, None]
    assert {each.name for each in found.files} >= {"a.ts", "b.ts", "d.json"}


def test_circles_end(site):
    script = site(
        "import {b} from './b'; export const a = {b}; export * from './b'; export default a",
        **{"b.ts": "import {a} from './a'; export const b = [a]; export * from './a';"},
    )
    assert script.default == {"b": [Unknown(0)]}
    assert script.export("nothing") == Unknown(0)
    script = site(
        "import * as all from './b'; export default all",
        **{"b.ts": "export * from './c'; export const b = 1", "c.ts": "export * from './b'"},
    )
    assert script.default == {"b": 1}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("export default {\n  a: [1,\n", 2),
        ("export default {\n  a: ,\n}", 2),
        ("const a = 1;\nconst = 2;\nexport default a", 2),
    ],
)
def test_a_syntax_error_has_a_line(site, text, line):
    with pytest.raises(ScriptError) as caught:
        site(text)
    assert (caught.value.file.name, caught.value.line) == ("a.ts", line)


def test_a_broken_import_is_named(value):
    broken = {"b.ts": "export const a = 1;\nexport const b = {c: ,};\n"}
    assert value("a", "import {a} from './b';", **broken) == 1
    for name in ("b", "none"):
        with pytest.raises(ScriptError) as caught:
            value(name, f"import {{{name}}} from './b';", **broken)
        assert (caught.value.file.name, caught.value.line) == ("b.ts", 2)
    with pytest.raises(ScriptError, match="misplaced"):
        value("all", "import * as all from './b';", **broken)


def declared(first, each):
    """Many declarations, of which each uses the one before: `%d` is its number, `%p` that one."""
    more = (each.replace("%d", str(n)).replace("%p", f"a{n - 1}") for n in range(1, 90))
    return f"const a0 = {first};" + "".join(
        f"const a{n} = {text};" for n, text in enumerate(more, 1)
    )


ENDLESS = {
    "it calls itself": ("const f = x => f(x);", "f(1)"),
    "many calls": (
        "const a = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];",
        f"{'a.map(() => ' * 6}1{')' * 6}",
    ),
    "deep": ("", "[" * 200 + "]" * 200),
    "doubled by spreads": (declared("[1]", "[...%p, ...%p]"), "a20"),
    "doubled by concat": (declared("[1]", "%p.concat(%p)"), "a20"),
    "deep names": (declared("{a: 1}", "{...%p, b%d: 1}"), "a89"),
}


@pytest.mark.parametrize("name", ENDLESS)
def test_what_never_ends_is_an_error(value, name):
    before, expression = ENDLESS[name]
    reason = "too large" if "doubled" in name or "many" in name else "too deeply"
    with pytest.raises(ScriptError, match=f"{reason} or never ends") as caught:
        value(expression, before)
    assert caught.value.line == (1 if before.startswith(("const a0", "const f")) else 2)


def test_a_text_that_doubles_becomes_unknown(value):
    before = "const a0 = '1234567890';" + "".join(
        f"const a{n} = a{n - 1} + a{n - 1};" for n in range(1, 20)
    )
    assert value("a19", before) == Unknown(1)
    assert len(value("a10", before)) == 10_240


def test_limits_of_files(site, value, tmp_path, monkeypatch):
    with pytest.raises(ScriptError, match="larger than 1,000 kB") as caught:
        site("// " + "x" * 1_000_000)
    assert caught.value.file.name == "a.ts"
    monkeypatch.setattr(reader, "MAX_FILES", 2)
    files = {"b.ts": "export const b = 1", "c.ts": "export const c = 1"}
    assert value("b", "import {b} from './b'", **files) == 1
    with pytest.raises(ScriptError, match="more than 2 files"):
        value("[b, c]", "import {b} from './b'; import {c} from './c'", **files)
    with pytest.raises(ScriptError, match="No such file"):
        ScriptReader(tmp_path).read(tmp_path / "none.ts")
    (tmp_path / "odd.ts").write_bytes(b"export default '\xff'")
    with pytest.raises(ScriptError, match="codec"):
        ScriptReader(tmp_path).read(tmp_path / "odd.ts")


def test_more_nesting_than_python_can_follow_is_an_error(site, tmp_path):
    hop = "import {x as y} from './a%d'; export const x = y;"
    script = site(hop % 0, **{f"a{n}.ts": hop % (n + 1) for n in range(150)})
    with pytest.raises(ScriptError, match="nested too deeply"):
        script.export("x")
    with pytest.raises(ScriptError, match="nested too deeply"):
        site(f"const {'{a: ' * 2000}b{'}' * 2000} = 1;")
    function = site("import {x} from './a0'; export default () => x", name="b.ts").default
    with pytest.raises(ScriptError, match="nested too deeply"):
        ScriptReader(tmp_path).apply(function)
    deep = 40
    assert site(f"export default {'[' * deep}1{']' * deep}").default != Unknown(1)


def test_steps_are_counted_over_all_scripts(tmp_path, monkeypatch):
    monkeypatch.setattr(evaluator, "MAX_STEPS", 10)
    (tmp_path / "a.ts").write_text(
        "export const a = [1, 2, 3, 4, 5]; export const b = [1, 2, 3, 4, 5]"
    )
    script = ScriptReader(tmp_path).read(tmp_path / "a.ts")
    assert script.export("a") == [1, 2, 3, 4, 5]
    with pytest.raises(ScriptError, match="too large"):
        script.export("b")


def test_functions_are_applied_from_outside(tmp_path):
    (tmp_path / "a.js").write_text(
        "export default ({image, more: [one]}) => ({a: image(), one, b})"
    )
    found = ScriptReader(tmp_path)
    function = found.read(tmp_path / "a.js").default
    context = Imported("", "context")
    assert found.apply(function, context)["a"] == Call(Member(context, "image"), (), 1)
    assert found.apply(5) == Unknown(0)


def test_jsx_and_casts_are_told_apart_by_the_name_of_the_file(value):
    assert value("f<B>('a')", "const f = <A,>(a: A) => a; const x = <p>b</p>;", "a.tsx") == "a"
    assert value("<B>'a'", name="a.ts") == "a"
