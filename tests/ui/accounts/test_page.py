"""Time and invoices of a case on the screen, with real widgets."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from ui.keys import type_text

from casedesk.domain.billing_terms import OF_THE_PRACTICE, BillingTerms
from casedesk.domain.case import Area, Party, PartyId, PartyRole
from casedesk.domain.client import Client, ClientId
from casedesk.domain.cost_approval import CostApproval, CostApprovalId
from casedesk.domain.entry import Entry, EntryId, TimeCategory
from casedesk.domain.handing import TO_OWN_FILE
from casedesk.domain.network import Organisation, OrganisationId
from casedesk.domain.phase import Phase
from casedesk.domain.practice import Country
from casedesk.domain.tariff import BillingUnit
from casedesk.domain.time_sheet import TimeSheetState
from casedesk.ui.accounts.page import AccountsPage, period_of
from casedesk.ui.accounts.reason_dialog import ReasonDialog
from casedesk.ui.accounts.sheet_view import SheetView
from casedesk.ui.accounts.terms_form import TermsForm

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot
    from ui.conftest import Asked

    from casedesk.domain.case import CaseId
    from casedesk.ui.desk import Desk

PAYER = PartyId("payer")


@pytest.fixture
def case_id(desk: Desk) -> CaseId:
    session = desk.session
    client = Client(id=ClientId("anna"), family_name="Brönnimann", given_name="Anna")
    case = session.cases.open_for_new_client(client, Area.NURSING_CARE)
    session.organisations.add(
        Organisation(
            id=OrganisationId("o"),
            name="Krankenkasse Grünegg",
            street="Ahornweg 1",
            postcode="3000",
            town="Bern",
        )
    )
    session.parties.add(
        Party(
            id=PAYER,
            case_id=case.id,
            organisation_id=OrganisationId("o"),
            roles=(PartyRole.PAYER,),
        )
    )
    for number, day in enumerate((3, 10), start=1):
        session.entries.add(
            Entry(
                id=EntryId(f"e{number}"),
                case_id=case.id,
                phase=Phase.COORDINATION,
                happened_on=date(2026, 3, day),
                minutes=50,
                time_category=TimeCategory.CLIENT_CONTACT,
                text="Was nur ich lese",
                neutral_text="Gespräch",
            )
        )
    return case.id


@pytest.fixture
def page(desk: Desk, case_id: CaseId, qtbot: QtBot) -> AccountsPage:
    page = AccountsPage(desk)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show_case(case_id)
    page.show()
    return page


def sheet_view(page: AccountsPage) -> SheetView:
    assert isinstance(page.view, SheetView)
    return page.view


def editor(view: SheetView, name: str) -> QWidget:
    return view.line_form.editor(name)  # type: ignore[return-value]  # a widget


def issue(desk: Desk, asked: Asked, page: AccountsPage) -> None:
    sheet_view(page).print_out()
    paper = asked.papers[-1]
    desk.session.papers.issue(paper, paper.render(), TO_OWN_FILE)
    page.refresh()


def test_what_waits_becomes_a_sheet_for_the_payer(
    page: AccountsPage, desk: Desk, case_id: CaseId
) -> None:
    assert "2 billable entries" in page.waits()

    page.begin_sheet()

    [sheet] = desk.session.time_sheets.of(case_id=case_id)
    assert sheet.party_id == PAYER
    assert (sheet.starts_on, sheet.ends_on) == (date(2026, 3, 1), date(2026, 3, 14))
    lines = sheet_view(page).table.records()
    assert [line.text for line in lines] == ["Gespräch", "Gespräch"]
    assert "1:40 h" in sheet_view(page)._sums.text()
    assert page.waits().startswith("No billable entry")


def test_the_text_of_a_line_is_typed_and_kept(page: AccountsPage, desk: Desk) -> None:
    page.begin_sheet()
    view = sheet_view(page)
    view.table.selectRow(1)

    type_text(editor(view, "text"), "Telefonisches ")
    view.flush()

    texts = [line.text for line in view.table.records()]
    assert texts[1] == "Telefonisches Gespräch"
    assert texts[0] == "Gespräch"
    assert view.copied.text() == "In the record: Gespräch"
    view.table.selectRow(0)
    assert not view.copied.isVisible()


def test_another_period_has_other_lines(page: AccountsPage, desk: Desk) -> None:
    page.begin_sheet()
    view = sheet_view(page)

    desk.session.time_sheets.change(view.sheet_id, starts_on=date(2026, 3, 5))
    view.refresh()

    assert view.behind.isVisible()
    view._on_take_in()
    assert not view.behind.isVisible()
    assert len(view.table.records()) == 1


def test_an_issued_sheet_is_locked_and_cancelled_with_a_reason(
    page: AccountsPage, desk: Desk, asked: Asked, qtbot: QtBot
) -> None:
    page.begin_sheet()
    view = sheet_view(page)

    issue(desk, asked, page)

    assert view._cancel.isVisible()
    assert view._invoice.isVisible()
    assert not view._issue.isVisible()
    assert not view._line_card.isVisible()
    view._on_cancel()
    [dialog] = view.findChildren(ReasonDialog)
    dialog.accept()
    assert dialog.reason.trouble()
    type_text(dialog.reason.widget, "Falsche Kasse")
    dialog.accept()
    sheet = desk.session.time_sheets.get(view.sheet_id)
    assert sheet.state is TimeSheetState.CANCELLED
    assert "Falsche Kasse" in view._head.heading._note.text()


def test_a_draft_is_thrown_away_and_its_entries_wait_again(
    page: AccountsPage, desk: Desk, case_id: CaseId
) -> None:
    page.begin_sheet()

    sheet_view(page)._on_throw()

    assert desk.session.time_sheets.of(case_id=case_id) == []
    assert "2 billable entries" in page.waits()


def test_without_anything_to_bill_the_page_says_what_belongs_here(
    page: AccountsPage, desk: Desk
) -> None:
    assert page._empty.isVisible()
    assert page.view is None


def test_a_case_has_terms_of_its_own_only_when_wanted(
    page: AccountsPage, desk: Desk, case_id: CaseId
) -> None:
    desk.session.billing_terms.add(BillingTerms(id=OF_THE_PRACTICE, hourly_cents=12000))
    page.choose("terms")
    form = page.view
    assert isinstance(form, TermsForm)
    assert desk.session.time_keeping.own_terms(case_id) is None

    form.none.acted.emit()
    hourly: QWidget = form.form.editor("hourly_cents")  # type: ignore[assignment]  # a widget
    type_text(hourly, "150")
    form.flush()

    assert desk.session.time_keeping.terms(case_id).hourly_cents == 15000


def test_nothing_is_chosen_beforehand_about_the_tax(desk: Desk, qtbot: QtBot) -> None:
    form = TermsForm(desk)
    qtbot.addWidget(form)
    assert desk.session.time_keeping.own_terms() is None

    form.none.acted.emit()

    terms = desk.session.time_keeping.own_terms()
    assert terms is not None
    assert terms.vat_rule is None
    assert form.form.editor("vat_rule").value() is None


def test_a_sheet_is_proposed_for_the_month_that_waits_longest() -> None:
    today = date(2026, 3, 14)
    old = Entry(
        id=EntryId("e"),
        case_id="c",  # type: ignore[arg-type]  # any id
        phase=Phase.COORDINATION,
        happened_on=date(2026, 1, 20),
    )

    assert period_of([old], today) == (date(2026, 1, 1), date(2026, 1, 31))
    assert period_of([], today) == (date(2026, 3, 1), today)


def an_approval(desk: Desk, case_id: CaseId, number: str) -> None:
    desk.session.cost_approvals.add(
        CostApproval(
            id=CostApprovalId(number),
            case_id=case_id,
            party_id=PAYER,
            number=number,
            approved_minutes=120,
            counts_entries=True,
        )
    )


def test_the_approval_of_a_sheet_is_said_and_can_be_chosen(
    page: AccountsPage, desk: Desk, case_id: CaseId
) -> None:
    an_approval(desk, case_id, "KG 1")
    page.begin_sheet()
    line = sheet_view(page).approvals
    assert line.words.text().startswith("Approval KG 1: 83 % used")
    assert not line.choose.isVisible()

    an_approval(desk, case_id, "KG & 2")
    page.refresh()
    assert line.choose.isVisible()
    assert len(line.offered()) == 2
    line.take("KG & 2")

    sheet = desk.session.time_sheets.get(sheet_view(page).sheet_id)
    assert sheet.approval_number == "KG & 2"
    assert line.words.text().startswith("Approval KG & 2")


def test_without_a_choice_the_sheet_says_that_approvals_fit(
    page: AccountsPage, desk: Desk, case_id: CaseId
) -> None:
    for number in ("KG 1", "KG 2"):
        an_approval(desk, case_id, number)

    page.begin_sheet()

    line = sheet_view(page).approvals
    assert line.words.text() == "2 cost approvals fit this payer and period."


def test_terms_ask_for_what_the_tariff_needs(
    page: AccountsPage, desk: Desk, qtbot: QtBot
) -> None:
    desk.session.billing_terms.add(
        BillingTerms(id=OF_THE_PRACTICE, unit=BillingUnit.FLAT)
    )
    form = TermsForm(desk)
    qtbot.addWidget(form)
    form.show()

    def shown(name: str) -> bool:
        return bool(form.form.editor(name).isVisible())  # type: ignore[attr-defined]  # a widget

    assert shown("flat_cents")
    assert not shown("hourly_cents")
    desk.session.billing_terms.change(OF_THE_PRACTICE, unit=BillingUnit.LESSON)
    form.refresh()
    assert shown("hourly_cents")
    assert not shown("flat_cents")
    assert shown("rounds_total")
    desk.session.practice.records.change("practice", country=Country.DE)
    form.refresh()
    assert not shown("rounds_total")
