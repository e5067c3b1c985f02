"""What the program ships of other makers: complete, and nothing of the developers' tools."""

import email
import json
from importlib import metadata

import pytest
import shipped


def test_what_is_required_is_shipped_at_any_depth():
    names = {part.name for part in shipped.python_parts()}
    assert {"PySide6", "shiboken6", "Jinja2", "MarkupSafe", "markdown-it-py", "mdurl"} <= names


def test_tools_and_extras_are_not_shipped():
    names = {part.name.lower() for part in shipped.python_parts()}
    assert not names & {"pytest", "ruff", "mypy", "hatchling", "babel", "linkify-it-py"}


def test_python_packages_have_the_version_that_is_installed():
    for part in shipped.python_parts():
        assert part.version == metadata.version(part.name)


def test_a_requirement_that_is_missing_is_told(monkeypatch):
    monkeypatch.setattr(metadata, "requires", lambda _: ["no-such-package>=1"])
    with pytest.raises(shipped.ShippedError, match="no-such-package is not installed"):
        shipped.python_parts()


def test_every_part_states_a_licence_and_most_bring_its_text():
    for part in [*shipped.python_parts(), *shipped.script_parts()]:
        assert part.licence, part.name
        is_qt = part.name.lower().startswith(("pyside6", "shiboken6"))
        assert is_qt == (not part.texts) or part.registry == "npm", part.name


def test_packages_of_the_scripts_are_those_that_were_bundled(tmp_path):
    listing, lock = tmp_path / "licences.txt", tmp_path / "lock.json"
    line = "-" * 72
    listing.write_text(
        f"@scope/one 1.0.0\n\nWords\nof it\n\n{line}\n\ntwo 2.0.0-beta.1\n\nLicence: ISC\n"
    )
    entries = {
        "": {"name": "web"},
        "node_modules/@scope/one": {"version": "1.0.0", "license": "MIT"},
        "node_modules/old": {"name": "two", "version": "2.0.0-beta.1", "license": "ISC"},
        "node_modules/not-bundled": {"version": "3.0.0", "license": "MIT"},
    }
    lock.write_text(json.dumps({"packages": entries}))
    one, two = shipped.script_parts(listing, lock)
    assert (one.name, one.version, one.licence) == ("@scope/one", "1.0.0", "MIT")
    assert one.texts == ("Words\nof it",)
    assert (two.name, two.version, two.licence) == ("two", "2.0.0-beta.1", "ISC")
    assert two.texts == ()


def test_scripts_that_are_not_built_are_told(tmp_path):
    with pytest.raises(shipped.ShippedError, match="not built"):
        shipped.script_parts(tmp_path / "licences.txt")


@pytest.mark.parametrize(
    ("head", "licence"),
    [
        ("License-Expression: MIT\nLicense: old words", "MIT"),
        ("License: BSD-3-Clause", "BSD-3-Clause"),
        ("Classifier: License :: OSI Approved :: MIT License", "MIT License"),
        ("License: A long text\n  of many lines\nClassifier: License :: X", "X"),
        ("Name: nothing", ""),
    ],
)
def test_a_licence_is_read_from_the_field_that_names_it(head, licence):
    assert shipped._stated_licence(email.message_from_string(head)) == licence
