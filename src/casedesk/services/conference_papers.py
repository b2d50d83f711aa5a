"""Papers of case conferences: invitations, the preparation sheet, the minutes."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from casedesk.domain.conference import MinutesBeforeHeld, ParticipantRole
from casedesk.domain.data_category import DataCategory
from casedesk.domain.document import DocumentKind
from casedesk.domain.handing import Whom
from casedesk.pdf import conference_minutes, conference_preparation, letter
from casedesk.services.invitations import refuse_without_agreement
from casedesk.services.paper import begun, prepared
from casedesk.services.paper_words.conference_invitation import (
    CONFERENCE_TEMPLATE,
    invitation,
)
from casedesk.services.paper_words.conference_minutes import minutes
from casedesk.services.paper_words.conference_preparation import preparation
from casedesk.services.paper_words.conference_records import read_conference
from casedesk.words.catalog import Words

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from casedesk.domain.case import PartyId
    from casedesk.domain.conference import ConferenceId, Participant, ParticipantId
    from casedesk.domain.handing import Handing
    from casedesk.domain.practice import PaperLanguage
    from casedesk.services.clock import Clock
    from casedesk.services.paper import Paper
    from casedesk.services.paper_words.case_records import CaseRecords
    from casedesk.services.paper_words.conference_records import ConferenceRecords
    from casedesk.services.paper_words.imprint import Imprint
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables

    Compose = Callable[
        [Imprint, CaseRecords, ConferenceRecords, Words], Callable[[], bytes]
    ]


class ConferencePaperService:
    """Prepares the papers of a conference; issuing is as for all papers."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def invitation(
        self,
        conference_id: ConferenceId,
        participant_id: ParticipantId | None = None,
        *,
        language: PaperLanguage | None = None,
    ) -> Paper:
        """Prepare the letter to one on the list, or one invitation for all of them.

        Raises `ClientHasNotAgreed` where the law asks for the client's consent first.
        """

        def compose(
            imprint: Imprint,
            case: CaseRecords,
            records: ConferenceRecords,
            words: Words,
        ) -> Callable[[], bytes]:
            refuse_without_agreement(records.conference)
            invitee = records.invitee(participant_id) if participant_id else None
            letter_paper = invitation(imprint, case, records, words, invitee)
            return partial(letter.render, letter_paper)

        paper = self._paper(
            conference_id,
            DocumentKind.CONFERENCE_INVITATION,
            compose,
            language,
            lambda other: self.invitation(
                conference_id, participant_id, language=other
            ),
        )
        return replace(
            paper, participant_id=participant_id, whom=self._whom(participant_id)
        )

    def preparation(
        self, conference_id: ConferenceId, *, language: PaperLanguage | None = None
    ) -> Paper:
        """Prepare the client's preparation sheet."""
        paper = self._paper(
            conference_id,
            DocumentKind.CONFERENCE_PREPARATION,
            lambda *parts: partial(conference_preparation.render, preparation(*parts)),
            language,
            lambda other: self.preparation(conference_id, language=other),
        )
        return replace(paper, whom=Whom.CLIENT)

    def minutes(
        self, conference_id: ConferenceId, *, language: PaperLanguage | None = None
    ) -> Paper:
        """Prepare the minutes; once they are given out, they stay as they are.

        Raises `MinutesBeforeHeld` if it has not taken place.
        """

        def compose(
            imprint: Imprint,
            case: CaseRecords,
            records: ConferenceRecords,
            words: Words,
        ) -> Callable[[], bytes]:
            if records.conference.held_on is None:
                raise MinutesBeforeHeld
            composed = minutes(imprint, case, records, words)
            return partial(conference_minutes.render, composed)

        paper, shown = self._shown(
            conference_id,
            DocumentKind.CONFERENCE_MINUTES,
            compose,
            language,
            lambda other: self.minutes(conference_id, language=other),
        )
        return replace(paper, is_as_shown=partial(_is_as_shown, shown))

    def _paper(
        self,
        conference_id: ConferenceId,
        kind: DocumentKind,
        compose: Compose,
        language: PaperLanguage | None,
        remade: Callable[[PaperLanguage], Paper],
    ) -> Paper:
        return self._shown(conference_id, kind, compose, language, remade)[0]

    def _shown(
        self,
        conference_id: ConferenceId,
        kind: DocumentKind,
        compose: Compose,
        language: PaperLanguage | None,
        remade: Callable[[PaperLanguage], Paper],
    ) -> tuple[Paper, ConferenceRecords]:
        """Prepare a paper; return it with the records that it shows."""
        today = self._clock.today()
        with self._database.read() as tables:
            records = read_conference(tables, conference_id, today)
            case_id = records.conference.case_id
            case, imprint = begun(tables, self._clock, case_id, kind)
        words = Words(language or case.practice.language)
        render = compose(imprint, case, records, words)
        paper = replace(
            prepared(imprint, case_id, words, CONFERENCE_TEMPLATE, render),
            remade=remade,
            conference_id=conference_id,
            categories=tuple(
                dict.fromkeys((DataCategory.IDENTITY, *records.conference.categories))
            ),
        )
        return paper, records

    def _whom(self, participant_id: ParticipantId | None) -> Whom | PartyId | None:
        if participant_id is None:
            return None
        with self._database.read() as tables:
            person = tables.participants.get(participant_id)
        if person.party_id is not None:
            return person.party_id
        is_client = person.role in (ParticipantRole.CLIENT, ParticipantRole.TRUSTED)
        return Whom.CLIENT if is_client else Whom.OWN_FILE


def _is_as_shown(shown: ConferenceRecords, tables: Tables) -> bool:
    """Whether what the minutes would freeze still is what they show."""
    conference = shown.conference
    now = (
        tables.conferences.find(conference.id),
        tuple(tables.participants.of(conference_id=conference.id)),
        tuple(tables.agenda_items.of(conference_id=conference.id)),
        tuple(tables.resolutions.of(conference_id=conference.id)),
    )
    people = tuple(each.participant for each in shown.invitees)
    return now == (conference, people, shown.items, shown.resolutions)


def note_issued(tables: Tables, paper: Paper, handing: Handing, today: date) -> None:
    """Note within the deed that issues a paper what it means for its conference."""
    if paper.conference_id is None:
        return
    conference = tables.conferences.get(paper.conference_id)
    if paper.kind is DocumentKind.CONFERENCE_MINUTES:
        issued_on = conference.minutes_issued_on or today
        tables.conferences.update(replace(conference, minutes_issued_on=issued_on))
        return
    invites = paper.kind is DocumentKind.CONFERENCE_INVITATION
    if not invites or handing.whom is Whom.OWN_FILE or conference.is_frozen:
        return
    invited_on = conference.invited_on or today
    tables.conferences.update(replace(conference, invited_on=invited_on))
    for person in tables.participants.of(conference_id=conference.id):
        if person.invited_on is None and _is_invited(person, paper, handing):
            tables.participants.update(replace(person, invited_on=today))


def _is_invited(person: Participant, paper: Paper, handing: Handing) -> bool:
    if paper.participant_id is not None:
        return person.id == paper.participant_id
    if handing.whom is Whom.CLIENT:
        return person.role is ParticipantRole.CLIENT
    return person.party_id is not None and person.party_id == handing.party_id
