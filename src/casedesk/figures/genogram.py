"""The genogram: signs for people, lines for unions, descent and how they get on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedesk.domain.kinship import Birth
from casedesk.figures import kin_lines, kin_signs, lettering
from casedesk.figures.bond_lines import bond_line
from casedesk.figures.figure import Box, Figure, Ink, Mark, Polygon, Text
from casedesk.figures.household import household_line
from casedesk.figures.kin_layout import places
from casedesk.figures.kin_legend import legend, legend_height

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from casedesk.domain.kinship import Bond, Family, Relative, RelativeId
    from casedesk.figures.figure import Point, Shape
    from casedesk.figures.kin_legend import LegendWords

PITCH = 6.5  # from one person to the next, in sizes of the lettering
_ROW_AIR = 5.6  # between the words of one row and the signs of the next
_ROOM = 6.1
_RADIUS = 1.0
_SMALL = 0.55
_LINE_HEIGHT = 1.15
_MOST_LINES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class KinWords:
    """Everything written on a genogram, in the language of window or paper."""

    title: str
    labels: Mapping[RelativeId, tuple[str, str]]
    """For each relative the name, and the years beneath it."""
    spoken: Mapping[RelativeId, str]
    legend: LegendWords
    summary: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """Somebody in the picture: where the sign is, and what stands beneath it."""

    relative: Relative
    at: Point
    radius: float
    lines: tuple[str, ...]
    box: Box


def genogram(family: Family, words: KinWords, *, width: float, size: float) -> Figure:
    """Draw a family; the picture is as wide as the family needs."""
    stands = _stands(family, words, size)
    right = max((s.box.right for s in stands.values()), default=0) + size
    bottom = max((s.box.bottom for s in stands.values()), default=0) + size
    right = max(right, min(width, 40 * size))
    drawn: list[Shape] = [*household_line(list(stands.values()), size)]
    drawn += kin_lines.lines(family, stands, size)
    for stand in stands.values():
        drawn += kin_signs.sign(stand.relative, stand.at, stand.radius)
    for bond in family.bonds:  # beneath the words
        drawn += _bond(bond, stands, size)
    for stand in stands.values():
        drawn += _words(stand, size)
    drawn += legend(family, words.legend, (size, bottom + size), right, size)
    return Figure(
        width=right,
        height=bottom + size + legend_height(family, right, size),
        shapes=tuple(drawn),
        marks=tuple(
            Mark(id=who, box=stand.box, words=words.spoken[who])
            for who, stand in stands.items()
        ),
        title=words.title,
        description=words.summary,
    )


def _stands(family: Family, words: KinWords, size: float) -> dict[RelativeId, Stand]:
    places_of = places(family)
    known = {relative.id: relative for relative in family.relatives}
    lines = {who: _lines(*words.labels[who], size) for who in places_of}
    tops = _tops(places_of, lines, size)
    stands = {
        who: _stand(
            known[who],
            (
                (place + 0.5) * PITCH * size + size + known[who].shift_x * size,
                tops[row] + known[who].shift_y * size,
            ),
            lines[who],
            size,
        )
        for who, (place, row) in places_of.items()
    }
    return _inside(stands, size)


def _inside(stands: dict[RelativeId, Stand], size: float) -> dict[RelativeId, Stand]:
    """Move all so that nobody who was moved by hand is outside of the picture."""
    left = min((s.box.left for s in stands.values()), default=size)
    top = min((s.box.top for s in stands.values()), default=size)
    dx, dy = max(size - left, 0), max(size - top, 0)
    if not dx and not dy:
        return stands
    return {
        who: _stand(s.relative, (s.at[0] + dx, s.at[1] + dy), s.lines, size)
        for who, s in stands.items()
    }


def _tops(
    places_of: Mapping[RelativeId, tuple[float, int]],
    lines: Mapping[RelativeId, tuple[str, ...]],
    size: float,
) -> list[float]:
    """Return the height of each row; one with long names is higher."""
    count = max((row for _x, row in places_of.values()), default=-1) + 1
    most = [0] * count
    for who, (_x, row) in places_of.items():
        most[row] = max(most[row], len(lines[who]))
    tops, y = [], (_RADIUS + 2.2) * size
    for number in most:
        tops.append(y)
        y += (2 * _RADIUS + _LINE_HEIGHT * number + _ROW_AIR) * size
    return tops


def _lines(name: str, years: str, size: float) -> tuple[str, ...]:
    lines = lettering.wrapped(name, size, _ROOM * size, _MOST_LINES)
    return (*lines, years) if years else lines


def _stand(relative: Relative, at: Point, lines: tuple[str, ...], size: float) -> Stand:
    is_small = relative.birth is not Birth.BORN
    radius = (_SMALL if is_small else _RADIUS) * size
    wide = max([radius, *(lettering.width(line, size) / 2 for line in lines)])
    wide = min(wide, _ROOM / 2 * size)
    high = 0.35 * size + _LINE_HEIGHT * size * len(lines)
    return Stand(
        relative=relative,
        at=at,
        radius=radius,
        lines=lines,
        box=Box(
            left=at[0] - wide,
            top=at[1] - radius,
            right=at[0] + wide,
            bottom=at[1] + radius + high,
        ),
    )


def _words(stand: Stand, size: float) -> Iterator[Shape]:
    x, y = stand.at
    top = y + stand.radius + 0.35 * size
    box = stand.box
    corners = ((box.left, top), (box.right, top), (box.right, box.bottom))
    # No line runs through the words.
    yield Polygon(points=(*corners, (box.left, box.bottom)), fill=Ink.GROUND, width=0)
    for row, line in enumerate(stand.lines):
        at = (x, top + (row + 0.82) * _LINE_HEIGHT * size)
        is_bold = stand.relative.is_index and row == 0
        yield Text(at=at, text=line, size=size, room=_ROOM * size, is_bold=is_bold)


def _bond(
    bond: Bond, stands: Mapping[RelativeId, Stand], size: float
) -> Iterator[Shape]:
    one, other = stands.get(bond.first_id), stands.get(bond.second_id)
    if one is None or other is None:
        return
    yield from bond_line(
        bond.kind, (one.at, one.radius), (other.at, other.radius), size
    )
