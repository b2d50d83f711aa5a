"""Entries of the record: notes and contacts, dated, in the phase they belong to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

from casedesk.domain.permission import Channel

if TYPE_CHECKING:
    from datetime import date

    from casedesk.domain.case import CaseId, PartyId
    from casedesk.domain.phase import Phase

EntryId = NewType("EntryId", str)


class EntryKind(StrEnum):
    """What an entry records."""

    NOTE = "note"
    VISIT = "visit"
    PHONE = "phone"
    VIDEO = "video"
    MAIL = "mail"
    LETTER = "letter"
    MEETING = "meeting"


# A mail counts as sent without encryption, unless it is said otherwise.
_CHANNELS = {
    EntryKind.VISIT: Channel.IN_PERSON,
    EntryKind.PHONE: Channel.PHONE,
    EntryKind.VIDEO: Channel.VIDEO,
    EntryKind.MAIL: Channel.MAIL,
    EntryKind.LETTER: Channel.LETTER,
    EntryKind.MEETING: Channel.CONFERENCE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Something that happened in a case, or was thought about it."""

    id: EntryId
    case_id: CaseId
    phase: Phase
    kind: EntryKind = EntryKind.NOTE
    happened_on: date
    party_id: PartyId | None = None
    minutes: int | None = None
    text: str = ""
    nothing_exchanged: bool = False

    @property
    def is_contact(self) -> bool:
        """Whether something may have been exchanged with somebody of the case."""
        return self.party_id is not None and self.kind is not EntryKind.NOTE

    @property
    def usual_channel(self) -> Channel:
        """Return by which way information goes in an entry of this kind."""
        return _CHANNELS.get(self.kind, Channel.IN_PERSON)
