"""Completions and manual: they know the commands and options that the command line has."""

import re
import subprocess
from pathlib import Path

import pytest

from designer import cli
from tests.packaging.tools import assert_accepts

LINUX = Path(__file__).parent.parent.parent / "packaging/linux"
BASH = LINUX / "completions/frontispiece.bash"
ZSH = LINUX / "completions/_frontispiece"
FISH = LINUX / "completions/frontispiece.fish"

COMMANDS = ["render", "apply", "check"]
PLACES = [None, *COMMANDS]  # None: the program without a command

# Asks as bash does; the last word is the one to complete.
ASK_BASH = """
source "$1"; shift
compopt() { :; }
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
_frontispiece
printf '%s\\n' "${COMPREPLY[@]}"
"""


def helped(command, capsys):
    with pytest.raises(SystemExit):
        cli.main([*([command] if command else []), "--help"])
    return capsys.readouterr().out


def options(command, capsys):
    return set(re.findall(r"--[a-z-]+", helped(command, capsys)))


def bash(*words):
    asked = ["bash", "--norc", "-c", ASK_BASH, "bash", BASH, "frontispiece", *words]
    done = subprocess.run(asked, cwd=LINUX.parent, check=False, capture_output=True, text=True)
    assert done.stderr == ""
    return set(done.stdout.split())


def fish(line):
    code = f"source {FISH}; complete -C '{line}'"
    offered = assert_accepts("fish", "--no-config", "-c", code, cwd=LINUX.parent)
    return {each.split("\t")[0] for each in offered.splitlines()}


def zsh_part(command):
    """The branch of the completion for zsh that a command takes."""
    branch = re.escape(command or "*")
    text = ZSH.read_text(encoding="utf-8")
    return re.search(rf"^  {branch}\)$(.*?)^    ;;$", text, re.DOTALL | re.MULTILINE)[1]


def test_the_commands_are_those_of_the_program(capsys):
    named = re.findall(r"frontispiece ([a-z]+) [A-Z]", helped(None, capsys))
    assert sorted(set(named)) == sorted(COMMANDS)


@pytest.mark.parametrize("command", PLACES)
def test_bash_offers_the_options(command, capsys):
    words = [command] if command else []
    assert bash(*words, "--") == options(command, capsys)


@pytest.mark.parametrize("command", PLACES)
def test_fish_offers_the_options(command, capsys):
    assert fish(f"frontispiece {command or ''} --") == options(command, capsys)


@pytest.mark.parametrize("command", PLACES)
def test_zsh_offers_the_options(command, capsys):
    specified = re.findall(r"(?<=['{,])--[a-z-]+(?=[\[}])", zsh_part(command))
    assert set(specified) == options(command, capsys)
    assert len(specified) == len(set(specified))


def test_zsh_reads_its_file():
    assert_accepts("zsh", "-n", ZSH)


def test_bash_offers_commands_only_first():
    assert bash("re") == {"render"}
    assert "render" not in bash("page.md", "re")


def test_bash_offers_pages_and_folders(tmp_path):
    for name in ("page.md", "page.mdx", "picture.png", "edits.jsonl"):
        (tmp_path / name).touch()
    (tmp_path / "site").mkdir()
    inside = f"{tmp_path}/"
    assert bash(inside) == {inside + each for each in ("page.md", "page.mdx", "site")}
    assert inside + "edits.jsonl" in bash("apply", "page.md", inside)
    assert bash("check", "--site", inside) == {inside + "site"}
    assert inside + "picture.png" in bash("render", "page.md", "--png", inside)
    assert bash("render", "--width", "") == set()


def test_fish_offers_commands_only_first():
    assert fish("frontispiece re") == {"render"}
    assert "render" not in fish("frontispiece check re")


@pytest.mark.parametrize("command", PLACES)
def test_the_manual_describes_the_options(command, capsys):
    text = (LINUX / "frontispiece.1").read_text(encoding="utf-8").replace("\\-", "-")
    parts = re.split(r"^\.SS frontispiece (\w+)$", text.split(".SH EXIT")[0], flags=re.MULTILINE)
    general, *named = parts
    part = named[named.index(command) + 1] if command else general.split(".SH OPTIONS")[1]
    headed = re.findall(r"^\.TP\n\.\w+ (.*)$", part, re.MULTILINE)
    found = {option for head in headed for option in re.findall(r"--[a-z-]+", head)}
    assert found | {"--help"} == options(command, capsys)


def test_the_manual_shows_the_options_in_its_synopsis(capsys):
    text = (LINUX / "frontispiece.1").read_text(encoding="utf-8").replace("\\-", "-")
    synopsis = text.split(".SH SYNOPSIS")[1].split(".SH DESCRIPTION")[0]
    wanted = {option for command in PLACES for option in options(command, capsys)}
    assert set(re.findall(r"--[a-z-]+", synopsis)) == wanted - {"--help", "--version"}
