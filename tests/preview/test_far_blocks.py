"""Blocks far from the view cost nothing; near it they are laid out and clip nothing."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.engine

ROOTS = "[...document.querySelectorAll('[data-fp-root^=\"block:\"]')]"
FAR = f"{ROOTS}.map(e => e.style.contentVisibility === 'auto')"


@pytest.fixture
def long_page(sample):
    page = sample / "content" / "pages" / "long.md"
    blocks = "".join(
        f"  - headline: Block {n}\n    tailwind:\n      section: pt-64 pb-64\n"
        "    _template: tailwindFeature\n"
        for n in range(40)
    )
    page.write_text(f"---\nblocks:\n{blocks}---\n", encoding="utf-8")
    return page


def test_far_is_off_near_is_on(app, long_page):
    window = app(long_page)
    window.until(lambda: window.js(FAR)[0] is False and window.js(FAR)[-1] is True)
    window.js("scrollTo({top: document.documentElement.scrollHeight, behavior: 'instant'})")
    window.until(lambda: window.js(FAR)[-1] is False and window.js(FAR)[0] is True)
    window.js("scrollTo({top: 0, behavior: 'instant'})")
    window.until(lambda: window.js(FAR)[0] is False)
    assert window.js(f"{ROOTS}[0].getAttribute('style')") is None


def test_near_the_view_nothing_is_contained(app, long_page):
    window = app(long_page)
    for share in (0.2, 0.5, 0.9):
        top = f"document.documentElement.scrollHeight * {share}"
        window.js(f"scrollTo({{top: {top}, behavior: 'instant'}})")
        near = (
            f"{ROOTS}.filter(e => {{ const r = e.getBoundingClientRect();"
            " return r.bottom > -innerHeight && r.top < 2 * innerHeight; })"
            ".every(e => e.style.contentVisibility !== 'auto')"
        )
        window.until(lambda script=near: window.js(script), "what is near is laid out")


def test_choosing_a_far_block_brings_it_into_view(app, long_page):
    window = app(long_page)
    window.choose("Block 35")
    place = f"{ROOTS}.find(e => e.textContent.includes('Block 35')).getBoundingClientRect().top"
    window.until(lambda: 0 <= window.js(place) < window.js("innerHeight"), "it is in view")
