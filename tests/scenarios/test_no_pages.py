"""A folder in which no page was found: the window says so, and the person chooses the folder."""

import pytest
from PySide6.QtWidgets import QPushButton

from designer.app.program import Program
from designer.project import NoPagesError, PageLocation
from tests.app import Answers, App

pytestmark = [pytest.mark.engine, pytest.mark.scenario]

PAGE = "---\nblocks:\n  - _template: text\n    headline: {}\n---\n"


class Folders(Answers):
    def choose_pages_folder(self, folder):
        return self._answer(folder)

    def choose_site(self, folder):
        return self._answer(folder)


@pytest.fixture
def folder(tmp_path):
    """A folder with texts that are no pages, and a folder of pages that is not walked."""
    root = tmp_path / "rivertown"
    (root / "build").mkdir(parents=True)
    (root / "README.md").write_text("# For programmers\n")
    (root / "AGENTS.md").write_text("# For programs\n")
    (root / "talk.md").write_text("Only words\n")
    (root / "build/river.md").write_text(PAGE.format("The river"), encoding="utf-8")
    return root


@pytest.fixture
def program(qapp):
    made = Program(qapp)
    yield made
    made.shut_down()


def test_the_window_says_what_it_looked_for(program, folder):
    program.window.site_requested.emit(folder)
    window = program.window
    view = window.no_pages
    assert window.stack.currentWidget() is view
    assert "rivertown" in view.title.text()
    assert str(folder) in view.place.text()
    assert ".md" in view.looked.text()
    assert "1 in this folder" in view.found.text()
    assert view.back.isHidden()
    assert not window.top.findChild(QPushButton, "primary").isVisibleTo(window.top)


def test_the_folder_of_pages_is_chosen_and_kept(program, folder):
    before = sorted(folder.rglob("*"))
    window = program.window
    window.site_requested.emit(folder)
    dialogs = window.save_prompts.dialogs = Folders(folder / "build")
    window.no_pages.choose.click()
    assert dialogs.asked == [folder]
    assert window.stack.currentWidget() is window.splitter
    assert window.top.findChild(QPushButton, "primary").isVisibleTo(window.top)
    assert window.open_site.location.page == folder / "build/river.md"
    assert window.open_site.location.root == folder
    assert window.open_site.route == "/river"
    assert sorted(folder.rglob("*")) == before
    found = PageLocation.find(folder, chosen=program.settings.pages_folder)
    assert found.page == folder / "build/river.md"


def test_a_folder_that_is_chosen_without_pages_is_named(program, folder):
    (folder / "empty").mkdir()
    window = program.window
    window.site_requested.emit(folder)
    window.save_prompts.dialogs = Folders(folder / "empty", folder / "build")
    window.no_pages.choose.click()
    assert "empty" in window.no_pages.title.text()
    assert window.no_pages.found.isHidden()
    window.no_pages.choose.click()
    assert window.stack.currentWidget() is window.splitter


def test_a_folder_elsewhere_is_a_site_of_its_own(program, folder, tmp_path):
    (tmp_path / "other").mkdir()
    (tmp_path / "other/hill.md").write_text(PAGE.format("The hill"), encoding="utf-8")
    window = program.window
    window.site_requested.emit(folder)
    window.save_prompts.dialogs = Folders(tmp_path / "other")
    window.no_pages.choose.click()
    assert window.open_site.location.root == tmp_path / "other"


def test_the_open_page_stays_and_comes_back(app, sample, folder):
    window = app(sample).window
    title = window.open_site.title
    window.site_requested.emit(folder)
    assert window.stack.currentWidget() is window.no_pages
    window.no_pages.back.click()
    assert window.stack.currentWidget() is window.splitter
    assert window.open_site.title == title
    window.site_requested.emit(folder)
    window.save_prompts.dialogs = Folders(sample)
    window.no_pages.another.click()
    assert window.stack.currentWidget() is window.splitter


def test_another_folder_can_be_chosen_for_the_open_site(app, sample):
    window = app(sample).window
    (sample / "drafts").mkdir()
    (sample / "drafts/idea.md").write_text(PAGE.format("An idea"), encoding="utf-8")
    window.save_prompts.dialogs = Folders(sample / "drafts")
    window.choose_pages_folder()
    assert [page.route for page in window.open_site.pages] == ["/idea"]


def test_a_home_page_that_cannot_be_read_does_not_keep_the_site_shut(app, sample):
    home = sample / "content/pages/index.md"
    home.write_text("---\nblocks: [\n---\n", encoding="utf-8")
    shown: App = app(sample)
    assert shown.window.open_site.location.page != home
    assert "index.md" in shown.bar("passed-over")


def test_a_site_of_which_no_page_can_be_read_names_its_home_page(tmp_path):
    page = tmp_path / "content/pages/index.md"
    page.parent.mkdir(parents=True)
    page.write_text("---\na: [\n---\n")
    page.with_name("b.md").write_text("---\nb: [\n---\n")
    with pytest.raises(NoPagesError, match=r"index\.md"):
        PageLocation.find(tmp_path)


def test_the_window_says_why_no_page_can_be_read(program, folder):
    (folder / "broken.md").write_text("---\na: [\n---\n")
    program.window.site_requested.emit(folder)
    view = program.window.no_pages
    assert program.window.stack.currentWidget() is view
    assert "can be read" in view.title.text()
    assert "broken.md" in view.found.text()
    program.window.save_prompts.dialogs = Folders(folder / "build")
    view.choose.click()
    assert program.window.open_site.location.page == folder / "build/river.md"
