"""What Front Matter CMS can say: all kinds of fields, older forms, types inside types."""

import json

from designer.schema import Option
from tests.schema.cms.shapes import page, shape


class TestFrontMatter:
    def test_fields(self, schema):
        found = schema(**{
            "frontmatter.json": """{
"frontMatter.taxonomy.contentTypes": [{"name": "a", "fields": [
  {"name": "when", "type": "datetime", "default": "{{now}}"},
  {"name": "draft", "type": "draft"}, {"name": "tags", "type": "tags"},
  {"name": "pics", "type": "image", "multiple": true}, {"type": "divider", "name": "d"},
  {"name": "kind", "type": "choice", "choices": ["a", 5]}, {"type": "string"},
  {"name": "photo", "type": "fields", "fields": [{"name": "src", "type": "image"}]},
  {"name": "author", "type": "fields", "fieldGroup": "person"},
  {"type": "fieldCollection", "fieldGroup": "person"},
  {"name": "people", "type": "block", "fieldGroup": ["person", "team", "none"]}
]}],
"frontMatter.taxonomy.fieldGroups": [
  {"id": "person", "fields": [{"name": "name", "type": "string", "default": "Ann"}]},
  {"id": "team", "fields": [{"name": "groups", "type": "block", "fieldGroup": ["team"]}]}
]}"""
        })  # fmt: skip
        fields = page(found)
        assert shape([each for each in fields.values() if each.name != "people"]) == {
            "when": "date", "draft": "boolean", "tags": "list", "pics": "list", "kind": "select",
            "photo": ("object", {"src": "image"}), "author": ("object", {"name": "string"}),
            "name": "string",
        }  # fmt: skip
        assert fields["when"].default is None
        assert fields["kind"].options == (Option("a", "A"),)
        people = fields["people"]
        assert [each.name for each in people.variants] == ["person", "team"]
        assert people.variants[0].defaults == {"name": "Ann"}
        (groups,) = people.variants[1].fields
        assert groups.variants[0].fields == ()  # a group inside itself
        assert found.lists == {}  # people are no blocks
        assert not found.complete

    def test_all_types(self, schema):
        kinds = {
            "string": "string", "number": "number", "datetime": "date", "boolean": "boolean",
            "draft": "boolean", "image": "image", "file": "link", "tags": "list",
            "categories": "list", "taxonomy": "list", "list": "list", "fields": "object",
            "block": "list", "slug": "string", "choice": "string", "own": "string",
        }  # fmt: skip
        fields = [{"name": f"f_{each}", "type": each} for each in kinds]
        fields += [{"name": "gone", "type": each} for each in ("divider", "heading")]
        settings = {"frontMatter.taxonomy.contentTypes": [{"name": "a", "fields": fields}]}
        found = shape(schema(**{"frontmatter.json": json.dumps(settings)}).pages[0])
        assert {name.removeprefix("f_"): kind for name, kind in found.items()} == kinds
