"""What Bookshop can say: all kinds of fields, older forms, types inside types."""

import pytest

from tests.schema.cms.shapes import shape


class TestBookshop:
    def test_components_that_name_others(self, schema):
        found = schema(**{
            "lib/bookshop/bookshop.config.cjs": "",
            "lib/components/generic/hero/hero.bookshop.yml": """
spec: {structures: [parts, more]}
blueprint:
  title: ""
  button: bookshop:generic/button
  buttons: [bookshop:generic/button!]
  parts: [bookshop:structure:parts]
  other: bookshop:structure:parts
  unknown: bookshop:none
  box: {inner: bookshop:generic/button}
""",
            "lib/components/generic/button/button.bookshop.json": (
                '{"blueprint": {"label": "", "self": "bookshop:generic/button"}}'
            ),
            "components/old/old.bookshop.toml": (
                "[component]\nstructures = ['parts']\nlabel = 'Old'\n"
                "[props]\ntitle = ''\ntitle--doc = 'Help'\n"
            ),
        })  # fmt: skip
        assert set(found.named_lists) == {"parts", "more"}
        assert list(found.types) == ["old", "generic/hero"]
        hero = found.types["generic/hero"]
        assert hero.label == "Hero"
        assert [each.name for each in hero.fields] == ["title", "button", "buttons", "parts", "box"]
        assert hero.fields[1].fields[0].name == "label"
        assert hero.fields[2].fields[0].name == "label"
        assert shape(found.types["old"].fields) == {"title": "string"}

    @pytest.mark.parametrize(
        ("name", "text"),
        [
            ("components/a/a.bookshop.yml", "spec: {structures: [parts]}\nblueprint: {n: 1}"),
            ("components/a/a.bookshop.yaml", "spec: {structures: [parts]}\nblueprint: {n: 1}"),
            ("src/components/a.bookshop.toml",
             "spec = {structures = ['parts']}\n[blueprint]\nn = 1"),
            ("component-library/components/a/a.bookshop.json",
             '{"spec": {"structures": ["parts"]}, "blueprint": {"n": 1}}'),
            ("_component-library/components/a/a.bookshop.js",
             "module.exports = {spec: {structures: ['parts']}, blueprint: {n: 1}}"),
            ("components/a/a.bookshop.cjs",
             "module.exports = () => ({spec: {structures: ['parts']}, blueprint: {n: 1}})"),
        ],
    )  # fmt: skip
    def test_where_components_are(self, schema, name, text):
        assert shape(schema(**{name: text}).types["a"].fields) == {"n": "number"}
