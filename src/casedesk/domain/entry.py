"""Entries of the record: notes and contacts, dated, in the phase they belong to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

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
