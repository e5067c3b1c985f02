"""Whether the page engine is behind its security release, told from data."""

from importlib import metadata

import engine_age
import pytest

OFFERED = ["6.12.0", "6.11.3", "6.11.2", "6.10.3"]


@pytest.mark.parametrize(
    ("installed", "offered", "allowed", "is_current", "said"),
    [
        ("6.12.0", OFFERED, "", True, "is the newest release"),
        ("6.11.2", ["6.11.3", "6.11.2"], "", False, "6.11.3 is a newer patch of its series"),
        ("6.11.3", OFFERED, "", False, "6.12.0 is a newer series"),
        ("6.11.2", OFFERED, "!=6.12.0,>=6.10", False, "6.11.3 is a newer patch of its series"),
        ("6.11.3", OFFERED, "!=6.12.0,>=6.10", True, "6.12.0 is offered, but excluded"),
        ("6.11.3", ["6.12.1", *OFFERED], "!=6.12.0", False, "Release the program with 6.12.1"),
        ("6.9.3", ["6.10.0", "6.9.10", "6.9.3"], "<6.10", False, "6.9.10 is a newer patch"),
        ("6.12.0", ["6.13.0b1", *OFFERED], "", True, "is the newest release"),
        ("6.12.0", ["6.12.0.1", *OFFERED], "", False, "6.12.0.1 is a newer patch"),
        ("6.13.0", OFFERED, "", True, "is the newest release"),
    ],
)
def test_the_age_of_an_engine(installed, offered, allowed, is_current, said):
    verdict = engine_age.judge(installed, offered, allowed)
    assert verdict.is_current is is_current
    assert said in verdict.text


def test_what_pip_prints_is_read():
    printed = "PySide6 (6.12.0)\nAvailable versions: 6.12.0, 6.11.3\n  INSTALLED: 6.11.3\n"
    assert engine_age.parse_offered(printed) == ["6.12.0", "6.11.3"]
    with pytest.raises(ValueError, match="names no versions"):
        engine_age.parse_offered("ERROR: No matching distribution found for PySide6\n")


def test_the_requirement_of_the_program_is_found():
    allowed = engine_age.required(metadata.requires("frontispiece"))
    assert ">=6.10" in allowed
    assert engine_age.required(["Jinja2>=3.1", "pyside6>=6.1"]) == ">=6.1"
