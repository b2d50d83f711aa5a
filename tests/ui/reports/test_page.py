"""Reports on the screen: begun, written, taken again, previewed, corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from services.a_report import DIAGNOSIS, NEUTRAL, a_draft, a_report_case, allow
from ui.keys import type_text

from casedesk.domain.data_category import DataCategory
from casedesk.domain.document import DocumentKind
from casedesk.domain.handing import TO_CLIENT, Whom
from casedesk.domain.report import ReportKind, ReportPart
from casedesk.ui.places import Page
from casedesk.ui.reports.entries_dialog import EntriesDialog
from casedesk.ui.reports.new_report_dialog import NewReportDialog
from casedesk.ui.reports.page import ReportsPage
from casedesk.ui.reports.reports_card import ReportsCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from services.a_report import ReportCase
    from ui.conftest import Asked

    from casedesk.domain.case import PartyId
    from casedesk.domain.report import Report
    from casedesk.ui.desk import Desk
    from casedesk.ui.reports.report_view import ReportView
    from casedesk.ui.reports.section_card import SectionCard


@pytest.fixture
def case(desk: Desk) -> ReportCase:
    return a_report_case(desk.session)


@pytest.fixture
def page(desk: Desk, case: ReportCase, qtbot: QtBot) -> ReportsPage:
    page = ReportsPage(desk)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show_case(case.people.case.id)
    page.show()
    return page


def view_of(page: ReportsPage) -> ReportView:
    assert page.view is not None
    return page.view


def card_of(page: ReportsPage, part: ReportPart) -> SectionCard:
    view = view_of(page)
    section = view._desk.session.reporting.shown(view.report_id).section(part)
    view.show_section(section.id)
    return view.cards[section.id]


def shown(
    page: ReportsPage, desk: Desk, case: ReportCase, party_id: PartyId | None = None
) -> Report:
    report = a_draft(desk.session, case, party_id)
    page.show_case(case.people.case.id, report.id)
    return report


def issue(desk: Desk, report: Report) -> None:
    paper = desk.session.report_papers.report(report.id)
    desk.session.papers.issue(paper, paper.render(), TO_CLIENT)


def test_a_new_report_is_asked_for_and_shown(
    page: ReportsPage, desk: Desk, case: ReportCase
) -> None:
    assert page._empty.isVisibleTo(page)

    page.new_report()
    [dialog] = page.findChildren(NewReportDialog)
    assert dialog.whom.editor.value() == case.people.insurer.id
    dialog.choose(ReportKind.CLOSING)
    assert dialog.whom.editor.value() == Whom.CLIENT
    dialog.accept()

    [report] = desk.session.reports.of(case_id=case.people.case.id)
    assert (report.kind, report.party_id) == (ReportKind.CLOSING, None)
    assert view_of(page).report_id == report.id
    assert not page._empty.isVisibleTo(page)


def test_typed_words_are_kept_and_the_user_says_what_they_tell(
    page: ReportsPage, desk: Desk, case: ReportCase
) -> None:
    payer = case.people.insurer
    allow(
        desk.session,
        payer,
        (DataCategory.IDENTITY, DataCategory.CARE_NEEDS, DataCategory.BENEFITS),
    )
    shown(page, desk, case, payer.id)
    card = card_of(page, ReportPart.OUTLOOK)
    assert "✗" not in view_of(page).release()

    type_text(card.form.editor("text"), "Die Therapie geht weiter. ")  # type: ignore[arg-type]  # a widget
    page.flush()
    assert card.kinds is not None
    chips = card.kinds.editor("categories")
    chips.set_value((DataCategory.HEALTH,))
    chips.edited.emit()
    page.flush()

    stored = desk.session.report_sections.get(card.form.property("record_id"))
    assert stored.text.startswith("Die Therapie geht weiter.")
    assert stored.categories == (DataCategory.HEALTH,)
    assert "✗" in view_of(page).release()
    assert view_of(page).consents.isVisibleTo(page)


def test_a_section_says_where_it_comes_from_and_what_is_left_out(
    page: ReportsPage, desk: Desk, case: ReportCase
) -> None:
    shown(page, desk, case, case.people.insurer.id)

    said = card_of(page, ReportPart.GOALS).said()

    assert "Taken from the file on" in said
    assert "Left out for this recipient – goals: " in said


def test_taking_a_section_again_offers_to_put_the_words_back(
    page: ReportsPage, desk: Desk, case: ReportCase, asked: Asked
) -> None:
    shown(page, desk, case)
    card = card_of(page, ReportPart.EVENTS)
    desk.session.report_sections.change(
        card.form.property("record_id"), text="Eigene Worte"
    )
    page.refresh()

    card.take.click()

    assert NEUTRAL in card.form.editor("text").raw()
    [(said, back)] = asked.backs
    assert said == "Your words were replaced by what the file says."
    back()
    page.refresh()
    assert card.form.editor("text").raw() == "Eigene Worte"


def test_what_has_changed_in_the_file_is_said_and_taken_over(
    page: ReportsPage, desk: Desk, case: ReportCase
) -> None:
    shown(page, desk, case)
    assert not view_of(page).behind.isVisibleTo(page)
    desk.session.goals.change(case.walking, wording="Treppe steigen")

    page.refresh()
    assert view_of(page).behind.isVisibleTo(page)
    view_of(page).behind.acted.emit()

    text = card_of(page, ReportPart.GOALS).form.editor("text").raw()
    assert "Treppe steigen" in text
    assert not view_of(page).behind.isVisibleTo(page)


def test_another_recipient_cuts_the_draft_anew(
    page: ReportsPage, desk: Desk, case: ReportCase
) -> None:
    shown(page, desk, case)
    box = view_of(page).form.editor("party_id")

    box.set_value(case.people.insurer.id)
    box.edited.emit()
    page.flush()

    assert not card_of(page, ReportPart.SITUATION).form.editor("text").raw()


def test_entries_are_put_in_after_they_were_read(
    page: ReportsPage, desk: Desk, case: ReportCase
) -> None:
    shown(page, desk, case)
    card_of(page, ReportPart.EVENTS).entries.click()

    [dialog] = view_of(page).findChildren(EntriesDialog)
    assert dialog.text.text() == DIAGNOSIS
    dialog.put_chosen_in()

    text = card_of(page, ReportPart.EVENTS).form.editor("text").raw()
    assert DIAGNOSIS in text


def test_an_entry_that_is_not_for_the_recipient_says_why(
    page: ReportsPage, desk: Desk, case: ReportCase
) -> None:
    shown(page, desk, case, case.people.insurer.id)
    view_of(page).choose_entries()

    [dialog] = view_of(page).findChildren(EntriesDialog)

    assert dialog.reason.text() == "Told in confidence, not meant for them."
    assert not dialog.deed.isEnabled()


def test_a_section_is_left_out_and_put_back(
    page: ReportsPage, desk: Desk, case: ReportCase
) -> None:
    shown(page, desk, case)
    card = card_of(page, ReportPart.MEASURES)

    card.leave.click()
    assert card.form.isHidden()
    card.leave.click()
    assert not card.form.isHidden()


def test_a_draft_is_previewed_and_an_issued_report_only_read(
    page: ReportsPage, desk: Desk, case: ReportCase, asked: Asked
) -> None:
    report = shown(page, desk, case)

    page.print_shown()
    [paper] = asked.papers
    assert (paper.kind, paper.whom) == (DocumentKind.PROGRESS_REPORT, Whom.CLIENT)
    issue(desk, report)
    page.refresh()

    card = card_of(page, ReportPart.EVENTS)
    assert card.form.isHidden()
    assert NEUTRAL in card.read.text()
    assert not view_of(page).issue.isVisibleTo(page)
    page.print_shown()
    assert asked.places[-1].page is Page.DOCUMENTS
    view_of(page).correct.click()
    [correction] = desk.session.reports.of(replaces_id=report.id)
    assert view_of(page).report_id == correction.id


def test_a_draft_thrown_away_can_be_brought_back(
    page: ReportsPage, desk: Desk, case: ReportCase, asked: Asked
) -> None:
    shown(page, desk, case)

    view_of(page).throw.click()

    assert page.view is None
    [(noun, deed)] = asked.undos
    desk.session.records(noun).take_back(deed)
    page.refresh()
    assert page.view is not None


def test_the_card_on_other_pages_leads_to_a_report(
    desk: Desk, case: ReportCase, asked: Asked, qtbot: QtBot
) -> None:
    report = a_draft(desk.session, case)
    card = ReportsCard(desk)
    qtbot.addWidget(card)
    card.show_case(case.people.case.id)

    [row] = card.list.rows()
    row.click()  # type: ignore[attr-defined]  # rows of this card can be pressed

    [place] = asked.places
    assert (place.page, place.subject_id) == (Page.REPORTS, report.id)
