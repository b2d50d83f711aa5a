"""The dotted line around those who live together."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from casedesk.figures.figure import Box, Ink, Polygon, Stroke

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from casedesk.figures.figure import Point
    from casedesk.figures.genogram import Stand

_AIR = 0.7


def household_line(stands: Sequence[Stand], size: float) -> Iterator[Polygon]:
    """Yield one line around all members; several, if others stand between them."""
    members = [stand for stand in stands if stand.relative.in_household]
    others = [stand for stand in stands if not stand.relative.in_household]
    for group in _groups(members, others, size) if members else ():
        yield _dotted(_around(group, size))


def _groups(
    members: Sequence[Stand], others: Sequence[Stand], size: float
) -> list[list[Stand]]:
    """Join members as long as nobody else would be within the same line."""
    groups = [[*members]]
    if _is_free(groups[0], others, size):
        return groups
    groups = [[member] for member in members]
    # Who stands in one row first, neighbours before others.
    for one, other in sorted(combinations(members, 2), key=_apart):
        mine = next(group for group in groups if one in group)
        theirs = next(group for group in groups if other in group)
        if mine is not theirs and _is_free([*mine, *theirs], others, size):
            groups.remove(theirs)
            mine += theirs
    return groups


def _apart(pair: tuple[Stand, Stand]) -> tuple[float, float]:
    (x, y), (other_x, other_y) = pair[0].at, pair[1].at
    return abs(y - other_y), abs(x - other_x)


def _is_free(group: Sequence[Stand], others: Sequence[Stand], size: float) -> bool:
    hull = _around(group, size)
    return not any(_holds(hull, p) for other in others for p in _points(other.box))


def _points(box: Box) -> list[Point]:
    x, y = box.centre
    return [(a, b) for a in (box.left, x, box.right) for b in (box.top, y, box.bottom)]


def _around(group: Sequence[Stand], size: float) -> list[Point]:
    return _hull([corner for s in group for corner in _corners(s.box, size)])


def _dotted(points: Sequence[Point]) -> Polygon:
    return Polygon(
        points=tuple(points), ink=Ink.ACCENT, width=1.3, stroke=Stroke.DOTTED
    )


def _corners(box: Box, size: float) -> list[Point]:
    wide = box.grown(_AIR * size)
    return [
        (wide.left, wide.top),
        (wide.right, wide.top),
        (wide.right, wide.bottom),
        (wide.left, wide.bottom),
    ]


def _hull(points: Sequence[Point]) -> list[Point]:
    """Return the corners of the tightest line without dents around all points."""
    ordered = sorted(set(points))
    lower: list[Point] = []
    upper: list[Point] = []
    for chain, source in ((lower, ordered), (upper, ordered[::-1])):
        for point in source:
            while len(chain) > 1 and _turn(chain[-2], chain[-1], point) <= 0:
                chain.pop()
            chain.append(point)
    return [*lower[:-1], *upper[:-1]]


def _turn(one: Point, two: Point, three: Point) -> float:
    return (two[0] - one[0]) * (three[1] - one[1]) - (two[1] - one[1]) * (
        three[0] - one[0]
    )


def _holds(hull: Sequence[Point], point: Point) -> bool:
    return all(
        _turn(one, other, point) >= 0
        for one, other in zip(hull, [*hull[1:], hull[0]], strict=True)
    )
