"""The window fits the screen with its frame, and its parts fit into a small window."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMargins, QRect
from PySide6.QtWidgets import QPushButton, QToolButton

from designer.window.layout.window_geometry import MIN_SIZE, fit_to_screen, fitting

LAPTOP = QRect(0, 0, 1440, 900)
TITLE_BAR = QMargins(1, 37, 1, 1)


def test_the_title_bar_has_room_too():
    assert fitting(LAPTOP, TITLE_BAR, LAPTOP) == QRect(1, 37, 1438, 862)
    panel = QRect(0, 27, 1440, 873)
    assert fitting(LAPTOP, TITLE_BAR, panel) == QRect(1, 64, 1438, 835)


def test_a_window_that_fits_stays_where_it_is():
    inner = QRect(300, 200, 900, 600)
    assert fitting(inner, TITLE_BAR, LAPTOP) == inner


@given(
    st.tuples(*(st.integers(-3000, 3000),) * 2, *(st.integers(1, 4000),) * 2),
    st.tuples(*(st.integers(0, 60),) * 4),
)
def test_the_frame_is_always_on_the_screen(rectangle, frame):
    inner, margins = QRect(*rectangle), QMargins(*frame)
    found = fitting(inner, margins, LAPTOP)
    assert LAPTOP.contains(found.marginsAdded(margins))
    assert fitting(found, margins, LAPTOP) == found


def test_the_least_size_fits_a_laptop_at_factor_two():
    screen = QRect(0, 0, 720, 450)
    assert fitting(QRect(0, 0, 1440, 900), TITLE_BAR, screen).size().width() >= MIN_SIZE.width()
    assert fitting(QRect(0, 0, 1440, 900), TITLE_BAR, screen).size().height() >= MIN_SIZE.height()


@pytest.mark.scenario
@pytest.mark.parametrize("size", [(720, 412), (900, 600), (1440, 900)])
def test_the_top_bar_cuts_nothing_off(app, sample, size):
    bar = app(sample, size=size).window.top
    for button in bar.findChildren(QPushButton) + bar.findChildren(QToolButton):
        if button.isVisible():
            corner = button.mapTo(bar, button.rect().bottomRight())
            assert bar.rect().contains(corner), button.text()
            assert button.parentWidget().rect().contains(button.geometry()), button.text()
    zoom = bar.findChild(QToolButton, "zoomButton")
    assert zoom.isVisible() is (size[0] > 820)


@pytest.mark.scenario
def test_a_window_that_is_too_large_is_fitted_when_it_is_shown(app, sample):
    window = app(sample, size=(3000, 2000)).window
    fit_to_screen(window)
    assert window.screen().availableGeometry().contains(window.frameGeometry())
