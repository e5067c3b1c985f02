"""Pictures get addresses, and copies of those from elsewhere a name that is free."""

import pytest

from designer.errors import SaveError
from designer.site import (
    IMAGE_SUFFIXES,
    add_image,
    address_of,
    images_folder,
    media_file,
    public_folder,
    save_image,
)


@pytest.fixture
def root(tmp_path):
    for name in ("public/img/a.png", "public/img/b.png", "public/icon.png", "content/x.png"):
        file = tmp_path / "site" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(name.encode())
    return tmp_path / "site"


def test_a_published_file_has_an_address(root):
    file = root / "public" / "img" / "the bay.png"
    file.write_bytes(b"x")
    assert address_of(root, file) == "/img/the%20bay.png"
    assert media_file(root, "/img/the%20bay.png") == file


def test_what_is_not_published_has_none(root, tmp_path):
    (tmp_path / "elsewhere.png").write_bytes(b"x")
    assert address_of(root, tmp_path / "elsewhere.png") is None
    assert address_of(root, root / "content" / "x.png") is None
    assert address_of(root, root / "public" / "missing.png") is None


def test_pictures_go_where_pictures_are(root, tmp_path):
    assert images_folder(root) == root / "public" / "img"
    (root / "public" / "uploads").mkdir()
    assert images_folder(root) == root / "public" / "uploads"
    assert images_folder(tmp_path / "empty") == tmp_path / "empty" / "uploads"


def test_pictures_beside_the_folders_do_not_make_a_home(root):
    for name in ("b.png", "c.png", "d.png"):  # with icon.png there are more than in img
        (root / "public" / name).write_bytes(b"x")
    assert images_folder(root) == root / "public" / "img"
    for file in (root / "public" / "img").iterdir():
        file.unlink()
    assert images_folder(root) == root / "public" / "uploads"


def test_a_copy_never_overwrites(root, tmp_path):
    taken = tmp_path / "a.png"
    taken.write_bytes(b"new")
    assert add_image(root, taken) == "/img/a-2.png"
    assert add_image(root, taken) == "/img/a-3.png"
    assert (root / "public/img/a.png").read_bytes() == b"public/img/a.png"
    assert (root / "public/img/a-3.png").read_bytes() == b"new"


def test_a_name_with_spaces_becomes_one_without(root, tmp_path):
    file = tmp_path / "my  bay.PNG"
    file.write_bytes(b"x")
    assert add_image(root, file) == "/img/my-bay.PNG"


def test_what_cannot_be_read_is_not_copied(root, tmp_path):
    with pytest.raises(SaveError, match="nothing changed"):
        add_image(root, tmp_path / "missing.png")


def test_most_pictures_count_wherever_they_lie(root):
    for name in ("deep/er/a.PNG", "deep/er/b.jpg", "deep/er/c.jpeg", "deep/er/d.txt"):
        file = root / "public" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"x")
    assert images_folder(root) == root / "public" / "deep" / "er"


@pytest.mark.parametrize("folder", [".hidden", "node_modules", "content"])
def test_pictures_that_do_not_count(root, folder):
    place = root / "public" / folder
    place.mkdir()
    for name in "abcd":
        (place / f"{name}.png").write_bytes(b"x")
    (root / "public" / "linked").symlink_to(place)
    assert images_folder(root) == root / "public" / "img"


@pytest.mark.parametrize("ending", ["png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "ico"])
def test_what_is_a_picture(tmp_path, ending):
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / f"a.{ending}").write_bytes(b"x")
    assert f".{ending}" in IMAGE_SUFFIXES
    assert images_folder(tmp_path) == tmp_path / "x"


@pytest.mark.parametrize(
    "ending",
    [
        ".apng", ".avif", ".bmp", ".gif", ".ico", ".jpeg", ".jpg", ".otf", ".png", ".svg", ".ttf",
        ".webp", ".woff", ".woff2", ".PNG",
    ],
)  # fmt: skip
def test_what_a_style_sheet_may_name(root, ending):
    file = root / "src" / f"a b{ending}"
    file.parent.mkdir()
    file.write_bytes(b"x")
    assert media_file(root, f"/~files/src/a%20b{ending}") == file
    (root / "src" / f"a{ending}.js").write_bytes(b"x")
    assert media_file(root, f"/~files/src/a{ending}.js") is None


def test_the_public_folder(tmp_path):
    assert public_folder(tmp_path) == tmp_path
    (tmp_path / "static").mkdir()
    assert public_folder(tmp_path) == tmp_path / "static"
    (tmp_path / "public").write_bytes(b"")
    assert public_folder(tmp_path) == tmp_path / "static"
    (tmp_path / "public").unlink()
    (tmp_path / "public").mkdir()
    assert public_folder(tmp_path) == tmp_path / "public"


def test_what_is_refused_has_no_address(root):
    (root / "public" / ".hidden.png").write_bytes(b"x")
    assert address_of(root, root / "public" / ".hidden.png") is None
    assert address_of(root, root / "public" / "img") is None
    assert address_of(root, root / "public") is None


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("a.png", "/img/a-2.png"), (" x  y .png", "/img/x-y.png"), (".png", "/img/png"),
        ("..x.png", "/img/x.png"), ("ü.svg", "/img/%C3%BC.svg"), (" .gif", "/img/picture.gif"),
        ("a", "/img/a"),
    ],
)  # fmt: skip
def test_names_of_pictures(root, name, address):
    assert save_image(root, name, b"data") == address
    assert media_file(root, address).read_bytes() == b"data"


def test_the_folder_for_pictures_is_made(tmp_path):
    (tmp_path / "public").mkdir()
    assert save_image(tmp_path, "a.png", b"x") == "/uploads/a.png"
    assert (tmp_path / "public" / "uploads" / "a.png").read_bytes() == b"x"


def test_what_cannot_be_written_is_told(tmp_path):
    (tmp_path / "public").mkdir()
    (tmp_path / "public" / "uploads").write_bytes(b"")
    with pytest.raises(SaveError, match=r"^a\.png could not be saved, so nothing changed: "):
        save_image(tmp_path, "a.png", b"x")
    with pytest.raises(SaveError, match=r"^b\.png could not be read, so nothing changed: "):
        add_image(tmp_path, tmp_path / "b.png")
