"""The care plan: the versions of what is agreed around goals and measures."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

from casedesk.domain.problems import RuleBroken

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from casedesk.domain.assessment import DomainEntry
    from casedesk.domain.case import CaseId
    from casedesk.domain.goal import Goal
    from casedesk.domain.measure import Measure
    from casedesk.domain.signing import SignerRole

PlanId = NewType("PlanId", str)


class Agreement(StrEnum):
    """How the client agreed to the plan."""

    SIGNATURE = "signature"
    ON_SCREEN = "on_screen"
    ORAL = "oral"


class VersionNotAgreed(RuleBroken):
    """The plan is still being written; there is nothing to follow it yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One version of the agreement around the goals."""

    id: PlanId
    case_id: CaseId
    version: int = 1
    valid_from: date | None = None
    next_review_on: date | None = None
    participants: str = ""
    situation: str = ""
    crisis_plan: str = ""
    not_covered: str = ""
    client_tasks: str = ""
    dissent: str = ""
    agreed_on: date | None = None
    agreed_by: Agreement = Agreement.SIGNATURE
    agreement_note: str = ""
    agreed_with: tuple[SignerRole, ...] = ()
    """Who agreed: the client, or who represents the client."""
    oral_reason: str = ""
    """Why it was agreed orally and not signed."""
    profile: str = "free"
    """Which contents it has to have: a profile by law, or none."""
    profile_version: str = ""
    """As of when the profile was, set when the version was agreed."""


def unanswered_needs(
    entries: Iterable[DomainEntry], goals: Iterable[Goal], measures: Iterable[Measure]
) -> list[DomainEntry]:
    """Return the pressing needs for whose domain no measure is planned or running."""
    serving = {key for m in measures if m.is_pursued for key in m.goal_ids}
    answered = {
        key
        for goal in goals
        if goal.id in serving and not goal.is_given_up
        for key in goal.domains
    }
    return [e for e in entries if e.is_need and e.life_domain not in answered]
