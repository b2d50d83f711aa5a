"""The course: one or more series of numbers over time, with named bands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedesk.figures import legend, lettering, shapes
from casedesk.figures.figure import (
    Anchor,
    Box,
    Figure,
    Ink,
    Line,
    Mark,
    Polygon,
    Stroke,
    Text,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from casedesk.figures.figure import Point, Shape

_HEIGHT_SHARE = 0.45
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)
_MOST_LINES = 7
_BAND_LETTERS = 11.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One value on a day, and what it says in words."""

    id: str
    day: date
    value: float
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Values of one thing over time."""

    name: str
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A stretch of values with a name, such as "moderate: 10 to 14"."""

    name: str
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    field: Box
    low: float
    high: float
    first: date
    days: int
    size: float

    def x(self, day: date) -> float:
        share = (day - self.first).days / self.days if self.days else 0.5
        return self.field.left + share * (self.field.right - self.field.left)

    def y(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return self.field.bottom - share * (self.field.bottom - self.field.top)


def course(
    series: Sequence[Series],
    *,
    title: str,
    low: float,
    high: float,
    width: float,
    size: float,
    day_words: dict[date, str],
    bands: Sequence[Band] = (),
) -> Figure:
    """Draw the series from their first day to their last, each with line and sign.

    `day_words` is how each day that occurs is written beneath the picture.
    """
    days = sorted({r.day for each in series for r in each.readings})
    height = _HEIGHT_SHARE * width
    # Beneath the last point stands its day, half of it to the right.
    right = width - (_BAND_LETTERS * 0.6 * size if bands else 3 * size)
    plan = _Plan(
        field=Box(left=3 * size, top=size, right=right, bottom=height - 2.2 * size),
        low=low,
        high=max(high, low + 1),
        first=days[0] if days else None,  # type: ignore[arg-type]  # then nothing asks
        days=(days[-1] - days[0]).days if days else 0,
        size=size,
    )
    drawn: list[Shape] = [*_bands(plan, bands, width), *_scale(plan)]
    drawn += _days(plan, days, day_words)
    for number, each in enumerate(series):
        drawn += _series(plan, each, number)
    named = [each.name for each in series if each.name]
    drawn += legend.legend(named, (plan.field.left, height), size)
    readings = [reading for each in series for reading in each.readings]
    return Figure(
        width=width,
        height=height + legend.height(named, size),
        shapes=tuple(drawn),
        marks=tuple(_mark(plan, reading) for reading in readings),
        title=title,
        description=" ".join(reading.words for reading in readings),
    )


def _bands(plan: _Plan, bands: Sequence[Band], width: float) -> Iterator[Shape]:
    for number, band in enumerate(bands):
        top, bottom = plan.y(min(band.high, plan.high)), plan.y(max(band.low, plan.low))
        left, right = plan.field.left, plan.field.right
        corners = ((left, top), (right, top), (right, bottom), (left, bottom))
        fill = Ink.SOFT if number % 2 else None
        yield Polygon(points=corners, fill=fill, ink=Ink.LINE, width=0)
        edge = ((left, top), (right, top))
        yield Line(points=edge, ink=Ink.LINE, width=0.6, stroke=Stroke.DOTTED)
        size = 0.85 * plan.size
        room = width - right - 0.4 * size
        most = max(int((bottom - top) / (1.15 * size)), 1)
        lines = lettering.wrapped(band.name, size, room, most)
        y = (top + bottom) / 2 + (0.95 - 0.58 * len(lines)) * size
        for row, words in enumerate(lines):
            at = (right + 0.4 * size, y + 1.15 * row * size)
            yield Text(at=at, text=words, size=size, anchor=Anchor.START, room=room)


def _scale(plan: _Plan) -> Iterator[Shape]:
    span = plan.high - plan.low
    step = next((s for s in _STEPS if span / s <= _MOST_LINES), _STEPS[-1])
    value = plan.low
    while value <= plan.high:
        y = plan.y(value)
        ends = ((plan.field.left, y), (plan.field.right, y))
        yield Line(points=ends, ink=Ink.LINE, width=0.6)
        size = 0.85 * plan.size
        at = (plan.field.left - 0.6 * size, y + 0.35 * size)
        words = f"{value:g}"
        yield Text(at=at, text=words, size=size, anchor=Anchor.END, ink=Ink.MUTED)
        value += step


def _days(plan: _Plan, days: Sequence[date], words: dict[date, str]) -> Iterator[Shape]:
    """Write as many days as find room beside each other, the last one always."""
    size = 0.85 * plan.size
    free_from = float("inf")
    for day in reversed(days):
        x = plan.x(day)
        wide = lettering.width(words[day], size)
        ends = ((x, plan.field.bottom), (x, plan.field.bottom + 0.4 * size))
        yield Line(points=ends, ink=Ink.MUTED, width=0.8)
        if x + wide / 2 > free_from:
            continue
        free_from = x - wide / 2 - size
        at = (x, plan.field.bottom + 1.5 * size)
        yield Text(at=at, text=words[day], size=size, ink=Ink.MUTED)


def _series(plan: _Plan, series: Series, number: int) -> Iterator[Shape]:
    ink = legend.ink(number)
    ordered = sorted(series.readings, key=lambda reading: reading.day)
    points = tuple(_place(plan, reading) for reading in ordered)
    if len(points) > 1:
        stroke = legend.stroke(number)
        yield Line(points=points, ink=ink, width=legend.LINE_WIDTH, stroke=stroke)
    for point in points:
        yield shapes.sign(number, point, 0.32 * plan.size, ink)


def _place(plan: _Plan, reading: Reading) -> Point:
    value = min(max(reading.value, plan.low), plan.high)
    return plan.x(reading.day), plan.y(value)


def _mark(plan: _Plan, reading: Reading) -> Mark:
    x, y = _place(plan, reading)
    reach = 0.7 * plan.size
    box = Box(left=x - reach, top=y - reach, right=x + reach, bottom=y + reach)
    return Mark(id=reading.id, box=box, words=reading.words)
