"""What the Austrian care allowance pays for each stage, from a day on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NewType

from casedesk.domain.problems import RuleBroken

if TYPE_CHECKING:
    from collections.abc import Iterable

CareAllowanceId = NewType("CareAllowanceId", str)

STAGES = range(1, 8)


class NotSevenAmounts(RuleBroken):
    """There are seven stages, each with its amount."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CareAllowance:
    """The amounts of the seven stages in cents a month, with where they were read."""

    id: CareAllowanceId
    valid_from: date
    stage_amounts: tuple[int, ...] = ()
    source: str = ""


# Amounts of 2025 (reference 3.4). They change every year: a practice adds its own.
SHIPPED = CareAllowance(
    id=CareAllowanceId("2025"),
    valid_from=date(2025, 1, 1),
    stage_amounts=(20080, 37030, 57700, 86510, 117520, 164110, 215660),
    source="gaedke.co.at",
)


def check_allowance(allowance: CareAllowance) -> None:
    """Raise `NotSevenAmounts` unless each stage has its amount."""
    if len(allowance.stage_amounts) != len(STAGES):
        raise NotSevenAmounts


def amount_on(
    day: date, stage: int, tables: Iterable[CareAllowance]
) -> tuple[int, date] | None:
    """Return the cents a month of a stage on a day, and since when they apply."""
    begun = [table for table in tables if table.valid_from <= day]
    latest = max(begun, key=lambda each: (each.valid_from, each.id), default=None)
    if latest is None or stage not in STAGES:
        return None
    return latest.stage_amounts[stage - 1], latest.valid_from
