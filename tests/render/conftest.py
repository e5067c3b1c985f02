"""Renderers of our block types."""

import pytest

from designer.bundled import folder
from designer.families import Scope, default_variant
from designer.render import Renderer
from designer.schema import load_types
from designer.site import default_theme
from tests.render.nodes import parse


@pytest.fixture(scope="module")
def family():
    """Which family of sites the module is about; a module may say another, or several."""
    return "g1"


@pytest.fixture(scope="module")
def types(family):
    return load_types([folder("templates") / family])


@pytest.fixture(scope="module")
def plain(types, family):
    return Renderer(types, marks=False, variant=default_variant(family))


@pytest.fixture(scope="module")
def marked(types, family):
    return Renderer(types, marks=True, variant=default_variant(family))


@pytest.fixture(scope="session")
def scope():
    return Scope(page={}, site=default_theme())


@pytest.fixture
def draw(plain, scope):
    """Draws a block without marks and gives its section."""

    def section(template, data, scope=scope):
        wrapper = parse(plain.block({"_template": template, **data}, scope)).elements[0]
        assert wrapper.attributes == {}
        (inner,) = wrapper.elements
        assert inner.tag == "section"
        return inner

    return section
