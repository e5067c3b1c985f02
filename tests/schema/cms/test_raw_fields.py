"""What the readers of all systems share."""

from designer.schema import Option
from designer.schema.cms.raw_fields import options_of, plain


def test_options():
    assert options_of(
        ["a", {"value": "b"}, {"id": "c", "title": "C!"}, 5, {"value": 6}, {"name": "d"}]
    ) == (
        Option("a", "A"), Option("b", "b"), Option("c", "C!"), Option("d", "d"),
    )  # fmt: skip
    assert options_of({"a": "One", "b": None}) == (Option("a", "One"), Option("b", "B"))
    assert options_of(5) == ()


def test_defaults_that_are_no_plain_data():
    assert plain({"a": [1, None, object()], 2: True}) == {"a": [1, None, None], "2": True}
    shared = ["x"] * 100
    assert plain([shared] * 100)[-1] is None
