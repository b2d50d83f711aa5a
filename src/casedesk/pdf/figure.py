"""A figure on paper: lines and letters, never a picture of dots, black on white."""

from __future__ import annotations

from math import atan2, cos, pi, sin
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus.flowables import Flowable

from casedesk.figures.figure import Anchor, Circle, Ink, Line, Polygon, Stroke, Text
from casedesk.pdf.fonts import BOLD, REGULAR, printable

if TYPE_CHECKING:
    from casedesk.figures.figure import Figure, Point, Shape

_GREYS = {Ink.MUTED: 0.25, Ink.LINE: 0.6, Ink.GROUND: 1.0, Ink.SOFT: 0.93}
_DASHES: dict[Stroke, tuple[float, ...]] = {
    Stroke.SOLID: (),
    Stroke.DASHED: (4.5, 2.5),
    Stroke.DOTTED: (1, 2),
}
_ARROW, _ARROW_TURN = 6.0, pi / 7
_LEAST_WIDTH = 0.4
_TITLE = 10.5


class Drawing(Flowable):
    """A figure as wide as the column, or on a page of its own that lies on its side."""

    def __init__(
        self, figure: Figure, room: tuple[float, float], *, turned: bool = False
    ) -> None:
        super().__init__()
        self._figure = figure
        self._room = room
        self.is_turned = turned
        self._scale = min(room[0] / figure.width, room[1] / figure.height, 1.0)
        self.width = figure.width * self._scale
        self.height = figure.height * self._scale
        self.spaceBefore, self.spaceAfter = 4, 6

    def wrap(
        self, available_width: float, available_height: float
    ) -> tuple[float, float]:
        """Take the width of the column, or the whole page."""
        if self.is_turned:
            return available_width, available_height
        self._room = (available_width, self.height)
        return available_width, self.height

    def draw(self) -> None:
        """Draw every shape in its order, in the middle of the room."""
        wide, high = self._room
        self.canv.saveState()
        if self.is_turned:
            # A page that gets loose says what it shows.
            self.canv.setFont(BOLD, _TITLE)
            self.canv.drawString(0, high + _TITLE, printable(self._figure.title))
        self.canv.translate((wide - self.width) / 2, (high - self.height) / 2)
        for shape in self._figure.shapes:
            self._draw(shape)
        self.canv.restoreState()

    def _draw(self, shape: Shape) -> None:
        if isinstance(shape, Text):
            self._text(shape)
            return
        self._pen(shape)
        if isinstance(shape, Line):
            self._line(shape)
            return
        self.canv.setFillGray(_grey(shape.fill or Ink.GROUND))
        stroke, fill = int(shape.width > 0), int(shape.fill is not None)
        if isinstance(shape, Circle):
            x, y = self._point(shape.centre)
            radius = shape.radius * self._scale
            self.canv.circle(x, y, radius, stroke=stroke, fill=fill)
        else:
            self._path(shape, is_closed=True, stroke=stroke, fill=fill)

    def _line(self, line: Line) -> None:
        self._path(line, is_closed=False, stroke=1, fill=0)
        if line.ends_with_arrow:
            self._arrow(line, line.points[-2], line.points[-1])
        if line.starts_with_arrow:
            self._arrow(line, line.points[1], line.points[0])

    def _path(
        self, shape: Line | Polygon, *, is_closed: bool, stroke: int, fill: int
    ) -> None:
        path = self.canv.beginPath()
        first, *others = (self._point(point) for point in shape.points)
        path.moveTo(*first)
        for point in others:
            path.lineTo(*point)
        if is_closed:
            path.close()
        self.canv.drawPath(path, stroke=stroke, fill=fill)

    def _arrow(self, line: Line, tail: Point, tip: Point) -> None:
        (x, y), (from_x, from_y) = self._point(tip), self._point(tail)
        turn = atan2(y - from_y, x - from_x)
        path = self.canv.beginPath()
        path.moveTo(x, y)
        for side in (-_ARROW_TURN, _ARROW_TURN):
            path.lineTo(x - _ARROW * cos(turn + side), y - _ARROW * sin(turn + side))
        path.close()
        self.canv.setFillGray(_grey(line.ink))
        self.canv.drawPath(path, stroke=0, fill=1)

    def _pen(self, shape: Line | Circle | Polygon) -> None:
        self.canv.setStrokeGray(_grey(shape.ink))
        self.canv.setLineWidth(max(shape.width * self._scale * 0.8, _LEAST_WIDTH))
        self.canv.setLineJoin(1)
        self.canv.setDash(list(_DASHES[shape.stroke]))

    def _text(self, text: Text) -> None:
        font = BOLD if text.is_bold else REGULAR
        size = text.size * self._scale
        words = printable(text.text)
        wide = float(stringWidth(words, font, size))
        room = text.room * self._scale
        share = min(room / wide, 1.0) if room and wide else 1.0
        x, y = self._point(text.at)
        x -= {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}[text.anchor] * (
            wide * share
        )
        pen = self.canv.beginText(x, y)
        pen.setFont(font, size)
        pen.setHorizScale(100 * share)
        pen.setFillGray(_grey(text.ink))
        pen.textOut(words)
        pen.setHorizScale(100)
        self.canv.drawText(pen)

    def _point(self, point: Point) -> Point:
        """Return a point as paper counts: from the foot upwards."""
        return point[0] * self._scale, (self._figure.height - point[1]) * self._scale


def _grey(ink: Ink) -> float:
    return _GREYS.get(ink, 0.0)
