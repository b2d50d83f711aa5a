"""Closing a case: why, what is still open, who goes on, and how long it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

from casedesk.domain.dates import add_months
from casedesk.domain.problems import RuleBroken

if TYPE_CHECKING:
    from datetime import date

    from casedesk.domain.case import CaseId
    from casedesk.domain.retention import RetentionRule

ClosureId = NewType("ClosureId", str)


class ClosingReason(StrEnum):
    """Why a case is closed (reference 5.5)."""

    GOALS_REACHED = "goals_reached"
    GOALS_PARTLY = "goals_partly"
    NEED_GONE = "need_gone"
    CLIENT_ENDED = "client_ended"
    PAYER_ENDED = "payer_ended"
    HANDED_OVER = "handed_over"
    MOVED = "moved"
    INSTITUTION = "institution"
    DECEASED = "deceased"
    CONTACT_LOST = "contact_lost"
    NOT_INDICATED = "not_indicated"
    CONFLICT_OF_INTEREST = "conflict_of_interest"
    OTHER = "other"


class FollowUp(StrEnum):
    """When the client is asked once more how it goes."""

    NONE = "none"
    THREE_MONTHS = "three_months"
    SIX_MONTHS = "six_months"
    TWELVE_MONTHS = "twelve_months"


FOLLOW_UP_MONTHS = {
    FollowUp.THREE_MONTHS: 3,
    FollowUp.SIX_MONTHS: 6,
    FollowUp.TWELVE_MONTHS: 12,
}


class ClosingPoint(StrEnum):
    """What is looked at before a case is closed."""

    NO_REASON = "no_reason"
    NO_TALK = "no_talk"
    NO_AFTERCARE = "no_aftercare"
    NO_FOLLOW_UP = "no_follow_up"
    NO_RETENTION = "no_retention"
    NO_EVALUATION = "no_evaluation"
    OPEN_REVIEW = "open_review"
    OPEN_TASK = "open_task"
    ENDLESS_MEASURE = "endless_measure"
    UNSIGNED = "unsigned"
    DECLARATION_IN_FORCE = "declaration_in_force"
    NOBODY_TOLD = "nobody_told"
    ORIGINAL_OUT = "original_out"
    OPEN_RISK = "open_risk"
    UNBILLED = "unbilled"
    OPEN_CLAIM = "open_claim"
    OPEN_REFERRAL = "open_referral"
    OPEN_APPROVAL = "open_approval"
    OPEN_CONFERENCE = "open_conference"


NEEDED = (
    ClosingPoint.NO_REASON,
    ClosingPoint.NO_TALK,
    ClosingPoint.NO_AFTERCARE,
    ClosingPoint.NO_FOLLOW_UP,
    ClosingPoint.NO_RETENTION,
)
"""Without these a case is not closed; all others may be left open with a reason."""


class ClosureStays(RuleBroken):
    """What was noted at the closing never changes."""


class ClosingPointsOpen(RuleBroken):
    """Something is missing, or open and nothing says why it may be."""


class CaseClosed(RuleBroken):
    """A closed case is only read."""


class CaseNotClosed(RuleBroken):
    """Only a closed case is opened again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Closure:
    """How one case is closed; once it is, this stays as it was written."""

    id: ClosureId
    case_id: CaseId
    reason: ClosingReason | None = None
    reason_words: str = ""
    talk_on: date | None = None
    no_talk_reason: str = ""
    aftercare: str = ""
    """Who coordinates from now on, and which help goes on."""
    returned: str = ""
    """Which documents were given back or handed over, to whom."""
    told: str = ""
    """Who was told that declarations ended, and that the case is closed."""
    follow_up: FollowUp | None = None
    retention: RetentionRule | None = None
    left_open: str = ""
    """Why the points that are open may stay open."""
    closed_on: date | None = None
    keep_until: date | None = None

    @property
    def is_done(self) -> bool:
        """Whether the case was closed with it."""
        return self.closed_on is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingFacts:
    """What a case holds at the moment in which it is to be closed; ids of records."""

    open_tasks: tuple[str, ...] = ()
    endless_measures: tuple[str, ...] = ()
    unsigned: tuple[str, ...] = ()
    in_force: tuple[str, ...] = ()
    originals_out: tuple[str, ...] = ()
    open_risks: tuple[str, ...] = ()
    open_reviews: tuple[str, ...] = ()
    is_evaluated: bool = False
    signed: tuple[str, ...] = ()
    """Declarations that were signed, whose recipients are to be told."""
    unbilled: tuple[str, ...] = ()
    """Entries in no time sheet, and sheets on no invoice."""
    open_claims: tuple[str, ...] = ()
    """Applications that wait for a step, such as an objection."""
    open_referrals: tuple[str, ...] = ()
    open_approvals: tuple[str, ...] = ()
    open_conferences: tuple[str, ...] = ()
    """Conferences to come, and those without issued minutes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPoint:
    """A point that is open, with the records it is about."""

    point: ClosingPoint
    subject_ids: tuple[str, ...] = ()


def open_points(closure: Closure, facts: ClosingFacts) -> list[OpenPoint]:
    """Return what is open before a case is closed, what is needed first."""
    has_talk = closure.talk_on is not None or bool(closure.no_talk_reason.strip())
    is_told = bool(closure.told.strip()) or not facts.signed
    missing = {
        ClosingPoint.NO_REASON: closure.reason is None,
        ClosingPoint.NO_TALK: not has_talk,
        ClosingPoint.NO_AFTERCARE: not closure.aftercare.strip(),
        ClosingPoint.NO_FOLLOW_UP: closure.follow_up is None,
        ClosingPoint.NO_RETENTION: closure.retention is None,
        ClosingPoint.NO_EVALUATION: not facts.is_evaluated,
    }
    about = {
        ClosingPoint.OPEN_REVIEW: facts.open_reviews,
        ClosingPoint.OPEN_TASK: facts.open_tasks,
        ClosingPoint.ENDLESS_MEASURE: facts.endless_measures,
        ClosingPoint.UNSIGNED: facts.unsigned,
        ClosingPoint.DECLARATION_IN_FORCE: facts.in_force,
        ClosingPoint.NOBODY_TOLD: () if is_told else facts.signed,
        ClosingPoint.ORIGINAL_OUT: facts.originals_out,
        ClosingPoint.OPEN_RISK: facts.open_risks,
        ClosingPoint.UNBILLED: facts.unbilled,
        ClosingPoint.OPEN_CLAIM: facts.open_claims,
        ClosingPoint.OPEN_REFERRAL: facts.open_referrals,
        ClosingPoint.OPEN_APPROVAL: facts.open_approvals,
        ClosingPoint.OPEN_CONFERENCE: facts.open_conferences,
    }
    return [
        OpenPoint(point=point, subject_ids=about.get(point, ()))
        for point in ClosingPoint
        if missing.get(point) or about.get(point)
    ]


def may_close(closure: Closure, found: list[OpenPoint]) -> bool:
    """Whether nothing needed is missing, and what is open has a reason to be so."""
    points = [each.point for each in found]
    if any(point in NEEDED for point in points):
        return False
    return not points or bool(closure.left_open.strip())


def follow_up_on(closure: Closure, closed_on: date) -> date | None:
    """Return when the client is asked once more, if it was agreed."""
    if closure.follow_up is None or closure.follow_up is FollowUp.NONE:
        return None
    return add_months(closed_on, FOLLOW_UP_MONTHS[closure.follow_up])
