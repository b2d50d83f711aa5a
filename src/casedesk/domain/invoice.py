"""Invoices: what is charged for issued time sheets, in whole cents.

Each line is rounded to a cent, half a cent upwards; the tax is worked out once, on
the sum of the lines. An invoice is a draft until it is issued; then it stays, and is
cancelled by a credit note with a number of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

from casedesk.domain.billing_terms import VatRule
from casedesk.domain.entry import TimeCategory
from casedesk.domain.payment import addressee, is_iban, is_swiss
from casedesk.domain.practice import Country
from casedesk.domain.problems import RuleBroken
from casedesk.domain.time_sheet import (
    CancelledWithoutReason,
    NotIssued,
    sums,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from casedesk.domain.billing_terms import BillingTerms
    from casedesk.domain.case import CaseId, PartyId
    from casedesk.domain.document import DocumentId
    from casedesk.domain.practice import Practice
    from casedesk.domain.time_sheet import TimeSheet, TimeSheetId, TimeSheetLine

InvoiceId = NewType("InvoiceId", str)
MINUTES_PER_HOUR = 60
WHOLE = 100_00  # hundredths of a per cent
MOST_REMINDERS = 3


class InvoiceState(StrEnum):
    """Where an invoice stands on a day. It follows from its days."""

    DRAFT = "draft"
    ISSUED = "issued"
    OVERDUE = "overdue"
    REMINDED = "reminded"
    PAID = "paid"
    CANCELLED = "cancelled"
    CREDIT = "credit"


class InvoiceGap(StrEnum):
    """What an invoice still lacks before it can be issued."""

    NO_SHEET = "no_sheet"
    NO_RATE = "no_rate"
    NO_KILOMETRE_RATE = "no_kilometre_rate"
    NO_SENDER = "no_sender"
    NO_RECIPIENT = "no_recipient"
    NO_VAT_RULE = "no_vat_rule"
    NO_VAT_RATE = "no_vat_rate"
    NO_VAT_NOTE = "no_vat_note"
    NO_TAX_NUMBER = "no_tax_number"
    NO_PAYMENT_DAYS = "no_payment_days"
    NO_ACCOUNT = "no_account"
    NO_ADDRESS = "no_address"


class InvoiceStays(RuleBroken):
    """What was issued is not changed; it can be cancelled by a credit note."""


class InvoiceLacks(RuleBroken):
    """Something is missing that has to stand on every invoice."""

    def __init__(self, gaps: Sequence[InvoiceGap] = ()) -> None:
        super().__init__()
        self.gaps = tuple(gaps)


class SheetNotToBill(RuleBroken):
    """Only an issued time sheet is invoiced, and only once."""


class InvoiceChanged(RuleBroken):
    """The invoice, or what it rests on, is not what its paper says any more."""


class NotOpen(RuleBroken):
    """The invoice is not open: it is a draft, paid or cancelled."""


class PaidBeforeIssued(RuleBroken):
    """An invoice was paid, or reminded of, before it was issued."""


class AllReminded(RuleBroken):
    """Three reminders were noted already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoice:
    """An invoice of a case, or the credit note that cancels one."""

    id: InvoiceId
    case_id: CaseId
    recipient_id: PartyId | None = None
    """Who gets it; nobody means the client. Who pays may be somebody else."""
    sheet_ids: tuple[TimeSheetId, ...] = ()
    credits_id: InvoiceId | None = None
    """The invoice that this one cancels."""
    number: str = ""
    recipient: str = ""
    """Name and address, a line for each, as they were printed."""
    recipient_vat_number: str = ""
    reference_number: str = ""
    note: str = ""
    currency: str = ""
    hourly_cents: int | None = None
    travel_cents: int | None = None
    kilometre_cents: int | None = None
    vat_rule: VatRule | None = None
    vat_rate: int | None = None
    vat_note: str = ""
    net_cents: int = 0
    vat_cents: int = 0
    payment_reference: str = ""
    created_on: date
    issued_on: date | None = None
    due_on: date | None = None
    document_id: DocumentId | None = None
    paid_on: date | None = None
    reminded_on: tuple[date, ...] = ()
    cancelled_on: date | None = None
    cancel_reason: str = ""

    @property
    def total_cents(self) -> int:
        """What is to be paid; below 0 in a credit note."""
        return self.net_cents + self.vat_cents

    @property
    def is_credit(self) -> bool:
        """Whether it cancels another invoice."""
        return self.credits_id is not None

    @property
    def is_open(self) -> bool:
        """Whether money is still awaited."""
        ended = self.paid_on or self.cancelled_on
        return self.issued_on is not None and ended is None and not self.is_credit

    @property
    def reminder_level(self) -> int:
        """How often it was reminded of."""
        return len(self.reminded_on)

    def state_on(self, day: date) -> InvoiceState:
        """Return where it stands on a day."""
        if self.issued_on is None:
            return InvoiceState.DRAFT
        if self.is_credit:
            return InvoiceState.CREDIT
        if self.cancelled_on is not None:
            return InvoiceState.CANCELLED
        if self.paid_on is not None:
            return InvoiceState.PAID
        if self.reminded_on:
            return InvoiceState.REMINDED
        is_late = self.due_on is not None and self.due_on < day
        return InvoiceState.OVERDUE if is_late else InvoiceState.ISSUED


class ChargeKind(StrEnum):
    """What a line of an invoice charges."""

    TIME = "time"
    TRAVEL = "travel"
    KILOMETRES = "kilometres"
    EXPENSES = "expenses"


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge:
    """A line of an invoice. The quantity is in minutes, kilometres, or one."""

    kind: ChargeKind
    sheet_id: TimeSheetId
    category: TimeCategory | None = None
    quantity: int
    unit_cents: int
    net_cents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """What an hour of work, an hour on the way and a kilometre cost."""

    hourly_cents: int | None
    travel_cents: int | None
    kilometre_cents: int | None

    @property
    def for_travel(self) -> int:
        """An hour on the way; without a rate of its own as much as one of work."""
        if self.travel_cents is None:
            return self.hourly_cents or 0
        return self.travel_cents


def rates_of(terms: BillingTerms | Invoice) -> Rates:
    """Return the rates that terms or an invoice name."""
    return Rates(
        hourly_cents=terms.hourly_cents,
        travel_cents=terms.travel_cents,
        kilometre_cents=terms.kilometre_cents,
    )


def time_cents(minutes: int, hourly_cents: int) -> int:
    """Return what minutes cost, half a cent upwards."""
    return (2 * minutes * hourly_cents + MINUTES_PER_HOUR) // (2 * MINUTES_PER_HOUR)


def vat_of(net_cents: int, rule: VatRule | None, rate: int | None) -> int:
    """Return the tax on a sum, half a cent upwards; without a rate there is none."""
    if rule is not VatRule.RATE or not rate:
        return 0
    return (2 * net_cents * rate + WHOLE) // (2 * WHOLE)


def charges(
    sheet_lines: Mapping[TimeSheetId, Iterable[TimeSheetLine]], rates: Rates
) -> tuple[Charge, ...]:
    """Return the lines of an invoice, sheet by sheet."""
    return tuple(
        charge
        for sheet_id, lines in sheet_lines.items()
        for charge in _charges_of(sheet_id, lines, rates)
    )


def _charges_of(
    sheet_id: TimeSheetId, lines: Iterable[TimeSheetLine], rates: Rates
) -> Iterator[Charge]:
    total = sums(lines)
    for each in total.categories:
        is_travel = each.category is TimeCategory.TRAVEL
        unit = rates.for_travel if is_travel else rates.hourly_cents or 0
        yield Charge(
            kind=ChargeKind.TRAVEL if is_travel else ChargeKind.TIME,
            sheet_id=sheet_id,
            category=each.category,
            quantity=each.minutes,
            unit_cents=unit,
            net_cents=time_cents(each.minutes, unit),
        )
    if total.kilometres and rates.kilometre_cents:
        yield Charge(
            kind=ChargeKind.KILOMETRES,
            sheet_id=sheet_id,
            quantity=total.kilometres,
            unit_cents=rates.kilometre_cents,
            net_cents=total.kilometres * rates.kilometre_cents,
        )
    if total.expense_cents:
        yield Charge(
            kind=ChargeKind.EXPENSES,
            sheet_id=sheet_id,
            quantity=1,
            unit_cents=total.expense_cents,
            net_cents=total.expense_cents,
        )


def summed(invoice: Invoice, lines: Iterable[Charge]) -> Invoice:
    """Return an invoice with the sums of its lines; a credit note takes them off."""
    net = sum(line.net_cents for line in lines)
    vat = vat_of(net, invoice.vat_rule, invoice.vat_rate)
    sign = -1 if invoice.is_credit else 1
    return replace(invoice, net_cents=sign * net, vat_cents=sign * vat)


def gaps(
    invoice: Invoice,
    practice: Practice,
    terms: BillingTerms,
    lines: Sequence[TimeSheetLine],
) -> tuple[InvoiceGap, ...]:
    """Return what has to be entered before the invoice can be issued.

    For Germany these are the items of § 14 (4) UStG that a user can leave open.
    """
    total = sums(lines)
    sender = (practice.name or practice.holder_name, practice.street, practice.town)
    is_german = practice.country is Country.DE
    checks = {
        InvoiceGap.NO_SHEET: not invoice.sheet_ids,
        InvoiceGap.NO_RATE: bool(total.minutes) and invoice.hourly_cents is None,
        InvoiceGap.NO_KILOMETRE_RATE: bool(total.kilometres)
        and invoice.kilometre_cents is None,
        InvoiceGap.NO_SENDER: not all(part.strip() for part in sender),
        InvoiceGap.NO_RECIPIENT: not invoice.recipient.strip(),
        InvoiceGap.NO_ADDRESS: bool(invoice.recipient.strip())
        and addressee(invoice.recipient, practice.country) is None,
        InvoiceGap.NO_VAT_RULE: invoice.vat_rule is None,
        InvoiceGap.NO_VAT_RATE: invoice.vat_rule is VatRule.RATE
        and not invoice.vat_rate,
        InvoiceGap.NO_VAT_NOTE: invoice.vat_rule is VatRule.EXEMPT
        and not invoice.vat_note.strip(),
        InvoiceGap.NO_TAX_NUMBER: is_german
        and not (practice.tax_number.strip() or practice.vat_number.strip()),
        InvoiceGap.NO_PAYMENT_DAYS: terms.payment_days is None,
        InvoiceGap.NO_ACCOUNT: not _can_be_paid(practice.country, terms.iban),
    }
    return tuple(gap for gap, is_open in checks.items() if is_open)


def _can_be_paid(country: Country, iban: str) -> bool:
    return is_swiss(iban) if country is Country.CH else is_iban(iban)


def check_to_bill(sheet: TimeSheet, invoices: Iterable[Invoice]) -> None:
    """Raise `SheetNotToBill` unless a sheet is issued and no invoice rests on it."""
    is_issued = sheet.issued_on is not None and sheet.cancelled_on is None
    if not is_issued or is_billed(sheet, invoices):
        raise SheetNotToBill


def is_billed(sheet: TimeSheet, invoices: Iterable[Invoice]) -> bool:
    """Whether an invoice that was not cancelled rests on a time sheet."""
    return any(
        sheet.id in each.sheet_ids
        for each in invoices
        if each.cancelled_on is None and not each.is_credit
    )


def check_paid(invoice: Invoice) -> None:
    """Raise what contradicts itself in the days that come after issuing."""
    if invoice.issued_on is None:
        return
    later = [day for day in (invoice.paid_on, *invoice.reminded_on) if day is not None]
    if any(day < invoice.issued_on for day in later):
        raise PaidBeforeIssued


_DRAFT_FIELDS = frozenset(
    {
        *("recipient_id", "recipient", "recipient_vat_number", "reference_number"),
        *("note", "sheet_ids", "hourly_cents", "travel_cents", "kilometre_cents"),
        *("vat_rule", "vat_rate", "vat_note"),
    }
)
_LATER_FIELDS = frozenset({"paid_on", "reminded_on"})


def check_invoice_change(before: Invoice, after: Invoice | None) -> None:
    """Raise `InvoiceStays` if more is changed than may be at this stage.

    Of a draft, what is printed; of an issued one, when it was paid or reminded of.
    """
    if after is None:
        if before.issued_on is not None:
            raise InvoiceStays
        return
    may_change = _DRAFT_FIELDS if before.issued_on is None else _LATER_FIELDS
    if before.cancelled_on is not None or before.is_credit:
        may_change = frozenset()
    for field in fields(before):
        is_changed = getattr(before, field.name) != getattr(after, field.name)
        if is_changed and field.name not in may_change:
            raise InvoiceStays


def paid(invoice: Invoice, day: date | None) -> Invoice:
    """Return an open invoice as paid on a day, or a paid one as open again."""
    if invoice.issued_on is None or invoice.is_credit or invoice.cancelled_on:
        raise NotOpen
    done = replace(invoice, paid_on=day)
    check_paid(done)
    return done


def reminded(invoice: Invoice, day: date) -> Invoice:
    """Return an open invoice with one reminder more."""
    if not invoice.is_open:
        raise NotOpen
    if invoice.reminder_level >= MOST_REMINDERS:
        raise AllReminded
    done = replace(invoice, reminded_on=(*invoice.reminded_on, day))
    check_paid(done)
    return done


def check_to_cancel(invoice: Invoice, reason: str) -> None:
    """Raise what forbids that an invoice is cancelled."""
    is_issued = invoice.issued_on is not None and invoice.cancelled_on is None
    if not is_issued or invoice.is_credit:
        raise NotIssued
    if not reason.strip():
        raise CancelledWithoutReason


def next_number(year: int, highest: int) -> str:
    """Return the number after the highest one of a year."""
    return f"{year}-{highest + 1:04}"
