"""Paints the shapes of a figure in the colours of the window."""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, cos, pi, sin
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from casedesk.figures.figure import (
    Anchor,
    Circle,
    Ink,
    Line,
    Polygon,
    Shape,
    Stroke,
    Text,
)

if TYPE_CHECKING:
    from casedesk.figures.figure import Figure, Point
    from casedesk.ui.colours import Colours

_PENS = {
    Stroke.SOLID: Qt.PenStyle.SolidLine,
    Stroke.DASHED: Qt.PenStyle.DashLine,
    Stroke.DOTTED: Qt.PenStyle.DotLine,
}
ARROW, ARROW_TURN = 9.0, pi / 7
POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True, kw_only=True)
class FigurePainter:
    """Paints at a scale; points of the figure become points of the device."""

    painter: QPainter
    shades: Colours
    scale: float

    def paint(self, figure: Figure) -> None:
        """Paint every shape in its order."""
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for shape in figure.shapes:
            self._paint(shape)

    def colour(self, ink: Ink) -> QColor:
        """Return the colour of the window that has this meaning."""
        shades = self.shades
        return QColor(
            {
                Ink.TEXT: shades.text,
                Ink.MUTED: shades.muted,
                Ink.LINE: shades.edge,
                Ink.ACCENT: shades.accent,
                Ink.WARNING: shades.warning,
                Ink.DANGER: shades.danger,
                Ink.GROUND: shades.card,
                Ink.SOFT: shades.ground,
            }[ink]
        )

    def _paint(self, shape: Shape) -> None:
        if isinstance(shape, Line):
            self._line(shape)
        elif isinstance(shape, Circle):
            self._fill(shape)
            radius = shape.radius * self.scale
            self.painter.drawEllipse(self._point(shape.centre), radius, radius)
        elif isinstance(shape, Polygon):
            self._fill(shape)
            self.painter.drawPolygon(
                QPolygonF([self._point(point) for point in shape.points])
            )
        else:
            self._text(shape)

    def _line(self, line: Line) -> None:
        self._pen(line)
        self.painter.drawPolyline(
            QPolygonF([self._point(point) for point in line.points])
        )
        if line.ends_with_arrow:
            self._arrow(line, line.points[-2], line.points[-1])
        if line.starts_with_arrow:
            self._arrow(line, line.points[1], line.points[0])

    def _arrow(self, line: Line, tail: Point, tip: Point) -> None:
        turn = atan2(tip[1] - tail[1], tip[0] - tail[0])
        corners = [
            (tip[0] - ARROW * cos(turn + side), tip[1] - ARROW * sin(turn + side))
            for side in (-ARROW_TURN, ARROW_TURN)
        ]
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self.colour(line.ink))
        points = [self._point(point) for point in (tip, *corners)]
        self.painter.drawPolygon(QPolygonF(points))

    def _fill(self, shape: Circle | Polygon) -> None:
        self._pen(shape)
        if shape.width == 0:
            self.painter.setPen(Qt.PenStyle.NoPen)
        if shape.fill is None:
            self.painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            self.painter.setBrush(self.colour(shape.fill))

    def _pen(self, shape: Line | Circle | Polygon) -> None:
        pen = QPen(self.colour(shape.ink), max(shape.width * self.scale, 0.8))
        pen.setStyle(_PENS[shape.stroke])
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        self.painter.setPen(pen)

    def _text(self, text: Text) -> None:
        font = QFont(self.painter.font())
        dots = self.painter.device().logicalDpiY()
        font.setPointSizeF(text.size * self.scale * POINTS_PER_INCH / dots)
        font.setBold(text.is_bold)
        self.painter.save()
        self.painter.setFont(font)
        self.painter.setPen(self.colour(text.ink))
        wide = QFontMetricsF(font, self.painter.device()).horizontalAdvance(text.text)
        room = text.room * self.scale
        self.painter.translate(self._point(text.at))
        if room and wide > room:
            self.painter.scale(room / wide, 1)
        left = {Anchor.START: 0.0, Anchor.MIDDLE: -wide / 2, Anchor.END: -wide}
        self.painter.drawText(QPointF(left[text.anchor], 0), text.text)
        self.painter.restore()

    def _point(self, point: Point) -> QPointF:
        return QPointF(point[0] * self.scale, point[1] * self.scale)
