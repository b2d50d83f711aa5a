"""How often something is done: a number, and the span it is counted in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from casedesk.ui.language import gettext as _
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.choice_box import ChoiceBox
from casedesk.ui.widgets.parsed_line import ParsedLine

if TYPE_CHECKING:
    from collections.abc import Sequence

LETTERS = 6
BETWEEN = "/"


class RateField(QWidget):
    """Edits a rate such as `3/week`, or nothing."""

    edited = Signal()
    left = Signal()

    def __init__(
        self, spans: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        """`spans` are values such as `week`, each with the words shown for it."""
        super().__init__(parent)
        self._count = ParsedLine(_whole_number, str, parent=self)
        self._count.set_letters(LETTERS)
        self._count.setAccessibleName(_("How often"))
        self._span = ChoiceBox(spans, self, may_be_empty=False)
        self._span.setAccessibleName(_("In which span"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self._count)
        layout.addWidget(self._span)
        layout.addStretch()
        self.setFocusProxy(self._count)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._count.edited.connect(self.edited)
        self._count.left.connect(self.left)
        self._span.edited.connect(self._on_span)
        self._span.left.connect(self.left)

    def value(self) -> str | None:
        """Return the rate, None if there is none; raises `ValueError` on a typo."""
        count = self._count.value()
        return None if count is None else f"{count}{BETWEEN}{self._span.value()}"

    def set_value(self, value: object) -> None:
        """Show a rate; None empties the number and leaves the span."""
        count, _sign, span = str(value or "").partition(BETWEEN)
        self._count.setText(count)
        if span:
            self._span.set_value(span)

    def problem(self) -> str | None:
        """Say what is expected if what is typed is no number."""
        try:
            self.value()
        except ValueError:
            return _("Please type a whole number, such as 3.")
        return None

    def raw(self) -> str:
        """Return what is typed, with the span."""
        count = self._count.raw()
        return f"{count}{BETWEEN}{self._span.value()}" if count else ""

    def set_raw(self, text: str) -> None:
        """Show what was once typed."""
        self.set_value(text)

    def _on_span(self) -> None:
        if self._count.raw():
            self.edited.emit()


def _whole_number(text: str) -> int:
    number = int(text)
    if number < 0:
        raise ValueError(text)
    return number
