"""A choice of any number among several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.ui.widgets.chip_row import ChipRow

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

SEPARATOR = "\n"


class ChoiceChips(QWidget):
    """Edits a tuple of values, in the order they are offered."""

    edited = Signal()
    left = Signal()

    def __init__(
        self, items: Sequence[tuple[object, str]], parent: QWidget | None = None
    ) -> None:
        """`items` are values, each with the word shown for it."""
        super().__init__(parent)
        self._row = ChipRow(self)
        for value, label in items:
            self._row.add(value, label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._row)
        self.setFocusProxy(self._row)
        self._row.pressed.connect(self._on_pressed)
        self._row.left.connect(self.left)

    def value(self) -> tuple[object, ...]:
        """Return the ticked values."""
        return self._row.ticked()

    def set_value(self, value: object) -> None:
        """Tick exactly these values; None ticks nothing."""
        ticked: Collection[object] = (
            value if isinstance(value, (tuple, list, set, frozenset)) else ()
        )
        known = self._row.values()
        for unknown in [one for one in ticked if one not in known]:
            self._row.add(unknown, str(unknown))
        self._row.tick(ticked)

    def problem(self) -> str | None:
        """Every choice is a good choice."""
        return None

    def raw(self) -> str:
        """Return the ticked values as text, one in a line."""
        return SEPARATOR.join(str(value) for value in self.value())

    def set_raw(self, text: str) -> None:
        """Tick the values that have these texts."""
        texts = text.split(SEPARATOR)
        self._row.tick([each for each in self._row.values() if str(each) in texts])

    def _on_pressed(self) -> None:
        self.edited.emit()
