"""Shapes made of lines: ovals, zigzags, lines side by side, signs for series."""

from __future__ import annotations

from math import cos, hypot, pi, sin
from typing import TYPE_CHECKING

from casedesk.figures.figure import Circle, Ink, Polygon, Stroke

if TYPE_CHECKING:
    from casedesk.figures.figure import Point, Shape

_OVAL_POINTS = 96


def oval(
    centre: Point,
    width: float,
    height: float,
    *,
    ink: Ink = Ink.LINE,
    fill: Ink | None = None,
    stroke: Stroke = Stroke.SOLID,
) -> Polygon:
    """Return an oval that is so wide and so high."""
    turns = [2 * pi * step / _OVAL_POINTS for step in range(_OVAL_POINTS)]
    x, y = centre
    points = tuple((x + width / 2 * cos(t), y + height / 2 * sin(t)) for t in turns)
    return Polygon(points=points, ink=ink, fill=fill, stroke=stroke)


def along(start: Point, end: Point, share: float) -> Point:
    """Return the point at a share of the way."""
    return (
        start[0] + (end[0] - start[0]) * share,
        start[1] + (end[1] - start[1]) * share,
    )


def aside(start: Point, end: Point, by: float) -> tuple[Point, Point]:
    """Return the two ends moved to the side, square to the line between them."""
    across = _across(start, end)
    dx, dy = across[0] * by, across[1] * by
    return (start[0] + dx, start[1] + dy), (end[0] + dx, end[1] + dy)


def zigzag(start: Point, end: Point, *, step: float, swing: float) -> list[Point]:
    """Return the points of a line with teeth."""
    length = hypot(end[0] - start[0], end[1] - start[1])
    teeth = max(int(length / step), 2)
    across = _across(start, end)
    points = [start]
    for tooth in range(1, teeth):
        x, y = along(start, end, tooth / teeth)
        side = swing if tooth % 2 else -swing
        points.append((x + across[0] * side, y + across[1] * side))
    return [*points, end]


def sign(kind: int, centre: Point, radius: float, ink: Ink) -> Shape:
    """Return the sign of a series: disc, empty square, triangle, empty diamond."""
    x, y = centre
    if kind % 4 == 0:
        return Circle(centre=centre, radius=radius, ink=ink, fill=ink)
    if kind % 4 == 1:
        return square(centre, radius, ink=ink)
    if kind % 4 == 2:
        tip = ((x, y - 1.2 * radius), (x + 1.1 * radius, y + radius))
        points = (*tip, (x - 1.1 * radius, y + radius))
        return Polygon(points=points, ink=ink, fill=ink)
    return diamond(centre, 1.3 * radius, ink=ink)


def square(
    centre: Point, half: float, *, ink: Ink = Ink.TEXT, width: float = 1.4
) -> Polygon:
    """Return a square on the ground's colour."""
    x, y = centre
    corners = ((-1, -1), (1, -1), (1, 1), (-1, 1))
    points = tuple((x + half * dx, y + half * dy) for dx, dy in corners)
    return Polygon(points=points, ink=ink, fill=Ink.GROUND, width=width)


def diamond(
    centre: Point, half: float, *, ink: Ink = Ink.TEXT, width: float = 1.4
) -> Polygon:
    """Return a square on its tip, on the ground's colour."""
    x, y = centre
    points = ((x, y - half), (x + half, y), (x, y + half), (x - half, y))
    return Polygon(points=points, ink=ink, fill=Ink.GROUND, width=width)


def _across(start: Point, end: Point) -> Point:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = max(hypot(dx, dy), 1e-6)
    return -dy / length, dx / length
