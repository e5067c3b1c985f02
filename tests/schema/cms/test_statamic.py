"""What Statamic can say: all kinds of fields, older forms, types inside types."""

import pytest

from designer.schema import Option
from tests.schema.cms.shapes import page, shape, variants


class TestStatamic:
    BLUEPRINT = "resources/blueprints/collections/pages/page.yaml"

    def fields(self, schema, text, **files):
        return page(schema(**{self.BLUEPRINT: text, **files}))

    def test_fieldtypes(self, schema):
        kinds = {
            "text": "string", "textarea": "text", "markdown": "markdown", "toggle": "boolean",
            "integer": "number", "date": "date", "color": "color", "link": "link", "code": "text",
            "select": "string", "assets": "list", "entries": "list", "list": "list",
            "array": "object", "own": "string", "bard": "list",
        }  # fmt: skip
        text = "".join(f"  - {{handle: f_{each}, field: {{type: {each}}}}}\n" for each in kinds)
        text += "  - {handle: s, field: {type: section}}\n  - 5\n  - {field: {type: text}}\n"
        found = self.fields(schema, f"fields:\n{text}")
        assert {name.removeprefix("f_"): each.type for name, each in found.items()} == kinds

    def test_settings_that_change_a_type(self, schema):
        found = self.fields(schema, """
sections:
  main:
    fields:
      - {handle: a, field: {type: assets, max_files: 1}}
      - {handle: b, field: {type: entries, max_items: 1}}
      - {handle: c, field: {type: text, input_type: url}}
      - {handle: d, field: {type: select, multiple: true, options: [a]}}
      - {handle: e, field: {type: radio, options: {x: X, y: }}}
      - {handle: f, field: {type: bard, save_html: true}}
      - handle: g
        field: {type: group, fields: [{handle: h, field: {type: toggle, default: true}}]}
""")  # fmt: skip
        assert shape(found.values()) == {
            "a": "image", "b": "string", "c": "link", "d": "list", "e": "select", "f": "html",
            "g": ("object", {"h": "boolean"}),
        }  # fmt: skip
        assert found["e"].options == (Option("x", "X"), Option("y", "Y"))
        assert found["g"].fields[0].default is True

    def test_the_sets_of_bard(self, schema):
        schema = schema(**{
            self.BLUEPRINT: """
fields:
  story:
    type: bard
    sets:
      quote: {display: Words, fields: [{handle: who, field: {type: text, default: Ann}}]}
      rule: {}
"""
        })  # fmt: skip
        assert schema.lists[("story",)][0] == "type"
        (kind,) = schema.types.values()
        assert (kind.name, kind.defaults) == (
            "set",
            {"attrs": {"values": {"type": "quote", "who": "Ann"}}},
        )
        (attributes,) = kind.fields
        (values,) = attributes.fields
        assert variants(values) == {"quote": {"who": "string"}, "rule": {}}

    def test_fieldsets(self, schema):
        found = self.fields(
            schema,
            """
fields:
  - {import: shared, prefix: top_}
  - {import: more.deep}
  - {import: 'add_on::seo'}
  - {import: ../../secret}
  - {handle: x, field: shared.words, config: {display: Other}}
  - {handle: y, field: shared.none}
""",
            **{
                "resources/fieldsets/shared.yaml": """
fields:
  - {handle: words, field: {type: textarea, display: Words}}
  - {import: shared}
""",
                "resources/fieldsets/more/deep.yaml": "fields: {n: {type: integer}}",
                "secret.yaml": "fields: {secret: {type: text}}",
            },
        )
        assert shape(found.values()) == {
            "top_words": "text",
            "n": "number",
            "x": "text",
            "y": "string",
        }
        assert [found[each].label for each in ("top_words", "x")] == ["Words", "Other"]

    @pytest.mark.parametrize("folder", ["globals", "navigation", "forms", "assets", "taxonomies/a"])
    def test_blueprints_of_other_things(self, schema, folder):
        files = {f"resources/blueprints/{folder}/a.yaml": "fields: {a: {type: text}}"}
        assert schema(**files, **{"resources/blueprints/user.yaml": "fields: {a: {}}"}) is None

    def test_all_fieldtypes(self, schema):
        kinds = {
            "yaml": "text", "float": "number", "range": "number", "video": "link",
            "replicator": "list", "grid": "list", "taggable": "list", "checkboxes": "list",
            "group": "object", "terms": "list", "users": "list", "radio": "string",
            "button_group": "string",
        }  # fmt: skip
        text = "".join(f"  - {{handle: f_{each}, field: {{type: {each}}}}}\n" for each in kinds)
        gone = ("section", "spacer", "revealer", "html")
        text += "".join(f"  - {{handle: g_{each}, field: {{type: {each}}}}}\n" for each in gone)
        found = shape(self.fields(schema, f"fields:\n{text}").values())
        assert {name.removeprefix("f_"): kind for name, kind in found.items()} == kinds
