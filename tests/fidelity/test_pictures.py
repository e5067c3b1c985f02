"""The exported file, opened in a bare view without a network, looks as the preview does."""

from __future__ import annotations

import os
import shutil

import pytest
from PySide6.QtGui import QColor, QImage

from designer.project import PageLocation
from tests.corpus import MAIN_SITES, name_of
from tests.fidelity.pictures import WIDTHS, compare, differing

pytestmark = pytest.mark.engine

NEARLY_ALL = 99.5  # per cent of the pixels


@pytest.mark.parametrize("width", WIDTHS)
def test_the_sample_site(qapp, sample, width):
    share, where = compare(PageLocation.find(sample), width, None)
    assert share >= NEARLY_ALL, where


@pytest.mark.parametrize("site", MAIN_SITES, ids=name_of)
def test_pages_of_sites(qapp, site, tmp_path):
    shutil.copytree(site, tmp_path / "site")
    place = PageLocation.find(tmp_path / "site/content/pages/index.md")
    for width in WIDTHS if os.environ.get("FRONTISPIECE_LONG") else WIDTHS[:1]:
        share, where = compare(place, width, None)
        assert share >= NEARLY_ALL, (width, where)


def test_differences_are_found(qapp):
    one, other = (QImage(100, 50, QImage.Format.Format_RGB32) for _ in range(2))
    one.fill(QColor(100, 100, 100))
    other.fill(QColor(107, 100, 100))
    assert differing(one, other)[:2] == (100, [])
    other.setPixelColor(3, 40, QColor(109, 100, 100))
    assert differing(one, other)[:2] == (99.98, [(40, 40)])
    assert differing(one, one.copy(0, 0, 100, 25))[0] == 50
