"""Invoices: begun from issued time sheets, paid, reminded of, cancelled by credit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from casedesk.domain.billing_terms import currency_of
from casedesk.domain.case import PartyRole
from casedesk.domain.charge import charges, rates_of
from casedesk.domain.flat_fee import FlatFee, FlatFeeId, usual_quantity
from casedesk.domain.invoice import (
    Invoice,
    InvoiceId,
    InvoiceStays,
    check_to_cancel,
    is_billed,
    paid,
    part_paid,
    payment_taken_back,
    reminded,
    summed,
)
from casedesk.domain.invoice_gap import gaps
from casedesk.domain.practice import Practice
from casedesk.domain.tariff import BillingUnit, FlatPer
from casedesk.domain.time_sheet import TimeSheetState
from casedesk.services.account_guards import check_sheets
from casedesk.services.people import sides_of
from casedesk.services.time_sheets import read_terms
from casedesk.words import phrases

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from casedesk.domain.billing_terms import BillingTerms
    from casedesk.domain.case import CaseId, PartyId
    from casedesk.domain.charge import Charge
    from casedesk.domain.invoice_gap import InvoiceGap
    from casedesk.domain.time_sheet import TimeSheet, TimeSheetId, TimeSheetLine
    from casedesk.services.announcer import Announcer
    from casedesk.services.clock import Clock
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables

MOST_OPEN = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownInvoice:
    """An invoice with its lines and what it still lacks."""

    invoice: Invoice
    sheets: tuple[TimeSheet, ...]
    lines: tuple[TimeSheetLine, ...]
    charges: tuple[Charge, ...]
    fees: tuple[FlatFee, ...] = ()
    gaps: tuple[InvoiceGap, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenLine:
    """An open invoice in the list over all cases."""

    invoice: Invoice
    client_name: str


class InvoiceService:
    """Begins invoices and notes what becomes of them; papers are issued elsewhere."""

    def __init__(self, database: Database, announcer: Announcer, clock: Clock) -> None:
        self._database = database
        self._announcer = announcer
        self._clock = clock

    def to_bill(self, case_id: CaseId) -> list[TimeSheet]:
        """Return the issued time sheets of a case on which no invoice rests."""
        with self._database.read() as tables:
            invoices = tables.invoices.of(case_id=case_id)
            return [
                sheet
                for sheet in tables.time_sheets.of(case_id=case_id)
                if sheet.state is TimeSheetState.ISSUED
                and not is_billed(sheet, invoices)
            ]

    def shown(self, invoice_id: InvoiceId) -> ShownInvoice:
        """Return an invoice with its lines."""
        with self._database.read() as tables:
            return read_invoice(tables, invoice_id)

    def open(self) -> list[OpenLine]:
        """Return the open invoices of all cases, those due first at the top."""
        with self._database.read() as tables:
            found = tables.accounts.open_invoices(MOST_OPEN)
            ids = [each.invoice_id for each in found]
            invoices = {each.id: each for each in tables.invoices.among(ids)}
        return [
            OpenLine(invoice=invoices[each.invoice_id], client_name=each.client_name)
            for each in found
        ]

    def begin(self, case_id: CaseId, sheet_ids: tuple[TimeSheetId, ...]) -> Invoice:
        """Begin an invoice of issued time sheets, on the terms of the case.

        It goes to whom the case names for invoices, else to who pays the sheet.
        """
        invoice_id = InvoiceId(self._clock.new_id())
        with self._database.write("invoice.begin", invoice_id) as tables:
            terms = read_terms(tables, case_id)
            sheets = [tables.time_sheets.get(each) for each in sheet_ids]
            recipient_id = _usual_recipient(tables, case_id, sheets)
            invoice = Invoice(
                id=invoice_id,
                case_id=case_id,
                recipient_id=recipient_id,
                recipient=recipient_lines(tables, case_id, recipient_id),
                sheet_ids=sheet_ids,
                reference_number=sheets[0].reference_number if sheets else "",
                created_on=self._clock.today(),
            )
            invoice = _numbered_as_before(tables, on_terms(invoice, terms))
            check_sheets(tables, invoice)
            tables.invoices.add(invoice)
            if invoice.unit is BillingUnit.FLAT:
                tables.flat_fees.add(self._usual_fee(tables, invoice))
        self._announcer.announce("invoice")
        return invoice

    def address_to(self, invoice_id: InvoiceId, party_id: PartyId | None) -> Invoice:
        """Address a draft to somebody, with the address known of them."""
        return self._change(
            "invoice.address",
            invoice_id,
            lambda tables, invoice: _numbered_as_before(
                tables,
                replace(
                    _to_change(invoice),
                    recipient_id=party_id,
                    recipient=recipient_lines(tables, invoice.case_id, party_id),
                    recipient_vat_number="",
                    routing_id="",
                ),
            ),
        )

    def take_terms(self, invoice_id: InvoiceId) -> Invoice:
        """Let a draft follow the terms of its case as they are now."""

        def follow(tables: Tables, invoice: Invoice) -> Invoice:
            return on_terms(_to_change(invoice), read_terms(tables, invoice.case_id))

        return self._change("invoice.take_terms", invoice_id, follow)

    def mark_paid(self, invoice_id: InvoiceId, day: date | None) -> Invoice:
        """Note when an invoice was paid; without a day, that it is open again."""
        return self._change(
            "invoice.paid", invoice_id, lambda _, invoice: paid(invoice, day)
        )

    def note_payment(self, invoice_id: InvoiceId, day: date, cents: int) -> Invoice:
        """Note what was paid on a day; with the rest of it the invoice is paid."""
        return self._change(
            "invoice.paid",
            invoice_id,
            lambda _, invoice: part_paid(invoice, day, cents),
        )

    def take_payment_back(self, invoice_id: InvoiceId) -> Invoice:
        """Take back the payment that was noted last."""
        return self._change(
            "invoice.payment_back",
            invoice_id,
            lambda _, invoice: payment_taken_back(invoice),
        )

    def add_fee(self, invoice_id: InvoiceId) -> FlatFee:
        """Charge a flat fee in a draft, as the terms of the case name it."""
        with self._database.write("flat_fee.add", invoice_id) as tables:
            invoice = _to_change(tables.invoices.get(invoice_id))
            fee = self._usual_fee(tables, invoice)
            tables.flat_fees.add(fee)
        self._announcer.announce("flat_fee")
        return fee

    def remind(self, invoice_id: InvoiceId, day: date) -> Invoice:
        """Note a reminder by other means than a letter, up to three in all."""
        return self._change(
            "invoice.remind", invoice_id, lambda _, invoice: reminded(invoice, day)
        )

    def begin_credit(self, invoice_id: InvoiceId, reason: str) -> Invoice:
        """Begin the credit note of an issued invoice, which cancels it once issued."""
        credit_id = InvoiceId(self._clock.new_id())
        with self._database.write("invoice.credit", credit_id) as tables:
            invoice = tables.invoices.get(invoice_id)
            check_to_cancel(invoice, reason)
            waiting = [
                each
                for each in tables.invoices.of(credits_id=invoice_id)
                if each.issued_on is None
            ]
            for each in waiting:  # one that was begun and not issued is replaced
                tables.invoices.remove(each.id)
            credit = replace(
                invoice,
                id=credit_id,
                credits_id=invoice_id,
                number="",
                net_cents=0,
                vat_cents=0,
                payment_reference="",
                created_on=self._clock.today(),
                issued_on=None,
                due_on=None,
                document_id=None,
                paid_on=None,
                received_on=(),
                received_cents=(),
                rounding_cents=0,
                reminded_on=(),
                cancel_reason=reason.strip(),
            )
            tables.invoices.add(credit)
        self._announcer.announce("invoice")
        return credit

    def remove_draft(self, invoice_id: InvoiceId) -> None:
        """Throw a draft away; it never had a number."""
        with self._database.write("invoice.remove", invoice_id) as tables:
            _draft(tables.invoices.get(invoice_id))
            tables.invoices.remove(invoice_id)
        self._announcer.announce("invoice")

    def _usual_fee(self, tables: Tables, invoice: Invoice) -> FlatFee:
        terms = read_terms(tables, invoice.case_id)
        sheets = [tables.time_sheets.get(each) for each in invoice.sheet_ids]
        lines = [
            line
            for each in sheets
            for line in tables.time_sheet_lines.of(sheet_id=each.id)
        ]
        per = terms.flat_per or FlatPer.CASE
        first = min(each.starts_on for each in sheets)
        last = max(each.ends_on for each in sheets)
        return FlatFee(
            id=FlatFeeId(self._clock.new_id()),
            case_id=invoice.case_id,
            invoice_id=invoice.id,
            per=per,
            quantity=usual_quantity(per, (first, last), lines),
            unit_cents=terms.flat_cents,
        )

    def _change(
        self,
        action: str,
        invoice_id: InvoiceId,
        change: Callable[[Tables, Invoice], Invoice],
    ) -> Invoice:
        with self._database.write(action, invoice_id) as tables:
            invoice = change(tables, tables.invoices.get(invoice_id))
            tables.invoices.update(invoice)
        self._announcer.announce("invoice")
        return invoice


def read_invoice(tables: Tables, invoice_id: InvoiceId) -> ShownInvoice:
    """Read an invoice with its sheets, the sums worked out while it is a draft."""
    invoice = tables.invoices.get(invoice_id)
    sheets = [tables.time_sheets.get(each) for each in invoice.sheet_ids]
    lines = {each.id: tables.time_sheet_lines.of(sheet_id=each.id) for each in sheets}
    # A note that cancels takes off what its invoice charged.
    fees = tuple(tables.flat_fees.of(invoice_id=invoice.credits_id or invoice.id))
    made = charges(lines, rates_of(invoice), fees)
    all_lines = tuple(line for each in lines.values() for line in each)
    lacking: tuple[InvoiceGap, ...] = ()
    if invoice.issued_on is None:
        practice = next(iter(tables.practice.all()), Practice())
        terms = read_terms(tables, invoice.case_id)
        invoice = replace(invoice, currency=_currency(invoice, terms, practice))
        invoice = summed(invoice, made)
        lacking = gaps(invoice, practice, terms, all_lines, fees)
    return ShownInvoice(
        invoice=invoice,
        sheets=tuple(sheets),
        lines=all_lines,
        charges=made,
        fees=fees,
        gaps=lacking,
    )


def on_terms(invoice: Invoice, terms: BillingTerms) -> Invoice:
    """Return a draft with rates, tax and rounding as the terms name them."""
    return replace(
        invoice,
        unit=terms.unit or BillingUnit.HOUR,
        hourly_cents=terms.hourly_cents,
        travel_cents=terms.travel_cents,
        kilometre_cents=terms.kilometre_cents,
        vat_rule=terms.vat_rule,
        vat_rate=terms.vat_rate,
        vat_note=terms.vat_note,
        rounds_total=bool(terms.rounds_total),
    )


def _currency(invoice: Invoice, terms: BillingTerms, practice: Practice) -> str:
    """Return the currency of a draft; a note that cancels keeps that of its invoice."""
    return invoice.currency or currency_of(practice.country, terms.currency)


def _numbered_as_before(tables: Tables, invoice: Invoice) -> Invoice:
    """Return a draft with the numbers of who gets it, as on the last invoice there."""
    earlier = [
        each
        for each in tables.invoices.of(case_id=invoice.case_id)
        if each.issued_on is not None and each.recipient_id == invoice.recipient_id
    ]
    if not earlier:
        return invoice
    last = max(earlier, key=lambda each: each.number)
    return replace(
        invoice,
        recipient_vat_number=invoice.recipient_vat_number or last.recipient_vat_number,
        routing_id=invoice.routing_id or last.routing_id,
    )


def recipient_lines(tables: Tables, case_id: CaseId, party_id: PartyId | None) -> str:
    """Return name and address as they stand on a letter, a line for each."""
    if party_id is None:
        return _client_lines(tables, case_id)
    party = tables.parties.get(party_id)
    person, organisation = sides_of(tables, party)
    home = next((side for side in (organisation, person) if side and side.town), None)
    place = (home.street, f"{home.postcode} {home.town}".strip()) if home else ()
    department = organisation.department if organisation else ""
    names = phrases.party_name(None, organisation), department
    return _lines(*names, person.full_name if person else "", *place)


def _client_lines(tables: Tables, case_id: CaseId) -> str:
    client = tables.clients.get(tables.cases.get(case_id).client_id)
    home = next(iter(tables.addresses.of(client_id=client.id)), None)
    place = (home.street, f"{home.postcode} {home.town}".strip()) if home else ()
    return _lines(client.full_name, *place)


def _lines(*parts: str) -> str:
    return "\n".join(part.strip() for part in parts if part.strip())


def _usual_recipient(
    tables: Tables, case_id: CaseId, sheets: list[TimeSheet]
) -> PartyId | None:
    for party in tables.parties.of(case_id=case_id):
        if PartyRole.INVOICE_RECIPIENT in party.roles:
            return party.id
    return sheets[0].party_id if sheets else None


def _draft(invoice: Invoice) -> Invoice:
    """Return a draft, or raise that an issued invoice stays."""
    if invoice.issued_on is not None:
        raise InvoiceStays
    return invoice


def _to_change(invoice: Invoice) -> Invoice:
    """Return a draft; a note that cancels an invoice says what that one said."""
    if invoice.is_credit:
        raise InvoiceStays
    return _draft(invoice)
