"""What a person is told about packages that are missing and plug-ins that fail."""

from __future__ import annotations

import pytest

from designer.tailwind import StyleGap, sentence_of

MISSING = StyleGap("daisyui", "tailwind.config.js", 3)
FAILED = StyleGap(None, "plugins/x.js", 7, "boom.")


def test_a_missing_package():
    assert str(MISSING) == (
        "tailwind.config.js, line 3: The package “daisyui” is not installed, so its utilities are "
        "not shown; install the site’s packages to see them."
    )
    assert str(MISSING) == f"tailwind.config.js, line 3: {MISSING.plain}"


def test_a_missing_file_of_the_site():
    gap = StyleGap("./x.js", "app.css", 2)
    assert str(gap) == (
        "app.css, line 2: “./x.js” is not among the site’s files, so its utilities are not shown."
    )


@pytest.mark.parametrize(
    ("gap", "text"),
    [
        (FAILED, "plugins/x.js, line 7: A plug-in failed (boom), so its"),
        (StyleGap(None, "x.js", None, "no"), "x.js: A plug-in failed (no), so its"),
        (StyleGap(None, None, None, ""), "A plug-in failed (it gave no reason), so its"),
        (StyleGap(None, None, None, "x" * 400), f"A plug-in failed ({'x' * 300}), so its"),
    ],
)
def test_a_plug_in_that_failed(gap, text):
    assert str(gap) == f"{text} utilities are not shown."


@pytest.mark.parametrize(
    ("names", "start"),
    [
        ("a", "The package “a” is not installed, so only its"),
        ("ab", "The packages “a” and “b” are not installed, so only their"),
        ("abcd", "The packages “a”, “b”, “c” and “d” are not installed, so only their"),
        ("abcde", "The packages “a”, “b”, “c”, “d” and 1 more are not installed, so only their"),
    ],
)
def test_missing_packages_are_told_in_one_sentence(names, start):
    text = sentence_of(StyleGap(name, "x.js", 1) for name in names)
    assert text == (f"{start} utilities are not shown; install the site’s packages to see them.")


def test_other_gaps_have_their_own_lines():
    first, second, third = sentence_of([FAILED, MISSING, StyleGap("./x", None, None)]).split("\n")
    assert first.startswith("The package “daisyui” is not")
    assert second == str(FAILED)
    assert third.startswith("“./x” is not among")
    assert sentence_of([]) == ""


def test_many_plug_ins_that_fail_are_counted():
    lines = sentence_of([MISSING, *(StyleGap(None, f"{n}.js", 1, "no") for n in range(9))])
    assert [line[:8] for line in lines.split("\n")[1:]] == [
        "0.js, li", "1.js, li", "2.js, li", "3.js, li", "5 more c",
    ]  # fmt: skip
    assert "more" not in sentence_of([FAILED] * 4)
