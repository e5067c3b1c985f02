"""What can be added: its order, how it is found, and the pictures in samples."""

from __future__ import annotations

from pathlib import Path

from designer.schema import (
    BlockType,
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
