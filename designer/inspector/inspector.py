"""The right panel: content and style of the selection, and the page settings."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from designer.command_list import CommandId
from designer.document import Path, without_blocks
from designer.editor import Address, Editor, Role
from designer.inspector.entries.entry_builder import with_buttons
from designer.inspector.entries.page_entries import page_entries
from designer.inspector.entries.site_context import (
    CachedFile,
    SiteContext,
    no_cached_file,
    site_context,
)
from designer.inspector.entries.subject import Subject, subject_of
from designer.inspector.form.expansion_state import ExpansionState
from designer.inspector.form.form import Form
from designer.inspector.style import StyleTab
from designer.look import Tokens
from designer.project import OpenSite
from designer.tailwind import Sheet

_PAGE = Address(Role.PAGE)

Run = Callable[[CommandId, Address, object], bool]
"""Runs a command for an address; returns whether anything changed."""


def ignore_command(_command: CommandId, _address: Address, _value: object) -> bool:
    """Ignore the command; the default of ``Run``."""
    return False


_COMMON_ROWS = (
    *("markdown", *["string"] * 4, *["list"] * 2),
    *(*["heading"] * 3, *["item"] * 4, "image"),
)
"""The kinds of rows that most blocks need."""


class Inspector(QWidget):
    """Editors for the selected block's fields and slots; requests edits through signals only.

    Signals:
        edit_requested: ``Address``, label and new value of a field.
        editing_finished: A field lost the focus or was confirmed.
        slot_picked: The ``Address`` of the chosen slot.
        breakpoint_picked: The chosen ``Breakpoint``.
        file_dropped: ``Address`` and label of a field, and the file dropped on it.
        escaped: Escape was pressed; the focus returns to the view with the selection.
    """

    edit_requested = Signal(object, str, object)
    editing_finished = Signal()
    slot_picked = Signal(object)
    breakpoint_picked = Signal(object)
    file_dropped = Signal(object, str, str)
    escaped = Signal()

    def __init__(
        self,
        editor: Editor,
        tokens: Tokens,
        run: Run = ignore_command,
        cached_file: CachedFile = no_cached_file,
        parent: QWidget | None = None,
    ) -> None:
        """Create the inspector.

        Args:
            editor: The open documents.
            tokens: The colours of the window.
            run: Runs a command for an address; returns whether anything changed.
            cached_file: Returns the data of a file from the web that is cached on disk, else None.
            parent: The parent widget.
        """
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._editor = editor
        self._cached_file = cached_file
        self._run = run
        self._open: OpenSite | None = None
        self._context = SiteContext()
        self._context_revision = 0
        self._expansion = ExpansionState()
        self._subject: Subject | None = None
        self._shown_states: dict[QWidget, tuple[object, ...]] = {}
        self._sources: dict[QWidget, tuple[Hashable, object]] = {}
        self._scroll_positions: dict[Hashable, int] = {}
        nothing = self.tr("Click something on the page, or choose a block in the list.")
        self.content = Form(tokens, nothing, self._run_in_content)
        self.style_form = StyleTab(tokens, nothing, self._run_in_style)
        no_settings = self.tr("This page has no settings of its own.")
        self.page_form = Form(tokens, no_settings, self._run_in_page)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.tabBar().setAccessibleName(self.tr("Inspector"))
        self.setFocusProxy(self.tabs.tabBar())
        self.tabs.addTab(self.content, self.tr("Content"))
        self.tabs.addTab(self.style_form, self.tr("Style"))
        self.tabs.addTab(self.page_form, self.tr("Page"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)
        self.tabs.currentChanged.connect(self._tab_changed)
        for tab in (self.content, self.style_form, self.page_form):
            tab.editing_finished.connect(self.editing_finished)
            tab.edited.connect(partial(self._emit_address, self.edit_requested, tab))
        for form in (self.content, self.page_form):
            self._connect(form)
        self.style_form.slot_picked.connect(self._pick_slot)
        self.style_form.breakpoint_picked.connect(self.breakpoint_picked)
        self.style_form.escaped.connect(self.escaped)

    def _connect(self, form: Form) -> None:
        form.escaped.connect(self.escaped)
        form.file_dropped.connect(partial(self._emit_address, self.file_dropped, form))
        form.fold_requested.connect(partial(self._set_expanded, form))

    # -- context -----------------------------------------------------------------------------

    def set_tokens(self, tokens: Tokens) -> None:
        """Apply other colours."""
        for tab in (self.content, self.style_form, self.page_form):
            tab.set_tokens(tokens)
        self._context_revision += 1
        self.refresh()

    def show_site(self, open_site: OpenSite) -> None:
        """Use the block types, fields and site parts of the open site."""
        self._open = open_site
        self._context = site_context(open_site, self._editor, self._cached_file)
        self.style_form.context.word_counts = self._context.word_counts
        for form in (self.content, self.page_form):
            form.set_site_context(self._context)
        self._context_revision += 1
        self.refresh()

    def prepare(self) -> None:
        """Create the usual rows in idle time, before the first selection."""
        self.content.prepare(_COMMON_ROWS)

    def show_sheet(self, sheet: Sheet, variables: Mapping[str, str]) -> None:
        """Resolve classes with this Tailwind build and these CSS variables."""
        self.style_form.show_sheet(sheet, variables)

    # -- following the editor -------------------------------------------------------------------

    def refresh(self) -> None:
        """Update the visible form to the editor's documents and selection.

        A form is rebuilt only if its source value has changed.
        """
        subject = self._subject_of(self._editor.selection)
        self._subject = subject
        tab = self.tabs.currentWidget()
        if tab is self.page_form:
            self._show_page()
            return
        owner = subject.key if subject else None
        if not self._needs_update(tab, owner, subject.source if subject else None):
            return
        theme = self._open.variant.family.theme if self._open else None
        if tab is self.style_form:
            kinds = theme.text_kinds(self._theme_data) if theme else {}
            self.style_form.context.kinds = kinds
            self.style_form.show_entries(subject.slots() if subject else ())
        else:
            is_open = partial(self._expansion.is_open, owner)
            entries = subject.content(is_open) if subject else ()
            kinds = theme.button_kinds(self._theme_data) if theme else {}
            self.content.show_entries(with_buttons(entries, kinds), owner)

    def _subject_of(self, address: Address | None) -> Subject | None:
        """Return the subject of an address; None if there is none."""
        return subject_of(self._editor, address, self._open) if self._open else None

    @property
    def _theme_data(self) -> Mapping[str, Any]:
        """The data of the theme document; empty if the theme has no document of its own."""
        theme = self._editor.page(Role.THEME)
        return theme.data if theme and isinstance(theme.data, dict) else {}

    def _show_page(self) -> None:
        page = self._editor.page()
        if page is None or not isinstance(page.data, dict):
            self.page_form.show_entries((), _PAGE)
            return
        source: object = page.frame if page.is_cut else page.data
        if not self._needs_update(self.page_form, _PAGE, source):
            return
        entries = page_entries(
            without_blocks(page),
            self._open.parts.page if self._open else None,
            partial(self._expansion.is_open, _PAGE),
            self._context.address,
        )
        self.page_form.show_entries(entries, _PAGE)

    def _needs_update(self, form: QWidget, owner: Hashable, source: object) -> bool:
        """Record the source of a form; returns whether the form needs an update."""
        old_owner, old = self._sources.get(form, (None, None))
        if owner is not None and owner == old_owner and source is not old:
            base = self._subject.base if form is not self.page_form and self._subject else ()
            self._expansion.remap(owner, base, _data(old), _data(source))
        state = (owner, self._expansion.revision, self._context_revision)
        if source is old and self._shown_states.get(form) == state:
            return False
        self._sources[form] = (owner, source)
        self._shown_states[form] = state
        return True

    def show_selection(self, address: Address | None) -> None:
        """Show the block of an address and scroll to the field that the address names."""
        bar = self.content.verticalScrollBar()
        old = self._content_owner
        self._scroll_positions[old] = bar.value()
        self._open_to(address)
        self.refresh()
        self._reveal(address)
        new = self._content_owner
        if new != old and not self._relative_path(address):
            bar.setValue(self._scroll_positions.get(new, bar.value()))

    @property
    def _content_owner(self) -> Hashable:
        """The owner of the entries in the Content tab."""
        return self._sources.get(self.content, (None, None))[0]

    def _relative_path(self, address: Address | None) -> Path:
        """Return the part of an address's path below the base of the subject."""
        base = self._subject.base if self._subject else ()
        return address.path[len(base) :] if address is not None else ()

    def _open_to(self, address: Address | None) -> None:
        """Expand the groups around a value selected on the page or in the tree."""
        subject = self._subject_of(address)
        if subject is None or address is None or len(address.path) <= len(subject.base):
            return
        owner = subject.key
        inside = address.path[len(subject.base) :]
        self._expansion.open_to(owner, subject.base, inside, subject.data)

    def _reveal(self, address: Address | None) -> None:
        path = address.path if self._relative_path(address) and address is not None else ()
        form = self.tabs.currentWidget()
        if form is self.content:
            self.content.reveal(path)
        elif form is self.style_form:
            slots = [e.path for e in self.style_form.entries]
            wanted = path if path in slots else None
            if wanted is None and path:
                wanted = next((p for p in slots if p[-1] == path[-1]), None)
            if wanted is not None:
                self.style_form.reveal(wanted)

    def _tab_changed(self) -> None:
        self.refresh()
        self._reveal(self._editor.selection)

    def enter(self) -> None:
        """Focus the selected field, or the first field."""
        form, address = self.tabs.currentWidget(), self._editor.selection
        path = address.path if address is not None and form is not self.page_form else ()
        if form is self.style_form:
            self.style_form.slots.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(form, Form) and not form.focus_first(path):
            form.focus_first(())

    # -- asking ---------------------------------------------------------------------------------

    def open(self, path: Path) -> None:
        """Expand the groups around a value of the visible form."""
        form = self.tabs.currentWidget()
        if form is self.page_form:
            page = self._editor.page()
            self._expansion.open_to(_PAGE, (), path, page.data if page else {})
        elif self._subject is not None:
            owner = self._subject.key
            inside = path[len(self._subject.base) :]
            self._expansion.open_to(owner, self._subject.base, inside, self._subject.data)
        self.refresh()

    def _run_in_content(self, command: CommandId, path: Path, value: object) -> bool:
        return self._run(command, self._address(self.content, path), value)

    def _run_in_style(self, command: CommandId) -> bool:
        form = self.style_form
        return self._run(command, self._address(form, form.chosen or ()), None)

    def _run_in_page(self, command: CommandId, path: Path, value: object) -> bool:
        return self._run(command, self._address(self.page_form, path), value)

    def _set_expanded(self, form: Form, path: Path, is_open: bool) -> None:
        owner: Hashable = _PAGE
        if form is not self.page_form:
            owner = self._subject.key if self._subject else None
        self._expansion.set(owner, path, is_open=is_open)
        self.refresh()

    def _address(self, form: QWidget, path: Path) -> Address:
        """Return the address of a value in a form."""
        if form is self.page_form or self._subject is None:
            return Address(Role.PAGE, None, path)
        owner = self._subject.owner
        return Address(owner.role, owner.block, path)

    def _pick_slot(self, path: Path) -> None:
        """Emit the address of the chosen slot, relative to the owner of the selection.

        A selected theme keeps the role THEME even if it is stored in the global document.
        """
        address, selection = self._address(self.style_form, path), self._editor.selection
        in_theme = selection is not None and selection.role is Role.THEME
        self.slot_picked.emit(replace(address, role=Role.THEME) if in_theme else address)

    def _emit_address(self, signal: Any, form: QWidget, path: Path, *rest: Any) -> None:
        signal.emit(self._address(form, path), *rest)


def _data(source: object) -> Any:
    """Return the data of a form's source."""
    return getattr(source, "data", source)
