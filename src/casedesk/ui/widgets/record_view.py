"""The table view in which records are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic

from PySide6.QtCore import QMargins, QModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from casedesk.ui.widgets.record_table import Column, Record, RecordTableModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent, QResizeEvent

ROW_MARGINS = QMargins(0, 5, 0, 5)
COLUMN_GAP = 20
WIDEST_SHARE = 0.35  # of the view, for a column that does not stretch


class _RoomyRows(QStyledItemDelegate):
    """Leaves room above and below a text, however many lines it has."""

    def sizeHint(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        return super().sizeHint(option, index).grownBy(ROW_MARGINS)


class RecordTable(QTableView, Generic[Record]):
    """Shows records in rows that wrap; Enter or a double click opens one.

    With `grows` it is as high as its rows, for a few of them on a card.
    """

    opened = Signal(object)
    selected = Signal(object)

    def __init__(
        self,
        columns: Sequence[Column[Record]],
        parent: QWidget | None = None,
        *,
        grows: bool = False,
        sortable: bool = False,
    ) -> None:
        super().__init__(parent)
        self._grows = grows
        self._records = RecordTableModel(columns, self)
        self.setModel(self._records)
        self._build(sortable=sortable)

    def show_records(self, records: Sequence[Record]) -> None:
        """Replace the rows; a record that is still there stays selected."""
        chosen = self.record()
        self._records.show(records)
        if chosen is not None and chosen in self._records.records():
            self.selectRow(self._records.records().index(chosen))
        self._fit()

    def record(self) -> Record | None:
        """Return the selected record, None if there is none."""
        if not self.selectionModel().hasSelection():
            return None
        return self._records.record_at(self.currentIndex())

    def records(self) -> tuple[Record, ...]:
        """Return the records in the order shown."""
        return self._records.records()

    def _build(self, *, sortable: bool) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setItemDelegate(_RoomyRows(self))
        self.verticalHeader().setMinimumSectionSize(8)
        self.setTabKeyNavigation(False)  # Tab leaves, or one could never get out
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(sortable)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(24)
        header.setSortIndicatorClearable(True)
        if sortable:
            header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            self.setSortingEnabled(True)
            self._records.layoutChanged.connect(self._fit_rows)
        if self._grows:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.selectionModel().selectionChanged.connect(self._on_selection)
        self.doubleClicked.connect(self._on_opened)

    def _fit(self) -> None:
        self._fit_columns()
        self._fit_rows()

    def _fit_columns(self) -> None:
        columns = self._records.columns()
        room = self.viewport().width()
        most = round(room * WIDEST_SHARE)
        widths = [
            0 if column.stretch or self.isColumnHidden(at) else self._natural(at, most)
            for at, column in enumerate(columns)
        ]
        left = max(0, room - sum(widths))
        shares = sum(column.stretch for column in columns)
        for at, column in enumerate(columns):
            width = left * column.stretch // shares if column.stretch else widths[at]
            self.setColumnWidth(at, width)

    def _natural(self, column: int, most: int) -> int:
        heading = self.horizontalHeader().sectionSizeHint(column)
        return min(max(self.sizeHintForColumn(column), heading) + COLUMN_GAP, most)

    def _fit_rows(self) -> None:
        self.resizeRowsToContents()
        if self._grows:
            self.updateGeometry()

    def _on_selection(self) -> None:
        self.selected.emit(self.record())

    def _on_opened(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self._records.record_at(index))

    # --- QTableView

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_opened(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def sizeHint(self) -> QSize:  # noqa: D102
        if not self._grows:
            return super().sizeHint()
        rows = self.verticalHeader().length()
        return QSize(200, self.horizontalHeader().sizeHint().height() + rows + 4)

    def minimumSizeHint(self) -> QSize:  # noqa: D102
        return self.sizeHint() if self._grows else super().minimumSizeHint()
