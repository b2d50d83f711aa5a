"""Who may be invited to a case conference, and why somebody may not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from casedesk.domain.case import PartyRole
from casedesk.domain.conference import ClientHasNotAgreed, ParticipantRole
from casedesk.domain.consent import Direction
from casedesk.domain.permission import Channel, Question, Verdict, check
from casedesk.services.circumstances import read_permissions
from casedesk.services.people import sides_of
from casedesk.words import phrases

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from casedesk.domain.case import Party
    from casedesk.domain.conference import (
        Conference,
        ConferenceId,
        Participant,
        ParticipantId,
    )
    from casedesk.domain.consent import ConsentItem
    from casedesk.domain.permission import Answer
    from casedesk.domain.representation import Representation
    from casedesk.services.announcer import Announcer
    from casedesk.services.clock import Clock
    from casedesk.services.releases import ReleaseService
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitee:
    """Somebody on the list of a conference, and what the check says about them."""

    participant: Participant
    name: str
    answer: Answer | None = None
    """What may be talked about before them; nothing where no release is needed."""

    @property
    def may_come(self) -> bool:
        """Whether they may be invited, told of it, and get the minutes."""
        return self.answer is None or self.answer.is_covered

    @property
    def is_allowed(self) -> bool:
        """Whether the client has allowed, and not a law alone, that they are told."""
        if self.answer is None or not self.answer.is_covered:
            return False
        return not self.answer.statutory_ids

    @property
    def missing(self) -> tuple[str, ...]:
        """Return the kinds of information that a release of the client could allow."""
        blocked = self.answer.blocked if self.answer else ()
        return tuple(
            each.category for each in blocked if each.verdict is Verdict.NOT_ALLOWED
        )


class InvitationService:
    """Asks the permission check about everybody who is to come."""

    def __init__(
        self,
        database: Database,
        announcer: Announcer,
        clock: Clock,
        releases: ReleaseService,
    ) -> None:
        self._database = database
        self._announcer = announcer
        self._clock = clock
        self._releases = releases

    def invitees(self, conference_id: ConferenceId) -> list[Invitee]:
        """Return everybody on the list, in its order, each with what holds."""
        with self._database.read() as tables:
            conference = tables.conferences.get(conference_id)
            return read_invitees(tables, conference, self._clock.today())

    def prepare_release(self, participant_id: ParticipantId) -> ConsentItem | None:
        """Put what is missing into a release for the client to sign; return its row."""
        with self._database.read() as tables:
            person = tables.participants.get(participant_id)
            conference = tables.conferences.get(person.conference_id)
            found = read_invitees(tables, conference, self._clock.today())
        [invitee] = [each for each in found if each.participant.id == participant_id]
        if person.party_id is None or not invitee.missing:
            return None
        return self._releases.prepare(
            person.case_id, person.party_id, Direction.BOTH, invitee.missing
        )

    def note_invited(self, conference_id: ConferenceId) -> Conference:
        """Note that everybody who may come was invited today, by word or by letter.

        Raises `ClientHasNotAgreed` where the law asks for the client's consent first.
        """
        today = self._clock.today()
        with self._database.write("conference.invite", conference_id) as tables:
            conference = tables.conferences.get(conference_id)
            refuse_without_agreement(conference)
            for each in read_invitees(tables, conference, today):
                if each.may_come and each.participant.invited_on is None:
                    tables.participants.update(
                        replace(each.participant, invited_on=today)
                    )
            conference = replace(conference, invited_on=conference.invited_on or today)
            tables.conferences.update(conference)
        self._announcer.announce("conference")
        return conference


def read_invitees(tables: Tables, conference: Conference, day: date) -> list[Invitee]:
    """Return everybody on the list of a conference, each with what holds.

    Before it takes place, that is what holds on its own day, not only today.
    """
    day = conference.asked_on(day)
    case = tables.cases.get(conference.case_id)
    permissions = read_permissions(tables, conference.case_id)
    known = tables.representations.of(client_id=case.client_id)
    client = tables.clients.get(case.client_id)
    [practice] = tables.practice.all()
    invitees = []
    for person in tables.participants.of(conference_id=conference.id):
        party = tables.parties.find(person.party_id or "")
        answer = None
        if party is not None and not _decides_anyway(person, party, known, day):
            question = Question(
                party_id=party.id,
                direction=Direction.PASS_ON,
                categories=conference.categories,
                day=day,
                channel=Channel.CONFERENCE,
            )
            answer = check(question, permissions)
        name = {
            ParticipantRole.CLIENT: client.full_name,
            ParticipantRole.CASE_MANAGER: practice.holder_name,
        }.get(person.role, person.name)
        if party is not None:
            name = _party_name(tables, party)
        invitees.append(
            Invitee(
                participant=person,
                name=name,
                answer=answer,
            )
        )
    return invitees


def refuse_without_agreement(conference: Conference) -> None:
    """Raise `ClientHasNotAgreed` where the client has to agree first and has not."""
    if conference.needs_agreement and conference.client_agreed_on is None:
        raise ClientHasNotAgreed


def represents(party: Party, known: Iterable[Representation], day: date) -> bool:
    """Whether a party decides for the client on a day, as far as it is noted.

    The part in the case counts only while no representation says until when.
    """
    own = [r for r in known if r.person_id and r.person_id == party.person_id]
    if own:
        return any(each.is_valid_on(day) for each in own)
    return PartyRole.REPRESENTATIVE in party.roles


def _decides_anyway(
    person: Participant, party: Party, known: Iterable[Representation], day: date
) -> bool:
    is_deciding = person.role is ParticipantRole.REPRESENTATIVE
    return is_deciding and represents(party, known, day)


def _party_name(tables: Tables, party: Party) -> str:
    return phrases.party_name(*sides_of(tables, party))
