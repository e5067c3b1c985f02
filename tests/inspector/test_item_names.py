"""Items of a list are named by what tells them apart."""

import pytest

from designer.inspector.entries.list_items import item_names


@pytest.mark.parametrize(
    ("item", "name"),
    [
        ({"stat": "12K", "type": "stars"}, "12K stars"),
        ({"number": "500+", "text": "sailors every summer"}, "500+ sailors every summer"),
        ({"title": "Pro", "price": "$10"}, "Pro"),
        ({"value": 38, "label": "boats"}, "38 boats"),
        ({"price": 25}, "25"),
        ({"title": {"text": "Hello"}}, "Hello"),
        ({"content": {"heading": "Hello"}}, "Hello"),
        ({"author": "Ruth Miller", "rating": 5}, "Ruth Miller"),
        ({"type": "Button", "label": "Go"}, "Go"),
        ({"type": "Button"}, "Card 1"),
        ({"icon": {"name": "BiUser"}, "tagline": "Every month"}, "Every month"),
        ({"url": "/img/dot.svg", "alt": ""}, "dot.svg"),
        ({"image": {"url": "/img/dot.svg"}}, "dot.svg"),
        ({"url": "/about"}, "Card 1"),
        ({"featured": True}, "Card 1"),
        ({"color": "primary"}, "Card 1"),
        (["Monday", "9:00"], "Monday"),
        ([], "Card 1"),
        ({}, "Card 1"),
        (None, "Card 1"),
    ],
)
def test_name_of_an_item(item, name):
    assert item_names([item], "Card") == [name]


def test_items_with_the_same_words_are_told_apart():
    items = [
        {"label": "Read more", "text": "About boats"},
        {"label": "Read more", "text": "About knots"},
        {"label": "Read less"},
        {"label": "Read more"},
    ]
    assert item_names(items, "Card") == [
        "Read more · About boats",
        "Read more · About knots",
        "Read less",
        "Read more",
    ]


def test_a_name_is_short():
    assert len(item_names([{"text": "long " * 40}, {"text": "long " * 40}], "Card")[0]) == 60
