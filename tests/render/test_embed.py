"""The files that a page names are put inside it; everything else stays as it was."""

import time

import pytest

from designer.render import embed_files


def embedded(markup):
    """The page with its data addresses made readable: ``{address}``."""
    return embed_files(markup, lambda address, w, h: ("a/b", address.encode()) if address else None)


def data(address):
    return embed_files(f'<img src="{address}">', lambda *_: ("a/b", address.encode()))[10:-2]


@pytest.mark.parametrize(
    "markup",
    [
        "<h1>Use url(/img/red.png) in your CSS</h1>",
        "<code>background: url(&quot;/a.png&quot;)</code>",
        '<pre>&lt;img src="/a.png"></pre>',
        '<p title="url(/a.png)" data-src="/a.png" alt="<img src=/a.png>">src="/a.png"</p>',
        "<!-- <img src='/a.png'> url(/b.png) -->",
        '<script>let a = "<img src=/a.png>", b = "url(/b.png)";</script>',
        '<img src="data:image/png;base64,AAAA" SRC=""><use href="#a"/><a href="/a.png">x</a>',
        "<style>/* url(/a.png) */ a::after{content:'url(/b.png)'} b{fill:url(#c)}</style>",
        '<div style="color: &quot;red&quot;; --a: &#x41">1 < 2 & 3 <',
        "<!DOCTYPE html>\r\n<p>\n<br/>\n&copy &amp;<b\n class = x >\n</b\n>",
    ],
)
def test_what_names_no_file_stays_byte_for_byte(markup):
    assert embedded(markup) == markup


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ('<img alt="a > b" src="/a.png">', '<img alt="a > b" src="{/a.png}">'),
        ("<img src=/a.png>", '<img src="{/a.png}">'),
        ("<img src=/a.png class=x>", '<img src="{/a.png}" class=x>'),
        ("<IMG\n SRC = '/a.png'/>", '<IMG\n SRC = "{/a.png}"/>'),
        ('<img src="/a?b&amp;c">', '<img src="{/a?b&c}">'),
        ('<video poster="/a.png"></video>', '<video poster="{/a.png}"></video>'),
        ('<svg><image href="/a.png"/></svg>', '<svg><image href="{/a.png}"/></svg>'),
        ('<svg><image xlink:href="/a.png"/></svg>', '<svg><image xlink:href="{/a.png}"/></svg>'),
        ('<table background="/a.png"><td>', '<table background="{/a.png}"><td>'),
        ('<img srcset="/a.png, /b.png 2x">', '<img srcset="{/a.png}, {/b.png} 2x">'),
        ('<p style="a:url(/a.png)">', '<p style="a:url({/a.png})">'),
        ("<p style='a:URL( \"/a.png\" )'>", '<p style="a:url({/a.png})">'),
        ("<p style=a:url(/a.png)>", '<p style="a:url({/a.png})">'),
        ('<p style="a:url(&quot;/a.png&quot;)">', '<p style="a:url({/a.png})">'),
        ('<p style="a:&quot;b&quot; url(/a)">', '<p style="a:&quot;b&quot; url({/a})">'),
        ("<style>a{b:Url('/a b.png')}</style>", "<style>a{b:url({/a b.png})}</style>"),
        ("<style>a{b:url(/a.png)}</STYLE>url(/b)", "<style>a{b:url({/a.png})}</STYLE>url(/b)"),
        (
            '<style>a{b:image-set("/a.png" 1x type("image/png"), url(/b.png) 2x)}</style>',
            '<style>a{b:image-set(url({/a.png}) 1x type("image/png"), url({/b.png}) 2x)}</style>',
        ),
    ],
)
def test_what_names_a_file_holds_it(markup, expected):
    for address in ("/a.png", "/b.png", "/a b.png", "/a?b&c", "/a"):
        expected = expected.replace(f"{{{address}}}", data(address))
    assert embedded(markup) == expected


def test_sizes_are_asked_for_and_files_that_are_not_here_stay():
    asked = []
    markup = '<img width="30" height=20 src="/a"><img data-width="9" src="/b">'
    assert embed_files(markup, lambda *call: asked.append(call)) == markup
    assert asked == [("/a", 30, 20), ("/b", 0, 0)]


def test_long_pages_take_no_longer_than_their_length():
    markup = "<style>" + "a{b:url(/a)}" * 20_000 + "</style>" + "<p style='a:b' <" * 20_000
    start = time.perf_counter()
    embed_files(markup, lambda *_: ("a/b", b""))
    embed_files('<p style="image-set(' * 2_000 + "image-set((" * 2_000, lambda *_: None)
    assert time.perf_counter() - start < 5
