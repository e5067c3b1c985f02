"""The styles of the open site: an initial sheet for the preview, and every improved one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import QObject, Signal

from designer.engine.tailwind_build import TailwindBuilder, TailwindSession
from designer.errors import DesignerError
from designer.project import OpenSite, SharedSite
from designer.settings import cache_folder
from designer.site import TailwindSource
from designer.tailwind import Sheet, StyleGap, load_preset, sentence_of

FIRST_PAINT_DELAY_MS: Final = 300
"""Milliseconds to delay the first painting of a site while its own styles are built."""


class SiteStyles(QObject):
    """Builds the Tailwind of the open site, and emits each improved sheet.

    Signals:
        improved: A ``Sheet`` to use from now on.
        failed: A text: why the site's own styles are not shown, or what they lack.
    """

    improved = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._builder: TailwindBuilder | None = None
        self._session: TailwindSession | None = None
        self._source: TailwindSource | None = None
        self._candidates: Callable[[], Iterable[str]] = tuple
        self._reported_gaps: tuple[StyleGap, ...] = ()

    def show_site(self, open_site: OpenSite, shared: SharedSite) -> tuple[Sheet, int]:
        """Switch to the styles of a site.

        Args:
            open_site: The open site. Its class candidates are read after the page is painted.
            shared: The shared data of the site's pages, with the sources of its Tailwind.

        Returns:
            The initial sheet, and the number of milliseconds to wait for a better one.
        """
        self._candidates = open_site.class_candidates
        self._reported_gaps = ()
        preset = open_site.variant.axes["preset"]
        try:
            source = shared.tailwind_source
            if source is None or source != self._source or self._session is None:
                self._close_session()
                if source is not None:
                    self._open_session(source)
        except DesignerError as error:
            self._close_session()
            self._report(error)
            source = None
        if self._session is None or source is None:
            return load_preset(preset), 0
        sheet = self._session.sheet
        if sheet is not None:
            self._report_gaps(sheet)
        if source.is_complete:
            self._session.request(())
            return sheet or load_preset(preset), 0
        return sheet or load_preset(f"v{source.major}"), 0 if sheet else FIRST_PAINT_DELAY_MS

    @property
    def is_busy(self) -> bool:
        """Whether a build is running."""
        return self._session is not None and self._session.is_busy

    def request(self, classes: Iterable[str]) -> None:
        """Request the rules of these classes, which the page shows."""
        if self._session is not None:
            self._session.request(classes)

    def prepare(self) -> None:
        """Build the site's class candidates in advance; called when the page is shown and idle."""
        if self._session is not None and self._source and not self._source.is_complete:
            self._session.prepare(self._candidates())

    def close(self) -> None:
        """Cancel running builds."""
        if self._builder is not None:
            self._builder.close()

    def _open_session(self, source: TailwindSource) -> None:
        self._builder = self._builder or TailwindBuilder(cache_folder() / "tailwind", self)
        self._session = self._builder.open(source)
        self._session.built.connect(self._show_sheet)
        self._session.failed.connect(self._report)
        self._source = source

    def _close_session(self) -> None:
        if self._session is not None:
            self._session.close()
        self._session = self._source = None

    def _show_sheet(self, sheet: Sheet) -> None:
        self.improved.emit(sheet)
        self._report_gaps(sheet)

    def _report_gaps(self, sheet: Sheet) -> None:
        """Report what the sheet lacks, once for all sheets with the same gaps."""
        if sheet.gaps and sheet.gaps != self._reported_gaps:
            self.failed.emit(sentence_of(sheet.gaps))
        self._reported_gaps = sheet.gaps

    def _report(self, error: DesignerError) -> None:
        text = self.tr("%1; the preview goes on with the styles that it has.")
        self.failed.emit(text.replace("%1", str(error).rstrip(".")))
