"""Pictures get addresses, and copies of those from elsewhere a name that is free."""

import pytest

from designer.errors import SaveError
from designer.site import add_image, address_of, images_folder, media_file


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
