"""One value of a JSON object that is itself a text."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from designer.document import json_object, with_json_value

ORDER = ("family", "size", "lineHeight", "margin")


def test_the_rest_stays_as_it_is_written():
    text = '{ "family" : "A:wght@400",  "odd":[1, {"x":"}"}] , "size":"16"}'
    assert with_json_value(text, "size", "18") == text.replace('"16"', '"18"')
    assert with_json_value(text, "family", 'B"ü') == text.replace('"A:wght@400"', '"B\\"ü"')


def test_a_key_that_is_missing_comes_where_it_belongs():
    text = '{"family":"A","margin":"2"}'
    assert with_json_value(text, "size", "9", ORDER) == '{"family":"A","size":"9","margin":"2"}'
    text = '{"size": "1", "margin": "2"}'
    assert with_json_value(text, "family", "A", ORDER) == (
        '{"family": "A", "size": "1", "margin": "2"}'
    )
    assert with_json_value("{ }", "size", "1", ORDER) == '{"size":"1"}'
    assert with_json_value("", "size", "1", ORDER) == '{"size":"1"}'
    assert with_json_value(" ", "ü", "ö") == '{"ü":"ö"}'
    assert with_json_value('{"a": "b"}', "ü", "ö") == '{"a": "b","ü": "ö"}'


def test_a_number_stays_one_where_it_can():
    assert with_json_value('{"size":16}', "size", "17.5") == '{"size":17.5}'
    assert with_json_value('{"size":16}', "size", "") == '{"size":""}'


def test_what_is_no_object():
    for text in ("", "x", "[1]", '{"a":1', '{"a":1,"a":2}'):
        assert json_object(text) is None


plain = st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=5)
values = st.recursive(plain, lambda inner: st.lists(inner, max_size=2), max_leaves=3)


@given(
    st.dictionaries(st.text(max_size=4), values, max_size=5),
    st.sampled_from([None, 1]),
    st.text(max_size=4),
    st.text(max_size=4),
)
def test_any_object(data, indent, key, value):
    text = json.dumps(data, indent=indent)
    after = json_object(with_json_value(text, key, value, ORDER))
    assert after is not None
    was_number = isinstance(data.get(key), int) and not isinstance(data.get(key), bool)
    assert str(after[key]) == value if was_number else after[key] == value
    assert {**after, key: None} == {**json_object(text), key: None}
