"""The derived class rules, case by case."""

import pytest

from designer.families import class_rules as shared_rules
from designer.families.g1 import class_rules
from designer.families.template_values import UNDEFINED, Record, Shape
from designer.schema import Slot

MISSING = [None, UNDEFINED, ""]


@pytest.mark.parametrize(
    ("label", "anchor"),
    [
        ("My Jump Mark", "my-jump-mark"),
        ("Über uns!", "über-uns!"),
        ("a  b", "a--b"),
        ("", None),
        (None, None),
        (UNDEFINED, None),
    ],
)
def test_anchor_id(label, anchor):
    assert shared_rules.anchor_id(label) == anchor


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("/architecture", "_blank"),
        ("https://example.org", "_blank"),
        (" #x", "_blank"),
        ("#contact", ""),
        ("", ""),
        (None, ""),
        (UNDEFINED, ""),
    ],
)
def test_link_target(link, target):
    assert shared_rules.link_target(link) == target


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("/architecture", ""),
        ("#a", ""),
        ("https://example.org", "_blank"),
        ("/http", "_blank"),
        (None, ""),
    ],
)
def test_navigation_target(link, target):
    assert shared_rules.navigation_target(link) == target


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("/architecture", ""),
        ("/http", ""),
        ("http://example.org", "_blank"),
        ("/go?to=https://example.org", "_blank"),
        (None, ""),
    ],
)
def test_web_target(link, target):
    assert shared_rules.web_target(link) == target


class TestButtonClass:
    PARTS = ("Fill", "Typography", "Border", "Padding", "Rounded")

    def theme(self, data):
        slots = [
            Slot(("buttons", kind + part), "x", "x")
            for kind in ("primary", "secondary", "minor")
            for part in self.PARTS
        ]
        return Record(Shape.of((), slots), data).buttons

    def test_five_strings_joined(self):
        theme = self.theme({"buttons": {f"minor{part}": part.lower() for part in self.PARTS}})
        assert class_rules.button_class(theme, "minor") == "fill typography border padding rounded"

    @pytest.mark.parametrize("kind", MISSING)
    def test_missing_kind_is_primary(self, kind):
        theme = self.theme({"buttons": {"primaryFill": "bg-white", "primaryRounded": ""}})
        assert class_rules.button_class(theme, kind) == "bg-white null null null "

    def test_without_a_theme(self):
        assert class_rules.button_class(self.theme({}), "secondary") == " ".join(["undefined"] * 5)

    def test_a_prefix_of_minor_buttons(self):
        assert class_rules.button_class(self.theme({}), "minor", "underline ").split() == [
            "underline", *["undefined"] * 5,
        ]  # fmt: skip
        assert "underline" not in str(
            class_rules.button_class(self.theme({}), "primary", "underline ")
        )
        assert class_rules.button_class(self.theme({}), "solid", "underline ") is None

    def test_unknown_kind(self):
        assert class_rules.button_class(self.theme({}), "solid") is None


@pytest.mark.parametrize(
    ("alignment", "margin"),
    [
        ("text-left", ""),
        ("flex-row text-center items-start", "mx-auto"),
        ("text-right text-left", "ml-auto"),
        ("flex-row items-start", "undefined"),
        ("sm:text-left", "undefined"),
        ("text-black", "undefined"),
        *[(value, "undefined") for value in MISSING],
    ],
)
def test_button_margin(alignment, margin):
    assert class_rules.button_margin(alignment) == margin


@pytest.mark.parametrize(
    ("name", "label", "headings", "body"),
    [
        ("labelHeadingsContent", 1, 2, 3),
        ("labelContentHeadings", 1, 3, 2),
        ("headingsLabelContent", 2, 1, 3),
        ("headingsContentLabel", 3, 1, 2),
        ("contentLabelHeadings", 2, 3, 1),
        ("contentHeadingsLabel", 3, 2, 1),
    ],
)
def test_content_order(name, label, headings, body):
    order = class_rules.content_order(name)
    assert order == class_rules.ContentOrder(f"order-{label}", f"order-{headings}", f"order-{body}")


@pytest.mark.parametrize("name", [*MISSING, "other"])
def test_unknown_content_order(name):
    assert class_rules.content_order(name).label == "undefined"


@pytest.mark.parametrize(
    ("alignment", "anchor", "translate"),
    [
        ("center", {"top-1/2", "left-1/2"}, "-50%,-50%"),
        ("top", {"top-0", "left-1/2"}, "-50%,0"),
        ("top-right", {"top-0", "right-0"}, "-100%,0"),
        ("right", {"top-1/2", "right-0"}, "-100%,-50%"),
        ("bottom-right", {"bottom-0", "right-0"}, "-100%,-100%"),
        ("bottom", {"bottom-0", "left-1/2"}, "-50%,-100%"),
        ("bottom-left", {"left-0", "bottom-0"}, "0,-100%"),
        ("left", {"top-1/2", "left-0"}, "0,-50%"),
        ("top-left", {"top-0", "left-0"}, "0,0"),
        (None, {"undefined"}, "undefined"),
        ("middle", {"undefined"}, "undefined"),
    ],
)
def test_ornament_place(alignment, anchor, translate):
    place = class_rules.ornament_place(alignment)
    assert set(place.anchor.split()) == anchor
    assert place.translate == translate


@pytest.mark.parametrize(
    ("columns", "name"),
    [
        ("1", "grid-cols-1"),
        ("5", "grid-cols-5"),
        ("6", "grid-cols-5"),
        ("7", "undefined"),
        (None, "undefined"),
    ],
)
def test_grid_columns(columns, name):
    assert class_rules.grid_columns(columns) == name


@pytest.mark.parametrize(
    ("kind", "fill", "expected"),
    [
        ("solid", "bg-gray", "bg-gray"),
        ("fadeH", "bg-gray", "bg-gray"),
        ("transparent", "bg-gray", "bg-gray opacity-70"),
        ("solid", None, "null"),
        ("transparent", UNDEFINED, "undefined opacity-70"),
        (None, "bg-gray", "undefined"),
    ],
)
def test_card_fill(kind, fill, expected):
    assert class_rules.card_fill(kind, fill) == expected


ROW, REVERSE = "flex-row text-left items-center", "flex-row-reverse text-left items-center"
COLUMN = "flex-col text-left items-center-vertical sm:flex-row"
NATURAL = "object-center object-scale-down "


def layout(alignment=ROW, content="w-2/3 min-h-0 ", image=NATURAL):
    found = class_rules.feature_layout(alignment, content, image)
    return {name: getattr(found, name).split() for name in found.__dataclass_fields__}


class TestFeatureLayout:
    @pytest.mark.parametrize(
        ("alignment", "image", "margin"),
        [
            ("flex-row items-end-vertical", "object-center", ["ml-auto"]),
            ("flex-row items-center-vertical items-start", "object-right", ["mx-auto"]),
            ("flex-row items-center", "object-right", []),
            ("flex-col items-start-vertical", "object-right", ["mr-auto"]),
        ],
    )
    def test_a_picture_may_be_placed_by_the_vertical_word(self, alignment, image, margin):
        found = class_rules.feature_layout(alignment, "w-1/2", image, "vertical").image.split()
        assert [name for name in found if name in {"mr-auto", "mx-auto", "ml-auto"}] == margin

    @pytest.mark.parametrize(
        ("width", "other"),
        [
            ("1/5", "4/5"),
            ("1/4", "3/4"),
            ("1/3", "2/3"),
            ("1/2", "1/2"),
            ("2/3", "1/3"),
            ("3/4", "1/4"),
            ("4/5", "1/5"),
        ],
    )
    def test_the_picture_gets_the_rest_of_the_width(self, width, other):
        found = layout(content=f"w-{width} min-h-0")
        assert found["content_wrap"][:2] == [f"w-{width}", f"max-w-site-{width}"]
        assert found["image_wrap"][:2] == [f"w-{other}", f"max-w-site-{other}"]

    def test_full_width_leaves_none_for_the_picture(self):
        found = layout(content="w-full")
        assert found["content_wrap"][:2] == ["w-full", "max-w-site-full"]
        assert found["image_wrap"][:2] == ["w-0", "max-w-site-0"]

    @pytest.mark.parametrize("content", [None, UNDEFINED, "min-h-0"])
    def test_without_a_width(self, content):
        found = layout(content=content)
        assert found["content_wrap"][0] == found["image_wrap"][0] == "undefined"

    def test_a_width_without_a_counterpart(self):
        assert layout(content="w-1/6")["image_wrap"][:2] == ["undefined", "undefined"]

    @pytest.mark.parametrize(
        ("alignment", "content", "image"),
        [
            (ROW, "mr-auto", "ml-auto"),
            (REVERSE, "ml-auto", "mr-auto"),
            (None, "ml-auto", "mr-auto"),
        ],
    )
    def test_columns_keep_to_the_middle(self, alignment, content, image):
        found = layout(alignment)
        assert found["content_wrap"][2:] == [content]
        assert found["image_wrap"][2:] == [image]

    def test_to_the_edge(self):
        found = layout(content="w-2/3 min-h-0 to-edge", image="object-center object-cover to-edge")
        assert found["content_wrap"] == ["w-2/3", "w-edge-2/3"]
        assert found["image_wrap"] == ["self-stretch", "w-1/3", "w-edge-1/3"]
        assert "to-edge" not in found["image"]

    def test_one_above_the_other(self):
        found = layout(COLUMN)
        assert found["content_wrap"] == ["w-full", "max-w-site-full", "mx-auto"]
        assert found["image_wrap"] == ["w-full", "max-w-site-full", "mx-auto"]
        assert found["content_width"] == ["w-2/3"]

    def test_one_above_the_other_to_the_edge(self):
        found = layout("flex-col-reverse", "w-1/2 to-edge", "object-center to-edge")
        assert found["content_wrap"] == found["image_wrap"] == ["w-full", "mx-auto"]

    def test_directions_of_phones_do_not_count(self):
        assert layout("flex-row sm:flex-col")["content_width"] == ["w-full"]

    @pytest.mark.parametrize(
        ("word", "margin"),
        [("start", ["mr-auto"]), ("center", ["mx-auto"]), ("end", ["ml-auto"]), (None, [])],
    )
    def test_vertical_words_set_the_margin_of_the_texts(self, word, margin):
        alignment = "flex-col" + (f" items-{word}-vertical" if word else "")
        found = layout(alignment)
        assert found["content_extra"] == margin
        assert found["image"] == [*margin, "w-2/3", "object-center", "object-scale-down"]

    @pytest.mark.parametrize(
        ("image", "margin"),
        [
            ("object-right-top object-scale-down", "ml-auto"),
            ("object-center", "mx-auto"),
            ("object-top", "mx-auto"),
            ("object-bottom", "mx-auto"),
            ("object-left-top", "mr-auto"),
            ("", "mr-auto"),
            (None, "mr-auto"),
        ],
    )
    def test_a_picture_beside_text_keeps_to_its_side(self, image, margin):
        assert layout(image=image)["image"][:2] == [margin, "w-auto"]

    @pytest.mark.parametrize("fit", ["object-cover", "object-contain"])
    @pytest.mark.parametrize(("alignment", "width"), [(ROW, "w-full"), (COLUMN, "w-auto")])
    def test_a_stretched_picture(self, fit, alignment, width):
        found = layout(alignment, image=f"object-center {fit}")
        assert found["image_wrap"][0] == "self-stretch"
        assert found["image"] == [
            "mx-auto", width, "absolute", "inset-0", "h-full", "object-center", fit,
        ]  # fmt: skip

    @pytest.mark.parametrize(
        ("content", "height"),
        [
            ("w-1/2 min-h-screen ", "min-h-screen"),
            ("sm:min-h-0 min-h-100", "sm:min-h-0"),
            ("w-1/2", "undefined"),
            (None, "undefined"),
        ],
    )
    def test_least_height(self, content, height):
        assert layout(content=content)["min_height"] == [height]
