"""Sites of the family are told apart by what they hold."""

import pytest
import yaml

from designer.bundled import folder
from designer.families import Signs, block_types, default_variant, recognise
from designer.schema import load_types
from designer.site import Site
from designer.site.page_files import PageSigns, page_files, page_signs
from tests.variants import SIGNS, THEME, theme, variant_of, write_site

VARIANTS = sorted((folder("resources") / "variants").glob("*.yaml"))


@pytest.mark.parametrize(
    ("signs", "family"),
    [
        (Signs({"colors": {"primary": "red"}}), "g1"),
        (Signs({"theme": "content/themes/x.md"}), "g2"),
        (Signs({}, blocks=[{"_template": "hero", "tailwind": {}}]), "g1"),
        (Signs({"header": {}}, blocks=[{"_template": "hero", "text": "A"}]), "plain"),
        (Signs({}), "g1"),
        (Signs({}, blocks=[{"style": {"headlineStyles": "text-black mg-copy"}}]), "g2"),
        (Signs({}, blocks=[{"buttons": [{"buttonStyle": "primary"}]}]), "g2"),
        (Signs({}, blocks=[{"_template": "banner", "style": {"headlineStyles": "font-1"}}]), "g1"),
        (Signs({}, blocks=[{"_template": "quote"}, "x"]), "plain"),
        (Signs({}, blocks=[{"type": "banner"}]), "plain"),
    ],
)
def test_family(signs, family):
    assert recognise(signs).family.name == family


KEYS = {"types", "types_any", "keys", "site", "site_lacks", "page"}


def ways_of(entry):
    return entry["match"] if isinstance(entry["match"], list) else [entry["match"]]


@pytest.mark.parametrize("file", VARIANTS, ids=lambda file: file.stem)
def test_the_last_variant_fits_always_and_knows_every_axis(file):
    entries = yaml.safe_load(file.read_text(encoding="utf-8"))
    rest = entries[-1]
    assert "match" not in rest
    assert all(set(entry["axes"]) <= set(rest["axes"]) for entry in entries)
    assert all(entry["match"] for entry in entries[:-1])
    ways = [way for entry in entries[:-1] for way in ways_of(entry)]
    assert all(set(way) <= KEYS for way in ways)
    assert len({entry["name"] for entry in entries}) == len(entries)
    assert default_variant(file.stem).name == rest["name"]


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
    assert variant_of(Site.open(tmp_path)).name == "bacalhau"
    (pages / "c.md").write_text("---\nblocks:\n  - _template: rule\n---\n")
    assert variant_of(Site.open(tmp_path)).name == "sustainable-blockchain-22"


@pytest.mark.parametrize("name", SIGNS)
def test_signs_lead_to_their_variant(name):
    found = recognise(SIGNS[name])
    assert (found.family.name, found.name) == ("g1", name)
    assert found.axes.keys() == default_variant("g1").axes.keys()


def test_every_variant_is_tested():
    (file,) = (file for file in VARIANTS if file.stem == "g1")
    assert {entry["name"] for entry in yaml.safe_load(file.read_text("utf-8"))} == set(SIGNS)


@pytest.mark.parametrize(
    ("signs", "name"),
    [
        (Signs(THEME, types={"schedule"}, page_keys={"language"}), "sustainable-blockchain-22"),
        (Signs(THEME, types={"hero", "cta", "video"}, page_keys={"language"}), "bacalhau"),
        (Signs(THEME, types={"schedule", "rule"}), "bacalhau"),
        (Signs(THEME, types={"support"}, keys={"cardType"}), "connectivity"),
        (Signs(THEME, types={"support"}), "bacalhau"),
        (Signs(theme(backgroundColor="black")), "orbit"),
        (Signs(theme("blocks", backgroundColor="black")), "pl-summit"),
        (Signs(theme(nav={"navTextColor": "x"})), "bacalhau"),
        (Signs(theme("blocks", "nav")), "bacalhau"),
        (Signs(theme("blocks", nav={"navItems": [], "padding": ""})), "bacalhau"),
        (Signs({}), "bacalhau"),
    ],
)
def test_with_fewer_signs(signs, name):
    assert recognise(signs).name == name


def test_what_an_entry_does_not_say_is_as_in_the_last():
    rest, found = default_variant("g1").axes, recognise(SIGNS["connectivity"]).axes
    assert found["header"] != rest["header"]
    assert found["buttons_wrap"] == rest["buttons_wrap"]


@pytest.mark.parametrize("name", SIGNS)
def test_what_a_variant_names_is_there(name):
    axes = recognise(SIGNS[name]).axes
    for piece, plain in (("header", "none"), ("footer", "blocks")):
        form = axes[piece]
        assert form == plain or (folder("templates") / "_g1" / f"{piece}-{form}.html").is_file()
    assert (folder("resources") / "presets" / f"{axes['preset']}.config.js").is_file()
    assert set(axes["types"]) <= set(load_types([folder("templates") / "g1"]))


@pytest.mark.parametrize("name", SIGNS)
def test_a_site_with_a_schema_is_known_without_a_single_block(tmp_path, name):
    site = Site.open(write_site(tmp_path, name, index={"draft": True}))
    assert set(site.schema.types) == set(SIGNS[name].types)
    assert variant_of(site).name == name


def test_keys_of_items_and_blocks_of_the_footer_are_signs(tmp_path):
    folder_ = write_site(tmp_path, "bacalhau", index={"blocks": [{"items": [{"cardType": "x"}]}]})
    (folder_ / ".tina" / "__generated__" / "_schema.json").unlink()
    document = folder_ / "content" / "global" / "index.json"
    document.write_text('{"colors": {}, "blocks": [{"_template": "support"}]}')
    assert variant_of(Site.open(folder_)).name == "connectivity"


LIKE = {"g1": "bacalhau", "event": "sustainable-blockchain-22", "g2": "microgen"}


def test_families_of_sites(site):
    assert variant_of(Site.open(site)).name == LIKE.get(site.name, site.name)


def test_types_of_a_list_of_blocks():
    assert block_types([{"_template": "a"}, {"type": "b"}, {}, None, "c"]) == {"a", "b"}
    assert block_types(None) == block_types({"_template": "a"}) == set()


@pytest.mark.parametrize(
    ("block", "family"),
    [
        ({"_template": "hero", "style": {}}, "g1"),
        ({"_template": "hero", "tailwind": {}}, "g1"),
        ({"_template": "hero", "cardStyle": {}}, "plain"),
        ({"_template": "hero", "style": "p-4"}, "plain"),
        ({"_template": "other", "style": {}}, "plain"),
        ({"_type": "hero", "style": {}}, "plain"),
        ({"style": {"a": "x", "b": "p-4 mg-x"}}, "g2"),
        ({"style": {"a": "xmg-x"}}, "plain"),
        ({"style": {"buttonsLayout": ""}}, "g2"),
        ({"style": ["mg-x"]}, "plain"),
        ({"buttons": ["a", {"buttonStyle": ""}]}, "g2"),
        ({"buttons": ["buttonStyle", {"label": "x"}]}, "plain"),
        ({"buttons": {"buttonStyle": ""}}, "plain"),
    ],
)
def test_what_a_block_says_of_its_family(block, family):
    assert recognise(Signs({}, blocks=["x", block])).family.name == family


@pytest.mark.parametrize(
    ("site", "family"),
    [
        ({"theme": {}}, "plain"),
        ({"theme": "a", "colors": {}}, "g2"),
        ({"colors": []}, "plain"),
        ({"colors": {}}, "g1"),
    ],
)
def test_what_the_global_document_says_counts_first(site, family):
    assert recognise(Signs(site, blocks=[{"_template": "quote"}])).family.name == family


def test_a_default_variant_is_the_last_entry():
    for name in ("g1", "g2", "plain"):
        variant = default_variant(name)
        file = folder("resources") / "variants" / f"{name}.yaml"
        last = yaml.safe_load(file.read_text(encoding="utf-8"))[-1]
        assert (variant.family.name, variant.name, variant.axes) == (
            name,
            last["name"],
            last["axes"],
        )


def pages(tmp_path, **texts):
    for name, text in texts.items():
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    return sorted(tmp_path.glob("*.md"))


def signs_of(files):
    return PageSigns.union(map(page_signs, files))


def test_keys_and_types_in_the_text_of_pages(tmp_path):
    found = signs_of(
        pages(
            tmp_path,
            a=(
                '---\ntitle: x\nblocks:\n  - _template: "one"\n    inner:\n\tdeep: 1\n'
                "- _template: 'two'\n-   - item: 1\nno:key\n  text with words: 1\n"
            ),
            b="---\nlang: x\n---\nbody: 1\n_template: three\n",
            c="---\n_template: four\nx_template: five\n",
        )
    )
    assert found.types == {"one", "two", "four"}
    assert found.page_keys == {"title", "blocks", "lang", "_template", "x_template"}
    assert found.keys == found.page_keys | {"inner", "deep", "item"}


def test_pages_that_cannot_be_read_as_text_have_their_signs(tmp_path):
    (tmp_path / "a.md").write_bytes(b"---\nbad: \xff\n_template: one\n---\n")
    found = signs_of([tmp_path / "none.md", tmp_path / "a.md"])
    assert found == PageSigns({"one"}, {"bad", "_template"}, {"bad", "_template"})


def test_files_of_pages(tmp_path):
    names = ("b.md", "a/c.MDX", "a/d.markdown", "e.txt", ".f.md", "node_modules/g.md", "no/h.md")
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("")
    (tmp_path / "i.md").mkdir()
    found = [file.relative_to(tmp_path).as_posix() for file in page_files(tmp_path)]
    assert found == ["a/c.MDX", "a/d.markdown", "b.md", "no/h.md"]
    assert list(page_files(tmp_path, ("a", "no", "node_modules"))) == [tmp_path / "b.md"]
    assert list(page_files(tmp_path / "none")) == []


@pytest.mark.parametrize("keys", [{"title"}, {"title", "date", "tags"}])
def test_a_page_without_blocks_of_an_unknown_site_is_plain(keys):
    assert recognise(Signs({}, page_keys=keys)).family.name == "plain"
    assert recognise(Signs({}, types={"map", "unknown"}, page_keys=keys)).family.name == "plain"
    assert recognise(Signs({}, types={"unknown"}, page_keys={"blocks"})).family.name == "plain"
    assert recognise(Signs({}, types={"feature"}, page_keys={"blocks"})).family.name == "g1"
