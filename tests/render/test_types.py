"""What holds for every block type of the families g1 and g2."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.render.nodes import parse, without_marks, words
from tests.scopes import scope_of

HOSTILE = "\"'><script>alert(1)</script><b x='&{{ 7*7 }}"


@pytest.fixture(scope="module", params=["g1", "g2"])
def family(request):
    return request.param


def examples(types):
    """Every type's sample and its new block."""
    for name, kind in types.items():
        yield {"_template": name, **kind.sample}
        yield {"_template": name, **kind.defaults}


def test_samples_and_new_blocks_can_be_drawn(plain, types, scope):
    for block in examples(types):
        html = plain.block(block, scope)
        assert "cannot be drawn" not in html
        assert parse(html).elements[0].elements[0].tag == "section"


def test_slots_and_fields_that_are_marked_exist(marked, types, scope):
    for block in examples(types):
        kind = types[block["_template"]]
        nodes = list(parse(marked.block(block, scope, root="block:1")).all())
        slots = {n["data-fp-slot"] for n in nodes if "data-fp-slot" in n.attributes}
        assert bool(slots) == bool(kind.slots)
        assert slots <= {".".join(slot.path) for slot in kind.slots}
        paths = {n["data-fp-path"] for n in nodes if "data-fp-path" in n.attributes}
        assert {path.partition(".")[0] for path in paths} <= {field.name for field in kind.fields}


def test_marks_change_nothing_else(marked, plain, types, scope):
    for block in [*examples(types), {"_template": "unknown", "title": "a b"}]:
        html = marked.block(block, scope, root="block:1")
        assert "data-fp-" in html
        assert without_marks(html) == plain.block(block, scope, root="block:1")


def poison(value):
    """The value with a hostile one in the place of every text."""
    if isinstance(value, dict):
        return {key: poison(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [poison(inner) for inner in value]
    return HOSTILE if isinstance(value, str) else value


def test_text_stays_text(marked, types, scope):
    more = {
        "image": {"src": "a", "alt": "a"},
        "background": {"src": "a", "position": "a", "ornaments": [{"src": "a", "width": "a"}]},
        "navigationLabel": "a",
    }
    headlines = set()
    for name, kind in types.items():
        if name == "embed":
            continue
        data = poison({**kind.sample, **more})
        block = parse(marked.block({"_template": name, **data}, scope, root=HOSTILE))
        assert not list(block.all("script"))
        assert not list(block.all("b"))
        assert "49" not in block.text
        headlines |= {node.text for node in block.all("h2")}
    assert headlines == {HOSTILE}


def test_the_root_mark_is_escaped(marked, scope):
    html = marked.block({"_template": "embed"}, scope, root=HOSTILE)
    assert parse(html).elements[0]["data-fp-root"] == HOSTILE


JSON_LIKE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.dates(),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(
            words("tailwind style cardStyle background ornaments image src items "
                "buttons label headline body text link alignment "
                "featureContent contentOrder fillStyles columns navigationLabel markup a "
                "featureImage buttonsLayout ornamentControl transform borderStyles slides "
                "buttonLabel icon padding wrapFillStyles "
                "schedules events cards speaker time imageSrc video")
        ),
        inner,
        max_size=6,
    ),
    max_leaves=25,
)  # fmt: skip


@given(
    data=st.dictionaries(st.text(max_size=8), JSON_LIKE) | JSON_LIKE,
    number=st.integers(0, 20),
)
def test_no_data_makes_drawing_fail(plain, marked, types, scope, data, number):
    names = [*types, "x"]
    name = names[number % len(names)]
    block = {**(data if isinstance(data, dict) else {"items": data}), "_template": name}
    html = plain.block(block, scope)
    assert "cannot be drawn" not in html
    with_marks = marked.block(block, scope, root="block:1")
    if name != "embed":
        assert len(parse(html).elements) == 1
        assert without_marks(with_marks) == html


def test_drawing_is_a_pure_function(marked, types, scope):
    block = {"_template": "feature", **types["feature"].sample}
    before = repr(block)
    first = marked.block(block, scope, root="block:1")
    marked.block({"_template": "feature"}, scope_of({"blocks": []}, {}), root="block:2")
    assert marked.block(block, scope, root="block:1") == first
    assert repr(block) == before


def test_there_is_no_white_space_between_elements(plain, types, scope):
    for block in examples(types):
        if block["_template"] != "embed":
            html = plain.block(block, scope)
            assert "> <" not in html
            assert ">\n" not in html
