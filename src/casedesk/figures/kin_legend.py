"""The legend of a genogram: what its signs and lines mean."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import ceil
from typing import TYPE_CHECKING

from casedesk.domain.kinship import (
    Birth,
    BondKind,
    DescentKind,
    Sex,
    UnionKind,
)
from casedesk.figures import kin_signs, lettering, shapes
from casedesk.figures.bond_lines import along
from casedesk.figures.figure import Anchor, Circle, Ink, Line, Polygon, Stroke, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from casedesk.domain.kinship import Family
    from casedesk.figures.figure import Point, Shape

_COLUMN, _ROW, _SAMPLE = 15.0, 1.9, 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendWords:
    """The words of the legend."""

    choices: Mapping[tuple[type[StrEnum], StrEnum], str]
    index: str
    dead: str
    household: str


def legend_height(family: Family, width: float, size: float) -> float:
    """Return how much room the legend takes."""
    columns = _columns(width, size)
    return (ceil(len(_used(family)) / columns) * _ROW + 1) * size


def legend(
    family: Family, words: LegendWords, corner: Point, width: float, size: float
) -> Iterator[Shape]:
    """Yield what is used in this family, and nothing else."""
    columns = _columns(width, size)
    for number, key in enumerate(_used(family)):
        left = corner[0] + number % columns * _COLUMN * size
        y = corner[1] + (number // columns * _ROW + 0.8) * size
        yield from _sample(key, (left, y), size)
        text = _named(key, words)
        room = (_COLUMN - _SAMPLE - 1) * size
        at = (left + _SAMPLE * size, y + 0.35 * size)
        text = lettering.elided(text, size, room)
        yield Text(at=at, text=text, size=size, anchor=Anchor.START, room=room)


def _columns(width: float, size: float) -> int:
    return max(int((width - size) / (_COLUMN * size)), 1)


def _used(family: Family) -> list[StrEnum | str]:
    people = family.relatives
    found: list[StrEnum | str] = [
        sex
        for sex in (Sex.MALE, Sex.FEMALE, Sex.OTHER)
        if any(r.sex is sex for r in people)
    ]
    found += ["index"] if any(r.is_index for r in people) else []
    found += ["dead"] if any(r.has_died for r in people) else []
    lost = (Birth.STILLBIRTH, Birth.MISCARRIAGE)
    found += [birth for birth in lost if any(r.birth is birth for r in people)]
    found += [kind for kind in UnionKind if any(u.kind is kind for u in family.unions)]
    brought = (DescentKind.ADOPTED, DescentKind.FOSTER)
    found += [k for k in brought if any(d.kind is k for d in family.descents)]
    found += [kind for kind in BondKind if any(b.kind is kind for b in family.bonds)]
    found += ["household"] if any(r.in_household for r in people) else []
    return found


def _named(key: StrEnum | str, words: LegendWords) -> str:
    if isinstance(key, StrEnum):
        return words.choices[type(key), key]
    return {"index": words.index, "dead": words.dead, "household": words.household}[key]


def _sample(key: StrEnum | str, at: Point, size: float) -> Iterator[Shape]:
    x, y = at
    middle, radius = (x + 1.5 * size, y), 0.62 * size
    ends = ((x, y), (x + 3 * size, y))
    if isinstance(key, Sex):
        yield kin_signs.sex_sign(key, middle, radius)
    elif isinstance(key, Birth):
        yield from _birth(key, middle, radius)
    elif isinstance(key, UnionKind):
        yield from _union(key, ends, size)
    elif isinstance(key, DescentKind):
        stroke = Stroke.DASHED if key is DescentKind.ADOPTED else Stroke.DOTTED
        yield Line(points=ends, stroke=stroke, width=1.2)
    elif isinstance(key, BondKind):
        steps = [shapes.along(*ends, step / 8) for step in range(9)]
        yield from along(key, steps, 0.7 * size)
    else:
        yield from _word_sample(key, middle, radius, ends)


def _birth(birth: Birth, middle: Point, radius: float) -> Iterator[Shape]:
    if birth is Birth.MISCARRIAGE:
        yield Circle(centre=middle, radius=0.5 * radius, fill=Ink.TEXT)
        return
    yield shapes.diamond(middle, 0.9 * radius)
    yield from kin_signs.cross(Sex.OTHER, middle, 0.8 * radius)


def _union(kind: UnionKind, ends: tuple[Point, Point], size: float) -> Iterator[Line]:
    is_loose = kind is UnionKind.PARTNERS
    yield Line(
        points=ends, width=1.4, stroke=Stroke.DASHED if is_loose else Stroke.SOLID
    )
    slashes = {UnionKind.SEPARATED: 1, UnionKind.DIVORCED: 2}.get(kind, 0)
    x, y = shapes.along(*ends, 0.5)
    for number in range(slashes):
        at = x + (number - 0.5) * 0.6 * size
        points = ((at - 0.3 * size, y + 0.6 * size), (at + 0.3 * size, y - 0.6 * size))
        yield Line(points=points, width=1.6)


def _word_sample(
    key: str, middle: Point, radius: float, ends: tuple[Point, Point]
) -> Iterator[Shape]:
    if key == "household":
        (left, y), (right, _y) = ends
        corners = ((left, y - radius), (right, y - radius))
        points = (*corners, (right, y + radius), (left, y + radius))
        yield Polygon(points=points, ink=Ink.ACCENT, width=1.3, stroke=Stroke.DOTTED)
        return
    yield shapes.square(middle, 0.92 * radius)
    if key == "index":
        yield shapes.square(middle, 0.6 * radius)
    else:
        yield from kin_signs.cross(Sex.MALE, middle, radius)
