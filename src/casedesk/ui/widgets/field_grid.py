"""Fields side by side where there is room, beneath each other where there is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from casedesk.ui.theme import GRID

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from casedesk.ui.widgets.field_cell import FieldCell

COLUMN_LINES = 20  # a column is at least as wide as so many lines of text are high


class FieldGrid(QWidget):
    """A grid of one or two columns, as many as its width and the text size allow."""

    def __init__(
        self,
        cells: Sequence[FieldCell],
        parent: QWidget | None = None,
        *,
        most_columns: int = 2,
    ) -> None:
        super().__init__(parent)
        self._cells = cells
        self._most_columns = most_columns
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * GRID)
        self._grid.setVerticalSpacing(GRID + 2)
        self._arrange(most_columns)

    def columns(self) -> int:
        """Return how many columns there are at present."""
        return self._columns

    def arrange_again(self) -> None:
        """Close the gaps after fields were shown or hidden."""
        columns, self._columns = self._columns, 0
        self._arrange(columns)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        while self._grid.count():
            self._grid.takeAt(0)
        row, column = 0, 0
        for cell in self._cells:
            if cell.isHidden() and cell.testAttribute(
                Qt.WidgetAttribute.WA_WState_ExplicitShowHide
            ):
                continue
            span = columns if cell.field.wide else 1
            if column + span > columns:
                row, column = row + 1, 0
            self._grid.addWidget(cell, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
            column += span
        for number in range(self._most_columns):
            self._grid.setColumnStretch(number, 1 if number < columns else 0)

    def _fit(self) -> None:
        least = COLUMN_LINES * self.fontMetrics().height()
        fitting = max(1, self.width() // least)
        self._arrange(min(self._most_columns, fitting))

    # --- QWidget

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()
