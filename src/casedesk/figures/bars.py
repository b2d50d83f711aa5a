"""Bars: a line for each group, as long as its number, with the number at its end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedesk.figures import lettering
from casedesk.figures.figure import Anchor, Box, Figure, Ink, Line, Mark, Polygon, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from casedesk.figures.figure import Shape

_ROW = 1.75  # sizes of the lettering
_THICK = 0.95
_LABEL_SHARE, _LEAST_BAR = 0.42, 0.3
_GAP = 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A group: its name, its number, and how the number is written."""

    id: str
    label: str
    value: float | None
    """Nothing where the number is left out; then no bar is drawn."""
    text: str


def bars(each: Sequence[Bar], *, title: str, width: float, size: float) -> Figure:
    """Draw the bars one beneath the other, in their order."""
    wide = max((lettering.width(bar.label, size) for bar in each), default=0)
    label = min(wide, _LABEL_SHARE * width)
    number = max((lettering.width(bar.text, size) for bar in each), default=0)
    left = label + _GAP * size
    room = max(width - left - number - 2 * _GAP * size, _LEAST_BAR * width)
    highest = max((bar.value or 0 for bar in each), default=0)
    shapes: list[Shape] = []
    marks = []
    for row, bar in enumerate(each):
        length = room * (bar.value or 0) / highest if highest else 0
        top = row * _ROW * size
        shapes += _drawn(bar, left, top, length, label, size)
        box = Box(left=0, top=top, right=width, bottom=top + _ROW * size)
        marks.append(Mark(id=bar.id, box=box, words=_words(bar)))
    height = max(len(each), 1) * _ROW * size
    edge = ((left, 0.0), (left, height))
    shapes.append(Line(points=edge, ink=Ink.MUTED, width=0.8))
    return Figure(
        width=width,
        height=height,
        shapes=tuple(shapes),
        marks=tuple(marks),
        title=title,
        description=" ".join(_words(bar) for bar in each),
    )


def _drawn(
    bar: Bar, left: float, top: float, length: float, label: float, size: float
) -> Iterator[Shape]:
    upper = top + (_ROW - _THICK) / 2 * size
    lower = upper + _THICK * size
    base = top + (_ROW / 2 + 0.35) * size
    [words, *_more] = lettering.wrapped(bar.label, size, label, 1) or ("",)
    at = (left - _GAP * size, base)
    yield Text(at=at, text=words, size=size, anchor=Anchor.END, room=label)
    if length > 0:
        right = left + length
        corners = ((left, upper), (right, upper), (right, lower), (left, lower))
        yield Polygon(points=corners, fill=Ink.ACCENT, ink=Ink.ACCENT, width=0)
    at = (left + length + _GAP * size, base)
    yield Text(at=at, text=bar.text, size=size, anchor=Anchor.START, ink=Ink.MUTED)


def _words(bar: Bar) -> str:
    return f"{bar.label}: {bar.text}."
