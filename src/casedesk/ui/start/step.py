"""One step of the assistant: a heading, a few fields, and what is wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.ui.theme import GRID
from casedesk.ui.widgets.field_cell import FieldCell
from casedesk.ui.widgets.field_grid import FieldGrid
from casedesk.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casedesk.ui.widgets.field_cell import Field


class Step(QWidget):
    """Lay further widgets into `body`."""

    def __init__(self, title: str, note: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells: dict[str, FieldCell] = {}
        self.trouble = plain_label("", "problem", self, wraps=True)
        self.body = QVBoxLayout()
        self.body.setSpacing(GRID + 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID + 2)
        layout.addWidget(plain_label(title, "title", self))
        layout.addWidget(plain_label(note, "muted", self, wraps=True))
        layout.addSpacing(GRID)
        layout.addLayout(self.body)
        layout.addWidget(self.trouble)
        layout.addStretch(1)

    def add_fields(self, fields: Sequence[Field]) -> None:
        """Lay out fields beneath what is there."""
        cells = [FieldCell(field, self) for field in fields]
        self._cells |= {cell.field.name: cell for cell in cells}
        self.body.addWidget(FieldGrid(cells, self))

    def cell(self, name: str) -> FieldCell:
        """Return a field as it is laid out."""
        return self._cells[name]

    def values(self) -> dict[str, object]:
        """Return what is typed and chosen, by the name of the field."""
        return {name: cell.editor.value() for name, cell in self._cells.items()}

    def begin(self) -> None:
        """Let the user begin in the first field."""
        next(iter(self._cells.values())).widget.setFocus()
