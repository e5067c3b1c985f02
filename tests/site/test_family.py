"""Sites of the family are told apart by what they hold."""

import pytest
import yaml

from designer.bundled import folder
from designer.site import Signs, Site, default_family, family_of

VARIANTS = sorted((folder("resources") / "variants").glob("*.yaml"))


@pytest.mark.parametrize(
    ("signs", "generation"),
    [
        (Signs({"colors": {"primary": "red"}}), "g1"),
        (Signs({"theme": "content/themes/x.md"}), "g2"),
        (Signs({}), "g1"),
        (Signs({}, blocks=[{"style": {"headlineStyles": "text-black mg-copy"}}]), "g2"),
        (Signs({}, blocks=[{"buttons": [{"buttonStyle": "primary"}]}]), "g2"),
        (Signs({}, blocks=[{"_template": "banner", "style": {"headlineStyles": "font-1"}}]), "g1"),
        (Signs({}, blocks=[{"_template": "quote"}, "x"]), "plain"),
        (Signs({}, blocks=[{"type": "banner"}]), "plain"),
    ],
)
def test_generation(signs, generation):
    assert family_of(signs).generation == generation


@pytest.mark.parametrize("file", VARIANTS, ids=lambda file: file.stem)
def test_the_last_variant_fits_always_and_knows_every_axis(file):
    entries = yaml.safe_load(file.read_text(encoding="utf-8"))
    rest = entries[-1]
    assert "match" not in rest
    assert all(set(entry["axes"]) <= set(rest["axes"]) for entry in entries)
    assert all(entry["match"] for entry in entries[:-1])
    assert len({entry["name"] for entry in entries}) == len(entries)
    assert default_family(file.stem).name == rest["name"]


def test_the_theme_document_is_inside_the_site(tmp_path):
    (tmp_path / "content/global").mkdir(parents=True)
    document = tmp_path / "content/global/index.json"
    document.write_text('{"theme": "content/t.md"}')
    assert Site.open(tmp_path).theme_file is None
    (tmp_path / "content/t.md").write_text("---\na: 1\n---\n")
    assert Site.open(tmp_path).theme_file == tmp_path / "content/t.md"
    (tmp_path.parent / "outside.md").write_text("---\na: 1\n---\n")
    document.write_text('{"theme": "../outside.md"}')
    assert Site.open(tmp_path).theme_file is None


def test_types_and_keys_are_signs(tmp_path):
    pages = tmp_path / "content/pages"
    pages.mkdir(parents=True)
    (pages / "a.md").write_text(
        "---\nblocks:\n  - _template: hero\n  - x: 1\n    _template: 'cta'\n---\n"
    )
    (pages / "b.md").write_text("---\nlanguage: es\n---\n_template: not this\n")
    assert Site.open(tmp_path).family(()).generation == "g1"
