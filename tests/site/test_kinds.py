"""Each kind of site: its root, its public folder, its pages with their routes and names."""

import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from designer.site import Site, public_folder
from designer.site.site_kinds import site_kinds

KINDS = Path(__file__).parents[1] / "sites" / "kinds"


@dataclass(frozen=True)
class Expected:
    """What is expected of a site: `pages` has the home page first, then the order of the list."""

    label: str
    public: str
    pages: dict[str, tuple[str, str]]
    home: str = ""
    media: dict[str, str] = field(default_factory=dict)


TABLE = {
    "astro": Expected(
        "Astro",
        "public",
        {
            "src/content/pages/index.md": ("/", "Home"),
            "src/content/blog/2024/launch.mdx": ("/blog/2024/launch", "Launch day"),
            "src/content/pages/boats.md": ("/boats", "Boats"),
            "src/pages/imprint.md": ("/imprint", "Imprint"),
            "src/content/pages/prices.json": ("/prices", "Prices"),
        },
        media={
            "/favicon.svg": "public/favicon.svg",
            "../../assets/boat.svg": "src/assets/boat.svg",
            "@/assets/boat.svg": "src/assets/boat.svg",
            "/src/assets/boat.svg": "src/assets/boat.svg",
        },
    ),
    "cloudcannon": Expected(
        "CloudCannon",
        ".",
        {
            "web/pages/index.html": ("/", "Home"),
            "web/pages/fares.md": ("/fares", "Fares"),
            "web/content/trips/island.md": ("/trips/island", "Island trip"),
        },
    ),
    "decap": Expected(
        "Decap CMS or Sveltia CMS",
        "public",
        {
            "kitchen/home.yml": ("/", "Home"),
            "kitchen/dishes/soup.md": ("/dishes/soup", "Soup"),
        },
        media={"/photos/soup.svg": "public/photos/soup.svg"},
    ),
    "docusaurus": Expected(
        "Docusaurus",
        "static",
        {
            "blog/2024-02-01-release.md": ("/blog/2024/02/01/release", "Release"),
            "docs/01-intro.md": ("/docs/intro", "Introduction"),
            "docs/02-setup/README.md": ("/docs/setup", "Setup"),
            "docs/02-setup/linux.mdx": ("/docs/setup/on-linux", "Linux"),
            "src/pages/help.md": ("/help", "Help"),
        },
        home="src/pages/help.md",
        media={"@site/static/img/tool.svg": "static/img/tool.svg"},
    ),
    "eleventy": Expected(
        "Eleventy",
        "site",
        {
            "site/index.njk": ("/", "Home"),
            "site/about.md": ("/about", "About the orchard"),
            "site/trees/old-apple.liquid": ("/apple", "Old apple"),
            "site/trees/trees.md": ("/trees", "All trees"),
        },
        media={
            "/img/apple.svg": "site/img/apple.svg",
            "/type/readme.txt": "shared/fonts/readme.txt",
        },
    ),
    "frontmatter": Expected(
        "Front Matter CMS",
        "static",
        {
            "texts/pages/index.md": ("/", "Home"),
            "texts/notes/pruning.md": ("/notes/pruning", "Pruning"),
        },
        media={"/rose.svg": "static/rose.svg"},
    ),
    "gatsby": Expected(
        "Gatsby",
        "static",
        {
            "content/pages/index.md": ("/", "Home"),
            "content/blog/first-kiln/index.md": ("/blog/first-kiln", "First kiln"),
            "src/pages/contact.mdx": ("/contact", "Contact"),
        },
        media={"/clay.svg": "static/clay.svg"},
    ),
    "hugo": Expected(
        "Hugo",
        "static",
        {
            "content/_index.en.md": ("/", "Fresh bread"),
            "content/about/index.en.md": ("/about", "About us"),
            "content/_index.de.md": ("/de", "Frisches Brot"),
            "content/about/index.de.md": ("/de/about", "Über uns"),
            "content/news/_index.md": ("/news", "News"),
            "content/news/2024-01-05-oven.md": ("/news/oven", "A new oven"),
            "content/rolls.md": ("/our-rolls", "Rolls"),
        },
        media={
            "/img/bread.svg": "static/img/bread.svg",
            "img/bread.svg": "static/img/bread.svg",
            "/img/dough.svg": "assets/img/dough.svg",
        },
    ),
    "hugo-folders": Expected(
        "Hugo",
        "files",
        {
            "texts/french/_index.md": ("/", "Home"),
            "texts/french/caves/_index.md": ("/caves", "Caves"),
            "texts/english/_index.md": ("/en", "Wine"),
            "texts/english/caves/_index.md": ("/en/caves", "Cellars"),
        },
        media={"/img/grape.svg": "files/img/grape.svg"},
    ),
    "jekyll": Expected(
        "Jekyll",
        ".",
        {
            "index.html": ("/", "Home"),
            "_posts/2024-03-09-spring-open.md": ("/2024/03/09/spring-open", "Spring open"),
            "join.md": ("/become-a-member", "Join us"),
            "_lessons/forks.md": ("/lessons/forks", "Forks"),
            "_pages/rules.md": ("/rules", "Rules"),
        },
        media={"/assets/board.svg": "assets/board.svg"},
    ),
    "keystatic": Expected(
        "Keystatic",
        ".",
        {
            "texts/home.yaml": ("/", "Home"),
            "texts/pages/join.mdoc": ("/join", "Join"),
            "texts/songs/canon/index.mdx": ("/songs/canon", "Canon"),
        },
    ),
    "metalsmith": Expected(
        "Metalsmith",
        "texts",
        {"texts/index.md": ("/", "Home"), "texts/work/gates.md": ("/gates", "Gates")},
        media={"/assets/gate.svg": "lib/assets/gate.svg"},
    ),
    "mkdocs": Expected(
        "MkDocs",
        "handbook",
        {"handbook/index.md": ("/", "Home"), "handbook/tools/README.md": ("/tools", "Tools")},
    ),
    "next": Expected(
        "Next.js",
        "public",
        {
            "content/page/home.mdx": ("/", "Home"),
            "content/page/about.mdx": ("/about", "About the mill"),
            "content/posts/first-flour.md": ("/posts/first-flour", "First flour"),
        },
        media={"/img/mill.svg": "public/img/mill.svg"},
    ),
    "next-app": Expected(
        "Next.js",
        "public",
        {
            "src/app/page.mdx": ("/", "Home"),
            "src/app/(info)/opening-hours/page.mdx": ("/opening-hours", "Opening hours"),
        },
    ),
    "no-kind": Expected(
        "",
        ".",
        {
            "index.en.md": ("/", "Guest house"),
            "rooms/loft.md": ("/rooms/loft", "The loft"),
            "start.md": ("/start", "Start here"),
        },
        media={"/rooms/img/bay.svg": "rooms/img/bay.svg"},
    ),
    "nuxt": Expected(
        "Nuxt",
        "public",
        {
            "content/1.index.md": ("/", "Home"),
            "content/2.programme/1.index.md": ("/programme", "Programme"),
            "content/2.programme/2.matinees.md": ("/programme/matinees", "Matinees"),
        },
        media={"/seat.svg": "public/seat.svg"},
    ),
    "pagescms": Expected(
        "Pages CMS",
        "public",
        {
            "texts/pages/index.md": ("/", "Home"),
            "texts/walks/ridge.md": ("/walks/ridge", "The ridge"),
        },
        media={"/media/hill.svg": "public/media/hill.svg"},
    ),
    "stackbit": Expected(
        "Stackbit",
        ".",
        {"texts/pages/index.md": ("/", "Home"), "texts/pages/work.json": ("/work", "Work")},
    ),
    "starlight": Expected(
        "Starlight",
        "public",
        {
            "src/content/docs/index.mdx": ("/", "Home"),
            "src/content/docs/guides/start.md": ("/guides/start", "First steps"),
        },
    ),
    "statamic": Expected(
        "Statamic",
        "public",
        {
            "content/collections/pages/home.md": ("/", "Home"),
            "content/collections/stories/2024-05-06.the-map.md": ("/stories/the-map", "The map"),
            "content/collections/pages/visit.md": ("/visit", "Visit"),
        },
        media={"map.svg": "public/assets/map.svg", "/assets/map.svg": "public/assets/map.svg"},
    ),
    "sveltekit": Expected(
        "SvelteKit",
        "static",
        {
            "src/routes/+page.md": ("/", "Home"),
            "src/routes/(about)/station/+page.md": ("/station", "The station"),
            "src/content/storms.md": ("/storms", "Storms"),
        },
        media={"$lib/assets/cloud.svg": "src/lib/assets/cloud.svg", "/sun.svg": "static/sun.svg"},
    ),
    "tinacms": Expected(
        "TinaCMS",
        ".",
        {
            "texts/pages/home.md": ("/", "Home"),
            "texts/posts/storm.md": ("/posts/storm", "Storm"),
        },
    ),
    "zola": Expected(
        "Zola",
        "static",
        {"content/_index.md": ("/", "Home"), "content/stones.md": ("/all-stones", "Stones")},
        media={"/stone.svg": "static/stone.svg"},
    ),
}


@pytest.fixture(params=TABLE)
def name(request):
    return request.param


@pytest.fixture
def root(name, tmp_path):
    """A copy of the site, so that nothing around this checkout is a sign, with an installed package
    and a built site that are no part of it."""
    root = shutil.copytree(KINDS / name, tmp_path / "here" / name)
    for junk in ("node_modules/pkg/readme.md", "node_modules/pkg/content/pages/index.md"):
        (root / junk).parent.mkdir(parents=True, exist_ok=True)
        (root / junk).write_text("---\ntitle: A package\n---\n", encoding="utf-8")
    for junk in ("dist/page.md", "_site/page.md", ".cache/page.md", "vendor/x/page.md"):
        (root / junk).parent.mkdir(parents=True, exist_ok=True)
        (root / junk).write_text("---\ntitle: Built\n---\n", encoding="utf-8")
    return root


def test_every_kind_has_a_site():
    kinds = site_kinds()
    labels = {kind.label for kind in (*kinds.generators, *kinds.managers)}
    assert {each.label for each in TABLE.values()} == labels | {""}
    assert {folder.name for folder in KINDS.iterdir()} == set(TABLE)
    names = [kind.name for kind in (*kinds.generators, *kinds.managers)]
    assert len(set(names)) == len(names)
    assert all(names)


def test_its_pages_have_routes_and_names(name, root):
    pages = Site.open(root).pages()
    found = {page.path.relative_to(root).as_posix(): (page.route, page.title) for page in pages}
    assert list(found.items()) == list(TABLE[name].pages.items())


def test_its_root_is_found_from_the_root_a_folder_and_a_page(name, root):
    if name == "no-kind":
        assert Site.find(root) is None
        return
    assert Site.find(root) == Site.open(root)
    for page in TABLE[name].pages:
        assert Site.find(root / page) == Site.open(root), page
        assert Site.find((root / page).parent) == Site.open(root), page


def test_its_home_page_and_its_label(name, root):
    expected = TABLE[name]
    site = Site.open(root)
    assert site.home == root / (expected.home or next(iter(expected.pages)))
    assert site.layout().setup.label == expected.label


def test_its_public_folder_and_pictures(name, root):
    expected = TABLE[name]
    assert public_folder(root) == root / expected.public
    page = root / next((each for each in expected.pages if "boats" in each), "x.md")
    for address, file in expected.media.items():
        assert Site.open(root).media(address, page) == root / file, address


def test_every_page_is_found_by_its_route(name, root):
    for file, (route, _title) in TABLE[name].pages.items():
        assert Site.open(root).page_at(route) == root / file


def test_a_kind_survives_broken_configuration(name, root):
    """Each configuration file is broken in turn; pages are still found."""
    for file in [each for each in root.rglob("*") if each.suffix in (".yml", ".yaml", ".toml")]:
        if "texts" in file.parts or "kitchen" in file.parts:
            continue
        text = file.read_bytes()
        for broken in (b"", b"\xff\xfe{[", b"- a: [1\n  b: {", b"a = \n[[" * 20, b"[" * 50_000):
            file.write_bytes(broken)
            assert isinstance(Site.open(root).pages(), tuple)
        file.write_bytes(text)
    for script in [each for each in root.iterdir() if each.suffix in (".js", ".mjs", ".ts")]:
        script.write_bytes(b"/* '" * 10_000)
        assert isinstance(Site.open(root).pages(), tuple)


@pytest.mark.parametrize(
    ("name", "file", "text", "line"),
    [
        ("hugo", "hugo.yaml", "title: A\nlanguages: [\n", 3),
        ("hugo-folders", "config/_default/hugo.toml", 'title = "A"\ncontentDir = \n', 2),
        ("frontmatter", "frontmatter.json", '{\n\n"a" 1}', 3),
        ("decap", "public/admin/config.yml", "a: 1\nb: 'open\n", 3),
        ("jekyll", "_config.yml", "[" * 50_000, 1),
        ("frontmatter", "frontmatter.json", "[" * 100_000, None),
    ],
)
def test_a_broken_configuration_is_told_with_its_line(name, file, text, line, root):
    assert Site.open(root).broken_configuration == {}
    (root / file).write_text(text)
    site = Site.open(root)
    found = {**site.broken_configuration, **site.broken_schemas}
    (error,) = found.values()
    assert list(found) == [file]
    assert Path(file).name in str(error)
    assert line is None or f"line {line}," in str(error)
