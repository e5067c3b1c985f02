"""What Astro and Nuxt can say: all kinds of fields, older forms, types inside types."""

import pytest

from tests.schema.cms.shapes import page, shape, variants


class TestZod:
    def read(self, schema, text, name="src/content/config.ts"):
        return schema(**{
            name: "import {z, defineCollection as d, reference} from 'astro:content';\n"
            f"{text}\nexport const collections = {{a: d({{schema: z.object(k)}})}};"
        })  # fmt: skip

    def test_shapes(self, schema):
        found = page(self.read(schema, """
const base = z.object({left: z.string(), gone: z.string()});
const k = {
  a: z.string().min(1).describe('Help  me.'), b: z.string().url(), c: z.email(),
  d: z.coerce.date().optional(),
  e: z.number().int().default(3), f: z.boolean(), g: z.array(z.string()).default(['x']),
  h: z.enum(['p', 'q']),
  i: z.literal('one'), j: reference('a'), k: z.array(reference('b')), l: z.record(z.string()),
  m: z.object({n: z.object({o: z.date()})}).strict(), p: z.any(), q: z.string().or(z.number()),
  r: base.omit({gone: true}).extend({more: z.number()}),
  s: base.pick({left: true}).merge(z.object({t: z.iso.date()})),
  u: z.union([z.string(), z.number()]), v: z.nullable(z.string()), w: z.optional(z.number()),
  x: z.preprocess(v => v, z.boolean()), y: z.lazy(() => z.number()),
  z: z.string().meta({title: 'Zed', description: 'Last.'}),
  image: z.string(), url: z.string(), tuple: z.tuple([z.string()]), n1: z.nativeEnum({A: 'a',
  B: 'b'}),
  both: z.union([z.object({l: z.string()}), z.object({r: z.number()})]),
  fn: z.string().transform(x => x).refine(x => x),
  ...unknown,
};
"""))  # fmt: skip
        assert shape(found.values()) == {
            "a": "string", "b": "link", "c": "string", "d": "date", "e": "number", "f": "boolean",
            "g": "list", "h": "select", "i": "select", "j": "string", "k": "list", "l": "object",
            "m": ("object", {"n": ("object", {"o": "date"})}), "q": "string",
            "r": ("object", {"left": "string", "more": "number"}),
            "s": ("object", {"left": "string", "t": "date"}), "u": "string", "v": "string",
            "w": "number", "x": "boolean", "y": "number", "z": "string", "image": "image",
            "url": "link", "tuple": "list", "n1": "select", "fn": "string",
            "both": ("object", {"l": "string", "r": "number"}),
        }  # fmt: skip
        assert (found["a"].help, found["z"].label, found["z"].help) == ("Help me.", "Zed", "Last.")
        assert (found["e"].default, found["g"].default) == (3, ["x"])
        assert [each.value for each in found["h"].options] == ["p", "q"]

    @pytest.mark.parametrize(
        ("item", "key"),
        [
            ("z.discriminatedUnion('is', [x, y])", "is"),
            ("z.union([x, y])", "is"),
            (
                "z.union([x.extend({type: z.literal('b')}), y.extend({type: z.enum(['c', 'd'])})])",
                "type",
            ),
            ("z.union([x, z.object({n: z.number()})])", None),
            ("z.union([x])", None),
            ("x", None),
        ],
    )
    @pytest.mark.parametrize(
        "form", ["z.array(ITEM)", "ITEM.array().optional()", "z.lazy(() => z.array(ITEM))"]
    )
    def test_lists_of_blocks(self, schema, item, key, form):
        before = """
const x = z.object({is: z.literal('x'), words: z.string().default('w')}).describe('An x.');
const y = z.object({is: z.literal('y'), n: z.number()});
"""
        found = self.read(schema, f"{before}const k = {{parts: {form.replace('ITEM', item)}}};")
        assert {path: keys[0] for path, keys in found.lists.items()} == (
            {} if key is None else {("parts",): key}
        )
        if key == "is":
            assert (found.types["x"].help, found.types["x"].defaults) == ("An x.", {"words": "w"})
            assert shape(found.types["y"].fields) == {"n": "number"}
        elif key == "type":
            assert list(found.types) == ["b", "c", "d"]

    def test_a_shape_inside_itself(self, schema):
        found = self.read(schema, """
const block = z.discriminatedUnion('is', [
  z.object({is: z.literal('row'), inner: z.lazy(() => z.array(block))}),
  z.object({is: z.literal('end')}),
]);
const k = {parts: z.array(block)};
""")  # fmt: skip
        (inner,) = found.types["row"].fields
        assert set(variants(inner)) == {"row", "end"}

    @pytest.mark.parametrize(
        "name", ["src/content.config.mjs", "src/content/config.js", "content.config.ts"]
    )
    def test_names_of_the_file(self, schema, name):
        assert shape(self.read(schema, "const k = {a: z.date()};", name).pages[0]) == {"a": "date"}

    @pytest.mark.parametrize("method", ["extend", "merge", "safeExtend", "augment"])
    @pytest.mark.parametrize("more", ["{b: z.date()}", "z.object({b: z.date()})"])
    def test_objects_that_extend_others(self, schema, method, more):
        found = page(
            self.read(schema, f"const k = {{o: z.object({{a: z.int()}}).{method}({more})}};")
        )
        assert shape(found["o"].fields) == {"a": "number", "b": "date"}

    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("z.stringbool()", "string"), ("z.int()", "number"), ("z.bigint()", "number"),
            ("z.url()", "link"), ("z.uuid()", "string"), ("z.string().date()", "date"),
            ("z.set(z.string())", "list"), ("z.map(z.string())", "object"),
            ("z.strictObject({a: z.date()})", ("object", {"a": "date"})),
            ("z.looseObject({a: z.date()})", ("object", {"a": "date"})),
            ("z.interface({a: z.date()})", ("object", {"a": "date"})),
            ("property(z.number()).editor({input: 'icon'})", "number"),
            ("z.string().editor({input: 'media'})", "image"),
            ("z.enum(E)", "select"), ("z.xor([z.number(), z.string()])", "number"),
            ("z.intersection(z.number())", None), ("z.custom()", None), ("z.object()", "object"),
            ("z.array()", "list"), ("z.union()", None), ("z.literal(5)", "string"),
        ],
    )  # fmt: skip
    def test_other_shapes(self, schema, text, kind):
        found = self.read(schema, f"enum E {{A = 'a'}}\nconst k = {{last: z.date(), f: {text}}};")
        assert shape(found.pages[0]) == {"last": "date", **({"f": kind} if kind else {})}
