"""The documents of a whole site fall into what frames its pages, and the theme."""

from designer.schema import header_part, in_theme, theme_part


def names(kind):
    return {field.name for field in kind.fields} | {slot.path[0] for slot in kind.slots}


def test_in_the_first_generation_the_global_document_holds_both():
    assert {"logo", "nav", "siteUrl", "favicon"} == names(header_part("g1"))
    assert {"colors", "fonts", "sizeLeading", "desktopWidth", "buttons"} == names(theme_part("g1"))
    assert in_theme("links", "g1")


def test_in_the_second_generation_the_theme_is_a_document():
    assert {"logo", "nav", "footerNav", "theme"} <= names(header_part("g2"))
    assert {"colors", "typo", "buttons"} <= names(theme_part("g2"))
    assert not in_theme("colors", "g2")


def test_a_plain_site_has_no_theme_that_we_know():
    assert theme_part("plain") is None
