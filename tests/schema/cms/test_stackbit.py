"""What Stackbit can say: all kinds of fields, older forms, types inside types."""

import pytest

from tests.schema.cms.shapes import page, shape, variants


class TestStackbit:
    MODELS = """
models:
  Home:
    type: page
    fields:
      - {type: list, name: sections, items: {type: model, models: [Hero, None]}}
      - {type: list, name: people, items: {type: model, models: [Person]}}
      - {type: model, name: seo, models: [Seo]}
      - {type: model, name: media, models: [Hero, Person]}
      - {type: list, name: words, items: {type: string}}
      - {type: object, name: box, fields: [{type: number, name: n}]}
      - {type: enum, name: e, options: [a, {value: b, label: Bee}], const: a}
      - {type: markdown, name: markdown_content}
      - {type: string, name: layout}
  Hero:
    type: object
    extends: [Base]
    fields: [{type: text, name: text}, {type: list, name: inner, items: {type: model,
    models: [Hero]}}]
  Base: {type: object, fields: [{type: string, name: title}, {type: string, name: text}]}
  Person: {type: object, fields: [{type: string, name: name}]}
  Seo: {type: object, fields: [{type: string, name: description}]}
  Config: {type: data, fields: [{type: list, name: more, items: {type: model, models: [Hero,
  Seo]}}]}
"""

    def test_models_of_an_older_site(self, schema):
        found = schema(**{"stackbit.yaml": f"objectTypeKey: layout\n{self.MODELS}"})
        assert {path: keys[0] for path, keys in found.lists.items()} == {("sections",): "layout"}
        fields = page(found)
        assert shape(each for each in fields.values() if not each.variants) == {
            "people": ("list", {"name": "string"}), "seo": ("object", {"description": "string"}),
            "words": "list", "box": ("object", {"n": "number"}), "e": "select",
        }  # fmt: skip
        assert (fields["e"].default, fields["e"].options[1].label) == ("a", "Bee")
        assert variants(fields["media"])["Person"] == {"name": "string"}
        hero = found.types["Hero"]
        assert [(each.name, each.type) for each in hero.fields] == [
            ("title", "string"), ("text", "text"), ("inner", "list"),
        ]  # fmt: skip
        assert hero.fields[2].fields == ()  # a model inside itself

    @pytest.mark.parametrize(
        ("file", "text"),
        [
            (".stackbit/models.yml", "Hero: {type: object, fields: [{type: string, name: a}]}"),
            (".stackbit/models/Hero.yaml", "name: Hero\nfields: [{type: string, name: a}]"),
            (".stackbit/models/sub/hero.ts", "export default defineObjectModel(HERO)"),
            (".stackbit/models/hero.js", "module.exports = [HERO]"),
            (".stackbit/models/all.ts", "export const Hero = HERO"),
            ("stackbit.config.js", "export const config = define({models: {Hero: HERO}})"),
        ],
    )
    def test_where_models_are(self, schema, file, text):
        hero = "{name: 'Hero', type: 'object', fields: [{type: 'string', name: 'a'}]}"
        items = "{type: list, name: sections, items: {type: model, models: [Hero]}}"
        home = f"name: Home\ntype: page\nfields: [{items}]"
        files = {file: text.replace("HERO", hero), ".stackbit/models/Home.yml": home}
        found = schema(**files)
        assert shape(found.types["Hero"].fields) == {"a": "string"}

    def test_all_types(self, schema):
        kinds = {
            "string": "string", "text": "text", "json": "text", "markdown": "markdown",
            "richText": "markdown", "html": "html", "url": "link", "file": "link",
            "image": "image", "number": "number", "boolean": "boolean", "date": "date",
            "datetime": "date", "color": "color", "list": "list", "object": "object",
            "model": "object", "slug": "string", "reference": "string", "enum": "string",
        }  # fmt: skip
        lines = "".join(f"      - {{name: f_{each}, type: {each}}}\n" for each in kinds)
        text = (
            f"models:\n  A:\n    type: page\n    fields:\n      - {{name: s, type: style}}\n{lines}"
        )
        found = shape(schema(**{"stackbit.yml": text}).pages[0])
        assert {name.removeprefix("f_"): kind for name, kind in found.items()} == kinds
