"""The top bar: page title, undo, widths, save."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFocusEvent, QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from designer.command_list import (
    APPEARANCE_MENU,
    MAIN_MENU,
    ZOOM_MENU,
    CommandId,
    command_specs,
    with_keys,
)
from designer.look import Tokens, icon
from designer.window.commands.registry import CommandRegistry

HEIGHT = 40
_ROOMY, _ENOUGH = 960, 820  # pixels of the window from which less needed tools are shown


class TopBar(QFrame):
    """Page title, undo and redo, widths and zoom, and save.

    Signals:
        width_chosen: A typed width, in CSS pixels.
    """

    width_chosen = Signal(int)

    def __init__(self, commands: CommandRegistry, parent: QWidget) -> None:
        super().__init__(parent)
        self._commands = commands
        self.setObjectName("topBar")
        self.setFixedHeight(HEIGHT)
        self._title = QLabel()
        self._title.setObjectName("pageTitle")
        self._site = QLabel()
        self._site.setObjectName("siteName")
        self._dot = QLabel("●")
        self._dot.setObjectName("modifiedDot")
        self._dot.setToolTip(self.tr("There is unsaved work"))
        self._dot.hide()
        self._width = _WidthField()
        self._width.typed.connect(self.width_chosen)
        self._zoom = QToolButton()
        self._zoom.setObjectName("zoomButton")
        self._zoom.setToolTip(with_keys(self.tr("Zoom"), *ZOOM_MENU[0]))
        zooms = commands.fill_menu(QMenu(self.tr("Zoom"), self), ZOOM_MENU)
        self._zoom.setMenu(zooms)
        self._zoom.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._split_button = _tool("")
        self._split_button.setDefaultAction(commands.action(CommandId.TWO_WIDTHS))
        self._menu = _tool(with_keys(self.tr("Menu"), CommandId.OPEN_MENU))
        self._menu.setMenu(self._main_menu(commands, zooms))
        self._menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._undo, self._redo = _tool(""), _tool("")
        self._undo.setDefaultAction(commands.action(CommandId.UNDO))
        self._redo.setDefaultAction(commands.action(CommandId.REDO))
        save = command_specs()[CommandId.SAVE].text
        self._save = QPushButton(save)
        self._save.setObjectName("primary")
        self._save.setToolTip(with_keys(save, CommandId.SAVE))
        self._save.clicked.connect(commands.action(CommandId.SAVE).trigger)
        self._save.setEnabled(False)
        self._modes = self._make_modes(commands.action(CommandId.BROWSE))
        self._devices = QButtonGroup(self)
        self._segment = QFrame()
        self._segment.setObjectName("segment")
        self._segment.setFixedHeight(28)
        self._lay_out()

    def _lay_out(self) -> None:
        start, middle, end = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        start.setSpacing(8)
        shown: tuple[QWidget, ...] = (self._menu, self._title, self._site, self._dot)
        for widget in shown:
            start.addWidget(widget)
        start.addStretch()
        middle.setSpacing(6)
        tools: tuple[QWidget, ...] = (
            *(self._undo, self._redo, self._segment, self._split_button),
            *(self._width, self._zoom),
        )
        for widget in tools:
            middle.addWidget(widget)
        end.addStretch()
        end.setSpacing(12)
        end.addWidget(self._modes)
        end.addWidget(self._save)
        self._has_page = True
        self._page_tools = (*tools, self._modes, self._save)
        self._least_widths: dict[QWidget, int] = {
            **dict.fromkeys((self._site, self._split_button), _ROOMY),
            **dict.fromkeys((self._width, self._zoom), _ENOUGH),
        }
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 0, 12, 0)
        sides = []
        for part in (start, middle, end):
            holder = QWidget()
            holder.setLayout(part)
            part.setContentsMargins(0, 0, 0, 0)
            line.addWidget(holder, 0 if part is middle else 1)
            sides.append(holder)
        # Both sides get the same width, so that the middle is centred, until the end is full.
        sides[0].setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        sides[2].setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)

    def _main_menu(self, commands: CommandRegistry, zooms: QMenu) -> QMenu:
        appearance = commands.fill_menu(QMenu(self.tr("Appearance"), self), APPEARANCE_MENU)
        return commands.fill_menu(QMenu(self), MAIN_MENU, {"zoom": zooms, "appearance": appearance})

    def _make_modes(self, browse: QAction) -> QFrame:
        """Create the two exclusive buttons "Edit" and "Browse"."""
        frame = QFrame()
        frame.setObjectName("segment")
        frame.setFixedHeight(28)
        row = QHBoxLayout(frame)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        group = QButtonGroup(frame)
        for name, tip, browsing in (
            (self.tr("Edit"), self.tr("Click to select"), False),
            (self.tr("Browse"), self.tr("Links and menus work"), True),
        ):
            button = _segment_button(name, with_keys(tip, CommandId.BROWSE))
            button.setChecked(browse.isChecked() is browsing)
            button.clicked.connect(lambda _on, b=browsing: browse.setChecked(b))
            browse.toggled.connect(lambda on, b=browsing, held=button: held.setChecked(on is b))
            group.addButton(button)
            row.addWidget(button)
        return frame

    def set_devices(self, devices: Mapping[CommandId, int]) -> None:
        """Show a button for each device and its width in CSS pixels; the first is checked."""
        for old in self._devices.buttons():
            self._devices.removeButton(old)
            old.deleteLater()
        row = self._segment.layout() or QHBoxLayout(self._segment)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        for number, (device, width) in enumerate(devices.items()):
            tip = self.tr("%1 px wide").replace("%1", str(width))
            button = _segment_button(command_specs()[device].text, with_keys(tip, device))
            button.setChecked(number == 0)
            button.setProperty("device", width)
            button.clicked.connect(self._commands.action(device).trigger)
            self._devices.addButton(button)
            row.addWidget(button)

    def set_tokens(self, tokens: Tokens) -> None:
        """Apply other colours."""
        self._menu.setIcon(icon("menu", tokens.text))
        for command in (CommandId.UNDO, CommandId.REDO, CommandId.TWO_WIDTHS):
            name = command_specs()[command].icon
            self._commands.action(command).setIcon(icon(name, tokens.text))

    def show_open(self, title: str, site: str) -> None:
        """Show the titles of page and site."""
        self._title.setText(title)
        self._site.setText(site)

    def show_page_tools(self, shown: bool) -> None:
        """Show or hide what acts on the page; without a page only the menu is left."""
        self._has_page = shown
        self._choose_tools()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose_tools()

    def _choose_tools(self) -> None:
        """Show the tools for which there is room; the others have commands in the menu."""
        for tool in (*self._page_tools, self._site):
            is_usable = self._has_page or tool is self._site
            tool.setVisible(is_usable and self.width() >= self._least_widths.get(tool, 0))

    def show_modified(self, modified: bool) -> None:
        """Show whether there are unsaved changes."""
        self._save.setEnabled(modified)
        self._dot.setVisible(modified)

    def show_scale(self, width: int, zoom: float) -> None:
        """Show the page width and the zoom factor."""
        self._width.show_width(width)
        self._zoom.setText(f"{round(zoom * 100)} %")
        self._devices.setExclusive(False)  # a custom width checks no button
        for button in self._devices.buttons():
            button.setChecked(button.property("device") == width)
        self._devices.setExclusive(True)

    def open_menu(self) -> None:
        """Open the main menu."""
        self._menu.showMenu()


class _WidthField(QLineEdit):
    """Shows the page's width and accepts a typed width.

    Signals:
        typed: The width in CSS pixels.
    """

    typed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("widthField")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setToolTip(self.tr("Width of the page: type a number"))
        self.setAccessibleName(self.tr("Width of the page"))
        self._shown = 0
        self.editingFinished.connect(self._take)

    def show_width(self, width: int) -> None:
        """Show the current width of the page."""
        self._shown = width
        self.setText(self.tr("%1 px").replace("%1", str(width)))

    def _take(self) -> None:
        typed = "".join(filter(str.isdecimal, self.text()))
        if typed and int(typed) != self._shown:
            self.typed.emit(int(typed))
        else:
            self.show_width(self._shown)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # Deferred, because the click sets the caret afterwards.
        QTimer.singleShot(0, self.selectAll)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.show_width(self._shown)
            self.selectAll()
        else:
            super().keyPressEvent(event)


def _segment_button(name: str, tip: str) -> QPushButton:
    button = QPushButton(name)
    button.setCheckable(True)
    button.setToolTip(tip)
    bold = QFont(button.font())
    bold.setBold(True)  # the checked button is bold; a fixed width avoids layout shifts
    button.setMinimumWidth(QFontMetrics(bold).horizontalAdvance(name) + 22)
    return button


def _tool(tip: str) -> QToolButton:
    button = QToolButton()
    button.setIconSize(QSize(16, 16))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    return button
