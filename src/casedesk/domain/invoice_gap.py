"""What an invoice still lacks before it can be issued, and what strikes the eye."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from casedesk.domain.billing_terms import VatRule
from casedesk.domain.payment import addressee, is_iban, is_swiss
from casedesk.domain.practice import Country
from casedesk.domain.problems import RuleBroken
from casedesk.domain.tariff import BillingUnit
from casedesk.domain.time_sheet import sums

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casedesk.domain.billing_terms import BillingTerms
    from casedesk.domain.flat_fee import FlatFee
    from casedesk.domain.invoice import Invoice
    from casedesk.domain.practice import Practice
    from casedesk.domain.time_sheet import TimeSheetLine


class InvoiceGap(StrEnum):
    """What an invoice still lacks before it can be issued."""

    NO_SHEET = "no_sheet"
    NO_RATE = "no_rate"
    NO_FLAT_FEE = "no_flat_fee"
    NO_FLAT_PRICE = "no_flat_price"
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


class InvoiceLacks(RuleBroken):
    """Something is missing that has to stand on every invoice."""

    def __init__(self, gaps: Sequence[InvoiceGap] = ()) -> None:
        super().__init__()
        self.gaps = tuple(gaps)


def gaps(
    invoice: Invoice,
    practice: Practice,
    terms: BillingTerms,
    lines: Sequence[TimeSheetLine],
    fees: Sequence[FlatFee] = (),
) -> tuple[InvoiceGap, ...]:
    """Return what has to be entered before the invoice can be issued.

    For Germany these are the items of § 14 (4) UStG that a user can leave open.
    """
    total = sums(lines)
    sender = (
        practice.name or practice.holder_name,
        practice.street,
        practice.postcode,
        practice.town,
    )
    is_german = practice.country is Country.DE
    checks = {
        InvoiceGap.NO_SHEET: not invoice.sheet_ids,
        InvoiceGap.NO_RATE: invoice.unit.charges_time
        and bool(total.minutes)
        and invoice.hourly_cents is None,
        InvoiceGap.NO_FLAT_FEE: invoice.unit is BillingUnit.FLAT and not fees,
        InvoiceGap.NO_FLAT_PRICE: any(fee.unit_cents is None for fee in fees),
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
