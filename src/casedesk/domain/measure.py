"""Measures: what somebody does for a goal, who pays, and how far the approval is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

from casedesk.domain.benefit import Per
from casedesk.domain.problems import RuleBroken

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from casedesk.domain.case import CaseId, PartyId
    from casedesk.domain.goal import GoalId
    from casedesk.domain.review_rhythm import ReviewRhythm

MeasureId = NewType("MeasureId", str)


class Responsible(StrEnum):
    """Who sees to a measure; the client and the near come first."""

    CLIENT = "client"
    FAMILY = "family"
    VOLUNTEER = "volunteer"
    PROVIDER = "provider"
    CASE_MANAGER = "case_manager"


NEAR = (Responsible.CLIENT, Responsible.FAMILY, Responsible.VOLUNTEER)
"""Help by the client and the close network, which is looked for first."""


class MeasureState(StrEnum):
    """Where a measure stands."""

    PLANNED = "planned"
    REQUESTED = "requested"
    RUNNING = "running"
    DONE = "done"
    REFUSED = "refused"
    DROPPED = "dropped"


class Approval(StrEnum):
    """How far the approval of the payer is; derived from dates, never stored."""

    NOT_ASKED = "not_asked"
    ASKED = "asked"
    GRANTED = "granted"
    RUN_OUT = "run_out"
    REFUSED = "refused"
    APPEALED = "appealed"


class Chooser(StrEnum):
    """Who chose between the alternatives."""

    CLIENT = "client"
    REPRESENTATIVE = "representative"
    FAMILY = "family"
    JOINT = "joint"
    CASE_MANAGER = "case_manager"
    PAYER = "payer"


class MeasureEndsBeforeItBegins(RuleBroken):
    """The last day of a measure lies before its first."""


class ApprovalEndsBeforeItBegins(RuleBroken):
    """An approval ends before the day on which it was granted."""


class GoalServedTwice(RuleBroken):
    """A measure names its main goal among the further ones again."""


NO_LONGER_SERVES = (MeasureState.REFUSED, MeasureState.DROPPED)
BEGUN = (MeasureState.RUNNING, MeasureState.DONE)
UNDER_WAY = (MeasureState.PLANNED, MeasureState.REQUESTED, MeasureState.RUNNING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What somebody does for goals: who, with whom, from when to when, how often."""

    id: MeasureId
    case_id: CaseId
    goal_id: GoalId
    further_goal_ids: tuple[GoalId, ...] = ()
    """Goals beside the main one that it serves; some may have been removed."""
    position: int = 0
    what: str = ""
    responsible: Responsible = Responsible.CLIENT
    near_help: str = ""
    """What the client and the close network can do themselves, or why they cannot."""
    party_id: PartyId | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    frequency: str = ""
    payer: str = ""
    cost: str = ""
    cost_cents: int | None = None
    cost_per: Per = Per.ONCE
    asked_on: date | None = None
    granted_on: date | None = None
    granted_until: date | None = None
    refused_on: date | None = None
    appeal_until: date | None = None
    """The last day on which an appeal against the refusal can be filed."""
    appealed_on: date | None = None
    success_criterion: str = ""
    review_on: date | None = None
    state: MeasureState = MeasureState.PLANNED
    result: str = ""
    alternatives: str = ""
    chosen_by: Chooser | None = None
    choice_reason: str = ""
    plan_b: str = ""
    review_rhythm: ReviewRhythm | None = None
    """How often it is looked at, where the rhythm of the case does not do."""
    checked_on: date | None = None
    """The day of the last confirmed review that looked at it."""

    @property
    def is_pursued(self) -> bool:
        """Whether it was neither refused nor dropped."""
        return self.state not in NO_LONGER_SERVES

    @property
    def is_under_way(self) -> bool:
        """Whether it is planned or running, so that a review looks at it."""
        return self.state in UNDER_WAY

    @property
    def has_begun(self) -> bool:
        """Whether somebody has begun with it."""
        return self.state in BEGUN

    @property
    def goal_ids(self) -> tuple[GoalId, ...]:
        """All goals that it serves, the main one first."""
        return (self.goal_id, *self.further_goal_ids)

    def serves(self, goal_id: GoalId) -> bool:
        """Whether it is pursued for a goal."""
        return self.is_pursued and goal_id in self.goal_ids


def approval_on(measure: Measure, day: date) -> Approval:
    """Return how far the approval of the payer is on a day; what came last counts."""
    steps = (
        (measure.asked_on, Approval.ASKED),
        (measure.granted_on, Approval.GRANTED),
        (measure.refused_on, Approval.REFUSED),
        (measure.appealed_on, Approval.APPEALED),
    )
    happened = [
        (on, place, step)
        for place, (on, step) in enumerate(steps)
        if on is not None and on <= day
    ]
    if not happened:
        return Approval.NOT_ASKED
    _on, _place, latest = max(happened)
    until = measure.granted_until
    if latest is Approval.GRANTED and until is not None and until < day:
        return Approval.RUN_OUT
    return latest


def check_measure(measure: Measure) -> None:
    """Raise the `RuleBroken` that forbids a measure like this."""
    starts_on, ends_on = measure.starts_on, measure.ends_on
    if starts_on and ends_on and ends_on < starts_on:
        raise MeasureEndsBeforeItBegins
    granted_on, until = measure.granted_on, measure.granted_until
    if granted_on and until and until < granted_on:
        raise ApprovalEndsBeforeItBegins
    if measure.goal_id in measure.further_goal_ids:
        raise GoalServedTwice


def passes_over_the_near(measure: Measure, measures: Iterable[Measure]) -> bool:
    """Whether a provider was chosen and nobody has looked at the close network.

    It was looked at where words about it are written, or where the client or somebody
    close does something for the same goal.
    """
    if measure.responsible is not Responsible.PROVIDER or not measure.is_pursued:
        return False
    if measure.near_help.strip():
        return False
    return not any(
        each.responsible in NEAR and each.is_pursued
        for each in measures
        if set(each.goal_ids) & set(measure.goal_ids)
    )
