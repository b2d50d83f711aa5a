"""The marks of the matrix: each verdict has a shape of its own, not only a colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from casedesk.domain.permission import Verdict

if TYPE_CHECKING:
    from casedesk.ui.colours import Colours


def paint_mark(
    painter: QPainter, place: QRectF, verdict: Verdict, colours: Colours
) -> None:
    """Paint the mark of a verdict into a square."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _PAINTERS[verdict](painter, place, colours)
    painter.restore()


def _allowed(painter: QPainter, place: QRectF, colours: Colours) -> None:
    """A full disc with a tick."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.ok))
    painter.drawEllipse(place)
    _stroke(painter, place, colours.card, ((0.26, 0.52), (0.44, 0.70), (0.76, 0.33)))


def _ends_soon(painter: QPainter, place: QRectF, colours: Colours) -> None:
    """A full triangle with an exclamation mark."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.warning))
    painter.drawPolygon(_polygon(place, ((0.5, 0.0), (1.0, 0.96), (0.0, 0.96))))
    _stroke(painter, place, colours.card, ((0.5, 0.36), (0.5, 0.64)))
    _stroke(painter, place, colours.card, ((0.5, 0.81), (0.5, 0.82)))


def _statutory(painter: QPainter, place: QRectF, colours: Colours) -> None:
    """A full diamond with the sign of a paragraph."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.accent))
    wide = place.adjusted(-1, -1, 1, 1)
    painter.drawPolygon(_polygon(wide, ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5))))
    _sign(painter, place, "§", colours.accent_text)


def _not_allowed(painter: QPainter, place: QRectF, colours: Colours) -> None:
    """A short line: nothing there."""
    _stroke(painter, place, colours.edge, ((0.22, 0.5), (0.78, 0.5)))


def _above_profile(painter: QPainter, place: QRectF, colours: Colours) -> None:
    """A ring with a bar across."""
    painter.setPen(_pen(place, colours.danger))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(place.adjusted(1, 1, -1, -1))
    _stroke(painter, place, colours.danger, ((0.2, 0.8), (0.8, 0.2)))


def _withheld(painter: QPainter, place: QRectF, colours: Colours) -> None:
    """A full square with a cross."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.danger))
    painter.drawRect(place)
    _stroke(painter, place, colours.card, ((0.25, 0.25), (0.75, 0.75)))
    _stroke(painter, place, colours.card, ((0.75, 0.25), (0.25, 0.75)))


_PAINTERS = {
    Verdict.ALLOWED: _allowed,
    Verdict.ENDS_SOON: _ends_soon,
    Verdict.STATUTORY: _statutory,
    Verdict.NOT_ALLOWED: _not_allowed,
    Verdict.ABOVE_PROFILE: _above_profile,
    Verdict.WITHHELD: _withheld,
}


def _pen(place: QRectF, colour: str) -> QPen:
    pen = QPen(QColor(colour), max(1.5, place.width() / 8))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _stroke(
    painter: QPainter,
    place: QRectF,
    colour: str,
    points: tuple[tuple[float, float], ...],
) -> None:
    painter.setPen(_pen(place, colour))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(_polygon(place, points))


def _polygon(place: QRectF, points: tuple[tuple[float, float], ...]) -> QPolygonF:
    return QPolygonF(
        [
            QPointF(place.x() + x * place.width(), place.y() + y * place.height())
            for x, y in points
        ]
    )


def _sign(painter: QPainter, place: QRectF, sign: str, colour: str) -> None:
    font = painter.font()
    font.setBold(True)
    font.setPixelSize(round(place.height() * 0.72))
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, sign)
