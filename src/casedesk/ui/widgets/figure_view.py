"""Shows a figure; its marks are chosen, opened and moved with mouse and keyboard."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QScrollArea, QToolTip, QWidget

from casedesk.ui.colours import colours
from casedesk.ui.widgets.figure_painter import FigurePainter
from casedesk.ui.widgets.notices import announce

if TYPE_CHECKING:
    from collections.abc import Callable

    from casedesk.figures.figure import Figure, Mark

    # A figure for a width and a size of lettering.
    Make = Callable[[float, float], Figure]

LEAST_SCALE = 0.75  # a figure that would be smaller is scrolled
STEP, WIDE_STEP = 8.0, 40.0  # what an arrow key moves
SIGHT = 40
_WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_TURNS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class FigureView(QWidget):
    """Page up and down choose a mark; arrows move it, or choose where none can move."""

    chosen = Signal(str)
    opened = Signal(str)
    moved = Signal(str, float, float)  # the mark, and by how much, as the figure counts

    def __init__(
        self, parent: QWidget | None = None, *, may_move: bool = False
    ) -> None:
        super().__init__(parent)
        self._make: Make | None = None
        self._figure: Figure | None = None
        self._made_for = (0.0, 0.0)
        self._room = 0
        self._zoom = 1.0
        self._scale = 1.0
        self._chosen = ""
        self._may_move = may_move
        self._grip: QPointF | None = None
        self._drag = QPointF()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def figure(self) -> Figure | None:
        """Return the figure that is shown."""
        return self._figure

    def scale(self) -> float:
        """Return how many pixels a unit of the figure takes."""
        return self._scale

    def show_figure(self, make: Make) -> None:
        """Show what `make` draws for the room there is; what was chosen stays so."""
        self._make = make
        self._made_for = (0.0, 0.0)
        self._fit()

    def set_room(self, width: int, zoom: float = 1.0) -> None:
        """Say how much room there is, and how much larger the figure is to be."""
        self._room, self._zoom = width, zoom
        self._fit()

    def set_movable(self, may_move: bool) -> None:
        """Let marks be moved, or only looked at."""
        self._may_move = may_move

    def choose(self, mark_id: str) -> None:
        """Mark one of the marks, without telling."""
        if mark_id != self._chosen:
            self._chosen = mark_id
            self._describe()
            self.update()

    def chosen_mark(self) -> Mark | None:
        """Return the mark that is chosen."""
        return None if self._figure is None else self._figure.mark(self._chosen)

    def _fit(self) -> None:
        if self._make is None or self._room <= 0:
            return
        size = self.fontMetrics().height() * 0.8
        wanted = (float(self._room), size)
        if wanted != self._made_for:
            self._figure = self._make(*wanted)
            self._made_for = wanted
        if self._figure is not None:
            fitting = min(self._room / self._figure.width, 1.0)
            self._scale = max(fitting, LEAST_SCALE) * self._zoom
            self.resize(self.sizeHint())
        self._describe()
        self.update()

    def _describe(self) -> None:
        if self._figure is None:
            return
        mark = self.chosen_mark()
        self.setAccessibleName(self._figure.title)
        self.setAccessibleDescription(mark.words if mark else self._figure.description)

    def _go_to(self, mark: Mark) -> None:
        self.choose(mark.id)
        self._bring_into_sight(mark)
        announce(self, mark.words)
        self.chosen.emit(mark.id)

    def _turn(self, by: int) -> None:
        marks = self._figure.marks if self._figure else ()
        if not marks:
            return
        places = [place for place, mark in enumerate(marks) if mark.id == self._chosen]
        first = 0 if by > 0 else len(marks) - 1
        place = (places[0] + by) % len(marks) if places else first
        self._go_to(marks[place])

    def _bring_into_sight(self, mark: Mark) -> None:
        x, y = mark.box.centre
        centre = QPointF(x * self._scale, y * self._scale).toPoint()
        area = self.parentWidget()
        while area is not None:
            sheet = area.widget() if isinstance(area, QScrollArea) else None
            if isinstance(area, QScrollArea) and sheet is not None:
                place = self.mapTo(sheet, centre)
                area.ensureVisible(place.x(), place.y(), SIGHT, SIGHT)
            area = area.parentWidget()

    def _mark_at(self, place: QPointF) -> Mark | None:
        if self._figure is None:
            return None
        return self._figure.mark_at((place.x() / self._scale, place.y() / self._scale))

    # --- QWidget

    def sizeHint(self) -> QSize:  # noqa: D102
        if self._figure is None:
            return QSize(0, 0)
        return QSize(
            round(self._figure.width * self._scale),
            round(self._figure.height * self._scale),
        )

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: D102
        if self._figure is None:
            return
        painter = QPainter(self)
        shades = colours(self)
        painter.fillRect(self.rect(), QColor(shades.card))
        FigurePainter(painter=painter, shades=shades, scale=self._scale).paint(
            self._figure
        )
        mark = self.chosen_mark()
        if mark is not None:
            pen = QPen(QColor(shades.accent), 2 if self.hasFocus() else 1)
            if not self.hasFocus():
                pen.setStyle(Qt.PenStyle.DotLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            frame = _frame_of(mark, self._scale).translated(self._drag)
            painter.drawRoundedRect(frame.adjusted(-2, -2, 2, 2), 5, 5)
        elif self.hasFocus():
            painter.setPen(QPen(QColor(shades.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        key, mark = Qt.Key(event.key()), self.chosen_mark()
        if key in _TURNS:
            self._turn(_TURNS[key])
        elif key in _WAYS and self._may_move and mark is not None:
            is_wide = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            step = WIDE_STEP if is_wide else STEP
            dx, dy = _WAYS[key]
            self.moved.emit(mark.id, dx * step, dy * step)
        elif key in _WAYS:
            self._turn(sum(_WAYS[key]))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and mark:
            self.opened.emit(mark.id)
        elif key == Qt.Key.Key_Escape and self._grip is not None:
            self._let_go()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        mark = self._mark_at(event.position())
        if mark is not None and event.button() == Qt.MouseButton.LeftButton:
            self._go_to(mark)
            self._grip = event.position() if self._may_move else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        if self._grip is None:
            return
        drag = event.position() - self._grip
        has_begun = not self._drag.isNull()
        if has_begun or drag.manhattanLength() >= QApplication.startDragDistance():
            self._drag = drag
            self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:  # noqa: D102
        drag, mark = self._drag, self.chosen_mark()
        self._let_go()
        if mark is not None and not drag.isNull():
            self.moved.emit(mark.id, drag.x() / self._scale, drag.y() / self._scale)

    def _let_go(self) -> None:
        self._grip, self._drag = None, QPointF()
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        mark = self._mark_at(event.position())
        if mark is not None:
            self.opened.emit(mark.id)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: D102
        super().focusInEvent(event)
        if self.chosen_mark() is None and event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        ):
            self._turn(1)

    def event(self, event: QEvent) -> bool:  # noqa: D102
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            mark = self._mark_at(QPointF(event.pos()))
            if mark is None:
                QToolTip.hideText()
            else:
                # A tool tip obeys markup, and these are the user's words.
                QToolTip.showText(event.globalPos(), escape(mark.words), self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()


def _frame_of(mark: Mark, scale: float) -> QRectF:
    box = mark.box
    return QRectF(
        box.left * scale,
        box.top * scale,
        (box.right - box.left) * scale,
        (box.bottom - box.top) * scale,
    )
