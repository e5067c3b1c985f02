"""Rich text is edited in its place: nothing moves, and only what is typed changes."""

import json
import os
import re
from random import Random

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWebEngineCore import QWebEnginePage
from PySide6.QtWidgets import QApplication

from tests.corpus import MAIN_FOLDERS, name_of
from tests.dialects import markdown, new_session, options
from tests.preview.rich import Rich
from tests.richtext.test_laws import changed
from tests.richtext.texts import doc, h, p, real_texts, text, ul

pytestmark = pytest.mark.engine

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
KITCHEN_SINK = (
    "Intro with **bold**, *italic*, `code`, [link](https://a.org/x \"t\")\nand \\<TAG\\_X>\n\n"
    "## Heading two\n\n*   one\n*   two\n    *   nested\n\n1.  first\n2.  second\n\n> quoted\n\n"
    "```\ncode 1\n  code 2\n```\n\n![alt](/x.png \"cap\")\n\n---\n\nLast\u00a0 one&#x20;\n"
)  # fmt: skip


@pytest.fixture(scope="module")
def rich(qapp):
    page = Rich()
    yield page
    page.close()


def entered(rich, source, dialect="g1", **more):
    rich.show(source, dialect, **more)
    rich.enter()
    return rich


# -- entering and leaving --------------------------------------------------------------------------


def unmoved(rich, source, dialect, style):
    rich.show(source, dialect, style=style)
    before, html = rich.js("boxes()"), rich.js("document.querySelector('#text').outerHTML")
    rich.enter()
    if source:  # an empty text gets a line to type in
        assert rich.js("boxes()") == before, source
    assert rich.js("handle.json()")["content"], source
    assert rich.session.edit(rich.js("handle.json()")) == source
    rich.leave()
    assert rich.js("document.querySelector('#text').outerHTML") == html
    assert rich.js("told") == []


@pytest.mark.parametrize("corpus", MAIN_FOLDERS, indirect=True, ids=name_of)
@pytest.mark.parametrize("style", ["", "text-align: center; width: 230px"])
def test_nothing_moves_when_one_enters_a_real_text(rich, corpus, style):
    texts = real_texts(corpus)
    chosen = texts if os.environ.get("FRONTISPIECE_LONG") else texts[::6]
    for dialect, source in chosen:
        unmoved(rich, source, dialect, style)


@pytest.mark.parametrize("dialect", ["g1", "g2", "commonmark", "github"])
@pytest.mark.parametrize(
    "source",
    [
        KITCHEN_SINK,
        "- a\n- b\n\n  c\n",
        "1. a\n\n2. b\n",
        "> a\n\n- > b\n",
        "- # h\n- x\n",
        "a  b&nbsp;&nbsp; c\n",
        "## **b** [l](/x)\n",
        "www.x.org and [x] y\n",
        "a [l](/x) ![p](/p.png) b\n",
    ],
)
def test_nothing_moves_when_one_enters_any_text(rich, source, dialect):
    unmoved(rich, source, dialect, "")


@pytest.mark.parametrize(
    ("dialect", "source"),
    [
        ("g2", "a <b/> c\n\n|a|\n|-|\n|b|\n\n<div>x</div>\n"),
        ("commonmark", "|a|\n|-|\n|b|\n\n    code\n\n[x]: /y\n\nb <http://a.b>\n"),
        ("github", "<p align=center>x</p>\n\na <b>c</b>\n\n- [x] d\n"),
        ("g1", "a {b} c\n\n[x] [y]\n\n[y]: /z\n"),
    ],
)
def test_what_is_left_alone_is_shown_and_survives(rich, dialect, source):
    entered(rich, source, dialect)
    rich.type("!")
    assert rich.source != source
    kept = [part for part in source.split("\n\n") if "|" in part or "<p" in part or "[x]:" in part]
    assert all(part.strip() in rich.session.source for part in kept)
    rich.leave()


def test_leaving_shows_what_python_renders(rich):
    entered(rich, "a\n")
    rich.js(f"handle.close({json.dumps(markdown('b *c*', 'g1'))})")
    assert rich.js("document.querySelector('#text').outerHTML") == (
        '<div id="text" class="markdown" style=""><p>b <em>c</em></p></div>'
    )


# -- typing ----------------------------------------------------------------------------------------


def test_only_what_is_typed_changes(rich):
    entered(rich, "*   a\\_b&#x20;\n\nlast one\nof two")
    rich.type(" more, and")
    rich.key(Qt.Key.Key_Backspace)
    assert rich.source == "*   a\\_b&#x20;\n\nlast one\nof two more, an"
    for _ in range(9):
        rich.key(Qt.Key.Key_Backspace)
    assert rich.source == "*   a\\_b&#x20;\n\nlast one\nof two"


@pytest.mark.parametrize("corpus", MAIN_FOLDERS, indirect=True, ids=name_of)
def test_real_texts_change_only_where_one_types(rich, corpus):
    texts = [each for each in real_texts(corpus) if each[1]]
    for dialect, source in texts if os.environ.get("FRONTISPIECE_LONG") else texts[::12]:
        entered(rich, source, dialect)
        for place in typing_places(rich.text_places()):
            rich.caret(place)
            rich.type("x")
            start, end = changed(source, rich.source)
            written = rich.session.source
            assert written[start : len(written) - end] == "x", (source, place)
            assert len(written) == len(source) + 1
            rich.key(Qt.Key.Key_Backspace)
            assert rich.source == source
        at, words = next(each for each in rich.text_places() if len(each[1]) > 2)
        rich.caret(at + 2)
        rich.key(Qt.Key.Key_Backspace)
        start, end = changed(source, rich.source)
        assert rich.session.source == source[:start] + source[len(source) - end :]
        rich.type(words[1])
        assert rich.source == source
        bold_and_back(rich, source)
        rich.leave()


def typing_places(texts):
    """The start, the middle and the end of a text; PM counts places, JavaScript's way."""
    (first, _), (last, words) = texts[0], texts[-1]
    middle, inside = texts[len(texts) // 2]
    return first, middle + len(inside) // 2, last + len(words)


def bold_and_back(rich, source):
    """Make a word bold, if there is one that is not, and take it back."""
    for at, words in rich.text_places():
        found = re.search(r"[^\W_]{2,}", words)
        if not found:
            continue
        rich.select(at + found.start(), at + found.end())
        if rich.js("handle.state().marks.strong || handle.state().marks.code"):
            continue
        rich.key(Qt.Key.Key_B, CTRL)
        start, end = changed(source, rich.source)
        assert rich.session.source[start : len(rich.session.source) - end].strip("*_") in {
            source[start : len(source) - end],
            found[0],
        }, source
        rich.key(Qt.Key.Key_B, CTRL)
        assert rich.source == source
        return


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("a b  c ", "a b  c&#x20;\n"),
        ("x **b** y", "x **b** y\n"),
        ("x *i* y", "x *i* y\n"),
        ("x `c` y", "x `c` y\n"),
        ("## h", "## h\n"),
        ("- a\rb\r\rc", "*   a\n*   b\n\nc\n"),
        ("1. a\rb", "1.  a\n2.  b\n"),
        ("> q", "> q\n"),
        ("one\rtwo", "one\n\ntwo\n"),
        ("- a\r\tb", "*   a\n    *   b\n"),
        ("2*3*4 <a> {b}", "2\\*3\\*4 \\<a> \\{b}\n"),
    ],
)
def test_keys(rich, keys, expected):
    entered(rich, "")
    names = {"\r": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab}
    for letter in keys:
        rich.key(names[letter]) if letter in names else rich.type(letter)
    assert rich.source == expected
    rich.leave()


@pytest.mark.parametrize("dialect", ["g1", "g2", "commonmark"])
@pytest.mark.parametrize(
    ("source", "keys", "expected"),
    [
        ("a\n\n- b\n", "- x", "- xa\n- b\n"),
        ("a\n\n- b\n", "* ", "- a\n- b\n"),
        ("a\n\n1. b\n", "1. ", "1. a\n1. b\n"),
        ("a\n\n- b\n", "- \b", "\\- a\n\n- b\n"),
        ("a\n\n* b\n\n- c\n", "- ", "* a\n* b\n\n- c\n"),
    ],
)
def test_a_list_made_above_a_list_is_part_of_it(rich, source, keys, expected, dialect):
    entered(rich, source, dialect)
    rich.caret(1)
    for letter in keys:
        rich.key(Qt.Key.Key_Backspace) if letter == "\b" else rich.type(letter)
    assert rich.source == expected
    rich.leave()


def test_lists_between_which_nothing_stands_any_more_are_one(rich):
    entered(rich, "- a\n\nb\n\n- c\n")
    rich.caret(next(at for at, words in rich.text_places() if words == "b"))
    rich.type("- ")
    assert rich.source == "- a\n- b\n- c\n"
    rich.leave()
    entered(rich, "- a\n\nb\n\n- c\n")
    rich.caret(next(at for at, words in rich.text_places() if words == "b") + 1)
    rich.key(Qt.Key.Key_Backspace)
    assert rich.source == "- a\n\n* c\n"
    rich.key(Qt.Key.Key_Backspace)
    rich.type("d")
    assert rich.source == "- a\n- d\n- c\n"
    rich.leave()


def test_a_list_pasted_beside_a_list_is_part_of_it(rich):
    entered(rich, "- a\n\nb\n")
    rich.js("(select(8, 9), true)")
    paste(rich, "<ul><li>x</li></ul><ul><li>y</li></ul>")
    assert [node["type"] for node in rich.js("handle.json()")["content"]] == ["bullet_list"]
    assert rich.source == "- a\n- x\n- y\n"
    rich.leave()


@pytest.mark.parametrize(
    ("source", "keys", "expected"),
    [
        ("- a", "\rb\r\rc", "- a\n- b\n\nc"),
        ("a\n\n- b", "\r\r- c", "a\n\n- b\n- c"),
        ("", "```js\rx\ry", "```js\nx\ny\n```\n"),
        ("", "```\rx", "```\nx\n```\n"),
        ("", "a\r---\rb", "a\n\n---\n\nb\n"),
        ("", "- ---\rb", "*   \\---\n*   b\n"),
        ("", "see [the text](/address) x", "see [the text](/address) x\n"),
        ("", "[x](javascript:y)", "\\[x](javascript:y)\n"),
        ("", "![x](/y)", "\\!\\[x](/y)\n"),
    ],
)
def test_signs_that_enter_or_a_bracket_ends(rich, source, keys, expected):
    entered(rich, source)
    for letter in keys:
        rich.key(Qt.Key.Key_Return) if letter == "\r" else rich.type(letter)
    assert rich.source == expected
    rich.leave()


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ((Qt.Key.Key_B, CTRL), "a **word** b\n"),
        ((Qt.Key.Key_I, CTRL), "a *word* b\n"),
        ((Qt.Key.Key_E, CTRL), "a `word` b\n"),
        ((Qt.Key.Key_8, CTRL, SHIFT), "*   a word b\n"),
        ((Qt.Key.Key_7, CTRL, SHIFT), "1.  a word b\n"),
        ((Qt.Key.Key_9, CTRL, SHIFT), "> a word b\n"),
        ((Qt.Key.Key_3, CTRL, ALT), "### a word b\n"),
    ],
)
def test_shortcuts(rich, keys, expected):
    entered(rich, "a word b\n")
    rich.select(3, 7)
    rich.key(*keys)
    assert rich.source == expected
    rich.key(*keys)
    assert rich.source == "a word b\n"
    rich.leave()


def test_what_the_dialect_does_not_have_is_not_offered(rich):
    entered(rich, "a\n", "g1")
    rich.key(Qt.Key.Key_Return, SHIFT)
    rich.type("b ~~c~~")
    assert rich.source == "a\n\nb ~~c~~\n"
    assert rich.js("handle.command('hard_break')") is False
    rich.leave()
    entered(rich, "a\n", "g2")
    rich.key(Qt.Key.Key_Return, SHIFT)
    rich.type("b")
    assert rich.source == "a\\\nb\n"
    rich.leave()
    entered(rich, "a\n", "commonmark")
    rich.type(" ~~c~~")
    assert rich.source == "a ~~c~~\n"
    rich.leave()


def test_a_click_puts_the_caret(rich):
    entered(rich, "first\n\nsecond\n")
    rich.click(11, 20)
    rich.type("x")
    assert rich.source in {"xfirst\n\nsecond\n", "fxirst\n\nsecond\n"}
    rich.leave()


def test_a_key_moves_the_caret_to_the_start_right_after_one_enters(rich):
    """ProseMirror would move it back for as long as its clock says that the focus is new."""
    rich.show("One and two\n\n* three", "g1")
    rich.js("(globalThis.now = Date.now, Date.now = () => 1e12, 1)")
    try:
        rich.enter()
        rich.key(Qt.Key.Key_Home, CTRL)
        rich.type("A ")
        assert rich.source.startswith("A One and two")
    finally:
        rich.js("(Date.now = now, 1)")


def test_a_caret_that_is_moved_to_the_start_stays_there(rich):
    """What ProseMirror does a while after the focus may come before it hears of the caret."""
    rich.show("One and two\n\n* three", "g1")
    rich.view.focusProxy().setFocus()
    rich.settle()
    rich.js("(getSelection().removeAllRanges(), 1)")
    rich.js(
        "(globalThis.later = [], globalThis.timeout = setTimeout, globalThis.setTimeout ="
        " (then, ms) => (ms > 0 ? later.push(then) : timeout(then, ms)), 1)"
    )
    try:
        rich.enter()
        rich.key(Qt.Key.Key_Shift)
        rich.js(
            "(getSelection().modify('move', 'backward', 'documentboundary'),"
            " later.splice(0).forEach(then => then()), 1)"
        )
        rich.type("A ")
        assert rich.source.startswith("A One and two")
    finally:
        rich.js("(globalThis.setTimeout = timeout, 1)")


def test_a_command_is_about_what_keys_have_selected_right_before(rich):
    entered(rich, "One and two")
    rich.key(Qt.Key.Key_Home, CTRL)
    keyboard = rich.view.focusProxy()
    for _ in "One":
        QTest.keyClick(keyboard, Qt.Key.Key_Right, SHIFT)
    QTest.keyClick(keyboard, Qt.Key.Key_B, CTRL)
    rich.settle()
    assert rich.source == "**One** and two"


def test_undo_is_asked_of_the_document(rich):
    entered(rich, "a\n")
    rich.type("b")
    rich.key(Qt.Key.Key_Z, CTRL)
    rich.key(Qt.Key.Key_Z, CTRL, SHIFT)
    assert rich.js("asked") == ["undo", "redo"]
    assert rich.source == "ab\n"
    rich.js(f"handle.update({json.dumps(rich.session.follow('a' + chr(10)))})")
    assert rich.js("told") == []
    rich.type("c")
    assert rich.source == "ac\n"
    rich.leave()


def test_escape_and_tab_leave(rich):
    entered(rich, "a\n")
    rich.key(Qt.Key.Key_Escape)
    rich.key(Qt.Key.Key_Tab)
    rich.key(Qt.Key.Key_Backtab, SHIFT)
    assert rich.js("asked") == ["left escape", "left next", "left previous"]
    rich.leave()


@pytest.mark.parametrize(
    ("source", "words", "offset"),
    [
        ("a\n\n- b\n- c\n", "c", 1),  # where Tab comes in
        ("- b\n- some\n", "some", 2),
        ("- b\n- c\n\n  d\n", "d", 0),  # not the item's first text
        ("- b\n    - c\n", "c", 1),
    ],
)
def test_tab_inside_the_text_of_an_item_leaves(rich, source, words, offset):
    entered(rich, source)
    rich.caret(next(at for at, text in rich.text_places() if text == words) + offset)
    rich.key(Qt.Key.Key_Tab)
    rich.key(Qt.Key.Key_Backtab, SHIFT)
    assert rich.js("asked") == ["left next", "left previous"]
    assert rich.js("told") == []
    assert rich.source == source
    rich.leave()


def test_tab_indents_at_the_start_of_an_item(rich):
    entered(rich, "- a\n- b\n")
    rich.caret(next(at for at, text in rich.text_places() if text == "b"))
    rich.key(Qt.Key.Key_Tab)
    assert rich.source == "- a\n  - b\n"
    rich.key(Qt.Key.Key_Tab)  # there is no deeper place
    assert rich.source == "- a\n  - b\n"
    rich.key(Qt.Key.Key_Backtab, SHIFT)
    assert rich.source == "- a\n- b\n"
    assert rich.js("asked") == []
    rich.leave()


def test_tab_indents_all_the_items_that_are_selected(rich):
    entered(rich, "- a\n- bc\n- de\n")
    places = {text: at for at, text in rich.text_places()}
    rich.select(places["bc"] + 1, places["de"] + 1)
    rich.key(Qt.Key.Key_Tab)
    assert rich.source == "- a\n  - bc\n  - de\n"
    rich.key(Qt.Key.Key_Backtab, SHIFT)
    assert rich.source == "- a\n- bc\n- de\n"
    assert rich.js("asked") == []
    rich.select(places["bc"], places["bc"] + 2)  # within one item
    rich.key(Qt.Key.Key_Tab)
    assert rich.js("asked") == ["left next"]
    rich.leave()


def test_another_place_of_the_page_ends_it_and_the_toolbar_does_not(rich):
    entered(rich, "a\n")
    rich.key(Qt.Key.Key_F10)
    assert rich.js("asked") == []
    rich.key(Qt.Key.Key_Escape)
    rich.js("(document.querySelector('#after').focus(), true)")
    rich.settle()
    assert rich.js("asked") == ["left blur"]
    rich.leave()


def test_composition_is_told_when_it_is_done(rich):
    entered(rich, "a\n")
    target = rich.view.focusProxy()
    QApplication.sendEvent(target, QInputMethodEvent("ni", []))
    rich.settle()
    assert rich.js("told") == []
    done = QInputMethodEvent()
    done.setCommitString("你")
    QApplication.sendEvent(target, done)
    rich.settle()
    rich.settle()
    assert rich.source == "a你\n"
    rich.leave()


DEEDS = [
    *({"text": each} for each in ("x", "wo rd ", " ", "*", "<", "- ")),
    *({"key": each} for each in ("Enter", "Backspace", "Delete", "Tab")),
    {"key": "Tab", "shift": True},
    {"key": "Backspace", "range": 9},
    *({"command": each, "range": 7} for each in ("strong", "em", "code", "strike")),
    {"command": "link", "attrs": {"href": "/a b"}, "range": 6},
    {"command": "link", "attrs": {"href": ""}},
    {"command": "heading", "attrs": {"level": 2}},
    *({"command": each, "range": 30} for each in ("bullet_list", "ordered_list")),
    *(
        {"command": each}
        for each in ("blockquote", "code_block", "hard_break", "horizontal_rule", "paragraph")
    ),
]


@pytest.mark.parametrize("corpus", MAIN_FOLDERS, indirect=True, ids=name_of)
def test_whatever_one_does_can_be_written(rich, corpus):
    chance = Random(5)
    texts = [*real_texts(corpus), *((dialect, KITCHEN_SINK) for dialect in ("g1", "g2", "github"))]
    for _ in range(300 if os.environ.get("FRONTISPIECE_LONG") else 25):
        dialect, source = chance.choice([*texts, *texts[-3:] * 12])
        entered(rich, source, dialect)
        deeds = [(chance.choice(DEEDS), chance.random()) for _ in range(chance.randint(1, 8))]
        for deed, part in deeds:
            rich.js(f"act({json.dumps(deed)}, {part})")
            rich.session.edit(rich.js("handle.json()"))
        first = new_session(source, dialect).json
        assert rich.session.edit(first) == source
        rich.leave()


# -- toolbar ---------------------------------------------------------------------------------------


def test_the_toolbar_works_by_keyboard(rich):
    entered(rich, "a word\n")
    rich.select(3, 7)
    rich.key(Qt.Key.Key_F10)
    assert rich.js("document.activeElement.tagName") == "FRONTISPIECE-TOOLBAR"
    rich.key(Qt.Key.Key_Right)
    rich.key(Qt.Key.Key_Return)
    assert rich.source == "a *word*\n"
    assert rich.js("handle.state().marks.em") is True
    rich.key(Qt.Key.Key_Escape)
    assert rich.js("document.activeElement.id") == "text"
    assert rich.js("asked") == []
    rich.leave()
    assert rich.js("document.querySelector('frontispiece-toolbar')") is None


def test_links(rich):
    entered(rich, "a word\n")
    rich.select(3, 7)
    rich.key(Qt.Key.Key_K, CTRL)
    rich.type("/x")
    rich.key(Qt.Key.Key_Return)
    assert rich.source == "a [word](/x)\n"
    rich.type("!")
    rich.leave()


def ask_for_a_link(rich, address):
    entered(rich, "a word\n")
    rich.select(3, 7)
    rich.key(Qt.Key.Key_K, CTRL)
    rich.type(address)
    rich.key(Qt.Key.Key_Return)


@pytest.mark.parametrize("scheme", ["javascript:", " VBScript:", "data:", "file:", "java script:"])
def test_a_link_that_is_not_safe_is_not_made_and_can_be_corrected(rich, scheme):
    ask_for_a_link(rich, scheme + "x")
    assert rich.source == "a word\n"
    rich.key(Qt.Key.Key_Home)
    for _ in scheme:
        rich.key(Qt.Key.Key_Delete)
    rich.key(Qt.Key.Key_Return)
    assert rich.source == "a [word](x)\n"
    rich.leave()


def test_why_there_is_no_link_is_seen_until_one_types_on(rich):
    why = options("g1")["labels"]["unsafe"]
    ask_for_a_link(rich, "javascript:x")
    assert rich.finds(why)
    rich.leave()
    ask_for_a_link(rich, "javascript:x")
    rich.key(Qt.Key.Key_Backspace)
    assert not rich.finds(why)
    rich.leave()


def test_the_toolbar_changes_nothing_on_the_page(rich):
    rich.show(KITCHEN_SINK)
    size = rich.js("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]")
    rich.enter()
    assert (
        rich.js("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]")
        == size
    )
    rich.leave()


# -- paste -----------------------------------------------------------------------------------------

ITEM = (
    "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·"
    "<span>&nbsp;&nbsp; </span></span>{}</p>"
)
WORD = f"""<html xmlns:o="urn:x"><head><style>p {{color: red}}</style></head><body>
<!--StartFragment--><p class=MsoNormal style='mso-x:1'><b>Bold</b> and
<span style='font-style:italic'>slanted</span>&nbsp; <o:p></o:p></p>
{ITEM.format("one")}
{ITEM.format("two")}
<p class=MsoNormal><o:p>&nbsp;</o:p></p><script>alert(1)</script>
<table><tr><td>cell</td></tr></table><!--EndFragment--></body></html>"""
DOCS = (
    '<b style="font-weight:normal" id="docs-internal-guid-1"><h2 dir="ltr"><span>Head</span></h2>'
    '<p><span style="font-weight:700">B</span><span style="font-weight:400"> plain </span>'
    '<a href="https://a.b/c"><span style="color:#15c">link</span></a>'
    '<a href="javascript:x()">bad</a></p></b>'
)


def paste(rich, html):
    mime = QMimeData()
    mime.setHtml(html)
    QGuiApplication.clipboard().setMimeData(mime)
    rich.page.triggerAction(QWebEnginePage.WebAction.Paste)
    rich.settle()
    rich.settle()


def test_paste_from_word(rich):
    entered(rich, "")
    paste(rich, WORD)
    assert rich.source == "**Bold** and *slanted*\n\n*   one\n*   two\n\ncell\n"
    rich.leave()


def test_paste_from_google_docs(rich):
    entered(rich, "")
    paste(rich, DOCS)
    assert rich.source == "## Head\n\n**B** plain [link](https://a.b/c)bad\n"
    rich.leave()


@pytest.mark.parametrize(
    ("kind", "data", "asked"),
    [
        ("application/x-parts", b"1 2 3", []),
        ("text/html", b'<img src="data:image/png;base64,AA==">', ["picture"]),
    ],
)
def test_typing_goes_on_where_nothing_can_be_pasted(rich, kind, data, asked):
    entered(rich, "a word\n")
    rich.select(3, 7)
    mime = QMimeData()
    mime.setData(kind, data)
    QGuiApplication.clipboard().setMimeData(mime)
    rich.page.triggerAction(QWebEnginePage.WebAction.Paste)
    QTest.qWait(100)  # the editor would have looked for what was pasted
    assert rich.source == "a word\n"
    assert rich.js("asked") == asked
    rich.type("b")
    assert rich.source == "a b\n"
    rich.leave()


def test_update_keeps_the_caret(rich):
    entered(rich, "one\n\ntwo\n")
    rich.caret(3)
    rich.js(f"handle.update({json.dumps(doc(h(2, 'x'), p('one'), p(text('two', 'em')), ul('y')))})")
    rich.type("!")
    assert rich.js("handle.json()")["content"][1] == p("on!e")
    rich.leave()
