"""What CloudCannon can say: all kinds of fields, older forms, types inside types."""

import pytest

from tests.schema.cms.shapes import page, shape, variants


class TestCloudCannon:
    def read(self, schema, text, **files):
        return schema(**{"cloudcannon.config.yml": text, **files})

    @pytest.mark.parametrize(
        ("values", "key"),
        [
            ("[{value: {_name: a}}]", "_name"),
            ("[{value: {kind: a, x: same}}, {value: {kind: b, x: same}}]", "kind"),
            ("[{value: {type: a, kind: 1}}, {value: {type: b, kind: 1}}]", "type"),
            ("[{value: {kind: a}}]", None),
            ("[{value: {kind: a}}, {value: {kind: a}}]", None),
            ("[{value: {n: 1}}, {value: {n: 2}}]", None),
            ("[]", None),
            ("5", None),
        ],
    )
    def test_the_key_of_types(self, schema, values, key):
        found = self.read(
            schema, f"_inputs: {{a: {{}}}}\n_structures: {{parts: {{values: {values}}}}}"
        )
        assert {name: keys[0] for name, keys in found.named_lists.items()} == (
            {} if key is None else {"parts": key}
        )

    def test_inputs_by_key_and_by_path(self, schema):
        found = self.read(schema, """
_inputs:
  text: {type: textarea, label: Words}
  card.text: {label: Card words}
  rows[*].text: {label: Row words, cascade: false}
  size: {type: choice, options: {values: [s, m]}}
  list: {type: multiselect}
  $: {type: object}
_structures:
  parts:
    values:
      - label: One
        preview: {text: Preview}
        _inputs: {text: {label: Own words}, title: {hidden: true}}
        value: {_type: one, text: "", title: "", card: {text: ""}, rows: [{text: ""}], size: s,
        list: []}
      - {value: {_type: two}, preview: {text: [Second, 5]}}
      - {value: {other: 1}}
""")  # fmt: skip
        one = {each.name: each for each in found.types["one"].fields}
        assert one["text"].label == "Own words"
        assert one["card"].fields[0].label == "Card words"
        assert one["rows"].fields[0].label == "Row words"
        assert shape(one.values()) == {
            "text": "text", "title": "string", "card": ("object", {"text": "text"}),
            "rows": ("list", {"text": "markdown"}), "size": "select", "list": "list",
        }  # fmt: skip
        assert (found.types["one"].label, found.types["two"].label) == ("One", "Second")
        assert list(found.types) == ["one", "two"]

    def test_structures_of_objects_and_items(self, schema):
        found = self.read(schema, """
_inputs:
  buttons: {type: array, options: {structures: _structures.button}}
  cells: {options: {structures: {values: [{value: {is: a, n: 1}}, {value: {is: b}}]}}}
_structures:
  button: {values: [{value: {label: "", url: ""}}]}
  parts: {id_key: is, values: [{value: {is: x, buttons: [], cells: [], parts: []}}]}
""")  # fmt: skip
        kind = found.types["x"]
        fields = {each.name: each for each in kind.fields}
        assert shape(fields["buttons"].fields) == {"label": "string", "url": "link"}
        assert variants(fields["cells"]) == {"a": {"n": "number"}, "b": {}}
        assert fields["parts"].variants[0].fields == ()  # a type inside itself
        assert set(found.named_lists) == {"parts", "cells"}

    def test_settings_of_collections_and_of_other_files(self, schema):
        found = self.read(
            schema,
            """
collections_config:
  posts: {_inputs: {title: {label: Of posts}, day: {type: date}}}
_inputs: {title: {label: Of all}}
_inputs_from_glob: [/cc/**/*.inputs.yml, "!/cc/old/*"]
_structures: {parts: {id_key: is, values_from_glob: [cc/*.value.yml]}}
""",
            **{
                "cc/a.inputs.yml": "when: {type: date, label: When}",
                "cc/old/b.inputs.yml": "never: {type: date}",
                "cc/a.value.yml": "label: Found\nvalue: {is: found}",
                "cc/deep/c.inputs.yml": "deep: {type: image}",
            },
        )
        assert {name: each.label for name, each in page(found).items()} == {
            "title": "Of all", "day": "Day", "when": "When", "deep": "Deep",
        }  # fmt: skip
        assert [each.label for each in found.types.values()] == ["Found"]

    @pytest.mark.parametrize(
        ("name", "text"),
        [
            ("cloudcannon.config.json", '{"_inputs": {"a": {"type": "date"}}, /* b */}'),
            ("cloudcannon.config.cjs", "module.exports = {_inputs: {a: {type: 'date'}}}"),
            ("cloudcannon.config.js", "export default {_inputs: {a: {type: 'date'}}}"),
        ],
    )
    def test_other_formats(self, schema, name, text):
        assert shape(schema(**{name: text}).pages[0]) == {"a": "date"}

    def test_all_types(self, schema):
        kinds = {
            "text": "string", "email": "string", "textarea": "text", "code": "text",
            "checkbox": "boolean", "switch": "boolean", "color": "color", "number": "number",
            "range": "number", "url": "link", "file": "link", "document": "link", "html": "html",
            "markdown": "markdown", "date": "date", "datetime": "date", "time": "string",
            "image": "image", "multiselect": "list", "multichoice": "list", "array": "list",
            "object": "object", "select": "string",
        }  # fmt: skip
        lines = "".join(f"  f_{each}: {{type: {each}}}\n" for each in kinds)
        found = shape(self.read(schema, f"_inputs:\n{lines}").pages[0])
        assert {name.removeprefix("f_"): kind for name, kind in found.items()} == kinds
