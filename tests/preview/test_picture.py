from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from shiboken6 import isValid

from designer.commands.render_png import write_picture
from designer.engine.url_scheme import SiteHandler
from designer.project import PageLocation
from tests.variants import write_site

pytestmark = pytest.mark.engine


def test_a_picture_waits_for_the_images_of_its_page(qapp, sample, tmp_path, monkeypatch):
    reply = SiteHandler._reply_from_site

    def late(self, job, url):
        QTimer.singleShot(500, lambda: isValid(job) and reply(self, job, url))

    monkeypatch.setattr(SiteHandler, "_reply_from_site", late)
    place = PageLocation.find(sample / "content" / "pages" / "rooms.md")
    write_picture(place, tmp_path / "late.png", 390)
    monkeypatch.undo()
    write_picture(place, tmp_path / "soon.png", 390)
    late_image, soon = (QImage(str(tmp_path / f"{name}.png")) for name in ("late", "soon"))
    assert late_image.height() == soon.height()
    assert late_image.pixelColor(20, soon.height() - 20).name() == "#12343b"


def test_what_is_fixed_is_painted_once(qapp, tmp_path):
    bar = '<div class="fixed top-0 left-0 w-full h-10" style="background:#ff0000"></div>'
    tall = '<div style="height:2000px"></div>'
    blocks = [{"_template": "embed", "markup": bar}, {"_template": "embed", "markup": tall}]
    site = write_site(tmp_path / "site", "bacalhau", index={"blocks": blocks})
    write_picture(PageLocation.find(site), tmp_path / "page.png", 390)
    image = QImage(str(tmp_path / "page.png"))
    red = [y for y in range(image.height()) if image.pixelColor(200, y).name() == "#ff0000"]
    assert red == list(range(40))
