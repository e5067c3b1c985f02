"""What the package hands out are values, which nobody can change."""

from tests.values import mutable_classes


def test_values_do_not_change():
    assert mutable_classes("designer.richtext") == {"BlockWriter", "SplicePlanner"}
