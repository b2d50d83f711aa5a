"""One answer among several, all of them in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.ui.widgets.chip_field import ChipField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget


class AnswerChips(ChipField):
    """Edits one of several values, or none.

    A digit chooses the answer that bears it, or else the one of that place, and goes on
    to the next field; Delete, or a click on the chosen one, takes it back.
    """

    def __init__(
        self, items: Sequence[tuple[object, str]], parent: QWidget | None = None
    ) -> None:
        """`items` are values, each with the words shown for it."""
        super().__init__(items, parent)
        self._row.pressed.connect(self._on_pressed)
        self._row.digit_typed.connect(self._on_digit)
        self._row.cleared.connect(self._on_cleared)

    def value(self) -> object:
        """Return the chosen value, None if there is none."""
        return next(iter(self._row.ticked()), None)

    def set_value(self, value: object) -> None:
        """Choose exactly this value; None chooses nothing."""
        self._row.tick(() if value is None else (value,))

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
