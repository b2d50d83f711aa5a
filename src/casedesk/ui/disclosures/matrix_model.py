"""The matrix as a table: the people and organisations, and the kinds of information."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from casedesk.domain.consent import Direction
from casedesk.domain.matrix import matrix
from casedesk.domain.spelling import folded
from casedesk.ui import wording
from casedesk.ui.widgets.labels import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtCore import QPersistentModelIndex

    from casedesk.domain.case import Party, PartyId
    from casedesk.domain.data_category import CategoryId
    from casedesk.domain.matrix import Cell, Matrix
    from casedesk.ui.disclosures.answer_words import AnswerWords

CELL_ROLE = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()
_SPOKEN = (
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
_TIP = Qt.ItemDataRole.ToolTipRole


class MatrixModel(QAbstractTableModel):
    """Answers for every cell at once; the words are made when they are asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: AnswerWords | None = None
        self._matrix: Matrix = {}
        self._parties: list[Party] = []
        self._shown: list[Party] = []
        self._categories: list[CategoryId] = []

    def show_case(
        self, words: AnswerWords, parties: Sequence[Party], typed: str, day: date
    ) -> None:
        """Show who takes part in a case, or only those in whose names it is typed."""
        self.beginResetModel()
        self._words = words
        offered = [category for category, _name in words.categories.offered()]
        asked = {c for item in words.permissions.items for c in item.categories}
        self._categories = offered + sorted(asked.difference(offered))
        self._parties = sorted(parties, key=self._place)
        ids = [party.id for party in self._parties]
        self._matrix = matrix(ids, self._categories, day, words.permissions)
        self._shown = self._matching(typed)
        self.endResetModel()

    def narrow(self, typed: str) -> None:
        """Show only those in whose names or roles something stands."""
        self.beginResetModel()
        self._shown = self._matching(typed)
        self.endResetModel()

    def cell(self, index: QModelIndex | QPersistentModelIndex) -> Cell:
        """Return what holds there."""
        return self._matrix[self._shown[index.row()].id][index.column()]

    def place_of(
        self, party_id: PartyId, category: CategoryId
    ) -> tuple[int, int] | None:
        """Return in which row and column somebody and some information are."""
        ids = [party.id for party in self._shown]
        if party_id in ids and category in self._categories:
            return ids.index(party_id), self._categories.index(category)
        return None

    def first(self) -> CategoryId:
        """Return the kind of information in the first column."""
        return self._categories[0]

    def names(self) -> list[str]:
        """Return who is shown, from top to bottom."""
        return [self._name(party) for party in self._shown]

    def count(self) -> int:
        """Return how many take part in the case."""
        return len(self._parties)

    def sentences(self, cell: Cell) -> list[str]:
        """Ask and answer both ways in words."""
        assert self._words is not None  # noqa: S101 - a cell is of a case
        said = []
        for direction in (Direction.OBTAIN, Direction.PASS_ON):
            finding = cell.finding(direction)
            asked = self._words.question(cell.party_id, direction, finding)
            said.append(f"{asked} {self._words.reply(finding)}")
        return said

    def _name(self, party: Party) -> str:
        return self._words.names.get(party.id, "") if self._words else ""

    def _place(self, party: Party) -> tuple[str, str]:
        return folded(self._name(party)), party.id

    def _roles(self, party: Party) -> str:
        return ", ".join(map(wording.label, party.roles)) or party.function

    def _matching(self, typed: str) -> list[Party]:
        wanted = folded(typed.strip())
        return [
            party
            for party in self._parties
            if wanted in folded(f"{self._name(party)} {self._roles(party)}")
        ]

    # --- QAbstractTableModel

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:  # noqa: D102
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:  # noqa: D102
        return 0 if parent.isValid() else len(self._categories)

    def data(  # noqa: D102
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if role == CELL_ROLE:
            return self.cell(index)
        if role in _SPOKEN:
            return "\n".join(self.sentences(self.cell(index)))
        if role == _TIP:
            return plain_tip(*self.sentences(self.cell(index)))
        return None

    def headerData(  # noqa: D102
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, _TIP):
            return None
        lines = self._head(section, orientation)
        return plain_tip(*lines) if role == _TIP else "\n".join(lines)

    def _head(self, section: int, orientation: Qt.Orientation) -> tuple[str, ...]:
        if orientation == Qt.Orientation.Vertical:
            party = self._shown[section]
            return self._name(party), self._roles(party)
        if self._words is None:
            return ()
        return (self._words.categories.marked(self._categories[section]),)
