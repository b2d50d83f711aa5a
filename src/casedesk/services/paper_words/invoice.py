"""The words of an invoice, and of the paper that cancels one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedesk.domain.billing_terms import VatRule
from casedesk.domain.invoice import ChargeKind
from casedesk.domain.payment import grouped
from casedesk.pdf.blocks import Column, Fact, Stacked, Table
from casedesk.pdf.invoice import InvoicePaper
from casedesk.services.paper_words.imprint import sheet as sheet_of
from casedesk.services.paper_words.time_sheet import category, exact_hours
from casedesk.words import phrases

if TYPE_CHECKING:
    from datetime import date

    from casedesk.domain.billing_terms import BillingTerms
    from casedesk.domain.invoice import Charge, Invoice
    from casedesk.domain.practice import Country, Practice
    from casedesk.domain.time_sheet import TimeSheet
    from casedesk.pdf.blocks import Cell
    from casedesk.services.invoicing import ShownInvoice
    from casedesk.services.paper_words.case_records import CaseRecords
    from casedesk.services.paper_words.imprint import Imprint
    from casedesk.words.catalog import Words

INVOICE_TEMPLATE = "2026.1"
HUNDRED = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Billed:
    """An invoice as it is issued today, with all that its paper tells."""

    shown: ShownInvoice
    case: CaseRecords
    terms: BillingTerms
    cancels: Invoice | None = None

    @property
    def invoice(self) -> Invoice:
        """The invoice with its number and its days."""
        return self.shown.invoice

    @property
    def period(self) -> tuple[date, date]:
        """The first and the last day of the work."""
        sheets = self.shown.sheets
        first = min(sheet.starts_on for sheet in sheets)
        return first, max(sheet.ends_on for sheet in sheets)


def invoice(imprint: Imprint, billed: Billed, words: Words) -> InvoicePaper:
    """Compose the paper; slip and e-invoice are added where the country has them."""
    case, made = billed.case, billed.invoice
    title = words("Invoice {number}").format(number=made.number)
    if made.is_credit:
        title = words("Cancellation of an invoice: {number}").format(number=made.number)
    return InvoicePaper(
        sheet=sheet_of(imprint, case, words),
        address=tuple(made.recipient.splitlines()),
        title=title,
        edition=imprint.edition(words),
        facts=_facts(billed, words),
        note=made.note,
        lines=_lines(billed, words),
        sums=_sums(made, case.practice.country, words),
        tax=_tax(made, words),
        paying=_paying(billed, words),
        paying_facts=() if made.is_credit else _account(billed, words),
        author=case.practice.name or case.practice.holder_name,
    )


def charged(charge: Charge, words: Words) -> str:
    """Name what a line charges."""
    if charge.kind is ChargeKind.TIME:
        return category(charge.category, words)
    return words.label(charge.kind)


def tax_rate(rate: int | None, words: Words) -> str:
    """Write a rate of tax in per cent."""
    text = f"{(rate or 0) / HUNDRED:.2f}".rstrip("0").rstrip(".")
    point = words("decimal point: .")[-1]
    return f"{text.replace('.', point)} %"


def _facts(billed: Billed, words: Words) -> tuple[Fact, ...]:
    case, made = billed.case, billed.invoice
    sheets = billed.shown.sheets
    first, last = billed.period
    span = words("{first} to {last}").format(
        first=words.day(first), last=words.day(last)
    )
    numbers = ", ".join(sheet.number for sheet in sheets)
    approvals = ", ".join(filter(None, (sheet.approval_number for sheet in sheets)))
    facts = [
        Fact(label=words("Number of the invoice"), value=made.number),
        Fact(label=words("Day of the invoice"), value=words.day(made.issued_on)),
        Fact(label=words("Period of the work"), value=span),
        Fact(label=words("Time sheets"), value=numbers),
        Fact(label=words("Client"), value=case.client.full_name),
        Fact(label=words("Born"), value=words.partial_day(case.client.born)),
        Fact(label=words("Your reference"), value=made.reference_number),
        Fact(label=words("Cost approval"), value=approvals),
        *_numbers(case.practice, words),
        Fact(label=words("VAT number of who gets it"), value=made.recipient_vat_number),
    ]
    if billed.cancels is not None:
        earlier = words("{number} of {day}").format(
            number=billed.cancels.number, day=words.day(billed.cancels.issued_on)
        )
        facts += [
            Fact(label=words("Cancels the invoice"), value=earlier),
            Fact(label=words("Reason"), value=made.cancel_reason),
        ]
    return tuple(fact for fact in facts if fact.value.strip())


def _numbers(practice: Practice, words: Words) -> tuple[Fact, ...]:
    tax = words("Tax number")
    return (
        Fact(label=tax, value=practice.tax_number),
        Fact(label=words("VAT number"), value=practice.vat_number),
    )


def _lines(billed: Billed, words: Words) -> Table:
    country = billed.case.practice.country
    sheets = {sheet.id: sheet for sheet in billed.shown.sheets}
    columns = (
        Column(title=words("Work"), share=76, hyphenated=True),
        Column(title=words("Quantity"), share=28),
        Column(title=words("Price"), share=34),
        Column(title=words("Amount"), share=32),
    )
    rows = tuple(
        _row(charge, sheets[charge.sheet_id], country, words)
        for charge in billed.shown.charges
    )
    return Table(columns=columns, rows=rows)


def _row(
    charge: Charge, sheet: TimeSheet, country: Country, words: Words
) -> tuple[Cell, ...]:
    unit = phrases.amount(charge.unit_cents, country)
    if charge.kind in (ChargeKind.TIME, ChargeKind.TRAVEL):
        quantity = exact_hours(charge.quantity, words)
        price = words("{amount} an hour").format(amount=unit)
    elif charge.kind is ChargeKind.KILOMETRES:
        quantity = words("{count} km").format(count=charge.quantity)
        price = words("{amount} a kilometre").format(amount=unit)
    else:
        quantity, price = words("as listed"), unit
    source = words("Time sheet {number}").format(number=sheet.number)
    return (
        Stacked(charged(charge, words), (Fact(label="", value=source),)),
        quantity,
        price,
        phrases.amount(charge.net_cents, country),
    )


def _sums(made: Invoice, country: Country, words: Words) -> Table:
    columns = (
        Column(title="", share=3),
        Column(title=words("Amount"), share=1),
    )
    net = phrases.amount(made.net_cents, country)
    rows = [(words("Sum without VAT"), net)]
    if made.vat_rule is VatRule.RATE:
        rate = tax_rate(made.vat_rate, words)
        tax = words("VAT {rate}").format(rate=rate)
        rows.append((tax, phrases.amount(made.vat_cents, country)))
    total = phrases.amount(made.total_cents, country)
    rows.append((words("Total"), total))
    return Table(columns=columns, rows=tuple(rows))


def _tax(made: Invoice, words: Words) -> str:
    if made.vat_rule is VatRule.RATE:
        return words(
            "Each line is rounded to whole cents, half a cent upwards; the VAT is "
            "worked out on their sum."
        )
    return made.vat_note


def _paying(billed: Billed, words: Words) -> tuple[str, ...]:
    made = billed.invoice
    if made.is_credit:
        return (words("The amount of the cancelled invoice is not owed."),)
    amount = phrases.amount(made.total_cents, billed.case.practice.country)
    return (
        words("Please pay {amount} by {day}.").format(
            amount=amount, day=words.day(made.due_on)
        ),
    )


def _account(billed: Billed, words: Words) -> tuple[Fact, ...]:
    practice, terms = billed.case.practice, billed.terms
    return tuple(
        fact
        for fact in (
            Fact(label=words("Account"), value=grouped(terms.iban)),
            Fact(label=words("Bank"), value=terms.bank),
            Fact(
                label=words("Account holder"),
                value=practice.name or practice.holder_name,
            ),
            Fact(
                label=words("Reference of the payment"),
                value=grouped(billed.invoice.payment_reference),
            ),
        )
        if fact.value.strip()
    )
