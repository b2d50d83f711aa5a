"""Entries of the record: notes and contacts, dated, in the phase they belong to."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

from casedesk.domain.permission import Channel
from casedesk.domain.problems import RuleBroken

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date, datetime, time

    from casedesk.domain.case import CaseId, PartyId
    from casedesk.domain.life_domain import DomainKey
    from casedesk.domain.phase import Phase

EntryId = NewType("EntryId", str)
OPEN_FOR = timedelta(hours=24)
LATE_AFTER_DAYS = 1


class EntryKind(StrEnum):
    """What an entry records."""

    NOTE = "note"
    VISIT = "visit"
    PHONE = "phone"
    VIDEO = "video"
    MAIL = "mail"
    LETTER = "letter"
    MEETING = "meeting"
    ATTEMPT = "attempt"


class Initiative(StrEnum):
    """On whose initiative a contact came about."""

    US = "us"
    CLIENT = "client"
    OTHER = "other"


class TimeCategory(StrEnum):
    """As what the time of an entry counts (reference 5.3)."""

    CLIENT_CONTACT = "client_contact"
    NETWORK_CONTACT = "network_contact"
    COORDINATION = "coordination"
    CONFERENCE = "conference"
    ASSESSMENT = "assessment"
    REPORT = "report"
    APPLICATION = "application"
    DOCUMENTATION = "documentation"
    TRAVEL = "travel"
    NO_SHOW = "no_show"
    SUPERVISION = "supervision"
    ADMINISTRATION = "administration"
    ACQUISITION = "acquisition"
    TRAINING = "training"


SELDOM_BILLED = (
    TimeCategory.SUPERVISION,
    TimeCategory.ADMINISTRATION,
    TimeCategory.ACQUISITION,
    TimeCategory.TRAINING,
)
NO_CONTACT = (EntryKind.NOTE, EntryKind.ATTEMPT)

# A mail counts as sent without encryption, unless it is said otherwise.
_CHANNELS = {
    EntryKind.VISIT: Channel.IN_PERSON,
    EntryKind.PHONE: Channel.PHONE,
    EntryKind.VIDEO: Channel.VIDEO,
    EntryKind.MAIL: Channel.MAIL,
    EntryKind.LETTER: Channel.LETTER,
    EntryKind.MEETING: Channel.CONFERENCE,
}
# What is said beside an entry when it is locked, and not in it.
_SAID_LATER = frozenset({"nothing_exchanged"})


class EntryLocked(RuleBroken):
    """An entry stays as it is a day after it was entered, and when it was printed."""


class EntryEndsBeforeItBegins(RuleBroken):
    """What is recorded would have ended before it began."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Something that happened in a case, or was thought about it.

    `entered_at` is when it was written down; it is not known of what was added
    without a deed of the journal.
    """

    id: EntryId
    case_id: CaseId
    phase: Phase
    kind: EntryKind = EntryKind.NOTE
    happened_on: date
    from_time: time | None = None
    until_on: date | None = None
    until_time: time | None = None
    entered_at: datetime | None = None
    party_id: PartyId | None = None
    others: tuple[PartyId, ...] = ()
    with_client: bool = False
    was_reached: bool = True
    initiative: Initiative | None = None
    life_domains: tuple[DomainKey, ...] = ()
    minutes: int | None = None
    travel_minutes: int | None = None
    kilometres: int | None = None
    expense_cents: int | None = None
    expense_note: str = ""
    """What it was spent on, in words that the payer may read."""
    has_receipt: bool = False
    is_billable: bool = True
    time_category: TimeCategory | None = None
    text: str = ""
    quote: str = ""
    neutral_text: str = ""
    nothing_exchanged: bool = False

    @property
    def parties(self) -> tuple[PartyId, ...]:
        """Everybody of the case who was there, the one it was with first."""
        first = () if self.party_id is None else (self.party_id,)
        return tuple(dict.fromkeys((*first, *self.others)))

    @property
    def was_missed(self) -> bool:
        """Whether nobody was reached."""
        return self.kind is EntryKind.ATTEMPT or (
            self.kind is not EntryKind.NOTE and not self.was_reached
        )

    @property
    def is_contact(self) -> bool:
        """Whether something may have been exchanged with somebody of the case."""
        has_party = bool(self.parties)
        return has_party and self.kind not in NO_CONTACT and not self.was_missed

    @property
    def usual_channel(self) -> Channel:
        """Return by which way information goes in an entry of this kind."""
        return _CHANNELS.get(self.kind, Channel.IN_PERSON)

    @property
    def last_day(self) -> date:
        """The day on which it was over."""
        return self.until_on or self.happened_on

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed into it yet."""
        texts = (self.text, self.quote, self.neutral_text, self.expense_note)
        rest = (
            *(self.minutes, self.travel_minutes, self.kilometres, self.expense_cents),
            *(self.until_time, self.until_on, self.initiative, self.time_category),
            *(self.parties, self.life_domains),
        )
        return not any(map(str.strip, texts)) and not any(rest)

    @property
    def days_late(self) -> int:
        """How many days after the event it was written down; 0 if soon enough."""
        if self.entered_at is None:
            return 0
        days = (self.entered_at.astimezone().date() - self.last_day).days
        return days if days > LATE_AFTER_DAYS else 0


def not_noted(entry: Entry, noted: Collection[PartyId | None]) -> tuple[PartyId, ...]:
    """Return with whom it is not noted yet what was exchanged.

    `noted` are those of the lines of the log. Of a contact with one party, a line
    about whomever says it.
    """
    if not entry.is_contact or entry.nothing_exchanged:
        return ()
    if noted and len(entry.parties) == 1:
        return ()
    return tuple(party for party in entry.parties if party not in noted)


def locks_at(entered_at: datetime) -> datetime:
    """Return from when on nothing is changed in what was entered then."""
    return entered_at + OPEN_FOR


def is_locked(
    entered_at: datetime | None, now: datetime, *, is_printed: bool = False
) -> bool:
    """Whether what was entered then stays as it is now."""
    if is_printed:
        return True
    return entered_at is not None and now >= locks_at(entered_at)


def check_entry(entry: Entry) -> None:
    """Raise `EntryEndsBeforeItBegins` if days and times contradict each other."""
    if entry.last_day < entry.happened_on:
        raise EntryEndsBeforeItBegins
    begun, ended = entry.from_time, entry.until_time
    is_one_day = entry.last_day == entry.happened_on
    if is_one_day and begun is not None and ended is not None and ended < begun:
        raise EntryEndsBeforeItBegins


def check_locked_change(before: Entry, after: Entry | None) -> None:
    """Raise `EntryLocked` unless only what may be said later is changed."""
    if after is None:
        raise EntryLocked
    for field in fields(before):
        is_changed = getattr(before, field.name) != getattr(after, field.name)
        if is_changed and field.name not in _SAID_LATER:
            raise EntryLocked
