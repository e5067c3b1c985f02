"""The schemas of all systems: the same ferry, described for each of them, gives the same types."""

import shutil
from pathlib import Path

import pytest

from designer.schema import Option, read_schemas
from designer.schema.cms import SYSTEMS, schema_files

SITES = Path(__file__).parents[2] / "sites/cms"
NAMES = sorted(each.name for each in SITES.iterdir() if each.is_dir())

HELP = "At most five words."
TONES = (Option("calm", "Calm"), Option("loud", "Very loud"))

# Where a block list is (by its path or by its key alone), and the key of an item's type.
LISTS = {
    "astro": ("path", "kind"),
    "bookshop": ("key", "_bookshop_name"),
    "cloudcannon": ("key", "part"),
    "decap": ("path", "kind"),
    "front-matter": ("path", "fieldGroup"),
    "keystatic": ("path", "discriminant"),
    "nuxt": ("path", "part"),
    "pages-cms": ("path", "_block"),
    "stackbit": ("path", "type"),
    "statamic": ("path", "type"),
    "tina": ("path", "_template"),
}
COMPLETE = {"decap", "keystatic", "pages-cms", "stackbit", "statamic", "tina"}
WITHOUT_LABELS = {"astro", "nuxt"}  # Zod has none, and no rich text

# The defaults of a new opening, where they are more than the tone.
EXAMPLE = {"heading": "New words", "tone": "calm", "wide": False, "photo": "", "words": ""}
DEFAULTS = {
    "tina": {"heading": "New words", "tone": "calm"},
    "decap": {"tone": "calm", "wide": False},
    "keystatic": {"value": {"tone": "calm"}},
    "cloudcannon": EXAMPLE,
    "bookshop": EXAMPLE,
}


@pytest.fixture(params=NAMES)
def site(request):
    """The name of a system, and the schema of its ferry."""
    reading = read_schemas(SITES / request.param)
    assert not reading.broken
    assert reading.schema is not None
    return request.param, reading.schema


def fields_of(name, kind):
    """The fields of a block; those of Keystatic are in an object of the item."""
    (first, *_) = kind.fields
    return {each.name: each for each in (first.fields if name == "keystatic" else kind.fields)}


def test_each_system_has_a_site():
    assert sorted(LISTS) == NAMES
    # Nuxt and Astro are one.
    assert len(SYSTEMS) == len(NAMES) - 1


def test_lists_and_their_type_keys(site):
    name, schema = site
    where, key = LISTS[name]
    found = schema.lists.get(("parts",)) if where == "path" else schema.named_lists.get("parts")
    assert found is not None
    assert (found[0], len(found), len(set(found))) == (key, len(found), len(found))
    assert "_template" in found
    assert schema.complete == (name in COMPLETE)
    assert schema.hides_body == (name == "tina")


def test_labels_of_types(site):
    name, schema = site
    fares = "Fares" if name in WITHOUT_LABELS else "Price list"
    assert {each.name: each.label for each in schema.types.values()} == {
        "opening": "Opening",
        "fares": fares,
    }
    assert all(each.folder is None and each.can_be_added for each in schema.types.values())


def test_types_labels_help_and_options_of_fields(site):
    name, schema = site
    found = fields_of(name, schema.types["opening"])
    words = "string" if name in WITHOUT_LABELS else "markdown"
    assert {each.name: each.type for each in found.values()} == {
        "heading": "string", "tone": "select", "wide": "boolean", "photo": "image", "words": words,
    }  # fmt: skip
    assert found["heading"].help == HELP
    assert found["heading"].label == ("Heading" if name in WITHOUT_LABELS else "Big words")
    assert found["tone"].label == "Tone"
    loud = "Loud" if name in WITHOUT_LABELS else "Very loud"
    assert found["tone"].options == (TONES[0], Option("loud", loud))


def test_fields_of_items(site):
    name, schema = site
    rows = fields_of(name, schema.types["fares"])["rows"]
    assert (rows.type, rows.label) == ("list", "Rows")
    inner = rows.variants[0].fields if name == "front-matter" else rows.fields
    assert [(each.name, each.type, each.label) for each in inner] == [
        ("what", "string", "What"),
        ("price", "number", "Price"),
    ]


def test_defaults(site):
    name, schema = site
    assert dict(schema.types["opening"].defaults) == DEFAULTS.get(name, {"tone": "calm"})


def test_the_fields_of_a_page(site):
    name, schema = site
    fields = {each.name: each for each in schema.page_fields({"title": "x", "nothing": 1})}
    if name == "bookshop":  # a component library describes no pages
        assert fields == {}
        return
    assert fields["title"].label == ("Title" if name in WITHOUT_LABELS else "Name of the page")
    assert "body" not in fields
    assert "text" not in fields
    assert schema.page_fields({"nothing": 1}) == schema.page_fields([]) == ()


def test_a_field_that_is_always_present_is_no_error_and_others_are(site):
    name, schema = site
    # These ignore keys that they do not describe, or describe only an example.
    is_open = {"astro", "nuxt", "bookshop", "cloudcannon", "stackbit", "statamic"}
    assert {each.is_inferred for each in schema.types.values()} == {name in is_open}


class TestFiles:
    def files(self, root):
        return {each.relative_to(root).as_posix() for each in read_schemas(root).files()}

    @pytest.mark.parametrize(
        ("name", "watched"),
        [
            ("tina", {"tina/tina-lock.json", "tina/config.ts", "tina/others.ts", "site/fields.ts",
                      "site/blocks/opening.tsx", "tina/settings.json", "tsconfig.json"}),
            ("stackbit", {"models/page.ts", ".stackbit/models/Row.yml", ".stackbit"}),
            ("statamic", {"resources/fieldsets/common.yaml", "resources/blueprints"}),
            ("bookshop", {"component-library/components/fares/row/row.bookshop.js"}),
            ("cloudcannon", {"parts/page.structures.yml", "cloudcannon.config.json"}),
            ("front-matter", {".frontmatter/config/taxonomy/fieldGroups/row.json"}),
        ],
    )  # fmt: skip
    def test_what_is_read_is_watched(self, name, watched):
        assert self.files(SITES / name) >= watched

    def test_a_file_that_appears_is_watched(self, tmp_path):
        root = shutil.copytree(SITES / "stackbit", tmp_path / "site")
        reading = read_schemas(root)
        new = root / ".stackbit/models/more/Other.yml"
        new.parent.mkdir()
        new.write_text("name: Other")
        assert new in reading.files()

    def test_a_site_without_a_schema_is_watched_for_one(self, tmp_path):
        reading = read_schemas(tmp_path)
        assert (reading.schema, reading.broken) == (None, {})
        names = {each.relative_to(tmp_path).as_posix() for each in reading.files()}
        scripts = ("ts", "js", "mjs")
        assert names >= {
            ".pages.yml", ".pages.yaml", "frontmatter.json", "stackbit.yaml", "stackbit.config.cjs",
            "cloudcannon.config.yml", "cloudcannon.config.yaml", "cloudcannon.config.json",
            "cloudcannon.config.cjs", "cloudcannon.config.js", "tina/config.tsx", "tina/config.jsx",
            ".tina/schema.ts", "keystatic.config.tsx", "keystatic.config.jsx", ".stackbit",
            "resources/blueprints", "component-library", "components", "src/components",
            *(f"{folder}admin/config.{each}" for each in ("yml", "yaml", "json")
              for folder in ("", "static/", "public/", "src/", "src/static/", "source/")),
            *(f"{name}.{each}" for each in scripts for name in (
                "tina/config", ".tina/config", "keystatic.config", "stackbit.config",
                "src/content.config", "src/content/config", "content.config")),
        }  # fmt: skip
        assert read_schemas(tmp_path / "none").schema is None


BROKEN = {
    "astro": ("src/content.config.ts", "export const collections = {\n  a: [,\n}", 2),
    "bookshop": (
        "component-library/components/fares/fares.bookshop.toml", "[spec]\nstructures = [", None,
    ),
    "cloudcannon": ("cloudcannon.config.yml", "a: 1\nb: [", 3),
    "decap": ("static/admin/config.yml", "collections:\n- a: b: c", 2),
    "front-matter": ("frontmatter.json", '{\n"a": }', 2),
    "keystatic": ("src/tones.js", "module.exports = {\n  tones: [,\n}", 2),
    "nuxt": ("content.config.ts", "export default (", 1),
    "pages-cms": (".pages.yml", "content:\n\t- a", 2),
    "stackbit": ("models/fares.ts", "\n\nexport const fares = {{}", 3),
    "statamic": ("resources/fieldsets/common.yaml", "fields: {\n", 2),
    "tina": ("tina/others.ts", "export const fares = {\n  name: ,\n}", 2),
}  # fmt: skip

# Each alias stands for nine of the one before.
ALIASES = "".join(
    f"a{n}: &a{n} {{name: n, widget: object, fields: [{', '.join([f'*a{n - 1}'] * 9)}]}}\n"
    for n in range(1, 12)
)
ENDLESS = {
    "aliases": ("admin/config.yml", f"a0: &a0 x\n{ALIASES}collections: [{{fields: [*a11]}}]"),
    "an alias inside itself": (
        "admin/config.yml",
        "collections: [&a {name: q, widget: object, fields: [*a, *a, *a]}]",
    ),
    "a function": ("tina/config.ts", "const f = x => f(x);\nexport default f(1);"),
    "a function of a collection": (
        "src/content.config.ts",
        "const g = () => g();\nexport const collections = {a: f({schema: () => g()})};",
    ),
}


class TestBroken:
    def broken(self, tmp_path, name, text, file=None):
        root = shutil.copytree(SITES / name, tmp_path / "site")
        (root / (file or BROKEN[name][0])).write_text(text)
        return read_schemas(root)

    @pytest.mark.parametrize("name", NAMES)
    def test_one_sentence_names_file_and_line(self, tmp_path, name):
        file, text, line = BROKEN[name]
        reading = self.broken(tmp_path, name, text)
        ((where, error),) = reading.broken.items()
        assert (where, error.line) == (file, line)
        start = f"{file}, line {line}," if line else file
        assert str(error).startswith(f"{start} cannot be read, so the schema in it is left out: ")
        assert str(error).endswith(".")
        assert str(error).count("\n") == 0

    def test_the_other_files_of_a_schema_are_used(self, tmp_path):
        file, text, _ = BROKEN["statamic"]
        reading = self.broken(tmp_path, "statamic", text, file)
        kind = reading.schema.types["opening"]
        assert [each.name for each in kind.fields] == ["heading", "tone", "wide", "photo", "words"]
        assert kind.fields[0].label == "Heading"

    def test_the_other_components_are_used(self, tmp_path):
        reading = self.broken(tmp_path, "bookshop", BROKEN["bookshop"][1])
        assert set(reading.schema.types) == {"opening"}

    def test_other_schemas_are_used(self, tmp_path):
        root = shutil.copytree(SITES / "decap", tmp_path / "site")
        shutil.copy(SITES / "pages-cms/.pages.yml", root)
        (root / "static/admin/config.yml").write_text("a: [")
        reading = read_schemas(root)
        assert list(reading.broken) == ["static/admin/config.yml"]
        assert reading.schema.lists[("parts",)][0] == "_block"

    @pytest.mark.parametrize(
        ("file", "text"),
        [
            ("admin/config.yml", "#" * 500_001),
            ("tina/tina-lock.json", " " * 8_000_001),
            ("tina/config.ts", " " * 1_000_001),
        ],
    )
    def test_a_large_file_is_left_out(self, tmp_path, file, text):
        (tmp_path / file).parent.mkdir()
        (tmp_path / file).write_text(text)
        reading = read_schemas(tmp_path)
        assert "larger than" in str(reading.broken[file])

    @pytest.mark.parametrize("name", ENDLESS)
    def test_what_never_ends_is_left_out(self, tmp_path, name, monkeypatch):
        file, text = ENDLESS[name]
        monkeypatch.setattr(schema_files, "MAX_FIELDS", 2_000)
        (tmp_path / file).parent.mkdir()
        (tmp_path / file).write_text(text)
        reading = read_schemas(tmp_path)
        assert reading.schema is None
        assert list(reading.broken) == [file]

    @pytest.mark.parametrize("text", ["", "1", "[1]", "null", "{}", "- a", "a: 1\ncollections: 5"])
    @pytest.mark.parametrize(
        "file",
        ["admin/config.yml", ".pages.yml", "cloudcannon.config.yml", "stackbit.yaml",
         "resources/blueprints/collections/a/a.yaml", "components/a/a.bookshop.yml"],
    )  # fmt: skip
    def test_what_says_nothing_is_no_error(self, tmp_path, file, text):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(text)
        reading = read_schemas(tmp_path)
        assert (reading.schema, reading.broken) == (None, {})

    @pytest.mark.parametrize(
        "text",
        ["", "export default 1", "export default config()", "export default unknown", "const a = 1",
         "export default config({collections: 1, schema: 1, contentSources: [1, new A(2)]})",
         "export default config({collections: {a: 1, b: f(2), c: f({schema: 3})}})",
         "export const collections = {a: f({schema: z.object(1)}), b: g(), c: f({schema: 5})}"],
    )  # fmt: skip
    @pytest.mark.parametrize(
        "file",
        ["tina/config.ts", "keystatic.config.ts", "stackbit.config.ts", "src/content.config.ts",
         ".stackbit/models/a.ts", "cloudcannon.config.js", "components/a/a.bookshop.js"],
    )  # fmt: skip
    def test_a_script_that_says_nothing_is_no_error(self, tmp_path, file, text):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(text)
        reading = read_schemas(tmp_path)
        assert (reading.schema, reading.broken) == (None, {})


class TestSeveral:
    def test_the_more_specific_one_comes_first(self, tmp_path):
        root = shutil.copytree(SITES / "astro", tmp_path / "site")
        shutil.copytree(SITES / "pages-cms", root, dirs_exist_ok=True)
        schema = read_schemas(root).schema
        kind = schema.types["fares"]
        assert kind.label == "Price list"
        assert [each.label for each in kind.fields] == ["Big words", "Rows"]
        assert schema.lists[("parts",)][:2] == ("_block", "_template")
        assert "kind" in schema.lists[("parts",)]
        assert not schema.complete
        assert len(schema.pages) == 2

    def test_the_others_complete_it(self, tmp_path):
        root = shutil.copytree(SITES / "decap", tmp_path / "site")
        text = (root / "static/admin/config.yml").read_text()
        more = text.replace("name: wide", "name: deep").replace("label: Photo", "label: Picture")
        (root / "static/admin/config.yml").write_text(more)
        shutil.copy(SITES / "pages-cms/.pages.yml", root)
        first = root / ".pages.yml"
        first.write_text(
            first.read_text().replace("label: Photo, ", "").replace("default: calm", "")
        )
        kind = read_schemas(root).schema.types["opening"]
        fields = {each.name: each for each in kind.fields}
        assert list(fields) == ["heading", "tone", "wide", "photo", "words", "deep"]
        assert (fields["photo"].label, fields["tone"].default) == ("Picture", "calm")
        assert kind.defaults == {"tone": "calm", "deep": False}

    def test_one_that_describes_no_lists_does_not_count_for_their_completeness(self, tmp_path):
        root = shutil.copytree(SITES / "decap", tmp_path / "site")
        shutil.copytree(SITES / "astro/src", root / "src")
        config = root / "src/content.config.ts"
        config.write_text(config.read_text().replace("parts: z", "none: z").replace("z.array", "g"))
        assert read_schemas(root).schema.complete
