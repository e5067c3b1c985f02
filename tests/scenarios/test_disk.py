"""What other programs write to the files of the site is shown without opening it again."""

import json

from designer.editor import Address, Role
from designer.editor.file_watch import SETTLE_MS

PAGE = "content/pages/index.md"
GLOBAL = "content/global/index.json"
BLOCK = '[data-fp-root^="block:"]'


def replaced(file, old, new):
    """Change a file as most editors do: another one takes its place."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    draft = file.with_name(f".{file.name}.part")
    draft.write_text(text.replace(old, new, 1), encoding="utf-8")
    draft.replace(file)


def test_a_page(app, sample):
    window = app(sample)
    replaced(sample / PAGE, "A day here", "A night here")
    window.until(lambda: "A night here" in window.titles)
    window.settle()
    assert "A night here" in window.text("body")
    assert not window.editor.is_modified
    replaced(sample / PAGE, "A night here", "A week here")
    window.until(lambda: "A week here" in window.titles)


def test_the_theme(app, sample):
    window = app(sample)
    data = json.loads((sample / GLOBAL).read_text(encoding="utf-8"))
    color = data["colors"]["primary"]
    replaced(sample / GLOBAL, color, "#123456")
    colour = "getComputedStyle(document.documentElement).getPropertyValue('--primary-color')"
    window.until(lambda: window.js(colour).strip() == "#123456")


def test_a_template_appears_changes_and_breaks(app, sample):
    folder = sample / "designer/templates/note"
    page = sample / PAGE
    replaced(page, "blocks:\n", "blocks:\n  - _template: note\n    words: Hello\n")
    window = app(sample)
    assert window.js(f"!!document.querySelector('{BLOCK} [data-fp-fallback]')")
    folder.mkdir(parents=True)
    (folder / "template.html").write_text("<section><q>{{ block.words }}</q></section>")
    (folder / "block.yaml").write_text(
        "label: Note\nfields: {words: {type: string, label: Words}}\n"
    )
    window.until(lambda: window.text(f"{BLOCK} q") == "Hello")
    assert "Note" in window.offered
    replaced(folder / "template.html", "<q>", "<q>So: ")
    window.until(lambda: window.text(f"{BLOCK} q") == "So: Hello")
    replaced(folder / "template.html", "block.words", "block.wards")
    window.until(lambda: "cannot be drawn" in window.text(f"{BLOCK} section"))
    replaced(folder / "template.html", "block.wards", "block.words")
    window.until(lambda: window.text(f"{BLOCK} q") == "So: Hello")


def test_unsaved_work_is_never_replaced_unasked(app, sample):
    window = app(sample)
    window.choose("A day here")
    window.type_at(window.field("headline"), 0, "My ")
    window.settle()
    replaced(sample / PAGE, "A day here", "A night here")
    window.until(lambda: "changed by another program" in window.bar("changed"))
    assert "My A day here" in window.titles
    window.answer("changed", "Show theirs")
    window.until(lambda: "A night here" in window.titles)
    window.press("Ctrl+Z")
    assert "My A day here" in window.titles


def test_a_page_that_is_half_written_is_left_alone(app, sample):
    window = app(sample)
    text = (sample / PAGE).read_text(encoding="utf-8")
    (sample / PAGE).write_text(text[:300], encoding="utf-8")
    window.until(lambda: bool(window.editor.changed_on_disk()))
    (sample / PAGE).write_text(text.replace("A day here", "A year here"), encoding="utf-8")
    window.until(lambda: "A year here" in window.titles)


def test_our_own_saving_changes_nothing(app, sample, qtbot):
    window = app(sample)
    window.choose("A day here")
    window.type_at(window.field("headline"), 0, "My ")
    window.window.save()
    window.settle()
    revision = window.program.preview.revision
    replaced(sample / GLOBAL, '"siteUrl"', '"siteUrl"')
    qtbot.wait(4 * SETTLE_MS)
    window.settle()
    assert window.program.preview.revision == revision
    assert window.editor.stack.canUndo()


def test_the_site_names_another_theme_document(app, tmp_path):
    for folder in ("pages", "themes", "global"):
        (tmp_path / "content" / folder).mkdir(parents=True)
    (tmp_path / PAGE).write_text("---\nblocks: []\n---\n", encoding="utf-8")
    theme = "---\nname: A\ncolors: {white: '#%s'}\ndesktopWidth: '1400'\n---\n"
    (tmp_path / "content/themes/a.md").write_text(theme % "fffff1", encoding="utf-8")
    (tmp_path / GLOBAL).write_text('{"theme": "content/themes/a.md"}', encoding="utf-8")
    window = app(tmp_path)
    first = window.editor.documents
    assert [role.name for role in first] == ["PAGE", "SITE", "THEME"]
    (tmp_path / "content/themes/b.md").write_text(theme % "fffff2", encoding="utf-8")
    replaced(tmp_path / GLOBAL, "a.md", "b.md")
    window.until(lambda: [d.file.name for d in window.editor.documents.values()][2] == "b.md")


def test_another_kind_of_site_in_two_groups_of_files(app, sample, monkeypatch):
    """A checkout changes block types and package.json at once; the groups are told one by one."""
    window = app(sample)
    opened = []
    monkeypatch.setattr(window.program, "open", lambda location: opened.append(location.page))
    folder = sample / "designer/templates/note"
    folder.mkdir(parents=True)
    (folder / "block.yaml").write_text("label: Note\n", encoding="utf-8")
    (sample / "package.json").write_text(
        '{"devDependencies": {"tailwindcss": "3.4.1"}}', encoding="utf-8"
    )
    for group in ("templates", "config"):
        window.program._changed_on_disk(group)
    assert opened == [sample / PAGE]


def test_theirs_is_another_kind_of_site(app, sample, monkeypatch):
    window = app(sample)
    window.editor.write(Address(Role.SITE, None, ("siteUrl",)), "https://example.org", "x")
    data = json.loads((sample / GLOBAL).read_text(encoding="utf-8"))
    (sample / GLOBAL).write_text(json.dumps({**data, "desktopWidth": "999"}), encoding="utf-8")
    folder = sample / "designer/templates/note"
    folder.mkdir(parents=True)
    (folder / "block.yaml").write_text("label: Note\n", encoding="utf-8")
    for group in ("documents", "templates"):
        window.program._changed_on_disk(group)
    window.until(lambda: "changed by another program" in window.bar("changed"))
    window.answer("changed", "Show theirs")
    window.until(lambda: window.program._open.desktop_width == 999)
    window.until(lambda: window.window.device_widths._desktop == 999)
