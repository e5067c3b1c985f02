"""What can be added: its order, how it is found, and the pictures in samples."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from designer.schema import (
    BlockType,
    CatalogueItem,
    Field,
    SavedBlock,
    catalogue_items,
    matching_items,
    with_images,
)

IMAGE = Field("image", "object", "Image", fields=(Field("src", "image", "Picture"),))
BEHIND = Field("background", "object", "Background", fields=(Field("src", "image", "Picture"),))
CARDS = Field("cards", "list", "Cards", fields=(IMAGE, Field("words", "string", "Words")))
HERO = BlockType("hero", "Hero", "Begins a page.", category="Text", fields=(IMAGE, BEHIND))
GRID = BlockType("grid", "Grid", "Texts in cards.", category="Cards", fields=(CARDS,))
ODD = BlockType("odd", "Odd", "A page’s odd end.")
SAVED = SavedBlock("My opening", {"_template": "hero", "headline": "Quiet"}, Path("x/my.yaml"))
TYPES = {kind.name: kind for kind in (HERO, GRID, ODD)}


def among():
    return catalogue_items(TYPES.values(), [SAVED], TYPES, "_template")


def labels(query):
    return [offer.label for offer in matching_items(among(), query)]


def test_saved_blocks_first_and_others_last():
    assert [offer.label for offer in among()] == ["My opening", "Grid", "Hero", "Odd"]


def test_found_by_label_help_category_field_and_words():
    assert labels("GRI") == ["Grid"]
    assert labels("begins page") == ["Hero"]
    assert labels("quiet") == ["My opening"]
    assert labels("words") == ["Grid"]
    assert labels("hero grid") == []


def test_the_likeliest_first():
    assert labels("o") == ["Odd", "My opening", "Hero", "Grid"]
    assert labels("card") == ["Grid"]
    assert labels("image") == ["My opening", "Grid", "Hero"]


def test_pictures_in_samples():
    grid, hero = (next(o for o in among() if o.label == name) for name in ("Grid", "Hero"))
    assert with_images(hero, "p") == {"_template": "hero", "image": {"src": "p"}}
    filled = BlockType(
        "grid", "Grid", fields=(CARDS,), sample={"cards": [{"words": "a"}, {"image": None}]}
    )
    grid = catalogue_items([filled], [], {}, "_type")[0]
    assert with_images(grid, "p")["cards"] == [
        {"words": "a", "image": {"src": "p"}},
        {"image": None},
    ]
    assert grid.sample["cards"] == [{"words": "a"}, {"image": None}]
    saved = among()[0]
    assert with_images(saved, "p") == SAVED.block


def test_a_type_as_an_offer():
    filled = BlockType(
        "note", "Note", "About.", "pin", "Text", (CARDS, Field("a", "string", "")), (),
        {"a": 1}, {"b": 2, "_type": "x"},
    )  # fmt: skip
    plain = BlockType("plain", "Plain", defaults={"a": 1})
    assert catalogue_items([filled, plain], [], {}, "_type") == [
        CatalogueItem(
            "type:note", "Note", "About.", "pin", "Text", {"b": 2, "_type": "note"},
            "note\nabout.\ntext\nnote\ncards\nimage\npicture\nwords\na", kind=filled,
        ),
        CatalogueItem(
            "type:plain", "Plain", "", "block", "Other", {"a": 1, "_type": "plain"},
            "plain\n\n\nplain", kind=plain,
        ),
    ]  # fmt: skip


def test_a_saved_block_as_an_offer():
    block = {"_template": "hero", "headline": "Quiet", "count": 3}
    saved = SavedBlock("My Opening", block, Path("x/my.yaml"), "For the top.")
    strange = SavedBlock("Odd", {"_template": "what"}, Path("odd.yaml"))
    known = {"hero": HERO}
    assert catalogue_items([], [saved, strange, SAVED], known, "_type")[:2] == [
        CatalogueItem(
            "saved:my.yaml", "My Opening", "For the top.", "block", "", block,
            "my opening\nfor the top.\nhero\ntext\nimage\npicture\nbackground\npicture\nhero\n"
            "quiet",
            saved=saved,
        ),
        CatalogueItem(
            "saved:odd.yaml", "Odd", "", "block", "", strange.block, "odd\n\nwhat", saved=strange
        ),
    ]  # fmt: skip
    hero = replace(HERO, icon="image")
    (offer,) = catalogue_items([], [SAVED], {"hero": hero}, "_type")
    assert (offer.help, offer.icon) == ("Hero", "image")


def test_types_stand_by_category_and_label_and_those_without_one_last():
    kinds = [
        BlockType("a", "B", category="Zoo"), BlockType("b", "A", category="Zoo"),
        BlockType("c", "A", category="Other"), BlockType("d", "A", category="Text"),
        BlockType("e", "0"),
    ]  # fmt: skip
    assert [offer.key[-1] for offer in catalogue_items(kinds, [], {}, "_type")] == list("dbaec")


def test_what_a_query_names_stands_first():
    kinds = [
        BlockType("a", "One", "two", fields=(Field("two", "string", "three"),)),
        BlockType("b", "Three of two"),
        BlockType("c", "Two"),
        BlockType("d", "Four", category="TWO"),
        BlockType("e", "Five", fields=(Field("two", "string", ""),)),
    ]
    among = catalogue_items(kinds, [], {}, "_type")
    assert [offer.key[-1] for offer in matching_items(among, "two")] == ["c", "b", "d", "a", "e"]
    assert [offer.key[-1] for offer in matching_items(among, "THREE  of")] == ["b"]
    assert matching_items(among, "  ") == among


def test_pictures_in_places_of_all_kinds():
    deep = Field("deep", "object", "Deep", fields=(IMAGE, Field("words", "string", "Words")))
    kind = BlockType(
        "note",
        "Note",
        fields=(
            Field("src", "image", "Picture"),
            Field("own", "image", "Picture"),
            Field("gone", "image", "Picture"),
            deep,
            replace(deep, name="out"),
            replace(deep, name="odd"),
            Field("empty", "object", "Empty", fields=(Field("words", "string", "Words"),)),
            replace(CARDS, name="cards"),
            replace(CARDS, name="text"),
            Field("plain", "list", "Plain"),
            BEHIND,
        ),
        sample={
            "own": "mine", "gone": None, "deep": {"words": "a"}, "out": None, "odd": "words",
            "cards": ["words", {}], "text": "words", "plain": [{}],
        },
    )  # fmt: skip
    (offer,) = catalogue_items([kind], [], {}, "_type")
    picture = {"image": {"src": "p"}}
    assert with_images(offer, "p") == {
        "src": "p", "own": "mine", "gone": None, "deep": {"words": "a", **picture}, "out": None,
        "odd": picture, "cards": ["words", picture], "text": "words", "plain": [{}],
        "_type": "note",
    }  # fmt: skip
