"""Font files that a site brings along."""

import pytest

from designer.site import FontFile, font_files


@pytest.fixture
def public(tmp_path):
    for name in (
        "fonts/SuisseIntl-Regular.woff",
        "fonts/SuisseIntl-Regular.woff2",
        "fonts/Suisse Intl Bold Italic.ttf",
        "fonts/suisse_intl-600.otf",
        "fonts/SuisseIntlMono-Regular.woff2",
        "suisseintl.otf.txt",
        "x/Other.woff2",
    ):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(b"")
    return tmp_path


def test_cuts_by_the_names_of_files(public):
    assert font_files(public, "Suisse Intl") == (
        FontFile("/fonts/SuisseIntl-Regular.woff2", "woff2", 400, italic=False),
        FontFile("/fonts/suisse_intl-600.otf", "opentype", 600, italic=False),
        FontFile("/fonts/Suisse%20Intl%20Bold%20Italic.ttf", "truetype", 700, italic=True),
    )


@pytest.mark.parametrize("family", ["", "Jost", "…"])
def test_what_the_site_has_not_got(public, family):
    assert font_files(public, family) == ()


def test_the_rule():
    assert FontFile("/a.woff2", "woff2", 700, italic=True).css("A B") == (
        '@font-face{font-family:"A B";font-weight:700;font-style:italic;font-display:swap;'
        'src:url("/a.woff2") format("woff2")}'
    )
