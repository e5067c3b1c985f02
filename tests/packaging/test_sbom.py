"""The bill of materials and the checksums of a release."""

import hashlib
import json
import shutil
import subprocess
from importlib import metadata

import artifacts
import checksums
import pytest
import sbom
import shipped
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    return sbom.write(tmp_path_factory.mktemp("dist") / "sbom.json").read_text(encoding="utf-8")


def test_the_bill_keeps_to_the_schema_of_cyclonedx(written):
    validator = JsonStrictValidator(SchemaVersion.V1_6)
    assert validator.validate_str(written) is None
    assert validator.validate_str(written.replace('"framework"', '"nonsense"')) is not None


def test_the_bill_lists_every_shipped_part_with_its_version(written):
    listed = {each["purl"] for each in json.loads(written)["components"]}
    parts = [*shipped.python_parts(), *shipped.script_parts()]
    assert len(listed) == len(parts) + 3
    assert f"pkg:pypi/pyside6@{metadata.version('PySide6')}" in listed
    assert any(each.startswith("pkg:npm/%40tailwindcss/forms@") for each in listed)
    assert any(each.startswith("pkg:generic/chromium@") for each in listed)


def test_the_bill_is_about_this_version(written):
    about = json.loads(written)["metadata"]["component"]
    assert (about["name"], about["version"]) == (artifacts.NAME, artifacts.version())


def test_a_chromium_with_vulnerabilities_can_be_recognised(written):
    components = {each["name"]: each for each in json.loads(written)["components"]}
    chromium = components["Chromium"]
    assert chromium["cpe"] == f"cpe:2.3:a:google:chrome:{chromium['version']}:*:*:*:*:*:*:*"


def test_checksums_are_those_of_the_files(tmp_path):
    (tmp_path / "b.deb").write_bytes(b"two")
    (tmp_path / "a file.exe").write_bytes(b"one")
    (tmp_path / "folder").mkdir()
    one, two = (hashlib.sha256(data).hexdigest() for data in (b"one", b"two"))
    for _ in range(2):  # the file of checksums itself is not listed the second time
        sums = checksums.write(tmp_path)
        assert sums.read_bytes().decode() == f"{one}  a file.exe\n{two}  b.deb\n"


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="there is no sha256sum here")
def test_checksums_are_accepted_by_the_usual_tool(tmp_path):
    file = tmp_path / "b.deb"
    file.write_bytes(b"two")
    command = ["sha256sum", "--check", checksums.write(tmp_path).name]
    assert subprocess.run(command, cwd=tmp_path, check=False, capture_output=True).returncode == 0
    file.write_bytes(b"other")
    assert subprocess.run(command, cwd=tmp_path, check=False, capture_output=True).returncode == 1
