"""What is drawn rather than written: boxes to tick and lines to write on."""

from __future__ import annotations

from reportlab.lib.units import mm
from reportlab.platypus.flowables import Flowable

_STROKE_POINTS = 0.7
_INK_POINTS = 1.1
Strokes = tuple[tuple[tuple[int, int], ...], ...]


class TickBox(Flowable):
    """An empty box, to be ticked by pen."""

    def __init__(self, line_height: float) -> None:
        super().__init__()
        self.width = 3.4 * mm
        self.height = max(line_height, self.width)

    def draw(self) -> None:
        """Draw the box in the middle of its line."""
        self.canv.setLineWidth(_STROKE_POINTS)
        bottom = (self.height - self.width) / 2
        self.canv.rect(0, bottom, self.width, self.width, stroke=1, fill=0)


class WritingLine(Flowable):
    """A line with room above to write on."""

    def __init__(self, height: float) -> None:
        super().__init__()
        self.height = height

    def wrap(
        self, available_width: float, _available_height: float
    ) -> tuple[float, float]:
        """Take the whole width."""
        self.width = available_width
        return self.width, self.height

    def draw(self) -> None:
        """Draw the line a little above the lower edge."""
        self.canv.setLineWidth(_STROKE_POINTS)
        self.canv.line(0, 2, self.width, 2)


class DrawnLine(WritingLine):
    """A line with the strokes above it that were drawn on the screen."""

    def __init__(self, height: float, strokes: Strokes) -> None:
        super().__init__(height)
        self._strokes = strokes

    def draw(self) -> None:
        """Draw the line, and the strokes in the height above it."""
        super().draw()
        widest = max((x for stroke in self._strokes for x, _ in stroke), default=0)
        scale = min(self.height / 1000, self.width / max(widest, 1))
        pen = self.canv
        pen.saveState()
        pen.setLineWidth(_INK_POINTS)
        pen.setLineCap(1)
        pen.setLineJoin(1)
        for stroke in self._strokes:
            path = pen.beginPath()
            (x, y), *others = stroke
            path.moveTo(x * scale, self.height - y * scale)
            for right, down in others or [(x + 1, y)]:  # a dot is a stroke, too
                path.lineTo(right * scale, self.height - down * scale)
            pen.drawPath(path, stroke=1, fill=0)
        pen.restoreState()


class Gap(Flowable):
    """White space."""

    def __init__(self, height: float) -> None:
        super().__init__()
        self.height = height

    def draw(self) -> None:
        """Draw nothing."""
