"""Invitations, preparation sheet and minutes: composed, checked, noted when issued."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from services.a_conference import Meeting, a_meeting, allow
from services.paper_case import a_person

from casedesk.domain.case import Party, PartyId, PartyRole
from casedesk.domain.conference import (
    Attendance,
    ClientHasNotAgreed,
    ConferenceKind,
    ConferenceState,
    MinutesBeforeHeld,
    ResolutionKind,
)
from casedesk.domain.data_category import DataCategory
from casedesk.domain.disclosure import NotCovered
from casedesk.domain.document import PaperBehind
from casedesk.domain.handing import (
    TO_CLIENT,
    TO_OWN_FILE,
    ForClientAlone,
    Handing,
    Whom,
)
from casedesk.domain.practice import PaperLanguage
from casedesk.domain.task import TaskOwner

if TYPE_CHECKING:
    from casedesk.domain.conference import ParticipantId
    from casedesk.services.paper import Paper
    from casedesk.services.session import Session

TODAY = date(2026, 3, 14)
TABOO = "Meine Scheidung"


def text_of(paper: Paper) -> str:
    pages = PdfReader(BytesIO(paper.render())).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def filled(session: Session, meeting: Meeting) -> None:
    """Say where, when and why; and what the client told in confidence."""
    session.conferences.change(
        meeting.conference.id,
        takes_place_on=date(2026, 4, 2),
        starts_at="14:30",
        minutes=75,
        place="Gemeindehaus, Sitzungszimmer 2",
        aims="Rückkehr nach Hause planen",
        taboo=TABOO,
        wishes="Wieder in meiner Wohnung leben",
    )


def person_of(session: Session, meeting: Meeting, party: Party | None) -> ParticipantId:
    return next(
        each.id
        for each in session.participants.of(conference_id=meeting.conference.id)
        if each.party_id == (party.id if party else None)
    )


def test_the_letter_to_somebody_has_address_agenda_and_no_secret(
    session: Session,
) -> None:
    meeting = a_meeting(session)
    filled(session, meeting)
    doctor = person_of(session, meeting, meeting.case.doctor)

    paper = session.conference_papers.invitation(meeting.conference.id, doctor)

    text = text_of(paper)
    assert paper.whom == meeting.case.doctor.id
    assert "Ömer Şahin" in text
    assert "Rundtischgespräch" in text
    assert "Traktanden" in text
    assert "02.04.2026 um 14:30 Uhr (75 Minuten)" in text
    assert "Rückkehr nach Hause planen" in text
    assert "Claudia Weber" not in text  # she may not come yet
    assert TABOO not in text
    assert "in meiner Wohnung" not in text


def test_the_client_is_told_what_is_their_right(session: Session) -> None:
    meeting = a_meeting(session, ConferenceKind.PARTICIPATION_PLAN)
    client = person_of(session, meeting, None)
    with pytest.raises(ClientHasNotAgreed):
        session.conference_papers.invitation(meeting.conference.id, client)
    session.conferences.change(meeting.conference.id, client_agreed_on=TODAY)

    paper = session.conference_papers.invitation(meeting.conference.id, client)

    text = text_of(paper)
    assert paper.whom is Whom.CLIENT
    assert "Lindenweg 14" in text
    assert "nur mit Ihrer Zustimmung statt (§ 20 SGB IX)" in text
    assert "EUTB" in text
    assert "Person Ihres Vertrauens" in text


def test_that_the_client_allowed_it_is_said_only_where_that_is_so(
    session: Session,
) -> None:
    meeting = a_meeting(session)

    def said_to(party: Party | None) -> str:
        who = person_of(session, meeting, party) if party else None
        papers = session.conference_papers
        return text_of(papers.invitation(meeting.conference.id, who))

    allowed = "weiss davon und hat erlaubt"
    assert allowed not in said_to(meeting.case.doctor)  # nobody told the client
    session.conferences.change(meeting.conference.id, client_informed_on=TODAY)

    assert allowed in said_to(meeting.case.doctor)
    assert allowed not in said_to(meeting.case.nurse)  # without any release
    assert allowed not in said_to(None)  # the nurse is on the list
    assert "über die Situation von Anna Brunner eingeladen" in said_to(None)
    allow(session, meeting.case.nurse)
    assert allowed in said_to(None)


def test_an_invitation_goes_only_to_whom_the_consent_allows(session: Session) -> None:
    meeting = a_meeting(session)
    nurse = person_of(session, meeting, meeting.case.nurse)
    paper = session.conference_papers.invitation(meeting.conference.id, nurse)
    to_nurse = Handing(whom=Whom.PARTY, party_id=meeting.case.nurse.id)

    with pytest.raises(NotCovered):
        session.papers.issue(paper, paper.render(), to_nurse)

    assert session.conferences.get(meeting.conference.id).invited_on is None
    allow(session, meeting.case.nurse)
    session.papers.issue(paper, paper.render(), to_nurse)
    assert session.participants.get(nurse).invited_on == TODAY
    state = session.conferences.get(meeting.conference.id).state
    assert state is ConferenceState.INVITED


def test_a_letter_to_whom_the_client_trusts_invites_nobody_else(
    session: Session,
) -> None:
    meeting = a_meeting(session)
    friend = session.conferencing.add_trusted(meeting.conference.id, "Mira Keller")
    paper = session.conference_papers.invitation(meeting.conference.id, friend.id)

    session.papers.issue(paper, paper.render(), TO_CLIENT)

    client = person_of(session, meeting, None)
    assert session.participants.get(friend.id).invited_on == TODAY
    assert session.participants.get(client).invited_on is None


def test_what_is_only_put_in_the_own_file_invites_nobody(session: Session) -> None:
    meeting = a_meeting(session)
    paper = session.conference_papers.invitation(meeting.conference.id)

    session.papers.issue(paper, paper.render(), TO_OWN_FILE)

    assert session.conferences.get(meeting.conference.id).invited_on is None
    assert paper.whom is None


def test_who_else_comes_is_told_only_where_that_may_be_known(session: Session) -> None:
    meeting = a_meeting(session)
    session.conferences.change(
        meeting.conference.id,
        categories=(DataCategory.IDENTITY, DataCategory.EDUCATION_WORK),
    )

    text = text_of(session.conference_papers.invitation(meeting.conference.id))

    assert "Eingeladen sind" not in text


def test_the_preparation_sheet_is_the_clients_alone(session: Session) -> None:
    meeting = a_meeting(session)
    filled(session, meeting)
    paper = session.conference_papers.preparation(meeting.conference.id)
    to_doctor = Handing(whom=Whom.PARTY, party_id=meeting.case.doctor.id)

    text = text_of(paper)

    assert paper.whom is Whom.CLIENT
    assert "Was möchte ich in diesem Gespräch erreichen?" in text
    assert TABOO in text
    with pytest.raises(ForClientAlone):
        session.papers.issue(paper, paper.render(), to_doctor)
    session.papers.issue(paper, paper.render(), TO_CLIENT)
    state = session.conferences.get(meeting.conference.id).state
    assert state is ConferenceState.PLANNED


def test_there_are_no_minutes_before_it_took_place(session: Session) -> None:
    meeting = a_meeting(session)

    with pytest.raises(MinutesBeforeHeld):
        session.conference_papers.minutes(meeting.conference.id)


def test_minutes_tell_what_was_resolved_and_freeze_when_they_are_issued(
    session: Session,
) -> None:
    meeting = a_meeting(session)
    filled(session, meeting)
    session.conferencing.begin(meeting.conference.id)
    session.conferences.change(meeting.conference.id, dissent="Spitex sieht es anders")
    [first, *_] = session.agenda_items.of(conference_id=meeting.conference.id)
    session.agenda_items.change(first.id, discussion="Alle stellen sich vor.")
    made = session.conferencing.add_resolution(first.id, ResolutionKind.DECISION)
    session.resolutions.change(
        made.id,
        words="Probewohnen ab Mai",
        responsible=TaskOwner.PARTY,
        party_id=meeting.case.doctor.id,
        due_on=date(2026, 5, 1),
    )
    nurse = person_of(session, meeting, meeting.case.nurse)
    session.participants.change(nurse, attendance=Attendance.EXCUSED)

    paper = session.conference_papers.minutes(meeting.conference.id)

    text = text_of(paper)
    assert "Alle stellen sich vor." in text
    assert "Probewohnen ab Mai" in text
    assert "Spitex sieht es anders" in text
    assert text.count("01.05.2026") == 2
    assert TABOO not in text
    getting = text.partition("Dieses Protokoll geht an")[2]
    assert "Ömer Şahin" in getting
    assert "Claudia Weber" not in getting
    session.papers.issue(paper, paper.render(), TO_CLIENT)
    conference = session.conferences.get(meeting.conference.id)
    assert conference.state is ConferenceState.MINUTES_ISSUED
    corrected = session.conferencing.correct(conference.id)
    again = text_of(session.conference_papers.minutes(corrected.id))
    assert "Berichtigte Fassung 2" in again


def test_minutes_of_another_day_than_planned_do_not_tell_the_planned_time(
    session: Session,
) -> None:
    meeting = a_meeting(session)
    session.conferences.change(
        meeting.conference.id, takes_place_on=date(2026, 3, 14), starts_at="14:00"
    )
    session.conferencing.begin(meeting.conference.id)
    as_planned = text_of(session.conference_papers.minutes(meeting.conference.id))
    session.conferences.change(meeting.conference.id, takes_place_on=date(2026, 3, 19))

    moved = text_of(session.conference_papers.minutes(meeting.conference.id))

    assert "14.03.2026 um 14:00 Uhr" in as_planned
    assert "14.03.2026" in moved
    assert "14:00" not in moved


@pytest.mark.parametrize("changed", ["item", "person", "meeting", "resolution"])
def test_minutes_that_are_behind_are_not_issued(session: Session, changed: str) -> None:
    meeting = a_meeting(session)
    session.conferencing.begin(meeting.conference.id)
    [first, *_] = session.agenda_items.of(conference_id=meeting.conference.id)
    made = session.conferencing.add_resolution(first.id, ResolutionKind.DECISION)
    paper = session.conference_papers.minutes(meeting.conference.id)
    nurse = person_of(session, meeting, meeting.case.nurse)
    if changed == "item":
        session.agenda_items.change(first.id, discussion="Nach der Vorschau")
    elif changed == "person":
        session.participants.change(nurse, attendance=Attendance.ABSENT)
    elif changed == "meeting":
        session.conferences.change(meeting.conference.id, dissent="Neu")
    else:
        session.resolutions.change(made.id, words="Nach der Vorschau")

    with pytest.raises(PaperBehind):
        session.papers.issue(paper, paper.render(), TO_OWN_FILE)

    assert not session.conferences.get(meeting.conference.id).is_frozen
    again = session.conference_papers.minutes(meeting.conference.id)
    session.papers.issue(again, again.render(), TO_OWN_FILE)
    assert session.conferences.get(meeting.conference.id).is_frozen


def test_papers_of_a_conference_are_made_again_in_another_language(
    session: Session,
) -> None:
    meeting = a_meeting(session)
    session.conferencing.begin(meeting.conference.id)
    papers = [
        session.conference_papers.invitation(meeting.conference.id),
        session.conference_papers.preparation(meeting.conference.id),
        session.conference_papers.minutes(meeting.conference.id),
    ]

    made = [
        session.papers.again(each, language=PaperLanguage.EN, with_information=False)
        for each in papers
    ]

    assert [each.kind for each in made] == [each.kind for each in papers]
    assert {each.language for each in made} == {PaperLanguage.EN}


def test_long_names_and_many_people_and_items_find_room(session: Session) -> None:
    meeting = a_large_meeting(session)

    papers = [
        session.conference_papers.invitation(meeting.conference.id),
        session.conference_papers.preparation(meeting.conference.id),
        session.conference_papers.minutes(meeting.conference.id),
    ]

    for paper in papers:
        assert "Punkt Nummer 15" in text_of(paper)
    assert "Wolfeschlegelsteinhausenbergerdorff 11" in text_of(papers[2])


def a_large_meeting(session: Session) -> Meeting:
    """Fill a conference with twelve people of long names and fifteen items."""
    meeting = a_meeting(session)
    filled(session, meeting)
    for number in range(12):
        person = a_person(
            session,
            "Maximiliane-Theodora",
            f"Wolfeschlegelsteinhausenbergerdorff {number}",
            "Leiterin der Fachstelle für Übergangspflege und Wiedereingliederung",
            None,
        )
        party = session.parties.add(
            Party(
                id=PartyId(f"b{number}"),
                case_id=meeting.case.case.id,
                person_id=person,
                roles=(PartyRole.SOCIAL_SERVICE,),
            )
        )
        session.conferencing.add_party(meeting.conference.id, party.id)
    for number in range(9, 16):
        session.conferencing.add_item(
            meeting.conference.id,
            f"Punkt Nummer {number}: Kostengutsprache und Übergangsfinanzierung, "
            "einschliesslich der Rückerstattungsansprüche",
        )
    session.conferencing.begin(meeting.conference.id)
    for each in session.participants.of(conference_id=meeting.conference.id):
        session.participants.change(each.id, attendance=Attendance.PRESENT)
    session.conferences.change(meeting.conference.id, dissent="Uneins. " * 40)
    items = session.agenda_items.of(conference_id=meeting.conference.id)
    for place, item in enumerate(items):
        session.agenda_items.change(item.id, discussion="Es wurde besprochen. " * 15)
        for kind in ResolutionKind:
            made = session.conferencing.add_resolution(item.id, kind)
            session.resolutions.change(
                made.id,
                words="Die Wohnungsverwaltung wird um Fristverlängerung gebeten",
                responsible=TaskOwner.PARTY,
                party_id=PartyId(f"b{place % 12}"),
                due_on=date(2026, 4, 1 + place),
            )
    return replace(meeting, conference=session.conferences.get(meeting.conference.id))
