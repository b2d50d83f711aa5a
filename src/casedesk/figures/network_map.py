"""The network map: the client in the middle, the ties as lines of different kinds."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot
from typing import TYPE_CHECKING, Any

from casedesk.domain.tie import Flow, Quality
from casedesk.figures import lettering, shapes
from casedesk.figures.figure import (
    Anchor,
    Circle,
    Figure,
    Ink,
    Line,
    Mark,
    Polygon,
    Stroke,
    Text,
)
from casedesk.figures.map_layout import (
    LINE_HEIGHT,
    RADIUS,
    SECTORS,
    laid_out,
    node_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from casedesk.domain.tie import Sector, Tie, TieId
    from casedesk.figures.figure import Point, Shape
    from casedesk.figures.map_layout import Ground, Placed

_DISC = 0.14  # of the half width: the client
_LEGEND_ROW = 1.7
_COLUMNS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class MapWords:
    """Everything written on a map, in the language of window or paper."""

    title: str
    client: str
    names: Mapping[TieId, str]
    spoken: Mapping[TieId, str]
    """For each tie all that the map says about it."""
    sectors: Mapping[Sector, str]
    qualities: Mapping[Quality, str]
    person: str
    organisation: str
    deputy: str
    summary: str = ""
    notes: Mapping[TieId, str] | None = None
    """What stands beneath a name, such as how it was on an earlier map."""
    gone: frozenset[TieId] = frozenset()
    """Who is drawn only because they were on an earlier map."""


def network_map(
    ties: Sequence[Tie], words: MapWords, *, width: float, size: float
) -> Figure:
    """Draw the ties around the client; the map is larger than asked if it must."""
    notes = words.notes or {}
    nodes = [node_of(t, words.names[t.id], notes.get(t.id, "")) for t in ties]
    ground, placed = laid_out(nodes, width, size)
    by_id = {tie.id: tie for tie in ties}
    drawn: list[Shape] = [*_ground(ground, words, size)]
    for each in placed:
        tie = by_id[each.node.id]  # type: ignore[index]  # nodes carry the ties' ids
        drawn += _tie(tie, each.at, ground, size)
    drawn += _client(ground, words.client, size)
    for each in placed:
        tie = by_id[each.node.id]  # type: ignore[index]
        drawn += _somebody(tie, each, size, is_gone=tie.id in words.gone)
    wide = 2 * (ground.half_width + size)
    bottom = 2 * ground.half_height + 5.4 * size
    drawn += _legend(words, wide, bottom, size)
    return Figure(
        width=wide,
        height=bottom + 2 * _LEGEND_ROW * size,
        shapes=tuple(drawn),
        marks=tuple(
            Mark(id=each.node.id, box=each.box, words=words.spoken[each.node.id])  # type: ignore[index]
            for each in placed
        ),
        title=words.title,
        description=words.summary,
    )


def moved_to(
    ties: Sequence[Tie],
    names: Mapping[TieId, str],
    tie_id: TieId,
    by: Point,
    *,
    width: float,
    size: float,
) -> dict[str, Any]:  # of the types that the fields of a tie have
    """Return what a tie becomes if its sign is moved: sector, ring and place."""
    nodes = [node_of(tie, names[tie.id]) for tie in ties]
    ground, placed = laid_out(nodes, width, size)
    [at] = [each.at for each in placed if each.node.id == tie_id]
    cell = ground.cell_at((at[0] + by[0], at[1] + by[1]))
    sector, closeness, angle, reach = cell
    return {
        "sector": sector,
        "closeness": closeness,
        "angle": angle,
        "reach": reach,
    }


def _ground(ground: Ground, words: MapWords, size: float) -> Iterator[Shape]:
    wide, high = 2 * ground.half_width, 2 * ground.half_height
    for share in reversed(ground.rings[1:]):
        yield shapes.oval(ground.centre, wide * share, high * share)
    for turn in ground.bounds[:-1]:
        ends = (ground.at(turn, ground.rings[0]), ground.at(turn, 1))
        yield Line(points=ends, ink=Ink.LINE, width=1, stroke=Stroke.DASHED)
    left, right = 0.4 * size, wide + 1.6 * size
    top, bottom = 1.3 * size, high + 4.6 * size
    corners = (
        ((left, top), Anchor.START),
        ((right, top), Anchor.END),
        ((right, bottom), Anchor.END),
        ((left, bottom), Anchor.START),
    )
    for sector, (at, anchor) in zip(SECTORS, corners, strict=True):
        text = words.sectors[sector]
        yield Text(
            at=at,
            text=text,
            size=1.1 * size,
            anchor=anchor,
            ink=Ink.MUTED,
            is_bold=True,
        )


def _client(ground: Ground, name: str, size: float) -> Iterator[Shape]:
    wide, high = 2 * _DISC * ground.half_width, 2 * _DISC * ground.half_height
    yield shapes.oval(ground.centre, wide, high, ink=Ink.TEXT, fill=Ink.GROUND)
    lines = lettering.wrapped(name, size, 0.9 * wide, 2)
    x, y = ground.centre
    first = y - (LINE_HEIGHT * len(lines) / 2 - 0.9) * size
    for row, line in enumerate(lines):
        at = (x, first + row * LINE_HEIGHT * size)
        yield Text(at=at, text=line, size=size, is_bold=True, room=0.9 * wide)


def _tie(tie: Tie, at: Point, ground: Ground, size: float) -> Iterator[Shape]:
    x, y = ground.centre
    turn, _share = ground.polar(at)
    start = ground.at(turn, _DISC)
    length = max(hypot(at[0] - x, at[1] - y), 1)
    end = shapes.along((x, y), at, 1 - 1.15 * RADIUS * size / length)
    yield from tie_line(start, end, tie.quality, tie.flow, size)


def tie_line(
    start: Point, end: Point, quality: Quality, flow: Flow, size: float
) -> Iterator[Shape]:
    """Yield the line that says how a tie is."""
    to_client = flow in (Flow.BOTH, Flow.TO_CLIENT)
    from_client = flow in (Flow.BOTH, Flow.FROM_CLIENT)
    if quality is Quality.BROKEN:
        yield Line(points=(start, end), ink=Ink.MUTED, width=1, stroke=Stroke.DASHED)
        yield from _cut(start, end, size)
        return
    points: tuple[Point, ...] = (start, end)
    if quality is Quality.BURDENING:
        points = _toothed(start, end, size)
    yield Line(
        points=points,
        ink={
            Quality.SUPPORTING: Ink.ACCENT,
            Quality.NEUTRAL: Ink.TEXT,
            Quality.BURDENING: Ink.DANGER,
        }[quality],
        width=2.6 if quality is Quality.SUPPORTING else 1.1,
        starts_with_arrow=to_client,
        ends_with_arrow=from_client,
    )


def _toothed(start: Point, end: Point, size: float) -> tuple[Point, ...]:
    """Return a line with teeth, straight at both ends so that an arrow fits."""
    length = hypot(end[0] - start[0], end[1] - start[1])
    straight = min(0.9 * size / max(length, 1e-6), 0.3)
    inner = shapes.along(start, end, straight), shapes.along(start, end, 1 - straight)
    teeth = shapes.zigzag(*inner, step=0.55 * size, swing=0.32 * size)
    return (start, *teeth, end)


def _cut(start: Point, end: Point, size: float) -> Iterator[Shape]:
    for side in (-0.18, 0.18):
        length = max(hypot(end[0] - start[0], end[1] - start[1]), 1e-6)
        middle = shapes.along(start, end, 0.5 + side * size / length)
        one = shapes.aside(middle, end, 0.5 * size)[0]
        other = shapes.aside(middle, end, -0.5 * size)[0]
        yield Line(points=(one, other), ink=Ink.TEXT, width=1.4)


def _somebody(
    tie: Tie, placed: Placed, size: float, *, is_gone: bool
) -> Iterator[Shape]:
    yield from _sign(tie, placed.at, RADIUS * size, is_gone=is_gone)
    x, y = placed.at
    top = y + (RADIUS + 0.25) * size
    if placed.box.bottom < top:  # the words stand above
        top = placed.box.top
    room = placed.box.right - placed.box.left
    yield _behind(placed, top, size)
    for row, line in enumerate(placed.lines):
        at = (x, top + (row + 0.82) * LINE_HEIGHT * size)
        ink = Ink.MUTED if is_gone else Ink.TEXT
        yield Text(at=at, text=line, size=size, room=room, ink=ink)


def _sign(tie: Tie, at: Point, radius: float, *, is_gone: bool) -> Iterator[Shape]:
    stroke = Stroke.DOTTED if is_gone else Stroke.SOLID
    fill = Ink.TEXT if tie.deputises else Ink.GROUND
    if tie.is_organisation:
        half = 0.86 * radius
        corners = ((-half, -half), (half, -half), (half, half), (-half, half))
        points = tuple((at[0] + dx, at[1] + dy) for dx, dy in corners)
        yield Polygon(points=points, fill=fill, width=1.4, stroke=stroke)
    else:
        yield Circle(centre=at, radius=radius, fill=fill, width=1.4, stroke=stroke)


def _behind(placed: Placed, top: float, size: float) -> Polygon:
    """Return a clear ground for the words, so that no line runs through them."""
    box = placed.box
    inset = 0.2 * size
    bottom = top + len(placed.lines) * LINE_HEIGHT * size
    corners = (
        (box.left + inset, top),
        (box.right - inset, top),
        (box.right - inset, bottom),
        (box.left + inset, bottom),
    )
    return Polygon(points=corners, fill=Ink.GROUND, width=0)


def _legend(words: MapWords, width: float, top: float, size: float) -> Iterator[Shape]:
    column = width / _COLUMNS
    for number, quality in enumerate(Quality):
        left = number * column + 0.4 * size
        y = top + 0.6 * size
        yield from tie_line((left, y), (left + 3.4 * size, y), quality, Flow.NONE, size)
        yield _named(words.qualities[quality], (left + 4 * size, y), size, column)
    signs = ((False, False), (True, False), (False, True))
    named = (words.person, words.organisation, words.deputy)
    y = top + (_LEGEND_ROW + 0.6) * size
    for number, ((is_square, is_full), name) in enumerate(
        zip(signs, named, strict=True)
    ):
        left = number * column + 0.4 * size
        middle = (left + 1.7 * size, y)
        fill = Ink.TEXT if is_full else Ink.GROUND
        if is_square:
            yield shapes.square(middle, 0.5 * size)
        else:
            yield Circle(centre=middle, radius=0.58 * size, fill=fill, width=1.4)
        yield _named(name, (left + 4 * size, y), size, column)


def _named(text: str, at: Point, size: float, column: float) -> Text:
    room = column - 5 * size
    place = (at[0], at[1] + 0.35 * size)
    return Text(at=place, text=text, size=size, anchor=Anchor.START, room=room)
