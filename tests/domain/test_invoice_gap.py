"""What an invoice still lacks is named before it can be issued."""

from __future__ import annotations

from dataclasses import replace

import pytest
from domain.test_invoice import DRAFT, PRACTICE, TERMS, a_line

from casedesk.domain.billing_terms import VatRule
from casedesk.domain.case import CaseId
from casedesk.domain.flat_fee import FlatFee, FlatFeeId
from casedesk.domain.invoice import InvoiceId
from casedesk.domain.invoice_gap import InvoiceGap, gaps
from casedesk.domain.tariff import BillingUnit


def test_nothing_is_missing_when_all_that_must_stand_on_it_is_there() -> None:
    assert gaps(DRAFT, PRACTICE, TERMS, [a_line(minutes=60)]) == ()


@pytest.mark.parametrize(
    ("gap", "invoice", "practice", "terms"),
    [
        (InvoiceGap.NO_SHEET, {"sheet_ids": ()}, {}, {}),
        (InvoiceGap.NO_RATE, {"hourly_cents": None}, {}, {}),
        (InvoiceGap.NO_FLAT_FEE, {"unit": BillingUnit.FLAT}, {}, {}),
        (InvoiceGap.NO_KILOMETRE_RATE, {"kilometre_cents": None}, {}, {}),
        (InvoiceGap.NO_SENDER, {}, {"street": " "}, {}),
        (InvoiceGap.NO_SENDER, {}, {"postcode": ""}, {}),
        (InvoiceGap.NO_RECIPIENT, {"recipient": ""}, {}, {}),
        (InvoiceGap.NO_ADDRESS, {"recipient": "Kasse Grünegg"}, {}, {}),
        (InvoiceGap.NO_VAT_RULE, {"vat_rule": None}, {}, {}),
        (InvoiceGap.NO_VAT_RATE, {"vat_rule": VatRule.RATE}, {}, {}),
        (InvoiceGap.NO_VAT_NOTE, {"vat_note": " "}, {}, {}),
        (InvoiceGap.NO_TAX_NUMBER, {}, {"tax_number": ""}, {}),
        (InvoiceGap.NO_PAYMENT_DAYS, {}, {}, {"payment_days": None}),
        (InvoiceGap.NO_ACCOUNT, {}, {}, {"iban": "DE02 1203 0000 0000 2020 52"}),
    ],
)
def test_each_gap_is_named(
    gap: InvoiceGap,
    invoice: dict[str, object],
    practice: dict[str, object],
    terms: dict[str, object],
) -> None:
    lines = [a_line(minutes=60, kilometres=3)]

    found = gaps(
        replace(DRAFT, **({"kilometre_cents": 70} | invoice)),  # type: ignore[arg-type]  # by its own type
        replace(PRACTICE, **practice),  # type: ignore[arg-type]  # by its own type
        replace(TERMS, **terms),  # type: ignore[arg-type]  # by its own type
        lines,
    )

    assert found == (gap,)


def test_a_flat_fee_needs_a_price_and_no_price_of_an_hour() -> None:
    fee = FlatFee(id=FlatFeeId("f"), case_id=CaseId("c"), invoice_id=InvoiceId("i"))
    flat = replace(DRAFT, unit=BillingUnit.FLAT, hourly_cents=None)
    lines = [a_line(minutes=60)]

    assert gaps(flat, PRACTICE, TERMS, lines, [fee]) == (InvoiceGap.NO_FLAT_PRICE,)
    priced = replace(fee, unit_cents=1)
    assert gaps(flat, PRACTICE, TERMS, lines, [priced]) == ()
