"""The picture as a table: needs and domains of life, and who helps in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from casedesk.domain.help import Giver
from casedesk.ui import wording
from casedesk.ui.coverage.cell_lines import CellLine, help_lines, need_lines, spoken
from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.labels import plain_tip

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtCore import QPersistentModelIndex

    from casedesk.domain.coverage import CoverRow
    from casedesk.domain.help import Help
    from casedesk.services.coverage import CheckedCase
    from casedesk.words.finding_words import FindingWords

LINES_ROLE = Qt.ItemDataRole.UserRole + 1
GIVERS = tuple(Giver)
_ROOT = QModelIndex()
_SPOKEN = (
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)


class CoverageModel(QAbstractTableModel):
    """Feeds the picture to the view; the words of all cells are made at once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[CoverRow, ...] = ()
        self._words: FindingWords | None = None
        self._lines: list[list[list[CellLine]]] = []

    def show_case(self, checked: CheckedCase, words: FindingWords) -> None:
        """Show a case that was checked."""
        self.beginResetModel()
        self.rows = checked.coverage.rows
        self._words = words
        self._lines = [_cells(row, words, checked.day) for row in self.rows]
        self.endResetModel()

    def lines(self, row: int, column: int) -> list[CellLine]:
        """Return what stands in a cell."""
        return self._lines[row][column]

    def row_of(self, domain: object) -> int:
        """Return the row of a domain of life, or -1."""
        places = (n for n, row in enumerate(self.rows) if row.need.domain == domain)
        return next(places, -1)

    def helps(self, index: QModelIndex | QPersistentModelIndex) -> tuple[Help, ...]:
        """Return the help in a cell."""
        if not index.isValid() or not index.column():
            return ()
        return self.rows[index.row()].cells[GIVERS[index.column() - 1]]

    def is_empty(self, column: int) -> bool:
        """Whether nothing stands in a column."""
        return not any(row[column] for row in self._lines)

    def _said(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Say a cell in full: whose row it is, who helps with what, what was found."""
        row, column = self.rows[index.row()], index.column()
        lines = self.lines(index.row(), column)
        if column == 0 or self._words is None:
            return spoken(lines)
        domain = self._words.domain(row.need.domain)
        giver = wording.label(GIVERS[column - 1])
        told = [self._words.what(piece) for piece in self.helps(index)]
        words = "; ".join([*told, spoken(lines)] if lines else [_("nobody")])
        return f"{domain}, {giver}: {words}"

    # --- QAbstractTableModel

    def rowCount(  # noqa: D102
        self, parent: QModelIndex | QPersistentModelIndex = _ROOT
    ) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(  # noqa: D102
        self, parent: QModelIndex | QPersistentModelIndex = _ROOT
    ) -> int:
        return 0 if parent.isValid() else len(GIVERS) + 1

    def headerData(  # noqa: D102
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # Qt asks for whatever the role stands for
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role not in (Qt.ItemDataRole.DisplayRole, *_SPOKEN):
            return None
        return wording.label(GIVERS[section - 1]) if section else _("Need")

    def data(  # noqa: D102
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # Qt asks for whatever the role stands for
        if not index.isValid():
            return None
        if role == LINES_ROLE:
            return self.lines(index.row(), index.column())
        if role in _SPOKEN:
            return self._said(index)
        if role == Qt.ItemDataRole.ToolTipRole and self.lines(
            index.row(), index.column()
        ):
            return plain_tip(self._said(index))
        return None


def _cells(row: CoverRow, words: FindingWords, day: date) -> list[list[CellLine]]:
    return [
        need_lines(row, words),
        *(help_lines(row, giver, words, day) for giver in GIVERS),
    ]
