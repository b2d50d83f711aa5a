"""The signs of gaps and of what is done twice, which colour does not have to tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen, QPolygonF

from casedesk.ui.coverage.cell_lines import Sign

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from casedesk.ui.colours import Colours


def paint_sign(painter: QPainter, room: QRectF, sign: Sign, shades: Colours) -> None:
    """Paint a triangle with a stroke for a gap, two squares for what is twice."""
    painter.save()
    painter.setPen(QPen(sign_colour(sign, shades), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if sign is Sign.GAP:
        top = QPointF(room.center().x(), room.top() + 1)
        painter.drawPolygon(
            QPolygonF([top, room.bottomRight(), room.bottomLeft(), top])
        )
        x, height = room.center().x(), room.height()
        painter.drawLine(
            QLineF(x, room.top() + 0.4 * height, x, room.top() + 0.7 * height)
        )
        painter.drawPoint(QPointF(x, room.top() + 0.87 * height))
    else:
        side = room.width() * 0.66
        painter.drawRect(QRectF(room.left(), room.top() + 1, side, side))
        painter.setBrush(QColor(shades.card))
        painter.drawRect(QRectF(room.right() - side, room.bottom() - side, side, side))
    painter.restore()


def sign_colour(sign: Sign, shades: Colours) -> QColor:
    """Return the colour of a sign and of the words beside it."""
    return QColor(shades.danger if sign is Sign.GAP else shades.warning)
