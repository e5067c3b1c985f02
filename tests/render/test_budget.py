"""A template that does too much is a card, and never holds up the window."""

import pytest

from designer.families import default_variant
from designer.render import Renderer
from designer.schema import load_types
from tests.scopes import scope_of

ENDLESS = {
    "loops": "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "recursion": (
        "{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(60) }}"
    ),
    "inclusion": "{% if not x %}{% include 'own/template.html' %}{% endif %}",
    "text": "{{ ('x' * 3000000000)|length }}",
    "list": "{{ (3000000000 * [1])|length }}",
    "power": "{{ 9 ** 999999999 }}",
}


def drawn(folder, template):
    (folder / "own").mkdir()
    (folder / "own/block.yaml").write_text("label: Own\n", encoding="utf-8")
    (folder / "own/template.html").write_text(template, encoding="utf-8")
    renderer = Renderer(load_types([folder]), marks=False, variant=default_variant("g1"))
    return renderer.block({"_template": "own"}, scope_of({}, {}))


@pytest.mark.parametrize("kind", ENDLESS)
def test_too_much(tmp_path, kind):
    assert "cannot be drawn" in drawn(tmp_path, ENDLESS[kind])


def test_what_a_large_page_needs(tmp_path):
    html = drawn(tmp_path, "{% for n in range(50000) %}{{ 2 * 3 }}{{ 'ab' * 2 }}{% endfor %}")
    assert html.count("6abab") == 50_000


def test_each_block_begins_anew(tmp_path):
    (tmp_path / "own").mkdir()
    (tmp_path / "own/block.yaml").write_text("label: Own\n", encoding="utf-8")
    loop = "{% for n in range(90000) %}{% endfor %}there"
    (tmp_path / "own/template.html").write_text(loop, encoding="utf-8")
    renderer = Renderer(load_types([tmp_path]), marks=False, variant=default_variant("g1"))
    for _ in range(4):
        assert "there" in renderer.block({"_template": "own"}, scope_of({}, {}))
