"""What we know of a type and what the site's own schema says of it become one type."""

from pathlib import Path

from designer.schema import BlockType, Field, Option, Slot, merge_types

WORDS = Field("words", "text", "Words", help="Ours.", default="a", options=(Option("x", "X"),))
TONE = Field("tone", "select", "Tone", options=(Option("calm", "Calm"),))
OURS = BlockType(
    "note",
    "Note",
    help="Something small.",
    icon="pin",
    category="Text",
    fields=(WORDS, TONE, Field("style", "object", "Style", fields=(Field("side", "string", "S"),))),
    slots=(Slot(("tailwind", "box"), "Box", "The box.", "ours"), Slot(("tailwind", "a"), "A", "a")),
    defaults={"words": "ours"},
    sample={"words": "sample"},
    folder=Path("note"),
)


def joined(theirs, ours=OURS):
    return merge_types({ours.name: ours}, {theirs.name: theirs}, {})[ours.name]


def test_who_knows_a_type_best_describes_it():
    def named(label):
        return {name: BlockType(name, f"{label} {name}") for name in label}

    types = merge_types({"a": BlockType("a", "drawn")}, named("bc"), named("cd") | named("a"))
    assert {name: kind.label for name, kind in types.items()} == {
        "a": "drawn",
        "b": "bc b",
        "c": "bc c",
        "d": "cd d",
    }


def test_what_the_site_does_not_say_stays():
    assert joined(BlockType("note", "Note")) == OURS


def test_a_label_counts_if_it_is_more_than_the_name():
    named = BlockType("note", "Sticky", fields=(Field("words", "string", "What to say"),))
    kind = joined(named)
    assert (kind.label, kind.fields[0].label) == ("Sticky", "What to say")
    ours = BlockType("note", "Our note", fields=(Field("words", "text", "Our words"),))
    kind = joined(BlockType("note", "Note", fields=(Field("words", "string", "Words"),)), ours)
    assert (kind.label, kind.fields[0].label) == ("Our note", "Our words")


def test_fields_keep_our_kind_and_order_and_take_the_sites_words():
    theirs = BlockType(
        "note",
        "Note",
        fields=(
            Field("more", "boolean", "More"),
            Field("tone", "string", "Tone", options=(Option("loud", "Loud"),), help="Theirs."),
            Field("words", "string", "Words", options=(Option("y", "Y"),), default=""),
        ),
        defaults={"words": "theirs"},
    )
    kind = joined(theirs)
    assert kind.fields == (
        Field("words", "text", "Words", help="Ours.", default="", options=WORDS.options),
        Field("tone", "select", "Tone", help="Theirs.", options=(Option("loud", "Loud"),)),
        OURS.fields[2],
        Field("more", "boolean", "More"),
    )
    assert (kind.defaults, kind.sample) == ({"words": "theirs"}, {"words": "sample"})


def test_inner_fields_are_joined_too():
    theirs = Field(
        "style", "object", "Style", fields=(Field("up", "string", "Up"), Field("side", "a", "Left"))
    )
    (style,) = joined(BlockType("note", "Note", fields=(theirs,))).fields[2:]
    assert [(each.name, each.type, each.label) for each in style.fields] == [
        ("side", "string", "Left"),
        ("up", "string", "Up"),
    ]


def test_our_slots_stay_and_take_a_control_where_they_have_none():
    theirs = BlockType(
        "note",
        "Note",
        slots=(
            Slot(("tailwind", "new"), "New", "new", "theirs"),
            Slot(("tailwind", "box"), "Their box", "Theirs.", "theirs"),
            Slot(("tailwind", "a"), "Their a", "Theirs.", "theirs"),
            Slot(("style", "side"), "Side", "a field of ours"),
            Slot(("words",), "Words", "a field of ours"),
        ),
    )
    assert joined(theirs).slots == (
        OURS.slots[0],
        Slot(("tailwind", "a"), "A", "a", "theirs"),
        theirs.slots[0],
    )


def test_a_field_of_the_site_where_we_have_a_slot_is_left_out():
    inner = (Field("box", "string", "Box"), Field("glow", "string", "Glow"))
    theirs = BlockType(
        "note",
        "Note",
        fields=(
            Field("tailwind", "object", "Tailwind", fields=inner),
            Field("list", "list", "List", fields=inner),
        ),
    )
    tailwind, listed = joined(theirs).fields[3:]
    assert [field.name for field in tailwind.fields] == ["glow"]
    assert listed.fields == inner
