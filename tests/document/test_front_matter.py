"""Front matter in TOML and JSON, and whole files of data: what is read, and how it is split."""

from __future__ import annotations

from pathlib import Path as File

import pytest

from designer.document import Page, insert_item, put_value, read_page, remove_item, set_value
from designer.document.reading.fence import FileParts
from designer.document.reading.front_matter import delimiter_of, fits, join
from designer.document.reading.syntax import JSON, TOML, YAML
from designer.errors import SourceError
from tests.document.pages import refusal

HUGO = File(__file__).parent / "hugo"
PAGES = [
    ('+++\ntitle = "x"\n[[blocks]]\na = 1\n+++\nBody\n', "toml"),
    ('---toml\ntitle = "x"\n[[blocks]]\na = 1\n---\nBody\n', "toml"),
    ('--- toml \ntitle = "x"\nblocks = [{a = 1}]\n---\n', "toml"),
    ('\ufeff+++\r\ntitle = "x"\r\n[[blocks]]\r\na = 1\r\n+++\r\n', "toml"),
    ('---json\n{"title": "x", "blocks": [{"a": 1}]}\n---\nBody\n', "json"),
    ('{"title": "x",\n"blocks": [{"a": 1}]}\n\nBody\n', "json"),
    ('\ufeff \n{"title": "x", "blocks": [{"a": 1}]} Body', "json"),
]


@pytest.mark.parametrize(("text", "name"), PAGES)
def test_front_matter_of_any_syntax_is_edited(text: str, name: str) -> None:
    page = Page.from_bytes(text.encode())
    assert page.syntax.name == name
    assert page.data == {"title": "x", "blocks": [{"a": 1}]}
    assert [block.data for block in page.blocks] == [{"a": 1}]
    assert page.to_bytes() == text.encode()
    after = set_value(page, ("title",), "y")
    assert after.text == text.replace('"x"', '"y"')
    assert [block.id for block in after.blocks] == [block.id for block in page.blocks]
    more = insert_item(after, ("blocks",), 1, {"a": 2})
    again = Page.from_bytes(more.to_bytes())
    assert again.data == more.data == {"title": "y", "blocks": [{"a": 1}, {"a": 2}]}
    assert again.tail == page.tail
    assert more.blocks[0] is after.blocks[0]
    assert remove_item(more, ("blocks", 1)).text == after.text


def test_the_name_tells_the_syntax_of_a_whole_file(tmp_path: File) -> None:
    text = b'[a]\nb = 1\n[[blocks]]\nc = "x"\n'
    for name in ("site.toml", "SITE.TOML"):
        page = Page.from_bytes(text, name=name)
        assert (page.syntax, page.head, page.tail) == (TOML, "", "")
        assert page.data == {"a": {"b": 1}, "blocks": [{"c": "x"}]}
    assert set_value(page, ("a", "b"), 2).to_bytes() == text.replace(b"1", b"2")
    assert Page.from_bytes(text).body == text.decode().strip()  # Markdown without front matter
    file = tmp_path / "site.toml"
    file.write_bytes(text)
    assert read_page(file)[0].syntax is TOML
    assert Page.from_bytes(b'{"a": 1}', name="a.json").syntax is JSON
    with pytest.raises(SourceError, match=r"not JSON \(Extra data\)"):
        Page.from_bytes(b'{"a": 1}\nBody\n', name="a.json")
    assert Page.from_bytes(b"---\na: 1\n---\n", name="a.md").syntax is YAML


@pytest.mark.parametrize(
    ("text", "words", "line", "column"),
    [
        ("+++\na = \n+++\n", "this is no value", 2, 5),
        ("+++\na = 1\n", "not closed by a line “+++”", 1, 1),
        ("+++\na = '''\n+++x\n'''\n+++\n", "Line 3 begins with “+++” but holds more", 3, 1),
        ("---toml\na = 1\n----\n", "Line 3 begins with “---” but holds more", 3, 1),
        ("---json\n{\n---\n", "not JSON", 3, 1),
        ('---json\n{"a": 1}\n', "not closed by a line “---”", 1, 1),
        ("---toml\n\nx\n---\n", "not a pair", 3, 2),
        ('{"a": 1,}\n\nBody\n', "not JSON", 1, 9),
    ],
)
def test_what_is_broken_is_said_with_its_place(
    text: str, words: str, line: int, column: int
) -> None:
    with pytest.raises(SourceError, match="othing was changed") as caught:
        Page.from_bytes(text.encode())
    assert words in str(caught.value)
    assert (caught.value.line, caught.value.column) == (line, column)


def test_an_empty_front_matter_takes_keys() -> None:
    for text in ("+++\n+++\nBody", "+++\n# note\n+++\nBody", "---toml\n\n---\nBody"):
        page = put_value(Page.from_bytes(text.encode()), ("title",), "New")
        assert Page.from_bytes(page.to_bytes()).data == {"title": "New"}
        assert page.tail.endswith("\nBody")
        assert ("# note\n" in text) == ("# note\n" in page.text)
        assert set_value(page, (), {}).data == {}


def test_no_line_closes_the_front_matter_too_early() -> None:
    page = Page.from_bytes(b"+++\na = '''\nx\n'''\n+++\nBody\n")
    after = set_value(page, ("a",), "x\n+++\ny\n---\n")
    assert after.text == '+++\na = "x\\n+++\\ny\\n---\\n"\n+++\nBody\n'
    dashes = Page.from_bytes(b"---toml\na = '''\nx\n'''\n---\n")
    after = set_value(dashes, ("a",), "x\n+++\ny\n")
    assert after.text == "---toml\na = '''\nx\n+++\ny\n'''\n---\n"
    assert fits("", TOML, "+++")
    assert not fits("a = 1", TOML, "+++")
    assert not fits("a = '''\n+++ b'''\n", TOML, "+++")
    assert fits("a = '''\n+++ b'''", TOML, "")
    assert fits("a: |\n---", YAML, "")
    assert join(YAML, FileParts("", "a: 1\n\n", "")) == "a: 1\n\n"
    assert delimiter_of("\ufeff+++ \r\n") == "+++"


def test_a_json_front_matter_stays_an_object() -> None:
    page = Page.from_bytes(b'{"a": 1}\nBody\n')
    assert set_value(page, (), {"b": [1]}).text == '{"b": [1]}\nBody\n'
    refused = refusal(set_value, page, (), [1])
    assert (refused.kind, str(refused)) == (
        "value",
        "This change was not made: a JSON front matter must be an object. Nothing was changed.",
    )
    assert set_value(Page.from_bytes(b'{"a": 1}\n'), (), [1]).text == "[1]\n"


def test_the_texts_of_values() -> None:
    assert JSON.text_at('{"a": [{"b": [1, "x"]}]}', ("a", 0, "b")) == '"b": [1, "x"]'
    assert YAML.text_at("a:\n  - b: [1,  x]\n", ("a", 0)) == "- b: [1,  x]"
    assert YAML.text_at("a:\n  - b: [1,  x]\n", ("a", 0, "b", 1)) == "x"
    assert YAML.text_at("a: 1\n", ()) == "a: 1\n"
    assert YAML.text_at("a: 1\n", ("b",)) == YAML.text_at("a: [1]\n", ("a", 1)) == ""
    toml = "# a\n[a]\nb = 1\n\n[c]\n[[a.d]]\n"
    assert TOML.text_at(toml, ("a",)) == "# a\n[a]\nb = 1\n[[a.d]]\n"
    assert TOML.text_at(toml, ("a", "b")) == "1"
    assert TOML.text_at(toml, ("a", "d", 0)) == "[[a.d]]\n"
    assert TOML.text_at(toml, ("a", "e")) == TOML.text_at(toml, ("a", "d", 1)) == ""
    merged = Page.from_bytes(b"---\nx: &x {blocks: [1]}\n<<: *x\n---\n")
    assert [(block.source, block.data) for block in merged.blocks] == [("", 1)]


@pytest.mark.parametrize("file", [each for each in sorted(HUGO.rglob("*")) if each.is_file()])
def test_pages_as_hugo_has_them_stay_as_they_are(file: File) -> None:
    page, _ = read_page(file)
    assert page.to_bytes() == file.read_bytes()
    assert page.data


@pytest.mark.parametrize(
    "text",
    ["[![badge](a.svg)](b)\n", "[link](a)\n", "{{< hero >}}\n", "{% include a %}\n", "[a]: b\n"],
)
def test_markdown_that_begins_with_a_bracket(text: str) -> None:
    page = Page.from_bytes(text.encode())
    assert (page.data, page.text, page.body) == ({}, text, text.strip())
