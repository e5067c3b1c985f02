"""Offers unsaved work of an earlier session until it is restored or discarded."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDateTime, QLocale, QObject

from designer.editor import Editor, RecoveredCopy, Recovery
from designer.errors import DesignerError
from designer.window.notifications.notification_bars import NotificationBars

_BAR = "recovery"


class RecoveryBar(QObject):
    """Offers the recovery copies of the opened page."""

    def __init__(
        self, editor: Editor, recovery: Recovery, bars: NotificationBars, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._recovery = recovery
        self._bars = bars
        self._found: Sequence[RecoveredCopy] = ()

    def offer(self, found: Sequence[RecoveredCopy]) -> None:
        """Offer these copies and drop older ones."""
        self._found = found
        self._bars.remove(_BAR)
        if not found:
            return
        latest = QDateTime.fromSecsSinceEpoch(int(max(f.time for f in found).timestamp()))
        time = QLocale().toString(latest, QLocale.FormatType.ShortFormat)
        text = self.tr("Work that was not saved on %1 is still here.").replace("%1", time)
        actions = [(self.tr("Bring it back"), self._restore), (self.tr("Discard"), self._discard)]
        self._bars.show_bar(_BAR, "warning", text, actions)

    def _restore(self) -> None:
        for found in self._found:
            try:
                self._editor.restore(found.role, found.data)
            except DesignerError as error:
                self._editor.refused.emit(str(error))
                return
        self._recovery.write()
        self._discard()

    def _discard(self) -> None:
        for found in self._found:
            self._recovery.discard(found.role)
        self._bars.remove(_BAR)
