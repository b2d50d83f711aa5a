"""Two columns where there is room for both, one beneath the other where not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from casedesk.ui.theme import GRID

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

COLUMN_LINES = 26  # a column is at least as wide as so many lines of text are high


class SideBySide(QWidget):
    """Lays out the cards of a page in two columns, or in one."""

    def __init__(
        self,
        left: Sequence[QWidget],
        right: Sequence[QWidget],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GRID + 2)
        for widgets in (left, right):
            column = QVBoxLayout()
            column.setSpacing(GRID + 2)
            for widget in widgets:
                column.addWidget(widget)
            column.addStretch(1)
            self._row.addLayout(column, 1)

    # --- QWidget

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        needed = 2 * COLUMN_LINES * self.fontMetrics().height()
        direction = QBoxLayout.Direction
        has_room = self.width() >= needed
        self._row.setDirection(
            direction.LeftToRight if has_room else direction.TopToBottom
        )
