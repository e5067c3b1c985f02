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


@pytest.mark.parametrize(
    ("words", "weight"),
    [
        ("thin", 100), ("hairline", 100), ("extralight", 200), ("ultralight", 200), ("light", 300),
        ("regular", 400), ("normal", 400), ("book", 400), ("roman", 400), ("medium", 500),
        ("semibold", 600), ("demibold", 600), ("bold", 700), ("extrabold", 800),
        ("ultrabold", 800), ("black", 900), ("heavy", 900), ("", 400), ("100", 100), ("900", 900),
    ],
)  # fmt: skip
@pytest.mark.parametrize(("slant", "italic"), [("", False), ("Italic", True), ("Oblique", True)])
def test_words_for_cuts(tmp_path, words, weight, slant, italic):
    (tmp_path / f"Jost-{words.title()}{slant}.TTF").write_bytes(b"")
    address = f"/Jost-{words.title()}{slant}.TTF"
    assert font_files(tmp_path, "jost") == (FontFile(address, "truetype", weight, italic),)


@pytest.mark.parametrize("name", ["Jost-Mono", "Jost-99", "Jost-901", "Jost-1000", "NotJost"])
def test_what_is_no_cut_of_the_family(tmp_path, name):
    (tmp_path / f"{name}.woff2").write_bytes(b"")
    assert font_files(tmp_path, "Jost") == ()


def test_of_a_cut_the_smallest_format_counts(tmp_path):
    formats = [("otf", "opentype"), ("ttf", "truetype"), ("woff", "woff"), ("woff2", "woff2")]
    for ending, kind in formats:
        (tmp_path / f"Jost.{ending}").write_bytes(b"")
        assert [font.format for font in font_files(tmp_path, "Jost")] == [kind]
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "Jost.woff2").write_bytes(b"")
    (font,) = font_files(tmp_path, "Jost")
    assert font.address == "/Jost.woff2"  # the first of two that are as good


def test_packages_bring_no_fonts_of_the_site(tmp_path):
    (tmp_path / "node_modules" / "x").mkdir(parents=True)
    (tmp_path / "node_modules" / "x" / "Jost.woff2").write_bytes(b"")
    assert font_files(tmp_path, "Jost") == ()


def test_an_upright_cut():
    assert FontFile("/a.ttf", "truetype", 400, italic=False).css("A") == (
        '@font-face{font-family:"A";font-weight:400;font-style:normal;font-display:swap;'
        'src:url("/a.ttf") format("truetype")}'
    )


def test_two_thousand_files_are_looked_at(tmp_path):
    for number in range(1999):
        (tmp_path / f"a{number}").touch()
    (tmp_path / "jost.woff2").touch()
    assert len(font_files(tmp_path, "Jost")) == 1
    (tmp_path / "b").touch()
    assert font_files(tmp_path, "Jost") == ()
