"""A page with one rich text and its editor, driven by real key events."""

from __future__ import annotations

import json

import shiboken6
from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWebEngineCore import QWebEngineFindTextResult, QWebEnginePage
from PySide6.QtWebEngineWidgets import QWebEngineView
from typing_extensions import override

from designer.engine.locked_page import LockedPage, locked_profile
from designer.preview.input.rich_text_editor import load
from designer.preview.page.bridge import WORLD
from designer.richtext import EditingSession
from tests.dialects import markdown, new_session, options

STYLE = """
  *, ::before, ::after {box-sizing: border-box; border: 0 solid}
  body {margin: 0; font: 16px/1.5 sans-serif}
  h1, h2, h3, h4, h5, h6, p, pre, blockquote, hr {margin: 0; font: inherit}
  hr {border-top-width: 1px} a {color: inherit}
  img {display: block; max-width: 100%; width: 40px; height: 30px}
  ol, ul {list-style: none; margin: 0; padding: 0}
  .markdown ul {list-style: disc; margin-left: 1.5rem}
  .markdown ol {list-style: decimal; margin-left: 2rem}
  .markdown li {margin-bottom: .5rem}
  .markdown p:not(:last-child) {margin-bottom: 1rem}
  .markdown a {text-decoration: underline}
  #text {padding: 8px}
"""
LOOK = {"accent": "#0a7480", "on-accent": "#ffffff", "panel": "#ffffff", "unit": 1}

_SCRIPT = """
  globalThis.told = []; globalThis.asked = [];
  globalThis.parse = html => {
    const template = document.createElement('template');
    template.innerHTML = html;
    return template.content;
  };
  globalThis.enter = (json, options) => {
    globalThis.handle = frontispieceRichText.open(document.querySelector('#text'), json,
      {...options, parse}, {
        changed: json => told.push(json), left: how => asked.push('left ' + how),
        undo: () => asked.push('undo'), redo: () => asked.push('redo'),
        picture: () => asked.push('picture'),
      });
  };
  globalThis.select = (start, end) => {
    const {state} = handle.view;
    const {constructor} = state.selection;   // the caret stands in a text
    handle.view.dispatch(state.tr.setSelection(constructor.create(state.doc, start, end)));
  };
  globalThis.texts = () => {
    const found = [];
    handle.view.state.doc.descendants((node, at) => {
      if (node.isText) found.push([at, node.text]);
    });
    return found;
  };
  globalThis.act = (deed, part) => {   // do something at a part of the text, from 0 to 1
    const {doc} = handle.view.state, at = Math.floor(part * doc.content.size);
    const nearest = place => {
      let best = null;
      doc.descendants((node, start) => {
        if (!node.isTextblock) return;
        const inside = Math.max(start + 1, Math.min(start + 1 + node.content.size, place));
        if (best === null || Math.abs(inside - place) < Math.abs(best - place)) best = inside;
      });
      return best;
    };
    const start = nearest(at), end = deed.range ? nearest(at + deed.range) : start;
    if (start === null) return;
    select(start, end);
    if (deed.text) handle.view.dispatch(handle.view.state.tr.insertText(deed.text));
    else if (deed.command) handle.command(deed.command, deed.attrs ?? {});
    else {
      const event = new KeyboardEvent('keydown', {key: deed.key, shiftKey: Boolean(deed.shift)});
      handle.view.someProp('handleKeyDown', does => does(handle.view, event));
    }
  };
  globalThis.boxes = () => [...document.querySelectorAll('#text, #text *')]
    .filter(e => !/^ProseMirror-(trailingBreak|separator)$/.test(e.className))
    .filter(e => getComputedStyle(e).display !== 'contents')
    .map(e => [e.tagName, ...['x', 'y', 'width', 'height'].map(n => e.getBoundingClientRect()[n])]);
"""


class _Page(LockedPage):
    """A page that takes its HTML from the test."""

    @override
    def acceptNavigationRequest(self, url, kind, is_main_frame):
        return url.scheme() == "data"


class Rich:
    """One rich text on a page in a view."""

    def __init__(self, width: int = 640) -> None:
        self.profile = locked_profile(None)
        self.page = _Page(self.profile)
        self.view = QWebEngineView()
        self.view.setPage(self.page)
        self.view.resize(width, 600)
        self.view.show()
        self.session: EditingSession | None = None
        self._loaded = False

    def close(self) -> None:
        self.view.close()
        shiboken6.delete(self.view)
        shiboken6.delete(self.page)
        shiboken6.delete(self.profile)

    def js(self, code: str):
        """Return the value of an expression in the isolated world of the program."""
        loop, answer = QEventLoop(), []

        def take(value: object) -> None:
            answer.append(value)
            loop.quit()

        self.page.runJavaScript(f"JSON.stringify(({code}) ?? null)", WORLD.value, take)
        QTimer.singleShot(15_000, loop.quit)
        if not answer:
            loop.exec()
        assert answer, f"no answer: {code}"
        assert answer[0], f"failed: {code}"
        return json.loads(answer[0])

    def show(self, source: str, dialect: str = "g1", classes: str = "markdown", style: str = ""):
        """Show a text as the site does; the page is loaded once."""
        html = markdown(source, dialect)
        if not self._loaded:
            loop = QEventLoop()
            self.page.loadFinished.connect(loop.quit)
            page = (
                f"<!doctype html><html><style>{STYLE}</style><body><div id=text></div>"
                "<p id=after tabindex=0>after</p></body></html>"
            )
            self.page.setHtml(page, QUrl("about:blank"))
            loop.exec()
            load(self.page)
            self.js(f"(() => {{ {_SCRIPT} }})()")
            self._loaded = True
        self.dialect = dialect
        self.session = new_session(source, dialect)
        values = json.dumps([html, classes, style])
        self.js(
            f"(([html, name, style]) => {{ const e = document.querySelector('#text');"
            f" globalThis.handle?.close(); told.length = asked.length = 0;"
            f" e.className = name; e.style = style; e.replaceChildren(parse(html)) }})({values})"
        )

    def enter(self) -> None:
        """Begin to edit, with the caret at the end."""
        chosen = {**options(self.dialect), "look": LOOK}
        self.js(f"enter({json.dumps(self.session.json)}, {json.dumps(chosen)})")
        self.view.focusProxy().setFocus()

    def leave(self) -> None:
        self.js("handle.close()")

    def type(self, words: str) -> None:
        for letter in words:
            QTest.keyClick(self.view.focusProxy(), letter)
        self.settle()

    def key(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= modifier
        QTest.keyClick(self.view.focusProxy(), key, held)
        self.settle()

    def click(self, x: int, y: int) -> None:
        QTest.mouseClick(self.view.focusProxy(), Qt.MouseButton.LeftButton, pos=QPoint(x, y))
        self.settle()

    def settle(self) -> None:
        """Wait until the page has processed all keys."""
        self.js("1")
        QTest.qWait(40)
        self.js("1")

    def finds(self, words: str) -> bool:
        """Whether a text is visible, also in the toolbar, whose shadow root hides its elements."""
        loop, found = QEventLoop(), []

        def take(result: QWebEngineFindTextResult) -> None:
            found.append(result.numberOfMatches())
            loop.quit()

        self.page.findText(words, QWebEnginePage.FindFlag(0), take)
        QTimer.singleShot(15_000, loop.quit)
        if not found:
            loop.exec()
        self.page.findText("")
        return found[0] > 0

    @property
    def source(self) -> str:
        """The Markdown after all changes that the page has reported."""
        self.settle()
        for document in self.js("told.splice(0)"):
            self.session.edit(document)
        return self.session.source

    def caret(self, at: int) -> None:
        """Put the caret at a position of the document."""
        self.select(at, at)

    def select(self, start: int, end: int) -> None:
        """Select text between two positions of the document."""
        self.js(f"select({start}, {end})")

    def text_places(self) -> list[tuple[int, str]]:
        """Return the start position and text of each text node of the document."""
        return self.js("texts()")
