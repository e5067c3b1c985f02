"""Pictures and fonts from the web: asked for once, kept on disk, placeholders until then."""

from __future__ import annotations

import json

import pytest

from designer.families import Variant
from tests.canary import canary

pytestmark = [pytest.mark.engine, pytest.mark.scenario]

PICTURE = "document.querySelector('[data-fp-root^=\"block:\"] img')"


def point_to(page, address):
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("src: /img/map.svg", f"src: '{address}/map.png'"), "utf-8")


@pytest.fixture
def page(sample):
    return sample / "content" / "pages" / "visit.md"


def size(window):
    window.until(lambda: window.js(f"{PICTURE}.complete && {PICTURE}.naturalWidth > 0"))
    return window.js(f"{PICTURE}.naturalWidth")


def test_asked_then_loaded_once(app, page):
    with canary() as server:
        point_to(page, server.address)
        window = app(page)
        assert size(window) > 1  # the placeholder
        window.until(lambda: "web" in window.bar("web"))
        assert server.hits == []
        window.answer("web", "Load once")
        window.until(lambda: window.js(f"{PICTURE}.naturalWidth") == 1)
        assert server.hits == ["/map.png"]
        assert window.bar("web") == ""
        window.close()

        again = app(page)  # kept on disk: no bar, no request
        assert size(again) == 1
        assert again.bar("web") == ""
        assert server.hits == ["/map.png"]


def test_once_is_not_always(app, page):
    with canary() as server:
        point_to(page, server.address)
        window = app(page)
        window.until(lambda: bool(window.bar("web")))
        window.answer("web", "Load once")
        window.until(lambda: window.js(f"{PICTURE}.naturalWidth") == 1)
        window.close()
        text = page.read_text(encoding="utf-8")
        page.write_text(text.replace("/map.png", "/other.png"), encoding="utf-8")
        again = app(page)
        again.until(lambda: bool(again.bar("web")))
        assert server.hits == ["/map.png"]


def test_always_for_this_site(app, page):
    with canary() as server:
        point_to(page, server.address)
        window = app(page)
        window.until(lambda: bool(window.bar("web")))
        window.answer("web", "Always for this site")
        window.until(lambda: window.js(f"{PICTURE}.naturalWidth") == 1)
        window.close()
        text = page.read_text(encoding="utf-8")
        page.write_text(text.replace("/map.png", "/other.png"), encoding="utf-8")
        again = app(page)
        again.until(lambda: again.js(f"{PICTURE}.naturalWidth") == 1)
        assert server.hits == ["/map.png", "/other.png"]


def test_fonts_come_with_leave(app, page, sample, monkeypatch):
    theme = sample / "content" / "global" / "index.json"
    data = json.loads(theme.read_text(encoding="utf-8"))
    data["fonts"]["font1"] = "Jost:wght@400"
    theme.write_text(json.dumps(data), encoding="utf-8")
    with canary() as server:
        css = f"@font-face{{font-family:'Jost';src:url({server.address}/jost.woff2)}}"
        server.files["/css"] = ("text/css", css.encode())
        server.files["/more"] = ("text/css", css.replace("Jost", "Other").encode())
        links = (f"{server.address}/css", f"{server.address}/more")
        monkeypatch.setattr(Variant, "font_links", lambda _self, _scope: links)
        window = app(page)
        window.until(lambda: bool(window.bar("web")))
        assert server.hits == []
        window.answer("web", "Load once")
        fonts = "document.querySelector('style[data-fp-fonts]').textContent"
        window.until(lambda: all(name in window.js(fonts) for name in ("Jost", "Other")))
        assert server.address not in window.js(fonts).split("u=")[0]
        assert window.style('[data-fp-root^="block:"] h2', "fontFamily").startswith("Jost")


def test_backgrounds_arrive_too(app, page):
    with canary() as server:
        markup = f"<div class='own' style='background:url({server.address}/ground.png)'>x</div>"
        block = f"  - _template: embed\n    markup: {json.dumps(markup)}\n"
        text = page.read_text(encoding="utf-8")
        page.write_text(text.replace("meta:", block + "meta:"), encoding="utf-8")
        window = app(page)
        window.until(lambda: bool(window.bar("web")))
        before = window.style(".own", "backgroundImage")
        window.answer("web", "Load once")
        window.until(lambda: "/ground.png" in server.hits)
        window.until(lambda: window.style(".own", "backgroundImage") != before)
