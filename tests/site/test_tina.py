"""The names of block types are read from a site's own schema, wherever its release keeps it."""

import json

import pytest

from designer.site.tina import schema_types

FIELDS = [
    {"name": "title", "type": "string"},
    {"name": "blocks", "templates": [{"name": "hero"}, {"name": "cards", "fields": []}]},
    {"name": "box", "fields": [{"name": "parts", "templates": [{"name": "deep"}, {}, "odd"]}]},
]
SCHEMA = {"collections": [{"name": "pages", "fields": FIELDS}]}


def write(root, name, text):
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "schema"),
    [
        (".tina/__generated__/_schema.json", SCHEMA),
        ("tina/__generated__/_schema.json", SCHEMA),
        ("tina/tina-lock.json", {"schema": SCHEMA, "graphql": {}}),
    ],
)
def test_names(tmp_path, name, schema):
    write(tmp_path, name, json.dumps(schema))
    assert schema_types(tmp_path) == {"hero", "cards", "deep"}


@pytest.mark.parametrize("text", ["", "{", "[]", '"x"', '{"templates": 3}', "[" * 10_000])
def test_a_schema_that_says_nothing(tmp_path, text):
    write(tmp_path, "tina/tina-lock.json", text)
    assert schema_types(tmp_path) == set()


def test_a_broken_schema_does_not_hide_another_one(tmp_path):
    write(tmp_path, ".tina/__generated__/_schema.json", "{")
    write(tmp_path, "tina/tina-lock.json", json.dumps({"schema": SCHEMA}))
    assert schema_types(tmp_path) == {"hero", "cards", "deep"}


def test_no_schema(tmp_path):
    assert schema_types(tmp_path) == set()


def test_real_schemas(corpus):
    assert schema_types(corpus / "bacalhau") == {
        "feature", "photoCards", "textCards", "banner", "embed", "tailwindFeature", "tailwindCards",
    }  # fmt: skip
    assert "speakerCards" in schema_types(corpus / "sustainable-blockchain-22")
    assert "carousel" in schema_types(corpus / "microgen")
