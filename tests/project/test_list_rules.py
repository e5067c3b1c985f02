"""What the schema and the pages of a site say together about its lists of blocks."""

from pathlib import Path

from designer.document import read_page
from designer.project import PageLocation, SharedSite
from designer.project.list_rules import open_rules, shown_lists
from designer.schema import DISCRIMINANTS, SiteSchema, find_layout

STANDIN = Path(__file__).parents[1] / "sites" / "standin" / "light"


def test_a_new_list_is_one_that_other_pages_have():
    pages = [{"sections": [{"type": "hero", "heading": "A"}, {"type": "cta", "label": "B"}]}]
    rules = open_rules(SiteSchema(), shown_lists(pages, {}), shows_body=True, shows_sections=True)
    assert [*rules.lists] == [("sections",), ("blocks",)]
    assert find_layout({"title": "New"}, "", rules).lists[0].path == ("sections",)


def test_no_list_inside_a_block_hides_the_blocks():
    buttons = [{"_component": "button", "text": "Go"}]
    data = {"blocks": [{"_component": "hero", "buttons": buttons}, {"_bookshop_name": "stats"}]}
    rules = open_rules(SiteSchema(), shown_lists([data], {}), shows_body=True, shows_sections=True)
    assert [each.path for each in find_layout(data, "", rules).lists] == [("blocks",)]


def test_the_sections_beside_a_list_are_shown_where_no_global_document_is(tmp_path):
    page = tmp_path / "content/index.md"
    page.parent.mkdir()
    text = "---\nhero: {title: A}\nrows:\n  - {type: a, text: B}\n  - {type: b, image: c}\n---\n"
    page.write_text(text, encoding="utf-8")
    (tmp_path / "package.json").write_text("{}", encoding="utf-8")
    location = PageLocation.find(page)
    found, _ = read_page(page, SharedSite(location.site).find_layout)
    assert [block.type for block in found.blocks] == ["hero", "a", "b"]


def test_what_a_schema_tells_is_first():
    schema = SiteSchema(lists={("parts",): ("kind",)})
    shown = {("parts",): DISCRIMINANTS, ("rows",): ("type",)}
    rules = open_rules(schema, shown, shows_body=True, shows_sections=True)
    assert [*rules.lists.items()] == [(("parts",), ("kind",)), (("rows",), ("type",))]


def test_blocks_named_by_several_keys_are_all_found():
    location = PageLocation.find(STANDIN / "content" / "pages" / "cloudcannon.md")
    page, _ = read_page(location.page, SharedSite(location.site).find_layout)
    assert [block.type.split("/")[-1] for block in page.blocks] == [
        "hero-split", "stats", "cards", "contact",
    ]  # fmt: skip
