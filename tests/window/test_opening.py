"""Choosing what to open: where the person begins to look, and what is done with the answer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from designer.window.dialogs.open_dialogs import OpenDialogs
from tests.open_sites import open_site


class Chooser:
    """Answers the questions for a file and a folder, and notes where they begin."""

    def __init__(self, page, site):
        self.page, self.site = page, site
        self.began: list[Path] = []

    def choose_page(self, folder):
        self.began.append(folder)
        return self.page

    def choose_site(self, folder):
        self.began.append(folder)
        return self.site


def test_what_is_chosen_is_asked_for(qapp, tmp_path):
    chooser, asked, owner = Chooser(tmp_path / "a.md", tmp_path), [], QObject()
    opening = OpenDialogs(lambda: chooser, owner)
    opening.page_chosen.connect(lambda file: asked.append(("page", file)))
    opening.site_chosen.connect(lambda folder: asked.append(("site", folder)))
    opening.choose_page()
    opening.choose_site()
    assert asked == [("page", tmp_path / "a.md"), ("site", tmp_path)]
    assert chooser.began == [Path.home(), Path.home()]


def test_one_begins_where_the_open_page_lies(qapp, tmp_path):
    chooser, asked, owner = Chooser(None, None), [], QObject()
    opening = OpenDialogs(lambda: chooser, owner)
    opening.page_chosen.connect(asked.append)
    opening.site_chosen.connect(asked.append)
    opening.show_site(open_site(tmp_path / "pages" / "home.md"))
    opening.choose_page()
    opening.choose_site()
    assert chooser.began == [tmp_path / "pages"] * 2
    assert asked == []  # nothing was chosen
