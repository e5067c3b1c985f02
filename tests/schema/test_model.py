"""Where the blocks of a page lie, and which key says what they are."""

import pytest

from designer.schema import blocks_key, type_name

PERSON = {"name": "A", "type": "person"}


@pytest.mark.parametrize(
    ("data", "key"),
    [
        ({"authors": [PERSON], "sections": [{"type": "hero"}]}, "sections"),
        ({"authors": [PERSON], "parts": [{"_template": "hero"}]}, "parts"),
        ({"authors": [PERSON], "blocks": []}, "blocks"),
        ({"rows": [PERSON, "words"]}, None),
        ({"title": "A"}, None),
    ],
)
def test_the_list_of_blocks(data, key):
    assert blocks_key(data) == key


def test_what_the_site_says_counts_most():
    data = {"tags": [PERSON], "sections": [], "blocks": [PERSON]}
    assert blocks_key(data, ("sections", "blocks")) == "sections"


def test_a_field_called_type_is_not_the_type():
    assert type_name({"type": "primary", "component": "hero-wide"}) == "hero-wide"
