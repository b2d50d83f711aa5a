"""Where everybody stands on a network map: in sector and ring, none on another."""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, cos, hypot, pi, sin
from typing import TYPE_CHECKING

from casedesk.domain.tie import WHOLE, Closeness, Sector
from casedesk.figures import lettering
from casedesk.figures.figure import Box

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from casedesk.domain.tie import Tie
    from casedesk.figures.figure import Point

RINGS = tuple(Closeness)
SECTORS = tuple(Sector)  # clockwise, the first one from the left upwards
_LEAST_SPAN = 0.14  # of the whole turn, for a sector with few
_CENTRE = 0.17  # of the way outwards: the disc of the client
_OBLATE = 0.74  # height to width
_GROWTH = 1.08
_MOST_TRIES = 22
_LABEL_ROOM = 8.6  # in sizes of the lettering
_MOST_LINES = 3
LINE_HEIGHT = 1.15
RADIUS = 0.62  # of a sign, in sizes of the lettering
_RADIAL = (0.5, 0.3, 0.7, 0.12, 0.88)
_AIR = 0.35
_CROSSED = 40.0
_ROOMY = 3.0  # sizes; more room around somebody is no gain
_ALIKE, _SAME_WAY = 0.012, 15.0  # lines that run into each other


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """Somebody with a label, and perhaps where the user put them."""

    id: str
    label: str
    sector: int
    ring: int
    note: str = ""
    angle: float | None = None
    reach: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Where a node stands, its lines of label, and all that it covers."""

    node: Node
    at: Point
    lines: tuple[str, ...]
    box: Box


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """The map without anybody on it."""

    centre: Point
    half_width: float
    half_height: float
    bounds: tuple[float, ...]
    """The angles at which sectors begin, in turns, and the end of the last."""
    rings: tuple[float, ...]
    """How far outwards the centre and each ring end; the last is 1."""

    def at(self, turn: float, share: float) -> Point:
        """Return the point at a turn, clockwise from the left, and a share outwards."""
        angle = pi + 2 * pi * turn
        return (
            self.centre[0] + self.half_width * share * cos(angle),
            self.centre[1] + self.half_height * share * sin(angle),
        )

    def polar(self, point: Point) -> tuple[float, float]:
        """Return turn and share of a point."""
        x = (point[0] - self.centre[0]) / self.half_width
        y = (point[1] - self.centre[1]) / self.half_height
        return ((atan2(y, x) - pi) / (2 * pi)) % 1, hypot(x, y)

    def cell_at(self, point: Point) -> tuple[Sector, Closeness, int, int]:
        """Return sector, ring and the place within both, of any point."""
        turn, share = self.polar(point)
        sector = next(
            n for n, end in enumerate(self.bounds[1:]) if turn <= end or n == 3
        )
        share = min(max(share, self.rings[0]), 1.0)
        ring = next(n for n, end in enumerate(self.rings[1:]) if share <= end + 1e-9)
        start, end = self.bounds[sector], self.bounds[sector + 1]
        inner, outer = self.rings[ring], self.rings[ring + 1]
        return (
            SECTORS[sector],
            RINGS[ring],
            round(WHOLE * (turn - start) / (end - start)),
            round(WHOLE * (share - inner) / (outer - inner)),
        )


def node_of(tie: Tie, name: str, note: str = "") -> Node:
    """Return a tie as something that wants a place."""
    return Node(
        id=tie.id,
        label=name,
        note=note,
        sector=SECTORS.index(tie.sector),
        ring=RINGS.index(tie.closeness),
        angle=None if tie.angle is None else tie.angle / WHOLE,
        reach=None if tie.reach is None else tie.reach / WHOLE,
    )


def laid_out(
    nodes: Sequence[Node], width: float, size: float
) -> tuple[Ground, list[Placed]]:
    """Place everybody; the map grows until nobody stands on somebody else."""
    wanted = [_wanted(node, size) for node in nodes]
    half = width / 2 - size
    for _ in range(_MOST_TRIES):
        ground = _ground(nodes, half, size)
        placed = _Placing(ground, size).all(wanted)
        if placed is not None:
            return ground, placed
        half *= _GROWTH
    # Beyond any network there is: rather outside of its sector than on another.
    placed = _Placing(ground, size, strict=False).all(wanted)
    return ground, placed or []


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    node: Node
    lines: tuple[str, ...]
    half_width: float
    near: float
    """From the middle of the sign to its edge."""
    far: float
    """Likewise to the end of the words, which stand away from the client."""


def _wanted(node: Node, size: float) -> _Wanted:
    room = _LABEL_ROOM * size
    lines = lettering.wrapped(node.label, size, room, _MOST_LINES)
    if node.note:
        lines += lettering.wrapped(node.note, size, room, 2)
    widths = [lettering.width(line, size) for line in lines]
    return _Wanted(
        node=node,
        lines=lines,
        half_width=max([RADIUS * size, *(each / 2 for each in widths)]),
        near=RADIUS * size,
        far=(RADIUS + 0.25 + LINE_HEIGHT * len(lines)) * size,
    )


def _ground(nodes: Sequence[Node], half: float, size: float) -> Ground:
    counts = [sum(node.sector == n for node in nodes) for n in range(len(SECTORS))]
    free = 1 - _LEAST_SPAN * len(SECTORS)
    # A sector of one still counts as two: its words need some width.
    weights = [max(count, 2) for count in counts]
    bounds = [0.0]
    for weight in weights:
        bounds.append(bounds[-1] + _LEAST_SPAN + free * weight / sum(weights))
    crowds = [
        max(sum(n.ring == ring and n.sector == s for n in nodes) for s in range(4))
        for ring in range(len(RINGS))
    ]
    # Further out a ring is longer and holds more in the same depth.
    depths = [2.2 + crowd / (2 + 1.5 * ring) for ring, crowd in enumerate(crowds)]
    ends = [_CENTRE]
    for depth in depths:
        ends.append(ends[-1] + (1 - _CENTRE) * depth / sum(depths))
    high = half * _OBLATE
    return Ground(
        centre=(half + size, high + 2.6 * size),
        half_width=half,
        half_height=high,
        bounds=tuple(bounds),
        rings=(*ends[:-1], 1.0),
    )


class _Placing:
    """Puts one after the other where there is most room, the placed ones first."""

    def __init__(self, ground: Ground, size: float, *, strict: bool = True) -> None:
        self._ground = ground
        self._size = size
        self._strict = strict
        self._boxes: list[tuple[float, float, float, float]] = []
        self._turns: list[float] = []
        core = 0.8 * _CENTRE
        x, y = ground.centre
        self._boxes.append(
            (
                x - core * ground.half_width,
                y - core * ground.half_height,
                x + core * ground.half_width,
                y + core * ground.half_height,
            )
        )

    def all(self, wanted: Sequence[_Wanted]) -> list[Placed] | None:
        """Return everybody in their order, or nothing if there is too little room."""
        order = sorted(
            range(len(wanted)),
            key=lambda n: (
                wanted[n].node.angle is None,
                wanted[n].node.ring,
                wanted[n].node.sector,
                wanted[n].node.id,
            ),
        )
        found: dict[int, Placed] = {}
        for number in order:
            placed = self._place(wanted[number])
            if placed is None:
                return None
            found[number] = placed
        return [found[number] for number in range(len(wanted))]

    def _place(self, one: _Wanted) -> Placed | None:
        best, best_score = None, float("-inf")
        wish = self._wish(one.node)
        for at, rank in self._candidates(one, wish):
            is_above = at[1] < self._ground.centre[1] - 2 * self._size
            box = (
                at[0] - one.half_width - _AIR * self._size,
                at[1] - (one.far if is_above else one.near),
                at[0] + one.half_width + _AIR * self._size,
                at[1] + (one.near if is_above else one.far),
            )
            if self._is_taken(box) or not self._is_inside(box, one.node.sector):
                continue
            score = self._score(at, box, wish) - rank
            if score > best_score:
                best, best_score = (at, box), score
            if score >= (-1 if wish is not None else _ROOMY * self._size):
                break  # none is better
        if best is None:
            return None
        at, box = best
        self._boxes.append(box)
        self._turns.append(self._ground.polar(at)[0])
        shown = Box(left=box[0], top=box[1], right=box[2], bottom=box[3])
        return Placed(node=one.node, at=at, lines=one.lines, box=shown)

    def _wish(self, node: Node) -> Point | None:
        if node.angle is None or node.reach is None:
            return None
        return self._at(node, node.angle, node.reach)

    def _at(self, node: Node, angle: float, reach: float) -> Point:
        ground = self._ground
        start, end = ground.bounds[node.sector], ground.bounds[node.sector + 1]
        inner, outer = ground.rings[node.ring], ground.rings[node.ring + 1]
        turn, share = start + (end - start) * angle, inner + (outer - inner) * reach
        return ground.at(turn, share)

    def _candidates(
        self, one: _Wanted, wish: Point | None
    ) -> Iterator[tuple[Point, float]]:
        if wish is not None:
            yield wish, 0
        ground, node = self._ground, one.node
        span = ground.bounds[node.sector + 1] - ground.bounds[node.sector]
        middle = (ground.rings[node.ring] + ground.rings[node.ring + 1]) / 2
        arc = 2 * pi * span * middle * ground.half_width
        steps = min(max(int(arc / (0.5 * one.half_width)), 6), 26)
        for rank, reach in enumerate(_RADIAL):
            for step in range(steps):
                yield self._at(node, (step + 0.5) / steps, reach), rank * 4.0

    def _is_taken(self, box: tuple[float, float, float, float]) -> bool:
        left, top, right, bottom = box
        return any(
            left < other[2]
            and other[0] < right
            and top < other[3]
            and other[1] < bottom
            for other in self._boxes
        )

    def _is_inside(self, box: tuple[float, float, float, float], sector: int) -> bool:
        if not self._strict:
            return True
        ground = self._ground
        start, end = ground.bounds[sector], ground.bounds[sector + 1]
        for x in (box[0], box[2]):
            for y in (box[1], box[3]):
                turn, share = ground.polar((x, y))
                if share > 1.0 or not start - 1e-9 <= turn <= end + 1e-9:
                    return False
        return True

    def _score(
        self,
        at: Point,
        box: tuple[float, float, float, float],
        wish: Point | None,
    ) -> float:
        if wish is not None:
            return -hypot(at[0] - wish[0], at[1] - wish[1])
        near = min(
            max(
                other[0] - box[2],
                box[0] - other[2],
                other[1] - box[3],
                box[1] - other[3],
            )
            for other in self._boxes
        )
        crossed = sum(
            _crosses(self._ground.centre, at, other) for other in self._boxes[1:]
        )
        turn = self._ground.polar(at)[0]
        alike = sum(abs(turn - other) < _ALIKE for other in self._turns)
        return min(near, _ROOMY * self._size) - _CROSSED * crossed - _SAME_WAY * alike


def _crosses(start: Point, end: Point, box: tuple[float, float, float, float]) -> bool:
    """Whether a straight line passes through a box."""
    first, last = 0.0, 1.0
    for axis in (0, 1):
        way = end[axis] - start[axis]
        low, high = box[axis] - start[axis], box[axis + 2] - start[axis]
        if abs(way) < 1e-9:
            if low > 0 or high < 0:
                return False
            continue
        near, far = sorted((low / way, high / way))
        first, last = max(first, near), min(last, far)
    return first < last
