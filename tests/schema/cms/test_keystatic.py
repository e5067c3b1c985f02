"""What Keystatic can say: all kinds of fields, older forms, types inside types."""

from designer.schema import Field, inner_fields
from tests.schema.cms.shapes import page, shape


class TestKeystatic:
    def read(self, schema, text, **files):
        before = f"import {{config, fields}} from 'k';\nconst schema = {text};\n"
        after = "export default config({singletons: {a: singleton({schema})}});"
        return schema(**{"keystatic.config.ts": before + after, **files})

    def test_fields(self, schema):
        found = page(self.read(schema, """{
  a: fields.text({label: 'A', multiline: true, defaultValue: 'x'}), b: fields.integer({}),
  c: fields.date(), d: fields.datetime(), e: fields.url({label: 'E'}), f: fields.cloudImage(),
  g: fields.document({}), h: fields.multiselect({options: []}), i: fields.relationship(),
  j: fields.empty(), k: own(), l: 5, m: fields.array(fields.text({label: 'x'}), {label: 'M'}),
  n: fields.object({o: fields.checkbox({defaultValue: true})}, {label: 'N', description: 'Which.'}),
  p: fields.select({options: [{value: 'q', label: 'Q'}], defaultValue: unknown}), r: text({}),
}"""))  # fmt: skip
        assert shape(found.values()) == {
            "a": "text", "b": "number", "c": "date", "d": "date", "e": "link", "f": "image",
            "g": "markdown", "h": "list", "i": "string", "m": "list",
            "n": ("object", {"o": "boolean"}), "p": "select", "r": "string",
        }  # fmt: skip
        assert (found["a"].default, found["p"].default, found["m"].label) == ("x", None, "M")
        assert (found["n"].label, found["n"].help) == ("N", "Which.")

    def test_conditional_fields(self, schema):
        found = self.read(schema, """{
  rows: fields.array(fields.conditional(
    fields.select({label: 'Sort', options: [{value: 'a', label: 'First'}], defaultValue: 'a'}),
    {a: fields.object({x: fields.text({defaultValue: 'y'})}), b: fields.text({label: 'Words'}),
    c: fields.empty()},
  ), {label: 'Rows'}),
  link: fields.conditional(fields.checkbox({label: 'Link?'}),
  {true: fields.url({label: 'Target'}), false: fields.empty()}),
}""")  # fmt: skip
        assert found.lists[("rows",)][0] == "discriminant"
        assert {each.name: each.label for each in found.types.values()} == {
            "a": "First",
            "b": "B",
            "c": "C",
        }
        assert found.types["a"].defaults == {"value": {"x": "y"}}
        assert shape(found.types["a"].fields) == {"value": ("object", {"x": "string"})}
        assert [found.types[each].fields for each in "bc"] == [
            (Field("value", "string", "Words"),),
            (),
        ]
        link = page(found)["link"]
        assert (link.fields[0].type, link.fields[0].label) == ("boolean", "Link?")
        assert inner_fields(link, {"discriminant": True})[1].label == "Target"
        assert len(inner_fields(link, {"discriminant": False})) == 1
