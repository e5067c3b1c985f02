"""What Decap CMS and Sveltia CMS can say: all kinds of fields, older forms, types inside types."""

from designer.schema import Option
from tests.schema.cms.shapes import page, shape, variants


def fields(text, name="admin/config.yml"):
    return {name: f"collections:\n  - name: a\n    fields:\n{text}"}


class TestDecap:
    def test_all_widgets(self, schema):
        widgets = {
            "string": "string", "text": "text", "markdown": "markdown", "richtext": "markdown",
            "image": "image", "file": "link", "boolean": "boolean", "number": "number",
            "date": "date", "datetime": "date", "color": "color", "list": "list",
            "object": "object", "keyvalue": "object", "relation": "string", "hidden": "string",
            "code": "text", "map": "string", "own": "string",
        }  # fmt: skip
        text = "".join(f"      - {{name: f_{each}, widget: {each}}}\n" for each in widgets)
        found = shape(schema(**fields(text)).pages[0])
        assert {name.removeprefix("f_"): kind for name, kind in found.items()} == widgets

    def test_odd_fields(self, schema):
        text = (
            "      - {name: url}\n      - {name: many, widget: relation, multiple: true}\n"
            "      - {name: n, widget: select, options: [1, 2]}\n"
            "      - {widget: string}\n      - 5\n"
            "      - {name: d, widget: datetime, default: 'today'}\n"
            "      - {name: t, widget: list, default: x}\n      - {name: u, default: '{{slug}}'}\n"
            "      - {name: l, widget: list, label_singular: Row, default: [a]}\n"
        )
        found = page(schema(**fields(text)))
        assert {name: each.type for name, each in found.items()} == {
            "url": "link", "many": "list", "n": "string", "d": "date", "t": "list", "u": "string",
            "l": "list",
        }  # fmt: skip
        assert {name: each.default for name, each in found.items() if each.default} == {"l": ["a"]}
        assert found["l"].item_label == "Row"

    def test_an_object_of_one_of_several_types(self, schema):
        text = (
            "      - name: media\n        widget: object\n        types:\n"
            "          - {name: film, fields: [{name: url}]}\n"
            "          - {name: still, label: Photo}\n          - {label: none}\n"
        )
        found = schema(**fields(text))
        media = page(found)["media"]
        assert (media.type, media.type_key, variants(media)) == (
            "object", "type", {"film": {"url": "link"}, "still": {}},
        )  # fmt: skip
        assert media.fields[0].options == (Option("film", "Film"), Option("still", "Photo"))
        assert found.lists == found.types == {}

    def test_a_list_of_types_inside_a_block_belongs_to_the_block(self, schema):
        text = (
            "      - name: rows\n        widget: list\n        types:\n"
            "          - name: row\n            fields:\n              - name: cells\n"
            "                widget: list\n                types: [{name: cell}]\n"
            "      - name: links\n        widget: list\n        types: [{name: button}]\n"
            "      - name: en\n        widget: object\n        fields:\n"
            "          - name: columns\n            widget: list\n            fields:\n"
            "              - {name: parts, widget: list, types: [{name: part}]}\n"
        )
        found = schema(**fields(text))
        assert set(found.types) == {"row", "part"}
        assert set(found.lists) == {("rows",), ("en", "columns", "*", "parts")}

    def test_all_languages_in_one_file(self, schema):
        found = schema(**{
            "public/admin/config.yml": """
i18n: {structure: single_file, locales: [en, de, 5]}
collections:
  - name: a
    i18n: true
    fields: [{name: parts, widget: list, types: [{name: x}]}]
  - {name: b, fields: [{name: other, widget: list, types: [{name: y}]}]}
"""
        })  # fmt: skip
        assert set(found.lists) == {
            ("parts",), ("en", "parts"), ("de", "parts"), ("other",),
        }  # fmt: skip
        assert schema(
            **{"public/admin/config.yml": "i18n: 5\ncollections: [{fields: [{name: a}]}]"}
        )

    def test_files_and_singletons(self, schema):
        found = schema(**{
            "src/admin/config.json": '{"collections": [{"files": [{"fields": [{"name": "a"}]}]}],'
            '"singletons": [{"fields": [{"name": "b"}, {"name": "body"}]}]}'
        })  # fmt: skip
        assert [shape(each) for each in found.pages] == [{"a": "string"}, {"b": "string"}]
