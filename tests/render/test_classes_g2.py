"""The derived rules of the family g2, case by case."""

import pytest

from designer.families.class_rules import web_target
from designer.families.g2 import class_rules as classes
from designer.families.template_values import UNDEFINED
from tests.render.nodes import words

MISSING = [None, UNDEFINED]


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("https://example.org", "_blank"),
        ("/go?to=http://example.org", "_blank"),
        ("/http", ""),
        ("#a", ""),
        (None, ""),
        (UNDEFINED, ""),
    ],
)
def test_web_target(link, target):
    assert web_target(link) == target


@pytest.mark.parametrize(
    ("src", "film"), [("/a.mp4", True), ("/a.mp4?x", True), ("/mp4.png", False), (None, False)]
)
def test_is_video(src, film):
    assert classes.is_video(src) is film


@pytest.mark.parametrize(
    ("content", "alignment", "margins"),
    [
        ("w-1/2 min-h-0 text-left", "text-left ", " "),
        ("w-1/2 text-center sm:w-full sm:text-left", "text-center sm:text-left",
         "mx-auto sm:ml-0 sm:mr-auto"),
        ("text-right sm:text-center", "text-right sm:text-center", "ml-auto sm:mx-auto"),
        ("sm:text-right", "sm:text-right sm:text-right",
         "sm:ml-auto sm:mr-0 sm:ml-auto sm:mr-0"),
        ("w-full", " ", ""),
        (None, " ", ""),
    ],
)  # fmt: skip
def test_alignment_of_texts_and_buttons(content, alignment, margins):
    assert classes.text_alignment(content) == alignment
    assert words(classes.button_margins(alignment)) == words(margins)


@pytest.mark.parametrize(
    ("layout", "row", "width"),
    [
        ("flex-wrap gap-0 ", "false flex-wrap gap-0", ""),
        ("flex-col gap-4 w-full sm:w-auto", "items-start flex-col gap-4", "w-full sm:w-auto"),
        ("", "false ", ""),
        (None, "undefined undefined", "undefined"),
        (UNDEFINED, "undefined undefined", "undefined"),
    ],
)
def test_buttons(layout, row, width):
    assert classes.buttons_row(layout) == row
    assert classes.button_width(layout) == width


@pytest.mark.parametrize(
    ("alignment", "more"),
    [
        ("flex-row items-center gap-0", ""),
        ("flex-col items-center", "w-full max-w-site-full"),
        ("flex-col-reverse", "w-full max-w-site-full"),
        ("flex-row sm:flex-col", "sm:w-full sm:max-w-site-full"),
        ("flex-col sm:flex-col-reverse", "w-full max-w-site-full sm:w-full sm:max-w-site-full"),
        (None, ""),
    ],
)
def test_wide_column(alignment, more):
    assert words(classes.wide_column(alignment)) == words(f"relative h-full flex-1 {more}")


@pytest.mark.parametrize(
    ("image", "desktop", "phone"),
    [
        ("wpx-100 hpx-80 mx-auto", ("mx-auto", "100px", "80px"), ("", "auto", "auto")),
        ("wpx- hpx- mr-auto sm:wpx-50 sm:hpx- sm:mx-auto", ("mr-auto", "auto", "auto"),
         ("sm:mx-auto", "50px", "auto")),
        ("", ("", "auto", "auto"), ("", "auto", "auto")),
        (None, ("", "auto", "auto"), ("", "auto", "auto")),
    ],
)  # fmt: skip
def test_a_features_picture(image, desktop, phone):
    for expected, is_phone in ((desktop, False), (phone, True)):
        found = classes.feature_picture(image, phone=is_phone)
        assert found.classes == expected[0]
        assert found.style == f"width:{expected[1]};height:{expected[2]}"


@pytest.mark.parametrize(
    ("image", "desktop", "phone"),
    [
        ("w-48px h-auto object-center object-fill", ("object-center object-fill",
         "width:48px;height:auto"), ("", None)),
        ("  object-left object-fill", ("object-left object-fill", None), ("", None)),
        ("w-9px object-top sm:w-5px sm:h-20px sm:object-left",
         ("object-top sm:object-left", "width:9px;height:sm:20px"),
         ("sm:object-left", "width:5px;height:sm:h-20px")),
        ("sm:w-5px", ("", "width:sm:5px"), ("", "width:5px")),
        (None, ("", None), ("", None)),
    ],
)  # fmt: skip
def test_a_cards_picture(image, desktop, phone):
    for expected, is_phone in ((desktop, False), (phone, True)):
        found = classes.card_picture(image, phone=is_phone)
        assert (found.classes, found.style) == expected


@pytest.mark.parametrize(
    ("border", "color", "width"),
    [
        ("border-gray border-1", "border-gray", "1"),
        ("border-gray-dark border-b-3", "border-gray-dark", "3"),
        ("border-gray", "border-gray", ""),
        (None, "", ""),
    ],
)
def test_border_parts(border, color, width):
    assert classes.border_parts(border) == classes.Border(color, width)


class TestOrnament:
    CONTROL = "w-300px h-auto object-right-top sm:w-100px sm:object-center"
    TRANSFORM = "translate-x-10 translate-y--5 opacity-50 scale-150 rotation-45 sm:scale-80"

    def test_desktop(self):
        found = classes.ornament(self.CONTROL, self.TRANSFORM, phone=False)
        assert found.place == (
            "top-0 bottom-auto left-auto right-0"
            " sm:top-1/2 sm:bottom-auto sm:left-1/2 sm:right-auto"
        )
        assert found.style == (
            "transform:translate(10px, -5px) scale(1.5) rotate(45deg);opacity:0.5"
        )
        assert (found.width, found.height, found.centre) == ("300px", "auto", "")
        assert found.size == "width:300px;height:auto"

    def test_the_copy_for_phones_takes_the_size_it_lacks_but_no_transform(self):
        found = classes.ornament(self.CONTROL, self.TRANSFORM, phone=True)
        assert found.place == classes.ornament(self.CONTROL, "", phone=False).place
        assert found.style == "transform:translate(0px, 0px) scale(0.8) rotate(0deg);opacity:1"
        assert (found.width, found.height) == ("100px", "auto")
        assert found.centre == "-translate-x-1/2 -translate-y-1/2"

    @pytest.mark.parametrize("phone", [False, True])
    @pytest.mark.parametrize("control", [None, "", "  undefined", "object-middle"])
    def test_without_a_place(self, control, phone):
        found = classes.ornament(control, None, phone=phone)
        assert found == classes.Ornament(
            place="undefined ",
            style="transform:translate(0px, 0px) scale(1) rotate(0deg);opacity:1",
            centre="undefined",
            width="",
            height="",
        )
        assert found.size is None

    @pytest.mark.parametrize(
        ("place", "edges", "centre"),
        [
            ("center", "top-1/2 bottom-auto left-1/2 right-auto",
             "-translate-x-1/2 -translate-y-1/2"),
            ("top", "top-0 bottom-auto left-1/2 right-auto", "-translate-x-1/2"),
            ("right-top", "top-0 bottom-auto left-auto right-0", ""),
            ("right", "top-1/2 bottom-auto left-auto right-0", "-translate-y-1/2"),
            ("right-bottom", "top-auto bottom-0 left-auto right-0", ""),
            ("bottom", "top-auto bottom-0 left-1/2 right-auto", "-translate-x-1/2"),
            ("left-bottom", "top-auto bottom-0 left-0 right-auto", ""),
            ("left", "top-1/2 bottom-auto left-0 right-auto", "-translate-y-1/2"),
            ("left-top", "top-0 bottom-auto left-0 right-auto", ""),
        ],
    )  # fmt: skip
    def test_places(self, place, edges, centre):
        found = classes.ornament(f"object-{place}", "scale-x", phone=False)
        assert (found.place.strip(), found.centre) == (edges, centre)


@pytest.mark.parametrize(
    ("slides", "count", "scrolls"),
    [
        ("w-1/3", 3, False),
        ("w-1/3", 4, True),
        ("w-2/5", 2, False),
        ("w-2/5", 3, True),
        ("w-full", 2, True),
        (None, 1, False),
        ("x", 2, True),
    ],
)
def test_can_scroll(slides, count, scrolls):
    assert classes.can_scroll(slides, count) is scrolls


def test_padding_sides():
    padding = "pt-1 pr-2 pb-3 pl-4 sm:pt-5"
    assert classes.padding_sides(padding, "pt", "pb") == "pt-1 pb-3 sm:pt-5"
    assert classes.padding_sides(padding, "pl", "pr") == "pr-2 pl-4"
    assert classes.padding_sides(None, "pt") == ""


def test_without_opacity():
    assert classes.without_opacity("bg-black opacity-80") == "bg-black"
    assert [classes.without_opacity(value) for value in MISSING] == ["undefined"] * 2
