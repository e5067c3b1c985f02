"""What a class declares, read from the units of a sheet."""

from __future__ import annotations

import pytest

from designer.tailwind import Sheet, load_preset
from designer.tailwind.declarations import declarations


@pytest.mark.parametrize(
    ("unit", "name", "told"),
    [
        (".mt-4{margin-top:1rem}", "mt-4", [("", "margin-top", "1rem")]),
        (
            r"@media (max-width: 700px){.sm\:w-1\/2{width:50%;height:1px!important}}",
            "sm:w-1/2",
            [
                ("@media (max-width: 700px)", "width", "50%"),
                ("@media (max-width: 700px)", "height", "1px!important"),
            ],
        ),
        (r".hover\:x:hover{a:b}", "hover:x", [("&:hover", "a", "b")]),
        (
            r".group:hover .group-hover\:x{a:b}",
            "group-hover:x",
            [(".group:hover &", "a", "b")],
        ),
        (
            ".space-x-4 > :not([hidden]) ~ :not([hidden]){a:b}",
            "space-x-4",
            [("& > :not([hidden]) ~ :not([hidden])", "a", "b")],
        ),
        (
            r"@layer utilities{@media (hover: hover){.hover\:x:hover{a:b}}}",
            "hover:x",
            [("@media (hover: hover) &:hover", "a", "b")],
        ),
        (
            ".x{a:b;@supports (color: red){a:c}&:focus{d:e}}",
            "x",
            [("", "a", "b"), ("@supports (color: red)", "a", "c"), ("&:focus", "d", "e")],
        ),
        (
            r""".y\[\'\;\'\]{content:";}{";background:url(data:a;b,c{})}""",
            "y[';']",
            [("", "content", '";}{"'), ("", "background", "url(data:a;b,c{})")],
        ),
        (r".\32xl\:p{a:b}", "2xl:p", [("", "a", "b")]),
        (".a,.b{x:y}", "a", [("&,.b", "x", "y")]),
        ("@keyframes k{to{a:b}}", "k", [("@keyframes k to", "a", "b")]),
        ("@import 'x:y';", "x", []),
        (".open{a:b", "open", [("", "a", "b")]),
        (".x{a:b;;c;d : e ;}", "x", [("", "a", "b"), ("", "d", "e")]),
        (".x{a:b:c}", "x", [("", "a", "b:c")]),
        (".x{a:url(b;c);d:e}", "x", [("", "a", "url(b;c)"), ("", "d", "e")]),
        (".x{a:'b;\\';c';d:e}", "x", [("", "a", "'b;\\';c'"), ("", "d", "e")]),
        (".x:y{a:[b;c];d:e}", "x", [("&:y", "a", "[b;c]"), ("&:y", "d", "e")]),
        ('.x{a:"b\'};";d:e}', "x", [("", "a", '"b\'};"'), ("", "d", "e")]),
        (".x{&:hover{a:b}c:d}", "x", [("&:hover", "a", "b"), ("", "c", "d")]),
        (".x:y{@apply y:z;c:d}", "x", [("&:y", "c", "d")]),
        (".y{a:b}", "x", [(".y", "a", "b")]),
        (".x{&:z{a:}c:d}", "x", [("&:z", "a", ""), ("", "c", "d")]),
        (".x:y{a:((b);c);d:e}", "x", [("&:y", "a", "((b);c)"), ("&:y", "d", "e")]),
        (r".a\2f b:y{c:d}", "a/b", [("&:y", "c", "d")]),
        (".x .y .x{a:b}", "x", [("& .y &", "a", "b")]),
        (".xx{a:b}", "x", [(".xx", "a", "b")]),
        (r".a\.b:hover{c:d}", "a.b", [("&:hover", "c", "d")]),
        (r".\31 0{c:d}", "10", [("", "c", "d")]),
        (".é{c:d}", "é", [("", "c", "d")]),
        (
            "@media print{.x{a:b}.x:hover{c:d}}",
            "x",
            [("@media print", "a", "b"), ("@media print &:hover", "c", "d")],
        ),
        ("@layer base{.x{a:b}}", "x", [("", "a", "b")]),
        ("", "x", []),
    ],
)
def test_a_unit(unit, name, told):
    assert [tuple(each) for each in declarations(unit, name)] == told


def test_a_class_of_a_real_sheet():
    sheet = load_preset("g1")
    assert sheet.declares("mt-4") == [("", "margin-top", "1rem")]
    assert sheet.declares("sm:text-base") == [
        ("@media (max-width: 700px)", "font-size", "var(--text-size-md)"),
        ("@media (max-width: 700px)", "line-height", "var(--text-leading-md)"),
    ]
    assert sheet.declares("w-[3px]") == []


def test_every_class_of_a_preset_declares_something():
    sheet = load_preset("g1")
    assert [name for name in list(sheet.classes)[::50] if not sheet.declares(name)] == []


def test_declarations_come_in_source_order():
    sheet = Sheet("x", (".a{x:1}", ".a:hover{x:2}"), {"a": (0, 1)}, (), 0)
    assert [each.value for each in sheet.declares("a")] == ["1", "2"]
