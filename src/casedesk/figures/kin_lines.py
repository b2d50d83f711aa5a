"""The lines of unions and of descent, each union at a height of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedesk.domain.kinship import DescentKind, UnionKind
from casedesk.figures.figure import Line, Stroke

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from casedesk.domain.kinship import Descent, Family, RelativeId, Union
    from casedesk.figures.figure import Point, Shape
    from casedesk.figures.genogram import Stand

_HALF_PITCH = 3.25
_BAR = 1.7  # above the signs of the children
_STEP = 0.75  # between lines that would lie on each other
_BENEATH = 0.9
_STROKES = {DescentKind.ADOPTED: Stroke.DASHED, DescentKind.FOSTER: Stroke.DOTTED}
_SLASHES = {UnionKind.SEPARATED: 1, UnionKind.DIVORCED: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Joined:
    """A union with where its line runs and its children hang."""

    union: Union
    path: tuple[Point, ...]
    drop: Point
    children: tuple[tuple[Descent, Stand], ...]


def lines(
    family: Family, stands: Mapping[RelativeId, Stand], size: float
) -> list[Shape]:
    """Return the lines of all unions, those of descent first."""
    joined = [each for u in family.unions if (each := _joined(u, family, stands, size))]
    heights = _heights(joined, size)
    drawn: list[Shape] = []
    for number, each in enumerate(joined):
        drawn += _descent(each, heights.get(number, 0.0), family, stands, size)
    for each in joined:
        drawn += _union(each, size)
    return drawn


def _joined(
    union: Union, family: Family, stands: Mapping[RelativeId, Stand], size: float
) -> _Joined | None:
    sides = [stands[p] for p in (union.first_id, union.second_id) if p in stands]  # type: ignore[index]
    children = tuple(
        (descent, stands[descent.child_id])
        for descent in family.descents
        if descent.union_id == union.id and descent.child_id in stands
    )
    if not sides:
        return None
    left, *others = sorted(sides, key=lambda stand: stand.at[0])
    wish = _middle([stand for _descent, stand in children])
    if not others:
        x, y = left.at
        corner = (x + _HALF_PITCH * size, y)
        path: tuple[Point, ...] = ((x + left.radius, y), corner) if children else ()
        return _Joined(union=union, path=path, drop=corner, children=children)
    right = others[0]
    path = _path(left, right, stands, size)
    start, end = path[len(path) // 2 - 1], path[len(path) // 2]
    inset = min(_HALF_PITCH * size, (end[0] - start[0]) / 2)
    if len(path) > 2:
        inset = 0
    low, high = start[0] + inset, end[0] - inset
    if len(path) == 2:
        low, high = left.at[0] + _HALF_PITCH * size, right.at[0] - _HALF_PITCH * size
        low, high = (low, high) if low <= high else ((low + high) / 2,) * 2
    x = min(max(wish if wish is not None else (low + high) / 2, low), high)
    share = (x - start[0]) / max(end[0] - start[0], 1e-6)
    drop = (x, start[1] + share * (end[1] - start[1]))
    return _Joined(union=union, path=path, drop=drop, children=children)


def _path(
    left: Stand, right: Stand, stands: Mapping[RelativeId, Stand], size: float
) -> tuple[Point, ...]:
    """Return the line from sign to sign, beneath those who stand between."""
    (x, y), (to_x, to_y) = left.at, right.at
    between = [
        stand
        for stand in stands.values()
        if x < stand.at[0] < to_x
        and stand.box.top - size < max(y, to_y)
        and stand.box.bottom > min(y, to_y)
    ]
    start, end = (x + left.radius, y), (to_x - right.radius, to_y)
    if not between:
        return start, end
    lowest = max(stand.box.bottom for stand in (left, right, *between))
    level = lowest + _BENEATH * size
    gap = _HALF_PITCH * size
    return (
        start,
        (x + gap, y),
        (x + gap, level),
        (to_x - gap, level),
        (to_x - gap, to_y),
        end,
    )


def _middle(stands: Sequence[Stand]) -> float | None:
    xs = [stand.at[0] for stand in stands]
    return (min(xs) + max(xs)) / 2 if xs else None


def _heights(joined: Sequence[_Joined], size: float) -> dict[int, float]:
    """Return how much higher a bar lies than it would, so that none covers another."""
    heights: dict[int, float] = {}
    taken: list[tuple[float, float, float]] = []
    spans = []
    for number, each in enumerate(joined):
        if each.children:
            xs = [stand.at[0] for _descent, stand in each.children]
            top = min(stand.at[1] for _descent, stand in each.children)
            spans.append((max(*xs, each.drop[0]) - min(*xs, each.drop[0]), number, top))
    for _wide, number, top in sorted(spans):
        each = joined[number]
        xs = [each.drop[0], *(stand.at[0] for _descent, stand in each.children)]
        low, high, height = min(xs) - 0.2 * size, max(xs) + 0.2 * size, 0.0
        while any(
            low < other_high and other_low < high and abs(top - height - y) < 0.5 * size
            for other_low, other_high, y in taken
        ):
            height += _STEP * size
        taken.append((low, high, top - height))
        heights[number] = height
    return heights


def _descent(
    joined: _Joined,
    height: float,
    family: Family,
    stands: Mapping[RelativeId, Stand],
    size: float,
) -> Iterator[Line]:
    if not joined.children:
        return
    top = min(stand.at[1] - stand.radius for _descent, stand in joined.children)
    bar = top - _BAR * size - height
    x, y = joined.drop
    yield Line(points=((x, y), (x, bar)), width=1.2)
    twins = _twins(joined, size)
    hangs = [twins.get(stand.relative.id, stand.at[0]) for _d, stand in joined.children]
    low, high = min(x, *hangs), max(x, *hangs)
    if high - low > 1e-6:
        yield Line(points=((low, bar), (high, bar)), width=1.2)
    for descent, stand in joined.children:
        start = (twins.get(stand.relative.id, stand.at[0]), bar)
        end = (stand.at[0], stand.at[1] - stand.radius)
        stroke = _STROKES.get(descent.kind, Stroke.SOLID)
        yield Line(points=(start, end), width=1.2, stroke=stroke)


def _twins(joined: _Joined, _size: float) -> dict[RelativeId, float]:
    """Return where the lines of twins meet: in the middle between them."""
    own = {stand.relative.id: stand for _descent, stand in joined.children}
    groups: dict[RelativeId, set[RelativeId]] = {}
    for stand in own.values():
        first = stand.relative.twin_of_id
        if first in own and first is not None:
            groups.setdefault(first, {first}).add(stand.relative.id)
    found: dict[RelativeId, float] = {}
    for members in groups.values():
        middle = sum(own[who].at[0] for who in members) / len(members)
        found |= dict.fromkeys(members, middle)
    return found


def _union(joined: _Joined, size: float) -> Iterator[Line]:
    if not joined.path:
        return
    is_loose = joined.union.kind is UnionKind.PARTNERS
    stroke = Stroke.DASHED if is_loose else Stroke.SOLID
    yield Line(points=joined.path, width=1.4, stroke=stroke)
    start = joined.path[len(joined.path) // 2 - 1]
    end = joined.path[len(joined.path) // 2]
    # Between the left partner and the line to the children, where nothing else is.
    x = start[0] + (joined.drop[0] - start[0]) * 0.5
    y = start[1] + (end[1] - start[1]) * (x - start[0]) / max(end[0] - start[0], 1e-6)
    for number in range(_SLASHES.get(joined.union.kind, 0)):
        at = x + (number - 0.5) * 0.6 * size
        ends = ((at - 0.35 * size, y + 0.8 * size), (at + 0.35 * size, y - 0.8 * size))
        yield Line(points=ends, width=1.6)
