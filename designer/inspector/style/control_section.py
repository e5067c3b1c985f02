"""A collapsible group of controls under a heading."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from designer.inspector.rows.form_row import LABEL
from designer.inspector.style.control_specs import ControlSpec, SectionSpec
from designer.inspector.style.controls import ListControl, SegmentControl
from designer.inspector.style.spacing_box import SpacingBox
from designer.inspector.style.style_context import StyleContext
from designer.inspector.style.swatches import SwatchControl
from designer.look import Tokens, icon

Control = ListControl | SegmentControl | SwatchControl | SpacingBox


class ControlSection(QWidget):
    """A section that creates its controls when it is first expanded.

    Signals:
        chosen: A list of (property, utility or None) that forms one edit.
        finished: Ends the undo group.
    """

    chosen = Signal(object)
    finished = Signal()

    def __init__(self, spec: SectionSpec, context: StyleContext, tokens: Tokens) -> None:
        super().__init__()
        self._spec = spec
        self._context = context
        self._tokens = tokens
        self.controls: dict[str, Control] = {}
        self.heading = QPushButton(spec.label)
        self.heading.setObjectName("sectionHeading")
        self.heading.setCheckable(True)
        self.heading.setIconSize(QSize(12, 12))
        self.heading.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.heading.toggled.connect(self._open)
        self._body = QWidget()
        self._body.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addWidget(self._body)
        self._paint()
        self.heading.setChecked(spec.is_open)

    @property
    def stops(self) -> list[QWidget]:
        """The widgets at which Tab stops, in order."""
        inside = self.controls.values() if self.heading.isChecked() else ()
        return [self.heading, *(stop for control in inside for stop in control.stops)]

    def refresh(self) -> None:
        """Show the current slot if the section is expanded."""
        if self.heading.isChecked():
            for control in self.controls.values():
                control.refresh()

    def _open(self, on: bool) -> None:
        if on and not self.controls:
            self._build()
        self._body.setVisible(on)
        self._paint()
        self.refresh()

    def _paint(self) -> None:
        name = "chevron-down" if self.heading.isChecked() else "chevron-right"
        self.heading.setIcon(icon(name, self._tokens.muted))

    def _build(self) -> None:
        grid = QGridLayout(self._body)
        grid.setContentsMargins(0, 2, 0, 10)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnMinimumWidth(0, LABEL)
        grid.setColumnStretch(1, 1)
        for row, spec in enumerate(self._spec.controls):
            control = self._control(spec)
            if isinstance(control, SpacingBox):
                grid.addWidget(control, row, 0, 1, 2)
                continue
            label = QLabel(spec.label)
            label.setObjectName("fieldLabel")
            label.setWordWrap(True)
            label.setFixedWidth(LABEL)
            label.setMinimumHeight(28)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(control, row, 1)

    def _control(self, spec: ControlSpec) -> Control:
        if spec.kind == "spacing":
            box = SpacingBox(self._context, self._tokens)
            box.chosen.connect(self.chosen)
            box.finished.connect(self.finished)
            self.controls["spacing"] = box
            return box
        make: Callable[
            [StyleContext, Tokens, str, str], ListControl | SegmentControl | SwatchControl
        ]
        make = ListControl
        if spec.kind == "segment":
            make = SegmentControl
        elif spec.kind == "swatches":
            make = SwatchControl
        control = make(self._context, self._tokens, spec.property, spec.label)
        control.chosen.connect(lambda utility: self.chosen.emit([(spec.property, utility)]))
        control.finished.connect(self.finished)
        self.controls[spec.property] = control
        return control
