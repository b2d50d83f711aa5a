"""One line of text that stands for a value, such as a number or a date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QFocusEvent

# The field is still in use while its menu or its calendar is open.
PASSING_REASONS = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class ParsedLine(QLineEdit):
    """Turns what is typed into a value, and rewrites it in the usual form."""

    edited = Signal()
    left = Signal()

    def __init__(
        self,
        parse: Callable[[str], object],
        show: Callable[[object], str],
        complaint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`parse` raises `ValueError`; `complaint` then says what is expected."""
        super().__init__(parent)
        self._parse = parse
        self._show = show
        self._complaint = complaint
        self._letters = 0
        self.textEdited.connect(self._on_edited)
        self.returnPressed.connect(self._on_left)

    def value(self) -> object:
        """Return the value of the text, None if there is no text."""
        text = self.text().strip()
        return self._parse(text) if text else None

    def set_value(self, value: object) -> None:
        """Show a value in its usual form; None empties the field."""
        self.setText("" if value is None else self._show(value))

    def problem(self) -> str | None:
        """Say what is expected if the text makes no value."""
        try:
            self.value()
        except ValueError:
            return self._complaint
        return None

    def raw(self) -> str:
        """Return the text as typed."""
        return self.text()

    def set_raw(self, text: str) -> None:
        """Show a text as it was typed."""
        self.setText(text)

    def set_letters(self, letters: int) -> None:
        """Be as wide as what is usually typed, instead of as wide as there is room."""
        self._letters = letters
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Fixed if letters else policy.Expanding, policy.Fixed)

    def _on_edited(self) -> None:
        self.edited.emit()

    def _on_left(self) -> None:
        self.left.emit()
        self._rewrite()

    def _rewrite(self) -> None:
        if self.isModified() and self.problem() is None:
            self.set_value(self.value())

    # --- QLineEdit

    def sizeHint(self) -> QSize:  # noqa: D102
        hint = super().sizeHint()
        if self._letters:
            hint.setWidth(self.fontMetrics().horizontalAdvance("0") * self._letters)
        return hint

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: D102
        super().focusOutEvent(event)
        if event.reason() not in PASSING_REASONS:
            self._on_left()
