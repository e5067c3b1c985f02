"""Which lists of a page are lists of blocks, and by which key the type of a block is told."""

import pytest

from designer.document import BlockList, Page
from designer.schema import DISCRIMINANTS, ListRules, find_layout, infer_lists, type_key_for
from designer.schema.block_lists import is_usual_list

HERO = {"title": "Hello there", "image": "/a.png"}
TEXT = {"body": "Some words", "wide": True}


def lists_of(data, rules=None):
    return {each.path: each.type_keys[0] for each in find_layout(data, "", rules).lists}


def blocks(key, *shapes):
    return [{key: f"kind-{number}", **shape} for number, shape in enumerate(shapes)]


@pytest.mark.parametrize(
    "key",
    [
        "_template", "_bookshop_name", "_component", "__typename", "acf_fc_layout", "_type",
        "_name", "blockType", "sectionType", "_block", "fieldGroup", "component", "block",
        "discriminant", "template", "layout", "type",
    ],
)  # fmt: skip
def test_every_usual_type_key_is_known(key):
    assert lists_of({"parts": blocks(key, HERO, TEXT)}) == {("parts",): key}


@pytest.mark.parametrize("name", ["sections", "components", "content_blocks", "PageSections"])
def test_a_usual_name_is_enough_for_one_type(name):
    assert lists_of({name: [{"type": "hero", "title": "A"}]}) == {(name,): "type"}


def test_a_list_at_any_depth():
    data = {"params": {"en": {"components": blocks("template", HERO, TEXT)}}}
    assert lists_of(data) == {("params", "en", "components"): "template"}
    data = {"rows": [{"columns": [{"parts": blocks("_type", HERO)}]}]}
    assert lists_of(data) == {("rows", 0, "columns", 0, "parts"): "_type"}


def test_several_lists_in_a_page_in_the_order_of_the_file():
    data = {"top": blocks("_type", HERO), "main": {"parts": blocks("_component", TEXT)}}
    assert [*lists_of(data)] == [("top",), ("main", "parts")]
    assert [*lists_of(dict(reversed(data.items())))] == [("main", "parts"), ("top",)]


def test_lists_inside_a_block_belong_to_the_block():
    data = {"blocks": [{"_template": "tabs", "parts": blocks("_template", HERO)}]}
    assert lists_of(data) == {("blocks",): "_template"}


@pytest.mark.parametrize(
    "data",
    [
        {"links": [{"type": "pdf", "url": "/a.pdf"}, {"type": "code", "url": "https://x.example"}]},
        {"social": [{"type": "mail", "url": "a"}, {"type": "feed", "url": "b"}]},
        {"fields": [{"type": "text", "name": "a"}, {"type": "select", "options": ["a", "b"]}]},
        {"authors": [{"name": "A", "type": "person"}]},
        {"steps": [{"title": "A", "text": "B"}, {"title": "C", "text": "D"}]},
        {"rows": [{"type": "a"}, "words"]},
        {"things": [{"type": "A sentence is no name, it is content."}]},
        {"content": [{"type": "paragraph", "content": [{"type": "text", "text": "A"}]}]},
        {"content": [{"type": "text", "text": "A"}, {"type": "my_span", "attrs": {}}]},
        {"tags": ["a", "b"]},
        {"title": "A"},
        [],
        None,
    ],
)
def test_what_is_no_list_of_blocks(data):
    assert lists_of(data) in ({}, {("blocks",): DISCRIMINANTS[0]})


def test_an_unusual_key_is_inferred_from_the_whole_site():
    pages = [{"stack": blocks("widget", HERO, TEXT)} for _ in range(3)]
    assert infer_lists(pages) == {("stack",): "widget"}
    assert infer_lists(pages[:1], alone=True) == {}


def test_names_of_people_are_no_types():
    pages = [{"team": [{"name": f"P{n}", "age": n}, {"name": f"Q{n}", "town": "x"}]} for n in "123"]
    assert infer_lists(pages) == {}


def test_what_a_schema_says_counts_most():
    rules = ListRules({("parts",): ("kind",)}, complete=True)
    data = {"parts": [{"kind": "a"}], "sections": [{"_type": "x"}]}
    assert find_layout(data, "", rules).lists == (BlockList(("parts",), ("kind",)),)
    assert find_layout({"parts": []}, "", rules).lists == (BlockList(("parts",), ("kind",)),)


def test_a_person_can_say_that_a_list_has_no_blocks():
    rules = ListRules(excluded=frozenset({("sections",)}))
    assert lists_of({"sections": [{"_type": "x"}]}, rules) == {("blocks",): DISCRIMINANTS[0]}


def test_sections_are_the_keys_of_a_page_without_a_list():
    data = {
        "title": "Home",
        "banner": {"title": "Fast", "image": "/a.png"},
        "features": [{"title": "One"}, {"title": "Two"}],
        "seo": {"title": "Not shown"},
        "draft": False,
    }
    assert find_layout(data).sections == ("banner", "features")
    assert find_layout(data, "", ListRules(can_add_list=False)).lists == ()


def test_a_page_without_any_text_has_an_empty_head():
    layout = find_layout({"layout": "home"}, "", ListRules(can_add_list=False))
    page = Page.from_bytes(b"---\nlayout: home\n---\n", layout)
    assert [block.data for block in page.blocks] == [{}]


def test_a_page_that_can_get_blocks_shows_its_title_meanwhile():
    lists = {("sections",): ("type",)}
    assert find_layout({"title": "A"}, "", ListRules(lists)).head == ()
    layout = find_layout({"title": "A"}, "", ListRules(lists, shows_head=True))
    assert (layout.head, layout.lists) == (("title",), (BlockList(("sections",), ("type",)),))


def test_an_article_with_some_data_is_its_body():
    rules = ListRules(can_add_list=False)
    layout = find_layout({"title": "A", "quote": {"text": "B"}}, "Words.\n", rules)
    assert (layout.sections, layout.head, layout.lists) == ((), ("title",), ())
    assert layout.has_body


def test_the_title_is_shown_where_no_block_is():
    data = {"title": "A", "draft": True, "sections": []}
    lists = {("sections",): ("type",)}
    assert find_layout(data, "", ListRules(lists)).head == ("title",)
    assert find_layout(data, "", ListRules(lists, shows_body=False)).head == ()
    assert find_layout({**data, "sections": [{"type": "a"}]}).head == ()
    assert find_layout({**data, "sections": [{"type": "a"}]}, "Words.").head == ("title",)


def test_a_site_that_ignores_bodies():
    rules = ListRules(shows_body=False)
    data = {"blocks": [{"_template": "a"}]}
    assert not find_layout(data, "Words.", rules).has_body
    assert find_layout(data, "Words.").has_body
    assert find_layout({"title": "A"}, "Words.", rules).has_body


def test_the_type_key_of_a_new_block():
    layout = find_layout({"parts": blocks("_component", HERO)})
    page = Page.from_bytes(b"---\nparts:\n  - {_component: hero}\n---\n", layout)
    assert type_key_for(page, 0) == type_key_for(page, 1) == "_component"
    empty = Page.from_bytes(b"---\ntitle: A\n---\n")
    assert type_key_for(empty, 0) == "_template"


def test_lists_of_plain_texts_are_no_blocks():
    assert find_layout({"blocks": ["a", "b"], "title": "A"}).head == ()
    lists = {("sections",): ("type",), ("blocks",): ("type",)}
    data = {"sections": ["a"], "blocks": [{"type": "a"}]}
    assert [each.path for each in find_layout(data, "", ListRules(lists)).lists] == [("blocks",)]


@pytest.mark.parametrize("name", ["form_fields", "formFields", "form-fields", "FormFields"])
def test_names_of_lists_in_any_spelling(name):
    items = [{"type": "text", "label": "A", "rows": 1}, {"type": "date", "from": 1, "to": 2}]
    assert find_layout({"form": {name: items}}).lists[0].path == ("blocks",)
    assert is_usual_list("page-blocks")
    assert is_usual_list("PageBlocks")


def test_a_list_inside_a_section_does_not_hide_the_other_sections():
    items = [{"type": "text", "label": "A", "rows": 1}, {"type": "date", "from": 1, "to": 2}]
    data = {"banner": {"title": "B"}, "features": {"title": "F", "list": items}}
    assert find_layout(data).sections == ("banner", "features")
    assert lists_of({"list": items}) == {("list",): "type"}


def test_sections_beside_a_list_are_blocks():
    data = {
        "title": "A",
        "seo": {"title": "Not shown"},
        "hero": {"title": "B"},
        "parts": {"list": blocks("_type", HERO, TEXT)},
        "about": [{"text": "C"}, {"image": "/a.png"}],
        "count": 3,
    }
    shown = find_layout(data, "", ListRules(shows_sections=True))
    assert [each.path for each in shown.lists] == [("parts", "list")]
    assert shown.sections == ("hero", "about")
    assert find_layout(data).sections == ()


def test_a_list_beside_many_sections_is_a_section():
    plans = [{"type": "free", "title": "A", "rows": 1}, {"type": "paid", "from": 1, "to": 2}]
    data = {"banner": {"title": "B"}, "plans": plans, "about": {"text": "C"}}
    assert find_layout(data).sections == ("banner", "plans", "about")
    assert lists_of({"plans": plans}) == lists_of({**data, "about": 1}) == {("plans",): "type"}


def test_a_list_with_an_empty_item_or_one_without_a_type():
    items = blocks("_type", HERO, TEXT)
    assert lists_of({"parts": [None, *items]}) == {("parts",): "_type"}
    assert lists_of({"parts": [*items, {"title": "No type"}]}) == {("parts",): "_type"}
    assert lists_of({"parts": [items[0], HERO, TEXT]}) == {("blocks",): DISCRIMINANTS[0]}
    assert lists_of({"parts": [None, None]}) == {("blocks",): DISCRIMINANTS[0]}


def test_a_list_without_its_last_block_is_still_a_list():
    data = {"title": "A", "sections": [], "tags": []}
    assert lists_of(data) == {("sections",): DISCRIMINANTS[0]}
    assert lists_of(data, ListRules({("parts",): ("type",)})) == {("sections",): "type"}
    excluded = ListRules(excluded=frozenset({("sections",)}))
    assert lists_of(data, excluded) == {("blocks",): DISCRIMINANTS[0]}
    complete = ListRules({("parts",): ("type",)}, complete=True)
    assert lists_of(data, complete) == {("parts",): "type"}


def test_other_content_of_a_page_with_sections_is_its_head():
    data = {
        "title": "Prices",
        "layout": "wide",
        "intro": "What a boat costs.",
        "plans": [{"title": "Small"}],
        "highlights": ["Two oars", "No motor"],
    }
    layout = find_layout(data, "", ListRules(can_add_list=False))
    assert layout.sections == ("plans",)
    assert layout.head == ("title", "intro", "highlights")


@pytest.mark.parametrize(
    "body",
    [
        "{% include hero.html data=page.hero %}",
        "<div>{% for f in page.hero %}<b>{{ f.title }}</b>{% endfor %}</div>",
        "{{< cards >}}", "::hero\n::", "<Hero data={hero} />",
    ],
)  # fmt: skip
def test_a_body_that_only_draws_the_front_matter_is_no_article(body):
    data = {"title": "A", "hero": {"text": "Words"}}
    layout = find_layout(data, body)
    assert (layout.sections, layout.has_body) == (("hero",), True)
    assert find_layout(data, f"{body}\n\nMore words.").sections == ()


@pytest.mark.parametrize(
    "items",
    [
        [{"src": "/a.png", "alt": "Boat"}, {"src": "/b.png"}],
        [{"value": "500+", "unit": "boats"}, {"value": "20"}],
        [{"video": "https://youtu.be/abc"}],
        [{"headlineText": "Words"}],
    ],
)
def test_pictures_and_figures_are_sections_too(items):
    assert find_layout({"title": "A", "things": items}).sections == ("things",)
    rows = [{"from": "/a", "to": "/b"}, {"color": "red", "size": "large"}, {"per_page": 5}]
    assert find_layout({"title": "A", "rules": rows}).sections == ()
