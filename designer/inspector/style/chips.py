"""The slot as it is: a chip for each class, and a line in which more are typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QMimeData, QStringListModel, Qt, Signal
from PySide6.QtGui import QDrag, QDragEnterEvent, QDropEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QCompleter, QLineEdit, QPushButton, QWidget
from typing_extensions import override

from designer.inspector.style.context import Context
from designer.inspector.style.flow import FlowLayout
from designer.inspector.style.plan import word_choices
from designer.tailwind import Finding, findings, insert, move, remove, words
from designer.tailwind.declarations import Declaration

_MIME = "application/x-frontispiece-chip"
_OFFERED = 200  # completions that are handed to the list; typing on narrows them


class Chips(QWidget):
    """Shows the classes in the order of the file, marks problems, adds, removes and moves.

    Signals:
        edited: The slot as it shall be.
        finished: What follows is another thought.
    """

    edited = Signal(str)
    finished = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._shown: tuple[str, ...] = ()
        self._shown_for: tuple[str, str] | None = None
        self.chips: list[Chip] = []
        self._flow = FlowLayout(self)
        self.setAcceptDrops(True)
        self.line = QLineEdit()
        self.line.setObjectName("addClass")
        self.line.setPlaceholderText(self.tr("Add a class"))
        self.line.setAccessibleName(self.tr("Add a class"))
        self.line.returnPressed.connect(self._add)
        self.line.textEdited.connect(self._offer)
        self._offers = QStringListModel(self)
        completer = QCompleter(self._offers, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.activated.connect(self._take)
        self.line.setCompleter(completer)
        self._flow.addWidget(self.line)

    def refresh(self) -> None:
        """Show what the slot says now."""
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

    def _findings(self) -> Sequence[Finding]:
        sheet = self._context.sheet
        slot = self._context.slot
        return findings(slot, sheet, self._own_words(slot)) if sheet and slot else ()

    def _own_words(self, slot: str) -> set[str]:
        """What is no class of Tailwind's, but means something to the site."""
        known = set(self._context.kinds)
        for point in self._context.breakpoints():
            for part in word_choices(self._context.control, point.name, self._context.kinds):
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
        self._edit(remove(self._context.slot, number))

    def _add(self) -> None:
        text = self.line.text().strip()
        self.line.clear()
        slot = self._context.slot
        for word in text.split():
            slot = insert(slot, len(words(slot)), word)
        if text:
            self._edit(slot)

    def _take(self, text: str) -> None:
        self.line.setText(text.partition("  ")[0])
        self._add()

    def _offer(self, text: str) -> None:
        """Offer classes for what is typed: those that begin so first, then those that hold it."""
        typed = text.strip()
        sheet = self._context.sheet
        if not typed or sheet is None:
            self._offers.setStringList([])
            return
        known = sheet.classes
        first = [name for name in known if name.startswith(typed)]
        rest = [name for name in known if typed in name and not name.startswith(typed)]
        found = [*sorted(first, key=len), *sorted(rest, key=len)][:_OFFERED]
        self._offers.setStringList([f"{name}  {_css(sheet.declares(name))}" for name in found])

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
            or (chip.geometry().top() <= place.y() and chip.geometry().center().x() < place.x())
        ]
        new = len([number for number in before if number != old])
        if new != old:
            self._edit(move(self._context.slot, old, new))


class Chip(QPushButton):
    """One class; Delete or its middle click takes it away, and it can be dragged.

    Signals:
        removed: Its number.
    """

    removed = Signal(int)

    def __init__(self, number: int) -> None:
        super().__init__()
        self.setObjectName("chip")
        self._number = number
        self._pressed = False

    def show_text(self, text: str) -> None:
        """Show a class."""
        if self.text() != text:
            self.setText(text)
        self.setAccessibleName(self.tr("Class %1, Delete removes it").replace("%1", text))

    def mark(self, problem: str) -> None:
        """Mark a problem, or none."""
        self.setToolTip(problem or self.text())
        state = "problem" if problem else ""
        if self.property("state") != state:
            self.setProperty("state", state)
            self.style().unpolish(self)
            self.style().polish(self)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(self._number)
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.MiddleButton:
            self.removed.emit(self._number)
        super().mouseReleaseEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        far = event.position().toPoint() - self.rect().center()
        if event.buttons() & Qt.MouseButton.LeftButton and (
            far.manhattanLength() > QApplication.startDragDistance() + self.width() // 2
        ):
            data = QMimeData()
            data.setData(_MIME, str(self._number).encode())
            drag = QDrag(self)
            drag.setMimeData(data)
            drag.setPixmap(self.grab())
            self.setDown(False)
            drag.exec(Qt.DropAction.MoveAction)
        else:
            super().mouseMoveEvent(event)


def _css(declared: Iterable[Declaration]) -> str:
    said = [f"{each.property}: {each.value}" for each in declared if not each.context]
    return "; ".join(said[:3])
