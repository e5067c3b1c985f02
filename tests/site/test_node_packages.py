"""Packages in `node_modules`: found as Node finds them, and nothing read from elsewhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from designer.site.node_packages import NodePackages


@pytest.fixture
def repository(tmp_path):
    """A repository with the site `web`; a function that writes its files."""
    root = tmp_path / "repository"
    (root / ".git").mkdir(parents=True)
    (root / "web").mkdir()

    def put(path, text=""):
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text if isinstance(text, str) else json.dumps(text), encoding="utf-8")
        return file

    put.root = root
    put.site = root / "web"
    return put


def module(repository, name, folder=""):
    found = NodePackages(repository.site).module(name, repository.site / folder)
    return None if found is None else found.relative_to(repository.site).as_posix()


def style(repository, name):
    found = NodePackages(repository.site).style(name, repository.site)
    return None if found is None else found.relative_to(repository.site).as_posix()


@pytest.mark.parametrize(
    ("about", "files", "name", "found"),
    [
        ({"main": "lib/a.js"}, ["lib/a.js"], "p", "lib/a.js"),
        ({"main": "lib/a"}, ["lib/a.cjs"], "p", "lib/a.cjs"),
        ({"main": "lib"}, ["lib/index.js"], "p", "lib/index.js"),
        ({"module": "m.mjs"}, ["m.mjs"], "p", "m.mjs"),
        ({"main": "gone.js", "module": "m.mjs"}, ["m.mjs"], "p", "m.mjs"),
        ({}, ["index.js"], "p", "index.js"),
        (None, ["index.cjs"], "p", "index.cjs"),
        ("{", ["index.js"], "p", "index.js"),
        ([], ["index.js"], "p", "index.js"),
        ({"main": 7}, ["index.js"], "p", "index.js"),
        ({"main": "a.css"}, ["a.css"], "p", None),
        ({}, ["plugin.js"], "p/plugin", "plugin.js"),
        ({}, ["plugin/index.js"], "p/plugin", "plugin/index.js"),
        ({}, ["in/package.json", "in/x.js"], "p/in", "in/x.js"),
        ({"exports": {"./plugin": "./x.js"}}, ["x.js"], "p/plugin", "x.js"),
        ({"exports": {"./a": "./x.js"}}, ["b.js"], "p/b", "b.js"),
        ({"exports": "./x.js", "main": "y.js"}, ["x.js", "y.js"], "p", "x.js"),
        (
            {"exports": {"import": "./x.mjs", "require": "./x.cjs"}},
            ["x.mjs", "x.cjs"],
            "p",
            "x.cjs",
        ),
        ({"exports": {"import": "./x.mjs"}}, ["x.mjs"], "p", "x.mjs"),
        ({"exports": {"default": "./gone.js"}}, ["index.js"], "p", "index.js"),
    ],
)
def test_the_module_of_a_package(repository, about, files, name, found):
    home = "web/node_modules/p"
    if about is not None:
        repository(f"{home}/package.json", about)
    for file in files:
        repository(f"{home}/{file}", {"main": "x.js"} if file.endswith(".json") else "")
    assert module(repository, name) == (found and f"node_modules/p/{found}")


@pytest.mark.parametrize(
    ("about", "files", "name", "found"),
    [
        ({"style": "a.css", "main": "b.css"}, ["a.css", "b.css"], "p", "a.css"),
        ({"main": "b.css"}, ["b.css", "index.css"], "p", "b.css"),
        ({"main": "b.js"}, ["b.js", "index.css"], "p", "index.css"),
        ({"exports": {".": {"style": "./s.css", "default": "./s.js"}}}, ["s.css"], "p", "s.css"),
        ({"exports": {".": "./s.css"}, "style": "t.css"}, ["s.css", "t.css"], "p", "s.css"),
        ({"exports": {".": "./s.js"}, "style": "t.css"}, ["s.js", "t.css"], "p", "t.css"),
        ({"exports": {"./*": "./css/*.css"}}, ["css/a.css"], "p/a", "css/a.css"),
        ({"exports": {}}, ["a.css"], "p/a.css", "a.css"),
        ({}, ["a.css"], "p/a", "a.css"),
        ({}, ["a.css"], "~p/a.css", "a.css"),
        ({}, ["a.js"], "p/a.js", None),
        ({}, [], "p", None),
    ],
)
def test_the_style_sheet_of_a_package(repository, about, files, name, found):
    home = "web/node_modules/p"
    repository(f"{home}/package.json", about)
    for file in files:
        repository(f"{home}/{file}")
    assert style(repository, name) == (found and f"node_modules/p/{found}")


def test_a_package_with_a_scope(repository):
    repository("web/node_modules/@a/b/index.js")
    repository("web/node_modules/@a/b/c.js")
    assert module(repository, "@a/b") == "node_modules/@a/b/index.js"
    assert module(repository, "@a/b/c") == "node_modules/@a/b/c.js"
    assert module(repository, "@a") is None


def test_the_nearest_package_wins(repository):
    repository("web/node_modules/p/index.js")
    repository("web/node_modules/q/node_modules/p/index.js")
    repository("web/src/node_modules/p/index.js")
    assert module(repository, "p") == "node_modules/p/index.js"
    assert module(repository, "p", "src/css") == "src/node_modules/p/index.js"
    assert module(repository, "p", "node_modules/q/lib") == "node_modules/q/node_modules/p/index.js"


@pytest.mark.parametrize(
    "name",
    [
        "",
        ".",
        "./p",
        "/p",
        "p/../../x",
        "../p",
        "p\0",
        "p/\0",
        "https://x.y",
        "c:/p",
        "p\\x",
        "@/p",
    ],
)
def test_what_is_no_name_of_a_package(repository, name):
    repository("web/node_modules/p/index.js")
    repository("web/x.js")
    assert module(repository, name) is None


def test_packages_above_the_site_are_not_read(repository):
    repository("node_modules/p/index.js")
    assert module(repository, "p") is None


def test_a_link_to_a_workspace_of_the_repository_is_followed(repository):
    """As pnpm makes them: a package is a link, and its own packages lie beside its real folder."""
    store = "node_modules/.pnpm"
    repository(f"{store}/p@1/node_modules/p/package.json", {"main": "lib/p.js"})
    real = repository(f"{store}/p@1/node_modules/p/lib/p.js")
    inner = repository(f"{store}/q@2/node_modules/q/index.js")
    (repository.root / store / "p@1/node_modules/q").symlink_to(inner.parent)
    (repository.site / "node_modules").mkdir()
    (repository.site / "node_modules/p").symlink_to(real.parents[1])
    packages = NodePackages(repository.site)
    assert packages.module("p", repository.site) == real
    assert packages.module("q", real.parent) == inner
    assert packages.module("q", repository.site) is None


def test_node_modules_may_be_a_link_itself(repository):
    real = repository("node_modules/p/index.js")
    (repository.site / "node_modules").symlink_to(repository.root / "node_modules")
    assert NodePackages(repository.site).module("p", repository.site) == real


@pytest.mark.parametrize("is_repository", [True, False])
def test_a_link_out_of_the_repository_is_not_followed(repository, tmp_path, is_repository):
    if not is_repository:
        (repository.root / ".git").rmdir()
    outside = (tmp_path if is_repository else repository.root) / "outside"
    outside.mkdir()
    (outside / "index.js").write_text("secret")
    (repository.site / "node_modules").mkdir()
    (repository.site / "node_modules/p").symlink_to(outside)
    assert module(repository, "p") is None


def test_files_outside_of_a_package_are_not_read(repository):
    """A package may name any path: only files of the site and of its packages are read."""
    repository("secret.js")
    repository("web/node_modules/p/package.json", {"exports": "./../../../secret.js"})
    repository("web/node_modules/q/package.json", {"main": "../../../secret.js"})
    repository("web/node_modules/r/package.json", {"main": "x.js"})
    (repository.site / "node_modules/r/x.js").symlink_to(repository.root / "secret.js")
    assert [module(repository, name) for name in "pqr"] == [None, None, None]


def test_the_home_folder_is_no_repository(repository, monkeypatch):
    real = repository("packages/p/index.js")
    (repository.site / "node_modules").mkdir()
    (repository.site / "node_modules/p").symlink_to(real.parent)
    assert NodePackages(repository.site).module("p", repository.site) == real
    monkeypatch.setattr(Path, "home", lambda: repository.root)
    assert NodePackages(repository.site).module("p", repository.site) is None


def test_what_is_to_be_watched(repository):
    repository("web/node_modules/p/package.json", {"main": "a.js"})
    repository("web/node_modules/p/a.js")
    packages = NodePackages(repository.site)
    packages.module("p", repository.site)
    home = repository.site / "node_modules"
    assert packages.looked_at == {home / "p/package.json"}
    packages.style("@q/r/x.css", repository.site)
    assert packages.looked_at == {
        home / "p/package.json", home, home / "@q/r", home / "@q/r/package.json",
    }  # fmt: skip
