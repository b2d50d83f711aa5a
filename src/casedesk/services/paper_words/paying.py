"""What a bank or a machine reads of an invoice: QR-bill and e-invoice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.billing_terms import VatRule
from casedesk.domain.charge import ChargeKind
from casedesk.domain.payment import Addressee, addressee, bare, grouped
from casedesk.domain.tariff import FlatPer
from casedesk.pdf.blocks import PaymentSlip, SlipPart
from casedesk.pdf.e_invoice import EInvoice, ELine
from casedesk.pdf.swiss_bill import SwissBill, bill_address, is_writable
from casedesk.services.paper_words.invoice import approvals, charged

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casedesk.domain.billing_terms import BillingTerms
    from casedesk.domain.charge import Charge
    from casedesk.domain.invoice import Invoice
    from casedesk.domain.practice import Country, Practice
    from casedesk.services.paper_words.invoice import Billed
    from casedesk.words.catalog import Words

# UN/ECE Recommendation 20: minute, kilometre, month, one.
_MINUTE, _KILOMETRE, _MONTH, _ONE = "MIN", "KMT", "MON", "C62"


def swiss_bill(
    practice: Practice,
    terms: BillingTerms,
    invoice: Invoice,
    amount_cents: int,
    words: Words,
) -> SwissBill:
    """Return what the code of a QR-bill says, for an invoice or what is open of it."""
    return SwissBill(
        iban=bare(terms.iban),
        creditor=of_practice(practice),
        debtor=_debtor(invoice, practice.country),
        amount_cents=amount_cents,
        currency=invoice.currency,
        reference=invoice.payment_reference,
        message=words("Invoice {number}").format(number=invoice.number),
    )


def payment_slip(bill: SwissBill, words: Words) -> PaymentSlip:
    """Return the slip of a QR-bill in the words of the standard."""
    payee = (grouped(bill.iban), *_address(bill.creditor))
    reference = grouped(bill.reference)
    payer = () if bill.debtor is None else _address(bill.debtor)
    amount = f"{bill.amount_cents // 100:,}.{bill.amount_cents % 100:02}"
    receipt = (
        SlipPart(words("Account / Payable to"), payee),
        SlipPart(words("Reference of a payment"), (reference,)),
        SlipPart(_payable_by(payer, words), payer),
    )
    message = SlipPart(words("Additional information"), (bill.message,))
    return PaymentSlip(
        bill=bill,
        receipt_title=words("Slip of receipt"),
        payment_title=words("Payment part"),
        receipt=receipt,
        payment=(*receipt[:2], message, receipt[2]),
        currency_label=words("Currency"),
        currency=bill.currency,
        amount_label=words("Amount"),
        amount=amount.replace(",", " "),
        acceptance_point=words("Acceptance point"),
        cut_here=words("Separate before paying in"),
    )


def e_invoice(billed: Billed, words: Words) -> EInvoice | None:
    """Return what a machine reads; nothing where the address cannot be taken apart."""
    practice, invoice = billed.case.practice, billed.invoice
    buyer = addressee(invoice.recipient, practice.country)
    if buyer is None or invoice.issued_on is None:
        return None
    cancels = billed.cancels
    sheets: dict[str, str] = {each.id: each.number for each in billed.shown.sheets}
    is_taxed = invoice.vat_rule is VatRule.RATE
    return EInvoice(
        number=invoice.number,
        issued_on=invoice.issued_on,
        due_on=None if invoice.is_credit else invoice.due_on,
        credits_number=cancels.number if cancels else "",
        seller=of_practice(practice),
        seller_vat_number=practice.vat_number,
        seller_tax_number=practice.tax_number,
        seller_contact=(practice.holder_name, practice.phone, practice.email),
        buyer=buyer,
        buyer_vat_number=invoice.recipient_vat_number,
        routing_id=invoice.routing_id,
        reference_number=invoice.reference_number,
        approval_number=", ".join(approvals(billed.shown.sheets)),
        note=invoice.note,
        period=billed.period,
        currency=invoice.currency,
        lines=tuple(_line(each, sheets, words) for each in billed.shown.charges),
        # What a note takes off stands in it without a sign.
        net_cents=abs(invoice.net_cents),
        vat_cents=abs(invoice.vat_cents),
        vat_rate=invoice.vat_rate if is_taxed else None,
        vat_note=invoice.vat_note,
        iban=bare(billed.terms.iban),
        reference=invoice.payment_reference,
        terms=_payment_terms(invoice, words),
    )


def of_practice(practice: Practice) -> Addressee:
    """Return the practice as who is paid."""
    return Addressee(
        name=practice.name or practice.holder_name,
        street=practice.street,
        postcode=practice.postcode,
        town=practice.town,
        country=practice.country.value,
    )


def _payment_terms(invoice: Invoice, words: Words) -> str:
    # They stand in every e-invoice that comes to an amount (EN 16931, BR-CO-25).
    if invoice.is_credit:
        return words("The amount of the cancelled invoice is not owed.")
    return words("Payable by {day}").format(day=words.day(invoice.due_on))


def _unit_of(charge: Charge) -> tuple[str, int]:
    """Return the unit of a quantity, and for how many of them the price is."""
    if charge.kind in (ChargeKind.TIME, ChargeKind.TRAVEL):
        return _MINUTE, charge.unit.minutes
    if charge.kind is ChargeKind.KILOMETRES:
        return _KILOMETRE, 1
    return (_MONTH if charge.per is FlatPer.MONTH else _ONE), 1


def _line(charge: Charge, sheets: Mapping[str, str], words: Words) -> ELine:
    unit, per = _unit_of(charge)
    number = sheets.get(charge.sheet_id or "")
    return ELine(
        name=charged(charge, words),
        text=words("Time sheet {number}").format(number=number) if number else "",
        quantity=charge.quantity,
        unit=unit,
        price_cents=charge.unit_cents,
        per=per,
        net_cents=charge.net_cents,
    )


def _address(someone: Addressee) -> tuple[str, ...]:
    known = bill_address(someone)
    place = f"{known.postcode} {known.town}"
    is_abroad = known.country not in ("CH", "LI")
    street = f"{known.street} {known.house_number}".strip()
    lines = (known.name, street, f"{known.country}-{place}" if is_abroad else place)
    return tuple(line for line in lines if line)


def _debtor(invoice: Invoice, country: Country) -> Addressee | None:
    """Return who pays; letters that the code may not hold are left to be written."""
    known = addressee(invoice.recipient, country)
    return known if known is not None and is_writable(known) else None


def _payable_by(payer: tuple[str, ...], words: Words) -> str:
    return words("Payable by") if payer else words("Payable by (name/address)")
