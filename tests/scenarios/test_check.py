"""The command line lists what of a site it could not understand."""

import json

import pytest

from designer.cli import main
from designer.project import PageLocation


def write(file, text):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def page(*blocks):
    return "---\nblocks:\n" + "".join(blocks) + "---\n"


@pytest.fixture
def checked(capsys):
    def run(*arguments):
        code = main(["check", *map(str, arguments)])
        return code, capsys.readouterr().out

    return run


def test_nothing_to_say(checked, sample):
    assert checked(sample) == (0, "Everything was understood.\n")
    assert checked(sample, "--json") == (0, "[]\n")


def test_everything_that_can_be_found(checked, sample):
    pages = sample / "content/pages"
    write(pages / "broken.md", "---\na: [\n---\n")
    write(
        pages / "odd.md",
        page(
            "  - _template: nobody\n    title: x\n",
            "  - words\n",
            "  - title: x\n",
            "  - _template: banner\n    headlin: x\n    background: {colour: red}\n"
            "    buttons: [{lable: x}]\n"
            "    style: {headlineStyles: text-md items-center-vertical}\n",
            "  - _template: note\n    words: x\n",
        ),
    )  # fmt: skip
    note = sample / "designer/templates/note"
    write(note / "block.yaml", "label: Note\nfields: {words: {type: string, label: Words}}\n")
    write(note / "template.html", "<section>{{ block.word }}</section>")
    write(sample / "designer/templates/bad/block.yaml", "label: 5\n")
    write(sample / "designer/templates/_saved/torn.yaml", "block: [\n")
    code, out = checked(sample, "--json")
    assert code == 1
    assert "_saved/torn.yaml: cannot be read: line 2" in out
    found = {(each["code"], each["file"], each["line"], each["path"]) for each in json.loads(out)}
    odd = "content/pages/odd.md"
    assert {each for each in found if each[0] != "type-broken"} == {
        ("page-unreadable", "content/pages/broken.md", 3, ""),
        ("type-without-template", odd, 3, "blocks[0]"),
        ("block-no-mapping", odd, 5, "blocks[1]"),
        ("type-missing", odd, 6, "blocks[2]"),
        ("field-unknown", odd, 8, "blocks[3].headlin"),
        ("field-unknown", odd, 9, "blocks[3].background.colour"),
        ("field-unknown", odd, 10, "blocks[3].buttons[0].lable"),
        ("class-unknown", odd, 11, "blocks[3].style.headlineStyles"),
        ("template-failed", odd, 12, "blocks[4]"),
    }
    assert len([each for each in found if each[0] == "type-broken"]) == 2
    code, out = checked(pages / "odd.md")
    assert "the schema has no “word”" in out
    assert "note/template.html, line 1" in out
    assert "broken.md" not in out


def test_a_configuration_that_cannot_be_used(checked, sample):
    write(sample / "tailwind.config.js", "module.exports = {\n  theme: nothing\n}\n")
    write(
        sample / "content/pages/index.md",
        page("  - _template: banner\n    style: {headlineStyles: text-md text-lg}\n"),
    )
    code, out = checked(sample / "content/pages/index.md", "--json")
    assert code == 1
    config, unknown = json.loads(out)
    assert (config["code"], config["file"], config["line"]) == (
        "tailwind-failed",
        "tailwind.config.js",
        2,
    )
    assert config["message"] == "The site's Tailwind cannot be used: nothing is not defined."
    assert unknown["message"].startswith("“text-md” is no class")


@pytest.mark.parametrize("version", ["2.2.19", "3.4.1", "4.0.0"])
def test_packages_that_are_not_installed(checked, sample, version):
    """Each is told once, and no other class is unknown for it."""
    config = "\nmodule.exports = { plugins: [require('daisyui'), require('flow/plugin')] }\n"
    write(sample / "package.json", json.dumps({"dependencies": {"tailwindcss": version}}))
    write(sample / "tailwind.config.js", config)
    if version > "4":
        write(sample / "styles.css", '@import "tailwindcss";\n@config "./tailwind.config.js";\n')
    text = "  - _template: banner\n    style: {headlineStyles: 'mt-4 btn'}\n"
    write(sample / "content/pages/index.md", page(text))
    code, out = checked(sample, "--json")
    assert code == 1
    found = [each for each in json.loads(out) if "“daisyui”" in each["message"]]
    assert [(each["file"], each["line"]) for each in found] == [("tailwind.config.js", 2)]
    assert found[0]["message"].startswith("The package “daisyui” is not installed, so its")
    assert "“flow” is not installed" in out
    assert "“btn” is no class" in out
    assert "“mt-4”" not in out


@pytest.mark.parametrize("version", ["3.4.1", "4.0.0"])
def test_classes_of_a_later_tailwind_without_its_configuration(checked, sample, version):
    write(sample / "package.json", json.dumps({"dependencies": {"tailwindcss": version}}))
    write(sample / "styles.css", '@import "tailwindcss";\n@config "./tailwind.config.js";\n')
    write(sample / "tailwind.config.js", "module.exports = {\n  theme: {}\n  plugins: []\n}\n")
    write(
        sample / "content/pages/index.md",
        page(
            "  - _template: banner\n    style: {headlineStyles: 'hover:p-[7px] size-4 no-such'}\n"
        ),
    )
    code, out = checked(sample / "content/pages/index.md", "--json")
    assert code == 1
    found = [each for each in json.loads(out) if each["file"] != "content/global/index.json"]
    assert [(each["code"], each["line"], each["path"]) for each in found] == [
        ("tailwind-failed", 3, ""),
        ("class-unknown", 4, "blocks[0].style.headlineStyles"),
    ]
    assert "“no-such”" in found[1]["message"]


def test_a_configuration_that_cannot_be_read(checked, sample):
    (sample / "tailwind.config.js").write_bytes(b"\xff")
    code, out = checked(sample, "--json")
    assert code == 1
    (found,) = json.loads(out)
    assert (found["code"], found["file"]) == ("tailwind-failed", "tailwind.config.js")


def test_style_sheets_that_are_missing(checked, sample):
    write(sample / "package.json", '{"dependencies": {"tailwindcss": "^4"}}')
    write(
        sample / "styles.css",
        '/*\n@import "old";\n*/\n@import "tailwindcss";\n@import "tw-animate-css";\n'
        '@import url("https://example.com/a.css");\n@import "./there.css";\n',
    )
    write(sample / "there.css", '@import "./missing.css" layer(base);\n')
    _, out = checked(sample, "--json")
    found = [each for each in json.loads(out) if each["code"] == "style-sheet-missing"]
    assert {(each["file"], each["line"]) for each in found} == {
        ("styles.css", 5),
        ("there.css", 1),
    }
    assert any("“tw-animate-css” is not among" in each["message"] for each in found)


def test_a_schema_and_a_theme_that_are_not_there(checked, sample):
    write(sample / "tina/tina-lock.json", '{"schema": {"collections": [')
    document = sample / "content/global/index.json"
    data = json.loads(document.read_text(encoding="utf-8"))
    write(document, json.dumps(data | {"theme": "content/theme/none.json"}))
    code, out = checked(sample / "content/pages/index.md", "--json")
    assert code == 1
    found = {(each["code"], each["file"], each["path"]) for each in json.loads(out)}
    assert ("schema-broken", "tina/tina-lock.json", "") in found
    assert ("theme-missing", "content/global/index.json", "theme") in found


def test_nothing_to_check(checked, tmp_path, capsys):
    assert main(["check", str(tmp_path / "missing")]) == 2
    assert "There is no file" in capsys.readouterr().err


def test_words_of_the_cms_are_no_classes_that_are_missing(checked, sample):
    file = sample / "content/pages/odd.md"
    style = "{headlineStyles: text-xl undefined wpx-5, featureImage: wpx-100 sm:hpx-9 mx-auto}"
    write(file, page(f"  - _template: feature\n    headline: x\n    style: {style}\n"))
    _, out = checked(file)
    assert "undefined" not in out
    assert "wpx-100" not in out
    assert "hpx-9" not in out
    assert "“wpx-5” is no class" in out


def test_files_of_a_type_that_cannot_be_read_are_named(checked, sample):
    own = sample / "designer/templates"
    write(own / "note/block.yaml", "label: Note\n")
    write(own / "note/template.html", "")
    (own / "note/template.html").write_bytes(b"<section>\n\xe9</section>")
    write(own / "bad/block.yaml", "label: Bad\nfields:\n  a: [\n")
    file = sample / "content/pages/odd.md"
    write(file, page("  - _template: note\n"))
    code, out = checked(file)
    assert code == 1
    assert "the byte 0xe9 is no UTF-8" in out
    assert "(templates/note/template.html, line 2)" in out
    assert "templates/bad/block.yaml: cannot be read: line 4" in out
    assert "unicode string" not in out
    assert str(sample) not in out


def codes(out, file):
    return [(e["code"], e["line"], e["path"]) for e in json.loads(out) if e["file"] == file]


def test_what_is_around_the_blocks(checked, tmp_path):
    write(tmp_path / "package.json", "{}")
    write(tmp_path / "content/text.md", "---\nblocks: words\n---\n")
    write(tmp_path / "content/empty.md", "---\nblocks: []\n---\n")
    write(tmp_path / "content/nothing.md", "---\ndraft: true\n---\n")
    write(tmp_path / "content/article.md", "---\ntitle: A\n---\n\nWords\n")
    _, out = checked(tmp_path, "--json")
    assert codes(out, "content/text.md") == [("blocks-no-list", 2, "blocks")]
    assert codes(out, "content/nothing.md") == [("no-blocks", None, "")]
    assert codes(out, "content/empty.md") == codes(out, "content/article.md") == []


def test_a_body_that_the_site_ignores(checked, sample):
    write(sample / "content/pages/odd.md", page("  - _template: banner\n") + "\nWords\n")
    code, out = checked(sample / "content/pages/odd.md", "--json")
    assert code == 1
    assert codes(out, "content/pages/odd.md") == [("body-ignored", 5, "")]


def test_missing_images(checked, tmp_path):
    write(tmp_path / "package.json", "{}")
    write(tmp_path / "public/here.png", "x")
    blocks = (
        "  - _component: hero\n    image: /here.png\n    other: /gone.png\n"
        "    icon: BiUser\n    logo: check.circle\n    web: https://x.example/a.png\n"
        "    note: See the file a.png for more.\n    later: '{{ site.image }}.png'\n"
        "    links: [{type: pdf, url: /paper.pdf}]\n    target: '#team'\n"
        "    text: |\n      ![a](/lost.png) and ![b](/here.png)\n"
        "    html: <p><img class=x src='/none.webp'><img alt='' src=\"/here.png\"></p>\n"
    )
    body = "\n![a](/gone.svg) ![b](/here.png)\n\n<img src=/no.gif>\n"
    write(tmp_path / "content/a.md", page(blocks) + body)
    _, out = checked(tmp_path, "--json")
    assert codes(out, "content/a.md")[1:] == [
        ("image-missing", 5, "blocks[0].other"),
        ("image-missing", 13, "blocks[0].text"),
        ("image-missing", 15, "blocks[0].html"),
        ("image-missing", 18, "body"),
        ("image-missing", 20, "body"),
    ]


def test_sections(checked, tmp_path):
    write(tmp_path / "package.json", "{}")
    text = "---\nblocks:\n  hero: {title: A}\nteam:\n  - title: B\n    image: /b.png\n---\n"
    write(tmp_path / "content/a.md", text)
    _, out = checked(tmp_path, "--json")
    assert codes(out, "content/a.md") == [
        ("blocks-no-list", 2, "blocks"),
        ("type-without-template", 2, "blocks"),
        ("type-without-template", 4, "team"),
        ("image-missing", 6, "team[0].image"),
    ]


def test_an_image_beside_a_nested_page(checked, tmp_path):
    """A relative address counts from the page, not from the folder of public files."""
    write(tmp_path / "package.json", '{"dependencies": {"next": "15"}}')
    write(tmp_path / "public/img/bay.svg", "<svg/>")
    text = page("  - _component: hero\n    image: {src: img/bay.svg}\n")
    write(tmp_path / "content/rooms/loft.md", text)
    write(tmp_path / "content/index.md", text)
    _, out = checked(tmp_path, "--json")
    found = [each for each in json.loads(out) if each["code"] == "image-missing"]
    assert [(each["file"], each["line"], each["path"]) for each in found] == [
        ("content/rooms/loft.md", 4, "blocks[0].image.src")
    ]


def test_an_image_that_only_this_system_finds(checked, tmp_path, monkeypatch):
    """Windows and macOS ignore case, the servers of sites do not."""
    write(tmp_path / "package.json", "{}")
    write(tmp_path / "public/img/a.png", "x")
    blocks = "  - _component: hero\n    one: /img/a.png\n    two: /Img/A.png\n"
    write(tmp_path / "content/a.md", page(blocks))
    real = PageLocation.media

    def ignoring_case(self, address):
        return real(self, address) or (tmp_path / "public" / address.lstrip("/"))

    monkeypatch.setattr(PageLocation, "media", ignoring_case)
    _, out = checked(tmp_path, "--json")
    assert codes(out, "content/a.md")[1:] == [("image-missing", 5, "blocks[0].two")]
