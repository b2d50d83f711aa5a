"""How far a thing is: an empty ring, half a disc, or a tick."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from casedesk.ui.colours import colours

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from casedesk.ui.colours import Colours

SIXTEENTHS_OF_A_DEGREE = 16


class RingState(StrEnum):
    """What the ring shows."""

    EMPTY = "empty"
    HALF = "half"
    DONE = "done"


class StateRing(QWidget):
    """Shows a state as a ring, as high as the text beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = RingState.EMPTY
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_state(self, state: RingState, words: str) -> None:
        """Show a state; `words` say the same to those who do not see it."""
        self._state = state
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    # --- QWidget

    def sizeHint(self) -> QSize:  # noqa: D102
        side = self.fontMetrics().height()
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        painter = QPainter(self)
        paint_ring(painter, QRectF(self.rect()), self._state, colours(self))


def paint_ring(
    painter: QPainter, square: QRectF, state: RingState, shades: Colours
) -> None:
    """Paint a state into a square."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = square.width() / 9
    disc = square.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    accent = QColor(shades.accent)
    edge = QColor(shades.muted) if state == RingState.EMPTY else accent
    painter.setPen(QPen(edge, width * 0.9))
    if state == RingState.DONE:
        painter.setBrush(accent)
    painter.drawEllipse(disc)
    if state == RingState.HALF:
        painter.setBrush(accent)
        quarter = 90 * SIXTEENTHS_OF_A_DEGREE
        painter.drawPie(disc, quarter, 2 * quarter)
    if state == RingState.DONE:
        painter.setPen(QPen(QColor(shades.accent_text), width * 1.1))
        painter.drawPolyline(_tick(square))
    painter.restore()


def _tick(square: QRectF) -> QPolygonF:
    points = ((0.28, 0.52), (0.44, 0.67), (0.73, 0.36))
    return QPolygonF(
        [
            QPointF(square.x() + x * square.width(), square.y() + y * square.height())
            for x, y in points
        ]
    )
