"""A field to draw a signature in, with pen, finger or mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from casedesk.ui.colours import colours
from casedesk.ui.language import gettext as _

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QTabletEvent

    from casedesk.domain.drawn_signature import Stroke

SCALE = 1000
LINES_HIGH = 7
INK = 0.018  # of the height of the field
BASELINE = 0.82


class SignaturePad(QWidget):
    """Keeps strokes in thousandths of its height, so that its size does not matter."""

    drawn = Signal()  # after each stroke, and when strokes went

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strokes: list[list[tuple[int, int]]] = []
        self._is_drawing = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_TabletTracking, False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Field for the signature"))

    def strokes(self) -> tuple[Stroke, ...]:
        """Return what is drawn."""
        return tuple(tuple(stroke) for stroke in self._strokes)

    def show_strokes(self, strokes: tuple[Stroke, ...]) -> None:
        """Show strokes that were drawn before."""
        self._strokes = [list(stroke) for stroke in strokes]
        self.update()

    def undo(self) -> None:
        """Take the last stroke away."""
        if self._strokes:
            self._strokes.pop()
            self._is_drawing = False
            self.update()
            self.drawn.emit()

    def clear(self) -> None:
        """Take everything away."""
        self._strokes.clear()
        self._is_drawing = False
        self.update()
        self.drawn.emit()

    def _begin(self, at: QPointF) -> None:
        self._is_drawing = True
        self._strokes.append([self._point(at)])
        self.update()

    def _go_on(self, at: QPointF) -> None:
        point = self._point(at)
        if self._is_drawing and self._strokes[-1][-1] != point:
            self._strokes[-1].append(point)
            self.update()

    def _end(self) -> None:
        if self._is_drawing:
            self._is_drawing = False
            self.drawn.emit()

    def _point(self, at: QPointF) -> tuple[int, int]:
        x = min(max(at.x(), 0), self.width())
        y = min(max(at.y(), 0), self.height())
        return round(x * SCALE / self.height()), round(y * SCALE / self.height())

    def _path(self, stroke: list[tuple[int, int]]) -> QPainterPath:
        scale = self.height() / SCALE
        first, *others = (QPointF(x * scale, y * scale) for x, y in stroke)
        path = QPainterPath(first)
        for point in others or [first + QPointF(0.1, 0)]:
            path.lineTo(point)
        return path

    # --- QWidget

    def sizeHint(self) -> QSize:  # noqa: D102
        height = self.fontMetrics().lineSpacing() * LINES_HIGH
        return QSize(height * 3, height)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Paper is white, in dark windows too: so is what the client signs on.
        painter.fillRect(self.rect(), QColor("white"))
        painter.setPen(QColor(colours(self).accent if self.hasFocus() else "#808080"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        base = round(self.height() * BASELINE)
        painter.setPen(QColor("#808080"))
        painter.drawLine(self.height() // 6, base, self.width() - base // 5, base)
        pen = QPen(QColor("black"), max(1.5, self.height() * INK))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        for stroke in self._strokes:
            painter.drawPath(self._path(stroke))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        if event.button() == Qt.MouseButton.LeftButton:
            self._begin(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        self._go_on(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        self._end()

    def tabletEvent(self, event: QTabletEvent) -> None:  # noqa: D102
        kinds = event.Type
        if event.type() == kinds.TabletPress:
            self._begin(event.position())
        elif event.type() == kinds.TabletMove:
            self._go_on(event.position())
        elif event.type() == kinds.TabletRelease:
            self._end()
        event.accept()  # else it comes again as a mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
        else:
            super().keyPressEvent(event)
