"""The week as a picture to draw in: times are drawn, moved and made longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen

from casedesk.ui.colours import colours
from casedesk.ui.widgets.figure_view import FigureView

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from casedesk.figures.figure import Mark
    from casedesk.figures.week import WeekFrame

STEP = 15
EDGE_PIXELS = 7
USUAL_MINUTES = 60
_DAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_MINUTES = {Qt.Key.Key_Up: -STEP, Qt.Key.Key_Down: STEP}


class WeekCanvas(FigureView):
    """Draws new times on empty ground; arrows move, Shift and arrows make longer."""

    drawn = Signal(int, int, int)  # the day, from and until in minutes
    nudged = Signal(str, int, int)  # the time of care, by how many days and minutes
    stretched = Signal(str, int)  # the time of care, by how many minutes
    remove_wanted = Signal(str)
    new_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, may_move=True)
        self.frame: WeekFrame | None = None
        self._begun: QPointF | None = None
        self._reached: QPointF | None = None
        self._stretching = False
        self.setMouseTracking(True)

    def _place(self, at: QPointF) -> tuple[int, int] | None:
        """Return the day and minute under a place on the screen."""
        if self.frame is None:
            return None
        x, y = at.x() / self.scale(), at.y() / self.scale()
        if x < self.frame.left or y < self.frame.top:
            return None
        return self.frame.day_at(x), self.frame.minute_at(y)

    def _is_at_edge(self, mark: Mark | None, at: QPointF) -> bool:
        if mark is None:
            return False
        return mark.box.bottom * self.scale() - at.y() <= EDGE_PIXELS

    def _minutes(self, pixels: float) -> int:
        if self.frame is None:
            return 0
        minutes = pixels / self.scale() / self.frame.hour_height * 60
        return round(minutes / STEP) * STEP

    def _days(self, pixels: float) -> int:
        if self.frame is None:
            return 0
        return round(pixels / self.scale() / self.frame.day_width)

    # --- QWidget

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        key, mark = Qt.Key(event.key()), self.chosen_mark()
        is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if mark is not None and key in _MINUTES and is_shifted:
            self.stretched.emit(mark.id, _MINUTES[key])
        elif mark is not None and key in (*_DAYS, *_MINUTES):
            self.nudged.emit(mark.id, _DAYS.get(key, 0), _MINUTES.get(key, 0))
        elif mark is not None and key == Qt.Key.Key_Delete:
            self.remove_wanted.emit(mark.id)
        elif key == Qt.Key.Key_Insert:
            self.new_wanted.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        super().mousePressEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        mark = self._mark_at(event.position())
        self._stretching = self._is_at_edge(mark, event.position())
        if mark is None and self._place(event.position()) is not None:
            self._begun = self._reached = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        if self._begun is not None:
            self._reached = event.position()
            self.update()
            return
        mark = self._mark_at(event.position())
        if self._grip is None and self._is_at_edge(mark, event.position()):
            self.setCursor(Qt.CursorShape.SizeVerCursor)
        elif self._grip is None:
            self.unsetCursor()
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        if self._begun is not None:
            self._finish_drawing()
            return
        mark, drag = self.chosen_mark(), self._drag
        self._let_go()
        if mark is None or drag.isNull():
            return
        if self._stretching:
            self.stretched.emit(mark.id, self._minutes(drag.y()))
        else:
            self.nudged.emit(mark.id, self._days(drag.x()), self._minutes(drag.y()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        place = self._place(event.position())
        if self._mark_at(event.position()) is None and place is not None:
            day, minute = place
            self.drawn.emit(day, minute, minute + USUAL_MINUTES)
            return
        super().mouseDoubleClickEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        super().paintEvent(event)
        begun, reached = self._begun, self._reached
        if begun is None or reached is None or self.frame is None:
            return
        place = self._place(begun)
        if place is None:
            return
        painter = QPainter(self)
        painter.setPen(QPen(QColor(colours(self).accent), 2, Qt.PenStyle.DashLine))
        left = self.frame.x(place[0]) * self.scale()
        wide = self.frame.day_width * self.scale()
        top, bottom = sorted((begun.y(), reached.y()))
        painter.drawRect(QRectF(left + 2, top, wide - 4, bottom - top))

    def _finish_drawing(self) -> None:
        begun, reached = self._begun, self._reached
        self._begun = self._reached = None
        self.update()
        if begun is None or reached is None:
            return
        first, last = self._place(begun), self._place(reached)
        if first is None or last is None or abs(reached.y() - begun.y()) < EDGE_PIXELS:
            return
        begins, ends = sorted((first[1], last[1]))
        self.drawn.emit(first[0], begins, max(ends, begins + STEP))
