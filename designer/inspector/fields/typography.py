"""Font and sizes that a theme stores as one JSON string, with one control for each key."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCompleter, QGridLayout, QLabel, QWidget
from typing_extensions import override

from designer.document import json_object, with_json_value
from designer.families import INSTALLED
from designer.inspector.entries.entry import FormEntry
from designer.inspector.fields.choice import ChoiceField
from designer.inspector.fields.field_editor import HEIGHT, FieldEditor, RowSlots, as_text
from designer.inspector.fields.single_line import SizeField, TextField
from designer.schema import Option

ORDER: Final = (
    *("color", "family", "size", "lineHeight", "letterSpacing", "margin"),
    *("smSize", "smLineHeight", "smLetterSpacing", "smMargin"),
)
"""The keys in the order in which the CMS writes them."""

_SIZES: Final = ("size", "lineHeight", "letterSpacing", "margin")
_WEIGHT, _STYLE = "wght", "style"
_GAP, _SIDE, _LABEL, _HEAD = 6, 8, 76, 16


class TypographyField(QWidget, FieldEditor):
    """Controls for the keys of the string; each control changes its own key only.

    Signals:
        edited: The new string.
        editing_finished: A control lost the focus or was confirmed; ends the undo group.
        draft_changed: A text became, or stopped being, an unwritten draft.
    """

    is_stacked = True
    edited = Signal(object)
    editing_finished = Signal()
    draft_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.family = TextField()
        self.family.setCompleter(QCompleter(sorted(INSTALLED), self.family))
        self.weight = ChoiceField()
        self.style_ = ChoiceField()
        self.color = ChoiceField()
        self.sizes = {key: SizeField() for name in _SIZES for key in (name, _phone_key(name))}
        self._set_options(self.weight, "weight", _weights())
        self.weight.setPlaceholderText(_tr("Normal"))
        self._set_options(self.style_, "style", [("", _tr("Upright")), ("italic", _tr("Italic"))])
        self._labels: dict[str, QLabel] = {}
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.family)

    @override
    def connect_row(self, row: RowSlots) -> None:
        super().connect_row(row)
        self.draft_changed.connect(row.draft_changed)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(_GAP)
        grid.setHorizontalSpacing(_SIDE)
        grid.setColumnMinimumWidth(0, _LABEL)
        for column in (1, 2):
            grid.setColumnStretch(column, 1)
        rows: tuple[tuple[str, str, tuple[QWidget, ...]], ...] = (
            ("color", _tr("Colour"), (self.color,)),
            ("family", _tr("Font"), (self.family,)),
            ("weight", _tr("Weight"), (self.weight, self.style_)),
            ("", "", (_label(_tr("All sizes")), _label(_tr("Phone")))),
            *(
                (name, words, (self.sizes[name], self.sizes[_phone_key(name)]))
                for name, words in zip(_SIZES, _size_words(), strict=True)
            ),
        )
        for row, (name, words, parts) in enumerate(rows):
            label = _label(words)
            label.setFixedWidth(_LABEL)
            grid.addWidget(label, row, 0)
            grid.setRowMinimumHeight(row, HEIGHT if name else _HEAD)
            self._labels[name] = label
            for column, part in enumerate(parts):
                part.setMinimumWidth(40)
                grid.addWidget(part, row, 1 + column, 1, 2 if len(parts) == 1 else 1)
        self._grid = grid

    def _connect(self) -> None:
        self.family.edited.connect(lambda name: self._set_family(name=str(name)))
        self.weight.edited.connect(lambda value: self._set_family(weight=str(value)))
        self.style_.edited.connect(lambda value: self._set_family(style=str(value)))
        self.color.edited.connect(lambda value: self._set("color", str(value)))
        for key, field in self.sizes.items():
            field.edited.connect(lambda value, k=key: self._set(k, str(value)))
            field.draft_changed.connect(self.draft_changed)
        parts: tuple[TextField | ChoiceField, ...]
        parts = (self.family, self.weight, self.style_, self.color, *self.sizes.values())
        for part in parts:
            part.editing_finished.connect(self.editing_finished)

    @property
    @override
    def draft_note(self) -> str:
        return next((field.draft_note for field in self.sizes.values() if field.draft_note), "")

    @property
    @override
    def stops(self) -> list[QWidget]:
        parts = (self.color, self.family, self.weight, self.style_, *self.sizes.values())
        return [part for part in parts if not part.isHidden()]

    @override
    def height_for(self, _width: int) -> int:
        rows = 3 + len(_SIZES) - (0 if self._has_color else 1) - (0 if self._has_margin else 1)
        return rows * (HEIGHT + _GAP) + _HEAD

    @property
    def _has_color(self) -> bool:
        return not self.color.isHidden()

    @property
    def _has_margin(self) -> bool:
        return not self.sizes["margin"].isHidden()

    # -- showing --------------------------------------------------------------------------------

    @override
    def show_entry(self, entry: FormEntry) -> None:
        colors = [(option.value, option.label) for option in entry.options]
        self._set_options(self.color, "color", colors)
        data = json_object(as_text(entry.value)) or {}
        self._show_row("color", (self.color,), shown=bool(colors))
        margins = (self.sizes["margin"], self.sizes["smMargin"])
        self._show_row("margin", margins, shown=not colors or "margin" in data)
        self._name_parts(entry.label)
        self.show_value(entry.value)

    def _show_row(self, name: str, parts: tuple[QWidget, ...], *, shown: bool) -> None:
        for part in (self._labels[name], *parts):
            part.setVisible(shown)
        self._grid.setRowMinimumHeight([*self._labels].index(name), HEIGHT if shown else 0)

    def _name_parts(self, label: str) -> None:
        self.family.setAccessibleName(f"{label}: {_tr('Font')}")
        self.weight.setAccessibleName(f"{label}: {_tr('Weight')}")
        self.style_.setAccessibleName(f"{label}: {_tr('Upright or italic')}")
        self.color.setAccessibleName(f"{label}: {_tr('Colour')}")
        for name, words in zip(_SIZES, _size_words(), strict=True):
            self.sizes[name].setAccessibleName(f"{label}: {words}")
            phones = _tr("%1 on phones").replace("%1", words)
            self.sizes[_phone_key(name)].setAccessibleName(f"{label}: {phones}")

    @override
    def show_value(self, value: Any) -> None:
        self._text = as_text(value)
        data = json_object(self._text) or {}
        name, axes = _parts(as_text(data.get("family")))
        self.family.show_value(name)
        self.weight.show_value(axes.get(_WEIGHT, ""))
        self.style_.show_value(axes.get(_STYLE, "").replace("normal", ""))
        self.color.show_value(as_text(data.get("color")))
        for key, field in self.sizes.items():
            field.show_value(as_text(data.get(key)))

    @staticmethod
    def _set_options(field: ChoiceField, name: str, choices: list[tuple[str, str]]) -> None:
        options = tuple(Option(value, words) for value, words in choices)
        field.show_entry(FormEntry((name,), "select", "", None, options=options))

    # -- edits ----------------------------------------------------------------------------------

    def _set(self, key: str, value: str) -> None:
        self._text = with_json_value(self._text, key, value, ORDER)
        self.edited.emit(self._text)

    def _set_family(
        self, *, name: str | None = None, weight: str | None = None, style: str | None = None
    ) -> None:
        data = json_object(self._text) or {}
        old, axes = _parts(as_text(data.get("family")))
        for axis, value in ((_WEIGHT, weight), (_STYLE, style)):
            if value:
                axes[axis] = value
            elif value is not None:
                axes.pop(axis, None)
        parts = [old if name is None else name, *(f"{axis}@{v}" for axis, v in axes.items())]
        self._set("family", ":".join(parts))


def _parts(family: str) -> tuple[str, dict[str, str]]:
    """Split ``Roboto Mono:wght@700:style@italic`` into name and axes."""
    name, *axes = family.split(":")
    return name, dict(axis.partition("@")[::2] for axis in axes)


def _phone_key(name: str) -> str:
    return f"sm{name[0].upper()}{name[1:]}"


def _size_words() -> tuple[str, ...]:
    return _tr("Size"), _tr("Line height"), _tr("Spacing"), _tr("Below")


def _weights() -> list[tuple[str, str]]:
    return [
        ("100", _tr("Thin")),
        ("200", _tr("Extra light")),
        ("300", _tr("Light")),
        ("400", _tr("Normal")),
        ("500", _tr("Medium")),
        ("600", _tr("Semibold")),
        ("700", _tr("Bold")),
        ("800", _tr("Extra bold")),
        ("900", _tr("Black")),
    ]


def _label(words: str) -> QLabel:
    label = QLabel(words)
    label.setObjectName("fieldLabel")
    return label


def _tr(text: str) -> str:
    return QCoreApplication.translate("Typography", text)
