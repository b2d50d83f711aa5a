"""The care plan: goals in the client's words, and the measures that serve them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

from casedesk.domain.problems import RuleBroken

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from casedesk.domain.assessment import DomainEntry
    from casedesk.domain.case import CaseId, PartyId
    from casedesk.domain.life_domain import DomainKey
    from casedesk.domain.signing import SignerRole

PlanId = NewType("PlanId", str)
GoalId = NewType("GoalId", str)
MeasureId = NewType("MeasureId", str)


class GoalState(StrEnum):
    """Where a goal stands."""

    OPEN = "open"
    REACHED = "reached"
    PARTLY = "partly"
    NOT_REACHED = "not_reached"
    GIVEN_UP = "given_up"


class Responsible(StrEnum):
    """Who sees to a measure; the client and the near come first."""

    CLIENT = "client"
    FAMILY = "family"
    VOLUNTEER = "volunteer"
    PROVIDER = "provider"
    CASE_MANAGER = "case_manager"


class MeasureState(StrEnum):
    """Where a measure stands."""

    PLANNED = "planned"
    REQUESTED = "requested"
    RUNNING = "running"
    DONE = "done"
    REFUSED = "refused"
    DROPPED = "dropped"


class Agreement(StrEnum):
    """How the client agreed to the plan."""

    SIGNATURE = "signature"
    ON_SCREEN = "on_screen"
    ORAL = "oral"


class MeasureEndsBeforeItBegins(RuleBroken):
    """The last day of a measure lies before its first."""


class VersionNotAgreed(RuleBroken):
    """The plan is still being written; there is nothing to follow it yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """Something the client wants to reach."""

    id: GoalId
    case_id: CaseId
    position: int = 0
    life_domain: DomainKey | None = None
    wording: str = ""
    professional_wording: str = ""
    baseline: str = ""
    indicator: str = ""
    target_on: date | None = None
    importance: int | None = None
    progress: int | None = None
    state: GoalState = GoalState.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What somebody does for a goal: who, with whom, from when to when, how often."""

    id: MeasureId
    case_id: CaseId
    goal_id: GoalId
    position: int = 0
    what: str = ""
    responsible: Responsible = Responsible.CLIENT
    party_id: PartyId | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    frequency: str = ""
    payer: str = ""
    cost: str = ""
    review_on: date | None = None
    state: MeasureState = MeasureState.PLANNED
    result: str = ""


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


NO_LONGER_SERVES = (MeasureState.REFUSED, MeasureState.DROPPED)


def check_measure(measure: Measure) -> None:
    """Raise `MeasureEndsBeforeItBegins` if the dates contradict each other."""
    if measure.starts_on and measure.ends_on and measure.ends_on < measure.starts_on:
        raise MeasureEndsBeforeItBegins


def unanswered_needs(
    entries: Iterable[DomainEntry], goals: Iterable[Goal], measures: Iterable[Measure]
) -> list[DomainEntry]:
    """Return the pressing needs for whose domain no measure is planned or running."""
    serving = {m.goal_id for m in measures if m.state not in NO_LONGER_SERVES}
    answered = {
        goal.life_domain
        for goal in goals
        if goal.id in serving and goal.state is not GoalState.GIVEN_UP
    }
    return [e for e in entries if e.is_need and e.life_domain not in answered]
