"""The styles of the open site: what the preview begins with, and every better sheet after it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import QObject, Signal

from designer.engine.tailwind_build import TailwindBuilder, TailwindSession
from designer.errors import DesignerError
from designer.project import OpenSite, SharedSite
from designer.settings import cache_folder
from designer.site import TailwindSource
from designer.tailwind import Sheet, load_preset

PATIENCE: Final = 300
"""Milliseconds for which the first picture of a site waits for its own styles."""


class SiteStyles(QObject):
    """Has the Tailwind of the open site built, and tells when there is more of it.

    Signals:
        better: A ``Sheet`` to use from now on.
        failed: A sentence: why the site's own styles are not shown, or not all of them.
    """

    better = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._builder: TailwindBuilder | None = None
        self._session: TailwindSession | None = None
        self._source: TailwindSource | None = None
        self._words: Callable[[], Iterable[str]] = tuple

    def show_site(self, open_site: OpenSite, shared: SharedSite) -> tuple[Sheet, int]:
        """Build the styles of a site from now on.

        Args:
            open_site: What is open. Its class candidates are read when the page is painted.
            shared: What the pages of the site share, with the sources of its Tailwind.

        Returns:
            The sheet to begin with, and for how many milliseconds a better one should be waited
            for.
        """
        self._words = open_site.class_candidates
        preset = open_site.variant.axes["preset"]
        try:
            source = shared.tailwind_source
            if source is None or source != self._source or self._session is None:
                self._leave()
                if source is not None:
                    self._enter(source)
        except DesignerError as error:
            self._leave()
            self._tell(error)
            source = None
        if self._session is None or source is None:
            return load_preset(preset), 0
        sheet = self._session.sheet
        if source.major == 2:
            self._session.want(())
            return sheet or load_preset(preset), 0
        return sheet or load_preset(f"v{source.major}"), 0 if sheet else PATIENCE

    @property
    def is_busy(self) -> bool:
        """Whether something is being built."""
        return self._session is not None and self._session.is_busy

    def want(self, classes: Iterable[str]) -> None:
        """Have the rules of these classes, which the page shows."""
        if self._session is not None:
            self._session.want(classes)

    def prepare(self) -> None:
        """Have ready what may be wanted next; the page is there and there is time."""
        if self._session is not None and self._source and self._source.major > 2:
            self._session.prepare(self._words())

    def close(self) -> None:
        """Give up what is being built."""
        if self._builder is not None:
            self._builder.close()

    def _enter(self, source: TailwindSource) -> None:
        self._builder = self._builder or TailwindBuilder(cache_folder() / "tailwind", self)
        self._session = self._builder.open(source)
        self._session.built.connect(self.better)
        self._session.failed.connect(self._tell)
        self._source = source

    def _leave(self) -> None:
        if self._session is not None:
            self._session.close()
        self._session = self._source = None

    def _tell(self, error: DesignerError) -> None:
        text = self.tr("%1; the preview goes on with the styles that it has.")
        self.failed.emit(text.replace("%1", str(error).rstrip(".")))
