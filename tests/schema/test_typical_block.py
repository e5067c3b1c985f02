"""What stays of the most typical block when a new one of its type is made from it."""

import pytest

from designer.schema.typical_block import emptied, typical_block


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("_template", "hero"), ("type", "hero"), ("layout", "split"), ("columns", "1/2"),
        ("position", "left"), ("theme", "dark"), ("background", "#fafafa"), ("icon", "BiUser"),
        ("padding", "3rem 0"), ("wrapper", "pt-4 pb-4 text-center"), ("kind", "card"),
        ("textColor", "primary"), ("aspectRatio", "16/9"), ("variant", "Dark"),
    ],
)  # fmt: skip
def test_how_a_block_looks_stays(key, value):
    assert emptied({key: value}) == {key: value}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("title", "Good morning"), ("text", "Words."), ("position", "Head of design"),
        ("theme", "Our favourite books"), ("iconText", "Read more"), ("iconLabel", "Call"),
        ("image", "/a.png"), ("href", "/about"), ("id", "pricing"), ("anchorId", "team"),
        ("name", "Ada"), ("price", "$10"), ("video", "https://youtu.be/abc"), ("icon", "/i.svg"),
        ("alignment", "We stand where you stand."),
    ],
)  # fmt: skip
def test_what_a_block_says_goes(key, value):
    assert emptied({key: value}) == {key: ""}


def test_the_shape_of_the_content_stays():
    block = {
        "tailwind": {"headline": "text-3xl", "note": "A sentence."},
        "box": {"title": "A", "wide": True, "count": 3, "align": "left"},
        "items": [{"title": "A", "size": "large"}, {"title": "B"}],
        "words": ["a", "b"],
        "none": None,
    }
    assert emptied(block) == {
        "tailwind": {"headline": "text-3xl", "note": "A sentence."},
        "box": {"title": "", "wide": True, "count": 3, "align": "left"},
        "items": [{"title": "", "size": "large"}],
        "words": [],
        "none": None,
    }


def test_the_most_typical_block_has_the_keys_that_most_have():
    blocks = [{"a": 1}, {"a": 2, "b": 2}, {"a": 3, "b": 3}, {"a": 4, "b": 4, "c": 4}]
    assert typical_block(blocks) == {"a": 2, "b": 2}
