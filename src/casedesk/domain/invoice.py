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
from casedesk.domain.problems import RuleBroken
from casedesk.domain.tariff import BillingUnit
from casedesk.domain.time_sheet import CancelledWithoutReason, NotIssued

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from casedesk.domain.case import CaseId, PartyId
    from casedesk.domain.charge import Charge
    from casedesk.domain.document import DocumentId
    from casedesk.domain.time_sheet import TimeSheet, TimeSheetId

InvoiceId = NewType("InvoiceId", str)
WHOLE = 100_00  # hundredths of a per cent
SMALLEST_COIN = 5  # Rappen
MOST_REMINDERS = 3


class InvoiceState(StrEnum):
    """Where an invoice stands on a day. It follows from its days."""

    DRAFT = "draft"
    ISSUED = "issued"
    PART_PAID = "part_paid"
    OVERDUE = "overdue"
    REMINDED = "reminded"
    PAID = "paid"
    CANCELLED = "cancelled"
    CREDIT = "credit"


class InvoiceStays(RuleBroken):
    """What was issued is not changed; it can be cancelled by a credit note."""


class SheetNotToBill(RuleBroken):
    """Only an issued time sheet is invoiced, and only once."""


class InvoiceChanged(RuleBroken):
    """The invoice, or what it rests on, is not what its paper says any more."""


class NotOpen(RuleBroken):
    """The invoice is not open: it is a draft, paid or cancelled."""


class PaidBeforeIssued(RuleBroken):
    """An invoice was paid, or reminded of, before it was issued."""


class NotAPayment(RuleBroken):
    """A payment is more than nothing, and not more than what is open."""


class AllReminded(RuleBroken):
    """Three reminders were noted already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """What was paid of an invoice on a day."""

    received_on: date
    cents: int


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
    routing_id: str = ""
    """By which a public payer finds its own office (Leitweg-ID)."""
    reference_number: str = ""
    note: str = ""
    currency: str = ""
    unit: BillingUnit = BillingUnit.HOUR
    hourly_cents: int | None = None
    travel_cents: int | None = None
    kilometre_cents: int | None = None
    vat_rule: VatRule | None = None
    vat_rate: int | None = None
    vat_note: str = ""
    net_cents: int = 0
    vat_cents: int = 0
    rounds_total: bool = False
    """Whether the total is rounded to five Rappen."""
    rounding_cents: int = 0
    payment_reference: str = ""
    created_on: date
    issued_on: date | None = None
    due_on: date | None = None
    document_id: DocumentId | None = None
    paid_on: date | None = None
    received_on: tuple[date, ...] = ()
    received_cents: tuple[int, ...] = ()
    """The payments, each with its day in `received_on`."""
    reminded_on: tuple[date, ...] = ()
    cancelled_on: date | None = None
    cancel_reason: str = ""

    @property
    def total_cents(self) -> int:
        """What is to be paid; below 0 in a credit note."""
        return self.net_cents + self.vat_cents + self.rounding_cents

    @property
    def payments(self) -> tuple[Payment, ...]:
        """What was paid so far, in the order in which it was noted."""
        both = zip(self.received_on, self.received_cents, strict=True)
        return tuple(Payment(received_on=day, cents=cents) for day, cents in both)

    @property
    def open_cents(self) -> int:
        """What is still to be paid."""
        return self.total_cents - sum(self.received_cents) if self.is_open else 0

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
        return self._state_of_issued(day)

    def _state_of_issued(self, day: date) -> InvoiceState:
        if self.paid_on is not None:
            return InvoiceState.PAID
        if self.reminded_on:
            return InvoiceState.REMINDED
        if self.due_on is not None and self.due_on < day:
            return InvoiceState.OVERDUE
        return InvoiceState.PART_PAID if self.received_on else InvoiceState.ISSUED


def vat_of(net_cents: int, rule: VatRule | None, rate: int | None) -> int:
    """Return the tax on a sum, half a cent upwards; without a rate there is none."""
    if rule is not VatRule.RATE or not rate:
        return 0
    return (2 * net_cents * rate + WHOLE) // (2 * WHOLE)


def to_coins(cents: int) -> int:
    """Return an amount that can be paid in Swiss coins, the nearest one."""
    return (2 * cents + SMALLEST_COIN) // (2 * SMALLEST_COIN) * SMALLEST_COIN


def summed(invoice: Invoice, lines: Iterable[Charge]) -> Invoice:
    """Return an invoice with the sums of its lines; a credit note takes them off."""
    net = sum(line.net_cents for line in lines)
    vat = vat_of(net, invoice.vat_rule, invoice.vat_rate)
    in_coins = invoice.rounds_total and invoice.currency == "CHF"
    rest = to_coins(net + vat) - net - vat if in_coins else 0
    sign = -1 if invoice.is_credit else 1
    return replace(
        invoice,
        net_cents=sign * net,
        vat_cents=sign * vat,
        rounding_cents=sign * rest,
    )


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
    days = (invoice.paid_on, *invoice.reminded_on, *invoice.received_on)
    later = [day for day in days if day is not None]
    if any(day < invoice.issued_on for day in later):
        raise PaidBeforeIssued


_DRAFT_FIELDS = frozenset(
    {
        *("recipient_id", "recipient", "recipient_vat_number", "reference_number"),
        *("note", "sheet_ids", "hourly_cents", "travel_cents", "kilometre_cents"),
        *("vat_rule", "vat_rate", "vat_note", "unit", "rounds_total", "routing_id"),
    }
)
_LATER_FIELDS = frozenset({"paid_on", "received_on", "received_cents", "reminded_on"})


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
    if day is None:
        return payment_taken_back(invoice)
    if not invoice.is_open:
        raise NotOpen
    if not invoice.open_cents:
        done = replace(invoice, paid_on=day)
        check_paid(done)
        return done
    return part_paid(invoice, day, invoice.open_cents)


def part_paid(invoice: Invoice, day: date, cents: int) -> Invoice:
    """Return an open invoice with one payment more; the last one pays it."""
    if not invoice.is_open:
        raise NotOpen
    if not 0 < cents <= invoice.open_cents:
        raise NotAPayment
    days = (*invoice.received_on, day)
    done = replace(
        invoice,
        received_on=days,
        received_cents=(*invoice.received_cents, cents),
        paid_on=max(days) if cents == invoice.open_cents else None,
    )
    check_paid(done)
    return done


def payment_taken_back(invoice: Invoice) -> Invoice:
    """Return an invoice without the payment that was noted last."""
    if invoice.issued_on is None or invoice.is_credit or invoice.cancelled_on:
        raise NotOpen
    return replace(
        invoice,
        received_on=invoice.received_on[:-1],
        received_cents=invoice.received_cents[:-1],
        paid_on=None,
    )


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
