"""The matrix of a case: what may be obtained from whom, and passed on to whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedesk.domain.consent import Direction
from casedesk.domain.permission import Question, check

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from casedesk.domain.case import PartyId
    from casedesk.domain.data_category import CategoryId
    from casedesk.domain.permission import Finding, Permissions

WAYS = (Direction.OBTAIN, Direction.PASS_ON)
"""The two marks of a cell, in this order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What holds for one somebody and one kind of information, both ways."""

    party_id: PartyId
    category: CategoryId
    obtain: Finding
    pass_on: Finding

    def finding(self, direction: Direction) -> Finding:
        """Return what holds for one way."""
        return self.obtain if direction is Direction.OBTAIN else self.pass_on


Matrix = dict["PartyId", tuple[Cell, ...]]


def matrix(
    parties: Iterable[PartyId],
    categories: Iterable[CategoryId],
    day: date,
    permissions: Permissions,
) -> Matrix:
    """Answer for everybody and every kind of information at once."""
    asked = tuple(categories)
    return {party_id: _row(party_id, asked, day, permissions) for party_id in parties}


def _row(
    party_id: PartyId,
    categories: tuple[CategoryId, ...],
    day: date,
    permissions: Permissions,
) -> tuple[Cell, ...]:
    obtain, pass_on = (
        check(
            Question(party_id=party_id, direction=way, categories=categories, day=day),
            permissions,
        ).findings
        for way in WAYS
    )
    return tuple(
        Cell(party_id=party_id, category=category, obtain=one, pass_on=other)
        for category, one, other in zip(categories, obtain, pass_on, strict=True)
    )
