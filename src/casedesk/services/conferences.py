"""Case conferences: planned, prepared, held, cancelled, and corrected afterwards."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from casedesk.domain.conference import (
    AgendaItem,
    AgendaItemId,
    Attendance,
    Conference,
    ConferenceId,
    ConferenceKind,
    MinutesNotIssued,
    MinutesStay,
    Participant,
    ParticipantId,
    ParticipantRole,
    Resolution,
    ResolutionId,
    ResolutionKind,
    check_conference,
    newest_versions,
)
from casedesk.services.invitations import read_invitees, represents
from casedesk.words.agenda import usual_agenda
from casedesk.words.catalog import Words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from casedesk.domain.case import CaseId, Party, PartyId
    from casedesk.domain.practice import Practice
    from casedesk.services.announcer import Announcer
    from casedesk.services.clock import Clock
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables


class ConferenceService:
    """What is done with a conference as a whole; its fields are changed one by one."""

    def __init__(self, database: Database, announcer: Announcer, clock: Clock) -> None:
        self._database = database
        self._announcer = announcer
        self._clock = clock

    def of_case(self, case_id: CaseId) -> list[Conference]:
        """Return the conferences of a case, each in its newest version."""
        with self._database.read() as tables:
            return newest_versions(tables.conferences.of(case_id=case_id))

    def earlier_versions(self, conference: Conference) -> list[Conference]:
        """Return the versions that this one corrects, newest first."""
        found = []
        with self._database.read() as tables:
            while conference.corrects_id is not None:
                conference = tables.conferences.get(conference.corrects_id)
                found.append(conference)
        return found

    def plan(self, case_id: CaseId, kind: ConferenceKind) -> Conference:
        """Plan a conference with the usual agenda, the client and the own part."""
        conference_id = ConferenceId(self._clock.new_id())
        with self._database.write("conference.plan", conference_id) as tables:
            [practice] = tables.practice.all()
            conference = Conference(
                id=conference_id,
                case_id=case_id,
                kind=kind,
                chair=practice.holder_name,
                minute_taker=practice.holder_name,
            )
            tables.conferences.add(conference)
            self._add_agenda(tables, conference, practice)
            self._add_those_of_right(tables, conference)
        self._announcer.announce("conference")
        return conference

    def _add_agenda(
        self, tables: Tables, conference: Conference, practice: Practice
    ) -> None:
        words = Words(practice.language)
        for position, (title, minutes) in enumerate(usual_agenda(words), start=1):
            tables.agenda_items.add(
                AgendaItem(
                    id=AgendaItemId(self._clock.new_id()),
                    conference_id=conference.id,
                    case_id=conference.case_id,
                    position=position,
                    title=title,
                    minutes=minutes,
                )
            )

    def _add_those_of_right(self, tables: Tables, conference: Conference) -> None:
        """Add the client, the representatives of the case, and the case manager."""
        parties = tables.parties.of(case_id=conference.case_id)
        roles: list[tuple[ParticipantRole, PartyId | None]] = [
            (ParticipantRole.CLIENT, None),
            *(
                (ParticipantRole.REPRESENTATIVE, party.id)
                for party in _representing(
                    tables, conference.case_id, parties, self._clock.today()
                )
            ),
            (ParticipantRole.CASE_MANAGER, None),
        ]
        for position, (role, party_id) in enumerate(roles, start=1):
            tables.participants.add(
                self._participant(conference, role, position, party_id=party_id)
            )

    def _participant(
        self,
        conference: Conference,
        role: ParticipantRole,
        position: int,
        *,
        party_id: PartyId | None = None,
        name: str = "",
    ) -> Participant:
        return Participant(
            id=ParticipantId(self._clock.new_id()),
            conference_id=conference.id,
            case_id=conference.case_id,
            position=position,
            role=role,
            party_id=party_id,
            name=name,
        )

    def add_party(self, conference_id: ConferenceId, party_id: PartyId) -> Participant:
        """Put somebody of the case on the list; whether they may come is another thing.

        Somebody who is on it already is not put there twice.
        """
        with self._database.read() as tables:
            _open(tables, conference_id)
            there = tables.participants.of(conference_id=conference_id)
        for each in there:
            if each.party_id == party_id:
                return each
        with self._database.write("conference.add_party", conference_id) as tables:
            conference = _open(tables, conference_id)
            representing = _representing(
                tables,
                conference.case_id,
                [tables.parties.get(party_id)],
                self._clock.today(),
            )
            role = (
                ParticipantRole.REPRESENTATIVE
                if representing
                else ParticipantRole.PARTY
            )
            position = _after(each.position for each in there)
            made = self._participant(conference, role, position, party_id=party_id)
            tables.participants.add(made)
        self._announcer.announce("participant")
        return made

    def add_trusted(self, conference_id: ConferenceId, name: str = "") -> Participant:
        """Put somebody on the list whom the client brings along."""
        with self._database.write("conference.add_trusted", conference_id) as tables:
            conference = _open(tables, conference_id)
            there = tables.participants.of(conference_id=conference_id)
            position = _after(each.position for each in there)
            made = self._participant(
                conference, ParticipantRole.TRUSTED, position, name=name
            )
            tables.participants.add(made)
        self._announcer.announce("participant")
        return made

    def add_item(self, conference_id: ConferenceId, title: str = "") -> AgendaItem:
        """Add an item to the end of the agenda."""
        with self._database.write("agenda_item.add", conference_id) as tables:
            conference = _open(tables, conference_id)
            there = tables.agenda_items.of(conference_id=conference_id)
            item = AgendaItem(
                id=AgendaItemId(self._clock.new_id()),
                conference_id=conference_id,
                case_id=conference.case_id,
                position=_after(each.position for each in there),
                title=title,
            )
            tables.agenda_items.add(item)
        self._announcer.announce("agenda_item")
        return item

    def place_item(self, item_id: AgendaItemId, place: int) -> list[AgendaItem]:
        """Put an item at a place of the agenda, counted from 0; return all in order."""
        with self._database.write("agenda_item.move", item_id) as tables:
            conference_id = tables.agenda_items.get(item_id).conference_id
            _open(tables, conference_id)
            items = tables.agenda_items.of(conference_id=conference_id)
            here = next(i for i, each in enumerate(items) if each.id == item_id)
            items.insert(min(max(place, 0), len(items) - 1), items.pop(here))
            placed = [replace(each, position=i) for i, each in enumerate(items, 1)]
            for before, after in zip(items, placed, strict=True):
                if before != after:
                    tables.agenda_items.update(after)
        self._announcer.announce("agenda_item")
        return placed

    def add_resolution(self, item_id: AgendaItemId, kind: ResolutionKind) -> Resolution:
        """Add what came of an item, still without words."""
        resolution_id = ResolutionId(self._clock.new_id())
        with self._database.write("resolution.add", resolution_id) as tables:
            item = tables.agenda_items.get(item_id)
            _open(tables, item.conference_id)
            there = tables.resolutions.of(item_id=item_id)
            made = Resolution(
                id=resolution_id,
                item_id=item_id,
                conference_id=item.conference_id,
                case_id=item.case_id,
                position=_after(each.position for each in there),
                kind=kind,
            )
            tables.resolutions.add(made)
        self._announcer.announce("resolution")
        return made

    def begin(self, conference_id: ConferenceId, on: date | None = None) -> Conference:
        """Note that it takes place, today if not said otherwise.

        Whoever may come is noted as present; who did not is changed by hand.
        """
        with self._database.write("conference.begin", conference_id) as tables:
            conference = replace(
                _open(tables, conference_id), held_on=on or self._clock.today()
            )
            check_conference(conference)
            tables.conferences.update(conference)
            for each in read_invitees(tables, conference, self._clock.today()):
                person = each.participant
                if each.may_come and person.attendance is None:
                    tables.participants.update(
                        replace(person, attendance=Attendance.PRESENT)
                    )
        self._announcer.announce("conference")
        return conference

    def take_back_begin(self, conference_id: ConferenceId) -> Conference:
        """Note that it has not begun after all; nobody is present any more."""
        with self._database.write("conference.not_begun", conference_id) as tables:
            conference = replace(_open(tables, conference_id), held_on=None)
            tables.conferences.update(conference)
            for person in tables.participants.of(conference_id=conference_id):
                if person.attendance is Attendance.PRESENT:
                    tables.participants.update(replace(person, attendance=None))
        self._announcer.announce("conference")
        return conference

    def cancel(self, conference_id: ConferenceId, reason: str) -> Conference:
        """Note today that it does not take place, and why."""
        with self._database.write("conference.cancel", conference_id) as tables:
            conference = replace(
                _open(tables, conference_id),
                cancelled_on=self._clock.today(),
                cancel_reason=reason,
            )
            check_conference(conference)
            tables.conferences.update(conference)
        self._announcer.announce("conference")
        return conference

    def take_up_again(self, conference_id: ConferenceId) -> Conference:
        """Let a cancelled conference take place after all."""
        with self._database.write("conference.reopen", conference_id) as tables:
            conference = replace(
                tables.conferences.get(conference_id),
                cancelled_on=None,
                cancel_reason="",
            )
            tables.conferences.update(conference)
        self._announcer.announce("conference")
        return conference

    def correct(self, conference_id: ConferenceId) -> Conference:
        """Begin the next version of issued minutes, with their words and links.

        Raises `MinutesNotIssued` while they can still be changed. Of a version that
        is corrected already, the correction is returned.
        """
        with self._database.read() as tables:
            issued = tables.conferences.get(conference_id)
            later = tables.conferences.of(corrects_id=conference_id)
        if not issued.is_frozen:
            raise MinutesNotIssued
        if later:
            return later[0]
        new_id = ConferenceId(self._clock.new_id())
        with self._database.write("conference.correct", new_id) as tables:
            corrected = replace(
                issued,
                id=new_id,
                version=issued.version + 1,
                corrects_id=issued.id,
                minutes_issued_on=None,
                approved_by="",
                approved_on=None,
            )
            tables.conferences.add(corrected)
            self._copy_parts(tables, issued.id, new_id)
        self._announcer.announce("conference")
        return corrected

    def _copy_parts(
        self, tables: Tables, old_id: ConferenceId, new_id: ConferenceId
    ) -> None:
        for person in tables.participants.of(conference_id=old_id):
            own_id = ParticipantId(self._clock.new_id())
            tables.participants.add(replace(person, id=own_id, conference_id=new_id))
        item_ids: dict[AgendaItemId, AgendaItemId] = {}
        for item in tables.agenda_items.of(conference_id=old_id):
            item_ids[item.id] = AgendaItemId(self._clock.new_id())
            tables.agenda_items.add(
                replace(item, id=item_ids[item.id], conference_id=new_id)
            )
        for each in tables.resolutions.of(conference_id=old_id):
            tables.resolutions.add(
                replace(
                    each,
                    id=ResolutionId(self._clock.new_id()),
                    conference_id=new_id,
                    item_id=item_ids[each.item_id],
                )
            )


def _open(tables: Tables, conference_id: ConferenceId) -> Conference:
    """Return a conference whose minutes were not issued yet, or raise `MinutesStay`."""
    conference = tables.conferences.get(conference_id)
    if conference.is_frozen:
        raise MinutesStay
    return conference


def _representing(
    tables: Tables, case_id: CaseId, parties: list[Party], today: date
) -> list[Party]:
    client_id = tables.cases.get(case_id).client_id
    known = tables.representations.of(client_id=client_id)
    return [party for party in parties if represents(party, known, today)]


def _after(positions: Iterable[int]) -> int:
    return max(positions, default=0) + 1
