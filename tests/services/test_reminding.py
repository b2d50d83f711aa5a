"""Reminders in a real vault: what is open, printed with a slip, noted, frozen."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from services.closed_case import GROUND, close
from services.test_invoicing import (
    TODAY,
    a_case_to_bill,
    a_german_case,
    a_sheet,
    codes_on,
    issued,
    printed,
)

from casedesk.domain.billing_terms import OF_THE_PRACTICE
from casedesk.domain.document import DocumentKind
from casedesk.domain.handing import TO_OWN_FILE
from casedesk.domain.invoice import AllReminded, InvoiceState, NotOpen
from casedesk.domain.payment import grouped, reference_for
from casedesk.domain.reminder import PayByIsPast, ReminderChanged, ReminderStays

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from casedesk.domain.case import CaseId
    from casedesk.domain.invoice import Invoice
    from casedesk.domain.reminder import Reminder
    from casedesk.services.session import Session

QR_IBAN = "CH4431999123000889012"


def an_invoice(session: Session, case_id: CaseId) -> Invoice:
    begun = session.invoicing.begin(case_id, (a_sheet(session, case_id),))
    return issued(session, begun.id)[0]


def sent(session: Session, reminder: Reminder) -> tuple[Reminder, bytes]:
    paper = session.reminding.prepare(reminder.id)
    pdf = paper.render()
    session.papers.issue(paper, pdf, TO_OWN_FILE)
    return session.reminders.get(reminder.id), pdf


def test_a_reminder_asks_for_what_is_still_open(
    session: Session, qapp: QApplication
) -> None:
    invoice = an_invoice(session, a_case_to_bill(session))
    session.invoicing.note_payment(invoice.id, TODAY, 100_00)

    letter, pdf = sent(session, session.reminding.begin(invoice.id))

    assert (letter.level, letter.open_cents, letter.issued_on) == (1, 112_40, TODAY)
    text = printed(pdf)
    for words in (
        "Zahlungserinnerung: Rechnung 2026-0001",
        "Krankenkasse Grünegg",
        "CHF 212.40",
        "CHF 100.00",
        "Bitte überweisen Sie CHF 112.40 bis zum 28.03.2026",
        "CH93 0076 2011 6238 5295 7",
    ):
        assert words in text, words
    for word in ("Zins", "Gebühr", "Weitere Forderung", "Depressive"):
        assert word not in text
    [payload] = [each for each in codes_on(pdf)[-1] if each.startswith("SPC")]
    said = payload.split("\r\n")
    assert said[18:20] == ["112.40", "CHF"]
    assert said[27:30] == ["SCOR", invoice.payment_reference, "Rechnung 2026-0001"]
    noted = session.invoices.get(invoice.id)
    assert noted.reminded_on == (TODAY,)
    assert noted.state_on(TODAY) is InvoiceState.REMINDED
    [document] = [
        each
        for each in session.documents.of_case(invoice.case_id)
        if each.kind is DocumentKind.REMINDER
    ]
    assert document.id == letter.document_id


def test_the_second_reminder_names_the_first_and_what_the_user_has_typed(
    session: Session, qapp: QApplication
) -> None:
    invoice = an_invoice(session, a_german_case(session))
    sent(session, session.reminding.begin(invoice.id))
    second = session.reminding.begin(invoice.id)
    session.reminders.change(
        second.id,
        extra_cents=5_00,
        extra_words="Mahnkosten",
        text="Bitte <b>prüfen</b>",
    )

    letter, pdf = sent(session, second)

    assert letter.level == 2
    text = printed(pdf)
    assert "2. Zahlungserinnerung: Rechnung 2026-0001" in text
    assert "bereits an die oben genannte Rechnung erinnert (14.03.2026)" in text
    assert "Mahnkosten" in text
    assert "Bitte <b>prüfen</b>" in text
    assert "257,76 €" in text  # 252.76 and 5.00
    assert not any(each.startswith("SPC") for page in codes_on(pdf) for each in page)


def test_a_letter_names_the_account_of_today_and_the_reference_that_it_demands(
    session: Session, qapp: QApplication
) -> None:
    invoice = an_invoice(session, a_case_to_bill(session))
    assert invoice.payment_reference.startswith("RF")
    session.billing_terms.change(OF_THE_PRACTICE, iban=QR_IBAN)

    _letter, pdf = sent(session, session.reminding.begin(invoice.id))

    reference = reference_for(QR_IBAN, invoice.number)
    assert printed(pdf).count(grouped(reference)) == 3  # words, receipt, payment part
    [payload] = [each for each in codes_on(pdf)[-1] if each.startswith("SPC")]
    said = payload.split("\r\n")
    assert said[3] == QR_IBAN
    assert said[27:29] == ["QRR", reference]


def test_a_slip_is_prepared_before_the_library_of_its_code_is_loaded(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    invoice = an_invoice(session, a_case_to_bill(session))
    begun = session.reminding.begin(invoice.id)
    monkeypatch.setitem(sys.modules, "qrbill", None)  # takes a quarter of a second

    paper = session.reminding.prepare(begun.id)

    with pytest.raises(ImportError):  # on the worker thread that makes the page
        paper.render()


def test_a_letter_is_issued_as_it_was_shown_and_stays(session: Session) -> None:
    invoice = an_invoice(session, a_case_to_bill(session))
    draft = session.reminding.begin(invoice.id)
    assert session.reminding.begin(invoice.id) == draft
    paper = session.reminding.prepare(draft.id)
    pdf = paper.render()
    session.invoicing.note_payment(invoice.id, TODAY, 1_00)
    with pytest.raises(ReminderChanged):
        session.papers.issue(paper, pdf, TO_OWN_FILE)
    assert session.invoices.get(invoice.id).reminded_on == ()

    letter, _pdf = sent(session, draft)

    for deed in (
        lambda: session.reminders.change(letter.id, text="anders"),
        lambda: session.reminders.remove(letter.id),
        lambda: session.reminding.remove_draft(letter.id),
        lambda: session.reminding.prepare(letter.id),
        lambda: session.reminders.add(replace(letter, id="x")),  # type: ignore[arg-type]  # any id
    ):
        with pytest.raises(ReminderStays):
            deed()
    for statement in ("UPDATE reminder SET open_cents = 1", "DELETE FROM reminder"):
        with (
            pytest.raises(Exception, match="issued reminder"),
            session._database.write("test.attempt", letter.id) as tables,
        ):
            tables._connection.execute(statement)


def test_a_draft_is_thrown_away_and_comes_back_while_the_invoice_is_open(
    session: Session,
) -> None:
    invoice = an_invoice(session, a_case_to_bill(session))
    draft = session.reminding.begin(invoice.id)
    session.reminding.remove_draft(draft.id)
    other = session.reminding.begin(invoice.id)
    deed = session.reminders.remove(other.id)
    session.reminders.take_back(deed)
    assert session.reminders.of(invoice_id=invoice.id) == [other]
    deed = session.reminders.remove(other.id)
    session.invoicing.mark_paid(invoice.id, TODAY)

    with pytest.raises(NotOpen):
        session.reminders.take_back(deed)


def test_a_paid_invoice_is_not_reminded_of_and_no_letter_asks_for_the_past(
    session: Session,
) -> None:
    invoice = an_invoice(session, a_case_to_bill(session))
    draft = session.reminding.begin(invoice.id)
    session.reminders.change(draft.id, pay_by=TODAY - timedelta(days=1))
    with pytest.raises(PayByIsPast):
        session.reminding.prepare(draft.id)
    for _ in range(3):
        session.invoicing.remind(invoice.id, TODAY)
    with pytest.raises(AllReminded):
        session.reminding.prepare(draft.id)
    session.invoicing.mark_paid(invoice.id, TODAY)

    with pytest.raises(NotOpen):
        session.reminding.prepare(draft.id)


def test_a_reminder_goes_with_its_case(session: Session) -> None:
    case_id = a_case_to_bill(session)
    invoice = an_invoice(session, case_id)
    sent(session, session.reminding.begin(invoice.id))
    close(session, case_id)
    session.invoicing.note_payment(invoice.id, TODAY, 1_00)  # goes on after the end
    late = session.reminding.begin(invoice.id)
    assert late.pay_by == date(2026, 3, 28)

    session.bin.put(case_id, GROUND)
    session.bin.erase(case_id, GROUND)

    assert session.reminders.all() == []
