"""Names that every system allows, and names that a system spells otherwise."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designer.file_names import portable_stem
from designer.site import listed_path
from designer.site.media import save_image

DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d) *(\..*)?", re.IGNORECASE)


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("photo", "photo"), ("a: b?", "a b"), ("con", "con-1"), ("AUX", "AUX-1"),
        ("com7.tar", "com7-1.tar"), ("console", "console"), ("..", "picture"), ("<>", "picture"),
        ("end. ", "end"), ("nul .x", "nul -1.x"), ("über/unter", "überunter"), ("", "picture"),
    ],
)  # fmt: skip
def test_names_for_all_systems(stem, name):
    assert portable_stem(stem, "picture") == name


@given(st.text(max_size=12))
def test_no_system_refuses_a_name(stem):
    name = portable_stem(stem, "picture")
    assert name
    assert name == name.strip(". ")
    assert not re.search(r'[\x00-\x1f<>:"/\\|?*]', name)
    assert not DEVICE.fullmatch(name)
    assert portable_stem(name, "picture") == name


def test_a_picture_gets_such_a_name(tmp_path):
    (tmp_path / "public").mkdir()
    assert save_image(tmp_path, "Aux.png", b"x").endswith("/Aux-1.png")
    assert save_image(tmp_path, 'a:"b".png', b"x").endswith("/ab.png")


def test_a_path_as_its_folders_list_it(tmp_path):
    (tmp_path / "img").mkdir()
    (tmp_path / "img/a.png").touch()
    (tmp_path / "img/B.png").touch()
    assert listed_path(tmp_path, tmp_path / "Img/A.PNG") == tmp_path / "img/a.png"
    assert listed_path(tmp_path, tmp_path / "img/B.png") == tmp_path / "img/B.png"
    assert listed_path(tmp_path, tmp_path / "none/B.png") == tmp_path / "none/B.png"
