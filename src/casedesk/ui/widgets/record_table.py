"""A read-only table of records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QPersistentModelIndex

Record = TypeVar("Record")
_ROOT = QModelIndex()
SORT_ROLE = Qt.ItemDataRole.UserRole + 1
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Column(Generic[Record]):
    """One column: its heading, and the text it shows for a record.

    `sort_key` is what counts when sorting, if it is not the text itself.
    `stretch` columns share the room that is left, and wrap.
    """

    heading: str
    text: Callable[[Record], str]
    sort_key: Callable[[Record], Any] | None = None  # whatever can be compared
    align_right: bool = False
    stretch: int = 0


class RecordTableModel(QAbstractTableModel, Generic[Record]):
    """Feeds a list of records to a `QTableView`, and sorts it.

    It sorts by itself: a proxy takes a hundred times as long for the same.
    """

    def __init__(self, columns: Sequence[Column[Record]], parent: QObject) -> None:
        super().__init__(parent)
        self._columns = columns
        self._records: list[Record] = []
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None

    def show(self, records: Sequence[Record]) -> None:
        """Replace what the table shows; it stays sorted as it was."""
        self.beginResetModel()
        self._records = list(records)
        if self._sorted_by is not None:
            self._sort(*self._sorted_by)
        self.endResetModel()

    def record_at(self, index: QModelIndex) -> Record:
        """Return the record in the row of `index`."""
        return self._records[index.row()]

    def records(self) -> tuple[Record, ...]:
        """Return the records in the order shown."""
        return tuple(self._records)

    def columns(self) -> Sequence[Column[Record]]:
        """Return the columns."""
        return self._columns

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        key = self._columns[column].sort_key or self._columns[column].text
        filled = [record for record in self._records if key(record) is not None]
        empty = [record for record in self._records if key(record) is None]
        is_falling = order == Qt.SortOrder.DescendingOrder
        self._records = sorted(filled, key=key, reverse=is_falling) + empty

    # --- QAbstractTableModel

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:  # noqa: D102
        return 0 if parent.isValid() else len(self._records)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:  # noqa: D102
        return 0 if parent.isValid() else len(self._columns)

    def data(  # noqa: D102
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        column = self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(self._records[index.row()])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if column.align_right else LEFT
        if role == SORT_ROLE and column.sort_key is not None:
            return column.sort_key(self._records[index.row()])
        return None

    def headerData(  # noqa: D102
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return section + 1 if role == Qt.ItemDataRole.DisplayRole else None
        column = self._columns[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if column.align_right else LEFT
        return column.heading if role == Qt.ItemDataRole.DisplayRole else None

    def sort(  # noqa: D102
        self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder
    ) -> None:
        if not 0 <= column < len(self._columns):
            return
        self.layoutAboutToBeChanged.emit()
        before = [self._records[i.row()] for i in self.persistentIndexList()]
        old = self.persistentIndexList()
        self._sorted_by = column, order
        self._sort(column, order)
        rows = {id(record): row for row, record in enumerate(self._records)}
        new = [
            self.index(rows[id(record)], index.column())
            for record, index in zip(before, old, strict=True)
        ]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()
