"""What Pages CMS can say: all kinds of fields, older forms, types inside types."""

from tests.schema.cms.shapes import page, shape, variants


class TestPagesCms:
    def test_fields(self, schema):
        found = schema(**{
            ".pages.yml": """
components:
  card: {type: object, fields: [{name: text, type: text}, {name: inner, component: card}]}
content:
  - name: a
    fields:
      - {name: n, type: number, default: 2}
      - {name: tags, list: true, default: [x], type: string}
      - {name: many, type: select, options: {multiple: true, values: [a]}}
      - {name: day, type: date}
      - {name: file, type: file}
      - {name: of, type: reference}
      - {name: big, component: card, label: Big card}
      - {name: one, type: block, blockKey: is, blocks: [{name: x, fields: [{name: y}]}, {a: 1}]}
"""
        })  # fmt: skip
        found = page(found)
        assert shape([each for each in found.values() if each.name != "one"]) == {
            "n": "number", "tags": "list", "many": "list", "day": "date", "file": "link",
            "of": "string", "big": ("object", {"text": "text", "inner": "string"}),
        }  # fmt: skip
        assert (found["n"].default, found["tags"].default) == (2, ["x"])
        assert found["big"].label == "Big card"
        assert (found["one"].type_key, variants(found["one"])) == ("is", {"x": {"y": "string"}})
