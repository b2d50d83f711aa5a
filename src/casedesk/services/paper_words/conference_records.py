"""What the papers of a case conference are made of, read in one go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedesk.domain.conference import Attendance, ParticipantRole
from casedesk.domain.task import TaskOwner
from casedesk.services.invitations import read_invitees

if TYPE_CHECKING:
    from datetime import date

    from casedesk.domain.conference import (
        AgendaItem,
        AgendaItemId,
        Conference,
        ConferenceId,
        ParticipantId,
        Resolution,
    )
    from casedesk.services.invitations import Invitee
    from casedesk.services.paper_words.case_records import CaseRecords
    from casedesk.store.tables import Tables
    from casedesk.words.catalog import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ConferenceRecords:
    """A conference with its people, its agenda, and what came of it."""

    conference: Conference
    invitees: tuple[Invitee, ...]
    items: tuple[AgendaItem, ...]
    resolutions: tuple[Resolution, ...]

    def invitee(self, participant_id: ParticipantId) -> Invitee:
        """Return somebody on the list."""
        return next(e for e in self.invitees if e.participant.id == participant_id)

    def came(self, attendance: Attendance) -> list[Invitee]:
        """Return those who were there, excused, or not there."""
        return [e for e in self.invitees if e.participant.attendance is attendance]

    def resolved(self, item_id: AgendaItemId) -> list[Resolution]:
        """Return what came of an item."""
        return [each for each in self.resolutions if each.item_id == item_id]


def read_conference(
    tables: Tables, conference_id: ConferenceId, day: date
) -> ConferenceRecords:
    """Read what every paper of a conference needs."""
    conference = tables.conferences.get(conference_id)
    return ConferenceRecords(
        conference=conference,
        invitees=tuple(read_invitees(tables, conference, day)),
        items=tuple(tables.agenda_items.of(conference_id=conference_id)),
        resolutions=tuple(tables.resolutions.of(conference_id=conference_id)),
    )


def title_of(conference: Conference, words: Words) -> str:
    """Name a conference: its own title, or what it is called in the country."""
    return conference.title.strip() or words.label(conference.kind)


def when(conference: Conference, words: Words) -> str:
    """Say on which day, at what time and for how long."""
    parts = [words.day(conference.held_on or conference.takes_place_on)]
    if conference.begins_at:
        parts.append(words("at {time}").format(time=conference.begins_at))
    if conference.minutes:
        minutes = words("{minutes} minutes").format(minutes=conference.minutes)
        parts.append(f"({minutes})")
    return " ".join(part for part in parts if part)


def where(conference: Conference, words: Words) -> str:
    """Say where and how people meet."""
    mode = words.label(conference.mode)
    return f"{conference.place} ({mode})" if conference.place.strip() else mode


def called(invitee: Invitee, case: CaseRecords, words: Words) -> str:
    """Name somebody on the list with what they are there."""
    person = invitee.participant
    party = case.parties.get(person.party_id) if person.party_id else None
    what = words.label(person.role)
    if party is not None and person.role is ParticipantRole.PARTY:
        what = party.function(words)
    name = invitee.name.strip()
    return f"{name} ({what})" if name and what else name or what


def responsible(resolution: Resolution, case: CaseRecords, words: Words) -> str:
    """Name who sees to what was resolved."""
    party = case.parties.get(resolution.party_id) if resolution.party_id else None
    if resolution.responsible is TaskOwner.PARTY and party is not None:
        return party.name
    return {
        TaskOwner.USER: case.practice.holder_name,
        TaskOwner.CLIENT: case.client.full_name,
    }.get(resolution.responsible, resolution.responsible_words)
