"""Lines that say how two people get on: close, fused, in conflict, cut off."""

from __future__ import annotations

from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING

from casedesk.domain.kinship import BondKind
from casedesk.figures import shapes
from casedesk.figures.figure import Ink, Line, Stroke

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from casedesk.figures.figure import Point, Shape

_STEPS = 24
_APART = 0.28
_STEEP, _BESIDE = 6.0, 7.5
_LEVEL = 2.0  # sizes; two signs that far apart in height stand in one row


def bond_line(
    kind: BondKind,
    one: tuple[Point, float],
    other: tuple[Point, float],
    size: float,
) -> Iterator[Shape]:
    """Yield the lines from sign to sign; within a row they bow above the others."""
    (start, start_radius), (end, end_radius) = one, other
    curve = _curve(start, end, size)
    curve = _between(curve, start_radius + 0.3 * size, end_radius + 0.3 * size)
    if len(curve) < 2:
        return
    yield from along(kind, curve, size)


def along(kind: BondKind, curve: Sequence[Point], size: float) -> Iterator[Line]:
    """Yield the lines of a kind along a curve."""
    if kind is BondKind.CONFLICT:
        yield Line(points=_toothed(curve, size), ink=Ink.DANGER, width=1.1)
        return
    if kind is BondKind.CUT_OFF:
        yield Line(points=tuple(curve), ink=Ink.TEXT, width=1.1, stroke=Stroke.DASHED)
        middle = len(curve) // 2
        for by in (-0.2, 0.2):
            here = shapes.along(curve[middle], curve[middle - 1], 0.5 + by)
            one = shapes.aside(here, curve[middle], 0.55 * size)[0]
            two = shapes.aside(here, curve[middle], -0.55 * size)[0]
            yield Line(points=(one, two), width=1.5)
        return
    sides = (-0.5, 0.5) if kind is BondKind.CLOSE else (-1, 0, 1)
    for side in sides:
        yield Line(
            points=_beside(curve, side * _APART * size), ink=Ink.ACCENT, width=1.1
        )


def _curve(start: Point, end: Point, size: float) -> list[Point]:
    """Return points from middle to middle, bowed where others may stand between."""
    length = hypot(end[0] - start[0], end[1] - start[1])
    bow = min(0.22 * length, 5 * size)
    if abs(start[1] - end[1]) < _LEVEL * size:
        control = ((start[0] + end[0]) / 2, min(start[1], end[1]) - 1.6 * bow)
    else:
        middle = shapes.along(start, end, 0.5)
        # One above the other: beside the words that stand between their signs.
        is_steep = abs(start[0] - end[0]) < _STEEP * size
        side = _BESIDE * size if is_steep else 0.5 * bow
        control = (middle[0] + side, middle[1] - 0.25 * bow)
    points = []
    for step in range(_STEPS + 1):
        t = step / _STEPS
        one = shapes.along(start, control, t)
        two = shapes.along(control, end, t)
        points.append(shapes.along(one, two, t))
    return points


def _between(curve: list[Point], at_start: float, at_end: float) -> list[Point]:
    start, end = curve[0], curve[-1]
    return [
        point
        for point in curve
        if hypot(point[0] - start[0], point[1] - start[1]) >= at_start
        and hypot(point[0] - end[0], point[1] - end[1]) >= at_end
    ]


def _beside(curve: Sequence[Point], by: float) -> tuple[Point, ...]:
    moved = []
    for number, point in enumerate(curve):
        following = curve[min(number + 1, len(curve) - 1)]
        before = curve[max(number - 1, 0)]
        dx, dy = following[0] - before[0], following[1] - before[1]
        length = max(hypot(dx, dy), 1e-6)
        moved.append((point[0] - dy / length * by, point[1] + dx / length * by))
    return tuple(moved)


def _toothed(curve: Sequence[Point], size: float) -> tuple[Point, ...]:
    points: list[Point] = []
    for number, (one, other) in enumerate(pairwise(curve)):
        middle = shapes.along(one, other, 0.5)
        by = (0.45 if number % 2 else -0.45) * size
        points.append(shapes.aside(middle, other, by)[0])
    return (curve[0], *points, curve[-1])
