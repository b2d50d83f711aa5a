"""A yes or no."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

YES = "yes"


class TickBox(QCheckBox):
    """Edits a truth value."""

    edited = Signal()
    left = Signal()

    def __init__(self, label: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label.replace("&", "&&"), parent)
        self.clicked.connect(self._on_clicked)

    def value(self) -> bool:
        """Tell whether it is ticked."""
        return self.isChecked()

    def set_value(self, value: object) -> None:
        """Tick it or not; None does not."""
        self.setChecked(bool(value))

    def problem(self) -> str | None:
        """Both are good."""
        return None

    def raw(self) -> str:
        """Return a word if ticked, nothing if not."""
        return YES if self.isChecked() else ""

    def set_raw(self, text: str) -> None:
        """Tick it if there is the word."""
        self.setChecked(text == YES)

    def _on_clicked(self) -> None:
        self.edited.emit()
        self.left.emit()
