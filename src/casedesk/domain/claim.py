"""Applications to authorities and insurers: submitted, decided, objected to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

from casedesk.domain.deadline import Period, PeriodUnit
from casedesk.domain.problems import RuleBroken

if TYPE_CHECKING:
    from datetime import date

    from casedesk.domain.case import CaseId, PartyId
    from casedesk.domain.data_category import CategoryId
    from casedesk.domain.document import DocumentId
    from casedesk.domain.measure import MeasureId
    from casedesk.domain.permission import Channel

ClaimId = NewType("ClaimId", str)


class Outcome(StrEnum):
    """What was decided."""

    GRANTED = "granted"
    PARTLY = "partly"
    REFUSED = "refused"


class ClaimState(StrEnum):
    """How far an application has come. It follows from what is noted."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    GRANTED = "granted"
    PARTLY = "partly"
    REFUSED = "refused"
    APPEALED = "appealed"


class ClaimStep(StrEnum):
    """What comes next."""

    SUBMIT = "submit"
    HAND_IN = "hand_in"
    DECISION = "decision"
    SET_DEADLINE = "set_deadline"
    OBJECT = "object"
    APPEAL_DECISION = "appeal_decision"
    NOTHING = "nothing"


class ReceivedBeforeDecided(RuleBroken):
    """A decision cannot be received before its own day."""


class DecidedBeforeSubmitted(RuleBroken):
    """Nothing can be decided before it was applied for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """An application for one thing, from the first page to the last decision."""

    id: ClaimId
    case_id: CaseId
    party_id: PartyId | None = None
    measure_id: MeasureId | None = None
    what: str = ""
    reference_number: str = ""
    letter: str = ""
    """What the accompanying letter says."""
    enclosures: str = ""
    """What is handed in with it, one thing on a line."""
    categories: tuple[CategoryId, ...] = ()
    """The kinds of information in the letter and what is enclosed."""
    submitted_on: date | None = None
    channel: Channel | None = None
    document_id: DocumentId | None = None
    hand_in_until: date | None = None
    handed_in_on: date | None = None
    expected_on: date | None = None
    """By when a decision is expected; then it is asked after."""
    decided_on: date | None = None
    received_on: date | None = None
    outcome: Outcome | None = None
    decision: str = ""
    period_count: int | None = None
    period_unit: PeriodUnit = PeriodUnit.MONTHS
    region: str = ""
    """Where the holidays count, if elsewhere than at the practice."""
    appeal_until: date | None = None
    """The last day to object, as the user has looked it up."""
    no_appeal_on: date | None = None
    """When it was decided with the client not to object."""
    appealed_on: date | None = None
    appeal_reference: str = ""
    appeal_decided_on: date | None = None
    appeal_outcome: Outcome | None = None
    note: str = ""

    @property
    def period(self) -> Period | None:
        """The period to object, if one is noted."""
        if self.period_count is None:
            return None
        return Period(count=self.period_count, unit=self.period_unit)

    @property
    def may_be_objected(self) -> bool:
        """Whether a decision falls short, and nobody has said what to do about it."""
        falls_short = self.outcome in (Outcome.PARTLY, Outcome.REFUSED)
        return falls_short and self.appealed_on is None and self.no_appeal_on is None

    @property
    def state(self) -> ClaimState:
        """How far it has come."""
        if self.appealed_on is not None:
            decided = self.appeal_outcome
            return ClaimState.APPEALED if decided is None else ClaimState(decided.value)
        if self.outcome is not None:
            return ClaimState(self.outcome.value)
        return ClaimState.SUBMITTED if self.submitted_on else ClaimState.DRAFT

    def step(self) -> tuple[ClaimStep, date | None]:
        """Return what comes next, and by when if that is known."""
        if self.appealed_on is not None and self.appeal_outcome is None:
            return ClaimStep.APPEAL_DECISION, None
        if self.may_be_objected:
            if self.appeal_until is None:
                return ClaimStep.SET_DEADLINE, None
            return ClaimStep.OBJECT, self.appeal_until
        if self.outcome is not None:
            return ClaimStep.NOTHING, None
        if self.hand_in_until is not None and self.handed_in_on is None:
            return ClaimStep.HAND_IN, self.hand_in_until
        if self.submitted_on is None:
            return ClaimStep.SUBMIT, None
        return ClaimStep.DECISION, self.expected_on

    def is_overdue_on(self, day: date) -> bool:
        """Whether what comes next should have come by now."""
        step, due_on = self.step()
        if step is ClaimStep.SET_DEADLINE:
            return True  # a period may be running that nobody watches
        return due_on is not None and due_on < day


def check_claim(claim: Claim) -> None:
    """Raise what contradicts itself in the dates."""
    submitted, decided = claim.submitted_on, claim.decided_on
    if submitted and decided and decided < submitted:
        raise DecidedBeforeSubmitted
    received = claim.received_on
    if decided and received and received < decided:
        raise ReceivedBeforeDecided


def by_urgency(claim: Claim, day: date) -> tuple[bool, bool, str, str]:
    """Return by what a list is sorted: overdue, then what is due, then the closed."""
    step, due_on = claim.step()
    return (
        not claim.is_overdue_on(day),
        step is ClaimStep.NOTHING,
        "9" if due_on is None else due_on.isoformat(),
        claim.id,
    )
