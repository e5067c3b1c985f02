"""What a package exports: the rules of Node for `exports`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designer.site.package_exports import exported_path

REQUIRE = ("node", "require")


@pytest.mark.parametrize(
    ("exports", "subpath", "path"),
    [
        ("./a.js", ".", "./a.js"),
        ("./a.js", "./b", None),
        ("a.js", ".", None),
        ("../a.js", ".", None),
        (None, ".", None),
        (7, ".", None),
        ([], ".", None),
        (["x", {"import": "./no.mjs"}, "./a.js", "./b.js"], ".", "./a.js"),
        ({"import": "./a.mjs", "require": "./a.cjs"}, ".", "./a.cjs"),
        ({"default": "./a.js", "require": "./a.cjs"}, ".", "./a.js"),
        ({"import": "./a.mjs", "types": "./a.d.ts"}, ".", None),
        ({"node": {"import": "./a.mjs"}, "default": "./b.js"}, ".", "./b.js"),
        ({".": {"require": {"types": "./a.d.ts", "default": "./a.cjs"}}}, ".", "./a.cjs"),
        ({".": "./a.js", "./plugin": "./p.js"}, "./plugin", "./p.js"),
        ({"./plugin.js": "./p.js"}, "./plugin", None),
        ({"./*": "./src/*.js"}, "./a/b", "./src/a/b.js"),
        ({"./*": "./src/*/*.js"}, "./a", "./src/a/a.js"),
        ({"./*.css": "./css/*.css", "./*": "./js/*.js"}, "./a.css", "./css/a.css"),
        ({"./*": "./x/*.js", "./in/*": None}, "./in/a", None),
        ({"./in/*": "./in/*.js", "./*": "./x/*.js"}, "./in/a", "./in/a.js"),
        ({"./a*a": "./x.js"}, "./a", None),
        ({"./*": "./src/*"}, "./*", "./src/*"),
        ({"./*/*": "./src/*"}, "./a/b", None),
    ],
)
def test_what_is_exported(exports, subpath, path):
    assert exported_path(exports, subpath, REQUIRE) == path


def test_the_first_condition_that_holds_wins():
    exports = {"style": "./a.css", "import": "./a.js", "default": "./b.js"}
    assert exported_path(exports, ".", ("style",)) == "./a.css"
    assert exported_path(exports, ".", ("import",)) == "./a.js"
    assert exported_path(exports, ".", ()) == "./b.js"


NAMES = st.sampled_from([".", "./a", "./*", "./a/*", "require", "import", "default", "x"])
TARGETS = st.none() | st.integers() | st.sampled_from(["./a.js", "./*.js", "/etc/x", "../x", "x"])
EXPORTS = st.recursive(
    TARGETS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=12,
)


@given(EXPORTS, st.sampled_from([".", "./a", "./a/b", "./c.css"]))
def test_a_path_of_the_package_or_nothing(exports, subpath):
    path = exported_path(exports, subpath, REQUIRE)
    assert path is None or path.startswith("./")
