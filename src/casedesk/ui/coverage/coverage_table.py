"""The picture on the screen: rows as high as their words, columns as wide as needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from casedesk.ui.colours import colours
from casedesk.ui.coverage.coverage_model import LINES_ROLE
from casedesk.ui.coverage.signs import paint_sign, sign_colour
from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.painted_text import paint_text, softened, text_height

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex, QRect
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from casedesk.ui.coverage.cell_lines import CellLine
    from casedesk.ui.coverage.coverage_model import CoverageModel

PAD = 6
GAP = 2
SMALL = 0.9
NEED_LETTERS, NEED_LEAST, LEAST_LETTERS = 22, 15, 11
LEAST_ROWS = 5
MOST_HEIGHTS = 4000


class _Cells(QStyledItemDelegate):
    """Paints the lines of a cell beneath each other."""

    # --- QStyledItemDelegate

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        view = self.parent()
        assert isinstance(view, CoverageTable)  # noqa: S101 - it is made for that view
        hues = colours(view)
        flag = QStyle.StateFlag
        is_chosen = bool(option.state & flag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = hues.selected if is_chosen else hues.card
        painter.fillRect(option.rect, QColor(ground))
        view.paint_lines(painter, option.rect.left(), option.rect.top(), index)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QColor(hues.line))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.drawLine(option.rect.topRight(), option.rect.bottomRight())
        if is_chosen and index.column() == 0:  # also where colours tell nothing
            room: QRect = option.rect
            painter.fillRect(
                room.left(), room.top(), 3, room.height(), QColor(hues.accent)
            )
        if index == view.currentIndex() and view.hasFocus():
            painter.setPen(QPen(QColor(hues.accent), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def sizeHint(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        view = self.parent()
        assert isinstance(view, CoverageTable)  # noqa: S101 - it is made for that view
        return QSize(0, view.height_of(index.row(), index.column()))


class _Givers(QHeaderView):
    """Writes who helps over the columns, in two lines where one is too short."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def least(self, section: int) -> int:
        """Return how much room the longest word needs."""
        metrics = self.fontMetrics()
        words = self._text(section).split()
        return max(map(metrics.horizontalAdvance, words), default=0) + 2 * PAD + 2

    def _text(self, section: int) -> str:
        model = self.model()
        return str(model.headerData(section, Qt.Orientation.Horizontal) or "")

    # --- QHeaderView

    def sectionSizeFromContents(self, section: int) -> QSize:  # noqa: N802
        width = self.sectionSize(section) - 2 * PAD
        high = text_height(self._text(section), self.font(), width)
        return QSize(width, high + 2 * GAP + PAD)

    def paintSection(  # noqa: N802
        self, painter: QPainter, rect: QRect, section: int
    ) -> None:
        hues = colours(self)
        painter.save()
        painter.fillRect(rect, QColor(hues.card))
        painter.setPen(QColor(hues.muted))
        painter.setFont(self.font())
        width = rect.width() - 2 * PAD
        high = text_height(self._text(section), self.font(), width)
        top = rect.bottom() - high - GAP
        paint_text(painter, self._text(section), rect.x() + PAD, top, width)
        painter.setPen(QColor(hues.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()


class CoverageTable(QTableView):
    """Shows the picture; arrows go from cell to cell, Enter opens what is there."""

    chosen = Signal(int)  # the row
    opened = Signal(int, int)  # row and column

    def __init__(self, model: CoverageModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells = model
        self._heights: dict[tuple[str, int, str], int] = {}
        self.setModel(model)
        self.setItemDelegate(_Cells(self))
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)  # Tab leaves, or one could never get out
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._head = _Givers(self)
        self.setHorizontalHeader(self._head)
        self.setAccessibleName(_("Who answers which need"))
        self.selectionModel().currentChanged.connect(self._on_current)
        self.doubleClicked.connect(self._on_opened)
        model.modelReset.connect(self.fit)

    def choose_row(self, row: int) -> None:
        """Mark a row without telling."""
        self.blockSignals(True)
        column = max(self.currentIndex().column(), 0)
        self.setCurrentIndex(self._cells.index(row, column))
        self.blockSignals(False)
        self.viewport().update()

    def fit(self) -> None:
        """Share the width among the columns, and give each row its height."""
        letter = self.fontMetrics().averageCharWidth()
        columns = self._cells.columnCount()
        least = [NEED_LETTERS * letter] + [
            max(
                self._head.least(n),
                0 if self._cells.is_empty(n) else LEAST_LETTERS * letter,
            )
            for n in range(1, columns)
        ]
        shares = [2.0] + [
            0.0 if self._cells.is_empty(n) else 1.0 for n in range(1, columns)
        ]
        missing = max(sum(least) - self.viewport().width(), 0)
        least[0] -= min(missing, (NEED_LETTERS - NEED_LEAST) * letter)
        spare = max(self.viewport().width() - sum(least), 0)
        for column, (width, share) in enumerate(zip(least, shares, strict=True)):
            more = int(spare * share / sum(shares))  # never wider than there is room
            self.setColumnWidth(column, width + more)
        self._head.headerDataChanged(Qt.Orientation.Horizontal, 0, columns - 1)
        if len(self._heights) > MOST_HEIGHTS:
            self._heights.clear()
        for row in range(self._cells.rowCount()):
            heights = (self.height_of(row, column) for column in range(columns))
            self.setRowHeight(row, max(heights))
        line = self.fontMetrics().lineSpacing()
        self.setMinimumHeight(LEAST_ROWS * 2 * line)

    def height_of(self, row: int, column: int) -> int:
        """Return how high a cell is."""
        lines = self._cells.lines(row, column)
        width = self.columnWidth(column) - 2 * PAD
        tall = sum(self._height(line, width) + GAP for line in lines)
        return max(tall, self.fontMetrics().lineSpacing()) + 2 * PAD

    def paint_lines(
        self,
        painter: QPainter,
        left: int,
        top: int,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint what stands in a cell."""
        hues = colours(self)
        width = self.columnWidth(index.column()) - 2 * PAD
        x, y = left + PAD, top + PAD
        lines: list[CellLine] = index.data(LINES_ROLE)
        for line in lines:
            font = self._font_of(line)
            painter.setFont(font)
            indent = 0
            painter.setPen(QColor(hues.muted if line.is_muted else hues.text))
            if line.sign is not None:
                indent = self._indent()
                side = QFontMetrics(font).ascent()
                paint_sign(painter, QRectF(x, y + 2, side, side), line.sign, hues)
                painter.setPen(sign_colour(line.sign, hues))
            text = softened(line.text)
            paint_text(painter, text, x + indent, y, width - indent)
            y += self._height(line, width) + GAP

    def _height(self, line: CellLine, width: int) -> int:
        room = width - (self._indent() if line.sign is not None else 0)
        font = self._font_of(line)
        key = (line.text, room, font.key())
        if key not in self._heights:
            self._heights[key] = text_height(softened(line.text), font, room)
        return self._heights[key]

    def _indent(self) -> int:
        return round(self.fontMetrics().ascent() * 1.2)

    def _font_of(self, line: CellLine) -> QFont:
        font = QFont(self.font())
        if line.is_strong:
            font.setWeight(QFont.Weight.DemiBold)
        if line.is_muted or line.sign is not None:
            font.setPointSizeF(font.pointSizeF() * SMALL)
        return font

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(index.row())

    def _on_opened(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(index.row(), index.column())

    # --- QTableView

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_opened(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()
