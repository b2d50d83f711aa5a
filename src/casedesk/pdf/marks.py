"""What is drawn rather than written: boxes to tick and lines to write on."""

from __future__ import annotations

from reportlab.lib.units import mm
from reportlab.platypus.flowables import Flowable

_STROKE_POINTS = 0.7


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


class Gap(Flowable):
    """White space."""

    def __init__(self, height: float) -> None:
        super().__init__()
        self.height = height

    def draw(self) -> None:
        """Draw nothing."""
