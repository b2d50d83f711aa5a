"""Invoices on the screen: what is missing, what was charged, what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from ui.accounts.test_page import case_id, issue, page, sheet_view
from ui.keys import type_text

from casedesk.domain.billing_terms import OF_THE_PRACTICE, BillingTerms, VatRule
from casedesk.domain.handing import TO_OWN_FILE, Whom
from casedesk.domain.invoice import InvoiceState
from casedesk.ui.accounts.invoice_view import InvoiceView
from casedesk.ui.accounts.open_page import OpenInvoicesPage
from casedesk.ui.accounts.payment_dialog import PaymentDialog
from casedesk.ui.accounts.reason_dialog import ReasonDialog
from casedesk.ui.dialog_drafts import BegunBefore
from casedesk.ui.places import Page, Place

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot
    from ui.conftest import Asked

    from casedesk.ui.accounts.page import AccountsPage
    from casedesk.ui.desk import Desk

__all__ = ["case_id", "page"]  # fixtures of the page

TERMS = BillingTerms(
    id=OF_THE_PRACTICE,
    hourly_cents=120_00,
    payment_days=30,
    iban="CH93 0076 2011 6238 5295 7",
)


@pytest.fixture
def view(page: AccountsPage, desk: Desk, asked: Asked) -> InvoiceView:
    desk.session.billing_terms.add(TERMS)
    page.begin_sheet()
    issue(desk, asked, page)
    sheet_view(page)._on_invoice()
    assert isinstance(page.view, InvoiceView)
    return page.view


def issue_invoice(view: InvoiceView, desk: Desk, asked: Asked) -> None:
    view.print_out()
    paper = asked.papers[-1]
    recipient_id = desk.session.invoices.get(view.invoice_id).recipient_id
    assert paper.usually_for == (recipient_id or Whom.CLIENT)
    desk.session.papers.issue(paper, paper.render(), TO_OWN_FILE)
    view.refresh()


def test_nothing_is_issued_before_the_user_has_said_something_of_the_tax(
    view: InvoiceView, desk: Desk, asked: Asked
) -> None:
    assert view.missing() == "• Whether VAT is charged"
    assert not view._issue.isEnabled()

    desk.session.invoices.change(view.invoice_id, vat_rule=VatRule.EXEMPT)
    view.refresh()
    assert view.missing() == "• Why no VAT is charged"
    note: QWidget = view.form.editor("vat_note")  # type: ignore[assignment]  # a widget
    type_text(note, "Von der Steuer ausgenommen.")
    view.flush()

    assert view.missing() == ""
    assert view._issue.isEnabled()
    issue_invoice(view, desk, asked)
    invoice = desk.session.invoices.get(view.invoice_id)
    assert (invoice.number, invoice.net_cents) == ("2026-0001", 200_00)


def test_an_invoice_is_paid_reminded_of_and_cancelled(
    view: InvoiceView, desk: Desk, asked: Asked, page: AccountsPage
) -> None:
    desk.session.invoices.change(view.invoice_id, vat_rule=VatRule.RATE, vat_rate=810)
    view.refresh()
    assert "8.1 % VAT CHF 16.20, in all CHF 216.20" in view._sums.text()
    issue_invoice(view, desk, asked)
    today = desk.session.clock.today()

    view.reminders.remind_otherwise()
    view.payments.pay_whole()
    invoice = desk.session.invoices.get(view.invoice_id)
    assert invoice.state_on(today) is InvoiceState.PAID
    assert view._head.heading._note.text() == "paid on 14/03/2026"
    view.payments.take_back()
    assert view.payments.whole.isVisible()

    view._on_cancel()
    [dialog] = view.findChildren(ReasonDialog)
    type_text(dialog.reason.widget, "Falsche Kasse")
    dialog.accept()
    credit = page.view
    assert isinstance(credit, InvoiceView)
    assert credit.invoice_id != invoice.id
    issue_invoice(credit, desk, asked)
    cancelled = desk.session.invoices.get(invoice.id)
    assert cancelled.state_on(today) is InvoiceState.CANCELLED
    assert not desk.session.invoicing.open()


def test_open_invoices_of_all_cases_lead_to_their_place(
    view: InvoiceView, desk: Desk, asked: Asked, qtbot: QtBot
) -> None:
    empty = OpenInvoicesPage(desk)
    qtbot.addWidget(empty)
    assert empty.table.records() == ()
    desk.session.invoices.change(view.invoice_id, vat_rule=VatRule.RATE, vat_rate=810)
    issue_invoice(view, desk, asked)
    listed = OpenInvoicesPage(desk)
    qtbot.addWidget(listed)

    listed._on_show()

    invoice = desk.session.invoices.get(view.invoice_id)
    [line] = listed.table.records()
    assert line.invoice == invoice
    assert asked.places[-1] == Place(
        page=Page.ACCOUNTS, case_id=invoice.case_id, subject_id=invoice.id
    )


@pytest.fixture
def sent(view: InvoiceView, desk: Desk, asked: Asked) -> InvoiceView:
    desk.session.invoices.change(view.invoice_id, vat_rule=VatRule.RATE, vat_rate=810)
    issue_invoice(view, desk, asked)
    return view


def test_a_payment_in_part_leaves_the_rest_open(sent: InvoiceView, desk: Desk) -> None:
    card = sent.payments
    assert card.list.text() == "Nothing was paid yet."
    card.note.click()
    [dialog] = card.findChildren(PaymentDialog)
    assert dialog.cents.editor.value() == 216_20
    dialog.cents.editor.set_value(None)
    dialog.accept()
    assert dialog.cents.trouble()
    dialog.cents.editor.set_value(16_20)
    dialog.day.editor.set_raw("no day at all")
    dialog.accept()
    assert dialog.day.trouble()
    dialog.day.editor.set_value(desk.session.clock.today())
    dialog.accept()

    assert card.list.text() == "CHF 16.20 on 14/03/2026"
    assert card.open.text() == "Still open: CHF 200.00"
    card.whole.click()
    assert not card.whole.isVisible()
    card.back.click()
    assert card.open.text() == "Still open: CHF 200.00"
    assert desk.session.invoices.get(sent.invoice_id).paid_on is None


def test_what_is_typed_of_a_payment_is_there_again_until_it_is_noted(
    sent: InvoiceView, desk: Desk
) -> None:
    card = sent.payments
    card.note.click()
    [first] = card.findChildren(PaymentDialog)
    first.cents.editor.set_value(None)
    type_text(first.cents.widget, "50")
    first.reject()  # as Escape and a lock do

    card.note.click()
    second = card.findChildren(PaymentDialog)[-1]
    assert second.cents.editor.value() == 50_00
    [banner] = second.findChildren(BegunBefore)
    assert not banner.isHidden()
    banner.acted.emit()
    assert second.cents.editor.value() == 216_20
    assert second.day.editor.value() == desk.session.clock.today()

    second.cents.editor.set_value(None)
    type_text(second.cents.widget, "16,20")
    second.accept()
    assert card.open.text() == "Still open: CHF 200.00"
    assert desk.session.invoices.drafts(sent.invoice_id) == {}


def test_a_reminder_is_written_printed_and_listed(
    sent: InvoiceView, desk: Desk, asked: Asked, page: AccountsPage
) -> None:
    card = sent.reminders
    assert not card.form.isVisible()
    card.begin.click()
    assert card.form.isVisible()
    text: QWidget = card.form.editor("text")  # type: ignore[assignment]  # a widget
    type_text(text, "Bitte melden Sie sich.")
    card.issue.click()
    paper = asked.papers[-1]
    desk.session.papers.issue(paper, paper.render(), TO_OWN_FILE)
    sent.refresh()

    assert not card.form.isVisible()
    assert card.list.text() == (
        "1. reminder of 14/03/2026: CHF 216.20, to be paid by 28/03/2026"
    )
    [letter] = desk.session.reminders.all()
    page.choose("terms")
    page.show_case(letter.case_id, letter.id)  # as the search leads to it
    found = page.view
    assert isinstance(found, InvoiceView)
    card = found.reminders
    card.otherwise.click()
    assert "Reminded on 14/03/2026, 14/03/2026" in card.list.text()
    card.begin.click()
    card.throw.click()
    assert not card.form.isVisible()
    assert desk.session.reminders.all() == [letter]
    assert letter.text == "Bitte melden Sie sich."


def test_a_flat_fee_is_typed_into_a_draft(
    view: InvoiceView, desk: Desk, asked: Asked
) -> None:
    view.fees.add_fee()
    [row] = view.fees.rows.values()
    price: QWidget = row.form.editor("unit_cents")  # type: ignore[assignment]  # a widget
    type_text(price, "300")
    view.flush()

    assert view._sums.text() == "In all CHF 500.00"
    [fee] = desk.session.flat_fees.all()
    row.removal_wanted.emit(fee.id)
    assert view._sums.text() == "In all CHF 200.00"
    assert view.fees.rows == {}
    assert asked.undos[-1][0] == "flat_fee"
