"""The legend of a picture with several series, each with its line and sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.figures import lettering, shapes
from casedesk.figures.figure import Anchor, Ink, Line, Stroke, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from casedesk.figures.figure import Point, Shape

_INKS = (Ink.ACCENT, Ink.WARNING, Ink.DANGER, Ink.TEXT)
_STROKES = (Stroke.SOLID, Stroke.DASHED, Stroke.DOTTED, Stroke.SOLID)
_ROW, _LINE, _GAP = 1.7, 3.0, 0.8
LINE_WIDTH = 2


def ink(number: int) -> Ink:
    """Return the colour of a series."""
    return _INKS[number % len(_INKS)]


def stroke(number: int) -> Stroke:
    """Return the kind of line of a series."""
    return _STROKES[number % len(_STROKES)]


def height(names: Sequence[str], size: float) -> float:
    """Return how much room the legend takes downwards."""
    return _ROW * size * len(names)


def width(names: Sequence[str], size: float) -> float:
    """Return how wide the legend is."""
    widest = max((lettering.width(name, size) for name in names), default=0)
    return widest + (_LINE + _GAP) * size


def legend(names: Sequence[str], corner: Point, size: float) -> Iterator[Shape]:
    """Yield a row for each series, from the corner downwards."""
    left, top = corner
    for number, name in enumerate(names):
        y = top + (_ROW * number + 0.6) * size
        ends = ((left, y), (left + _LINE * size, y))
        yield Line(
            points=ends, ink=ink(number), width=LINE_WIDTH, stroke=stroke(number)
        )
        middle = (left + _LINE / 2 * size, y)
        yield shapes.sign(number, middle, 0.28 * size, ink(number))
        at = (left + (_LINE + _GAP) * size, y + 0.35 * size)
        yield Text(at=at, text=name, size=size, anchor=Anchor.START)
