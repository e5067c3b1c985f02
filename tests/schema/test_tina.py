"""A site's own schema, as TinaCMS generates it."""

import json

import pytest

from designer.bundled import folder
from designer.errors import SchemaError
from designer.schema import BlockType, Field, Option, Slot, load_types, merge_types
from designer.schema.cms import tina
from designer.schema.cms.schema_files import SchemaFiles
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


def read_tina(file):
    """The schema in a file that TinaCMS generated; raises what is wrong with it."""
    files = SchemaFiles(
        next(each for each in file.parents if file.parts[len(each.parts)] in FOLDERS)
    )
    found = tina.read(files)
    for error in files.broken.values():
        raise error
    return found


FOLDERS = (".tina", "tina")


def empty_file(tmp_path):
    file = tmp_path / ".tina/__generated__/_schema.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    return file


def schema_file(tmp_path, collections):
    file = empty_file(tmp_path)
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
    assert [*found.lists] == [("blocks",)]
    assert kind.folder is None


def test_the_fuller_description_of_a_type_counts(tmp_path):
    small = {"name": "quote", "fields": [{"name": "words", "type": "string"}]}
    for order in ([[QUOTE], [small]], [[small], [QUOTE]]):
        file = schema_file(tmp_path, [collection(templates=each) for each in order])
        assert len(read_tina(file).types["quote"].fields) > 1


def test_keys_of_lists_most_templates_first(tmp_path):
    other = {"name": "x", "fields": []}
    file = schema_file(tmp_path, [collection("parts"), collection("sections", [QUOTE, other])])
    assert [*read_tina(file).lists] == [("sections",), ("parts",)]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"collections": 1}', '{"schema": []}'])
def test_what_is_no_schema(tmp_path, text):
    file = empty_file(tmp_path)
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
    assert next(iter(found.lists)) == ("blocks",)
    assert all(kind.fields or kind.slots for kind in found.types.values())


def described(tmp_path, *fields, **more):
    """The type that a template with these fields becomes."""
    template = {"name": "note", "fields": list(fields), **more}
    return read_tina(schema_file(tmp_path, [collection(templates=[template])])).types["note"]


def string(name, component=None, **more):
    return {
        "name": name,
        "type": "string",
        **({"ui": {"component": component}} if component else {}),
    } | more


def test_a_whole_type(tmp_path):
    kind = described(
        tmp_path,
        string("words", "textarea", label=" Some words ", description=" What\n to  say. "),
        {"name": "count", "type": "number", "ui": {"defaultValue": 0}},
        {"name": "href", "type": "string"},
        {"name": "tone", "type": "string", "options": ["veryCalm", {"value": "b"}, {"label": "c"}]},
        {"name": "steps", "type": "number", "options": ["a"]},
        {
            "name": "cards",
            "type": "object",
            "list": True,
            "label": " ",
            "ui": {
                "defaultItem": {"a": [{"type": "root", "children": [{"text": "x"}]}]},
                "defaultValue": 1,
            },
            "fields": [
                string("tw", "paddingControl"),
                {"name": "sub", "type": "object", "fields": [string("tw2", "xControl")]},
            ],
        },
        label="The note",
        ui={"defaultItem": {"count": 3}},
    )
    assert kind == BlockType(
        name="note",
        label="The note",
        fields=(
            Field("words", "text", "Some words", help="What to say."),
            Field("count", "number", "Count", default=0),
            Field("href", "link", "Href"),
            Field(
                "tone",
                "select",
                "Tone",
                options=(Option("veryCalm", "Very calm"), Option("b", "b")),
            ),
            Field("steps", "number", "Steps"),
            Field(
                "cards",
                "list",
                "Cards",
                default={"a": ["x\n"]},
                fields=(
                    Field("tw", "string", "Tw"),
                    Field("sub", "object", "Sub", fields=(Field("tw2", "string", "Tw2"),)),
                ),
            ),
        ),
        defaults={"count": 3},
    )


@pytest.mark.parametrize(
    ("component", "is_slot"),
    [
        ("paddingControl", True), ("anyContentField", True), ("anyImageField", True),
        ("colorControl", False), ("typeSizeControl", False), ("typographyControl", False),
        ("buttonTypographyControl", False), ("textarea", False), ("ControlField", False),
    ],
)  # fmt: skip
def test_what_controls_for_utilities_edit_is_a_slot(tmp_path, component, is_slot):
    kind = described(tmp_path, string("a", component, label="A b", description="C d."))
    assert kind.slots == ((Slot(("a",), "A b", "C d.", component),) if is_slot else ())
    assert [field.name for field in kind.fields] == ([] if is_slot else ["a"])


@pytest.mark.parametrize("group", ["tailwind", "style", "styles", "cardStyle", "classes"])
def test_plain_strings_in_an_object_for_styles_are_slots(tmp_path, group):
    inner = [
        string("plain"),
        string("long", "textarea"),
        string("listed", list=True),
        string("chosen", options=["a"]),
        {"name": "count", "type": "number"},
        {"name": "deeper", "type": "object", "fields": [string("plain")]},
    ]
    kind = described(tmp_path, {"name": group, "type": "object", "fields": inner})
    assert [slot.path for slot in kind.slots] == [(group, "plain"), (group, "deeper", "plain")]
    (field,) = kind.fields
    assert [(each.name, each.type) for each in field.fields] == [
        ("long", "text"),
        ("listed", "list"),
        ("chosen", "select"),
        ("count", "number"),
    ]


def test_outside_of_them_they_are_fields(tmp_path):
    kind = described(
        tmp_path, string("a"), {"name": "look", "type": "object", "fields": [string("b")]}
    )
    assert kind.slots == ()
    assert [field.name for field in kind.fields] == ["a", "look"]


def test_an_empty_object_is_a_field_if_it_holds_no_slots(tmp_path):
    kind = described(
        tmp_path,
        {"name": "style", "type": "object"},
        {"name": "a", "type": "object", "fields": [string("b", "xControl")]},
    )
    assert [field.name for field in kind.fields] == ["style"]
    assert [slot.path for slot in kind.slots] == [("a", "b")]


def test_what_has_no_name_is_left_out_and_the_rest_is_read(tmp_path):
    kind = described(tmp_path, {"type": "string"}, string("line", "ruledTitle"), 3, string("a"))
    assert [field.name for field in kind.fields] == ["a"]


def test_endless_nesting_ends(tmp_path):
    inner = string("a")
    for _ in range(20):
        inner = {"name": "a", "type": "object", "fields": [inner]}
    field, depth = described(tmp_path, inner).fields[0], 1
    while field.fields:
        field, depth = field.fields[0], depth + 1
    assert depth == 13


def test_rich_text_becomes_words_and_other_values_stay(tmp_path):
    rich = {
        "type": "root",
        "children": [
            {"text": "a", "children": [{"text": "b"}, {"children": [{"text": "c"}]}]},
            5,
            {"text": 1},
        ],
    }
    other = {"type": "root", "children": [], "more": 1}
    kind = described(tmp_path, ui={"defaultItem": {"a": rich, "b": other, "c": {"children": 1}}})
    assert kind.defaults == {
        "a": "abc\n\n\n",
        "b": {"type": "root", "children": [], "more": 1},
        "c": {"children": 1},
    }


def test_the_newer_file_holds_it_under_a_key_and_may_have_a_mark(tmp_path):
    file = tmp_path / "tina/tina-lock.json"
    file.parent.mkdir()
    file.write_bytes(
        b"\xef\xbb\xbf" + json.dumps({"schema": {"collections": [collection()]}}).encode()
    )
    assert set(read_tina(file).types) == {"quote"}


def test_of_two_descriptions_that_say_as_much_the_later_one_counts(tmp_path):
    templates = [
        {"name": "note", "label": label, "fields": [string("a"), string("b", "xControl")]}
        for label in "XY"
    ]
    small = {"name": "note", "label": "Z", "fields": [string("a")]}
    found = read_tina(schema_file(tmp_path, [collection(templates=[*templates, small])]))
    assert found.types["note"].label == "Y"


def test_a_key_counts_with_its_longest_list(tmp_path):
    many, one = [{"name": "x"}, {"name": "y"}, {"name": "z"}], [{"name": "x"}]
    lists = [collection("a", many), collection("b", many[:2]), collection("a", one)]
    assert [*read_tina(schema_file(tmp_path, lists)).lists] == [("a",), ("b",)]


def test_only_objects_with_templates_hold_blocks(tmp_path):
    fields = [
        {"name": "a", "type": "string", "templates": [QUOTE]},
        {"name": "b", "type": "object", "templates": []},
        {"name": "c", "type": "object", "templates": 1},
        {"name": "d", "type": "object", "fields": [QUOTE]},
    ]
    found = read_tina(schema_file(tmp_path, [{"fields": fields}, {"fields": None}, {}]))
    assert (found.types, found.lists) == ({}, {})
