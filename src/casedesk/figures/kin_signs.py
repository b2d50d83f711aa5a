"""The signs of a genogram: square, circle and diamond, with border or cross."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.kinship import Birth, Sex
from casedesk.figures import shapes
from casedesk.figures.figure import Circle, Ink, Line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedesk.domain.kinship import Relative
    from casedesk.figures.figure import Point, Shape


def sign(relative: Relative, at: Point, radius: float) -> Iterator[Shape]:
    """Yield the sign of somebody."""
    if relative.birth is Birth.MISCARRIAGE:
        yield Circle(centre=at, radius=0.7 * radius, fill=Ink.TEXT)
        return
    yield sex_sign(relative.sex, at, radius)
    if relative.is_index:  # a double border
        yield sex_sign(relative.sex, at, 0.74 * radius)
    if relative.has_died or relative.birth is Birth.STILLBIRTH:
        yield from cross(relative.sex, at, radius)


def sex_sign(sex: Sex, at: Point, radius: float) -> Shape:
    """Return square, circle or diamond."""
    if sex is Sex.MALE:
        return shapes.square(at, 0.92 * radius)
    if sex is Sex.FEMALE:
        return Circle(centre=at, radius=radius, fill=Ink.GROUND, width=1.4)
    return shapes.diamond(at, 1.15 * radius)


def cross(sex: Sex, at: Point, radius: float) -> Iterator[Line]:
    """Yield the X through the sign of somebody who has died."""
    reach = {Sex.MALE: 0.92, Sex.FEMALE: 0.71, Sex.OTHER: 0.57}[sex] * radius
    x, y = at
    for way in (-1, 1):
        ends = ((x - reach, y - way * reach), (x + reach, y + way * reach))
        yield Line(points=ends, width=1.2)
