"""Nothing in a page runs, connects or navigates."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QDeadlineTimer, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from tests.canary import canary

pytestmark = [pytest.mark.engine, pytest.mark.scenario]

PAYLOADS = {
    "script": "<script>document.title='ran';fetch('{u}/script')</script>",
    "script src": "<script src='{u}/src.js'></script>",
    "onerror": "<img src='{u}/x' onerror=\"document.title='ran'\">",
    "onerror local": "<img src='/none.png' onerror=\"document.title='ran'\">",
    "svg onload": "<svg onload=\"document.title='ran'\"></svg>",
    "svg image": "<svg><image href='{u}/svg.png'/></svg>",
    "svg script": "<svg><script>document.title='ran'</script></svg>",
    "details ontoggle": "<details open ontoggle=\"document.title='ran'\">x</details>",
    "iframe": "<iframe src='{u}/frame'></iframe>",
    "iframe srcdoc": "<iframe srcdoc=\"<script>parent.document.title='ran'</script>\"></iframe>",
    "iframe javascript": "<iframe src=\"javascript:parent.document.title='ran'\"></iframe>",
    "object": "<object data='{u}/object'></object>",
    "embed": "<embed src='{u}/embed'>",
    "meta refresh": "<meta http-equiv=refresh content='0;url={u}/refresh'>",
    "base": "<base href='{u}/'><img src='relative.png'>",
    "link": "<link rel=stylesheet href='{u}/style.css'>",
    "prefetch": "<link rel=prefetch href='{u}/prefetch'><link rel=dns-prefetch href='{u}'>",
    "css url": "<div style=\"background:url('{u}/css.png')\">x</div>",
    "css import": "<style>@import '{u}/import.css'; p{{background:url({u}/rule.png)}}</style>",
    "font": "<style>@font-face{{font-family:Leak;src:url({u}/font.woff)}} "
    ".leak{{font-family:Leak}}</style><p class=leak>x</p>",
    "video": "<video autoplay src='{u}/video.mp4' poster='{u}/poster.png'></video>",
    "audio": "<audio autoplay src='{u}/audio.mp3'></audio>",
    "source": "<picture><source srcset='{u}/set.png'><img srcset='{u}/two.png 2x'></picture>",
    "form": "<form id=f action='{u}/form' method=post><button>x</button></form>"
    "<script>document.getElementById('f').submit()</script>",
    "link javascript": "<a id=j href=\"javascript:document.title='ran'\">x</a>",
    "ping": "<a id=p href='#x' ping='{u}/ping'>x</a>",
    "mutation": "<noscript><p title=\"</noscript><img src=x onerror=document.title='ran'>\">",
    "template": "<template><img src='{u}/t.png' onerror=\"document.title='ran'\"></template>",
    "marks": "<div data-fp-root='header' data-fp-path='colors'>x</div>",
    "file": "<img src='file:///etc/passwd'><iframe src='file:///etc/passwd'></iframe>",
    "traversal": "<img src='/../../../../../../etc/passwd'><img src='/%2e%2e/%2e%2e/etc/passwd'>",
    "unclosed": "</div></div></section><div class='fixed inset-0'>",
}


def page_with(markups: list[str]) -> str:
    blocks = "".join(
        f"  - _template: embed\n    markup: {json.dumps(markup)}\n" for markup in markups
    )
    return f"---\nblocks:\n{blocks}meta:\n  pageTitle: x\n---\n"


@pytest.mark.noisy
def test_payloads_do_nothing(app, sample):
    page = sample / "content" / "pages" / "visit.md"
    with canary() as server:
        markups = [markup.format(u=server.address) for markup in PAYLOADS.values()]
        page.write_text(page_with(markups), encoding="utf-8")
        window = app(page)
        address = window.js("location.href")
        for link in ("j", "p"):
            window.js(f"document.getElementById('{link}')?.click()")
        quiet = QDeadlineTimer(1500)
        window.until(quiet.hasExpired)
        assert server.hits == []
        assert window.js("document.title") == "Page"
        assert window.js("location.href") == address
        count = "document.querySelectorAll('[data-fp-root^=\"block:\"]').length"
        assert window.js(count) == len(PAYLOADS)
        assert window.js("document.querySelectorAll('[data-fp-root=\"header\"]').length") == 1
        forbidden = "iframe, object, embed, base, meta[http-equiv], link"
        assert window.js(f"document.body.querySelectorAll('{forbidden}').length") == 0


def test_page_cannot_see_the_program(app, sample):
    window = app(sample)
    seen: list[object] = []
    window.program.preview.page.runJavaScript(
        "[typeof qt, typeof frontispiece, typeof QWebChannel].join()", 0, seen.append
    )
    window.until(lambda: bool(seen))
    assert seen == ["undefined,undefined,undefined"]


def test_links_do_not_navigate(app, sample):
    window = app(sample)
    window.click('[data-fp-root^="block:"] a')
    window.until(lambda: window.editor.selection is not None)
    assert window.js("location.href") == "frontispiece://site/"
    assert window.editor.selection.path[0] == "buttons"


def test_no_menu_of_a_browser(app, sample):
    window = app(sample)
    target = window.view.focusProxy()
    QTest.mouseClick(target, Qt.MouseButton.RightButton, pos=QPoint(200, 200))
    QTest.qWait(300)
    assert window.view.findChildren(QMenu) == []


def test_frames_are_labelled(app, sample):
    page = sample / "content" / "pages" / "visit.md"
    frame = '<iframe src="https://maps.example/x" width="400" height="300"></iframe>'
    page.write_text(page_with([frame]), encoding="utf-8")
    window = app(page)
    assert "maps.example" in window.text('[data-fp-root^="block:"]')
    width = window.style('[data-fp-root^="block:"] div[style*="400px"]', "width")
    assert round(float(width.removesuffix("px"))) == 400
