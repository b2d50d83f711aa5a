"""Cost approvals: what a payer has granted, and how much of it is used."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, NewType

from casedesk.domain.account_use import SCARCE
from casedesk.domain.problems import RuleBroken

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from casedesk.domain.case import CaseId, PartyId
    from casedesk.domain.measure import MeasureId

CostApprovalId = NewType("CostApprovalId", str)

ENDS_SOON_DAYS = 30


class CostApprovalState(StrEnum):
    """Whether it can be used. It follows from its days."""

    COMING = "coming"
    RUNNING = "running"
    ENDS_SOON = "ends_soon"
    ENDED = "ended"


IN_USE = (CostApprovalState.RUNNING, CostApprovalState.ENDS_SOON)


class CostApprovalEndsBeforeItBegins(RuleBroken):
    """The last day of an approval lies before its first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CostApproval:
    """Hours or an amount that a payer has granted for a time."""

    id: CostApprovalId
    case_id: CaseId
    measure_id: MeasureId | None = None
    party_id: PartyId | None = None
    payer: str = ""
    """Who pays, where that is no party of the case."""
    what: str = ""
    number: str = ""
    approved_minutes: int | None = None
    approved_cents: int | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    counts_entries: bool = False
    """Whether the billable time of the record uses it up; else what is typed does."""
    used_minutes: int | None = None
    used_cents: int | None = None
    used_as_of: date | None = None
    settled_on: date | None = None
    """When it was settled or replaced; then nobody is reminded of it."""
    note: str = ""

    def state_on(self, day: date) -> CostApprovalState:
        """Return whether it can be used on a day, its last day included."""
        if self.starts_on is not None and day < self.starts_on:
            return CostApprovalState.COMING
        if self.ends_on is None:
            return CostApprovalState.RUNNING
        if self.ends_on < day:
            return CostApprovalState.ENDED
        is_soon = self.ends_on - day <= timedelta(days=ENDS_SOON_DAYS)
        return CostApprovalState.ENDS_SOON if is_soon else CostApprovalState.RUNNING


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """How much of an approval is used; what is not approved is nothing."""

    minutes: int | None
    cents: int | None
    approved_minutes: int | None
    approved_cents: int | None

    @property
    def share(self) -> Fraction | None:
        """The larger of both shares; nothing where nothing is approved."""
        shares = [
            Fraction(used or 0, approved)
            for used, approved in (
                (self.minutes, self.approved_minutes),
                (self.cents, self.approved_cents),
            )
            if approved
        ]
        return max(shares, default=None)

    @property
    def is_scarce(self) -> bool:
        """Whether four fifths or more are used."""
        return self.share is not None and self.share >= SCARCE

    @property
    def minutes_left(self) -> int | None:
        """The minutes left, below zero if too many were used."""
        if self.approved_minutes is None:
            return None
        return self.approved_minutes - (self.minutes or 0)

    @property
    def cents_left(self) -> int | None:
        """The cents left, below zero if too many were used."""
        if self.approved_cents is None:
            return None
        return self.approved_cents - (self.cents or 0)


def fitting(
    approvals: Iterable[CostApproval],
    party_id: PartyId | None,
    period: tuple[date, date],
) -> list[CostApproval]:
    """Return the approvals with a number on which work for a payer may rest.

    One that names its payer in words alone, or not at all, may be of this payer, too.
    """
    first, last = period
    return [
        each
        for each in approvals
        if each.number.strip()
        and each.settled_on is None
        and each.party_id in (None, party_id)
        and (each.starts_on is None or each.starts_on <= last)
        and (each.ends_on is None or first <= each.ends_on)
    ]


def use_of(approval: CostApproval, noted_minutes: int) -> Use:
    """Return how much is used; `noted_minutes` are those of the record in its time."""
    minutes = noted_minutes if approval.counts_entries else approval.used_minutes
    return Use(
        minutes=minutes,
        cents=approval.used_cents,
        approved_minutes=approval.approved_minutes,
        approved_cents=approval.approved_cents,
    )


def check_cost_approval(approval: CostApproval) -> None:
    """Raise `CostApprovalEndsBeforeItBegins` if the dates contradict each other."""
    starts_on, ends_on = approval.starts_on, approval.ends_on
    if starts_on and ends_on and ends_on < starts_on:
        raise CostApprovalEndsBeforeItBegins
