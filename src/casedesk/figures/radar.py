"""The radar: one axis for each domain of life, one line for each view or time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from math import cos, pi, sin
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
    Text,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from casedesk.figures.figure import Point, Shape

TOP = 10
_RINGS = (2, 4, 6, 8, 10)
_LABEL_LETTERS = 15.0  # how wide a label may be, in sizes of the lettering
_LEAST_AXES = 3
_LINE_HEIGHT = 1.2
_UPRIGHT = 0.12  # how far from the middle a label stands beside its axis


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """A domain of life, with its value in each series: 0 to 10, or not rated."""

    id: str
    label: str
    values: tuple[int | None, ...]
    words: str = ""
    """All that the axis says, for who does not see it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """Where things are in the picture."""

    centre: Point
    radius: float
    size: float
    count: int

    def at(self, axis: int, value: float) -> Point:
        """Return the point of a value on an axis; the first axis points up."""
        turn = 2 * pi * axis / self.count - pi / 2
        reach = self.radius * value / TOP
        return self.centre[0] + reach * cos(turn), self.centre[1] + reach * sin(turn)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Label:
    lines: tuple[str, ...]
    box: Box
    anchor: Anchor


def radar(
    axes: Sequence[Axis],
    series: Sequence[str],
    *,
    title: str,
    width: float,
    size: float,
) -> Figure:
    """Draw the axes in a circle, the series told apart by line and sign."""
    room = _LABEL_LETTERS * size * 0.58
    radius = max(width / 2 - room - 1.6 * size, 5 * size)
    count = max(len(axes), _LEAST_AXES)
    plan = _Plan(centre=(width / 2, 0), radius=radius, size=size, count=count)
    labels = _labels(plan, axes, room)
    top = min([-radius, *(label.box.top for label in labels)])
    bottom = max([radius, *(label.box.bottom for label in labels)]) - top + size
    plan = replace(plan, centre=(width / 2, -top))
    labels = [_moved(label, -top) for label in labels]
    corner = ((width - legend.width(series, size)) / 2, bottom)
    drawn: list[Shape] = [*_web(plan, axes), *_written(labels, size)]
    for number in range(len(series)):
        drawn += _series(plan, axes, number)
    return Figure(
        width=width,
        height=bottom + legend.height(series, size),
        shapes=(*drawn, *legend.legend(series, corner, size)),
        marks=tuple(
            Mark(id=axis.id, box=label.box, words=axis.words)
            for axis, label in zip(axes, labels, strict=True)
        ),
        title=title,
        description=" ".join(axis.words for axis in axes),
    )


def _web(plan: _Plan, axes: Sequence[Axis]) -> Iterator[Shape]:
    for ring in _RINGS:
        points = tuple(plan.at(axis, ring) for axis in range(plan.count))
        yield Polygon(points=points, ink=Ink.LINE, width=0.6)
    for number in range(len(axes)):
        yield Line(points=(plan.centre, plan.at(number, TOP)), ink=Ink.LINE, width=0.6)
    for ring in _RINGS:
        x, y = plan.at(0, ring)
        size = 0.8 * plan.size
        at = (x + 0.25 * size, y + 1.05 * size)
        yield Text(at=at, text=str(ring), size=size, anchor=Anchor.START, ink=Ink.MUTED)


def _labels(plan: _Plan, axes: Sequence[Axis], room: float) -> list[_Label]:
    """Return the labels around the circle; none covers its neighbour."""
    labels = [_label(plan, number, axis, room) for number, axis in enumerate(axes)]
    for side in (Anchor.START, Anchor.END):
        places = [n for n, label in enumerate(labels) if label.anchor is side]
        upper = [n for n in places if labels[n].box.centre[1] < 0]
        lower = [n for n in places if labels[n].box.centre[1] >= 0]
        # From the middle outwards, each gives way to the one before it.
        _spread(labels, sorted(upper, key=lambda n: -labels[n].box.centre[1]), -1)
        _spread(labels, sorted(lower, key=lambda n: labels[n].box.centre[1]), 1)
    for number, label in enumerate(labels):
        if label.anchor is Anchor.MIDDLE:
            way = -1 if label.box.centre[1] < 0 else 1
            sides = [n for n, each in enumerate(labels) if each.anchor != label.anchor]
            for beside in sides:
                _spread(labels, [beside, number], way)
    return labels


def _spread(labels: list[_Label], order: Sequence[int], way: int) -> None:
    for before, number in pairwise(order):
        fixed, box = labels[before].box, labels[number].box
        if not box.meets(fixed):
            continue
        by = fixed.top - box.bottom if way < 0 else fixed.bottom - box.top
        labels[number] = _moved(labels[number], by)


def _moved(label: _Label, down: float) -> _Label:
    box = label.box
    return replace(
        label, box=replace(box, top=box.top + down, bottom=box.bottom + down)
    )


def _label(plan: _Plan, number: int, axis: Axis, room: float) -> _Label:
    x, y = plan.at(number, TOP + 9 * plan.size / plan.radius)
    aside, upward = (x - plan.centre[0]) / plan.radius, y / plan.radius
    lines = lettering.wrapped(axis.label, plan.size, room, 3)
    wide = max((lettering.width(line, plan.size) for line in lines), default=0)
    high = _LINE_HEIGHT * plan.size * len(lines)
    anchor, left = Anchor.MIDDLE, x - wide / 2
    if abs(aside) > _UPRIGHT:
        anchor = Anchor.START if aside > 0 else Anchor.END
        left = x if aside > 0 else x - wide
    top = y - high / 2 + upward * high / 2
    box = Box(left=left, top=top, right=left + wide, bottom=top + high)
    return _Label(lines=lines, box=box, anchor=anchor)


def _written(labels: Sequence[_Label], size: float) -> Iterator[Text]:
    for label in labels:
        box = label.box
        x = {
            Anchor.START: box.left,
            Anchor.MIDDLE: box.centre[0],
            Anchor.END: box.right,
        }[label.anchor]
        for row, line in enumerate(label.lines):
            y = box.top + (row + 0.8) * _LINE_HEIGHT * size
            room = box.right - box.left
            yield Text(at=(x, y), text=line, size=size, anchor=label.anchor, room=room)


def _series(plan: _Plan, axes: Sequence[Axis], number: int) -> Iterator[Shape]:
    values = [axis.values[number] for axis in axes]
    points = [
        None if value is None else plan.at(place, value)
        for place, value in enumerate(values)
    ]
    # Neighbours are joined; across what was not rated there is no line.
    for here, there in zip(points, [*points[1:], *points[:1]], strict=True):
        if here is not None and there is not None:
            yield Line(
                points=(here, there),
                ink=legend.ink(number),
                width=legend.LINE_WIDTH,
                stroke=legend.stroke(number),
            )
    for point in points:
        if point is not None:
            yield shapes.sign(number, point, 0.28 * plan.size, legend.ink(number))
