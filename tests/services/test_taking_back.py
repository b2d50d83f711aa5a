"""What was removed does not come back into what was frozen since."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
import sqlcipher3
from services.a_conference import a_meeting
from services.agreeing import agree
from services.paper_case import a_paper_case
from services.test_invoicing import a_case_to_bill, a_sheet, issued
from services.test_time_sheets import MARCH, PAYER, an_entry, issue

from casedesk.domain.conference import AgendaItemId, MinutesStay
from casedesk.domain.handing import TO_OWN_FILE
from casedesk.domain.invoice import SheetNotToBill
from casedesk.domain.plan_version import VersionFollowed
from casedesk.domain.review import ReviewOutcome
from casedesk.domain.time_sheet import TimeSheetStays

if TYPE_CHECKING:
    from casedesk.domain.conference import ConferenceId
    from casedesk.services.session import Session

TODAY = date(2026, 3, 14)


def issue_minutes(session: Session, conference_id: ConferenceId) -> None:
    session.conferencing.begin(conference_id)
    paper = session.conference_papers.minutes(conference_id)
    session.papers.issue(paper, paper.render(), TO_OWN_FILE)


def test_nothing_comes_back_into_issued_minutes(session: Session) -> None:
    meeting = a_meeting(session)
    conference_id, case_id = meeting.conference.id, meeting.case.case.id
    item = session.conferencing.add_item(conference_id, "Scheidung")
    [nurse] = session.participants.of(party_id=meeting.case.nurse.id)
    deeds = [
        session.agenda_items.remove(item.id),
        session.participants.remove(nurse.id),
    ]
    issue_minutes(session, conference_id)
    items = session.agenda_items.of(conference_id=conference_id)
    people = session.participants.of(conference_id=conference_id)

    for deed in deeds:
        with pytest.raises(MinutesStay):
            session.records("conference").take_back(deed)
    for removed in session.removed.of_case(case_id):
        with pytest.raises(MinutesStay):
            session.removed.take_back(removed)

    assert session.agenda_items.of(conference_id=conference_id) == items
    assert session.participants.of(conference_id=conference_id) == people


def test_the_file_itself_refuses_to_add_to_issued_minutes(session: Session) -> None:
    meeting = a_meeting(session)
    item = session.conferencing.add_item(meeting.conference.id, "Finanzen")
    issue_minutes(session, meeting.conference.id)

    database = session.agenda_items._database
    with (
        pytest.raises(sqlcipher3.IntegrityError, match="issued minutes"),
        database.write("agenda_item.add") as tables,
    ):
        tables.agenda_items.add(replace(item, id=AgendaItemId("late")))


def test_a_removed_item_comes_back_while_minutes_are_written(session: Session) -> None:
    meeting = a_meeting(session)
    item = session.conferencing.add_item(meeting.conference.id, "Finanzen")

    session.agenda_items.take_back(session.agenda_items.remove(item.id))

    assert session.agenda_items.get(item.id) == item


def test_a_line_that_was_dropped_does_not_come_back_into_an_issued_sheet(
    session: Session,
) -> None:
    case_id = a_case_to_bill(session)
    an_entry(session, case_id, "e1", minutes=85)
    an_entry(session, case_id, "e2", minutes=60)
    sheet = session.time_keeping.begin(case_id, PAYER, MARCH)
    session.entries.change("e2", is_billable=False)
    session.time_keeping.take_in(sheet.id)
    issue(session, session.time_sheets.get(sheet.id))
    lines = session.time_sheet_lines.of(sheet_id=sheet.id)

    [removed] = session.removed.of_case(case_id)
    with pytest.raises(TimeSheetStays):
        session.removed.take_back(removed)

    assert session.time_sheet_lines.of(sheet_id=sheet.id) == lines


def test_a_draft_of_a_sheet_comes_back_with_its_lines(session: Session) -> None:
    case_id = a_case_to_bill(session)
    an_entry(session, case_id, "e1", minutes=85)
    sheet = session.time_keeping.begin(case_id, PAYER, MARCH)
    lines = session.time_sheet_lines.of(sheet_id=sheet.id)
    session.time_keeping.remove_draft(sheet.id)

    [removed] = session.removed.of_case(case_id)
    session.removed.take_back(removed)

    assert session.time_sheets.get(sheet.id) == sheet
    assert session.time_sheet_lines.of(sheet_id=sheet.id) == lines


def test_a_draft_of_an_invoice_comes_back_only_while_its_sheets_wait(
    session: Session,
) -> None:
    case_id = a_case_to_bill(session)
    sheet_id = a_sheet(session, case_id)
    draft = session.invoicing.begin(case_id, (sheet_id,))
    session.invoicing.remove_draft(draft.id)
    [removed] = session.removed.of_case(case_id)
    session.removed.take_back(removed)
    assert session.invoices.get(draft.id) == draft
    session.invoicing.remove_draft(draft.id)
    issued(session, session.invoicing.begin(case_id, (sheet_id,)).id)

    again = next(
        each for each in session.removed.of_case(case_id) if each.record_id == draft.id
    )
    with pytest.raises(SheetNotToBill):
        session.removed.take_back(again)

    assert session.invoices.find(draft.id) is None


def test_a_draft_of_a_plan_does_not_come_back_beside_a_version_begun_since(
    session: Session,
) -> None:
    case_id = a_paper_case(session).case.id
    agree(session, case_id, TODAY)
    given_up = session.planning.new_version(case_id)
    session.plans.remove(given_up.id)
    session.planning.new_version(case_id)
    newest = agree(session, case_id, TODAY)

    [removed] = session.removed.of_case(case_id)
    with pytest.raises(VersionFollowed):
        session.removed.take_back(removed)

    assert session.planning.latest(case_id) == newest
    assert session.planning.new_version(case_id).version == newest.version + 1


def test_a_goal_comes_back_with_its_place_in_a_confirmed_review(
    session: Session,
) -> None:
    case = a_paper_case(session)
    goal = session.planning.add_goal(case.case.id)
    session.goals.change(goal.id, wording="Geht zum Laden")
    agree(session, case.case.id, TODAY)
    review = session.reviewing.begin(case.case.id)
    session.reviews.change(
        review.id, outcome=ReviewOutcome.UNCHANGED, outcome_reason="Es geht voran."
    )
    session.reviewing.confirm(review.id)
    [rating] = session.goal_ratings.of(goal_id=goal.id)

    session.goals.take_back(session.goals.remove(goal.id))

    assert session.goal_ratings.of(goal_id=goal.id) == [rating]
