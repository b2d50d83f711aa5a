"""Invoices in a real vault: issued, read back by machines, paid, cancelled."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
import zxingcpp
from conftest import a_clock
from facturx import get_xml_from_pdf, xml_check_xsd
from pypdf import PdfReader
from services.closed_case import GROUND, close
from services.test_time_sheets import MARCH, PAYER, a_case, an_entry, issue

from casedesk.domain.attention import DueKind
from casedesk.domain.billing_terms import OF_THE_PRACTICE, BillingTerms, VatRule
from casedesk.domain.document import DocumentId, DocumentKind, NumberTaken
from casedesk.domain.entry import EntryId
from casedesk.domain.handing import TO_OWN_FILE
from casedesk.domain.invoice import (
    InvoiceChanged,
    InvoiceId,
    InvoiceState,
    InvoiceStays,
    SheetNotToBill,
)
from casedesk.domain.invoice_gap import InvoiceGap, InvoiceLacks
from casedesk.domain.payment import Addressee, addressee
from casedesk.domain.practice import Country, Language
from casedesk.domain.tariff import BillingUnit, FlatPer
from casedesk.domain.time_sheet import TimeSheetInvoiced
from casedesk.pdf.swiss_bill import BillAddress, bill_address
from casedesk.services.demo import create_demo
from casedesk.services.paper_words.paying import of_practice
from casedesk.ui.scans.reader.codes import codes_in
from casedesk.ui.scans.reader.pages import pages_of

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from casedesk.domain.case import CaseId
    from casedesk.domain.invoice import Invoice
    from casedesk.domain.time_sheet import TimeSheetId
    from casedesk.security.keys import VaultKey
    from casedesk.services.session import Session

TODAY = date(2026, 3, 14)
TERMS = BillingTerms(
    id=OF_THE_PRACTICE,
    hourly_cents=144_00,
    kilometre_cents=70,
    vat_rule=VatRule.EXEMPT,
    vat_note="Nicht MWST-pflichtig.",
    payment_days=30,
    iban="CH93 0076 2011 6238 5295 7",
)


def a_sheet(session: Session, case_id: CaseId, key: str = "e1") -> TimeSheetId:
    an_entry(session, case_id, key, minutes=85, kilometres=12)
    sheet = session.time_keeping.begin(case_id, PAYER, MARCH)
    issue(session, sheet)
    return sheet.id


def a_case_to_bill(session: Session) -> CaseId:
    case_id = a_case(session)
    session.organisations.change(
        "o", street="Bahnhöfliweg 3", postcode="3011", town="Bern"
    )
    session.billing_terms.add(TERMS)
    return case_id


def issued(session: Session, invoice_id: InvoiceId) -> tuple[Invoice, bytes]:
    paper = session.invoice_papers.prepare(invoice_id)
    pdf = paper.render()
    session.papers.issue(paper, pdf, TO_OWN_FILE)
    return session.invoices.get(invoice_id), pdf


def printed(pdf: bytes) -> str:
    pages = PdfReader(BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


NOBODY = Addressee(name="", postcode="", town="", country="")


def fields_of(address: BillAddress) -> tuple[str, ...]:
    return (
        *("S", address.name, address.street, address.house_number),
        *(address.postcode, address.town, address.country),
    )


def codes_on(pdf: bytes) -> list[list[str]]:
    """Read the codes off each page as it is rendered, like a scanner."""
    return [
        [code.text for code in zxingcpp.read_barcodes(picture.convert("L"))]
        for _number, picture in pages_of(pdf)
    ]


def test_an_invoice_has_the_next_number_and_what_must_stand_on_it(
    session: Session, qapp: QApplication
) -> None:
    case_id = a_case_to_bill(session)
    invoice = session.invoicing.begin(case_id, (a_sheet(session, case_id),))
    assert session.invoicing.shown(invoice.id).gaps == ()

    done, pdf = issued(session, invoice.id)

    assert (done.number, done.issued_on) == ("2026-0001", TODAY)
    assert done.due_on == TODAY + timedelta(days=30)
    assert (done.net_cents, done.vat_cents) == (20400 + 840, 0)
    text = printed(pdf)
    for words in (
        "Rechnung 2026-0001",
        "Krankenkasse Grünegg",
        "3011 Bern",
        "Case Management Aarelauf",
        "14.03.2026",
        "01.03.2026 bis 31.03.2026",
        "1:25 h",
        "CHF 144.00",
        "CHF 212.40",
        "Nicht MWST-pflichtig.",
        "CH93 0076 2011 6238 5295 7",
    ):
        assert words in text, words
    assert "Depressive" not in text


def test_the_code_of_the_slip_is_read_back_field_by_field(
    session: Session, qapp: QApplication
) -> None:
    case_id = a_case_to_bill(session)
    invoice = session.invoicing.begin(case_id, (a_sheet(session, case_id),))

    done, pdf = issued(session, invoice.id)

    [payload] = [text for text in codes_on(pdf)[-1] if text.startswith("SPC")]
    assert payload.split("\r\n") == [
        *("SPC", "0200", "1", "CH9300762011623852957"),
        *("S", "Case Management Aarelauf", "Uferweg", "3", "3013", "Bern", "CH"),
        *[""] * 7,
        *("212.40", "CHF"),
        *("S", "Krankenkasse Grünegg", "Bahnhöfliweg", "3", "3011", "Bern", "CH"),
        *("SCOR", done.payment_reference),
        *("Rechnung 2026-0001", "EPD"),
    ]


def test_pages_of_an_invoice_find_their_way_back(
    session: Session, qapp: QApplication
) -> None:
    case_id = a_case_to_bill(session)
    invoice = session.invoicing.begin(case_id, (a_sheet(session, case_id),))

    _done, pdf = issued(session, invoice.id)

    for _number, picture in pages_of(pdf):
        assert len(codes_in(picture).texts) == 1


def a_german_case(session: Session) -> CaseId:
    session.practice.records.change(
        "practice",
        country=Country.DE,
        language=Language.DE_DE,
        street="Seestraße 1",
        postcode="78462",
        town="Konstanz",
        tax_number="12/345/67890",
    )
    case_id = a_case_to_bill(session)
    session.billing_terms.change(
        OF_THE_PRACTICE,
        vat_rule=VatRule.RATE,
        vat_rate=1900,
        iban="DE02 1203 0000 0000 2020 51",
    )
    session.organisations.change("o", postcode="78464", town="Konstanz")
    return case_id


def test_the_e_invoice_in_a_german_invoice_is_valid(
    session: Session, qapp: QApplication
) -> None:
    case_id = a_german_case(session)
    invoice = session.invoicing.begin(case_id, (a_sheet(session, case_id),))

    done, pdf = issued(session, invoice.id)

    name, xml = get_xml_from_pdf(pdf, check_xsd=True)
    assert name == "factur-x.xml"
    xml_check_xsd(xml, flavor="factur-x", level="en16931")
    assert (done.net_cents, done.vat_cents) == (21240, 4036)
    tree = ElementTree.fromstring(xml)  # noqa: S314 - our own
    said = {
        each.tag.rpartition("}")[2]: (each.text or "").strip() for each in tree.iter()
    }
    assert said["GrandTotalAmount"] == "252.76"
    assert said["DuePayableAmount"] == "252.76"
    assert said["RateApplicablePercent"] == "19.00"
    assert said["IBANID"] == "DE02120300000000202051"
    assert said["InvoiceCurrencyCode"] == "EUR"
    numbers = [each.text for each in tree.iter() if each.tag.endswith("}ID")]
    assert {"2026-0001", "12/345/67890"} <= set(numbers)
    plain = session.documents.of_case(case_id)
    assert plain[0].size_bytes == len(pdf)
    assert "Zahlteil" not in printed(pdf)
    assert b"/OutputIntents" in pdf


def test_nothing_is_issued_while_something_is_missing(session: Session) -> None:
    case_id = a_case(session)
    invoice = session.invoicing.begin(case_id, (a_sheet(session, case_id),))

    with pytest.raises(InvoiceLacks) as caught:
        session.invoice_papers.prepare(invoice.id)

    assert InvoiceGap.NO_VAT_RULE in caught.value.gaps
    assert InvoiceGap.NO_RATE in caught.value.gaps


def test_numbers_run_on_without_holes(session: Session) -> None:
    case_id = a_case_to_bill(session)
    first = session.invoicing.begin(case_id, (a_sheet(session, case_id, "e1"),))
    second = session.invoicing.begin(case_id, (a_sheet(session, case_id, "e2"),))
    thrown = session.invoicing.begin_credit
    paper = session.invoice_papers.prepare(first.id)
    pdf = paper.render()
    other, _pdf = issued(session, second.id)

    with pytest.raises((InvoiceChanged, NumberTaken)):  # its number was given meanwhile
        session.papers.issue(paper, pdf, TO_OWN_FILE)

    assert other.number == "2026-0001"
    assert session.invoices.get(first.id).number == ""
    again, _pdf = issued(session, first.id)
    assert again.number == "2026-0002"
    credit = thrown(other.id, "Falsche Kasse")
    session.invoicing.remove_draft(credit.id)
    credit = thrown(other.id, "Falsche Kasse")
    done, _pdf = issued(session, credit.id)
    assert done.number == "2026-0003"


def test_a_number_stays_given_when_its_case_is_erased(session: Session) -> None:
    case_id = a_case_to_bill(session)
    invoice = session.invoicing.begin(case_id, (a_sheet(session, case_id),))
    issued(session, invoice.id)

    close(session, case_id)
    session.bin.put(case_id, GROUND)
    session.bin.erase(case_id, GROUND)

    with session._database.read() as tables:
        assert tables.accounts.highest_count(2026) == 1
        assert tables.invoices.all() == []
        assert tables.time_sheets.all() == []


def test_an_issued_invoice_stays_and_its_sheets_with_it(session: Session) -> None:
    case_id = a_case_to_bill(session)
    sheet_id = a_sheet(session, case_id)
    invoice = session.invoicing.begin(case_id, (sheet_id,))
    with pytest.raises(SheetNotToBill):
        session.invoicing.begin(case_id, (sheet_id,))

    done, _pdf = issued(session, invoice.id)

    assert session.invoicing.to_bill(case_id) == []
    with pytest.raises(TimeSheetInvoiced):
        session.time_keeping.cancel(sheet_id, "Grund")
    for deed in (
        lambda: session.invoices.change(done.id, note="anders"),
        lambda: session.invoices.remove(done.id),
        lambda: session.invoicing.remove_draft(done.id),
        lambda: session.invoicing.address_to(done.id, None),
        lambda: session.invoicing.take_terms(done.id),
        lambda: session.invoice_papers.prepare(done.id),
        lambda: session.invoices.add(replace(done, id=InvoiceId("x"))),
    ):
        with pytest.raises(InvoiceStays):
            deed()


def test_the_vault_itself_refuses_to_change_an_issued_invoice(
    session: Session,
) -> None:
    case_id = a_case_to_bill(session)
    invoice = session.invoicing.begin(case_id, (a_sheet(session, case_id),))
    issued(session, invoice.id)

    for statement in (
        "UPDATE invoice SET net_cents = 1",
        "DELETE FROM invoice",
        "UPDATE invoice_number SET total_cents = 1",
        "DELETE FROM invoice_number",
    ):
        with (
            pytest.raises(Exception, match="invoice"),
            session._database.write("test.attempt", invoice.id) as tables,
        ):
            tables._connection.execute(statement)


def test_a_credit_note_cancels_and_the_sheet_can_be_charged_again(
    session: Session, qapp: QApplication
) -> None:
    case_id = a_case_to_bill(session)
    sheet_id = a_sheet(session, case_id)
    done, _pdf = issued(session, session.invoicing.begin(case_id, (sheet_id,)).id)

    draft = session.invoicing.begin_credit(done.id, "Falsche Kasse")
    assert session.invoices.get(done.id).state_on(TODAY) is InvoiceState.ISSUED
    for deed in (
        lambda: session.invoicing.address_to(draft.id, None),
        lambda: session.invoicing.take_terms(draft.id),
        lambda: session.invoicing.add_fee(draft.id),
    ):
        with pytest.raises(InvoiceStays):  # it takes off what the invoice charged
            deed()
    credit, pdf = issued(session, draft.id)

    assert (credit.number, credit.total_cents) == ("2026-0002", -done.total_cents)
    cancelled = session.invoices.get(done.id)
    assert cancelled.state_on(TODAY) is InvoiceState.CANCELLED
    assert cancelled.cancel_reason == "Falsche Kasse"
    text = printed(pdf)
    assert "2026-0001" in text
    assert "Falsche Kasse" in text
    kinds = {each.kind for each in session.documents.of_case(case_id)}
    assert DocumentKind.CREDIT_NOTE in kinds
    assert [each.id for each in session.invoicing.to_bill(case_id)] == [sheet_id]
    session.time_keeping.cancel(sheet_id, "Falscher Zeitraum")
    session.entries.change(EntryId("e1"), minutes=10)


def test_the_e_invoice_of_a_credit_note_says_that_nothing_is_owed(
    session: Session, qapp: QApplication
) -> None:
    case_id = a_german_case(session)
    done, _pdf = issued(
        session, session.invoicing.begin(case_id, (a_sheet(session, case_id),)).id
    )
    draft = session.invoicing.begin_credit(done.id, "Falsche Kasse")

    _credit, pdf = issued(session, draft.id)

    _name, xml = get_xml_from_pdf(pdf, check_xsd=True)
    said = xml.decode()
    assert "Der Betrag der stornierten Rechnung ist nicht geschuldet." in said
    assert "Zahlbar bis" not in said


def test_open_invoices_are_listed_until_they_are_paid(session: Session) -> None:
    case_id = a_case_to_bill(session)
    done, _pdf = issued(
        session, session.invoicing.begin(case_id, (a_sheet(session, case_id),)).id
    )

    [line] = session.invoicing.open()
    assert (line.invoice, line.client_name) == (done, "Wiśniewski, Jürg")
    session.invoicing.remind(done.id, TODAY)
    assert session.invoices.get(done.id).state_on(TODAY) is InvoiceState.REMINDED
    session.invoicing.mark_paid(done.id, TODAY)
    assert session.invoicing.open() == []
    session.invoicing.mark_paid(done.id, None)
    assert len(session.invoicing.open()) == 1


def test_what_is_overdue_is_due_today_also_in_a_closed_case(session: Session) -> None:
    case_id = a_case_to_bill(session)
    session.billing_terms.change(OF_THE_PRACTICE, payment_days=-1)
    issued(session, session.invoicing.begin(case_id, (a_sheet(session, case_id),)).id)
    close(session, case_id)

    kinds = [due.kind for due in session.cases.due()]

    assert kinds == [DueKind.INVOICE_OVERDUE]


def test_the_invoice_may_go_to_somebody_else_than_who_pays(session: Session) -> None:
    case_id = a_case_to_bill(session)
    client_id = session.case_records.get(case_id).client_id
    invoice = session.invoicing.begin(case_id, (a_sheet(session, case_id),))
    assert invoice.recipient.splitlines()[0] == "Krankenkasse Grünegg"

    other = session.invoicing.address_to(invoice.id, None)

    assert other.recipient == session.clients.get(client_id).full_name
    assert other.recipient_id is None
    [sheet] = session.invoicing.shown(invoice.id).sheets
    assert sheet.party_id == PAYER


def test_papers_of_the_demo_are_read_back_by_machines(
    tmp_path: Path, key: VaultKey, qapp: QApplication
) -> None:
    session = create_demo(tmp_path / "demo.casedesk", key, a_clock())
    [line] = session.invoicing.open()
    invoice = line.invoice
    swiss = session.documents.pdf(invoice.document_id or DocumentId(""))

    practice = session.practice.get()
    payee = bill_address(of_practice(practice))
    payer = bill_address(addressee(invoice.recipient, practice.country) or NOBODY)
    [payload] = [text for text in codes_on(swiss)[-1] if text.startswith("SPC")]
    assert payload.split("\r\n") == [
        *("SPC", "0200", "1", "CH9300762011623852957", *fields_of(payee)),
        *[""] * 7,
        *(f"{invoice.total_cents / 100:.2f}", "CHF", *fields_of(payer)),
        *("SCOR", invoice.payment_reference, f"Rechnung {invoice.number}", "EPD"),
    ]
    letter = session.reminding.begin(invoice.id)
    reminder = session.reminding.prepare(letter.id).render()
    [payload] = [text for text in codes_on(reminder)[-1] if text.startswith("SPC")]
    assert payload.split("\r\n")[18] == f"{invoice.open_cents / 100:.2f}"
    assert 0 < invoice.open_cents < invoice.total_cents

    session.practice.records.change(
        "practice", country=Country.DE, language=Language.DE_DE, postcode="78462"
    )
    session.billing_terms.change(OF_THE_PRACTICE, iban="DE02 1203 0000 0000 2020 51")
    sheets = session.time_sheets.of(case_id=invoice.case_id)
    draft = next(sheet for sheet in sheets if sheet.issued_on is None)
    issue(session, draft)
    begun = session.invoicing.begin(invoice.case_id, (draft.id,))
    german, pdf = issued(session, begun.id)
    _name, xml = get_xml_from_pdf(pdf, check_xsd=True)
    assert german.number.encode() in xml
    session.lock()


def test_an_invoice_is_paid_in_parts(session: Session) -> None:
    case_id = a_case_to_bill(session)
    done, _pdf = issued(
        session, session.invoicing.begin(case_id, (a_sheet(session, case_id),)).id
    )

    session.invoicing.note_payment(done.id, TODAY, 12_40)
    assert session.invoicing.open()[0].invoice.open_cents == 200_00
    session.invoicing.mark_paid(done.id, TODAY)
    assert session.invoicing.open() == []
    session.invoicing.take_payment_back(done.id)

    [line] = session.invoicing.open()
    assert line.invoice.received_cents == (12_40,)
    assert line.invoice.state_on(TODAY) is InvoiceState.PART_PAID


def test_lessons_and_rounding_stand_on_the_invoice_as_they_were_agreed(
    session: Session, qapp: QApplication
) -> None:
    case_id = a_case_to_bill(session)
    session.billing_terms.change(
        OF_THE_PRACTICE,
        unit=BillingUnit.LESSON,
        hourly_cents=90_01,
        rounds_total=True,
    )
    invoice = session.invoicing.begin(case_id, (a_sheet(session, case_id),))

    done, pdf = issued(session, invoice.id)

    assert (done.net_cents, done.rounding_cents) == (170_02 + 840, -2)
    text = printed(pdf)
    assert "85 Min. = 1.89 Einheiten" in text
    assert "CHF 90.01 je Einheit (45 Min.)" in text
    assert "Gerundet auf 5 Rappen CHF -0.02" in text
    [payload] = [each for each in codes_on(pdf)[-1] if each.startswith("SPC")]
    assert payload.split("\r\n")[18:20] == ["178.40", "CHF"]


def test_a_swiss_practice_may_write_in_euros(
    session: Session, qapp: QApplication
) -> None:
    case_id = a_case_to_bill(session)
    session.billing_terms.change(OF_THE_PRACTICE, currency="EUR", rounds_total=True)
    invoice = session.invoicing.begin(case_id, (a_sheet(session, case_id),))

    done, pdf = issued(session, invoice.id)

    assert (done.currency, done.rounding_cents) == ("EUR", 0)
    text = printed(pdf)
    assert "EUR 212.40" in text
    assert "CHF" not in text
    [payload] = [each for each in codes_on(pdf)[-1] if each.startswith("SPC")]
    assert payload.split("\r\n")[18:20] == ["212.40", "EUR"]


def test_a_flat_fee_takes_the_place_of_the_hours(
    session: Session, qapp: QApplication
) -> None:
    case_id = a_case_to_bill(session)
    session.billing_terms.change(
        OF_THE_PRACTICE,
        unit=BillingUnit.FLAT,
        flat_cents=450_00,
        flat_per=FlatPer.MONTH,
    )
    invoice = session.invoicing.begin(case_id, (a_sheet(session, case_id),))
    [fee] = session.invoicing.shown(invoice.id).fees
    assert (fee.quantity, fee.unit_cents) == (1, 450_00)
    session.flat_fees.change(fee.id, text="Begleitung im März")
    added = session.invoicing.add_fee(invoice.id)
    session.flat_fees.remove(added.id)

    done, pdf = issued(session, invoice.id)

    assert done.net_cents == 450_00 + 840
    text = printed(pdf)
    assert "Begleitung im März 1 CHF 450.00 je Monat CHF 450.00" in text
    assert "1:25" not in text
    for deed in (
        lambda: session.flat_fees.change(fee.id, quantity=2),
        lambda: session.flat_fees.remove(fee.id),
        lambda: session.invoicing.add_fee(done.id),
    ):
        with pytest.raises(InvoiceStays):
            deed()
    draft = session.invoicing.begin_credit(done.id, "Falscher Monat")
    credit, pdf = issued(session, draft.id)
    assert credit.net_cents == -done.net_cents
    assert "CHF -450.00" in printed(pdf)


def test_numbers_of_a_payer_are_taken_over_from_the_last_invoice(
    session: Session,
) -> None:
    case_id = a_german_case(session)
    first = session.invoicing.begin(case_id, (a_sheet(session, case_id, "e1"),))
    session.invoices.change(
        first.id, routing_id="04011000-1234512345-06", recipient_vat_number="DE1"
    )
    issued(session, first.id)

    second = session.invoicing.begin(case_id, (a_sheet(session, case_id, "e2"),))

    assert second.routing_id == "04011000-1234512345-06"
    assert second.recipient_vat_number == "DE1"
    other = session.invoicing.address_to(second.id, None)
    assert (other.routing_id, other.recipient_vat_number) == ("", "")


def test_a_draft_that_was_thrown_away_comes_back_with_its_flat_fees(
    session: Session,
) -> None:
    case_id = a_case_to_bill(session)
    draft = session.invoicing.begin(case_id, (a_sheet(session, case_id),))
    fee = session.invoicing.add_fee(draft.id)

    deed = session.invoices.remove(draft.id)
    assert session.flat_fees.all() == []
    session.invoices.take_back(deed)

    assert session.flat_fees.all() == [fee]


def test_an_austrian_invoice_has_the_numbers_of_both_sides(
    session: Session, qapp: QApplication
) -> None:
    session.practice.records.change(
        "practice",
        country=Country.AT,
        language=Language.DE_AT,
        postcode="6900",
        town="Bregenz",
        vat_number="ATU00000001",
    )
    case_id = a_case_to_bill(session)
    session.billing_terms.change(
        OF_THE_PRACTICE,
        vat_rule=VatRule.RATE,
        vat_rate=20_00,
        iban="AT61 1904 3002 3457 3201",
        rounds_total=True,
        currency="CHF",
    )
    invoice = session.invoicing.begin(case_id, (a_sheet(session, case_id),))
    session.invoices.change(invoice.id, recipient_vat_number="ATU00000002")

    done, pdf = issued(session, invoice.id)

    assert (done.currency, done.rounding_cents, done.vat_cents) == ("EUR", 0, 42_48)
    text = printed(pdf)
    for words in (
        "UID-Nummer ATU00000001",
        "UID-Nummer des Empfängers ATU00000002",
        "Umsatzsteuer 20 % € 42,48",
        "€ 254,88",
    ):
        assert words in text, words
    assert not any(each.startswith("SPC") for page in codes_on(pdf) for each in page)
    assert b"factur-x" not in pdf
