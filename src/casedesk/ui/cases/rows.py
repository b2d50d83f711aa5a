"""Rows of a card that are made anew whenever the card is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.ui.theme import GRID
from casedesk.ui.widgets.labels import plain_label
from casedesk.ui.widgets.pressable import Pressable

if TYPE_CHECKING:
    from collections.abc import Sequence


class Rows(QWidget):
    """Holds rows, or says why there are none."""

    def __init__(self, empty_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._empty = plain_label(empty_text, "muted", self, wraps=True)
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._empty)

    def show_rows(self, rows: Sequence[QWidget]) -> None:
        """Show these rows instead of the earlier ones."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = list(rows)
        for row in rows:
            self._column.addWidget(row)
        self._empty.setVisible(not rows)

    def rows(self) -> list[QWidget]:
        """Return the rows that are shown."""
        return self._rows


def text_row(
    text: str, note: str = "", look: str = "", note_look: str = "small"
) -> Pressable:
    """Make a row of a text that wraps, with a note at its right."""
    face = QWidget()
    layout = QHBoxLayout(face)
    layout.setContentsMargins(0, 3, 0, 3)
    layout.setSpacing(GRID)
    layout.addWidget(plain_label(text, look, face, wraps=True), 1)
    if note:
        layout.addWidget(plain_label(note, note_look, face))
    row = Pressable(face)
    row.setAccessibleName(f"{text}, {note}" if note else text)
    return row
