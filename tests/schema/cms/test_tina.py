"""What the configuration of TinaCMS can say where no generated schema is."""

import pytest

from designer.schema import read_schemas
from tests.schema.cms.shapes import shape, variants


class TestTina:
    def test_types_inside_types(self, schema):
        found = schema(**{
            "tina/config.js": """
const cell = {name: 'cell', fields: [{type: 'string', name: 'text'}]};
const row = {name: 'row', fields: [{type: 'object', list: true, name: 'cells',
templates: [cell]}, ...more]};
export default defineConfig({schema: {collections: [
  {name: 'a', templates: [{name: 't', fields: [{type: 'object', list: true, name: 'rows',
  templates: [row]}]}]},
  {name: 'b', fields: [{type: 'object', name: 'box', fields: [{type: 'object', list: true,
  name: 'rows', templates: [cell]}]}]},
]}});
"""
        })  # fmt: skip
        assert set(found.lists) == {("rows",), ("box", "rows")}
        assert set(found.types) == {"row", "cell"}
        (cells,) = found.types["row"].fields
        assert variants(cells) == {"cell": {"text": "string"}}
        # Not all fields of a row could be read.
        assert [found.types[each].is_inferred for each in ("row", "cell")] == [True, False]

    @pytest.mark.parametrize(
        ("name", "text"),
        [
            (".tina/schema.ts", "export default defineSchema({collections: LIST})"),
            ("tina/config.tsx", "const c = f({schema: g({collections: LIST})}); export default c"),
            ("tina/config.js", "module.exports = {schema: {collections: LIST}}"),
        ],
    )  # fmt: skip
    def test_forms_of_the_configuration(self, schema, name, text):
        fields = "[{name: 'a', fields: [{type: 'boolean', name: 'b'}]}]"
        assert shape(schema(**{name: text.replace("LIST", fields)}).pages[0]) == {"b": "boolean"}

    @pytest.mark.parametrize(
        ("text", "where"),
        [
            ("export default defineConfig({schema: {collections: load()}})", ", line 1,"),
            ("export default defineConfig({schema: process.env.SCHEMA})", ""),
            ("export default {schema: defineSchema({collections: new Set()})}", ", line 1,"),
        ],
    )
    def test_a_computed_configuration_is_told(self, tmp_path, text, where):
        (tmp_path / "tina").mkdir()
        (tmp_path / "tina/config.ts").write_text(text)
        reading = read_schemas(tmp_path)
        assert str(reading.broken["tina/config.ts"]).startswith(
            f"tina/config.ts{where} cannot be read"
        )
