"""What a kind of site has besides blocks: header, theme, page."""

from designer.families import default_variant


def names(kind):
    return {field.name for field in kind.fields} | {slot.path[0] for slot in kind.slots}


def parts(family):
    return default_variant(family).site_parts


def test_in_the_family_g1_the_global_document_holds_header_and_theme():
    first = parts("g1")
    assert names(first.header) == {"logo", "nav", "siteUrl", "favicon"}
    assert names(first.theme) == {"colors", "fonts", "sizeLeading", "desktopWidth", "buttons"}
    assert first.in_theme("links")
    assert not first.in_theme("nav")
    assert not first.has_theme_document


def test_in_the_family_g2_the_theme_is_a_document():
    second = parts("g2")
    assert {"logo", "nav", "footerNav", "theme"} <= names(second.header)
    assert {"colors", "typo", "buttons"} <= names(second.theme)
    assert second.has_theme_document
    assert not second.in_theme("colors")


def test_fields_of_other_variants_are_left_out():
    background = next(f for f in parts("g2").page.fields if f.name == "background")
    inside = [field.name for field in background.fields]
    assert len(inside) == len(set(inside))


def test_a_plain_site_has_no_theme_that_we_know():
    plain = parts("plain")
    assert plain.theme is None
    assert not plain.in_theme("colors")


def test_keys_of_the_theme_in_a_global_document():
    first = parts("g1")
    theme = {"colors", "fonts", "sizeLeading", "buttons", "links", "desktopWidth"}
    assert all(first.in_theme(key) for key in theme)
    assert not any(first.in_theme(key) for key in ("logo", "siteUrl", "favicon", "theme"))
    assert names(first.theme) <= theme
    assert {slot.path[0] for slot in first.header.slots} == {"logo", "nav"}
    assert {slot.path[0] for slot in first.theme.slots} <= theme


def test_the_page_of_a_family():
    first = parts("g1")
    assert first.page.name == first.header.name == "_g1"
    assert [field.name for field in first.page.fields] == ["draft", "meta"]
    assert parts("plain").page is None
    assert not parts("plain").has_theme_document
