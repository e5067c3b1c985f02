"""Markdown is read as blocks and letters, each with its place and its marks."""

import pytest

from designer.richtext import CannotEdit
from tests.dialects import DIALECTS, read, to_json
from tests.richtext.shapes import shape

SHAPES = [
    (
        "g2",
        "## H *i* ##\n\nSet\n===\n\nTwo\nlines\n---\n",
        [
            "heading level='2' marker='##': '## H *i* ##'",
            "  'H *i*' = 'H ' 'i'<em *…*>",
            "heading level='1' marker='=': 'Set\\n==='",
            "  'Set' = 'Set'",
            "heading level='2' marker='-': 'Two\\nlines\\n---'",
            "  'Two\\nlines' = 'Two' ' '~'\\n' 'lines'",
        ],
    ),
    (
        "g1",
        "#\n\n###### a\\# #\n",
        [
            "heading level='1' marker='#': '#'",
            "  '' = nothing",
            "heading level='6' marker='######': '###### a\\\\# #'",
            "  'a\\\\#' = 'a' '#'='\\\\#'",
        ],
    ),
    (
        "commonmark",
        'a [b](/x "t") <http://x.y> `` c` `` ![p *q*](/r "t") ![](<s t>)\n',
        [
            'paragraph: \'a [b](/x "t") <http://x.y> `` c` `` ![p *q*](/r "t") ![](<s t>)\'',
            (
                '  \'a [b](/x "t") <http://x.y> `` c` `` ![p *q*](/r "t") ![]('
                "<s t>)' = 'a ' 'b'<link […](/x \"t\")> ' ' [opaque_inline html"
                "='<a>http://x.y</a>']='<http://x.y>' ' ' 'c`'<code `` … ``> "
                "' ' [image alt='p *q*' src='/r' title='t']='![p *q*](/r \"t\")"
                "' ' ' [image alt='' src='s%20t' title='']='![](<s t>)'"
            ),
        ],
    ),
    (
        "g1",
        "> - a\n>   b\n>\n>   1. c\n\nend\n",
        [
            "blockquote marker='> ' inner='> ': '> - a\\n>   b\\n>\\n>   1. c'",
            "  bullet_list: '- a\\n>   b\\n>\\n>   1. c'",
            "    list_item marker='- ' inner='>   ': '- a\\n>   b\\n>\\n>   1. c'",
            "      paragraph: 'a\\n>   b'",
            "        'a\\n>   b' = 'a' ' '~'\\n>   ' 'b'",
            "      ordered_list tight: '1. c'",
            "        list_item marker='1. ' inner='>      ': '1. c'",
            "          paragraph: 'c'",
            "            'c' = 'c'",
            "paragraph: 'end'",
            "  'end' = 'end'",
        ],
    ),
    (
        "commonmark",
        "> - a\n>   b\n>\n>   1. c\n>\n> ---\n>\n>d\n",
        [
            (
                "blockquote marker='> ' inner='> ': '> - a\\n>   b\\n>\\n>   1. "
                "c\\n>\\n> ---\\n>\\n>d'"
            ),
            "  bullet_list: '- a\\n>   b\\n>\\n>   1. c'",
            "    list_item marker='- ' inner='>   ': '- a\\n>   b\\n>\\n>   1. c'",
            "      paragraph: 'a\\n>   b'",
            "        'a\\n>   b' = 'a' ' '~'\\n>   ' 'b'",
            "      ordered_list order='1' tight: '1. c'",
            "        list_item marker='1. ' inner='>      ': '1. c'",
            "          paragraph: 'c'",
            "            'c' = 'c'",
            "  horizontal_rule: '---'",
            "  paragraph: 'd'",
            "    'd' = 'd'",
        ],
    ),
    (
        "commonmark",
        "- a\n\n- [x] b\n- [ ] **c**\n- [X]d\n",
        [
            "bullet_list: '- a\\n\\n- [x] b\\n- [ ] **c**\\n- [X]d'",
            "  list_item marker='- ' inner='  ': '- a'",
            "    paragraph: 'a'",
            "      'a' = 'a'",
            "  list_item marker='- ' inner='  ': '- [x] b'",
            "    paragraph: '[x] b'",
            (
                "      '[x] b' = [opaque_inline html='<input type=\"checkbox\" "
                "disabled checked> ']='[x] ' 'b'"
            ),
            "  list_item marker='- ' inner='  ': '- [ ] **c**'",
            "    paragraph: '[ ] **c**'",
            "      '[ ] **c**' = '[ ] ' 'c'<strong **…**>",
            "  list_item marker='- ' inner='  ': '- [X]d'",
            "    paragraph: '[X]d'",
            "      '[X]d' = '[X]d'",
        ],
    ),
    (
        "g2",
        "* [x] b\n",
        [
            "bullet_list tight: '* [x] b'",
            "  list_item marker='* ' inner='  ': '* [x] b'",
            "    paragraph: '[x] b'",
            "      '[x] b' = [opaque_inline]='[x] ' 'b'",
        ],
    ),
    (
        "g1",
        "- [x] b\n",
        [
            "bullet_list tight: '- [x] b'",
            "  list_item marker='- ' inner='  ': '- [x] b'",
            "    paragraph: '[x] b'",
            "      '[x] b' = '[x] b'",
        ],
    ),
    (
        "commonmark",
        "7) a\n8) b\n\n   c\n\n10) d\n",
        [
            "ordered_list order='7': '7) a\\n8) b\\n\\n   c\\n\\n10) d'",
            "  list_item marker='7) ' inner='   ': '7) a'",
            "    paragraph: 'a'",
            "      'a' = 'a'",
            "  list_item marker='8) ' inner='   ': '8) b\\n\\n   c'",
            "    paragraph: 'b'",
            "      'b' = 'b'",
            "    paragraph: 'c'",
            "      'c' = 'c'",
            "  list_item marker='10) ' inner='    ': '10) d'",
            "    paragraph: 'd'",
            "      'd' = 'd'",
        ],
    ),
    (
        "g2",
        "```js  x \na\n  b\n```\n\n~~~~\n```\n~~~~\n\n```\n```\n\n```\nopen\n",
        [
            "code_block params='js  x' marker='```': '```js  x \\na\\n  b\\n```'",
            "  'a\\n  b' = 'a\\n  b'",
            "code_block params='' marker='~~~~': '~~~~\\n```\\n~~~~'",
            "  '```' = '```'",
            "code_block params='' marker='```': '```\\n```'",
            "  '' = nothing",
            "code_block params='' marker='```': '```\\nopen'",
            "  'open' = 'open'",
        ],
    ),
    (
        "commonmark",
        "- ```\n  a\n\n  b\n  ```\n- > q\n  > r\n",
        [
            "bullet_list tight: '- ```\\n  a\\n\\n  b\\n  ```\\n- > q\\n  > r'",
            "  list_item marker='- ' inner='  ': '- ```\\n  a\\n\\n  b\\n  ```'",
            "    code_block params='' marker='```': '```\\n  a\\n\\n  b\\n  ```'",
            "      'a\\n\\n  b' = 'a\\n' '\\n'='\\n  ' 'b'",
            "  list_item marker='- ' inner='  ': '- > q\\n  > r'",
            "    blockquote marker='> ' inner='  > ': '> q\\n  > r'",
            "      paragraph: 'q\\n  > r'",
            "        'q\\n  > r' = 'q' ' '~'\\n  > ' 'r'",
        ],
    ),
    (
        "g1",
        "a\\\nb  \nc   \n",
        [
            "paragraph: 'a\\\\\\nb  \\nc'",
            ("  'a\\\\\\nb  \\nc' = 'a' [opaque_inline]='\\\\\\n' 'b' [opaque_inline]='  \\n' 'c'"),
        ],
    ),
    (
        "g2",
        "a\\\nb  \nc\n",
        [
            "paragraph: 'a\\\\\\nb  \\nc'",
            "  'a\\\\\\nb  \\nc' = 'a' [hard_break]='\\\\\\n' 'b' [hard_break]='  \\n' 'c'",
        ],
    ),
    (
        "g1",
        "a **b *c* d** _**e**_ ***f***\n",
        [
            "paragraph: 'a **b *c* d** _**e**_ ***f***'",
            (
                "  'a **b *c* d** _**e**_ ***f***' = 'a ' 'b '<strong **…**> "
                "'c'<strong **…***…*> ' d'<strong **…**> ' ' 'e'<em,strong _…"
                "_**…**> ' ' 'f'<em,strong *…***…**>"
            ),
        ],
    ),
    (
        "g1",
        "`g` [**h** i](/x)\n",
        [
            "paragraph: '`g` [**h** i](/x)'",
            (
                "  '`g` [**h** i](/x)' = 'g'<code `…`> ' ' 'h'<link,strong […"
                "](/x)**…**> ' i'<link […](/x)>"
            ),
        ],
    ),
    (
        "g2",
        "a **b *c* d** _**e**_ ***f*** `g` [**h** i](/x) \\_&amp;&#x20;z\n",
        [
            "paragraph: 'a **b *c* d** _**e**_ ***f*** `g` [**h** i](/x) \\\\_&amp;&#x20;z'",
            (
                "  'a **b *c* d** _**e**_ ***f*** `g` [**h** i](/x) \\\\_&amp;&"
                "#x20;z' = 'a ' 'b '<strong **…**> 'c'<em,strong **…***…*> ' "
                "d'<strong **…**> ' ' 'e'<em,strong _…_**…**> ' ' 'f'<em,stro"
                "ng *…***…**> ' ' 'g'<code `…`> ' ' 'h'<link,strong […](/x)**"
                "…**> ' i'<link […](/x)> ' ' '_'='\\\\_' '&'='&amp;' ' '='&#x20"
                ";' 'z'"
            ),
        ],
    ),
    (
        "commonmark",
        "a ~~b~~ **c**d `e\nf`\n",
        [
            "paragraph: 'a ~~b~~ **c**d `e\\nf`'",
            (
                "  'a ~~b~~ **c**d `e\\nf`' = 'a ' 'b'<strike ~~…~~> ' ' 'c'<s"
                "trong **…**> 'd ' 'e'<code `…`> ' '~'\\n'<code `…`> 'f'<code "
                "`…`>"
            ),
        ],
    ),
    (
        "commonmark",
        "[x]: /y 't'\n\n[a][x] [x]\n\n[z]: /q\n",
        [
            "opaque source=\"[x]: /y 't'\": \"[x]: /y 't'\"",
            "paragraph: '[a][x] [x]'",
            "  '[a][x] [x]' = 'a'<link […][x]> ' ' 'x'<link […]>",
            "opaque source='[z]: /q': '[z]: /q'",
        ],
    ),
    (
        "g1",
        "[x]: /y\n\n[a][x] ![b][x] [](/c) [ ](/d)\n",
        [
            "opaque source='[x]: /y': '[x]: /y'",
            "paragraph: '[a][x] ![b][x] [](/c) [ ](/d)'",
            (
                "  '[a][x] ![b][x] [](/c) [ ](/d)' = [opaque_inline]='[a][x]'"
                " ' ' [opaque_inline]='![b][x]' ' ' [opaque_inline]='[](/c)' "
                "' ' ' '<link […](/d)>"
            ),
        ],
    ),
    (
        "g1",
        "a\xa0 b\r\nc\u2028d\r\n\r\ne\r\n",
        [
            "paragraph: 'a\\xa0 b\\r\\nc\\u2028d'",
            "  'a\\xa0 b\\r\\nc\\u2028d' = 'a\\xa0 b' ' '~'\\r\\n' 'c\\u2028d'",
            "paragraph: 'e'",
            "  'e' = 'e'",
        ],
    ),
    (
        "g2",
        "*\n  a\n*\n*   b\n      c\n",
        [
            "bullet_list tight: '*\\n  a\\n*\\n*   b\\n      c'",
            "  list_item marker='*' inner='  ': '*\\n  a'",
            "    paragraph: 'a'",
            "      'a' = 'a'",
            "  list_item marker='*' inner='  ': '*'",
            "  list_item marker='*   ' inner='    ': '*   b\\n      c'",
            "    paragraph: 'b\\n      c'",
            "      'b\\n      c' = 'b' ' '~'\\n      ' 'c'",
        ],
    ),
    (
        "commonmark",
        " -  a\n\n    b\n -  c\n",
        [
            "bullet_list: '-  a\\n\\n    b\\n -  c'",
            "  list_item marker='-  ' inner='    ': '-  a\\n\\n    b'",
            "    paragraph: 'a'",
            "      'a' = 'a'",
            "    paragraph: 'b'",
            "      'b' = 'b'",
            "  list_item marker='-  ' inner='    ': '-  c'",
            "    paragraph: 'c'",
            "      'c' = 'c'",
        ],
    ),
    (
        "g1",
        "{a} x\n",
        [
            "paragraph: '{a} x'",
            "  '{a} x' = [opaque_inline]='{a}' ' x'",
        ],
    ),
    (
        "g2",
        "<b>x</b> y\n",
        [
            "paragraph: '<b>x</b> y'",
            "  '<b>x</b> y' = [opaque_inline html='&lt;b&gt;x&lt;/b&gt;']='<b>x</b>' ' y'",
        ],
    ),
    (
        "github",
        "<b>x</b> y\n\n<div>\nz\n</div>\n\nq\n",
        [
            "opaque source='<b>x</b> y' html='<p><b>x</b> y</p>\\n': '<b>x</b> y'",
            ("opaque source='<div>\\nz\\n</div>' html='<div>\\nz\\n</div>': '<div>\\nz\\n</div>'"),
            "paragraph: 'q'",
            "  'q' = 'q'",
        ],
    ),
    (
        "commonmark",
        "| a |\n|---|\n| b |\n\nx\n",
        [
            (
                "opaque source='| a |\\n|---|\\n| b |' html='<table>\\n<thead>\\n"
                "<tr>\\n<th>a</th>\\n</tr>\\n</thead>\\n<tbody>\\n<tr>\\n<td>b</td>"
                "\\n</tr>\\n</tbody>\\n</table>\\n': '| a |\\n|---|\\n| b |'"
            ),
            "paragraph: 'x'",
            "  'x' = 'x'",
        ],
    ),
    (
        "commonmark",
        "    code\n    more\n\n***\n___\n",
        [
            (
                "opaque source='code\\n    more' html='<pre><code>code\\nmore\\n"
                "</code></pre>\\n': 'code\\n    more'"
            ),
            "horizontal_rule: '***'",
            "horizontal_rule: '___'",
        ],
    ),
    ("commonmark", "", []),
    (
        "g1",
        "\n\na\n\n\n",
        [
            "paragraph: 'a'",
            "  'a' = 'a'",
        ],
    ),
    (
        "commonmark",
        "a **b**  \n*c* \n d\n",
        [
            "paragraph: 'a **b**  \\n*c* \\n d'",
            (
                "  'a **b**  \\n*c* \\n d' = 'a ' 'b'<strong **…**> [hard_break"
                "]='  \\n' 'c'<em *…*> ' '~' \\n ' 'd'"
            ),
        ],
    ),
    (
        "commonmark",
        "1. > - a\n   >\n   >   b\n2. c\n   d\n",
        [
            "ordered_list order='1' tight: '1. > - a\\n   >\\n   >   b\\n2. c\\n   d'",
            "  list_item marker='1. ' inner='   ': '1. > - a\\n   >\\n   >   b'",
            "    blockquote marker='> ' inner='   > ': '> - a\\n   >\\n   >   b'",
            "      bullet_list: '- a\\n   >\\n   >   b'",
            "        list_item marker='- ' inner='   >   ': '- a\\n   >\\n   >   b'",
            "          paragraph: 'a'",
            "            'a' = 'a'",
            "          paragraph: 'b'",
            "            'b' = 'b'",
            "  list_item marker='2. ' inner='   ': '2. c\\n   d'",
            "    paragraph: 'c\\n   d'",
            "      'c\\n   d' = 'c' ' '~'\\n   ' 'd'",
        ],
    ),
]

SHAPES += [
    (
        "commonmark",
        "# a\n[x]: /y\n",
        [
            "heading level='1' marker='#': '# a'",
            "  'a' = 'a'",
            "opaque source='[x]: /y': '[x]: /y'",
        ],
    ),
    (
        "commonmark",
        "> a\n>\n>[x]: /y\n> [z]: /y\n",
        [
            r"blockquote marker='> ' inner='> ': '> a\n>\n>[x]: /y\n> [z]: /y'",
            "  paragraph: 'a'",
            "    'a' = 'a'",
            r"  opaque source='[x]: /y\n> [z]: /y': '[x]: /y\n> [z]: /y'",
        ],
    ),
    ("commonmark", "\\\na\n", [r"paragraph: '\\\na'", r"  '\\\na' = [hard_break]='\\\n' 'a'"]),
    (
        "commonmark",
        "```\na\n```x\n",
        ["code_block params='' marker='```': '```\\na\\n```x'", "  'a\\n```x' = 'a\\n```x'"],
    ),
    (
        "commonmark",
        "a*b  \nc*\n",
        [
            r"paragraph: 'a*b  \nc*'",
            r"  'a*b  \nc*' = 'a' 'b'<em *…*> [hard_break]='  \n'<em *…*> 'c'<em *…*>",
        ],
    ),
    (
        "commonmark",
        "*a* \nb\n",
        [r"paragraph: '*a* \nb'", r"  '*a* \nb' = 'a'<em *…*> ' '~' \n' 'b'"],
    ),
    (
        "commonmark",
        "<x@y.z> [](/c)\n",
        [
            "paragraph: '<x@y.z> [](/c)'",
            (
                "  '<x@y.z> [](/c)' = [opaque_inline html='<a>x@y.z</a>']='<x@y.z>' ' ' "
                "[opaque_inline]='[](/c)'"
            ),
        ],
    ),
]


@pytest.mark.parametrize(("dialect", "source", "lines"), SHAPES)
def test_blocks_and_letters(dialect, source, lines):
    assert shape(read(source, dialect).blocks, source) == lines


def marked(words, *marks):
    return {"type": "text", "text": words, "marks": list(marks)}


LINK = {"type": "link", "attrs": {"href": "/x", "title": "t"}}
WWW = {"type": "autolink", "attrs": {"href": "http://www.x.y"}}
STRONG, EM, CODE = ({"type": name} for name in ("strong", "em", "code"))


@pytest.mark.parametrize(
    ("dialect", "source", "content"),
    [
        ("g1", "", [{"type": "paragraph"}]),
        ("g1", ">\n", [{"type": "blockquote", "content": [{"type": "paragraph"}]}]),
        ("g1", "```\n```", [{"type": "code_block", "attrs": {"params": ""}}]),
        (
            "commonmark",
            "2. a\n3.\n",
            [
                {
                    "type": "ordered_list",
                    "attrs": {"order": 2, "tight": True},
                    "content": [
                        {
                            "type": "list_item",
                            "content": [
                                {"type": "paragraph", "content": [{"type": "text", "text": "a"}]}
                            ],
                        },
                        {"type": "list_item", "content": [{"type": "paragraph"}]},
                    ],
                }
            ],
        ),
        (
            "g2",
            "###### ![a](/b) \\\nc\n",
            [
                {
                    "type": "heading",
                    "attrs": {"level": 6},
                    "content": [
                        {"type": "image", "attrs": {"src": "/b", "alt": "a", "title": ""}},
                        {"type": "text", "text": " \\"},
                    ],
                },
                {"type": "paragraph", "content": [{"type": "text", "text": "c"}]},
            ],
        ),
        (
            "commonmark",
            'a [**b** `c`](/x "t")\\\nd\n',
            [
                {
                    "type": "paragraph",
                    "content": [
                        {"type": "text", "text": "a "},
                        marked("b", LINK, STRONG),
                        marked(" ", LINK),
                        marked("c", LINK, CODE),
                        {"type": "hard_break"},
                        {"type": "text", "text": "d"},
                    ],
                }
            ],
        ),
        (
            "g2",
            "**a www.x.y** `www.x.y` [www.x.y](/z)\n",
            [
                {
                    "type": "paragraph",
                    "content": [
                        marked("a ", STRONG),
                        marked("www.x.y", WWW, STRONG),
                        {"type": "text", "text": " "},
                        marked("www.x.y", CODE),
                        {"type": "text", "text": " "},
                        marked("www.x.y", {"type": "link", "attrs": {"href": "/z", "title": ""}}),
                    ],
                }
            ],
        ),
        (
            "g1",
            "www.x.y\n",
            [{"type": "paragraph", "content": [{"type": "text", "text": "www.x.y"}]}],
        ),
        (
            "commonmark",
            "    a\n",
            [
                {
                    "type": "opaque",
                    "attrs": {"source": "a", "html": "<pre><code>a\n</code></pre>\n"},
                }
            ],
        ),
        (
            "commonmark",
            "*<http://x.y>*\n",
            [
                {
                    "type": "paragraph",
                    "content": [
                        {
                            "type": "opaque_inline",
                            "attrs": {"source": "<http://x.y>", "html": "<a>http://x.y</a>"},
                            "marks": [EM],
                        }
                    ],
                }
            ],
        ),
    ],
)
def test_the_document_for_the_editor(dialect, source, content):
    document = to_json(read(source, dialect).blocks, dialect)
    assert document == {"type": "doc", "content": content}


@pytest.mark.parametrize(
    ("dialect", "source", "reason"),
    [
        ("g1", "<b>\n", "HTML is not allowed in it"),
        ("g2", "{a}\n", "braces are not allowed in it"),
        ("g2", "> - a\n", "a quotation holds text only"),
    ],
)
def test_what_the_site_cannot_build(dialect, source, reason):
    with pytest.raises(CannotEdit) as caught:
        read(source, dialect)
    assert str(caught.value).startswith(f"The site cannot build this text: {reason}")
    assert str(caught.value).endswith("It is kept as it is; mend its source in the inspector.")


LISTS = {"bullet_list", "ordered_list"}
BLOCKS = {"paragraph", "heading", *LISTS, "blockquote", "code_block", "horizontal_rule"}
TEXTS = {"paragraph", "heading", "blockquote", *LISTS}


@pytest.mark.parametrize(
    ("dialect", "nodes", "marks", "in_items", "in_quotes"),
    [
        ("g1", {"image"}, set(), TEXTS, BLOCKS),
        ("g2", {"image", "hard_break"}, set(), TEXTS, {"paragraph", "heading"}),
        ("commonmark", {"image", "hard_break"}, {"strike"}, BLOCKS, BLOCKS),
        ("github", {"image", "hard_break"}, {"strike"}, BLOCKS, BLOCKS),
    ],
)
def test_what_is_offered(dialect, nodes, marks, in_items, in_quotes):
    found = DIALECTS[dialect].schema
    assert set(found.nodes) == BLOCKS | nodes
    assert found.nodes[0] == "paragraph"  # what the editor makes when nothing else is asked for
    assert set(found.marks) == {"link", "strong", "em", "code"} | marks
    assert (set(found.in_items), set(found.in_quotes)) == (in_items, in_quotes)
    assert found.in_items[0] == found.in_quotes[0] == "paragraph"
    assert found.titles == found.orders == (dialect in {"commonmark", "github"})
    excluded = {"code": ("strong", "em"), "strong": ("code",), "em": ("code",)}
    assert found.excluded == (excluded if dialect == "g1" else {})


@pytest.mark.parametrize("dialect", ["g2", "commonmark", "github"])
def test_addresses_are_links_but_not_in_code(dialect):
    document = to_json(read("www.x.y\n\n```\nwww.x.y\n```\n", dialect).blocks, dialect)
    words, lines = (block["content"] for block in document["content"])
    assert words == [marked("www.x.y", WWW)]
    assert lines == [{"type": "text", "text": "www.x.y"}]


@pytest.mark.parametrize(("source", "tight"), [("- a\n- b\n", True), ("- a\n\n- b\n", False)])
def test_whether_a_list_is_tight(source, tight):
    for dialect in ("commonmark", "github"):
        (block,) = to_json(read(source, dialect).blocks, dialect)["content"]
        assert block["attrs"] == {"tight": tight}
    (block,) = to_json(read(source, "g1").blocks, "g1")["content"]
    assert "attrs" not in block
