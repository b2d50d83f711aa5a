"""What every field made of chips has in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.ui.widgets.chip_row import ChipRow

if TYPE_CHECKING:
    from collections.abc import Sequence


class ChipField(QWidget):
    """Edits a value by a row of chips; which value they make, its kinds say."""

    edited = Signal()
    left = Signal()

    def __init__(
        self, items: Sequence[tuple[object, str]], parent: QWidget | None = None
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
        self._row.left.connect(self.left)

    def problem(self) -> str | None:
        """Whatever is ticked is good."""
        return None
