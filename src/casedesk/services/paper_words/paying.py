"""What a bank or a machine reads of an invoice: QR-bill and e-invoice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.billing_terms import VatRule
from casedesk.domain.invoice import ChargeKind
from casedesk.domain.payment import Addressee, addressee, bare, grouped
from casedesk.pdf.blocks import PaymentSlip, SlipPart
from casedesk.pdf.e_invoice import EInvoice, ELine
from casedesk.pdf.swiss_bill import SwissBill, payload
from casedesk.services.paper_words.invoice import charged

if TYPE_CHECKING:
    from casedesk.domain.invoice import Charge, Invoice
    from casedesk.domain.practice import Practice
    from casedesk.services.paper_words.invoice import Billed
    from casedesk.words.catalog import Words

MINUTES_PER_HOUR = 60
_UNITS = {
    ChargeKind.TIME: ("MIN", MINUTES_PER_HOUR),
    ChargeKind.TRAVEL: ("MIN", MINUTES_PER_HOUR),
    ChargeKind.KILOMETRES: ("KMT", 1),
    ChargeKind.EXPENSES: ("C62", 1),
}
"""The unit of a quantity, and for how many of them the price is (UN/ECE Rec. 20)."""


def swiss_bill(billed: Billed, words: Words) -> SwissBill:
    """Return what the code of a QR-bill says."""
    practice, invoice = billed.case.practice, billed.invoice
    return SwissBill(
        iban=bare(billed.terms.iban),
        creditor=of_practice(practice),
        debtor=addressee(invoice.recipient, practice.country),
        amount_cents=invoice.total_cents,
        currency=invoice.currency,
        reference=invoice.payment_reference,
        message=words("Invoice {number}").format(number=invoice.number),
    )


def payment_slip(billed: Billed, words: Words) -> PaymentSlip:
    """Return the slip of a QR-bill in the words of the standard."""
    bill = swiss_bill(billed, words)
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
        code=payload(bill),
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
        buyer_reference=invoice.reference_number,
        period=billed.period,
        currency=invoice.currency,
        lines=tuple(_line(charge, words) for charge in billed.shown.charges),
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


def _line(charge: Charge, words: Words) -> ELine:
    unit, per = _UNITS[charge.kind]
    return ELine(
        name=charged(charge, words),
        text="",
        quantity=charge.quantity,
        unit=unit,
        price_cents=charge.unit_cents,
        per=per,
        net_cents=charge.net_cents,
    )


def _address(someone: Addressee) -> tuple[str, ...]:
    name = ", ".join(filter(None, (someone.name, someone.second_name)))
    place = f"{someone.postcode} {someone.town}"
    is_abroad = someone.country not in ("CH", "LI")
    lines = (name, someone.street, f"{someone.country}-{place}" if is_abroad else place)
    return tuple(line for line in lines if line)


def _payable_by(payer: tuple[str, ...], words: Words) -> str:
    return words("Payable by") if payer else words("Payable by (name/address)")
