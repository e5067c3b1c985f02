"""The classes of a slot as chips, and a line for new classes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QDragEnterEvent, QDropEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from typing_extensions import override

from designer.inspector.entries.cms_choices import control_choices
from designer.inspector.style.class_line import ClassLine
from designer.inspector.style.flow_layout import FlowLayout
from designer.inspector.style.style_context import StyleContext
from designer.look import Tokens
from designer.tailwind import SlotFinding, findings, insert, move, remove, words

_MIME = "application/x-frontispiece-chip"


class Chips(QWidget):
    """Shows the classes in file order, marks problems, and adds, removes and moves classes.

    Signals:
        edited: The new slot.
        finished: Ends the undo group.
    """

    edited = Signal(str)
    finished = Signal()

    def __init__(self, context: StyleContext, tokens: Tokens) -> None:
        super().__init__()
        self._context = context
        self._shown: tuple[str, ...] = ()
        self._shown_for: tuple[str, str] | None = None
        self.chips: list[Chip] = []
        self._flow = FlowLayout(self)
        self.setAcceptDrops(True)
        self.line = ClassLine(context, tokens)
        self.line.added.connect(self._add)
        self._flow.addWidget(self.line)

    def refresh(self) -> None:
        """Show the current slot."""
        now = self._context.slot, self._context.control
        if self._shown_for == now:
            return
        self._shown_for = now
        shown = tuple(words(self._context.slot))
        if shown != self._shown:
            self._rebuild(shown)
        problems = {f.index: f for f in self._findings()}
        for number, chip in enumerate(self.chips):
            found = problems.get(number)
            chip.mark(found.message if found else "")

    def _findings(self) -> Sequence[SlotFinding]:
        sheet = self._context.sheet
        slot = self._context.slot
        return findings(slot, sheet, self._own_words(slot)) if sheet and slot else ()

    def _own_words(self, slot: str) -> set[str]:
        """Return the words that are no Tailwind classes but have a meaning for the site."""
        known = set(self._context.kinds)
        for point in self._context.breakpoints():
            for part in control_choices(self._context.control, point.name, self._context.kinds):
                known.update(part.words(slot))
        return known

    def _rebuild(self, shown: tuple[str, ...]) -> None:
        self._shown = shown
        self._flow.takeAt(self._flow.count() - 1)  # the line stays last
        while len(self.chips) > len(shown):
            chip = self.chips.pop()
            self._flow.takeAt(self._flow.count() - 1)
            chip.deleteLater()
        while len(self.chips) < len(shown):
            chip = Chip(len(self.chips))
            chip.removed.connect(self._remove)
            chip.moved.connect(self._move)
            self._flow.addWidget(chip)
            self.chips.append(chip)
        self._flow.addWidget(self.line)
        for chip, text in zip(self.chips, shown, strict=True):
            chip.show_text(text)
        self.updateGeometry()

    # -- editing --------------------------------------------------------------------------------

    def _edit(self, slot: str) -> None:
        self.edited.emit(slot)
        self.finished.emit()

    def _remove(self, number: int) -> None:
        """Remove a class and focus its neighbour."""
        had_focus = self.chips[number].hasFocus()
        self._edit(remove(self._context.slot, number))
        if had_focus:
            near = self.chips[min(number, len(self.chips) - 1)] if self.chips else self.line
            near.setFocus()

    def _add(self, text: str) -> None:
        slot = self._context.slot
        for word in text.split():
            slot = insert(slot, len(words(slot)), word)
        self._edit(slot)

    def _move(self, old: int, new: int) -> None:
        """Move a class; its chip keeps the focus."""
        if new != old and 0 <= new < len(self.chips):
            self._edit(move(self._context.slot, old, new))
            self.chips[new].setFocus()

    def _is_passed(self, chip: QWidget, place: QPoint) -> bool:
        """Whether a point lies beyond the middle of a chip in reading direction."""
        middle = chip.geometry().center().x()
        return place.x() < middle if self.isRightToLeft() else middle < place.x()

    # -- dragging -------------------------------------------------------------------------------

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.source() in self.chips and event.mimeData().hasFormat(_MIME):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        old = int(bytes(event.mimeData().data(_MIME).data()))
        place = event.position().toPoint()
        before = [
            number
            for number, chip in enumerate(self.chips)
            if chip.geometry().bottom() < place.y()
            or (chip.geometry().top() <= place.y() and self._is_passed(chip, place))
        ]
        new = len([number for number in before if number != old])
        self._move(old, new)


class Chip(QPushButton):
    """One class. Delete or a middle click removes it; dragging or Alt with an arrow key moves it.

    Signals:
        removed: Its index.
        moved: Its old and new index.
    """

    removed = Signal(int)
    moved = Signal(int, int)

    def __init__(self, number: int) -> None:
        super().__init__()
        self.setObjectName("chip")
        self._number = number
        self._pressed_at: QPoint | None = None

    def show_text(self, text: str) -> None:
        """Show a class."""
        if self.text() != text:
            self.setText(text)
        words = self.tr("Class %1, Delete removes it, Alt and an arrow key moves it")
        self.setAccessibleName(words.replace("%1", text))

    def mark(self, problem: str) -> None:
        """Mark the chip with a problem; '' removes the mark."""
        self.setToolTip(problem or self.text())
        state = "problem" if problem else ""
        if self.property("state") != state:
            self.setProperty("state", state)
            self.style().unpolish(self)
            self.style().polish(self)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        ahead = -1 if self.isRightToLeft() else 1
        step = {Qt.Key.Key_Right: ahead, Qt.Key.Key_Left: -ahead}.get(Qt.Key(event.key()))
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(self._number)
        elif step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(self._number, self._number + step)
        elif step is not None:
            self.focusNextPrevChild(step > 0)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.MiddleButton:
            self.removed.emit(self._number)
        super().mouseReleaseEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        far = event.position().toPoint() - (self._pressed_at or event.position().toPoint())
        is_far = far.manhattanLength() >= QApplication.startDragDistance()
        if event.buttons() & Qt.MouseButton.LeftButton and is_far:
            data = QMimeData()
            data.setData(_MIME, str(self._number).encode())
            drag = QDrag(self)
            drag.setMimeData(data)
            drag.setPixmap(self.grab())
            self.setDown(False)
            drag.exec(Qt.DropAction.MoveAction)
        else:
            super().mouseMoveEvent(event)
