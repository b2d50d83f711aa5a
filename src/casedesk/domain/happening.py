"""Happenings: everything that is told in the record of a case, in one stream."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from casedesk.domain.entry import EntryKind

if TYPE_CHECKING:
    from datetime import date, time

    from casedesk.domain.case import PartyId
    from casedesk.domain.life_domain import DomainKey
    from casedesk.domain.phase import Phase


class Event(StrEnum):
    """What comes into the record by itself. A new kind has a part in the store, too."""

    ADDENDUM = "addendum"
    PHASE_BEGUN = "phase_begun"
    PHASE_FINISHED = "phase_finished"
    INTAKE_DECIDED = "intake_decided"
    INFORMED = "informed"
    CONSENT_EXPLAINED = "consent_explained"
    CONSENT_SIGNED = "consent_signed"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    PAPER_ISSUED = "paper_issued"
    PAPER_HANDED = "paper_handed"
    PAPER_RECEIVED = "paper_received"
    DISCLOSED = "disclosed"
    ASSESSED = "assessed"
    REVIEWED = "reviewed"
    EVALUATED = "evaluated"
    RISK_NOTED = "risk_noted"
    RISK_ENDED = "risk_ended"
    PLAN_AGREED = "plan_agreed"
    GOAL_ACCEPTED = "goal_accepted"
    GOAL_ENDED = "goal_ended"
    GOAL_RATED = "goal_rated"
    GOAL_REVIEWED = "goal_reviewed"
    GOAL_PROGRESS = "goal_progress"
    MEASURE_CHANGED = "measure_changed"
    APPROVAL_ASKED = "approval_asked"
    APPROVAL_GRANTED = "approval_granted"
    APPROVAL_REFUSED = "approval_refused"
    APPROVAL_APPEALED = "approval_appealed"
    REFERRAL_SENT = "referral_sent"
    REFERRAL_ACCEPTED = "referral_accepted"
    REFERRAL_DECLINED = "referral_declined"
    REFERRAL_STARTED = "referral_started"
    REFERRAL_ANSWERED = "referral_answered"
    REFERRAL_ENDED = "referral_ended"
    CLAIM_SUBMITTED = "claim_submitted"
    CLAIM_DECIDED = "claim_decided"
    CLAIM_APPEALED = "claim_appealed"
    TASK_DONE = "task_done"
    CONFERENCE_HELD = "conference_held"
    CONFERENCE_CANCELLED = "conference_cancelled"


Kind: TypeAlias = EntryKind | Event

CONTACTS: frozenset[Kind] = frozenset(
    {
        EntryKind.VISIT,
        EntryKind.PHONE,
        EntryKind.VIDEO,
        EntryKind.MAIL,
        EntryKind.LETTER,
        EntryKind.MEETING,
        EntryKind.ATTEMPT,
    }
)


class Topic(StrEnum):
    """Kinds of happenings that are looked for together."""

    CONTACTS = "contacts"
    NOTES = "notes"
    PHASES = "phases"
    CONSENTS = "consents"
    PAPERS = "papers"
    DISCLOSURES = "disclosures"
    PLAN = "plan"
    PROVISION = "provision"
    TASKS = "tasks"


TOPICS: dict[Topic, frozenset[Kind]] = {
    Topic.CONTACTS: CONTACTS | {Event.CONFERENCE_HELD, Event.CONFERENCE_CANCELLED},
    Topic.NOTES: frozenset(
        {EntryKind.NOTE, Event.ADDENDUM, Event.RISK_NOTED, Event.RISK_ENDED}
    ),
    Topic.PHASES: frozenset(
        {
            Event.PHASE_BEGUN,
            Event.PHASE_FINISHED,
            Event.INTAKE_DECIDED,
            Event.ASSESSED,
            Event.REVIEWED,
            Event.EVALUATED,
        }
    ),
    Topic.CONSENTS: frozenset(
        {
            Event.INFORMED,
            Event.CONSENT_EXPLAINED,
            Event.CONSENT_SIGNED,
            Event.CONSENT_WITHDRAWN,
        }
    ),
    Topic.PAPERS: frozenset(
        {Event.PAPER_ISSUED, Event.PAPER_HANDED, Event.PAPER_RECEIVED}
    ),
    Topic.DISCLOSURES: frozenset({Event.DISCLOSED}),
    Topic.PLAN: frozenset(
        {
            Event.PLAN_AGREED,
            Event.GOAL_ACCEPTED,
            Event.GOAL_ENDED,
            Event.GOAL_RATED,
            Event.GOAL_REVIEWED,
            Event.GOAL_PROGRESS,
            Event.MEASURE_CHANGED,
        }
    ),
    Topic.PROVISION: frozenset(
        {
            Event.REFERRAL_SENT,
            Event.REFERRAL_ACCEPTED,
            Event.REFERRAL_DECLINED,
            Event.REFERRAL_STARTED,
            Event.REFERRAL_ANSWERED,
            Event.REFERRAL_ENDED,
            Event.CLAIM_SUBMITTED,
            Event.CLAIM_DECIDED,
            Event.CLAIM_APPEALED,
            Event.APPROVAL_ASKED,
            Event.APPROVAL_GRANTED,
            Event.APPROVAL_REFUSED,
            Event.APPROVAL_APPEALED,
        }
    ),
    Topic.TASKS: frozenset({Event.TASK_DONE}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One line of the stream: what it was, when, and which record tells more.

    `code` is what the store knows of it, such as a state, `became` what that turned
    into; `words` are the user's own.
    `letters` says how long the text of an entry is, without reading it.
    """

    kind: Kind
    day: date
    at: time | None = None
    noun: str
    subject_id: str
    code: str = ""
    became: str = ""
    words: str = ""
    letters: int = 0
    key: str

    @property
    def is_entry(self) -> bool:
        """Whether it was written, and did not come by itself."""
        return isinstance(self.kind, EntryKind)

    @property
    def mark(self) -> Mark:
        """Where it stands in the stream; of one day, what has no time comes last."""
        clock = "" if self.at is None else f"T{self.at:%H:%M}"
        return Mark(f"{self.day.isoformat()}{clock}", self.key)


class Mark(NamedTuple):
    """A place in the stream; what is older is less."""

    moment: str
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """What of the stream is looked for; whatever is left open is not asked."""

    kinds: frozenset[Kind] = frozenset()
    party_id: PartyId | None = None
    life_domain: DomainKey | None = None
    phase: Phase | None = None
    since: date | None = None
    until: date | None = None
    words: str = ""

    @property
    def is_open(self) -> bool:
        """Whether everything is looked for."""
        return all(not getattr(self, field.name) for field in fields(self))


def kinds_of(topics: frozenset[Topic]) -> frozenset[Kind]:
    """Return the kinds that belong to some topics; none stand for all."""
    return frozenset(kind for topic in topics for kind in TOPICS[topic])
