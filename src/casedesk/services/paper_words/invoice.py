"""The words of an invoice, and of the paper that cancels one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedesk.domain.billing_terms import VatRule
from casedesk.domain.charge import ChargeKind
from casedesk.domain.payment import grouped
from casedesk.domain.tariff import BillingUnit, FlatPer
from casedesk.pdf.blocks import Column, Fact, Stacked, Table
from casedesk.pdf.invoice import InvoicePaper
from casedesk.services.paper_words.imprint import sheet as sheet_of
from casedesk.services.paper_words.letter_frame import return_line
from casedesk.services.paper_words.time_sheet import category, exact_hours
from casedesk.words import phrases

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from casedesk.domain.billing_terms import BillingTerms
    from casedesk.domain.charge import Charge
    from casedesk.domain.invoice import Invoice
    from casedesk.domain.practice import Practice
    from casedesk.domain.time_sheet import TimeSheet
    from casedesk.pdf.blocks import Cell
    from casedesk.services.invoicing import ShownInvoice
    from casedesk.services.paper_words.case_records import CaseRecords
    from casedesk.services.paper_words.imprint import Imprint
    from casedesk.words.catalog import Words

INVOICE_TEMPLATE = "2026.2"
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

    def money(self, cents: int) -> str:
        """Write an amount in the currency of the invoice."""
        return phrases.money(cents, self.invoice.currency, self.case.practice.country)


def invoice(imprint: Imprint, billed: Billed, words: Words) -> InvoicePaper:
    """Compose the paper; slip and e-invoice are added where the country has them."""
    case, made = billed.case, billed.invoice
    title = words("Invoice {number}").format(number=made.number)
    if made.is_credit:
        title = words("Cancellation of an invoice: {number}").format(number=made.number)
    return InvoicePaper(
        sheet=sheet_of(imprint, case, words),
        address=tuple(made.recipient.splitlines()),
        sender=return_line(case.practice),
        window=case.practice.window,
        title=title,
        edition=imprint.edition(words),
        facts=_facts(billed, words),
        note=made.note,
        lines=_lines(billed, words),
        sums=_sums(billed, words),
        tax=_tax(made, words),
        paying=_paying(billed, words),
        paying_facts=() if made.is_credit else _account(billed, words),
        author=case.practice.name or case.practice.holder_name,
    )


def approvals(sheets: Iterable[TimeSheet]) -> tuple[str, ...]:
    """Return the numbers of the cost approvals on which the work rests, each once."""
    return tuple(dict.fromkeys(filter(None, (s.approval_number for s in sheets))))


def charged(charge: Charge, words: Words) -> str:
    """Name what a line charges."""
    if charge.kind is ChargeKind.TIME:
        return category(charge.category, words)
    if charge.kind is ChargeKind.FLAT and charge.text:
        return charge.text
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
    facts = [
        Fact(label=words("Number of the invoice"), value=made.number),
        Fact(label=words("Day of the invoice"), value=words.day(made.issued_on)),
        Fact(label=words("Period of the work"), value=span),
        Fact(label=words("Time sheets"), value=numbers),
        Fact(label=words("Client"), value=case.client.full_name),
        Fact(label=words("Born"), value=words.partial_day(case.client.born)),
        Fact(label=words("Your reference"), value=made.reference_number),
        Fact(label=words("Routing number (Leitweg-ID)"), value=made.routing_id),
        Fact(label=words("Cost approval"), value=", ".join(approvals(sheets))),
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
    # With a single sheet, each line would name the same one.
    several = billed.shown.sheets if len(billed.shown.sheets) > 1 else ()
    sheets: dict[str, str] = {sheet.id: sheet.number for sheet in several}
    columns = (
        Column(title=words("Work"), share=66, hyphenated=True),
        Column(title=words("Quantity"), share=34),
        Column(title=words("Price"), share=40),
        Column(title=words("Amount"), share=30),
    )
    rows = tuple(_row(charge, sheets, billed, words) for charge in billed.shown.charges)
    return Table(columns=columns, rows=rows)


def _row(
    charge: Charge, sheets: Mapping[str, str], billed: Billed, words: Words
) -> tuple[Cell, ...]:
    number = sheets.get(charge.sheet_id or "")
    source = words("Time sheet {number}").format(number=number) if number else ""
    sign = -1 if billed.invoice.is_credit else 1
    return (
        Stacked(charged(charge, words), (Fact(label="", value=source),)),
        quantity(charge, words),
        price(charge, billed.money(charge.unit_cents), words),
        billed.money(sign * charge.net_cents),
    )


def quantity(charge: Charge, words: Words) -> str:
    """Say how much is charged; lessons beside the minutes they are worked out of."""
    if charge.kind in (ChargeKind.TIME, ChargeKind.TRAVEL):
        if charge.unit is not BillingUnit.LESSON:
            return exact_hours(charge.quantity, words)
        return words("{minutes} min = {units} units").format(
            minutes=charge.quantity,
            units=phrases.units(charge.quantity, charge.unit, words),
        )
    if charge.kind is ChargeKind.KILOMETRES:
        return words("{count} km").format(count=charge.quantity)
    if charge.kind is ChargeKind.FLAT:
        return str(charge.quantity)
    return words("as listed")


def price(charge: Charge, amount: str, words: Words) -> str:
    """Say what one unit costs, and which unit that is."""
    if charge.kind is ChargeKind.EXPENSES:
        return amount
    if charge.kind is ChargeKind.KILOMETRES:
        return words("{amount} a kilometre").format(amount=amount)
    if charge.kind is ChargeKind.FLAT:
        said = {
            FlatPer.CASE: words("{amount} for the case"),
            FlatPer.MONTH: words("{amount} a month"),
            FlatPer.SERVICE: words("{amount} a service"),
        }[charge.per or FlatPer.CASE]
        return said.format(amount=amount)
    said = {
        BillingUnit.SERVICE_HOUR: words("{amount} a service hour (60 min)"),
        BillingUnit.LESSON: words("{amount} a unit of 45 min"),
    }.get(charge.unit, words("{amount} an hour"))
    return said.format(amount=amount)


def _sums(billed: Billed, words: Words) -> Table:
    made = billed.invoice
    columns = (
        Column(title="", share=3),
        Column(title=words("Amount"), share=1),
    )
    rows = [(words("Sum without VAT"), billed.money(made.net_cents))]
    if made.vat_rule is VatRule.RATE:
        rate = tax_rate(made.vat_rate, words)
        tax = words("VAT {rate}").format(rate=rate)
        rows.append((tax, billed.money(made.vat_cents)))
    if made.rounding_cents:
        rounding = words("Rounded to 5 Rappen")
        rows.append((rounding, billed.money(made.rounding_cents)))
    rows.append((words("Total"), billed.money(made.total_cents)))
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
    amount = billed.money(made.total_cents)
    return (
        words("Please pay {amount} by {day}.").format(
            amount=amount, day=words.day(made.due_on)
        ),
    )


def _account(billed: Billed, words: Words) -> tuple[Fact, ...]:
    return account_facts(
        billed.case.practice, billed.terms, billed.invoice.payment_reference, words
    )


def account_facts(
    practice: Practice, terms: BillingTerms, reference: str, words: Words
) -> tuple[Fact, ...]:
    """Say to which account, and under which reference, is to be paid."""
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
                value=grouped(reference),
            ),
        )
        if fact.value.strip()
    )
