"""Block types are read from their folders, and every mistake in one is named."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from designer.bundled import folder
from designer.errors import SchemaError
from designer.families import default_variant
from designer.schema import (
    FIELD_TYPES,
    BlockType,
    Field,
    Option,
    Slot,
    frame_type,
    load_type,
    load_types,
    page_type,
    theme_type,
    type_for_variant,
    type_name,
)

G1, G2, PLAIN = (folder("templates") / name for name in ("_g1", "_g2", "_plain"))
OURS = load_types([folder("templates") / "g1"])
SECOND = load_types([folder("templates") / "g2"])
ALL = [*OURS.values(), *SECOND.values()]
DESCRIBED = [*ALL, frame_type(G1), frame_type(G2), page_type(G2), theme_type(G2)]

SLOTS_OF_TAILWIND_FEATURE = [
    "section", "wrap", "imageWrap", "image", "contentWrap", "content", "label", "headline",
    "subhead", "text", "buttons", "button",
]  # fmt: skip


@pytest.fixture
def describe(tmp_path):
    """Writes a type folder and reads it."""

    def write(text, name="note", template=True):
        place = tmp_path / name
        place.mkdir(exist_ok=True)
        (place / "block.yaml").write_text(text, encoding="utf-8")
        if template:
            (place / "template.html").write_text("<section></section>", encoding="utf-8")
        return place

    return write


def fields_of(kind):
    return {field.name: field for field in kind.fields}


def place_of(kind):
    return f"{kind.folder.parent.name}/{kind.name}"


def test_ours_are_all_there():
    assert set(OURS) == {
        "tailwindFeature", "tailwindCards", "feature", "banner", "photoCards", "textCards", "embed",
        "hero", "cta", "rule", "video", "schedule", "speakerCards",
    }  # fmt: skip
    assert set(SECOND) == {
        "feature", "cards", "accordion", "accordian", "carousel", "video", "tailwindFeature",
        "tailwindCards", "embed",
    }  # fmt: skip


def test_tailwind_feature_has_its_twelve_slots_and_its_background():
    paths = [slot.path for slot in OURS["tailwindFeature"].slots]
    assert [path[1] for path in paths if path[0] == "tailwind"] == SLOTS_OF_TAILWIND_FEATURE
    assert ("background", "fillStyles") in paths


def test_tailwind_feature_has_its_fields():
    fields = fields_of(OURS["tailwindFeature"])
    assert list(fields) == [
        "label", "headline", "subhead", "body", "buttons", "image", "background", "navigationLabel",
    ]  # fmt: skip
    assert fields["body"].type == "markdown"
    assert [field.name for field in fields["buttons"].fields] == ["label", "link"]
    assert [field.type for field in fields["image"].fields] == ["image", "string"]


def test_tailwind_feature_starts_as_the_sites_own_editor_starts_it():
    defaults = OURS["tailwindFeature"].defaults
    assert defaults["headline"] == "This is the main headline"
    assert set(defaults["tailwind"]) == set(SLOTS_OF_TAILWIND_FEATURE) - {"button"}
    assert set(defaults["tailwind"].values()) == {""}


@pytest.mark.parametrize("kind", DESCRIBED, ids=place_of)
def test_everything_has_words_for_a_person(kind):
    assert kind.label
    assert kind.help
    assert (folder("resources") / "icons" / f"{kind.icon}.svg").is_file()
    assert kind.category
    for slot in kind.slots:
        assert slot.label
        assert slot.element.endswith(".")

    def look(fields):
        for field in fields:
            assert field.type in FIELD_TYPES
            assert field.label
            assert field.label != field.name
            look(field.fields)

    look(kind.fields)


@pytest.mark.parametrize("kind", ALL, ids=place_of)
def test_there_is_a_sample_for_the_gallery(kind):
    assert kind.sample


@pytest.mark.parametrize("kind", DESCRIBED, ids=place_of)
def test_select_defaults_are_choices(kind):
    def look(fields):
        for field in fields:
            if field.type == "select" and field.default is not None:
                assert field.default in {option.value for option in field.options}
            look(field.fields)

    look(kind.fields)


def test_the_family_g2_starts_as_the_sites_own_editor_starts_it():
    assert SECOND["feature"].defaults["style"]["featureContent"] == "w-1/2 min-h-0 text-left"
    assert SECOND["cards"].defaults["cardStyle"]["grid"] == "grid-cols-3 justify-start gap-6"
    assert len(SECOND["carousel"].defaults["items"]) == 3
    assert SECOND["accordion"].defaults["cardStyle"]["borderStyles"] == "border-gray border-1"


def test_the_older_name_of_the_accordion_is_the_same_type():
    old, new = SECOND["accordian"], SECOND["accordion"]
    assert (old.fields, old.slots, old.defaults) == (new.fields, new.slots, new.defaults)
    assert old.label != new.label
    texts = [(kind.folder / "template.html").read_text("utf-8") for kind in (old, new)]
    assert texts[0] == texts[1]


def test_what_a_family_has_besides_blocks():
    assert list(fields_of(page_type(G1))) == ["draft", "meta"]
    assert page_type(PLAIN) is None
    assert theme_type(G1) is None
    assert list(fields_of(page_type(G2))) == ["background", "meta"]
    theme = fields_of(theme_type(G2))
    assert [field.name for field in theme["typo"].fields] == ["label", "typography"]
    assert len(theme["colors"].fields) == len(theme["linkColor"].options) == 10


def test_a_description_of_ones_own(describe):
    kind = load_type(
        describe("""
label: Note
help: Something small.
icon: pin
category: Mine
parts: [anchor]
fields:
  tone:
    type: select
    label: Tone
    default: calm
    options: {calm: Calm, loud: Loud}
  lines:
    type: list
    label: Lines
    item_label: Line
slots:
  classes.box: {label: Box, element: The box around it.}
defaults:
  tone: loud
  lines: [a]
  classes: {box: p-4}
""")
    )
    fields = fields_of(kind)
    assert (kind.name, kind.label, kind.icon, kind.category) == ("note", "Note", "pin", "Mine")
    assert list(fields) == ["navigationLabel", "tone", "lines"]
    assert fields["tone"].options == (Option("calm", "Calm"), Option("loud", "Loud"))
    assert fields["lines"].item_label == "Line"
    assert kind.slots[0].path == ("classes", "box")
    assert kind.defaults == {"tone": "loud", "lines": ["a"], "classes": {"box": "p-4"}}


def test_own_fields_of_an_object_join_those_of_a_part(describe):
    kind = load_type(
        describe("""
label: Note
parts: [order]
fields:
  style:
    type: object
    label: Look
    fields:
      tone: {type: string, label: Tone}
""")
    )
    (style,) = kind.fields
    assert [field.name for field in style.fields] == ["contentOrder", "tone"]
    assert style.label == "Look"


def test_a_type_may_be_like_another(describe):
    describe("label: Note\nicon: pin\nfields: {a: {type: text, label: A}}", name="note")
    kind = load_type(describe("like: note\nlabel: Memo", name="memo"))
    assert (kind.name, kind.label, kind.icon) == ("memo", "Memo", "pin")
    assert list(fields_of(kind)) == ["a"]


def test_a_part_may_be_for_some_variants_only(describe):
    kind = load_type(describe("label: Note\nparts: [texts, {image: {tone: [loud, calm]}}]"))
    names = {
        tone: list(fields_of(type_for_variant(kind, {"tone": tone}))) for tone in ("loud", "soft")
    }
    assert names["loud"] == ["label", "headline", "subhead", "body", "image"]
    assert type_for_variant(kind, {"tone": "soft"}).fields[-1].fields == ()


def test_shared_options(describe):
    kind = load_type(describe("label: Note\nfields: {a: {type: select, label: A, options: icons}}"))
    (field,) = kind.fields
    assert Option("github", "GitHub") in field.options
    assert len(field.options) == 28


def test_a_type_has_the_fields_of_its_variant(describe):
    kind = load_type(
        describe("""
label: Note
fields:
  always: {type: string, label: Always}
  never: {type: string, label: Never, when: {tone: loud, size: big}}
  lines:
    type: list
    label: Lines
    fields:
      one: {type: string, label: One, when: {tone: calm}}
      two: {type: string, label: Two, when: {tone: [loud, calm]}}
      three: {type: string, label: Three, when: {mood: good}}
""")
    )
    fields = fields_of(type_for_variant(kind, {"tone": "loud", "size": "small"}))
    assert list(fields) == ["always", "lines"]
    assert [field.name for field in fields["lines"].fields] == ["two"]
    assert list(fields_of(kind)) == ["always", "never", "lines"]


@pytest.mark.parametrize("kind", ALL, ids=place_of)
def test_fields_depend_on_axes_that_there_are(kind):
    axes = default_variant(kind.folder.parent.name).axes

    def look(fields):
        for field in fields:
            assert set(field.when) <= set(axes)
            look(field.fields)

    look(kind.fields)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("label: [", "cannot be read"),
        ("like: memo", "no type “memo” beside it"),
        ("like: ../note/note", "beside it"),
        ("like: 1", "beside it"),
        ("label: a\nfields: {b: {type: select, label: B, options: odd}}", "no shared options"),
        ("label: a\nfields: {b: {type: select, label: B, options: ../a}}", "no shared options"),
        ("- a", "must hold a mapping"),
        ("help: x", "needs a text as “label”"),
        ("label: ''", "needs a text as “label”"),
        ("label: a\ncolour: b", "unknown key “colour”"),
        ("label: a\nparts: texts", "parts must be a list"),
        ("label: a\nparts: [nothing]", "no shared part “nothing”"),
        ("label: a\nparts: [{texts: loud}]", "parts.when must be a mapping"),
        ("label: a\nparts: [{}]", "no shared part"),
        ("label: a\nparts: [../_parts/texts]", "no shared part"),
        ("label: a\nfields: [a]", "fields must be a mapping"),
        ("label: a\nfields: {1: {}}", "fields must be a mapping"),
        ("label: a\nfields: {b: {type: strange, label: B}}", "unknown type “strange”"),
        ("label: a\nfields: {b: {type: string}}", "fields.b needs a text as “label”"),
        ("label: a\nfields: {b: {type: string, label: B, size: 1}}", "unknown key “size”"),
        ("label: a\nfields: {b: {type: select, label: B}}", "a select needs them"),
        ("label: a\nfields: {b: {type: text, label: B, options: {c: C}}}", "belong to a select"),
        ("label: a\nfields: {b: {type: select, label: B, options: {c: 1}}}", "needs words"),
        ("label: a\nfields: {b: {type: object, label: B}}", "an object needs fields"),
        (
            "label: a\nfields: {b: {type: text, label: B, fields: {c: {type: text, label: C}}}}",
            "only an object or a list",
        ),
        ("label: a\nfields: {b: {type: text, label: B, when: x}}", "fields.b.when must be"),
        ("label: a\nslots: {b: {label: B}}", "needs a text as “element”"),
        ("label: a\nslots: {b..c: {label: B, element: C}}", "names with dots"),
        ("label: a\nparts: [texts]\nslots: {label: {label: B, element: C}}", "a field lies"),
        ("label: a\nparts: [texts]\nslots: {body.x: {label: B, element: C}}", "a field lies"),
        ("label: a\ndefaults: {b: 1}", "defaults.b is neither a field nor a slot"),
        ("label: a\nparts: [links]\nsample: {buttons: [{size: 1}]}", "sample.buttons.size"),
        ("label: a\nparts: [tailwind]\nsample: {tailwind: {size: 1}}", "sample.tailwind.size"),
        ("label: a\ndefaults: text", "defaults must be a mapping"),
    ],
)
def test_mistakes_are_named_with_their_file(describe, text, reason):
    place = describe(text)
    with pytest.raises(SchemaError) as caught:
        load_type(place)
    assert reason in str(caught.value)
    assert f"{place.name}/block.yaml: " in str(caught.value)
    assert str(place) not in str(caught.value)


def test_a_type_needs_a_template(describe):
    with pytest.raises(SchemaError, match=r"no template\.html beside it"):
        load_type(describe("label: a", template=False))


def test_a_file_that_is_not_text_is_named(describe):
    place = describe("label: a")
    (place / "block.yaml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SchemaError, match=r"cannot be read: 'utf-8' codec can't decode byte"):
        load_type(place)


def test_later_folders_win(describe, tmp_path):
    describe("label: Mine", name="banner")
    kinds = load_types([folder("templates") / "g1", tmp_path])
    assert kinds["banner"].label == "Mine"
    assert kinds["feature"] == OURS["feature"]


def test_a_broken_type_does_not_take_the_others_with_it(describe, tmp_path):
    describe("label: Good", name="good")
    describe("nonsense: 1", name="bad")
    errors = []
    assert set(load_types([tmp_path], errors)) == {"good"}
    assert len(errors) == 1
    with pytest.raises(SchemaError):
        load_types([tmp_path])


def test_what_is_not_a_type_is_passed_over(describe, tmp_path):
    describe("label: Good", name="good")
    describe("label: Hidden", name="_parts")
    (tmp_path / "empty").mkdir()
    (tmp_path / "README.md").write_text("x")
    assert set(load_types([tmp_path, tmp_path / "missing"])) == {"good"}


def test_all_that_a_description_can_say(describe):
    kind = load_type(
        describe("""
label: " Note "
help: Something small.
icon: pin
category: Mine
fields:
  one:
    type: select
    label: One
    help: A sentence.
    default: a
    options: {a: A, b: B}
    when: {tone: loud, mood: [good, bad]}
  two: {type: list, label: Two, item_label: Line, fields: {x: {type: number, label: X}}}
  three: {type: words, label: Three, control: padding}
  four: {type: typography, label: Four, options: {a: A}}
slots:
  classes.box: {label: Box, element: The box., control: padding}
  plain: {label: Plain, element: All.}
defaults: {one: a, two: [{x: 1}], plain: "", classes: {box: p-4}}
sample: {one: b}
""")
    )
    assert kind == BlockType(
        name="note",
        label="Note",
        help="Something small.",
        icon="pin",
        category="Mine",
        fields=(
            Field(
                "one",
                "select",
                "One",
                help="A sentence.",
                options=(Option("a", "A"), Option("b", "B")),
                default="a",
                when={"tone": ("loud",), "mood": ("good", "bad")},
            ),
            Field(
                "two", "list", "Two", fields=(Field("x", "number", "X", when={}),),
                item_label="Line", when={},
            ),
            Field("three", "words", "Three", control="padding", when={}),
            Field("four", "typography", "Four", options=(Option("a", "A"),), when={}),
        ),
        slots=(
            Slot(("classes", "box"), "Box", "The box.", "padding"),
            Slot(("plain",), "Plain", "All.", ""),
        ),
        defaults={"one": "a", "two": [{"x": 1}], "plain": "", "classes": {"box": "p-4"}},
        sample={"one": "b"},
        folder=kind.folder,
    )  # fmt: skip


def test_a_short_description(describe):
    place = describe("label: Note")
    assert load_type(place) == BlockType("note", "Note", folder=place)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("label: [\n", "cannot be read: line 2, column 1: "),
        (
            "label: a\ncolour: b",
            (
                "the block type has the unknown key “colour” (known: category, defaults, "
                "fields, help, icon, label, like, parts, sample, slots)."
            ),
        ),
        (
            "label: a\nslots: {b: {size: 1}}",
            "slots.b has the unknown key “size” (known: control, element, label).",
        ),
        (
            "label: a\nfields: {b: {size: 1}}",
            (
                "fields.b has the unknown key “size” (known: control, default, fields, help, "
                "item_label, label, options, type, when)."
            ),
        ),
        (
            "label: a\nfields: {b: {type: x, label: B}}",
            (
                "fields.b has the unknown type “x” (known: boolean, button, color, "
                "date, html, image, link, list, markdown, number, object, select, string, "
                "text, typography, words)."
            ),
        ),
        ("label: 1", "the block type needs a text as “label”."),
        ("label: a\nhelp: 1", "the block type needs a text as “help”."),
        ("label: a\nicon: 1", "the block type needs a text as “icon”."),
        ("label: a\ncategory: 1", "the block type needs a text as “category”."),
        ("label: a\nfields: {b: {label: B}}", "fields.b needs a text as “type”."),
        (
            "label: a\nfields: {b: {type: text, label: B, help: 1}}",
            "fields.b needs a text as “help”.",
        ),
        (
            "label: a\nfields: {b: {type: list, label: B, item_label: 1}}",
            "fields.b needs a text as “item_label”.",
        ),
        (
            "label: a\nfields: {b: {type: words, label: B, control: 1}}",
            "fields.b needs a text as “control”.",
        ),
        (
            "label: a\nfields: {b: {type: text, label: B, control: c}}",
            "fields.b: a control belongs to words, and words need one.",
        ),
        (
            "label: a\nfields: {b: {type: words, label: B}}",
            "fields.b: a control belongs to words, and words need one.",
        ),
        (
            "label: a\nfields: {b: {type: list, label: B, fields: {c: 1}}}",
            "fields.b.fields.c must be a mapping of names.",
        ),
        (
            "label: a\nfields: {b: {type: select, label: B, options: [c]}}",
            "fields.b.options must be a mapping of names.",
        ),
        (
            "label: a\nfields: {b: {type: select, label: B, options: {c: 1}}}",
            "fields.b.options: “c” needs words to show.",
        ),
        ("label: a\nslots: [b]", "slots must be a mapping of names."),
        ("label: a\nslots: {b: 1}", "slots.b must be a mapping of names."),
        ("label: a\nslots: {b: {element: B}}", "slots.b needs a text as “label”."),
        (
            "label: a\nslots: {b: {label: B, element: B, control: 1}}",
            "slots.b needs a text as “control”.",
        ),
        ("label: a\nsample: [b]", "sample must be a mapping of names."),
        ("label: a\nparts: {a: b}", "parts must be a list of names."),
        ("label: a\nparts: [[texts]]", "there is no shared part “['texts']”."),
        (
            "label: a\nparts: [texts]\nslots: {body.x: {label: B, element: C}}",
            "slots.body.x: a field lies at this path already.",
        ),
        (
            "label: a\nparts: [image]\nslots: {image.src: {label: B, element: C}}",
            "slots.image.src: a field lies at this path already.",
        ),
        (
            "label: a\nfields: {b: {type: text, label: B}}\ndefaults: {b: 1, c: {d: 1}}",
            "defaults.c is neither a field nor a slot of the type.",
        ),
        (
            "label: a\nslots: {b.c.d: {label: B, element: C}}\nsample: {b: {c: {e: 1}}}",
            "sample.b.c.e is neither a field nor a slot of the type.",
        ),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(describe, text, sentence):
    place = describe(text)
    with pytest.raises(SchemaError) as caught:
        load_type(place)
    assert str(caught.value).startswith(f"{place.parent.name}/note/block.yaml: {sentence}")


def test_a_slot_may_lie_beside_the_fields_of_an_object(describe):
    kind = load_type(describe("label: a\nparts: [image]\nslots: {image.x: {label: B, element: C}}"))
    assert ("image", "x") in {slot.path for slot in kind.slots}


def test_own_slots_and_fields_take_the_place_of_those_of_a_part(describe):
    kind = load_type(
        describe("""
label: Note
parts: [texts, tailwind]
fields: {headline: {type: text, label: Mine}}
slots: {tailwind.section: {label: Mine, element: Mine.}}
""")
    )
    fields, slots = fields_of(kind), {slot.path: slot for slot in kind.slots}
    assert list(fields)[:2] == ["label", "headline"]
    assert (fields["headline"].type, fields["headline"].label) == ("text", "Mine")
    assert slots["tailwind", "section"].label == "Mine"
    assert next(iter(slots)) == ("tailwind", "section")


def test_two_fields_of_one_name_for_other_variants_stay_both(describe):
    kind = load_type(
        describe("""
label: Note
parts: [{image: {tone: loud}}, {image: {tone: calm}}, {image: {tone: calm}}]
""")
    )
    (image,) = kind.fields
    assert [(field.name, field.when) for field in image.fields] == [
        ("src", {"tone": ("loud",)}),
        ("alt", {"tone": ("loud",)}),
        ("src", {"tone": ("calm",)}),
        ("alt", {"tone": ("calm",)}),
    ]


def test_a_folder_is_a_type_if_it_is_described_and_not_hidden(describe, tmp_path):
    describe("label: Good", name="good")
    describe("label: Hidden", name=".hidden")
    describe("label: Hidden", name="_hidden")
    (tmp_path / "bare").mkdir()
    found = load_types([tmp_path / "missing", tmp_path])
    assert {name: kind.label for name, kind in found.items()} == {"good": "Good"}


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["label", "fields", "slots", "type", "parts", "defaults", "a"]),
                inner,
                max_size=4,
            )
        ),
        max_leaves=12,
    )
)
def test_any_description_is_a_type_or_a_schema_error(tmp_path_factory, raw):
    place = tmp_path_factory.mktemp("types") / "note"
    place.mkdir()
    (place / "template.html").write_text("")
    (place / "block.yaml").write_text(yaml.safe_dump(raw), encoding="utf-8")
    errors = []
    kinds = load_types([place.parent], errors)
    assert len(kinds) + len(errors) == 1
    assert all("block.yaml" in str(error) for error in errors)


@pytest.mark.parametrize(
    ("block", "name"),
    [
        ({"_template": "feature"}, "feature"),
        ({"headline": "a", "type": "hero"}, "hero"),
        ({"type": "primary", "_template": "cta"}, "cta"),
        ({"_template": 1}, None),
        ({"_template": ""}, None),
        ({}, None),
    ],
)
def test_how_blocks_name_their_type(block, name):
    assert type_name(block) == name
