"""A family is one record: the tests add a third one, and a record that lacks a part is refused."""

from dataclasses import replace

import pytest

from designer.commands.check import check
from designer.commands.render_html import static_html
from designer.families import FAMILIES, Signs, check_family, default_variant, recognise, registered
from designer.markdown import GITHUB
from designer.project import PageLocation
from tests.families.notebook import FAMILY
from tests.families.sites import write_site


@pytest.fixture
def notebook():
    with registered(FAMILY):
        yield FAMILY


def test_its_sites_are_recognised(notebook):
    assert recognise(Signs({"notebook": {}})).family is notebook
    assert recognise(Signs({"notebook": {"loud": True}})).axes["volume"] == "loud"
    assert recognise(Signs({"colors": {}})).family.name == "g1"
    assert default_variant("notebook").dialect.name == "commonmark"


def test_a_page_of_it_is_rendered_with_its_theme(notebook, tmp_path):
    html = static_html(PageLocation.find(write_site(tmp_path)))
    assert "--ink: navy" in html
    assert ".note { color: var(--ink) }" in html
    assert "<header>My notes</header>" in html
    assert '<p class="text-2xl">Buy bread</p>' in html
    assert "And <em>milk</em>." in html
    assert ".text-2xl" in html


def test_its_class_rules_and_variants_reach_its_templates(notebook, tmp_path):
    page = write_site(tmp_path, '{"loud": true}')
    assert "BUY BREAD" in static_html(PageLocation.find(page))


def test_check_understands_its_pages(notebook, tmp_path):
    assert check(PageLocation.find(write_site(tmp_path).parents[2]), only_page=False) == []


def test_it_is_gone_after_the_test():
    assert FAMILY not in FAMILIES
    assert recognise(Signs({"notebook": {}})).family.name != "notebook"
    with pytest.raises(LookupError, match="notebook"):
        default_variant("notebook")


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("types_folder", "no folder"),
        ("frame_folder", "no folder"),
        ("variants_file", "no file"),
    ],
)
def test_a_family_without_a_part_is_refused(tmp_path, part, words):
    with pytest.raises(ValueError, match=words):
        check_family(replace(FAMILY, **{part: tmp_path / "missing"}))


def test_a_family_without_the_dialect_of_a_variant_is_refused():
    with pytest.raises(ValueError, match="no dialect “commonmark”"):
        check_family(replace(FAMILY, dialects=(GITHUB,)))


def test_a_family_without_a_template_of_the_page_is_refused(tmp_path):
    with pytest.raises(ValueError, match=r"no page\.html"):
        check_family(replace(FAMILY, frame_folder=tmp_path))


@pytest.mark.parametrize("axis", ["preset", "markdown", "header", "footer"])
def test_a_family_without_an_axis_is_refused(tmp_path, axis):
    text = FAMILY.variants_file.read_text("utf-8").replace(f"{axis}: ", f"no-{axis}: ")
    file = tmp_path / "variants.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=f"no axis “{axis}”"):
        check_family(replace(FAMILY, variants_file=file))


def test_a_part_cannot_be_left_out_of_the_record():
    with pytest.raises(TypeError, match="theme"):
        type(FAMILY)(name="x")
