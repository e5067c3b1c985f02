"""The family g2: its theme document as CSS, and its fonts."""

import json
import re

import pytest

from designer.families import default_variant
from tests.scopes import scope_of

G2 = default_variant("g2")
COPY = {"family": "Roboto Mono:wght@700", "size": "18", "lineHeight": "32", "margin": "20"}
BUTTON = {"color": "text-black", "family": "Arial", "size": "16", "lineHeight": "20"}


def css_of(theme):
    return G2.theme_css(scope_of({}, {"theme": "content/themes/a.md"}, theme))


def rules(css):
    """The declarations by selector; those for phones by ``@ selector``."""
    whole, _, phone = css.partition("@media only screen and (max-width: 700px) {\n")
    found = {}
    for prefix, part in (("", whole), ("@ ", phone)):
        for selector, body in re.findall(r"(?m)^([^{}\n]+) \{ ([^{}]*) \}$", part):
            found.setdefault(prefix + selector, {}).update(
                line.split(": ", 1) for line in body.split("; ") if line
            )
    return found


def type_of(typography, label="Copy"):
    return rules(css_of({"typo": [{"label": label, "typography": json.dumps(typography)}]}))


def button(**entry):
    """The rules of one button and of its icon."""
    entry = {"label": "Primary", "typography": json.dumps(BUTTON), **entry}
    found = rules(css_of({"buttons": [entry]}))
    return found[".btn-primary"], found[".btn-primary svg"]


def test_variables():
    theme = {"desktopWidth": 1200, "linkColor": "accent2", "colors": {"grayLight": "#eee"}}
    found = dict(re.findall(r"--([\w-]+): ([^;]*);\n", css_of(theme)))
    assert found["site-width"] == "1200px"
    assert found["gray-light-color"] == "#eee"
    assert found["primary-color"] == "null"
    assert found["link-color"] == "accent2"
    assert len(found) == 2 + 10 + 1  # neither fonts nor sizes, as on the sites


def test_links_have_the_themes_colour_or_their_parents():
    selector = "h1 a, h2 a, h3 a, h4 a, .markdown a, .markdown a:not(.button)"
    assert rules(css_of({"linkColor": "accent2"}))[selector] == {"color": "var(--accent2-color)"}
    assert rules(css_of({}))[selector] == {"color": "var(--undefined-color)"}


def test_frame_and_rich_text():
    found = rules(css_of({}))
    assert found["body"]["overflow-x"] == "hidden"
    assert found["#__next"] == {
        "display": "flex", "flex-direction": "column", "position": "relative",
        "min-height": "100vh", "overflow": "clip",
    }  # fmt: skip
    assert found["#footer"]["z-index"] == "2"
    assert found[".markdown ol"] == {"list-style": "decimal", "margin-left": "2rem"}
    assert found[".markdown.items-center img"] == {"margin": "0 auto 50px"}
    assert G2.site_css == ""


def test_a_kind_of_text():
    found = type_of(COPY | {"letterSpacing": "0", "smSize": "16", "smMargin": ""})
    assert found[".mg-copy"] == {
        "font-family": '"Roboto Mono"',
        "font-weight": "700",
        "font-style": "normal",
        "font-size": "18px",
        "line-height": "32px",
        "letter-spacing": "0px",
        "margin-bottom": "20px",
    }
    assert found["@ .mg-copy"] == {"font-size": "16px"}


@pytest.mark.parametrize(
    ("family", "weight", "style"),
    [
        ("Arial", "400", "normal"),
        ("Inter:wght@300", "300", "normal"),
        ("Inter:wght@300:style@italic", "300", "italic"),
        ("Inter:wght@bold", "400", "normal"),
    ],
)
def test_weight_and_style_of_a_font(family, weight, style):
    found = type_of({"family": family})[".mg-copy"]
    assert (found["font-weight"], found["font-style"]) == (weight, style)


@pytest.mark.parametrize(
    ("label", "selector"),
    [
        ("Headline Large", ".mg-headline-large"),
        ("H1", ".mg-h1"),
        ("Größe", ".mg-größe"),
        ("Two More Words", None),  # only the first space becomes a hyphen: no class can match
        ("a.b", None),
        ("", None),
        (None, None),
    ],
)
def test_the_name_of_a_kind_of_text(label, selector):
    found = {name for name in type_of(COPY, label) if "mg-" in name}
    assert found == ({selector, f"@ {selector}"} if selector else set())


def test_a_button():
    rule, icon = button(
        fill="bg-white opacity-100",
        padding="pt-2.5 pb-2 pr-3.5 pl-0 sm:pt-9",
        primaryBorder="border-gray-light border-2",
        primaryRounded="rounded-lg",
        iconSize="28px",
    )
    assert rule == {
        "display": "inline-block",
        "color": "var(--black-color)",
        "background": "var(--white-color)",
        "font-family": '"Arial"',
        "font-weight": "400",
        "font-style": "normal",
        "font-size": "16px",
        "line-height": "20px",
        "padding": "10px 14px 8px 0px",
        "border": "2px solid var(--gray-light-color)",
        "text-align": "center",
        "border-radius": "8px",
    }
    assert icon == {"fill": "currentColor", "height": "28px"}


@pytest.mark.parametrize(
    ("entry", "name", "value"),
    [
        ({"fill": " opacity-100"}, "background", None),
        ({"fill": "from-accent1 to-gray-dark bg-gradient-to-br opacity-100"}, "background",
         "linear-gradient(135deg, var(--accent1-color), var(--gray-dark-color))"),
        ({"padding": "pt-1 pb-1 pr-1"}, "padding", None),
        ({"padding": "pt-px pb-1 pr-1 pl-1"}, "padding", None),
        ({"primaryBorder": "border-white border-b-3"}, "border-bottom",
         "3px solid var(--white-color)"),
        ({"primaryBorder": "border-white"}, "border", None),
        ({"primaryRounded": "rounded-full"}, "border-radius", "100%"),
        ({"primaryRounded": "undefined"}, "border-radius", None),
    ],
)  # fmt: skip
def test_what_a_button_says(entry, name, value):
    assert button(**entry)[0].get(name) == value


@pytest.mark.parametrize("size", [None, "undefined", "", "url(x)"])
def test_an_icon_without_a_size(size):
    assert button(iconSize=size)[1]["height"] == "16px"


def test_a_value_cannot_leave_its_declaration():
    hostile = "red;} </style><script>x</script> body{display:none}\"'\\ /;* url(("
    font = json.dumps(dict.fromkeys([*COPY, "color", "smSize"], hostile))
    entry = dict.fromkeys(
        ["fill", "padding", "primaryBorder", "primaryRounded", "iconSize"], hostile
    )
    theme = {
        "colors": {"primary": hostile},
        "desktopWidth": hostile,
        "linkColor": hostile,
        "typo": [{"label": "a", "typography": font}, {"label": hostile, "typography": font}],
        "buttons": [{"label": "a", "typography": font, **entry}],
    }
    css = css_of(theme)
    assert "<" not in css
    assert css.count("{") == css.count("}") == css_of({}).count("{") + 4
    assert css.count("(") == css.count(")")
    assert css.count('"') == 2 + 2  # the font of the text, and that of the button
    assert "'" not in css
    assert "/*" not in css


@pytest.mark.parametrize("odd", [None, 1, "x", [], {}, [1], [{}], [{"label": "a"}], [{"label": 1}]])
def test_odd_documents(odd):
    for key in ("colors", "typo", "buttons", "fonts", "linkColor", "desktopWidth"):
        assert css_of({key: odd})
        assert G2.font_links(scope_of({}, {}, {key: odd})) == ()
    for text in ("", "{", "[]", "1", '{"family": 1}', "[" * 5000):
        assert css_of({"typo": [{"label": "a", "typography": text}]})


def links(families, **fonts):
    typo = [{"label": "a", "typography": json.dumps({"family": family})} for family in families]
    buttons, typo = typo[:1], typo[1:]
    return G2.font_links(scope_of({}, {}, {"typo": typo, "buttons": buttons, "fonts": fonts}))


@pytest.mark.parametrize(
    ("families", "query"),
    [
        (["Roboto Mono:wght@700", "Arial", "Roboto Mono:wght@400", "Roboto Mono:wght@700"],
         "Roboto+Mono:wght@400&family=Roboto+Mono:wght@700"),
        (["Inter:wght@400:style@italic"], "Inter:ital,wght@1,400"),
        (["Inter:wght@400:style@normal", ""], "Inter:wght@400"),
        (['A"&b=c#'], "A%22%26b%3Dc%23"),
    ],
)  # fmt: skip
def test_fonts_from_google(families, query):
    assert links(families) == (f"https://fonts.googleapis.com/css2?family={query}&display=swap",)


def test_fonts_from_typekit():
    address = "https://use.typekit.net/abc.css"
    known = [{"fontFamily": "mine"}, "odd"]
    families = ["mine:wght@700:style@italic", "Inter"]
    assert links(["Arial"], typekitLink="") == ()
    found = links(families, typekitLink=address, typekitFonts=known)
    assert found == (address, "https://fonts.googleapis.com/css2?family=Inter&display=swap")
