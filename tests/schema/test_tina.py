"""A site's own schema, as TinaCMS generates it."""

import json

import pytest

from designer.bundled import folder
from designer.errors import SchemaError
from designer.schema import Option, load_types, merge_types, read_tina
from tests.corpus import SITES, name_of

QUOTE = {
    "name": "quote",
    "label": "Quote",
    "ui": {
        "defaultItem": {
            "words": {"type": "root", "children": [{"type": "p", "children": [{"text": "Hi"}]}]},
            "tone": "calm",
        }
    },
    "fields": [
        {"name": "words", "type": "rich-text", "description": "What  was\nsaid."},
        {
            "name": "tone",
            "type": "string",
            "label": "Tone",
            "options": ["calm", {"value": "loud", "label": "Loud!"}],
        },
        {"name": "line", "type": "string", "ui": {"component": "ruledTitle"}},
        {"name": "long", "type": "string", "ui": {"component": "textarea"}},
        {"name": "ink", "type": "string", "ui": {"component": "color"}},
        {"name": "day", "type": "datetime"},
        {"name": "on", "type": "boolean"},
        {"name": "count", "type": "number"},
        {"name": "picture", "type": "image"},
        {"name": "tags", "type": "string", "list": True},
        {
            "name": "style",
            "type": "object",
            "fields": [
                {"name": "padding", "type": "string", "ui": {"component": "paddingControl"}},
                {"name": "side", "type": "string", "options": ["left"]},
            ],
        },
        {"name": "tailwind", "type": "object", "fields": [{"name": "wrapOuter", "type": "string"}]},
        {
            "name": "voices",
            "type": "object",
            "list": True,
            "fields": [
                {"name": "name", "type": "string"},
                {"name": "fill", "type": "string", "ui": {"component": "fillControl"}},
            ],
        },
    ],
}


def schema_file(tmp_path, collections):
    file = tmp_path / "_schema.json"
    file.write_text(json.dumps({"version": {}, "collections": collections}))
    return file


def collection(key="blocks", templates=(QUOTE,)):
    field = {"name": key, "type": "object", "list": True, "templates": list(templates)}
    return {"name": "pages", "path": "content/pages", "fields": [field]}


def test_fields_slots_options_defaults(tmp_path):
    found = read_tina(schema_file(tmp_path, [collection()]))
    kind = found.types["quote"]
    fields = {field.name: field for field in kind.fields}
    assert {name: field.type for name, field in fields.items()} == {
        "words": "markdown", "tone": "select", "long": "text", "ink": "color", "day": "date",
        "on": "boolean", "count": "number", "picture": "image", "tags": "list", "style": "object",
        "voices": "list",
    }  # fmt: skip
    assert fields["words"].help == "What was said."
    assert fields["words"].label == "Words"
    assert fields["tone"].options == (Option("calm", "Calm"), Option("loud", "Loud!"))
    assert [field.name for field in fields["style"].fields] == ["side"]
    assert [field.name for field in fields["voices"].fields] == ["name", "fill"]
    assert [(s.path, s.label, s.control) for s in kind.slots] == [
        (("style", "padding"), "Padding", "paddingControl"),
        (("tailwind", "wrapOuter"), "Wrap outer", ""),
    ]
    assert kind.defaults == {"words": "Hi\n", "tone": "calm"}
    assert found.list_keys == ("blocks",)
    assert kind.folder is None


def test_the_fuller_description_of_a_type_counts(tmp_path):
    small = {"name": "quote", "fields": [{"name": "words", "type": "string"}]}
    for order in ([[QUOTE], [small]], [[small], [QUOTE]]):
        file = schema_file(tmp_path, [collection(templates=each) for each in order])
        assert len(read_tina(file).types["quote"].fields) > 1


def test_keys_of_lists_most_templates_first(tmp_path):
    other = {"name": "x", "fields": []}
    file = schema_file(tmp_path, [collection("parts"), collection("sections", [QUOTE, other])])
    assert read_tina(file).list_keys == ("sections", "parts")


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"collections": 1}', '{"schema": []}'])
def test_what_is_no_schema(tmp_path, text):
    file = tmp_path / "_schema.json"
    file.write_text(text)
    with pytest.raises(SchemaError, match=r"_schema\.json"):
        read_tina(file)


@pytest.mark.parametrize(
    "odd",
    [None, 1, {}, {"name": 3}, {"name": "q", "fields": 5}, {"name": "q", "fields": [{"type": 1}]},
     {"name": "q", "ui": 1, "fields": [{"name": "a", "ui": 2, "options": [1, {}], "label": 5}]}],
)  # fmt: skip
def test_odd_templates_do_no_harm(tmp_path, odd):
    types = read_tina(schema_file(tmp_path, [1, collection(templates=[odd, QUOTE])])).types
    assert set(types) <= {"q", "quote"}


def test_the_sites_words_win_and_our_drawing_stays(tmp_path):
    theirs = {
        "name": "banner",
        "label": "Big banner",
        "ui": {"defaultItem": {"headline": "H"}},
        "fields": [
            {"name": "headline", "type": "string", "label": "Loudest", "description": "Short."},
            {"name": "extra", "type": "boolean"},
            {"name": "style", "type": "object", "fields": [
                {"name": "headlineStyles", "type": "string", "ui": {"component": "typeControl"}},
                {"name": "padding", "type": "string", "options": ["a"]},
                {"name": "glow", "type": "string", "ui": {"component": "glowControl"}},
            ]},
        ],
    }  # fmt: skip
    told = read_tina(schema_file(tmp_path, [collection(templates=[theirs])])).types
    ours = load_types([folder("templates") / "g1"])
    types = merge_types(ours, told, {"banner": told["banner"], "only": told["banner"]})
    kind = types["banner"]
    fields = {field.name: field for field in kind.fields}
    assert (kind.label, kind.folder) == ("Big banner", ours["banner"].folder)
    assert (fields["headline"].label, fields["headline"].help) == ("Loudest", "Short.")
    assert fields["headline"].type == "string"
    assert fields["extra"].type == "boolean"
    slots = {slot.path: slot for slot in kind.slots}
    assert slots["style", "headlineStyles"].control == "typeControl"
    assert slots["style", "headlineStyles"].label == "Headline"
    assert slots["style", "glow"].control == "glowControl"
    assert ("style", "padding") in slots
    assert "padding" not in [field.name for field in fields["style"].fields]
    assert kind.defaults == {"headline": "H"}
    assert "only" in types
    assert "textCards" in types


TYPES = {"g1": 7, "g2": 7, "bacalhau": 7, "microgen": 10, "sustainable-blockchain-22": 13}
WITH_A_SCHEMA = [site for site in SITES if site.name in TYPES]


@pytest.mark.parametrize("site", WITH_A_SCHEMA, ids=name_of)
def test_schemas_of_sites(site):
    (file,) = [*site.glob(".tina/__generated__/_schema.json"), *site.glob("tina/tina-lock.json")]
    found = read_tina(file)
    assert len(found.types) == TYPES[site.name]
    assert found.list_keys[0] == "blocks"
    assert all(kind.fields or kind.slots for kind in found.types.values())
