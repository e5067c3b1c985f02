"""The presets of the families g1 and g2, as the build hook made them."""

import json
import re

import pytest
import yaml

from designer import bundled
from designer.errors import EngineError
from designer.families import default_variant
from designer.tailwind.presets import load_preset
from tests.corpus import FOLDERS, OWN, REAL, SITES

SLOTS = ("style", "tailwind", "tw")
NAMED_LIKE_A_SLOT = re.compile(r"(Style|Styles|Padding|Typography|Border|Rounded|Alignment)$")

# Words of the corpus which the real sites' Tailwind does not know either; some are choices.
NO_UTILITIES = re.compile(
    r"^(undefined|normal|narrow|primary|solid|\d|to-edge|text-md|pb-26|[a-z]+(Headings|Content|Label)\w*"
    r"|items-(vertical-)?(start|end|center)(-vertical)?)$"
)


@pytest.fixture(scope="module")
def sheet():
    if not bundled.bundle("preset-g1.json.gz").exists():
        pytest.fail("the bundle is missing; build it: python packaging/dev.py test")
    return load_preset("g1")


def css(sheet, name):
    return [sheet.units[number] for number in sheet.classes[name]]


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("mt-4", ".mt-4{margin-top:1rem}"),
        ("top-0.5", r".top-0\.5{top:0.125rem}"),
        ("-z-1", ".-z-1{z-index:-1}"),
        ("-z-2", ".-z-2{z-index:-2}"),
        ("sm:w-1/2", r"@media (max-width: 700px){.sm\:w-1\/2{width:50%}}"),
        ("md:hidden", r"@media (max-width: 800px){.md\:hidden{display:none}}"),
        ("lg:p-0", r"@media (max-width: 1000px){.lg\:p-0{padding:0px}}"),
        ("bg-accent3", ".bg-accent3{background-color:var(--accent3-color)}"),
        ("text-gray-light", ".text-gray-light{color:var(--gray-light-color)}"),
        ("bg-gray", ".bg-gray{background-color:var(--gray-color)}"),
        ("text-tina-gray10", ".text-tina-gray10{color:var(--tina-color-grey-10)}"),
        (
            "text-base",
            ".text-base{font-size:var(--text-size-md);line-height:var(--text-leading-md)}",
        ),
        (
            "text-8xl",
            ".text-8xl{font-size:var(--text-size-8xl);line-height:var(--text-leading-8xl)}",
        ),
        ("border-1", ".border-1{border-width:1px}"),
        ("border", ".border{border-width:1px}"),
        ("border-r-3", ".border-r-3{border-right-width:3px}"),
        ("opacity-7", ".opacity-7{opacity:.075}"),
        ("ml-edge", ".ml-edge{margin-left:calc((100% - 1000px) * .5)}"),
        ("w-128", ".w-128{width:32rem}"),
        ("-mt-128", ".-mt-128{margin-top:-32rem}"),
        ("max-w-1/3", r".max-w-1\/3{max-width:calc(var(--site-width) * 0.33)}"),
        ("max-w-site-2/3", r".max-w-site-2\/3{max-width:calc(var(--site-width) * 0.66)}"),
        ("max-w-desktop-full", ".max-w-desktop-full{max-width:var(--site-width)}"),
        ("min-h-100", ".min-h-100{min-height:25rem}"),
        ("min-h-200", ".min-h-200{min-height:50rem}"),
        ("font-2", ".font-2{font-family:var(--font2), sans-serif}"),
        ("first:ml-0", r".first\:ml-0:first-child{margin-left:0px}"),
        ("last:mb-0", r".last\:mb-0:last-child{margin-bottom:0px}"),
        ("odd:bg-white", r".odd\:bg-white:nth-child(odd){background-color:var(--white-color)}"),
        (
            "group-hover:text-primary",
            r".group:hover .group-hover\:text-primary{color:var(--primary-color)}",
        ),
    ],
)
def test_a_class_makes_its_rule(sheet, name, rule):
    assert css(sheet, name) == [rule]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("w-edge-1/3", r"width:max\(.*\* 0\.33.* \+ var\(--edge-width\)\), 33%\)"),
        ("w-edge-1/2", r"width:min\(.*\* 0\.5.* \+ var\(--edge-width\)\), 50%\)"),
        ("w-edge-4/5", r"width:min\(.*\* 0\.8.* \+ var\(--edge-width\)\), 80%\)"),
        ("from-primary", r"--tw-gradient-to, rgba\(255, 255, 255, 0\)"),
        ("prose", r"max-width:65ch"),
        ("space-x-4", r"> :not\(\[hidden\]\) ~ :not\(\[hidden\]\)"),
    ],
)
def test_a_class_makes_a_rule_like_this(sheet, name, words):
    assert re.search(words, "\n".join(css(sheet, name)))


@pytest.mark.parametrize(
    "name",
    [
        *("bg-gray-200", "text-red-500", "text-md", "text-9xl", "w-[3px]", "-z-20", "basis-1/2"),
        *("size-4", "bg-white/50", "xl:p-4", "2xl:p-4", "duration-400", "to-edge", "border-5"),
        *("dark:text-white", "first:p-0", "odd:text-white", "content-none", "group"),
        "caret-primary",
    ],
)
def test_what_the_sites_do_not_know_stays_unknown(sheet, name):
    assert name not in sheet.classes


def test_the_narrower_screen_comes_later(sheet):
    first = [sheet.classes[f"{screen}:p-4"][0] for screen in ("lg", "md", "sm")]
    assert [sheet.classes["p-4"][0], *first] == sorted([sheet.classes["p-4"][0], *first])
    assert sheet.theme["screens"] == [
        ["lg", {"max": 1000}],
        ["md", {"max": 800}],
        ["sm", {"max": 700}],
    ]


def test_the_base_is_all_that_stands_before_the_site(sheet):
    base = sheet.base_css()
    assert "box-sizing:border-box" in base
    assert "border-color:currentColor" in base
    assert "--tw-" not in base
    assert "@keyframes spin" in sheet.utilities_css([])
    assert min(number for each in sheet.classes.values() for number in each) >= sheet.site_at


def test_the_theme_holds_what_the_site_can_choose_from(sheet):
    assert sheet.theme["colors"]["accent1"] == "var(--accent1-color)"
    assert sheet.theme["fontSize"]["base"] == ["var(--text-size-md)", "var(--text-leading-md)"]
    assert sheet.theme["spacing"]["128"] == "32rem"
    json.dumps(dict(sheet.theme))


def words_of_slots(value, *, inside=False):
    if isinstance(value, dict):
        for key, each in value.items():
            yield from words_of_slots(each, inside=inside or key in SLOTS or named(key))
    elif isinstance(value, list):
        for each in value:
            yield from words_of_slots(each, inside=inside)
    elif isinstance(value, str) and inside:
        yield from value.split()


def named(key):
    return isinstance(key, str) and bool(NAMED_LIKE_A_SLOT.search(key))


@pytest.mark.parametrize(
    ("preset", "name", "rule"),
    [
        ("g1-plain", "odd:bg-white", None),
        ("g1-plain", "md:hidden", "@media (max-width: 800px){.md\\:hidden{display:none}}"),
        ("sustainable-blockchain-22", "odd:bg-white", None),
        ("sustainable-blockchain-22", "p-full", ".p-full{padding:100%}"),
        ("sustainable-blockchain-22", "max-w-1/3", ".max-w-1\\/3{max-width:333px}"),
        ("sustainable-blockchain-22", "max-w-4/5", ".max-w-4\\/5{max-width:800px}"),
        (
            "sustainable-blockchain-22",
            "max-w-site-4/5",
            ".max-w-site-4\\/5{max-width:calc(var(--site-width) * 0.8)}",
        ),
        ("sustainable-blockchain-22", "text-md", None),
        ("orbit", "rounded-large", ".rounded-large{border-radius:12px}"),
        ("orbit", "rounded", ".rounded{border-radius:4px}"),
        ("orbit", "rounded-3xl", None),
        (
            "orbit",
            "text-12xl",
            ".text-12xl{font-size:var(--text-size-12xl);line-height:var(--text-leading-12xl)}",
        ),
        ("cryptonet", "text-xl", ".text-xl{font-size:1.25rem;line-height:1.75rem}"),
        ("cryptonet", "xl:p-0", "@media (max-width: 1280px){.xl\\:p-0{padding:0px}}"),
    ],
)
def test_presets_of_variants(preset, name, rule):
    found = load_preset(preset)
    assert [css(found, name) for name in [name] if name in found.classes] == [[rule]] * (
        rule is not None
    )


@pytest.mark.parametrize(
    ("preset", "screens"),
    [
        ("g1-plain", {"lg": 1000, "md": 800, "sm": 700}),
        ("sustainable-blockchain-22", {"lg": 1200, "md": 1000, "sm": 700}),
        ("cryptonet", {"xl": 1280, "lg": 1024, "md": 768, "sm": 900}),
    ],
)
def test_screens_of_variants(preset, screens):
    listed = [[name, {"max": width}] for name, width in screens.items()]
    assert load_preset(preset).theme["screens"] == listed


FIRST = [site / "content" for site in SITES if site.name not in {"g2", "microgen"}]
FIRST += [folder / "seed" for folder in FOLDERS if (folder / "seed").is_dir()]
SLIPS = {OWN / "g1/content/pages/index.md": {"bg-gray-lite"}}
"""Unknown utilities that pages contain on purpose, because real pages contain such slips too."""


@pytest.mark.parametrize("site", FIRST, ids=lambda folder: f"{folder.parent.name}-{folder.name}")
def test_every_utility_of_the_pages_is_known(sheet, site):
    found, unknown = set(), {}
    for file in site.rglob("*.md"):
        front_matter = file.read_text(encoding="utf-8").split("\n---", 1)[0]
        used = set(words_of_slots(yaml.load(front_matter, yaml.CSafeLoader)))
        found |= used
        missing = {w for w in used if w not in sheet.classes and not NO_UTILITIES.match(w)}
        if missing:
            unknown[file] = missing
    assert len(found) > 20
    slips = {file: words for file, words in SLIPS.items() if file.is_relative_to(site)}
    assert unknown == slips


def test_every_utility_of_a_real_page_of_the_family_g2_is_known(corpus):
    second = load_preset(default_variant("g2").axes["preset"])
    name = "microgen" if corpus == REAL else "g2"
    text = (corpus / name / "content/pages/index.md").read_text(encoding="utf-8")
    used = set(words_of_slots(yaml.load(text.split("\n---", 1)[0], yaml.CSafeLoader)))
    assert len(used) > 20
    # Sizes of pictures and moves of ornaments become styles; kinds of text come from the theme.
    other = re.compile(r"(sm:)?([wh]px-\d+|mg-[\w-]+|rotation-0)$|sm:$|arrow-right-solid$")
    unknown = {w for w in used if w not in second.classes and not NO_UTILITIES.match(w)}
    assert {word for word in unknown if not other.match(word)} == set()


def test_the_family_g2_has_the_same_but_for_the_colours_of_odd_elements(sheet):
    second = load_preset(default_variant("g2").axes["preset"])
    missing = set(sheet.classes) - set(second.classes)
    assert missing
    assert all(re.search(r"(^|:)odd:", name) for name in missing)
    assert set(second.classes) < set(sheet.classes)
    assert second.theme == sheet.theme
    assert set(second.units) < set(sheet.units)


def test_presets_are_small():
    files = list(bundled.bundle("preset-g1.json.gz").parent.glob("preset-*"))
    assert len(files) > 4
    assert all(file.stat().st_size < 500_000 for file in files)


def test_a_preset_that_is_missing_is_said():
    with pytest.raises(EngineError, match="missing from this installation"):
        load_preset("g0")
