"""One answer among several, all of them in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.ui.widgets.chip_row import ChipRow

if TYPE_CHECKING:
    from collections.abc import Sequence


class AnswerChips(QWidget):
    """Edits one of several values, or none.

    A digit chooses the answer that bears it, or else the one of that place, and goes on
    to the next field; Delete, or a click on the chosen one, takes it back.
    """

    edited = Signal()
    left = Signal()

    def __init__(
        self, items: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        """`items` are values, each with the words shown for it."""
        super().__init__(parent)
        self._row = ChipRow(self)
        for value, label in items:
            self._row.add(value, label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._row)
        self.setFocusProxy(self._row)
        self._row.pressed.connect(self._on_pressed)
        self._row.digit_typed.connect(self._on_digit)
        self._row.cleared.connect(self._on_cleared)
        self._row.left.connect(self.left)

    def value(self) -> object:
        """Return the chosen value, None if there is none."""
        return next(iter(self._row.ticked()), None)

    def set_value(self, value: object) -> None:
        """Choose exactly this value; None chooses nothing."""
        self._row.tick(() if value is None else (value,))

    def problem(self) -> str | None:
        """Every answer is a good answer."""
        return None

    def raw(self) -> str:
        """Return the chosen value as text."""
        return str(self.value() or "")

    def set_raw(self, text: str) -> None:
        """Choose the value with this text."""
        self.set_value(text)

    def _on_pressed(self, value: object) -> None:
        # The press has ticked it, or taken the tick away.
        self.set_value(value if value in self._row.ticked() else None)
        self.edited.emit()

    def _on_digit(self, digit: int) -> None:
        values = self._row.values()
        if str(digit) in values:
            self._choose(str(digit))
        elif not str(values[0]).isdecimal() and 0 < digit <= len(values):
            self._choose(values[digit - 1])

    def _choose(self, value: object) -> None:
        self.set_value(value)
        self.edited.emit()
        self._row.go_on()

    def _on_cleared(self) -> None:
        if self.value() is not None:
            self.set_value(None)
            self.edited.emit()
