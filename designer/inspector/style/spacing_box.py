"""The spacing box: margin and padding of an element, one button per side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QToolButton, QWidget

from designer.inspector.style.control_specs import SIDES
from designer.inspector.style.controls import ValueButton
from designer.inspector.style.style_context import StyleContext
from designer.look import Tokens, icon

_SIDE = 44
_PLACES = {"top": (0, 1), "left": (1, 0), "right": (1, 2), "bottom": (2, 1)}


class SpacingBox(QFrame):
    """Margin around padding around the element, in pixels.

    Signals:
        chosen: A list of (property, utility or None) that forms one edit.
        finished: Ends the undo group.
    """

    chosen = Signal(object)
    finished = Signal()

    def __init__(self, context: StyleContext, tokens: Tokens) -> None:
        super().__init__()
        self.setObjectName("spacingOuter")
        self._context = context
        self.buttons: dict[str, ValueButton] = {}
        self.links: dict[str, QToolButton] = {}
        words = {
            "top": self.tr("top"),
            "right": self.tr("right"),
            "bottom": self.tr("bottom"),
            "left": self.tr("left"),
        }
        inner = QFrame()
        inner.setObjectName("spacingInner")
        core = QLabel(self.tr("Element"))
        core.setObjectName("spacingCore")
        core.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._ring(inner, "padding", self.tr("Space inside, %1"), words, core)
        self._ring(self, "margin", self.tr("Space outside, %1"), words, inner)
        for kind, tip in (
            ("margin", self.tr("Change all sides outside together")),
            ("padding", self.tr("Change all sides inside together")),
        ):
            self.links[kind] = self._link(kind, tip, tokens)

    def _ring(
        self, frame: QFrame, kind: str, label: str, words: dict[str, str], core: QWidget
    ) -> None:
        grid = QGridLayout(frame)
        grid.setContentsMargins(4, 4, 4, 4)
        grid.setSpacing(2)
        grid.setColumnStretch(1, 1)
        for column in (0, 2):  # equal widths keep the box centred
            grid.setColumnMinimumWidth(column, _SIDE)
        grid.addWidget(core, 1, 1)
        for side in SIDES:
            prop = f"{kind}-{side}"
            button = ValueButton(self._context, prop, label.replace("%1", words[side]), short=True)
            button.setFixedSize(38, 24)
            button.chosen.connect(lambda utility, p=prop: self._choose(p, utility))
            button.finished.connect(self.finished)
            grid.addWidget(button, *_PLACES[side], Qt.AlignmentFlag.AlignCenter)
            self.buttons[prop] = button
        corner = QHBoxLayout()
        corner.setContentsMargins(2, 0, 0, 0)
        name = QLabel(self.tr("outside") if kind == "margin" else self.tr("inside"))
        name.setObjectName("spacingName")
        corner.addWidget(name)
        grid.addLayout(corner, 0, 0, Qt.AlignmentFlag.AlignTop)

    def _link(self, kind: str, tip: str, tokens: Tokens) -> QToolButton:
        button = QToolButton()
        button.setObjectName("linkSides")
        button.setCheckable(True)
        button.setIcon(icon("link", tokens.muted))
        button.setIconSize(QSize(14, 14))
        button.setFixedSize(24, 24)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        frame = self if kind == "margin" else self.findChild(QFrame, "spacingInner")
        layout = frame.layout() if frame is not None else None
        if isinstance(layout, QGridLayout):
            layout.addWidget(button, 0, 2, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        return button

    @property
    def stops(self) -> list[QWidget]:
        """The widgets at which Tab stops, from the outside to the inside."""
        found: list[QWidget] = []
        for kind in ("margin", "padding"):
            found += [self.buttons[f"{kind}-{side}"] for side in SIDES]
            found.append(self.links[kind])
        return found

    def refresh(self) -> None:
        """Show the current slot."""
        for prop, button in self.buttons.items():
            button.show_setting(self._context.setting(prop))

    def _choose(self, prop: str, utility: str | None) -> None:
        kind, _, side = prop.partition("-")
        sides: Sequence[str] = SIDES if self.links[kind].isChecked() else (side,)
        self.chosen.emit(
            [(f"{kind}-{each}", self._same_value_for(prop, each, utility)) for each in sides]
        )

    def _same_value_for(self, prop: str, side: str, utility: str | None) -> str | None:
        """Return the utility with the same value for another side."""
        kind, _, own = prop.partition("-")
        if side == own:
            return utility
        mine = next((c for c in self._context.choices(prop) if c.utility == utility), None)
        if utility is None or mine is None:
            return None
        theirs = self._context.choices(f"{kind}-{side}")
        alike = [choice for choice in theirs if choice.value == mine.value]
        same_step = (choice for choice in alike if choice.name == mine.name)
        found = next(same_step, alike[0] if alike else None)
        return found.utility if found else None
