"""The list of the domains of life, with need, burden and resources at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from casedesk.ui.assessment.domain_painter import ROW_ROLE, DomainPainter
from casedesk.ui.language import gettext as _
from casedesk.ui.theme import set_look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casedesk.ui.assessment.domain_row import DomainRow

_ROOT = QModelIndex()
WIDTH_LINES = 17


class DomainList(QListView):
    """Shows all domains at once; moving in it chooses."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "entries")
        self._entries = _RowModel(self)
        self.setModel(self._entries)
        self.setItemDelegate(DomainPainter(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Domains of life"))
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_rows(self, rows: Sequence[DomainRow]) -> None:
        """Show these domains in their order; the choice stays where it is."""
        self._entries.show(rows)
        self.updateGeometry()

    def choose(self, row: int) -> None:
        """Mark a row, without telling."""
        self.blockSignals(True)
        self.setCurrentIndex(self._entries.index(row))
        self.blockSignals(False)
        self.viewport().update()

    def _on_current(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(current.row())

    # --- QListView

    def sizeHint(self) -> QSize:  # noqa: D102
        line = self.fontMetrics().height()
        rows = self._entries.rowCount()
        return QSize(WIDTH_LINES * line, rows * max(self.sizeHintForRow(0), 1) + 2)

    def minimumSizeHint(self) -> QSize:  # noqa: D102
        return self.sizeHint()


class _RowModel(QAbstractListModel):
    """Feeds the domains to the view."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[DomainRow] = []

    def show(self, rows: Sequence[DomainRow]) -> None:
        """Replace the rows; as long as there are as many, the chosen one stays."""
        if len(rows) != len(self._rows):
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()
            return
        self._rows = list(rows)
        self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    # --- QAbstractListModel

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    # Any: Qt asks for values of every kind.
    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken()
        return row if role == ROW_ROLE else None
