"""What a page is built as is what the real sites' own code was measured to build: all of it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys

import pytest

from designer.commands.render_html import write_html
from designer.project import PageLocation

PAGES = [
    *(f"bacalhau/{page}" for page in ("index", "architecture", "casestudies", "community", "seed")),
    *(f"bacalhau/g1-{page}" for page in ("banner", "cards", "defaults", "embed")),
    *(f"bacalhau/g1-{page}" for page in ("feature-matrix", "feature-widths", "tailwind")),
    "microgen/index",
    "microgen/g2-defaults",
    "sustainable-blockchain-22/index",
    "sustainable-blockchain-22/es",
]


@pytest.fixture(scope="module")
def sites(real, tmp_path_factory):
    """The sites, with the pages that were measured as if they were theirs."""
    folder = tmp_path_factory.mktemp("sites")
    for name in {page.partition("/")[0] for page in PAGES}:
        shutil.copytree(real / name, folder / name)
    pages = folder / "bacalhau/content/pages"
    shutil.copyfile(real / "seed/architecture.md", pages / "seed.md")
    for file in (real / "synthetic").glob("*.md"):
        site = "bacalhau" if file.stem.startswith("g1-") else "microgen"
        shutil.copyfile(file, folder / site / "content/pages" / file.name)
    return folder


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_as_it_was_measured(qapp, real, sites, tmp_path, page):
    tool = real.parent / "tools/fidelity.py"
    if not tool.exists():
        pytest.skip("the tool that compares with the measurements is not beside this checkout")
    site, _, name = page.partition("/")
    out = tmp_path / "page.html"
    write_html(PageLocation.find(sites / site / "content/pages" / f"{name}.md"), out)
    reference = real / "reference" / f"{page}.json"
    done = subprocess.run(
        [sys.executable, tool, "compare", reference, out],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    score = re.search(r"^score ([\d.]+) %", done.stdout, re.MULTILINE)
    assert score is not None
    assert score[1] == "100.00"
