"""Runs ``check`` for the command line."""

from __future__ import annotations

from pathlib import Path

from designer.commands.check.findings import as_json
from designer.commands.check.site_check import check
from designer.commands.report import OnStep, ignore_step
from designer.project import ChosenFolder, PageLocation


def run(
    target: Path,
    site: Path | None,
    *,
    json_output: bool,
    chosen: ChosenFolder = lambda _root: None,
    on_step: OnStep = ignore_step,
) -> tuple[str, bool]:
    """Check the page or site that the user named.

    Args:
        target: The page, or the folder of the site.
        site: The site of a page that lies elsewhere.
        json_output: Whether the report is JSON.
        chosen: Returns the folder of pages that the user chose for a site.
        on_step: Called at every step of the work.

    Returns:
        The report, and whether there are findings.

    Raises:
        DesignerError: There is nothing to check.
    """
    location = PageLocation.find(target, site, chosen)
    findings = check(location, only_page=not target.is_dir(), on_step=on_step)
    if json_output:
        return as_json(findings), bool(findings)
    lines = [str(each) for each in findings] or ["Everything was understood."]
    return "\n".join(lines), bool(findings)
