"""What is done with case conferences, in a real vault."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from services.a_conference import Meeting, a_meeting
from services.closed_case import GROUND, close

from casedesk.domain.case import Party, PartyId, PartyRole
from casedesk.domain.conference import (
    Attendance,
    CancelledWithoutReason,
    ClientHasNotAgreed,
    ConferenceKind,
    ConferenceState,
    MadeAlready,
    MinutesNotIssued,
    MinutesStay,
    OnlyDecisionsBecomeMeasures,
    ParticipantRole,
    ResolutionKind,
)
from casedesk.domain.consent import Direction
from casedesk.domain.measure import Responsible
from casedesk.domain.network import Person, PersonId
from casedesk.domain.problems import StillUsed
from casedesk.domain.representation import (
    Representation,
    RepresentationId,
    RepresentationKind,
)
from casedesk.domain.task import TaskOwner
from casedesk.services.tasking import Source

if TYPE_CHECKING:
    from collections.abc import Callable

    from casedesk.services.session import Session

TODAY = date(2026, 3, 14)


def by_name(session: Session, meeting: Meeting) -> dict[str, bool]:
    found = session.inviting.invitees(meeting.conference.id)
    return {each.name: each.may_come for each in found}


def issued(session: Session, meeting: Meeting) -> None:
    session.conferencing.begin(meeting.conference.id)
    session.conferences.change(meeting.conference.id, minutes_issued_on=TODAY)


def test_a_planned_conference_has_the_usual_agenda_and_those_of_right(
    session: Session,
) -> None:
    meeting = a_meeting(session)

    items = session.agenda_items.of(conference_id=meeting.conference.id)
    people = session.participants.of(conference_id=meeting.conference.id)

    assert len(items) == 8
    assert items[0].title == "Begrüssung, Rollen, Vertraulichkeit"
    assert [each.role for each in people[:2]] == [
        ParticipantRole.CLIENT,
        ParticipantRole.CASE_MANAGER,
    ]
    assert meeting.conference.chair == "Regula Ammann"
    assert meeting.conference.state is ConferenceState.PLANNED


def test_only_whom_the_consent_allows_may_come(session: Session) -> None:
    meeting = a_meeting(session)

    assert by_name(session, meeting) == {
        "Anna Brunner": True,
        "Regula Ammann": True,
        "Ömer Şahin": True,
        "Claudia Weber, Spitex Aarelauf AG": False,
    }


def test_a_release_that_ends_before_the_conference_lets_nobody_come(
    session: Session,
) -> None:
    meeting = a_meeting(session)
    [consent] = session.consents.of(case_id=meeting.case.case.id)
    ends_on = consent.valid_until
    assert ends_on is not None

    session.conferences.change(meeting.conference.id, takes_place_on=ends_on)
    assert by_name(session, meeting)["Ömer Şahin"] is True
    session.conferences.change(
        meeting.conference.id, takes_place_on=ends_on + timedelta(days=1)
    )

    assert by_name(session, meeting)["Ömer Şahin"] is False


def test_the_missing_release_is_prepared_for_all_that_is_talked_about(
    session: Session,
) -> None:
    meeting = a_meeting(session)
    [nurse] = [
        each
        for each in session.inviting.invitees(meeting.conference.id)
        if not each.may_come
    ]

    row = session.inviting.prepare_release(nurse.participant.id)

    assert row is not None
    assert row.party_id == meeting.case.nurse.id
    assert row.direction is Direction.BOTH
    assert set(row.categories) >= set(meeting.conference.categories)
    assert by_name(session, meeting)["Claudia Weber, Spitex Aarelauf AG"] is False


def test_nothing_is_prepared_for_whom_the_client_brings(session: Session) -> None:
    meeting = a_meeting(session)

    friend = session.conferencing.add_trusted(meeting.conference.id, "Lena Brunner")

    assert by_name(session, meeting)["Lena Brunner"] is True
    assert session.inviting.prepare_release(friend.id) is None


def test_a_representative_may_come_as_long_as_the_representation_stands(
    session: Session,
) -> None:
    meeting = a_meeting(session)
    person = session.persons.add(
        Person(id=PersonId("p9"), given_name="Urs", family_name="Gerber")
    )
    party = session.parties.add(
        Party(
            id=PartyId("b9"),
            case_id=meeting.case.case.id,
            person_id=person.id,
            roles=(PartyRole.REPRESENTATIVE,),
        )
    )
    stands = session.representations.add(
        Representation(
            id=RepresentationId("v9"),
            client_id=meeting.case.case.client_id,
            kind=RepresentationKind.CH_BEISTANDSCHAFT,
            person_id=person.id,
        )
    )

    added = session.conferencing.add_party(meeting.conference.id, party.id)

    assert added.role is ParticipantRole.REPRESENTATIVE
    assert by_name(session, meeting)["Urs Gerber"] is True
    session.representations.change(stands.id, valid_until=date(2026, 3, 13))
    assert by_name(session, meeting)["Urs Gerber"] is False


def test_what_is_there_already_leaves_no_line_in_the_trail(session: Session) -> None:
    meeting = a_meeting(session)
    issued(session, meeting)
    corrected = session.conferencing.correct(meeting.conference.id)
    there = session.participants.of(conference_id=corrected.id)
    known = next(each for each in there if each.party_id is not None)
    assert known.party_id is not None
    before = session.trail.last(1)

    session.conferencing.correct(meeting.conference.id)
    session.conferencing.add_party(corrected.id, known.party_id)

    assert session.trail.last(1) == before


def test_nobody_is_on_the_list_twice(session: Session) -> None:
    meeting = a_meeting(session)

    session.conferencing.add_party(meeting.conference.id, meeting.case.doctor.id)

    assert len(session.participants.of(conference_id=meeting.conference.id)) == 4


def test_noting_the_invitation_leaves_out_who_may_not_come(session: Session) -> None:
    meeting = a_meeting(session)

    session.inviting.note_invited(meeting.conference.id)

    people = session.participants.of(conference_id=meeting.conference.id)
    assert [each.invited_on for each in people] == [TODAY, TODAY, TODAY, None]
    state = session.conferences.get(meeting.conference.id).state
    assert state is ConferenceState.INVITED


def test_a_participation_plan_conference_needs_the_clients_consent_first(
    session: Session,
) -> None:
    meeting = a_meeting(session, ConferenceKind.PARTICIPATION_PLAN)

    with pytest.raises(ClientHasNotAgreed):
        session.inviting.note_invited(meeting.conference.id)
    session.conferences.change(meeting.conference.id, client_agreed_on=TODAY)

    assert session.inviting.note_invited(meeting.conference.id).invited_on == TODAY


def test_items_are_put_where_they_are_wanted(session: Session) -> None:
    meeting = a_meeting(session)
    item = session.conferencing.add_item(meeting.conference.id, "Wohnung")

    placed = session.conferencing.place_item(item.id, 1)
    session.conferencing.place_item(placed[0].id, 99)

    titles = [
        each.title
        for each in session.agenda_items.of(conference_id=meeting.conference.id)
    ]
    assert titles[0] == "Wohnung"
    assert titles[-1] == "Begrüssung, Rollen, Vertraulichkeit"


def test_beginning_notes_everybody_as_present_who_was_not_excused(
    session: Session,
) -> None:
    meeting = a_meeting(session)
    people = session.participants.of(conference_id=meeting.conference.id)
    session.participants.change(people[2].id, attendance=Attendance.EXCUSED)

    held = session.conferencing.begin(meeting.conference.id)

    assert held.held_on == TODAY
    people = session.participants.of(conference_id=meeting.conference.id)
    came = {each.attendance for each in people}
    assert came == {Attendance.PRESENT, Attendance.EXCUSED, None}  # no release


def test_a_beginning_is_taken_back_with_those_it_noted_as_present(
    session: Session,
) -> None:
    meeting = a_meeting(session)
    people = session.participants.of(conference_id=meeting.conference.id)
    session.participants.change(people[2].id, attendance=Attendance.EXCUSED)
    session.conferencing.begin(meeting.conference.id)

    again = session.conferencing.take_back_begin(meeting.conference.id)

    assert (again.state, again.held_on) == (ConferenceState.PLANNED, None)
    people = session.participants.of(conference_id=meeting.conference.id)
    assert {each.attendance for each in people} == {Attendance.EXCUSED, None}
    issued(session, meeting)
    with pytest.raises(MinutesStay):
        session.conferencing.take_back_begin(meeting.conference.id)


def test_cancelling_needs_a_reason_and_can_be_taken_back(session: Session) -> None:
    meeting = a_meeting(session)

    with pytest.raises(CancelledWithoutReason):
        session.conferencing.cancel(meeting.conference.id, " ")
    cancelled = session.conferencing.cancel(meeting.conference.id, "Klientin krank")

    assert cancelled.state is ConferenceState.CANCELLED
    again = session.conferencing.take_up_again(meeting.conference.id)
    assert again.state is ConferenceState.PLANNED


def test_issued_minutes_stay_but_are_approved_and_carried_on(session: Session) -> None:
    meeting = a_meeting(session)
    [first, *_] = session.agenda_items.of(conference_id=meeting.conference.id)
    made = session.conferencing.add_resolution(first.id, ResolutionKind.TASK)
    session.resolutions.change(made.id, words="Spitex anfragen")
    [person, *_] = session.participants.of(conference_id=meeting.conference.id)
    issued(session, meeting)

    refused: list[Callable[[], object]] = [
        lambda: session.conferences.change(meeting.conference.id, dissent="x"),
        lambda: session.conferences.remove(meeting.conference.id),
        lambda: session.agenda_items.change(first.id, discussion="x"),
        lambda: session.resolutions.change(made.id, words="x"),
        lambda: session.resolutions.remove(made.id),
        lambda: session.participants.change(person.id, attendance=None),
        lambda: session.conferencing.add_item(meeting.conference.id),
        lambda: session.conferencing.place_item(first.id, 3),
        lambda: session.conferencing.add_resolution(first.id, ResolutionKind.TASK),
        lambda: session.conferencing.add_trusted(meeting.conference.id),
        lambda: session.conferencing.begin(meeting.conference.id),
    ]
    for deed in refused:
        with pytest.raises(MinutesStay):
            deed()

    session.conferences.change(meeting.conference.id, approved_by="alle")
    assert session.resolving.make_task(made.id).title == "Spitex anfragen"


def test_a_correction_is_a_new_version_that_makes_nothing_twice(
    session: Session,
) -> None:
    meeting = a_meeting(session)
    [first, *_] = session.agenda_items.of(conference_id=meeting.conference.id)
    made = session.conferencing.add_resolution(first.id, ResolutionKind.TASK)
    session.resolutions.change(made.id, words="Spitex anfragen")
    with pytest.raises(MinutesNotIssued):
        session.conferencing.correct(meeting.conference.id)
    issued(session, meeting)
    task = session.resolving.make_task(made.id)

    corrected = session.conferencing.correct(meeting.conference.id)

    assert corrected.version == 2
    assert corrected.state is ConferenceState.HELD
    assert session.conferencing.correct(meeting.conference.id) == corrected
    assert session.conferencing.of_case(meeting.case.case.id) == [corrected]
    [earlier] = session.conferencing.earlier_versions(corrected)
    assert earlier.id == meeting.conference.id
    [copy] = session.resolving.of(corrected.id)
    assert copy.task_id == task.id
    with pytest.raises(MadeAlready):
        session.resolving.make_task(copy.id)
    session.resolutions.change(copy.id, words="Spitex und Pro Senectute anfragen")
    assert session.resolutions.get(made.id).words == "Spitex anfragen"


def test_a_decision_becomes_a_measure_of_the_chosen_goal_once(session: Session) -> None:
    meeting = a_meeting(session)
    goal = session.planning.add_goal(meeting.case.case.id)
    [first, *_] = session.agenda_items.of(conference_id=meeting.conference.id)
    made = session.conferencing.add_resolution(first.id, ResolutionKind.DECISION)
    session.resolutions.change(
        made.id,
        words="Zweimal in der Woche Spitex",
        responsible=TaskOwner.PARTY,
        party_id=meeting.case.nurse.id,
        due_on=date(2026, 4, 1),
    )

    measure = session.resolving.make_measure(made.id, goal.id)

    assert measure.what == "Zweimal in der Woche Spitex"
    assert measure.responsible is Responsible.PROVIDER
    assert measure.party_id == meeting.case.nurse.id
    assert measure.ends_on == date(2026, 4, 1)
    behind = session.resolving.behind_measure(measure.id)
    assert behind is not None
    assert (behind.id, behind.goal_id) == (made.id, goal.id)
    with pytest.raises(MadeAlready):
        session.resolving.make_measure(made.id, goal.id)
    session.measures.remove(measure.id)
    assert session.resolving.make_measure(made.id, goal.id).goal_id == goal.id


@pytest.mark.parametrize(
    ("owner", "responsible"),
    [
        (TaskOwner.USER, Responsible.CASE_MANAGER),
        (TaskOwner.CLIENT, Responsible.CLIENT),
        (TaskOwner.OTHER, Responsible.PROVIDER),
    ],
)
def test_who_is_responsible_goes_into_the_measure(
    session: Session, owner: TaskOwner, responsible: Responsible
) -> None:
    meeting = a_meeting(session)
    goal = session.planning.add_goal(meeting.case.case.id)
    [first, *_] = session.agenda_items.of(conference_id=meeting.conference.id)
    made = session.conferencing.add_resolution(first.id, ResolutionKind.DECISION)
    session.resolutions.change(made.id, words="x", responsible=owner)

    assert session.resolving.make_measure(made.id, goal.id).responsible is responsible


def test_a_task_of_a_conference_names_where_it_came_from(session: Session) -> None:
    meeting = a_meeting(session)
    [first, *_] = session.agenda_items.of(conference_id=meeting.conference.id)
    made = session.conferencing.add_resolution(first.id, ResolutionKind.TASK)
    session.resolutions.change(made.id, words="Antrag stellen", due_on=TODAY)

    task = session.resolving.make_task(made.id)

    source = Source(noun="resolution", record_id=made.id)
    assert session.tasking.made_from(source) == [task]
    assert task.due_on == TODAY
    assert session.resolutions.get(made.id).task_id == task.id


def test_nothing_is_made_of_an_information(session: Session) -> None:
    meeting = a_meeting(session)
    [first, *_] = session.agenda_items.of(conference_id=meeting.conference.id)
    made = session.conferencing.add_resolution(first.id, ResolutionKind.INFORMATION)

    with pytest.raises(OnlyDecisionsBecomeMeasures):
        session.resolving.make_task(made.id)


def test_who_is_on_a_list_is_not_taken_out_of_the_case(session: Session) -> None:
    meeting = a_meeting(session)

    with pytest.raises(StillUsed):
        session.parties.remove(meeting.case.nurse.id)


def test_the_conferences_of_an_erased_case_go_with_it(session: Session) -> None:
    meeting = a_meeting(session)
    issued(session, meeting)
    session.conferencing.correct(meeting.conference.id)
    close(session, meeting.case.case.id)
    session.bin.put(meeting.case.case.id, GROUND)

    session.bin.erase(meeting.case.case.id, GROUND)

    assert session.conferences.all() == []
    assert session.participants.all() == []
