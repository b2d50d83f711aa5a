"""Referrals and inquiries: who was asked for what, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

from casedesk.domain.problems import RuleBroken

if TYPE_CHECKING:
    from datetime import date

    from casedesk.domain.case import CaseId, PartyId
    from casedesk.domain.data_category import CategoryId
    from casedesk.domain.document import DocumentId
    from casedesk.domain.intake import Urgency
    from casedesk.domain.measure import MeasureId
    from casedesk.domain.permission import Channel

ReferralId = NewType("ReferralId", str)


class ReferralKind(StrEnum):
    """Whether somebody is to take something on, or is only asked about it."""

    REFERRAL = "referral"
    INQUIRY = "inquiry"


class ReferralState(StrEnum):
    """How far it has come. It follows from the dates and is never typed in."""

    DRAFT = "draft"
    SENT = "sent"
    ACCEPTED = "accepted"
    WAITING = "waiting"
    RUNNING = "running"
    DECLINED = "declined"
    ENDED = "ended"


class ReferralStep(StrEnum):
    """What comes next."""

    SEND = "send"
    ANSWER = "answer"
    APPOINTMENT = "appointment"
    ARRANGE = "arrange"
    BEGIN = "begin"
    REPLACE = "replace"
    NOTHING = "nothing"


class ReferralEndsBeforeItBegins(RuleBroken):
    """A service cannot end before it has begun."""


class AnsweredBeforeSent(RuleBroken):
    """An answer cannot have come before the letter went out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral:
    """One letter to somebody who is to help, with what followed from it."""

    id: ReferralId
    case_id: CaseId
    kind: ReferralKind = ReferralKind.REFERRAL
    party_id: PartyId | None = None
    measure_id: MeasureId | None = None
    subject: str = ""
    concern: str = ""
    findings: str = ""
    """No more than the other side needs for what is asked of it."""
    existing: str = ""
    """Who helps already."""
    request: str = ""
    urgency: Urgency | None = None
    categories: tuple[CategoryId, ...] = ()
    """The kinds of information that the letter holds, besides name and birth."""
    feedback_until: date | None = None
    sent_on: date | None = None
    channel: Channel | None = None
    document_id: DocumentId | None = None
    """The letter as it was given out last."""
    accepted_on: date | None = None
    declined_on: date | None = None
    decline_reason: str = ""
    waiting_since: date | None = None
    appointment_on: date | None = None
    appointment_note: str = ""
    started_on: date | None = None
    ended_on: date | None = None
    feedback_on: date | None = None
    feedback: str = ""
    note: str = ""

    @property
    def is_answered(self) -> bool:
        """Whether the other side has let hear from itself in any way."""
        answers = (
            self.accepted_on,
            self.declined_on,
            self.waiting_since,
            self.started_on,
            self.feedback_on,
        )
        return any(each is not None for each in answers)

    def state_on(self, day: date) -> ReferralState:
        """Return how far it has come on a day; what happened last counts."""
        happened = (
            (self.ended_on, ReferralState.ENDED),
            (self.declined_on, ReferralState.DECLINED),
            (self.started_on, ReferralState.RUNNING),
            (self.waiting_since, ReferralState.WAITING),
            (self.accepted_on, ReferralState.ACCEPTED),
            (self.feedback_on, self._when_told),
            (self.sent_on, ReferralState.SENT),
        )
        return next(
            (state for on, state in happened if on is not None and on <= day),
            ReferralState.DRAFT,
        )

    def is_overdue_on(self, day: date) -> bool:
        """Whether an answer was asked for by a day that has passed."""
        return (
            self.sent_on is not None
            and not self.is_answered
            and self.ended_on is None
            and self.feedback_until is not None
            and self.feedback_until < day
        )

    def next_on(self, day: date) -> tuple[ReferralStep, date | None]:
        """Return what comes next, and by when if that is known."""
        state = self.state_on(day)
        if state is ReferralState.DRAFT:
            return ReferralStep.SEND, None
        if state is ReferralState.SENT:
            return ReferralStep.ANSWER, self.feedback_until
        if state is ReferralState.DECLINED:
            return ReferralStep.REPLACE, None
        if state not in _TO_BEGIN:
            return ReferralStep.NOTHING, None
        if self.appointment_on is not None and self.appointment_on >= day:
            return ReferralStep.APPOINTMENT, self.appointment_on
        if self.started_on is not None or self.appointment_on is not None:
            return ReferralStep.BEGIN, self.started_on
        return ReferralStep.ARRANGE, None

    @property
    def _when_told(self) -> ReferralState:
        """An inquiry has done its work once it is answered; a referral goes on."""
        is_inquiry = self.kind is ReferralKind.INQUIRY
        return ReferralState.ENDED if is_inquiry else ReferralState.ACCEPTED


_TO_BEGIN = (ReferralState.ACCEPTED, ReferralState.WAITING)
CLOSED = (ReferralState.DECLINED, ReferralState.ENDED)


def check_referral(referral: Referral) -> None:
    """Raise what contradicts itself in the dates."""
    started, ended = referral.started_on, referral.ended_on
    if started and ended and ended < started:
        raise ReferralEndsBeforeItBegins
    answers = (referral.accepted_on, referral.declined_on, referral.feedback_on)
    sent = referral.sent_on
    if sent and any(each is not None and each < sent for each in answers):
        raise AnsweredBeforeSent


def by_urgency(referral: Referral, day: date) -> tuple[bool, bool, str, str]:
    """Return by what a list is sorted: overdue, then what is due, then the closed."""
    _, due_on = referral.next_on(day)
    return (
        not referral.is_overdue_on(day),
        referral.state_on(day) in CLOSED,
        "9" if due_on is None else due_on.isoformat(),
        referral.id,
    )
