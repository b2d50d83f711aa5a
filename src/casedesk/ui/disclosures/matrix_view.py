"""The matrix on the screen: names at the left and kinds above stay in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
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
from casedesk.ui.disclosures.marks import paint_mark
from casedesk.ui.disclosures.matrix_model import CELL_ROLE
from casedesk.ui.language import gettext as _

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex, QRect
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from casedesk.domain.matrix import Cell
    from casedesk.domain.permission import Verdict
    from casedesk.ui.colours import Colours
    from casedesk.ui.disclosures.matrix_model import MatrixModel

OBTAIN, PASS_ON = "◂", "▸"
HEAD_LINES = 8.5  # so many lines of text are the upright names high
NAME_LETTERS = 34
NAME_SHARE = 0.4  # of the view, where it is narrow
MARK_SHARE = 0.95  # of the height of a line
ROW_LINES = 2.1
LEAST_ROWS = 4  # so many rows are always in sight


class _Cells(QStyledItemDelegate):
    """Paints the two marks of a cell: obtain at the left, pass on at the right.

    Each mark is drawn once and then stamped: hundreds are shown at a time.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._stamps: dict[tuple[Verdict, float, float, Colours], QPixmap] = {}

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        view = self.parent()
        assert isinstance(view, MatrixView)  # noqa: S101 - it is made for that view
        hues = colours(view)
        room: QRect = option.rect
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(room, QColor(hues.selected))
        cell: Cell = index.data(CELL_ROLE)
        side = view.mark_size()
        top = room.center().y() - side / 2 + 1
        for share, finding in ((0.29, cell.obtain), (0.71, cell.pass_on)):
            left = room.x() + share * room.width() - side / 2
            stamp = self._stamp(finding.verdict, side, view.devicePixelRatioF(), hues)
            painter.drawPixmap(QPointF(left - 1, top - 1), stamp)
        painter.setPen(QColor(hues.line))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        painter.drawLine(room.topRight(), room.bottomRight())
        if state & QStyle.StateFlag.State_Selected and view.hasFocus():
            painter.setPen(QPen(QColor(hues.accent), 2))
            painter.drawRect(room.adjusted(1, 1, -2, -2))

    def _stamp(
        self, verdict: Verdict, side: float, ratio: float, hues: Colours
    ) -> QPixmap:
        key = verdict, side, ratio, hues
        if key not in self._stamps:
            whole = round((side + 2) * ratio)
            stamp = QPixmap(whole, whole)
            stamp.setDevicePixelRatio(ratio)
            stamp.fill(Qt.GlobalColor.transparent)
            painter = QPainter(stamp)
            paint_mark(painter, QRectF(1, 1, side, side), verdict, hues)
            painter.end()
            self._stamps[key] = stamp
        return self._stamps[key]


class _Kinds(QHeaderView):
    """Writes the kinds of information upright, and beneath them the two ways."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)

    # --- QHeaderView

    def sectionSizeFromContents(self, section: int) -> QSize:  # noqa: N802
        metrics = self.fontMetrics()
        texts = [self._text(each) for each in range(self.count())] or [""]
        longest = max(map(metrics.horizontalAdvance, texts))
        line = metrics.lineSpacing()
        height = min(longest + line // 2, round(HEAD_LINES * line)) + round(1.3 * line)
        return QSize(super().sectionSizeFromContents(section).width(), height)

    def paintSection(  # noqa: N802
        self, painter: QPainter, rect: QRect, section: int
    ) -> None:
        hues = colours(self)
        metrics = self.fontMetrics()
        line = round(1.3 * metrics.lineSpacing())
        painter.save()
        painter.fillRect(rect, QColor(hues.card))
        painter.setPen(QColor(hues.text))
        room = rect.height() - line
        painter.translate(rect.x(), rect.y() + room)
        painter.rotate(-90)
        sideways = QRectF(4, 0, room - 6, rect.width())
        wrapped = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(sideways, wrapped, self._text(section))
        painter.restore()
        painter.save()
        painter.setPen(QColor(hues.muted))
        half = rect.width() * 0.5
        foot = QRectF(rect.x(), rect.bottom() - line, half, line)
        centred = Qt.AlignmentFlag.AlignCenter
        painter.drawText(foot.translated(half * 0.08, 0), centred, OBTAIN)
        painter.drawText(foot.translated(half * 0.92, 0), centred, PASS_ON)
        painter.setPen(QColor(hues.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.restore()

    def _text(self, section: int) -> str:
        model = self.model()
        return str(model.headerData(section, Qt.Orientation.Horizontal) or "")


class _Names(QHeaderView):
    """Writes a name, and in a second line what somebody is in the case."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    # --- QHeaderView

    def sizeHint(self) -> QSize:
        letters = NAME_LETTERS * self.fontMetrics().averageCharWidth()
        view = self.parentWidget()
        most = round(view.width() * NAME_SHARE) if view is not None else letters
        return QSize(min(letters, most), super().sizeHint().height())

    def paintSection(  # noqa: N802
        self, painter: QPainter, rect: QRect, section: int
    ) -> None:
        hues = colours(self)
        heading = self.model().headerData(section, Qt.Orientation.Vertical)
        name, _newline, roles = str(heading or "").partition("\n")
        painter.save()
        painter.fillRect(rect, QColor(hues.card))
        metrics = self.fontMetrics()
        half = rect.adjusted(4, 2, -8, -2)
        for text, hue, side in (
            (name, hues.text, Qt.AlignmentFlag.AlignTop),
            (roles, hues.muted, Qt.AlignmentFlag.AlignBottom),
        ):
            painter.setPen(QColor(hue))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, half.width())
            painter.drawText(half, side | Qt.AlignmentFlag.AlignLeft, shown)
        painter.setPen(QColor(hues.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.restore()


class MatrixView(QTableView):
    """Shows the matrix; arrows go from cell to cell, Enter opens one."""

    chosen = Signal(object)  # the cell
    opened = Signal(object)  # the cell

    def __init__(self, model: MatrixModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells = model
        self.setModel(model)
        self.setHorizontalHeader(_Kinds(self))
        self.setVerticalHeader(_Names(self))
        self.setItemDelegate(_Cells(self))
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)  # Tab leaves, or one could never get out
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(_("Who may know what"))
        self.selectionModel().currentChanged.connect(self._on_current)
        self.doubleClicked.connect(self._on_opened)
        model.modelReset.connect(self.fit)
        self.fit()

    def current(self) -> Cell | None:
        """Return the cell that is chosen."""
        index = self.currentIndex()
        return self._cells.cell(index) if index.isValid() else None

    def mark_size(self) -> float:
        """Return how large a mark is at this size of text."""
        return round(self.fontMetrics().ascent() * MARK_SHARE) + 1

    def fit(self) -> None:
        """Give the columns the room there is, and the rows two lines."""
        line = self.fontMetrics().lineSpacing()
        self.verticalHeader().setDefaultSectionSize(round(ROW_LINES * line))
        head = self.horizontalHeader().sizeHint().height()
        self.setMinimumHeight(head + round(LEAST_ROWS * ROW_LINES * line))
        columns = max(1, self._cells.columnCount())
        least = round(2.9 * self.mark_size())
        room = self.viewport().width()
        self.horizontalHeader().setMinimumSectionSize(least)
        self.horizontalHeader().setDefaultSectionSize(
            max(least, min(room // columns, 2 * least))
        )

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self._cells.cell(index))

    def _on_opened(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self._cells.cell(index))

    # --- QTableView

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_opened(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self.fit()
