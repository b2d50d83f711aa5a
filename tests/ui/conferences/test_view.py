"""A case conference is prepared, held and followed up on the screen."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from services.a_conference import Meeting, a_meeting
from ui.keys import type_text

from casedesk.domain.conference import (
    Attendance,
    ConferenceState,
    ResolutionKind,
)
from casedesk.domain.document import DocumentKind
from casedesk.ui.conferences.follow_part import FollowPart
from casedesk.ui.conferences.hold_part import HoldPart
from casedesk.ui.conferences.prepare_part import PreparePart
from casedesk.ui.conferences.result_row import ResultRow
from casedesk.ui.conferences.view import ConferenceView, Part
from casedesk.ui.coordination.page import CoordinationPage
from casedesk.ui.places import Page

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot
    from ui.conftest import Asked

    from casedesk.ui.desk import Desk
    from casedesk.ui.widgets.record_form import RecordForm

TODAY = date(2026, 3, 14)


@pytest.fixture
def meeting(desk: Desk) -> Meeting:
    return a_meeting(desk.session)


@pytest.fixture
def page(desk: Desk, meeting: Meeting, qtbot: QtBot) -> CoordinationPage:
    page = CoordinationPage(desk)
    qtbot.addWidget(page)
    page.resize(1050, 700)
    page.show_case(meeting.case.case.id)
    page.open_conference(meeting.conference.id)
    page.show()
    return page


def view_of(page: CoordinationPage) -> ConferenceView:
    assert page.view is not None
    return page.view


def prepare(page: CoordinationPage) -> PreparePart:
    view_of(page).choose(Part.PREPARE)
    part = view_of(page).part(Part.PREPARE)
    assert isinstance(part, PreparePart)
    return part


def hold(page: CoordinationPage) -> HoldPart:
    view_of(page).choose(Part.HOLD)
    part = view_of(page).part(Part.HOLD)
    assert isinstance(part, HoldPart)
    return part


def follow(page: CoordinationPage) -> FollowPart:
    view_of(page).choose(Part.FOLLOW)
    part = view_of(page).part(Part.FOLLOW)
    assert isinstance(part, FollowPart)
    return part


def write(form: RecordForm, name: str, text: str) -> None:
    editor: QWidget = form.editor(name)  # type: ignore[assignment]  # each is a widget
    type_text(editor, text)
    form.flush()


def test_who_may_not_come_is_shown_with_the_reason_and_the_way_out(
    page: CoordinationPage, asked: Asked
) -> None:
    people = prepare(page).people
    rows = {row.invitee.name: row for row in people.rows}
    nurse = rows["Claudia Weber, Spitex Aarelauf AG"]

    assert "No release in force covers it." in nurse.why.text()
    assert nurse.letter.isHidden()
    assert not rows["Ömer Şahin"].letter.isHidden()
    nurse.prepare.click()

    [place] = asked.places
    assert place.page is Page.CONSENTS


def test_what_is_typed_before_the_meeting_is_stored(
    page: CoordinationPage, desk: Desk, meeting: Meeting
) -> None:
    part = prepare(page)
    write(part.form, "starts_at", "1430")
    write(part.form, "title", "Rückkehr")
    write(part.preparation, "taboo", "Die Scheidung")

    stored = desk.session.conferences.get(meeting.conference.id)
    assert (stored.starts_at, stored.taboo) == ("14:30", "Die Scheidung")
    assert view_of(page).title.text() == "Rückkehr"
    write(part.form, "starts_at", "x")
    assert part.form.trouble("starts_at")


def test_people_are_added_and_taken_off_and_get_letters(
    page: CoordinationPage, desk: Desk, meeting: Meeting, asked: Asked
) -> None:
    people = prepare(page).people
    people.whom.set_value(meeting.case.insurer.id)
    people.add_party.click()
    people.add_trusted.click()
    trusted = people.rows[-1].invitee.participant
    write(people._names[trusted.id], "name", "Lena")

    assert desk.session.participants.get(trusted.id).name == "Lena"
    assert people.rows[-2].invitee.name == "Krankenkasse Muster"
    people.rows[-2].remove.click()
    assert asked.undos[-1][0] == "participant"
    people.rows[0].letter.click()
    people.letter_for_all.click()
    page.print_shown()
    prepare(page).sheet.click()
    kinds = [paper.kind for paper in asked.papers]
    assert kinds == [DocumentKind.CONFERENCE_INVITATION] * 3 + [
        DocumentKind.CONFERENCE_PREPARATION
    ]
    people.invited.click()
    state = desk.session.conferences.get(meeting.conference.id).state
    assert state is ConferenceState.INVITED


def test_the_agenda_is_ordered_by_keys_and_by_hand(
    page: CoordinationPage, desk: Desk, meeting: Meeting, qtbot: QtBot
) -> None:
    agenda = prepare(page).agenda
    items = desk.session.agenda_items.of(conference_id=meeting.conference.id)
    first, last = agenda.rows[items[0].id], agenda.rows[items[-1].id]

    first.form.focus_field("title")
    agenda.move_focused(1)
    agenda.drop_at(last, agenda.mapToGlobal(QPoint(0, 0)).y())

    order = [
        each.id
        for each in desk.session.agenda_items.of(conference_id=meeting.conference.id)
    ]
    assert order[:3] == [items[-1].id, items[1].id, items[0].id]
    agenda.add_item.click()
    assert len(agenda.rows) == 9
    last.remove.click()
    assert len(agenda.rows) == 8


def test_a_conference_is_cancelled_with_a_reason_and_taken_up_again(
    page: CoordinationPage, desk: Desk, meeting: Meeting
) -> None:
    part = prepare(page)
    part.cancel.click()
    assert part.dialog is not None
    type_text(part.dialog.editor, "Klientin krank")
    part.dialog.act.click()

    assert view_of(page).state.text() == "cancelled: Klientin krank"
    part.again.click()
    state = desk.session.conferences.get(meeting.conference.id).state
    assert state is ConferenceState.PLANNED


def test_during_the_meeting_the_taboo_is_in_sight_and_results_are_typed(
    page: CoordinationPage, desk: Desk, meeting: Meeting
) -> None:
    desk.session.conferences.change(meeting.conference.id, taboo="Die Scheidung")
    part = hold(page)
    assert part.taboo_words.text() == "Must not be discussed: Die Scheidung"
    assert not part.sheet.isVisible()
    part.begin.click()

    assert part.sheet.isVisible()
    part.choose(1)
    write(part.item.form, "discussion", "Sie will nach Hause.")
    part.item.adds[ResolutionKind.DECISION].click()
    [row] = part.item.rows.values()
    write(row.form, "words", "Probewohnen")
    write(row.form, "due_on", "+14")
    part._step(1)
    assert part.item.rows == {}

    items = desk.session.agenda_items.of(conference_id=meeting.conference.id)
    assert desk.session.agenda_items.get(items[1].id).discussion
    [resolution] = desk.session.resolving.of(meeting.conference.id)
    assert resolution.words == "Probewohnen"
    assert resolution.due_on == date(2026, 3, 28)
    chips = part.attendance.chips
    person = desk.session.participants.of(conference_id=meeting.conference.id)[-1]
    chips[person.id].set_value(Attendance.EXCUSED)
    chips[person.id].edited.emit()
    assert desk.session.participants.get(person.id).attendance is Attendance.EXCUSED
    write(part.closing, "dissent", "keiner")
    assert desk.session.conferences.get(meeting.conference.id).dissent == "keiner"


def test_a_conference_that_began_by_mistake_is_taken_back(
    page: CoordinationPage, desk: Desk, meeting: Meeting, asked: Asked
) -> None:
    hold(page).begin.click()
    [(said, back)] = asked.backs

    back()

    assert said == "The conference begins."
    state = desk.session.conferences.get(meeting.conference.id).state
    assert state is ConferenceState.PLANNED


def test_results_are_carried_on_with_one_press_and_once(
    page: CoordinationPage, desk: Desk, meeting: Meeting, asked: Asked
) -> None:
    session = desk.session
    goal = session.planning.add_goal(meeting.case.case.id)
    session.conferencing.begin(meeting.conference.id)
    [first, *_] = session.agenda_items.of(conference_id=meeting.conference.id)
    for words in ("Spitex anfragen", "Zweimal Spitex"):
        made = session.conferencing.add_resolution(first.id, ResolutionKind.DECISION)
        session.resolutions.change(made.id, words=words)

    part = follow(page)
    task_row, _other = part.results.rows()
    assert isinstance(task_row, ResultRow)
    task_row.task.click()
    _task_row, measure_row = part.results.rows()
    assert isinstance(measure_row, ResultRow)
    [action] = measure_row.goal_menu().actions()
    action.trigger()

    [task] = session.tasking.open_of(meeting.case.case.id)
    [measure] = session.measures.of(case_id=meeting.case.case.id)
    assert (task.title, measure.what) == ("Spitex anfragen", "Zweimal Spitex")
    assert measure.goal_id == goal.id
    rows = part.results.rows()
    for row in rows:
        assert isinstance(row, ResultRow)
        assert row.task.isHidden()
        row.made.click()
    assert [each.page for each in asked.places] == [Page.COORDINATION, Page.PLANNING]


def test_minutes_are_shown_corrected_and_approved(
    page: CoordinationPage, desk: Desk, meeting: Meeting, asked: Asked
) -> None:
    part = follow(page)
    assert not part.minutes.isEnabled()
    desk.session.conferencing.begin(meeting.conference.id)
    page.refresh()
    part.minutes.click()
    assert asked.papers[-1].kind is DocumentKind.CONFERENCE_MINUTES
    doctor, nurse = desk.session.participants.of(conference_id=meeting.conference.id)[
        -2:
    ]
    assert part.ticks[doctor.id].isEnabled()
    assert not part.ticks[nurse.id].isEnabled()
    part.ticks[doctor.id].click()
    assert not desk.session.participants.get(doctor.id).gets_minutes
    desk.session.conferences.change(meeting.conference.id, minutes_issued_on=TODAY)
    page.refresh()
    write(part.form, "approved_by", "alle")

    part.correct.click()

    view = view_of(page)
    assert view.state.text() == "held · version 2"
    [earlier] = follow(page).versions.rows()
    earlier.click()  # type: ignore[attr-defined]  # a row that can be pressed
    assert view.state.text() == "minutes issued"


def test_issued_minutes_take_no_typing(
    page: CoordinationPage, desk: Desk, meeting: Meeting
) -> None:
    desk.session.conferencing.begin(meeting.conference.id)
    desk.session.conferences.change(meeting.conference.id, minutes_issued_on=TODAY)

    part = hold(page)

    assert not part.item.adds[ResolutionKind.TASK].isVisible()
    assert not prepare(page).agenda.add_item.isVisible()
    assert not prepare(page).people.add_party.isVisible()


def test_the_page_lists_conferences_and_finds_their_parts(
    page: CoordinationPage, desk: Desk, meeting: Meeting
) -> None:
    view_of(page).left.emit()
    [row] = page.conferences.list.rows()
    row.click()  # type: ignore[attr-defined]  # a row that can be pressed
    assert page._is_conference_shown()
    view_of(page).left.emit()
    assert not page._is_conference_shown()

    [item, *_] = desk.session.agenda_items.of(conference_id=meeting.conference.id)
    page.show_case(meeting.case.case.id, item.id)
    assert page._is_conference_shown()
    view_of(page).left.emit()
    page.conferences.plan.click()
    assert len(desk.session.conferences.all()) == 2
    desk.session.conferences.remove(
        view_of(page)._conference_id  # type: ignore[arg-type]  # one is shown
    )
    page.refresh()
    assert not page._is_conference_shown()
    page.start_task()


def test_a_new_conference_begins_with_its_title(
    page: CoordinationPage, desk: Desk, meeting: Meeting
) -> None:
    kind = desk.session.conferences.get(meeting.conference.id).kind
    new = desk.session.conferencing.plan(meeting.case.case.id, kind)
    page._on_left()

    page.conferences.opened.emit(new.id)

    part = view_of(page).part(Part.PREPARE)
    assert isinstance(part, PreparePart)
    assert part.form.field_of(page.window().focusWidget()) == "title"
